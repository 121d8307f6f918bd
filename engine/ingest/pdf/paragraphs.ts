import { keepsHyphen } from '../../text/legible.ts'
import type { Block } from '../report.ts'
import type { Line } from './lines.ts'
import { noteLines } from './notes.ts'

const CJK_END = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]$/u
const CJK_START = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]/u
const TERMINAL = /[.!?。！？…][”’"')）」』]*$/u
const PAGE_NUMBER =
  /^(?:page\s+)?[-–—\s]*\d{1,4}(?:\s*(?:\/|of|共)\s*\d{1,4}(?:\s*页)?)?[-–—\s]*$|^第\s*\d{1,4}\s*页.*$/iu

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** What stands on every page at its edge, whatever number it has. */
const runningKey = ({ text }: Line): string => text.replace(/\d+/gu, '#').replace(/\s+/gu, ' ')
/** So many lines at the top and at the bottom of a page may be header and footer. */
const EDGE = 2
/** Lines at the top and the bottom of a page, wherever the file has them: browsers draw them last. */
const edgesOf = (lines: readonly Line[]): Line[] => {
  const byPlace = [...lines].sort((a, b) => b.y - a.y)
  return [
    ...new Set([
      ...lines.slice(0, EDGE),
      ...lines.slice(-EDGE),
      ...byPlace.slice(0, EDGE),
      ...byPlace.slice(-EDGE)
    ])
  ]
}

/** What a browser prints over a page: when it was printed, perhaps with the page's title; and under it: its address. */
const PRINTED_WHEN =
  /^(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}),?\s+(?:[上下]午\s*)?\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?(?:\s|$)/iu
const PRINTED_WHERE = /^(?:https?|file):\/\/\S+(?:\s+\d{1,4}\s*\/\s*\d{1,4})?$|^about:blank/iu

/** The lines that a browser printed on these pages; none unless it printed when or where on each. */
const printedLines = (edges: readonly Line[][]): Line[] => {
  const printed = edges.map((lines) =>
    lines.filter(({ text }) => PRINTED_WHEN.test(text) || PRINTED_WHERE.test(text))
  )
  if (printed.length === 0 || printed.some((lines) => lines.length === 0)) return []
  const rows = printed.flat()
  // Title and number of the page stand in the same row, perhaps as lines of their own.
  return edges
    .flat()
    .filter((line) =>
      rows.some(({ page, y }) => page === line.page && Math.abs(y - line.y) < 0.6 * line.size)
    )
}

/** Headers, footers and page numbers: at a page's edge, and a number alone or the same on several pages. */
const runningLines = (pages: readonly Line[][]): Set<Line> => {
  const edges = pages.map(edgesOf)
  const counts = new Map<string, number>()
  for (const lines of edges)
    for (const key of new Set(lines.map(runningKey))) counts.set(key, (counts.get(key) ?? 0) + 1)
  return new Set([
    ...printedLines(edges.filter((lines) => lines.length > 0)),
    ...edges
      .flat()
      .filter(
        (line) =>
          PAGE_NUMBER.test(line.text) ||
          (pages.length > 1 && (counts.get(runningKey(line)) ?? 0) > pages.length / 2)
      )
  ])
}

/** Joins a line to the one before: no space inside Chinese, and a word parted at the line's end made whole. */
const join = (before: string, after: string, whole: ReadonlySet<string>): string => {
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + after
  if (/[-\u2010]$/u.test(before)) {
    const keeps = keepsHyphen(before, after, whole)
    return (keeps === false ? before.slice(0, -1) : before) + after
  }
  return CJK_END.test(before) && CJK_START.test(after) ? before + after : `${before} ${after}`
}

interface Measures {
  /** The usual height of the font. */
  size: number
  /** The usual distance between two lines of a paragraph, points. */
  leading: number
  /** Paragraphs stand further apart than lines. */
  spaced: boolean
  left: number
  right: number
  /** The text stands in one column, so that a line that ends early ends a paragraph. */
  oneColumn: boolean
}

/** A distance to the next line this many times the usual one parts paragraphs. */
const WIDE = 1.2
/** A mark of a note above a line moves the line down by so much at most. */
const WIDE_RAISED = 1.5
/** Beginning of an item of a list. */
const ITEM = /^(?:(\d{1,2})[.)、]|([•▪‣●]))\s*\p{L}/u

/** Whether a line is the item of a list after that which begins with the other. */
const isNextItem = (words: string, first: string): boolean => {
  const [, number, bullet] = ITEM.exec(words) ?? []
  const [, numberBefore, bulletBefore] = ITEM.exec(first) ?? []
  return number === undefined
    ? bullet !== undefined && bullet === bulletBefore
    : Number(number) === Number(numberBefore) + 1
}

/** Whether the first word of the next line would have had room on a line, so that its end was meant. */
const endsEarly = (line: Line, next: Line, right: number): boolean => {
  const each = (next.end - next.x) / Math.max(1, next.text.length)
  const word = CJK_START.test(next.text) ? 2 : (/^\S+/u.exec(next.text)?.[0].length ?? 1) + 2
  return line.end + each * word < right
}

