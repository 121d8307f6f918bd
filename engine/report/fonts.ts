import { unzlibSync, zlibSync } from 'fflate'

/**
 * The typefaces that a page carries in itself, so that it looks alike everywhere, and its Chinese is shown where no
 * Chinese font is installed.
 *
 * A Chinese font is many megabytes, and comes in some hundred slices. Of each slice that the page needs only the used
 * glyphs are kept, in plain TypeScript: whole slices made 0.7 to 1.4 MB of a page (2.4 MB and more of one in
 * traditional characters, which are spread over most slices), this makes 0.1 to 0.4 MB. HarfBuzz does the same but is
 * WebAssembly, which the window's content security policy does not let in.
 */

export const FONT_PACKAGES = {
  han: '@fontsource/noto-serif-sc',
  serif: '@fontsource/source-serif-4',
  sans: '@fontsource/inter'
} as const
type FontPackage = (typeof FONT_PACKAGES)[keyof typeof FONT_PACKAGES]

/** Gives a file of one of the packages; they ship with the app (electron.vite.config.ts). */
export type LoadFont = (fontPackage: FontPackage, file: string) => Promise<Uint8Array>

/** In front of whatever the machine has. */
export const HAN_FAMILY = 'Report Han'
export const SERIF_FAMILY = 'Report Serif'
export const SANS_FAMILY = 'Report Sans'

/** Below this a character belongs to a Latin face, which has it in better company. */
const FIRST_BEYOND_LATIN = 0xb7
const CHUNK = 0x8000

const base64 = (bytes: Uint8Array): string => {
  let characters = ''
  for (let at = 0; at < bytes.length; at += CHUNK)
    characters += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(characters)
}

const face = (family: string, bytes: Uint8Array, format: 'woff' | 'woff2', rest: string): string =>
  `@font-face{font-family:'${family}';${rest}src:url(data:font/${format};base64,${base64(bytes)}) format('${format}')}`

interface Range {
  first: number
  last: number
}

/** Ranges of code points as CSS has them: "U+4e00-4e05,U+4e0b". */
const rangesOf = (css: string): Range[] =>
  css.split(',').map((range) => {
    const [first = 0, last = first] = range
      .replace(/^U\+/iu, '')
      .split('-')
      .map((digits) => Number.parseInt(digits, 16))
    return { first, last }
  })

/** The slices that hold some characters, each with those of them it holds; slices of other scripts have names. */
const slicesFor = (codes: readonly number[], table: Record<string, string>): Map<string, number[]> => {
  const slices = Object.entries(table).flatMap(([name, css]) => {
    const number = /^\[(\d+)\]$/u.exec(name)?.[1]
    return number === undefined ? [] : [{ number, ranges: rangesOf(css) }]
  })
  const wanted = new Map<string, number[]>()
  for (const code of codes) {
    const slice = slices.find(({ ranges }) => ranges.some(({ first, last }) => first <= code && code <= last))
    if (slice) wanted.set(slice.number, [...(wanted.get(slice.number) ?? []), code])
  }
  return wanted
}

type Convert = (data: number[]) => number[]
const inflate: Convert = (data) => [...unzlibSync(Uint8Array.from(data))]
const deflate: Convert = (data) => [...zlibSync(Uint8Array.from(data), { level: 9 })]

/** A slice with the glyphs of some characters and no others. */
const subset = async (slice: Uint8Array, codes: readonly number[]): Promise<Uint8Array> => {
  const { createFont } = await import('fonteditor-core')
  const font = createFont(new Uint8Array(slice).buffer, { type: 'woff', subset: [...codes], inflate })
  const written = font.write({ type: 'woff', toBuffer: false, deflate })
  if (typeof written === 'string') throw new Error('A font was written as text.')
  return new Uint8Array(written)
}

const hanFaces = async (text: string, load: LoadFont): Promise<string[]> => {
  const codes = [...new Set(text)]
    .map((character) => character.codePointAt(0) ?? 0)
    .filter((code) => code >= FIRST_BEYOND_LATIN)
    .sort((a, b) => a - b)
  if (!/[\u2e80-\u{3ffff}]/u.test(text)) return []
  const table = JSON.parse(
    new TextDecoder('utf-8').decode(await load(FONT_PACKAGES.han, 'unicode.json'))
  ) as Record<string, string>
  const faces: string[] = []
  for (const [slice, held] of slicesFor(codes, table)) {
    const whole = await load(FONT_PACKAGES.han, `files/noto-serif-sc-${slice}-400-normal.woff`)
    const range = held.map((code) => `U+${code.toString(16)}`).join(',')
    faces.push(face(HAN_FAMILY, await subset(whole, held), 'woff', `unicode-range:${range};`))
  }
  return faces
}

/** Of fixed weight: a PDF takes variable faces apart into drawings, which is larger and less well read. */
const SERIF = [
  [SERIF_FAMILY, FONT_PACKAGES.serif, 'files/source-serif-4-latin-400-normal.woff2', 'font-weight:400;'],
  [SERIF_FAMILY, FONT_PACKAGES.serif, 'files/source-serif-4-latin-600-normal.woff2', 'font-weight:600;']
] as const
const OTHERS = [
  [
    SERIF_FAMILY,
    FONT_PACKAGES.serif,
    'files/source-serif-4-latin-400-italic.woff2',
    'font-style:italic;font-weight:400;'
  ],
  [SANS_FAMILY, FONT_PACKAGES.sans, 'files/inter-latin-400-normal.woff2', 'font-weight:400;'],
  [SANS_FAMILY, FONT_PACKAGES.sans, 'files/inter-latin-600-normal.woff2', 'font-weight:600;']
] as const

/**
 * The style sheet's part that carries the faces of a text; all are under the SIL Open Font License 1.1.
 *
 * @param of a picture has upright serifs alone
 */
export const fontFaces = async (text: string, load: LoadFont, of: 'page' | 'picture'): Promise<string> => {
  const latin = await Promise.all(
    [...SERIF, ...(of === 'page' ? OTHERS : [])].map(async ([family, fontPackage, file, rest]) =>
      face(family, await load(fontPackage, file), 'woff2', rest)
    )
  )
  const note = '/* Source Serif 4, Inter and parts of Noto Serif SC, SIL Open Font License 1.1. */'
  return [note, ...latin, ...(await hanFaces(text, load))].join('\n')
}
