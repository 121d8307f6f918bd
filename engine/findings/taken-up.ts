import { otherSide } from '../model.ts'
import { overlaps } from '../text/spans.ts'
import { claimPairs, claimsIn, SURE } from './claim-pairs.ts'
import type { Quote } from './draft.ts'
import type { Material } from './material.ts'

/** Whether the other text has anything on what is quoted, so that it cannot be said not to take it up. */

/** What so few sentences of both texts name, or so few claims have a word of, tells a matter. */
const RARE_CONCEPT = 3
const RARE_STEM = 3
const LEAST_STEMS = 3
/** A pair of claims with so many rare words in common is on one matter. */
const IN_COMMON = 2

/**
 * How surely the other text takes up what is quoted: `surely` where its sentence has a counterpart or a claim of the other
 * text has rare words in common with it, `perhaps` where a single rare thing is named there too, `no` otherwise.
 */
export const takenUp = (material: Material, quotes: readonly Quote[]): 'surely' | 'perhaps' | 'no' => {
  const answers = quotes.map((quote) => answeredBy(material, quote))
  return answers.includes('surely') ? 'surely' : answers.includes('perhaps') ? 'perhaps' : 'no'
}

const answeredBy = (material: Material, { passage, span }: Quote): 'surely' | 'perhaps' | 'no' => {
  const { side, sentence } = passage
  const scores = material.groupsOf(sentence.id).map(({ score }) => score)
  if (Math.max(0, ...scores) >= SURE) return 'surely'
  if (
    claimPairs(material).some((pair) => {
      const own = pair[side]
      return own.passage === passage && overlaps(own.claim.span, span) && pair.common >= IN_COMMON
    })
  )
    return 'surely'
  const own = claimsIn(material)[side].filter((at) => at.passage === passage && overlaps(at.claim.span, span))
  const others = claimsIn(material)[otherSide(side)]
  const counts = (stem: string): number => others.filter(({ stems }) => stems.has(stem)).length
  const rare = [...new Set(own.flatMap(({ stems }) => [...stems]))].filter((stem) => {
    const count = counts(stem)
    return count > 0 && count <= RARE_STEM
  })
  if (others.some(({ stems }) => rare.filter((stem) => stems.has(stem)).length >= LEAST_STEMS))
    return 'surely'
  const named = passage.uses.filter(
    ({ concept, spans }) =>
      spans.some((place) => overlaps(place, span)) &&
      !material.lexicon.isGeneric(concept.topic) &&
      material.countOf(concept.id) <= RARE_CONCEPT &&
      material.naming(otherSide(side), concept.id).length > 0
  )
  return scores.length > 0 || named.length > 0 || rare.length > 0 ? 'perhaps' : 'no'
}

/** The pattern of a kind: with its answer, with none, or, where the other text may have one that is not sure, without a word on it. */
export const patternOf = <K extends 'demand' | 'warning'>(
  kind: K,
  answers: readonly Quote[],
  isTakenUp: ReturnType<typeof takenUp>
): K | `${K}:answered` | `${K}:linked` =>
  answers.length > 0 ? `${kind}:answered` : isTakenUp === 'no' ? kind : `${kind}:linked`
