import cues from '../lexicon/data/story-cues.json' with { type: 'json' }
import { tokenise, type Token } from '../match/tokens.ts'
import { wordSet } from './words.ts'

/** Stands where a quote was: neither letter nor punctuation mark. */
export const BLANK = '\uFFFC'
const CLAUSE_END = /[,;:，；：—\uFFFC]/u
const SET_IN = wordSet(cues.setIn)

/** A sentence, or a part of one, with its quotes blanked. */
export interface Clause {
  text: string
  tokens: Token[]
  language: 'en' | 'zh'
}

export const clauseOf = (text: string): Clause => ({
  text,
  tokens: tokenise(text),
  language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
})

const ends = ({ text, tokens }: Clause, after: number): boolean =>
  CLAUSE_END.test(text.slice(tokens[after]?.end ?? 0, tokens[after + 1]?.start ?? text.length))

/** Index of the first token of the part between two marks that a token stands in. */
export const partStart = (clause: Clause, at: number): number => {
  let index = at
  while (index > 0 && !ends(clause, index - 1)) index--
  return index
}

/** Index after the last token of that part. */
export const partEnd = (clause: Clause, at: number): number => {
  let index = at
  while (index < clause.tokens.length && !ends(clause, index)) index++
  return Math.min(index + 1, clause.tokens.length)
}

export const cut = (clause: Clause, from: number, to: number): string =>
  clause.text.slice(clause.tokens[from]?.start ?? 0, clause.tokens[to - 1]?.end ?? clause.text.length)

/** Whether a part that opens so tells of the subject and is not it: "who spoke in Beijing", "flanked by aides". */
export const isSetIn = (token: Token | undefined): boolean =>
  token !== undefined &&
  (SET_IN.has(token.text) || /^(?!\p{Lu}\p{Ll}+\s\p{Lu})\p{L}{2,}(?:ing|ed)$/u.test(token.text))
