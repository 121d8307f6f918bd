import type { Span } from '../model.ts'
import { isTitleCase } from './headings.ts'
import { BY_CHANCE, endsOpen, HASHES, ITEM, QUOTE_MARK, LINE_ENDS } from './marks.ts'

/** Lines of a text put together to the blocks that become its paragraphs. */

/** A line without the white space around it. */
interface Line extends Span {
  words: string
  /** Its width with what it is set in by, a Chinese character as two: programs wrap by what fits on the screen. */
  columns: number
  /** How far it is set in, in columns. */
  lead: number
  /** It is set in from the left, as Chinese paragraphs are. */
  indented: boolean
  /** At least one blank line stands before it. */
  apart: boolean
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu
const columnsOf = (words: string): number => words.length + (words.match(WIDE)?.length ?? 0)

const BLANK_LINE = /(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*[\r\n]|\u2029/u
const INDENT = /[\u3000\t]|[^\S\r\n\v\f]{2}/u

const LINE = new RegExp(`[^${LINE_ENDS}]+`, 'gu')

const linesOf = (text: string): Line[] => {
  const lines: Line[] = []
  let before = 0
  /** A line with nothing but the mark of a quotation parts paragraphs as a blank one does. */
  let parted = false
  for (const { index, 0: whole } of text.matchAll(LINE)) {
    const mark = QUOTE_MARK.exec(whole)?.[0].length ?? 0
    const words = whole.slice(mark).trim()
    if (words === '') {
      parted ||= mark > 0
      continue
    }
    const lead = whole.length - whole.slice(mark).trimStart().length
    const start = index + lead
    lines.push({
      start,
      end: start + words.length,
      words,
      columns: columnsOf(whole.slice(0, lead)) + columnsOf(words),
      lead: columnsOf(whole.slice(mark, lead)),
      indented: INDENT.test(whole.slice(mark, lead)),
      apart: lines.length > 0 && (parted || BLANK_LINE.test(text.slice(before, start)))
    })
    parted = false
    before = start + words.length
  }
  return lines
}

/** What of the next line would have had to fit on this one: a word, or a Chinese character. */
const firstWord = ({ words }: Line): number =>
  columnsOf(/^(?:[\p{L}\p{N}\p{P}]*?\p{Script=Han}|\S{1,40})/u.exec(words)?.[0] ?? '')

/** No line begins with these of its own: what they close or go on with stands before. */
const GOES_ON = /^[，。、；：！？”’）》」』】〉…,;.!?)\]]/u
/** A word parted at the end of a line. */
const PARTED = /\p{L}[-\u2010\u00ad]$/u
const LOWER = /^\p{Ll}/u
const HAN = /\p{Script=Han}/u

/** Lines that a program broke reach at least this share of the longest; one much shorter was ended on purpose. */
const NEARLY_FULL = 0.75
/** Nothing is wrapped narrower than this, in columns. */
const NARROWEST = 20
/** A line this many times as wide as those that were broken shows that nothing broke it. */
const BEYOND = 1.15
const FEW = 0.1
/** Lines so wide, in columns, hold whole paragraphs. */
const WIDE_ENOUGH = 40
/** Chinese is broken behind any character, so that a broken line lacks no more than a mark or two, and what follows it. */
const SHORT_OF = 6

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0

/** How Chinese counts what it lists in words: such a line begins anew unless the one before is full. */
const COUNTED =
  /^(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]+[，、,：]|其[一二三四五六七八九十][，、,：]|首先|其次|再次)/u

/** A line without a stop that another follows at once: broken by a program, or ended on purpose. */
const breaksIn = (lines: readonly Line[]): { line: Line; next: Line }[] =>
  lines.flatMap((line, at) => {
    const next = lines[at + 1]
    return next &&
      !next.apart &&
      endsOpen(line.words) &&
      !ITEM.test(next.words) &&
      !COUNTED.test(next.words) &&
      !HASHES.test(next.words)
      ? [{ line, next }]
      : []
  })

