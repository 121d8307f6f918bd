import { figureWords } from '../lexicon/claim-cues.ts'
import type { Language, Span } from '../model.ts'
import { anyOf, shortMonth } from './figures.ts'

/** When something is to be, as far as a text tells: a day, a quarter of next year, before the end of June. */

/** Months counted from the year 0, both inclusive: May 2029 is 2029 * 12 + 4. */
export interface TimeSpan {
  from: number
  to: number
  /** Whether it is the last at which something is to be. */
  isLimit: boolean
}

const YEAR = 12

const { months, years, before, partsOfYear } = figureWords

interface Part {
  from: number
  to: number
  pattern: RegExp
}

interface Grammar {
  /** What this year is called, and the next. */
  named: readonly RegExp[]
  year: RegExp
  parts: readonly Part[]
}

/** "May", but not "may"; "Sept. 7". */
const monthsIn: Record<Language, (month: string, at: number) => RegExp> = {
  en: (month) => new RegExp(`\\b(?:${month}\\b|${shortMonth(month)})`, 'gu'),
  zh: (_month, at) => new RegExp(`(?<!\\d)${at + 1}月`, 'gu')
}

const grammarOf = (language: Language): Grammar => {
  const bounded = (phrases: readonly string[]): RegExp =>
    new RegExp(language === 'en' ? `\\b(?:${anyOf(phrases)})(?![\\p{L}])` : anyOf(phrases), 'giu')
  return {
    named: [years.this, years.next].map((words) => bounded(words[language])),
    year: language === 'en' ? /\b20\d\d\b/gu : /20\d\d(?=年)/gu,
    parts: [
      ...months.en.map((month, at) => ({ from: at, to: at, pattern: monthsIn[language](month, at) })),
      ...partsOfYear.map(({ from, to, ...words }) => ({ from, to, pattern: bounded(words[language]) }))
    ]
  }
}

const GRAMMARS = { en: grammarOf('en'), zh: grammarOf('zh') }
/** Before a time that is a limit, and in Chinese behind one. */
const LIMIT_EN = new RegExp(`\\b(?:${anyOf(before.en)})\\s+(?:the\\s+)?(?:end\\s+of\\s+)?(?:the\\s+)?$`, 'iu')
const LIMIT_ZH = new RegExp(`^.{0,4}(?:${anyOf(before.zh)})`, 'u')

/** Stands for the year of a meeting that is not known. */
const SOME_YEAR = '0001-01'

/** A year stands so near to its quarter or month, in characters: "the first quarter of next year". */
const NEAR = 12

/**
 * The times that words of a text name.
 *
 * @param held ISO date of the meeting: "in March" is the next March from there, of this year or the next where it is not known
 */
export const timesIn = (text: string, span: Span, language: Language, held: string | null): TimeSpan[] => {
  const words = text.slice(span.start, span.end)
  const { named: called, year, parts } = GRAMMARS[language]
  const [heldYear = 0, heldMonth = 1] = (held ?? SOME_YEAR).split('-').map(Number)
  const now = heldYear * YEAR + heldMonth - 1
  // A year by its number says nothing beside "next year" of a year that is not known.
  if (held === null && new RegExp(year).test(words)) return []
  const named = [
    ...called.flatMap((pattern, ahead) =>
      [...words.matchAll(pattern)].map((match) => ({ match, value: heldYear + ahead }))
    ),
    ...[...words.matchAll(year)].map((match) => ({ match, value: Number(match[0]) }))
  ].map(({ match, value }) => ({ start: match.index, end: match.index + match[0].length, value }))
  const isDeadline = (start: number, end: number): boolean =>
    language === 'en' ? LIMIT_EN.test(words.slice(0, start)) : LIMIT_ZH.test(words.slice(end))
  const used = new Set<number>()
  const within = parts.flatMap(({ from, to, pattern }) =>
    [...words.matchAll(pattern)].flatMap((match): TimeSpan[] => {
      const [start, end] = [match.index, match.index + match[0].length]
      const own = named.find((one) => (one.start <= start ? start - one.end : one.start - end) <= NEAR)
      if (own) used.add(own.start)
      // Of a part that has no year the next one is meant.
      const next = heldYear + (heldYear * YEAR + to < now ? 1 : 0)
      const inYears = own ? [own.value] : held === null ? [heldYear, heldYear + 1] : [next]
      const isLimit = isDeadline(start, end)
      return inYears.map((one) => ({
        from: isLimit ? now : one * YEAR + from,
        to: one * YEAR + to,
        isLimit
      }))
    })
  )
  const whole = named
    .filter(({ start }) => !used.has(start))
    .map(({ start, end, value }): TimeSpan => ({
      from: isDeadline(start, end) ? now : value * YEAR,
      to: value * YEAR + YEAR - 1,
      isLimit: isDeadline(start, end)
    }))
  return [...within, ...whole]
}

/** Two limits of other months, or two times of which neither lies within the other. */
const isApart = (one: TimeSpan, other: TimeSpan): boolean =>
  one.isLimit && other.isLimit ? one.to !== other.to : one.to < other.from || other.to < one.from

/** Whether some times and others rule each other out: each side names some, and none of one agrees with any of the other. */
export const areApart = (some: readonly TimeSpan[], others: readonly TimeSpan[]): boolean =>
  some.length > 0 && others.length > 0 && some.every((one) => others.every((other) => isApart(one, other)))
