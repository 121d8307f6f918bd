import { CODE_SHAPES, type Code, type CodeShape } from './code.ts'

/** A codebook as it was read from a file; or what is wrong with the file, in a sentence. */
export type CodebookRead =
  /** `say`: what of the file could not be read as it stands, for the reader. */
  { ok: true; codes: Code[]; say?: string } | { ok: false; message: string }

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
const CHANNEL = String.raw`\s*(\d{1,3}(?:\.\d+)?%?)\s*`
const RGB = new RegExp(String.raw`^rgba?\(${CHANNEL}[,;\s]${CHANNEL}[,;\s]${CHANNEL}(?:[,;/][^)]*)?\)$`, 'iu')
const BARE_RGB = /^(\d{1,3})\s*[,;]\s*(\d{1,3})\s*[,;]\s*(\d{1,3})$/u
const twoDigits = (value: string): string => {
  const share = value.endsWith('%') ? Number(value.slice(0, -1)) * 2.55 : Number(value)
  return Math.round(Math.min(255, share)).toString(16).padStart(2, '0')
}
/** As programs name them in the tables that they export; written as on the web. */
const NAMED = new Map(
  Object.entries({
    black: '#000000',
    blue: '#0000ff',
    brown: '#a52a2a',
    cyan: '#00ffff',
    gray: '#808080',
    green: '#008000',
    grey: '#808080',
    lime: '#00ff00',
    magenta: '#ff00ff',
    maroon: '#800000',
    navy: '#000080',
    olive: '#808000',
    orange: '#ffa500',
    pink: '#ffc0cb',
    purple: '#800080',
    red: '#ff0000',
    silver: '#c0c0c0',
    teal: '#008080',
    violet: '#ee82ee',
    white: '#ffffff',
    yellow: '#ffff00'
  })
)

/** `#rrggbb` for what is written as a colour in one of the usual ways; undefined for all else. */
const colourOf = (written: string | undefined): string | undefined => {
  const words = written?.trim() ?? ''
  const named = NAMED.get(words.toLowerCase())
  if (named !== undefined) return named
  const [, red, green, blue] = RGB.exec(words) ?? BARE_RGB.exec(words) ?? []
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

/** What a table has where a code has no colour. */
const NO_COLOUR = /^\s*(?:none|null|n\/a|-|无)?\s*$/iu
/** So many names are said; of more, how many there are. */
const MOST_NAMED = 5

/** The codes of a file with what is filled in, and which colours were given and are others now. */
export const readFrom = (drafts: readonly CodeDraft[]): CodebookRead => {
  const unread = drafts.filter(
    ({ colour }) => colour !== undefined && !NO_COLOUR.test(colour) && colourOf(colour) === undefined
  )
  const codes = completed(drafts)
  if (unread.length === 0) return { ok: true, codes }
  const names = unread.slice(0, MOST_NAMED).map(({ name, colour }) => `“${name}” (${colour ?? ''})`)
  const more = unread.length - names.length
  return {
    ok: true,
    codes,
    say: `Colours that cannot be read were replaced: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`
  }
}

/** Fills in what a file leaves out: an id from the name, a colour and a shape that the neighbours do not have. */
const completed = (drafts: readonly CodeDraft[]): Code[] => {
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
