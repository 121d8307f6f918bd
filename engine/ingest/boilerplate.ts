import furniture from '../lexicon/data/boilerplate.json' with { type: 'json' }

/** What belongs to a page and not to its text, by its words. */
const folded = (line: string): string =>
  line
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u00a0]+/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')

const WHOLE = new Set(furniture.lines.map(folded))
/** One character begins too much: 【中 of a choice of sizes is how 中美 begins as well. */
const SHORTEST_START = 2
const STARTS = furniture.starts.map(folded).filter(({ length }) => length >= SHORTEST_START)
const NOTICES = furniture.notices.map(folded)
const CRUMBS = new Set(furniture.crumbs.map(folded))

/** A line that only begins like furniture may be no longer than this; a sentence of the text is. */
const LONGEST = 90
/** Nothing longer is looked at: no menu is written in one line that long, and a text may be one line of megabytes. */
const LONGEST_LIST = 1_000
const PARTS = /\s*[|·•›»>/]\s*|\s{3,}/u
/** The line under a picture, by the name at its end of who took it. */
const CAPTION = new RegExp(furniture.captions.join('|'), 'u')
const LONGEST_CAPTION = 200
/** The way to a page, from the first page of its site on. */
const CRUMB = /^([^>›»]{1,20}?)\s*(?:>|›|»|&gt;)/u
const TERMINAL = /[.!?。！？]["”’]?$/u

/** No phrase of the lists has more words. */
const MOST_WORDS = 6
/** Whether known lines stand beside one another with nothing but blanks between: "Share Facebook Email". */
const isRowOfKnown = (words: string): boolean => {
  const all = words.split(' ')
  if (all.length < 2 || all.length > 40) return false
  for (let at = 0; at < all.length;) {
    let take = Math.min(MOST_WORDS, all.length - at)
    while (take > 0 && !WHOLE.has(all.slice(at, at + take).join(' '))) take--
    if (take === 0) return false
    at += take
  }
  return true
}

const beginsWith = (words: string, start: string): boolean =>
  words.startsWith(start) &&
  (/\p{Script=Han}$/u.test(start) || /^(?:$|[\s:：|·>»©(（[【-])/u.test(words.slice(start.length)))

/** Whether a line is page furniture: a known one, a list of known ones, or one that begins as such lines do. */
export const isBoilerplate = (line: string): boolean => {
  if (line.length > LONGEST_LIST) return false
  const words = folded(line)
  if (words === '') return false
  if (WHOLE.has(words)) return true
  if (NOTICES.some((start) => beginsWith(words, start))) return true
  const crumb = CRUMB.exec(line.trim())?.[1]
  if (crumb !== undefined && CRUMBS.has(folded(crumb))) return true
  const parts = line.split(PARTS).map(folded).filter(Boolean)
  if (parts.length > 1 && parts.every((part) => WHOLE.has(part))) return true
  if (isRowOfKnown(words)) return true
  if (line.length <= LONGEST_CAPTION && CAPTION.test(line.trim())) return true
  return (
    line.length <= LONGEST && !TERMINAL.test(line.trim()) && STARTS.some((start) => beginsWith(words, start))
  )
}
