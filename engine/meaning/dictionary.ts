import type { Token } from '../text/tokens.ts'
import type { Span } from '../model.ts'
import { SortedWords, Unpacked } from './packed.ts'
import { dictionaryBytes } from './table-bytes.ts'

interface Dictionary {
  words: SortedWords
  /** Where the glosses of each word begin, and where the last end. */
  begins: Uint32Array
  glosses: Uint16Array
}

let loaded: Dictionary | undefined

/** Read when first asked for: texts that are not Chinese need none. */
const dictionary = (): Dictionary => {
  if (!loaded) {
    const tables = new Unpacked(dictionaryBytes())
    const words = new SortedWords(tables.uint16(), tables.uint32())
    loaded = { words, begins: tables.uint32(), glosses: tables.uint16() }
  }
  return loaded
}

const NONE = new Uint16Array()

/** Ranks of the English words that gloss a Chinese word, simplified; none of a word that is not known. */
export const glossesOf = (word: string): Uint16Array => {
  const { words, begins, glosses } = dictionary()
  const at = words.find(word)
  return at < 0 ? NONE : glosses.subarray(begins[at], begins[at + 1])
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
  const { words } = dictionary()
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
        if (words.find(run) >= 0) {
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
