import parts from '../../lexicon/data/page-parts.json' with { type: 'json' }
import { MONTH_NAMES, monthNumber } from '../../text/months.ts'

/** The line under a page's title with the time of its publication and its source: "2026-07-11 21:18:40 来源：新华网". */

export interface Published {
  /** As ISO date. */
  day: string | null
  publisher: string | null
}

const NUMERIC = /(?<!\d)((?:19|20)\d{2})(?:\s*[-/.年]\s*|\s+)(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)\s*日?/u
/** A line of figures alone is the page's own; a reader writes out the day of a meeting. */
const FIGURES_ALONE = /^[\s\d\-/.:()（）[\]]+$/u
/** Year, day and time in boxes of their own, with nothing between: "2026" "07/11" "21:18:40". */
const IN_BOXES = /(?<!\d)((?:19|20)\d{2})\s*(\d{2})\/(\d{2})(?=\D|\d{2}:\d{2}|$)/u
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/u
const ENGLISH = new RegExp(
  `\\b(${MONTH_NAMES})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:19|20)\\d{2})\\b`,
  'iu'
)
const BRITISH = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(${MONTH_NAMES}),?\\s+((?:19|20)\\d{2})\\b`,
  'iu'
)

const twoDigits = (digits: string): string => digits.padStart(2, '0')
const monthOf = (name: string): string => twoDigits(String(monthNumber(name)))

/** The first day that words name with its year, as ISO date. */
export const dayNamed = (words: string): string | null => {
  const numeric = NUMERIC.exec(words) ?? IN_BOXES.exec(words) ?? COMPACT.exec(words.trim())
  if (numeric) {
    const [, year = '', month = '', day = ''] = numeric
    return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
      ? `${year}-${twoDigits(month)}-${twoDigits(day)}`
      : null
  }
  const [, month = '', day = '', year = ''] = ENGLISH.exec(words) ?? []
  if (year !== '') return `${year}-${monthOf(month)}-${twoDigits(day)}`
  const [, dayFirst = '', name = '', itsYear = ''] = BRITISH.exec(words) ?? []
  return itsYear === '' ? null : `${itsYear}-${monthOf(name)}-${twoDigits(dayFirst)}`
}

const LABELS = parts.labels.join('|')
const LABEL = new RegExp(`(?:^[(（\\[【]?|[\\s|｜\\d])(?:${LABELS})\\s*[:：丨]`, 'iu')
const SOURCE = /(?:来\s*源|稿源|來源|source|from)\s*[:：丨]?\s*([^\s|｜:：【[（(][^|｜:：【[（(\d]{0,40})/iu
/** Where the source ends and the next thing of the line begins. */
const NEXT_LABEL = new RegExp(`\\s{2,}|${LABELS}`, 'u')
const CLOCK = /\d{1,2}[:：]\d{2}(?!\d)/u
/** A paper's own line: 《人民日报》（2026年09月04日 第 03 版）. */
const ISSUE = /《\s*([^》]{1,30}?)\s*》\s*[（(]\s*((?:19|20)\d{2}[^）)]{4,20}?日)[^）)]{0,20}[）)]/u
/** A line of publication is no longer. */
const LONGEST = 120

const PLATFORMS = new Set(parts.platforms.map((name) => name.toLowerCase()))

/** A publisher's name without the label before it and what follows it; what only carries the pages of others is none. */
export const publisherNamed = (words: string): string | null => {
  const name = words.replace(new RegExp(`^\\s*(?:${LABELS})\\s*[:：]\\s*`, 'iu'), '').trim()
  return name === '' || name.length > LONGEST || PLATFORMS.has(name.toLowerCase()) ? null : name
}

/**
 * What a line says of its page's publication; null for a line that says anything else. A day alone is none: it may be
 * that of the meeting.
 */
export const publishedIn = (line: string): Published | null => {
  if (line.length > LONGEST || /[。！？]/u.test(line)) return null
  const issue = ISSUE.exec(line)
  if (issue) return { day: dayNamed(issue[2] ?? ''), publisher: issue[1] ?? null }
  const day = dayNamed(line)
  if (day !== null && FIGURES_ALONE.test(line)) return { day, publisher: null }
  const source = SOURCE.exec(line)?.[1]?.split(NEXT_LABEL)[0]?.trim()
  const labelled = LABEL.test(line)
  if (!labelled && !(day !== null && CLOCK.test(line))) return null
  if (day === null && !source) return null
  return { day, publisher: labelled && source ? source : null }
}
