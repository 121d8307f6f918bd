const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december'
]
const MONTH = MONTHS.join('|')
const MONTH_FIRST = new RegExp(`\\b(${MONTH})\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?\\b`, 'iu')
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(${MONTH})(?:,?\\s+(\\d{4}))?\\b`, 'iu')
const CHINESE = /(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*日/u
const YEAR = /\b((?:19|20)\d{2})\b/u

interface Found {
  at: number
  year: string | undefined
  month: number
  day: number
}

const monthNumber = (name: string | undefined): number => MONTHS.indexOf((name ?? '').toLowerCase()) + 1
const twoDigits = (value: number): string => String(value).padStart(2, '0')

const firstDate = (text: string): Found | null => {
  const [english, british, chinese] = [MONTH_FIRST, DAY_FIRST, CHINESE].map((pattern) => pattern.exec(text))
  const found: Found[] = []
  if (english)
    found.push({
      at: english.index,
      year: english[3],
      month: monthNumber(english[1]),
      day: Number(english[2])
    })
  if (british)
    found.push({
      at: british.index,
      year: british[3],
      month: monthNumber(british[2]),
      day: Number(british[1])
    })
  if (chinese)
    found.push({ at: chinese.index, year: chinese[1], month: Number(chinese[2]), day: Number(chinese[3]) })
  const [first] = found
    .filter(({ month, day }) => month >= 1 && month <= 12 && day >= 1 && day <= 31)
    .sort((a, b) => a.at - b.at)
  return first ?? null
}

/**
 * The date of the meeting as a readout gives it: in its title or dateline, else in its first sentence, where a year
 * may come from the head. Later dates are of other events.
 *
 * @param head title and datelines
 * @param firstSentence of the body
 * @returns an ISO date; null if none is there, or none with a year
 */
export const meetingDate = (head: string, firstSentence: string): string | null => {
  const inHead = firstDate(head)
  const date = inHead?.year ? inHead : (firstDate(firstSentence) ?? inHead)
  if (!date) return null
  const year = date.year ?? YEAR.exec(head)?.[1]
  return year === undefined ? null : `${year}-${twoDigits(date.month)}-${twoDigits(date.day)}`
}
