import { Inflate } from 'fflate'
import { MAX_UNPACKED_BYTES } from '../limits.ts'
import { hostile, tooMuch } from '../refused.ts'

/**
 * Looks at a PDF before pdf.js does, for the two things that would take all memory there and end the whole window with
 * the worker: streams that unpack to gigabytes, and lists of numbers (widths of characters) that name a range of
 * millions, each of which it would write down.
 */

/** No list of numbers in a PDF names more: places in the file are below its own largest size, characters below 65,536. */
const LARGEST_IN_LIST = 30_000_000
/** A list of numbers and of lists of numbers. */
const NUMBERS = /\[[\d\s.+\-R]*(?:\[[\d\s.+\-R]*\][\d\s.+\-R]*)*\]/gu
const hasWideList = (objects: string): boolean =>
  /\d{8}/u.test(objects) &&
  [...objects.matchAll(NUMBERS)].some(([list]) =>
    (list.match(/(?<![\d.])\d{8,}/gu) ?? []).some((digits) => Number(digits) > LARGEST_IN_LIST)
  )

/** So much before a stream holds its dictionary. */
const DICTIONARY = 2_000
const STREAM = /stream\r?\n/gu

const latin = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return text
}

const STEP = 16_384
/** Unpacks a stream as far as it goes, or until it is more than what is left. */
const inflated = (packed: Uint8Array, left: number): { pieces: Uint8Array[]; size: number } => {
  const pieces: Uint8Array[] = []
  let size = 0
  try {
    // Two bytes of zlib's own stand before.
    const inflate = new Inflate((piece) => {
      pieces.push(piece)
      size += piece.length
    })
    for (let at = 2; at < packed.length && size <= left; at += STEP)
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length)
  } catch {
    // What is damaged is pdf.js's to mend or to refuse; what came out before counts.
  }
  return { pieces, size }
}

const joined = (pieces: readonly Uint8Array[]): string => pieces.map(latin).join('')

/**
 * @throws Refused for a PDF that unpacks to more than MAX_UNPACKED_BYTES, or is built to fill the memory
 */
export const guardPdf = (bytes: Uint8Array, name: string): void => {
  const source = latin(bytes)
  let left = MAX_UNPACKED_BYTES
  let objects = ''
  let from = 0
  for (const { index, 0: mark } of source.matchAll(STREAM)) {
    if (index < from || source.slice(index - 3, index) === 'end') continue
    const start = index + mark.length
    const end = source.indexOf('endstream', start)
    objects += source.slice(from, index)
    const dictionary = source.slice(Math.max(from, index - DICTIONARY), index)
    from = end < 0 ? source.length : end
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    // Pictures are not unpacked, since only the text is read.
    if (!/FlateDecode|\/Fl\b/u.test(own) || /\/Subtype\s*\/Image/u.test(own)) continue
    const layers = own.match(/FlateDecode|\/Fl\b/gu)?.length ?? 1
    let packed = bytes.subarray(start, from)
    for (let layer = 0; layer < layers; layer++) {
      const { pieces, size } = inflated(packed, left)
      left -= size
      if (left < 0) throw tooMuch(name)
      if (own.includes('/ObjStm')) objects += joined(pieces)
      if (layer + 1 < layers) packed = new Uint8Array(pieces.flatMap((piece) => [...piece]))
    }
  }
  objects += source.slice(from)
  if (hasWideList(objects)) throw hostile(name)
}
