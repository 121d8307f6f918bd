import type { Paragraph, ParagraphKind, Span } from '../model.ts'

const ITEM =
  /^\s*(?:[-*•·–—▪●]\s+|(?:\(?\d{1,2}[.)、]|[（(][一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]{1,2}、)\s*)/u
const QUOTE_MARK = /^\s*>+\s?/u
const HASHES = /^\s*#{1,6}\s+/u
const TERMINAL = /[.!?。！？…][”’"'」』）)\]]*$/u
const END_MARK = /^[\s(（[\-—–*]*(?:end|ends|完|###?|# # #)[\s)）\]\-—–*]*$/iu
const NOTICE = /^[[【].*[\]】]$/su
const DATELINE =
  /^[（(]?[^.。]{0,60}\b\d{1,2},?\s+\d{4}\b[^.。]{0,25}[）)]?:?$|^[（(]?[^。]{0,30}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日[^。]{0,20}[）)]?$/u

/** A heading is shorter than this, in characters; anything longer without a stop is a sentence that lacks one. */
const LONGEST_HEADING = 160
/** Of lines without blank lines between: when this share end without a stop, they are wrapped by a program. */
const WRAPPED_SHARE = 0.4
const WRAPPED_LEAST_LENGTH = 45

const trimmed = (text: string, start: number, end: number): Span => {
  const piece = text.slice(start, end)
  return { start: start + piece.length - piece.trimStart().length, end: start + piece.trimEnd().length }
}

const lines = (text: string): Span[] => {
  const spans: Span[] = []
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+/gu)) {
    const span = trimmed(text, match.index, match.index + match[0].length)
    if (span.end > span.start) spans.push(span)
  }
  return spans
}

const hasBlankLine = (between: string): boolean =>
  /(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)|\u2029/u.test(between)

const looksWrapped = (text: string, all: Span[]): boolean => {
  const open = all.filter(
    ({ start, end }) => !TERMINAL.test(text.slice(start, end)) && end - start >= WRAPPED_LEAST_LENGTH
  )
  return all.length > 2 && open.length >= WRAPPED_SHARE * all.length
}

/** Lines that stand together: apart from list items, up to a blank line or, where there is none, one by one. */
const blocks = (text: string): Span[] => {
  const all = lines(text)
  const anyBlank = all.some(
    (line, at) => at > 0 && hasBlankLine(text.slice(all[at - 1]?.end ?? 0, line.start))
  )
  const wrapped = anyBlank || looksWrapped(text, all)
  const grouped: Span[] = []
  for (const [at, line] of all.entries()) {
    const last = grouped.at(-1)
    const words = text.slice(line.start, line.end)
    const between = text.slice(all[at - 1]?.end ?? 0, line.start)
    const apart = hasBlankLine(between) || ITEM.test(words) || HASHES.test(words)
    const lastLine = all[at - 1]
    const lastWords = lastLine ? text.slice(lastLine.start, lastLine.end) : ''
    // Wrapped without blank lines: a short line that ends a sentence ends its paragraph.
    const shortEnd = !anyBlank && TERMINAL.test(lastWords) && lastWords.length < WRAPPED_LEAST_LENGTH
    if (last && wrapped && !apart && !shortEnd && !HASHES.test(lastWords)) last.end = line.end
    else grouped.push({ ...line })
  }
  return grouped
}

const kindOf = (words: string, at: number, seenBody: boolean, seenTitle: boolean): ParagraphKind => {
  if (!/[\p{L}\p{N}]/u.test(words) || END_MARK.test(words)) return 'end'
  if (!seenBody && NOTICE.test(words)) return 'notice'
  if (HASHES.test(words)) return seenTitle ? 'heading' : 'title'
  // A line that ends in a colon introduces what follows and says something itself.
  const short = words.length <= LONGEST_HEADING && !TERMINAL.test(words) && !/[:：]$/u.test(words)
  if (!seenBody && DATELINE.test(words)) return 'dateline'
  if (!seenBody && !seenTitle && at <= 2 && words.length <= 2 * LONGEST_HEADING && !TERMINAL.test(words))
    return 'title'
  if (ITEM.test(words)) return 'item'
  if (short && (words === words.toUpperCase() || !/[，,；;]/u.test(words)) && !/\s[-–—]\s/u.test(words))
    return 'heading'
  return 'body'
}

/**
 * Cuts a text into paragraphs and says what each is. Blank lines part paragraphs; in a text without any, each line
 * is one unless the lines were wrapped by a program. Items of lists are paragraphs of their own.
 *
 * @returns spans without surrounding white space and without marks of lists, quotations and Markdown headings
 */
export const paragraphsOf = (text: string): Paragraph[] => {
  const paragraphs: Paragraph[] = []
  let seenBody = false
  let seenTitle = false
  for (const [at, block] of blocks(text).entries()) {
    const words = text.slice(block.start, block.end)
    const kind = kindOf(words, at, seenBody, seenTitle)
    if (kind === 'body' || kind === 'item') seenBody = true
    if (kind === 'title') seenTitle = true
    const mark = (kind === 'item' ? ITEM : kind === 'title' || kind === 'heading' ? HASHES : QUOTE_MARK).exec(
      words
    )
    paragraphs.push({ kind, start: block.start + (mark?.[0].length ?? 0), end: block.end })
  }
  return paragraphs
}
