import data from '../lexicon/data/dictionary.json' with { type: 'json' }
import type { Token } from '../text/tokens.ts'
import type { Span } from '../model.ts'

/**
 * A line a word, in the order of their code units, each with its glosses between blanks. A word is looked for where it
 * stands: of ninety thousand few are ever asked for, and a map of all of them took longer to make than a comparison.
 */
const { entries } = data

const endOfLine = (start: number): number => {
  const end = entries.indexOf('\n', start)
  return end < 0 ? entries.length : end
}

/** Where the first line begins, between two beginnings of lines, whose word does not come before another. */
const lineOf = (word: string, from: number, to: number): number => {
  let [low, high] = [from, to]
  while (low < high) {
    const start = entries.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1
    if (entries.slice(start, entries.indexOf(' ', start)) < word) low = endOfLine(start) + 1
    else high = start
  }
  return low
}

/** Comes after all that words go on with. */
const LAST = '\uffff'
/** Where the lines begin and end whose words begin with the same code unit. */
const ranges = new Map<string, Span>()

const rangeOf = (first: string): Span => {
  const known = ranges.get(first)
  if (known) return known
  const start = lineOf(first, 0, entries.length)
  const range = { start, end: lineOf(first + LAST, start, entries.length) }
  ranges.set(first, range)
  return range
}

/** Where the line of a word begins; -1 for one that is not known. */
const placeOf = (word: string): number => {
  const { start, end } = rangeOf(word.charAt(0))
  const place = lineOf(word, start, end)
  return entries.startsWith(`${word} `, place) ? place : -1
}

/** English glosses of a Chinese word, simplified; none of a word that is not known. */
export const glossesOf = (word: string): readonly string[] => {
  const place = placeOf(word)
  return place < 0 ? [] : entries.slice(place + word.length + 1, endOfLine(place)).split(' ')
}

/** A word as it stands in a text. */
export interface WordAt extends Span {
  word: string
}

const LONGEST = 5
const HAN = /^\p{Script=Han}$/u

/**
 * The words of a run of Chinese characters by forward longest match, the plain way that needs nothing but the
 * dictionary; a character that begins no word of it is passed over. Tokens of other scripts are left out.
 */
export const chineseWords = (tokens: readonly Token[]): WordAt[] => {
  if (!tokens.some(({ text }) => HAN.test(text))) return []
  const found: WordAt[] = []
  for (let at = 0; at < tokens.length;) {
    let next = at + 1
    const first = tokens[at]
    if (first && HAN.test(first.text)) {
      let run = first.text
      let best: WordAt | undefined
      for (let end = at + 1; end < Math.min(tokens.length, at + LONGEST); end++) {
        const token = tokens[end]
        if (!token || token.start !== tokens[end - 1]?.end || !HAN.test(token.text)) break
        run += token.text
        if (placeOf(run) >= 0) {
          best = { word: run, start: first.start, end: token.end }
          next = end + 1
        }
      }
      if (best) found.push(best)
    }
    at = next
  }
  return found
}
