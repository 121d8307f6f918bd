import { withoutRadicals } from '../../text/legible.ts'
import { raised } from '../raised.ts'

/** One piece of text on a page, as pdf.js gives it; the origin is the lower left corner, units are points. */
export interface Piece {
  str: string
  x: number
  y: number
  width: number
  /** Height of its font. */
  size: number
}

/** A line of text as it stands on a page. */
export interface Line {
  text: string
  x: number
  y: number
  /** Where it ends on the right. */
  end: number
  size: number
  page: number
  /** A smaller piece stands above its base line, as the mark of a note does. */
  raised?: boolean
}

const CJK = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u
/** A gap between two pieces wider than this share of the font's height is a space. */
const SPACE = 0.18
/** Pieces whose base lines differ by less than this share of the font's height stand on one line. */
const SAME_LINE = 0.5

const needsSpace = (line: Line, piece: Piece): boolean => {
  const gap = piece.x - line.end
  if (/\s$/u.test(line.text) || /^\s/u.test(piece.str)) return false
  const [last = '', first = ''] = [line.text.at(-1), piece.str.at(0)]
  if (CJK.test(last) || CJK.test(first)) return gap > 1.2 * piece.size
  return gap > SPACE * piece.size
}

/** What is raised and nothing but a short number. */
const RAISED = /^\d{1,3}$/u

/** Programs set figures and Latin letters a little apart from Chinese; in the file that looks like a space. */
const AUTOSPACE =
  /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef]) (?=[\p{Script=Latin}\d])|(?<=[\p{Script=Latin}\d%]) (?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])/gu

/** Justified Chinese is set with its characters apart; in the file that looks like a space. */
const JUSTIFIED =
  /(?<=[\p{Script=Han}\u3001-\u303f\uff00-\uffef]) (?=[\p{Script=Han}\u3001-\u303f\uff00-\uffef])/gu

/** Some programs name a character by the radical that looks like it (⽉ for 月). */
const tidy = (text: string): string =>
  withoutRadicals(text)
    .replace(/[ \t]+/gu, ' ')
    .replace(AUTOSPACE, '')
    .replace(JUSTIFIED, '')
    .trim()

/**
 * Puts the pieces of a page together to lines, in the order in which the document has them, which is nearly always
 * that of reading.
 *
 * @returns the lines, and how often the text jumps up the page, as it does where the order is that of drawing
 */
export const linesOf = (pieces: readonly Piece[], page: number): { lines: Line[]; jumps: number } => {
  const lines: Line[] = []
  let jumps = 0
  for (const piece of pieces) {
    if (piece.str === '') continue
    const last = lines.at(-1)
    const size = piece.size > 0 ? piece.size : (last?.size ?? 10)
    const aside = last !== undefined && Math.abs(piece.y - last.y) < SAME_LINE * Math.max(size, last.size)
    if (last && aside && piece.x >= last.end - size) {
      const isRaised = size < last.size && piece.y > last.y
      last.text +=
        (needsSpace(last, { ...piece, size }) ? ' ' : '') +
        (isRaised && RAISED.test(piece.str) ? raised(piece.str) : piece.str)
      last.end = Math.max(last.end, piece.x + piece.width)
      if (isRaised) last.raised = true
      last.size = Math.max(last.size, size)
      continue
    }
    if (piece.str.trim() === '') continue
    if (last && piece.y > last.y + 2 * size && piece.x < last.end) jumps++
    lines.push({ text: piece.str, x: piece.x, y: piece.y, end: piece.x + piece.width, size, page })
  }
  return { lines: lines.map((line) => ({ ...line, text: tidy(line.text) })), jumps }
}
