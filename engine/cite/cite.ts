import type { Cited } from './cited.ts'
import { dateIn } from './dates.ts'

/**
 * Citations of official texts as three manuals have them: Chicago (18th edition, notes), APA (7th) and MLA (9th).
 *
 * They are written here and not by citeproc, since that stands under CPAL or AGPL and its styles under CC BY-SA, which
 * this app's licence does not go with, and since one kind of source in three styles is little. Chinese titles and
 * issuers stay as they are: which romanisation and whose translation to add is for the author to say.
 */
export const CITATION_STYLES = ['chicago', 'apa', 'mla'] as const
export type CitationStyle = (typeof CITATION_STYLES)[number]
/** Words of a citation in one type; Chinese is never set in italics. */
export interface Run {
  text: string
  italic: boolean
}

const HAN = /\p{Script=Han}/u
const roman = (text: string): Run => ({ text, italic: false })
const italic = (text: string): Run => ({ text, italic: !HAN.test(text) })

/** Quotation marks inside those of the title become single ones; a title's own full stop goes. */
const bare = (title: string): string => title.replace(/\.$/u, '')
const inQuotes = (title: string): string =>
  bare(title)
    .replace(/[“”]/gu, (mark) => (mark === '“' ? '‘' : '’'))
    .replace(/"([^"]*)"/gu, '‘$1’')

/** A sentence's end, where it has none of its own. */
const stopped = (text: string): string => (/[.?!。？！]$/u.test(text) ? text : `${text}.`)

/** Issuer, “Title,” press release, June 18, 2023, accessed June 20, 2023, address. */
const chicago = ({ issuer, title, date, address, retrieved, isRelease }: Cited): Run[] => {
  const after = [
    isRelease ? 'press release' : null,
    date === null ? null : dateIn('month-first', date),
    retrieved === null ? null : `accessed ${dateIn('month-first', retrieved)}`,
    address
  ].filter((part) => part !== null)
  const before = issuer === null ? '' : `${issuer}, `
  if (title === null) return [roman(stopped(`${before}${after.join(', ')}`))]
  const name = inQuotes(title)
  // The comma stands inside the quotation marks, as American manuals have it.
  return [
    roman(after.length === 0 ? `${before}“${stopped(name)}”` : `${before}“${name},” ${after.join(', ')}.`)
  ]
}

/** Issuer. (2023, June 18). *Title* [Press release]. Retrieved June 20, 2023, from address */
const apa = ({ issuer, title, date, address, retrieved, isRelease }: Cited): Run[] => {
  const dated = `(${date === null ? 'n.d.' : dateIn('year-first', date)}).`
  const form = isRelease ? '[Press release]' : null
  const name: Run[] = title === null ? [] : [italic(bare(title))]
  const described: Run[] =
    title === null
      ? [roman(`${form ?? '[Web page]'}.`)]
      : form === null
        ? [...name, roman(/[?!？！]$/u.test(title) ? '' : '.')]
        : [...name, roman(` ${form}.`)]
  // A text without an issuer is listed by its title, before the date.
  const head: Run[] =
    issuer === null
      ? [...described, roman(` ${dated}`)]
      : [roman(`${stopped(issuer)} ${dated} `), ...described]
  if (address === null) return head
  const from = retrieved === null ? '' : `Retrieved ${dateIn('month-first', retrieved)}, from `
  return [...head, roman(` ${from}${address}`)]
}

/** “Title.” Issuer, 18 June 2023, address. Accessed 20 June 2023. An issuer who is also the publisher is named once. */
const mla = ({ issuer, title, date, address, retrieved, isRelease }: Cited): Run[] => {
  const container = [issuer, date === null ? null : dateIn('day-first', date), address].filter(
    (part) => part !== null
  )
  const parts = [
    title === null ? (isRelease ? 'Press release.' : 'Web page.') : `“${stopped(inQuotes(title))}”`,
    container.length === 0 ? null : stopped(container.join(', ')),
    retrieved === null ? null : `Accessed ${dateIn('day-first', retrieved)}.`
  ]
  return [roman(parts.filter((part) => part !== null).join(' '))]
}

const WRITERS: Record<CitationStyle, (cited: Cited) => Run[]> = { chicago, apa, mla }

/** A source cited in a style; what is not known leaves nothing behind. */
export const cite = (cited: Cited, style: CitationStyle): Run[] =>
  WRITERS[style](cited).filter(({ text }) => text !== '')

export const plainText = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')
