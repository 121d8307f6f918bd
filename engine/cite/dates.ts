/** Dates as the three manuals write them. */

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' '
)
/** MLA shortens all months but the short ones. */
const SHORT = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ')

export type DateForm = 'month-first' | 'day-first' | 'year-first'

const written = (form: DateForm, year: string, month?: number, day?: number): string => {
  const name = month === undefined ? undefined : (form === 'day-first' ? SHORT : MONTHS)[month - 1]
  if (name === undefined) return year
  const dated = day === undefined ? name : form === 'day-first' ? `${day} ${name}` : `${name} ${day}`
  if (form === 'year-first') return `${year}, ${dated}`
  return form === 'month-first' && day !== undefined ? `${dated}, ${year}` : `${dated} ${year}`
}

/** An ISO date (a year, a month or a day) in a manual's form; other words stand as they are. */
export const dateIn = (form: DateForm, date: string): string => {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?$/u.exec(date)
  if (!parts) return date
  const [, year = '', month, day] = parts
  return written(
    form,
    year,
    month === undefined ? undefined : Number(month),
    day === undefined ? undefined : Number(day)
  )
}
