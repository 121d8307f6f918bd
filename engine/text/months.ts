/** The months of English dates, in full and as they are cut short. */

export const MONTHS = [
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

/** "September", "Sept.", "Sep": any month, as alternatives of a pattern that asks for no case. */
export const MONTH_NAMES = MONTHS.map(
  (month) => `${month}|${month === 'september' ? 'sept?' : month.slice(0, 3)}\\.?`
).join('|')

/** 1 to 12, by the first three letters of a month's name; 0 for what is none. */
export const monthNumber = (name: string): number =>
  MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1
