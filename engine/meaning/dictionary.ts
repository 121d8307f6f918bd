import data from '../lexicon/data/dictionary.json' with { type: 'json' }
import type { Token } from '../text/tokens.ts'
import type { Span } from '../model.ts'

/** Glosses by word, put between blanks as they stand in the data: few of a hundred thousand words are ever asked for. */
let loaded: Map<string, string> | undefined

const entries = (): ReadonlyMap<string, string> => {
  loaded ??= new Map(
    data.entries.split('\n').map((line) => {
      const end = line.indexOf(' ')
      return end < 0 ? [line, ''] : [line.slice(0, end), line.slice(end + 1)]
    })
  )
  return loaded
}

/** English glosses of a Chinese word, simplified; none of a word that is not known. Read when first asked for. */
export const glossesOf = (word: string): readonly string[] => {
  const glosses = entries().get(word)
  return glosses ? glosses.split(' ') : []
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
  const words = entries()
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
        if (words.has(run)) {
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
