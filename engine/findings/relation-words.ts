import data from '../lexicon/data/relation-words.json' with { type: 'json' }
import { rounded } from '../rounded.ts'
import type { Token } from '../text/tokens.ts'
import { stemsOf } from '../wording/stem.ts'

/**
 * How the words of two passages sound that report the same ("both", "welcomed", "the delegations", 双方) and of those that
 * differ ("no", "should", "asked", 不是), small words among them. A logistic model of words, fitted by test/bench/fit.ts.
 */
export type RelationWords = Record<string, number>

const relationWords: RelationWords = data.words

/** No figures and marks; 〇 is no letter, and Chinese. */
const IS_WORD = /^[\p{L}\p{Script=Han}]/u
/** Brings the mean of the weights to the range of the other signs: long passages have many words that tell nothing. */
const SCALE = 3

/** The words of passages, small ones too, by their stems, each once. */
export const toldBy = (passages: readonly (readonly Token[])[]): Set<string> =>
  new Set(passages.flatMap((tokens) => stemsOf(tokens, (word) => IS_WORD.test(word))))

/** How strongly each of some words counts in passages that have so many that are known. */
export const strengthOf = (known: number): number => SCALE / Math.sqrt(Math.max(1, known))

/** Log odds by their words that two passages differ, the same whichever is whose. */
export const soundOf = (
  us: readonly (readonly Token[])[],
  cn: readonly (readonly Token[])[],
  weights: RelationWords = relationWords
): number => {
  const known = [...toldBy([...us, ...cn])].filter((word) => Object.hasOwn(weights, word)).sort()
  const sum = known.reduce((all, word) => all + (weights[word] ?? 0), 0)
  return rounded(sum * strengthOf(known.length))
}
