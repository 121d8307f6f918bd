import { Unzip, UnzipInflate } from 'fflate'
import { MAX_UNPACKED_BYTES, MAX_UNPACKED_FILES } from './limits.ts'
import { Refused } from './refused.ts'

/** Unpacked in such steps; however well a step is packed, little comes of it before it is counted. */
const STEP = 16_384

const tooMuch = (name: string): Refused =>
  new Refused(
    'too-large',
    `“${name}” unpacks to more than a document holds. If it is a real one, save it again from its program, or copy its text and paste it.`
  )

/** Whether an entry is one of those wanted; the others are unpacked and counted, but not kept. */
type Wanted = (path: string) => boolean

/**
 * Unpacks an archive, counting what really comes out of it and not what it says of itself.
 *
 * @param name what the reader knows the file by
 * @throws Refused where it is damaged, or holds more than MAX_UNPACKED_BYTES or MAX_UNPACKED_FILES
 */
export const unpack = (bytes: Uint8Array, name: string, wanted: Wanted): Map<string, Uint8Array> => {
  const files = new Map<string, Uint8Array>()
  let total = 0
  let count = 0
  const failures: Refused[] = []
  const unzip = new Unzip((file) => {
    if (++count > MAX_UNPACKED_FILES) failures.push(tooMuch(name))
    if (failures.length > 0) return
    const chunks: Uint8Array[] = []
    const keep = wanted(file.name)
    file.ondata = (error, chunk, final) => {
      if (error) failures.push(new Refused('damaged', damagedMessage(name)))
      if (failures.length > 0) return
      total += chunk.length
      if (total > MAX_UNPACKED_BYTES) {
        failures.push(tooMuch(name))
        return
      }
      if (keep) chunks.push(chunk)
      if (final && keep) files.set(file.name, joined(chunks))
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += STEP) {
      unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length)
      if (failures.length > 0) break
    }
  } catch {
    failures.push(new Refused('damaged', damagedMessage(name)))
  }
  const [failure] = failures
  if (failure) throw failure
  return files
}

export const damagedMessage = (name: string): string =>
  `“${name}” is damaged and cannot be read to its end. Open it in its own program and save it again, or copy its text and paste it.`

const joined = (chunks: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** How deep the elements of a document of XML stand in one another, without building a tree. */
const depthOf = (xml: string): number => {
  let depth = 0
  let deepest = 0
  for (const [tag] of xml.matchAll(/<(?:[A-Za-z][^<>]*|\/[^<>]*)>/gu)) {
    if (tag.startsWith('</')) depth--
    else if (!tag.endsWith('/>')) deepest = Math.max(deepest, ++depth)
  }
  return deepest
}

/** Word and LibreOffice write neither; who does wants to make much out of little, or to have other files read. */
const DOCTYPE = /<!(?:DOCTYPE|ENTITY)/iu
const MAX_XML_DEPTH = 256

/**
 * @throws Refused for XML with a document type or entities, or nested beyond what a document needs
 */
export const checkXml = (xml: string, name: string): void => {
  if (DOCTYPE.test(xml) || depthOf(xml) > MAX_XML_DEPTH)
    throw new Refused(
      'hostile',
      `“${name}” is built in a way that no word processor builds documents, and was not read. If you trust it, open it in its own program, copy the text and paste it.`
    )
}
