import { CODE_SHAPES, type Code, type CodeShape } from './code.ts'

/** A codebook as it was read from a file; or what is wrong with the file, in a sentence. */
export type CodebookRead = { ok: true; codes: Code[] } | { ok: false; message: string }

/** A code as a file may have it: without what its format or its writer leaves out. */
export interface CodeDraft {
  id?: string | undefined
  name: string
  colour?: string | undefined
  shape?: string | undefined
  description?: string | undefined
}

/** A file with more is no codebook, whatever it says it is. */
export const MOST_CODES = 10_000

/** For codes that come without a colour: dark enough to be read on white, told apart by those who are colour-blind. */
const COLOURS = ['#0072b2', '#d55e00', '#007a5a', '#8a5a00', '#a3477f', '#4b5d67'] as const

/** Eight digits have how opaque it is at the end, which codes have no use for. */
const HEX = /^#?([\da-f]{6})(?:[\da-f]{2})?$|^#?([\da-f]{3})[\da-f]?$/iu
const RGB = /^rgba?\(\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*(?:[,/][^)]*)?\)$/iu
const twoDigits = (value: string): string => Math.min(255, Number(value)).toString(16).padStart(2, '0')

/** `#rrggbb` for what is written as a colour in one of the usual ways; undefined for all else. */
const colourOf = (written: string | undefined): string | undefined => {
  const words = written?.trim() ?? ''
  const [, red, green, blue] = RGB.exec(words) ?? []
  if (red !== undefined && green !== undefined && blue !== undefined)
    return `#${twoDigits(red)}${twoDigits(green)}${twoDigits(blue)}`
  const [, six, three] = HEX.exec(words) ?? []
  const digits = six ?? three?.replace(/./gu, '$&$&')
  return digits === undefined ? undefined : `#${digits.toLowerCase()}`
}

export const shapeOf = (written: string | undefined): CodeShape | undefined =>
  CODE_SHAPES.find((shape) => shape === written?.trim().toLowerCase())

/** Gives ids out, each once: a codebook with the same id twice would tag two things at once. */
class FreeIds {
  readonly #taken = new Set<string>()
  /** For an id that was asked for before, the first number not tried yet: a table may have one name ten thousand times. */
  readonly #next = new Map<string, number>()

  /** The id that is wanted, with a number behind it if it is taken. */
  take(wanted: string): string {
    let id = wanted
    let count = this.#next.get(wanted) ?? 2
    while (this.#taken.has(id)) id = `${wanted}-${count++}`
    this.#next.set(wanted, count)
    this.#taken.add(id)
    return id
  }
}

/** Fills in what a file leaves out: an id from the name, a colour and a shape that the neighbours do not have. */
export const completed = (drafts: readonly CodeDraft[]): Code[] => {
  const ids = new FreeIds()
  return drafts.map(({ id, name, colour, shape, description }, at) => {
    return {
      id: ids.take(id !== undefined && id !== '' ? id : name),
      name,
      colour: colourOf(colour) ?? COLOURS[at % COLOURS.length] ?? COLOURS[0],
      shape: shapeOf(shape) ?? CODE_SHAPES[at % CODE_SHAPES.length] ?? CODE_SHAPES[0],
      description: description ?? ''
    }
  })
}
