import { figureWords } from '../lexicon/claim-cues.ts'
import type { Figure, Language, Span } from '../model.ts'
import { overlaps } from '../text/spans.ts'

/** Numbers and dates as they stand in a text, with values that are the same in either language. */

const { numbers, scales, months, periods, notCounted, notCountedZh, measuresZh, currencies } = figureWords
const NOT_COUNTED = new Set(notCounted)
const NUMBERS: Readonly<Record<string, number>> = { ...numbers.en, ...numbers.zh }
const SCALES: Readonly<Record<string, number>> = { ...scales.en, ...scales.zh }

/** A pattern of any of some phrases, the longest first. */
export const anyOf = (words: readonly string[]): string =>
  [...words].sort((a, b) => b.length - a.length).join('|')
const SCALE = anyOf(Object.keys(scales.en))
const MONTH = anyOf(months.en)
/** So many letters tell a month from all others. */
const LETTERS = 3
/** A pattern of a month that is cut short before its day: "Jan. 24", "Sept. 3". */
export const shortMonth = (month: string): string =>
  `${month.slice(0, LETTERS)}${month.startsWith('Sept') ? 't?' : ''}\\.(?=\\s\\d)`
const SHORT_MONTH = months.en.map(shortMonth).join('|')
const WORD = anyOf(Object.keys(numbers.en))
const DIGITS = '\\d[\\d,]*(?:\\.\\d+)?'
const HAN = `[${Object.keys(numbers.zh).join('')}百千万亿]+`
const HAN_SCALE = '(?:[十百千万]*[百千万亿])?'

/** Of a month in which part it is. */
const PART: Readonly<Record<string, string>> = {
  end: 'end',
  底: 'end',
  beginning: 'start',
  start: 'start',
  初: 'start'
}

type Reader = (groups: Record<string, string | undefined>) => string | null

/** "4.8" and "billion" as 4800000000; null where it is no number. */
const amount = (digits = '', scale = ''): string | null => {
  const base =
    NUMBERS[digits.toLowerCase()] ??
    (/\d/u.test(digits) ? Number(digits.replaceAll(',', '')) : hanNumber(digits))
  const factor =
    scale === ''
      ? 1
      : (SCALES[scale.toLowerCase()] ??
        Array.from(scale).reduce((product, one) => product * (SCALES[one] ?? 1), 1))
  return Number.isFinite(base) ? String(Math.round(base * factor * 1000) / 1000) : null
}

/** 二十六 as 26; not a number where it is none. */
const hanNumber = (digits: string): number => {
  let [whole, part, last] = [0, 0, 0]
  for (const character of digits) {
    const scale = SCALES[character]
    const value = NUMBERS[character]
    if (scale !== undefined && scale >= 10_000) {
      whole += (part + last || 1) * scale
      ;[part, last] = [0, 0]
    } else if (scale !== undefined) {
      part += (last || 1) * scale
      last = 0
    } else if (value !== undefined) last = value
    else return NaN
  }
  return digits === '' ? NaN : whole + part + last
}

const two = (digits: string): string => digits.padStart(2, '0')
const dateOf: Reader = ({ month, number, day, year, part }) => {
  const named = month?.toLowerCase().replace('.', '').slice(0, LETTERS)
  const name =
    named === undefined ? -1 : months.en.findIndex((one) => one.slice(0, LETTERS).toLowerCase() === named)
  const at = number ?? (name < 0 ? '' : String(name + 1))
  if (at === '') return year ?? null
  const within = part === undefined ? undefined : PART[part.toLowerCase()]
  return [two(at), ...(day === undefined ? [] : [two(day)]), ...(within === undefined ? [] : [within])].join(
    '-'
  )
}

interface Rule {
  kind: Figure['kind']
  pattern: RegExp
  value: Reader
}

const scaled: Reader = ({ digits, scale }) => amount(digits, scale)

const ENGLISH: readonly Rule[] = [
  {
    kind: 'money',
    pattern: new RegExp(
      `(?:US)?[$€¥]\\s?(?<digits>${DIGITS})(?:[\\s-]?(?<scale>${SCALE}))?|(?<digits2>${DIGITS})[\\s-](?<scale2>${SCALE})[\\s-](?:${anyOf(currencies.en)})\\b`,
      'giu'
    ),
    value: ({ digits, scale, digits2, scale2 }) => amount(digits ?? digits2, scale ?? scale2)
  },
  {
    kind: 'percent',
    pattern: new RegExp(`(?<digits>${DIGITS}|\\b(?:${WORD})\\b)\\s?(?:%|percent|per cent)`, 'giu'),
    value: scaled
  },
  {
    kind: 'date',
    pattern: new RegExp(
      `(?:\\b(?<part>end|beginning|start) of )?(?:\\b(?<before>\\d{1,2})(?:st|nd|rd|th)? (?:of )?)?\\b(?:(?<month>${MONTH})\\b|(?<short>${SHORT_MONTH}))(?: (?<day>\\d{1,2})\\b)?(?:,? (?<year>\\d{4}))?|(?<=\\b(?:in|by|until|since|before|from|of|through|to) )(?<year2>(?:19|20)\\d{2})\\b`,
      'gu'
    ),
    value: ({ year, year2, before, day, month, short, ...rest }) =>
      dateOf({ ...rest, month: month ?? short, day: before ?? day, year: year ?? year2 })
  },
  {
    kind: 'period',
    pattern: new RegExp(
      `\\b(?<digits>${DIGITS}|${WORD})[\\s-](?<unit>${anyOf(periods.en)})s?\\b(?!-old)`,
      'giu'
    ),
    value: ({ digits, unit }) => withUnit(amount(digits), periods.en.indexOf((unit ?? '').toLowerCase()))
  },
  {
    kind: 'number',
    pattern: new RegExp(
      `(?<![\\w$.-])(?<digits>${DIGITS}|(?:${WORD})(?= \\p{L}))(?:[\\s-](?<scale>${SCALE}))?(?![\\w-])(?: (?<noun>\\p{L}+))?`,
      'giu'
    ),
    value: ({ digits, scale, noun }) =>
      /^\d/u.test(digits ?? '') || !NOT_COUNTED.has((noun ?? '').toLowerCase()) ? amount(digits, scale) : null
  }
]