/** A line that ends within a sentence, by a comma at its end or a clause begun behind one; so much of its end tells. */
const INSIDE = /[，、；。].*\p{Script=Han}$|[，、；]$/u
const AT_END = 120
/** A line of Chinese is as full as it can be if it lacks no more than two characters. */
const TO_THE_EDGE = 4

/**
 * The width of Chinese that was wrapped so wide that few paragraphs go over a line: whatever ends open inside a
 * sentence, behind a comma, reaches as far as the longest line does.
 */
const widthOfFew = (lines: readonly Line[], breaks: readonly { line: Line; next: Line }[]): number | null => {
  const widest = lines.reduce((most, { columns }) => Math.max(most, columns), 0)
  const inside = breaks.filter(
    ({ line, next }) => HAN.test(next.words.slice(0, 1)) && INSIDE.test(line.words.slice(-AT_END))
  )
  return inside.length > 0 &&
    widest >= WIDE_ENOUGH &&
    inside.every(({ line }) => line.columns >= widest - TO_THE_EDGE)
    ? widest
    : null
}

/**
 * The width at which a program wrapped these lines; null where they are as long as their writer made them. Wrapped
 * lines are about equally long, none is much longer, and in English some go on with a small letter.
 *
 * @param least the share of the lines that must end without a stop
 */
const wrapOf = (lines: readonly Line[], least: number): number | null => {
  const breaks = breaksIn(lines)
  if (breaks.length === 0 || breaks.length < least * lines.length) return widthOfFew(lines, breaks)
  const widths = breaks.map(({ line }) => line.columns).sort((a, b) => a - b)
  const usual = quantile(widths, 0.8)
  const width = widths.findLast((columns) => columns <= 1.25 * usual) ?? 0
  if (width < NARROWEST) return null
  const beyond = lines.filter(
    ({ columns, words }) => columns > BEYOND * width && /\s|\p{Script=Han}/u.test(words)
  )
  if (beyond.length > FEW * lines.length) return null
  const full = widths.filter((columns) => columns >= 0.7 * width)
  if (2 * full.length < widths.length) return null
  const chinese = breaks.filter(
    ({ line, next }) => HAN.test(line.words.slice(-1)) && HAN.test(next.words.slice(0, 1))
  )
  const reaching = chinese.filter(({ line, next }) => line.columns + firstWord(next) + SHORT_OF > width)
  if (2 * reaching.length < chinese.length) return null
  const latin = breaks.filter(({ next }) => /^\p{Script=Latin}/u.test(next.words))
  return latin.length >= 2 && !latin.some(({ next }) => LOWER.test(next.words)) ? null : width
}

/** Whether a word more would not have gone on the line. */
const isFull = (line: Line, next: Line, wrap: number): boolean => line.columns + 1 + firstWord(next) > wrap

/** So many words in title case over a line that is none are a title, wherever they stand. */
const WORDS_OF_A_TITLE = 4

/**
 * Whether a first line is a title that stands right over the text: titled in form, and the next line is not; in
 * Chinese, without a comma, and the next character would have gone on it.
 */
const isTitleOver = (line: Line, next: Line, wrap: number): boolean =>
  HAN.test(line.words)
    ? !/[\p{Po}…]/u.test(line.words) && line.columns + 2 <= wrap
    : isTitleCase(line.words) && !isTitleCase(next.words)

/** What is known of the lines of a text, or of those between two blank lines. */
interface Wrapping {
  width: number | null
  /** Some lines are set in, and not all: with them paragraphs begin. */
  indents: boolean
  /** They go on with those before instead, and paragraphs begin with the others. */
  hanging: boolean
}

/**
 * @param first the first line of the block that would go on
 * @param inTitle nothing but the lines of a title, perhaps, stands before the next
 */
