import { MONTH_NAMES, monthNumber, MONTHS } from '../text/months.ts'

const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`
const ITS_YEAR = String.raw`(?:,?\s+(?<year>\d{4}))?\b`
/** The ways in which a text gives a day, by the names of their parts. */
const DATES = [
  new RegExp(String.raw`\b(?<month>${MONTH_NAMES})\s+${DAY}${ITS_YEAR}`, 'iu'),
  new RegExp(String.raw`\b${DAY}\s+(?<month>${MONTH_NAMES})${ITS_YEAR}`, 'iu'),
  /(?:(?<year>\d{4})\s*年\s*)?(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*日/u,
  // As pages give the day of their publication, and a ministry the day of its mail.
  /(?<!\d)(?<year>(?:19|20)\d{2})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)/u,
  /(?<![\d/])(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>(?:19|20)\d{2})(?=[^\n]{0,20}\bE[DS]?T\b)/u
]
const YEAR = /\b((?:19|20)\d{2})\b/u

interface Found {
  at: number
  year: string | undefined
  month: number
  day: number
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

const firstDate = (text: string): Found | null => {
  const found = DATES.flatMap((pattern): Found[] => {
    const match = pattern.exec(text)
    if (!match) return []
    const { year, month = '', day } = match.groups ?? {}
    return [{ at: match.index, year, month: Number(month) || monthNumber(month), day: Number(day) }]
  })
  const [first] = found
    .filter(({ month, day }) => month >= 1 && month <= 12 && day >= 1 && day <= 31)
    .sort((a, b) => a.at - b.at)
  return first ?? null
}

/** A day as a text gives it, perhaps without its year. */
export interface Day {
  year: number | null
  month: number
  day: number
}

/**
 * The day of the meeting as a readout gives it: in its title or dateline, else in its first sentence, where a year
 * may come from the head. Later dates are of other events.
 *
 * @param head title and datelines
 * @param firstSentence of the body
 */
export const meetingDay = (head: string, firstSentence: string): Day | null => {
  const inHead = firstDate(head)
  const date = inHead?.year ? inHead : (firstDate(firstSentence) ?? inHead)
  if (!date) return null
  const year = date.year ?? YEAR.exec(head)?.[1]
  return { year: year === undefined ? null : Number(year), month: date.month, day: date.day }
}

/** @returns an ISO date; null if none is there, or none with a year */
export const meetingDate = (head: string, firstSentence: string): string | null => {
  const date = meetingDay(head, firstSentence)
  return date?.year == null ? null : `${date.year}-${twoDigits(date.month)}-${twoDigits(date.day)}`
}

/** “18 June 2023”, or without the year where it is not known. */
export const writtenDay = ({ year, month, day }: Day): string => {
  const name = MONTHS[month - 1] ?? ''
  return `${day} ${name.charAt(0).toUpperCase()}${name.slice(1)}${year === null ? '' : ` ${year}`}`
}

/** A leap year, for days of which the year is not known. */
const ANY_YEAR = 2000
const DAY_MS = 86_400_000
/** How many days lie between two, as far as both give a year; over the turn of a year too. */
export const daysBetween = (one: Day, other: Day): number => {
  const time = ({ month, day }: Day, year: number): number => Date.UTC(year, month - 1, day) / DAY_MS
  if (one.year !== null && other.year !== null) return Math.abs(time(one, one.year) - time(other, other.year))
  const apart = Math.abs(time(one, ANY_YEAR) - time(other, ANY_YEAR))
  return Math.min(apart, 366 - apart)
}

/** The day of an ISO date, wherever it stands in a text: a file's name, a page's own date. */
export const dayIn = (words: string): Day | null => {
  const [, year, month, day] = /(?<!\d)((?:19|20)\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/u.exec(words) ?? []
  const found = { year: Number(year), month: Number(month), day: Number(day) }
  return year !== undefined && found.month >= 1 && found.month <= 12 && found.day >= 1 && found.day <= 31
    ? found
    : null
}