/** Lines of a title stand this far apart at most, in heights of its font; a title is set larger than the text. */
const TITLE_LEADING = 1.7
const isOneTitle = (line: Line, before: Line, { size }: Measures): boolean =>
  line.page === before.page &&
  line.size > 1.12 * size &&
  Math.abs(line.size - before.size) < 0.05 * line.size &&
  before.y - line.y > 0 &&
  before.y - line.y < TITLE_LEADING * line.size &&
  !TERMINAL.test(before.text)

/** So far a line reaches at most that was clearly ended on purpose, of the width of the text. */
const EARLY = 0.8
/** Items whose bullets are drawn and no characters: what ends early and open, over a line that begins anew at the same edge. */
const isItemWithoutMark = (line: Line, before: Line, { left, right, oneColumn }: Measures): boolean =>
  oneColumn &&
  /^\p{Lu}/u.test(line.text) &&
  !/[,;:\-–—&]$|\b(?:of|the|and|or|in|on|at|to|for|with|by|from|a|an)$/iu.test(before.text) &&
  Math.abs(line.x - before.x) < 0.5 * line.size &&
  before.end < left + EARLY * (right - left)

/** Whether lines of a page stand beside others. */
const areBeside = (body: readonly Line[]): boolean =>
  body.some((line, at) => {
    const before = body.slice(Math.max(0, at - BESIDE_WITHIN), at)
    return before.some(
      (other) =>
        other.page === line.page &&
        Math.abs(other.y - line.y) < 0.5 * line.size &&
        (line.x > other.end || other.x > line.end)
    )
  })
/** Lines of two columns that stand beside each other are no further apart in the file. */
const BESIDE_WITHIN = 80

/** @param first words of the line that the paragraph before begins with */
const startsParagraph = (
  line: Line,
  before: Line,
  after: Line | undefined,
  first: string,
  measures: Measures
): boolean => {
  const { leading, spaced, left, right } = measures
  const size = Math.max(line.size, before.size)
  if (isOneTitle(line, before, measures)) return false
  if (Math.abs(line.size - before.size) > 0.12 * size) return true
  if (ITEM.test(line.text) && TERMINAL.test(before.text)) return true
  if (isNextItem(line.text, first)) return true
  const distance = before.y - line.y
  if (line.page === before.page) {
    if (distance < 0 || (leading > 0 && distance > (line.raised ? WIDE_RAISED : WIDE) * leading)) return true
    if (spaced && distance <= WIDE * leading)
      return endsEarly(before, line, right) && isItemWithoutMark(line, before, measures)
  }
  const early = endsEarly(before, line, right)
  const indented = line.x > left + 0.9 * size && line.x > before.x + 0.9 * size
  // Lines of an item hang below its first; a first line that is set in has the next one further left.
  if (indented && (!after || after.x < line.x - 0.5 * size || endsEarly(line, after, right))) return true
  return early && (TERMINAL.test(before.text) || isItemWithoutMark(line, before, measures))
}

/** How lines of one paragraph and of two follow one another. */
const measure = (body: readonly Line[]): Measures => {
  const distances = body
    .flatMap((line, at) => {
      const before = body[at - 1]
      const distance = before?.page === line.page ? before.y - line.y : 0
      return distance > 0 && distance < 4 * line.size ? [distance] : []
    })
    .sort((a, b) => a - b)
  const quartile = distances[Math.floor(distances.length / 4)] ?? 0
  const leading = median(distances.filter((distance) => distance <= 1.15 * quartile))
  return {
    size: median(body.map(({ size }) => size)),
    leading,
    spaced: distances.filter((distance) => distance > WIDE * leading).length > 1,
    left: body.reduce((least, { x }) => Math.min(least, x), Infinity),
    right: body.reduce((most, { end }) => Math.max(most, end), -Infinity),
    oneColumn: !areBeside(body)
  }
}

/** The paragraphs that lines make, also over the breaks of their pages. */
const joined = (body: readonly Line[], measures: Measures): string[] => {
  const whole = new Set(body.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? []))
  const paragraphs: string[] = []
  let first = ''
  for (const [at, line] of body.entries()) {
    const before = body[at - 1]
    if (!before || startsParagraph(line, before, body[at + 1], first, measures)) {
      paragraphs.push(line.text)
      first = line.text
    } else paragraphs.push(join(paragraphs.pop() ?? '', line.text, whole))
  }
  return paragraphs
}

/** Puts the lines of a document together to paragraphs; what runs over its pages and its footnotes are cut. */
export const paragraphsOfPages = (pages: readonly Line[][]): Block[] => {
  const running = runningLines(pages)
  const text = pages.map((lines) => lines.filter((line) => !running.has(line)))
  const notes = noteLines(text, median(text.flat().map(({ size }) => size)))
  const body = text.flat().filter((line) => !notes.has(line))
  const kept = joined(body, measure(body))
  const apart = [...notes]
  return [
    ...kept.map((words): Block => ({ text: words, gap: '\n\n', kept: true })),
    ...(apart.length > 0 ? joined(apart, measure(apart)) : []).map((words): Block => ({
      text: words,
      gap: '\n\n',
      kept: false,
      why: 'note'
    })),
    ...[...running].map((line): Block => ({ text: line.text, gap: '\n\n', kept: false, why: 'running' }))
  ]
}