const goesOnWith = (
  [first, line, next]: [Line, Line, Line],
  inTitle: boolean,
  { width, indents, hanging }: Wrapping
): boolean => {
  if (next.apart || HASHES.test(line.words) || HASHES.test(next.words)) return false
  const open = endsOpen(line.words)
  if (ITEM.test(next.words) || COUNTED.test(next.words))
    return (
      open &&
      width !== null &&
      (BY_CHANCE.test(next.words) || COUNTED.test(next.words)) &&
      !ITEM.test(first.words) &&
      isFull(line, next, width)
    )
  if (GOES_ON.test(next.words)) return true
  if (PARTED.test(line.words) && LOWER.test(next.words)) return true
  if (ITEM.test(first.words) && next.lead > first.lead) return true
  if (hanging) return next.indented
  if (indents && next.indented) return false
  if (width === null) return open && LOWER.test(next.words)
  if (inTitle && isTitleOver(line, next, width)) return false
  if (isFull(line, next, width)) return true
  if (
    line === first &&
    !HAN.test(line.words) &&
    line.words.split(/\s+/u).length >= WORDS_OF_A_TITLE &&
    isTitleOver(line, next, width)
  )
    return false
  return open && (LOWER.test(next.words) || line.columns >= NEARLY_FULL * width)
}

/** Of the lines that are set in, so many follow one that ends open where they go on with it. */
const MOSTLY = 0.6

const wrappingOf = (lines: readonly Line[], least: number): Wrapping => {
  const indented = lines.filter((line) => line.indented).length
  const indents = indented > 0 && indented < 0.8 * lines.length
  const goingOn = lines.filter((line, at) => {
    const before = lines[at - 1]
    return line.indented && !line.apart && before && !ITEM.test(before.words) && endsOpen(before.words)
  })
  const hanging = indented > 1 && goingOn.length > MOSTLY * indented
  return { width: wrapOf(lines, least), indents, hanging }
}

/** Without blank lines this share must end open before lines are held to be wrapped. */
const LEAST_OPEN = 0.3
/** Of lines that all stand apart, so many go on within a sentence where the blank lines part nothing. */
const GOING_ON = 0.3
const LEAST_GOING_ON = 3
/** Lines of a text in which a program set a blank line behind each line that it wrapped, as lines that follow one another. */
const closed = (lines: readonly Line[]): readonly Line[] => {
  if (!lines.every(({ apart }, at) => apart || at === 0)) return lines
  const goingOn = lines.filter((line, at) => {
    const next = lines[at + 1]
    return (
      next &&
      LOWER.test(next.words) &&
      endsOpen(line.words) &&
      !ITEM.test(next.words) &&
      !/[;,]$/u.test(line.words)
    )
  })
  if (goingOn.length < Math.max(LEAST_GOING_ON, GOING_ON * lines.length)) return lines
  const together = lines.map((line) => ({ ...line, apart: false }))
  return wrapOf(together, LEAST_OPEN) === null ? lines : together
}

/** Lines between blank lines. */
const sections = (lines: readonly Line[]): Line[][] => {
  const all: Line[][] = []
  for (const line of lines) {
    const last = all.at(-1)
    if (last && !line.apart) last.push(line)
    else all.push([line])
  }
  return all
}

/**
 * The blocks of a text: what stands between blank lines; there, and in a text that has none, lines that a program
 * wrapped are put together again, and all others stand by themselves. Spans without surrounding white space.
 */
export const blocksOf = (text: string): Span[] => {
  const lines = closed(linesOf(text))
  const whole = wrappingOf(lines, lines.some(({ apart }) => apart) ? 0 : LEAST_OPEN)
  const parts = sections(lines)
  return parts.flatMap((section, part) => {
    const wrapping =
      parts.length > 1 && whole.width === null ? { ...whole, width: wrapOf(section, 0) } : whole
    const blocks: Span[] = []
    let [first, before] = [section[0], section[0]]
    let inTitle = part === 0
    for (const line of section) {
      const last = blocks.at(-1)
      // Below the first block a full line is none of a title.
      const stillTitle =
        inTitle &&
        (blocks.length < 2 || wrapping.width === null || !before || !isFull(before, line, wrapping.width))
      if (last && first && before && goesOnWith([first, before, line], stillTitle, wrapping))
        last.end = line.end
      else {
        blocks.push({ start: line.start, end: line.end })
        first = line
      }
      inTitle &&= HAN.test(line.words) ? last === undefined : isTitleCase(line.words)
      before = line
    }
    return blocks
  })
}
