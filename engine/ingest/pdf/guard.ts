import { Inflate } from 'fflate'
import { MAX_UNPACKED_BYTES } from '../limits.ts'
import { hostile, tooMuch } from '../refused.ts'
import { drawsTooMuch, timesDrawn, type Drawing } from './forms.ts'

/**
 * Looks at a PDF before pdf.js does, for what would take all time or memory there and end the whole window with the
 * worker: forms that draw one another without end (`forms.ts`), streams that unpack to gigabytes, and lists of numbers
 * (widths of characters) that name a range of millions, each of which it would write down.
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

const OBJECT = /(\d{1,10})\s+\d{1,5}\s+obj\b/gu

/** The number of the object whose dictionary ends here. */
const numberBefore = (dictionary: string): number =>
  Number([...dictionary.matchAll(OBJECT)].at(-1)?.[1] ?? -1)

/** Objects that are packed into a stream, by number. */
const unpackObjects = (own: string, content: string): [number: number, dictionary: string][] => {
  const first = Number(/\/First\s+(\d+)/u.exec(own)?.[1] ?? 0)
  const header = (content.slice(0, first).match(/\d+/gu) ?? []).map(Number)
  const places = header.flatMap((number, at) =>
    at % 2 === 0 ? [{ number, start: first + (header[at + 1] ?? 0) }] : []
  )
  return places.map(({ number, start }, at) => [number, content.slice(start, places[at + 1]?.start)])
}

/** Objects that stand by themselves, by number. */
const plainObjects = (objects: string): [number: number, dictionary: string][] => {
  const found = [...objects.matchAll(OBJECT)]
  return found.map(({ index, 1: number }, at) => [Number(number), objects.slice(index, found[at + 1]?.index)])
}

/**
 * @throws Refused for a PDF that unpacks to more than MAX_UNPACKED_BYTES, or is built to fill the memory
 */
export const guardPdf = (bytes: Uint8Array, name: string): void => {
  const source = latin(bytes)
  let left = MAX_UNPACKED_BYTES
  let objects = ''
  let from = 0
  const drawings = new Map<number, Drawing>()
  const inStreams: [number: number, dictionary: string][] = []
  for (const { index, 0: mark } of source.matchAll(STREAM)) {
    if (index < from || source.slice(index - 3, index) === 'end') continue
    const start = index + mark.length
    const end = source.indexOf('endstream', start)
    objects += source.slice(from, index)
    const dictionary = source.slice(Math.max(from, index - DICTIONARY), index)
    from = end < 0 ? source.length : end
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    // Pictures are not unpacked, since only the text is read.
    if (/\/Subtype\s*\/Image/u.test(own)) continue
    const drawing: Drawing = { dictionary: own, times: 0 }
    drawings.set(numberBefore(dictionary), drawing)
    if (!/FlateDecode|\/Fl\b/u.test(own)) {
      drawing.times = timesDrawn(source.slice(start, from))
      continue
    }
    const layers = own.match(/FlateDecode|\/Fl\b/gu)?.length ?? 1
    let packed = bytes.subarray(start, from)
    for (let layer = 0; layer < layers; layer++) {
      const { pieces, size } = inflated(packed, left)
      left -= size
      if (left < 0) throw tooMuch(name)
      if (own.includes('/ObjStm')) {
        const content = joined(pieces)
        objects += content
        for (const object of unpackObjects(own, content)) inStreams.push(object)
      } else if (layer + 1 === layers)
        drawing.times = pieces.reduce((sum, piece) => sum + timesDrawn(latin(piece)), 0)
      if (layer + 1 < layers) packed = new Uint8Array(pieces.flatMap((piece) => [...piece]))
    }
  }
  objects += source.slice(from)
  if (hasWideList(objects)) throw hostile(name)
  if (drawsTooMuch(drawings, new Map([...plainObjects(objects), ...inStreams]))) throw hostile(name)
}
