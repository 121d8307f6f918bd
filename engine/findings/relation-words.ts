import data from '../lexicon/data/relation-words.json' with { type: 'json' }
import { rounded } from '../rounded.ts'
import type { Token } from '../text/tokens.ts'
import { stem } from '../wording/stem.ts'

/**
 * How the words of two passages sound that report the same ("both", "welcomed", "the delegations", 双方) and of those that
 * differ ("no", "should", "asked", 不是), small words among them. A logistic model of words, fitted by test/bench/fit.ts.
 */
export type RelationWords = Record<string, number>

const relationWords: RelationWords = data.words

const IS_CHINESE = /\p{Script=Han}/u
const IS_WORD = /^\p{L}/u
/** Brings the mean of the weights to the range of the other signs: long passages have many words that tell nothing. */
const SCALE = 3

/** The words of passages by their stems, each once; for Chinese, pairs of neighbouring characters. */
export const toldBy = (passages: readonly (readonly Token[])[]): Set<string> => {
  const words = new Set<string>()
  for (const tokens of passages)
    for (const [at, { text, end }] of tokens.entries()) {
      if (!IS_CHINESE.test(text)) {
        if (IS_WORD.test(text)) words.add(stem(text))
        continue
      }
      const next = tokens[at + 1]
      if (next?.start === end && IS_CHINESE.test(next.text)) words.add(text + next.text)
    }
  return words
}

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
