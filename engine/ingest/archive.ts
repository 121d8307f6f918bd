import { Unzip, UnzipInflate } from 'fflate'
import { Parser } from 'htmlparser2'
import {
  MAX_UNPACKED_BYTES,
  MAX_UNPACKED_FILES,
  MAX_XML_BYTES,
  MAX_XML_CHILDREN,
  MAX_XML_DEPTH,
  MAX_XML_ELEMENTS
} from './limits.ts'
import { hostile, Refused, tooMuch } from './refused.ts'

/** Unpacked in such steps; however well a step is packed, little comes of it before it is counted. */
const STEP = 16_384

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

/** Word and LibreOffice write neither; who does wants to make much out of little, or to have other files read. */
const DOCTYPE = /<!(?:DOCTYPE|ENTITY)/iu

/**
 * Whether a document of XML is deeper, larger or broader than those who read it can take. What reads it builds a tree
 * in which each child costs as much as its parent has already.
 */
const isBeyond = (xml: string): boolean => {
  /** How many children each open element has had, pieces of text among them. */
  const open = [0]
  let elements = 0
  const state = { beyond: false }
  const child = (): void => {
    const count = (open.at(-1) ?? 0) + 1
    open[open.length - 1] = count
    if (count > MAX_XML_CHILDREN) state.beyond = true
  }
  const parser = new Parser(
    {
      onopentag: () => {
        child()
        open.push(0)
        elements++
        if (open.length > MAX_XML_DEPTH || elements > MAX_XML_ELEMENTS) state.beyond = true
      },
      ontext: child,
      oncomment: child,
      onclosetag: () => {
        open.pop()
      }
    },
    { xmlMode: true, decodeEntities: false }
  )
  for (let at = 0; at < xml.length && !state.beyond; at += STEP) parser.write(xml.slice(at, at + STEP))
  return state.beyond
}

/**
 * @throws Refused for XML with a document type or entities, or beyond what a document needs
 */
export const checkXml = (xml: string, name: string): void => {
  if (xml.length > MAX_XML_BYTES) throw tooMuch(name)
  if (DOCTYPE.test(xml) || isBeyond(xml)) throw hostile(name)
}