/** Days of each period; those shorter than a day stand by themselves: twelve months are a year. */
const DAYS: readonly number[] = [0, 0, 1, 7, 30, 360, 90, 3600]
const withUnit = (value: string | null, unit: number): string | null => {
  const days = DAYS[unit] ?? 0
  if (value === null) return null
  return days > 0 ? `${Number(value) * days} days` : `${value} ${periods.en[unit] ?? ''}`.trim()
}

/** Of the periods of either language those that are one: 周 and 星期 are a week. */
const PERIOD_OF: Readonly<Record<string, number>> = {
  分钟: 0,
  小时: 1,
  天: 2,
  日: 2,
  周: 3,
  星期: 3,
  个月: 4,
  年: 5,
  季度: 6
}

const CHINESE: readonly Rule[] = [
  {
    kind: 'percent',
    pattern: new RegExp(`百分之(?<digits>${HAN}|${DIGITS})|(?<digits2>${DIGITS})[%％]`, 'gu'),
    value: ({ digits, digits2 }) => amount(digits ?? digits2)
  },
  {
    kind: 'money',
    pattern: new RegExp(`(?<digits>${DIGITS})(?<scale>${HAN_SCALE})(?:${anyOf(currencies.zh)})`, 'gu'),
    value: scaled
  },
  {
    kind: 'date',
    pattern:
      /(?:(?<year>\d{4})年)?(?<number>\d{1,2})月(?:(?<day>\d{1,2})日|(?<part>底|初))?|(?<year2>\d{4})年/gu,
    value: ({ year, year2, ...rest }) => dateOf({ ...rest, year: year ?? year2 })
  },
  {
    kind: 'period',
    pattern: new RegExp(`(?<digits>${DIGITS}|${HAN})(?<unit>${anyOf(periods.zh)})`, 'gu'),
    value: ({ digits, unit }) => withUnit(amount(digits), PERIOD_OF[unit ?? ''] ?? -1)
  },
  {
    kind: 'number',
    pattern: new RegExp(
      `(?<digits>${DIGITS})(?<scale>${HAN_SCALE})(?:${anyOf(measuresZh)})?|(?<![第百千万亿])(?<digits2>[两二三四五六七八九十](?:${HAN})?)(?:${anyOf(measuresZh)})`,
      'gu'
    ),
    value: ({ digits, digits2, scale }) => amount(digits ?? digits2, scale)
  }
]

/**
 * The numbers and dates in a part of a text, in order, none inside another.
 *
 * @param text of the whole readout
 */
export const figuresIn = (text: string, { start, end }: Span, language: Language): Figure[] => {
  const words = text.slice(start, end)
  const found: Figure[] = []
  if (
    language === 'en'
      ? !/[\d$]|\b(?:t|s|f|n|e|o|h)/iu.test(words)
      : !/[\d一二三四五六七八九十两百]/u.test(words)
  )
    return found
  for (const { kind, pattern, value } of language === 'en' ? ENGLISH : CHINESE)
    for (const match of words.matchAll(pattern)) {
      const { noun } = match.groups ?? {}
      const length = match[0].length - (noun === undefined ? 0 : noun.length + 1)
      const span = { start: start + match.index, end: start + match.index + length }
      const read = value(match.groups ?? {})
      const isName = notCountedZh.some((name) => words.startsWith(name, match.index))
      if (read !== null && !isName && !found.some((other) => overlaps(other, span)))
        found.push({ kind, value: read, ...span })
    }
  return found.sort((a, b) => a.start - b.start)
}

/** Whether two figures, of whichever text, say the same. */
export const isSameFigure = (one: Figure, other: Figure): boolean =>
  one.kind === other.kind && one.value === other.value

/** Whether all of some figures are among others. */
export const areAmong = (some: readonly Figure[], all: readonly Figure[]): boolean =>
  some.every((figure) => all.some((another) => isSameFigure(figure, another)))

/** Whether some words have a figure that others have. */
export const haveFigureInCommon = (one: readonly Figure[], other: readonly Figure[]): boolean =>
  one.some((figure) => other.some((another) => isSameFigure(figure, another)))
