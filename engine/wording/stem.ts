import stopData from '../lexicon/data/stopwords.json' with { type: 'json' }
import type { Token } from '../text/tokens.ts'

const STOPWORDS = new Set([...stopData.en, ...stopData.zh])

/** Endings of English inflection, longest first; what stays must keep at least four letters. */
const ENDINGS = [
  'ations',
  'ation',
  'ments',
  'ment',
  'ings',
  'ing',
  'edly',
  'ies',
  'ied',
  'ions',
  'ion',
  'ed',
  'es',
  'ly',
  's'
]
const SHORTEST_STEM = 4

/** A rough stem, enough for "discussed" and "discussions" to count as one word. */
export const stem = (word: string): string => {
  const ending = ENDINGS.find((end) => word.endsWith(end) && word.length - end.length >= SHORTEST_STEM)
  return ending === undefined ? word : word.slice(0, -ending.length)
}

/** So many letters of a long stem are those of all that is derived from it. */
const ROOT = 5
const LEAST_DERIVED = 6

/** What "apology" and "apologizes", "schedule" and "scheduling" begin with; null for a short stem, which may be anything. */
export const rootOf = (stemmed: string): string | null =>
  stemmed.length >= LEAST_DERIVED && /^\p{Script=Latin}+$/u.test(stemmed) ? stemmed.slice(0, ROOT) : null

/** Whether a word says what a sentence is about, rather than holding it together. */
export const isContentWord = (word: string): boolean =>
  !STOPWORDS.has(word) && (word.length > 2 || /\p{Script=Han}|\p{N}/u.test(word))

/** Stems of the words that are wanted; for Chinese, pairs of neighbouring characters of which both are. */
export const stemsOf = (tokens: readonly Token[], isWanted: (word: string) => boolean): string[] => {
  const stems: string[] = []
  for (const [at, token] of tokens.entries()) {
    if (!isWanted(token.text)) continue
    if (!/\p{Script=Han}/u.test(token.text)) stems.push(stem(token.text))
    else {
      const next = tokens[at + 1]
      const isPair = next?.start === token.end && /\p{Script=Han}/u.test(next.text)
      if (isPair && isWanted(next.text)) stems.push(token.text + next.text)
    }
  }
  return stems
}

/** Stems of the content words of a sentence. */
export const contentStems = (tokens: readonly Token[]): string[] => stemsOf(tokens, isContentWord)
