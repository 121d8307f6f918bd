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

/** A line that only begins like furniture may be no longer than this; a sentence of the text is. */
const LONGEST = 90
/** Nothing longer is looked at: no menu is written in one line that long, and a text may be one line of megabytes. */
const LONGEST_LIST = 1_000
const PARTS = /\s*[|·•›»>/]\s*|\s{3,}/u
/** What stands beside what in a menu that has only blanks between its items; in Chinese alone, where words have none. */
const CHINESE_LIST = /^(?:\p{Script=Han}+\s+)+\p{Script=Han}+$/u
/** The line under a picture, by the name at its end of who took it. */
const CAPTION = new RegExp(furniture.captions.join('|'), 'u')
const LONGEST_CAPTION = 200
const TERMINAL = /[.!?。！？]["”’]?$/u

/** Whether a line is page furniture: a known one, a list of known ones, or one that begins as such lines do. */
export const isBoilerplate = (line: string): boolean => {
  if (line.length > LONGEST_LIST) return false
  const words = folded(line)
  if (words === '') return false
  if (WHOLE.has(words)) return true
  const parts = line.split(PARTS).map(folded).filter(Boolean)
  if (parts.length > 1 && parts.every((part) => WHOLE.has(part))) return true
  if (CHINESE_LIST.test(words) && words.split(' ').every((part) => WHOLE.has(part))) return true
  if (line.length <= LONGEST_CAPTION && CAPTION.test(line.trim())) return true
  return (
    line.length <= LONGEST &&
    !TERMINAL.test(line.trim()) &&
    STARTS.some(
      (start) =>
        words === start ||
        words.startsWith(`${start} `) ||
        (/\p{Script=Han}$/u.test(start) && words.startsWith(start))
    )
  )
}
