import type { Line } from './lines.ts'

/** Footnotes: lines at the bottom of a page, set smaller than its text, from the first on that begins with the mark of one. */

/** They are smaller than the text by so much. */
const SMALLER = 0.95
/** How a note begins: its number without a full stop, as an item of a list has one, or another mark. */
const BEGINNING =
  /^(?:(?:\d{1,3}|[¹²³⁰-⁹]{1,3})\s?(?=[\p{Lu}\p{Script=Han}“"‘《「[(（])|[*†‡§①-⑳]\s?(?=\S)|[[［〔]\d{1,3}[\]］〕])/u

/**
 * @param pages the lines of each page, without headers and footers
 * @param size the usual height of the font
 */
export const noteLines = (pages: readonly Line[][], size: number): Set<Line> => {
  const notes = new Set<Line>()
  for (const lines of pages) {
    const upwards = [...lines].sort((a, b) => a.y - b.y)
    const end = upwards.findIndex((line) => line.size >= SMALLER * size)
    // A page of nothing but small lines has no text that they could belong to.
    const small = upwards.slice(0, Math.max(0, end)).reverse()
    const first = small.findIndex(({ text }) => BEGINNING.test(text))
    if (first >= 0) for (const line of small.slice(first)) notes.add(line)
  }
  return notes
}
