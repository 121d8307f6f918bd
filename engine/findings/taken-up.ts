import { haveFigureInCommon } from '../claims/figures.ts'
import { otherSide, SIDES, type Side } from '../model.ts'
import { addTo } from '../multimap.ts'
import { onceFor } from '../once-for.ts'
import { overlaps } from '../text/spans.ts'
import {
  claimPairs,
  claimsIn,
  claimsOf,
  claimsQuoted,
  countsOf,
  isSurelyLinked,
  stemsInCommon,
  SURE,
  type ClaimAt,
  type ClaimPair
} from './claim-pairs.ts'
import type { Quote } from './draft.ts'
import type { Material, Passage } from './material.ts'
import { isSilentOn, properNames } from './silence.ts'

/** Whether the other text has anything on what is quoted, so that it cannot be said not to take it up. */

/** What so few sentences of both texts name, or so few claims have a word of, tells a matter. */
const RARE_CONCEPT = 3
const RARE_STEM = 3
const LEAST_STEMS = 3
/** A pair of claims with so many rare words in common is on one matter. */
const IN_COMMON = 2
/** A sentence whose likeliest counterpart is as likely as this may be taken up in other words. */
const LIKELY = 0.25

/** Claims by their stems, and pairs that have enough in common by the sentence of either side. */
interface Index {
  byStem: Record<Side, ReadonlyMap<string, readonly ClaimAt[]>>
  pairs: ReadonlyMap<Passage, readonly ClaimPair[]>
}

const indexOf = onceFor((material: Material): Index => {
  const byStem = { us: new Map<string, ClaimAt[]>(), cn: new Map<string, ClaimAt[]>() }
  const pairs = new Map<Passage, ClaimPair[]>()
  const all = claimsIn(material)
  for (const side of SIDES)
    for (const at of all[side]) for (const stem of at.stems) addTo(byStem[side], stem, at)
  for (const pair of claimPairs(material))
    if (pair.common >= IN_COMMON) for (const side of SIDES) addTo(pairs, pair[side].passage, pair)
  return { byStem, pairs }
})

/** The most of some stems that one claim has. */
const mostOfOne = (stems: readonly string[], byStem: ReadonlyMap<string, readonly ClaimAt[]>): number => {
  const counts = new Map<ClaimAt, number>()
  for (const stem of stems) for (const at of byStem.get(stem) ?? []) counts.set(at, (counts.get(at) ?? 0) + 1)
  return Math.max(0, ...counts.values())
}

/**
 * How surely the other text takes up what is quoted: `surely` where its sentence has a counterpart or a claim of the other
 * text has rare words in common with it, `perhaps` where a single rare thing is named there too, `no` otherwise.
 */
export const takenUp = (material: Material, quotes: readonly Quote[]): 'surely' | 'perhaps' | 'no' => {
  const answers = quotes.map((quote) => answeredBy(material, quote))
  return answers.includes('surely') ? 'surely' : answers.includes('perhaps') ? 'perhaps' : 'no'
}

const answeredBy = (material: Material, quote: Quote): 'surely' | 'perhaps' | 'no' => {
  const { passage, span } = quote
  const { side, sentence } = passage
  const scores = material.groupsOf(sentence.id).map(({ score }) => score)
  if (Math.max(0, ...scores) >= SURE) return 'surely'
  const { byStem, pairs } = indexOf(material)
  if ((pairs.get(passage) ?? []).some((pair) => overlaps(pair[side].claim.span, span))) return 'surely'
  const own = claimsQuoted(material, quote)
  const others = byStem[otherSide(side)]
  const rare = [...new Set(own.flatMap(({ stems }) => [...stems]))].filter((stem) => {
    const count = others.get(stem)?.length ?? 0
    return count > 0 && count <= RARE_STEM
  })
  if (mostOfOne(rare, others) >= LEAST_STEMS) return 'surely'
  const named = passage.uses.filter(
    ({ concept, spans }) =>
      spans.some((place) => overlaps(place, span)) &&
      !material.lexicon.isGeneric(concept.topic) &&
      material.countOf(concept.id) <= RARE_CONCEPT &&
      material.naming(otherSide(side), concept.id).length > 0
  )
  const isLikely = scores.length > 0 || material.perhapsOf(sentence.id) >= LIKELY
  return isLikely || named.length > 0 || rare.length > 0 ? 'perhaps' : 'no'
}

/** What so many words of are told in another voice is told there: who speaks for itself reports nothing. */
const LEAST_REPORTED = 2

/** How many rare words of what is quoted the other text has in one claim at most, of the claims that will do. */
const mostInCommon = (material: Material, quote: Quote, willDo: (at: ClaimAt) => boolean): number => {
  const { byStem } = indexOf(material)
  const others = byStem[otherSide(quote.passage.side)]
  const stems = claimsQuoted(material, quote)
    .flatMap((at) => [...at.stems])
    .filter((stem) => (others.get(stem)?.length ?? 0) <= RARELY)
  const counts = new Map<Passage, number>()
  for (const stem of new Set(stems))
    for (const one of new Set((others.get(stem) ?? []).filter(willDo).map((at) => at.passage)))
      counts.set(one, (counts.get(one) ?? 0) + 1)
  return Math.max(0, ...counts.values())
}
/** A stem of more claims of the other text is of its subject, and of no one matter. */
const RARELY = 5

/** Names of a passage that are nobody's and no party's, in small letters: "Guangzhou". */
const namesIn = (passage: Passage): ReadonlySet<string> => {
  const [first] = passage.words
  return new Set(properNames(passage).flatMap((word) => (word.capital && word !== first ? [word.text] : [])))
}

/** How many sentences of each text have a name. */
const namedBySide = onceFor((material: Material): Record<Side, ReadonlyMap<string, number>> => {
  const counts = { us: new Map<string, number>(), cn: new Map<string, number>() }
  for (const side of SIDES)
    for (const passage of material.sides[side].passages)
      for (const name of namesIn(passage)) counts[side].set(name, (counts[side].get(name) ?? 0) + 1)
  return counts
})

/** A name of so many sentences of the other text is of one matter there. */
const RARE_NAME = 2

/** Whether the other text speaks of a place or a thing by its name that is quoted, in whatever voice. */
const isNamedThere = (material: Material, { passage, span }: Quote): boolean => {
  const counts = namedBySide(material)[otherSide(passage.side)]
  return [...namesIn(passage)].some((name) => {
    const count = counts.get(name) ?? 0
    const isRare = count > 0 && count <= RARE_NAME
    return isRare && passage.words.some((word) => word.text === name && overlaps(word, span))
  })
}

/**
 * Whether the other text does not tell at all that what is quoted was said, in whatever voice but its own side's, and surely has
 * no answer to it: it may still have its own view of the matter, but names no thing that is named in it.
 */
export const isUnreported = (material: Material, quotes: readonly Quote[]): boolean =>
  quotes.every(
    (quote) =>
      !isSurelyLinked(material, quote.passage) &&
      !isNamedThere(material, quote) &&
      mostInCommon(material, quote, ({ passage: { sentence, side } }) => sentence.speaker !== side) <
        LEAST_REPORTED
  )

/** Whether the other text has a figure of what is quoted, and a word beside it: "28 million tons of soybeans". */
const isCounted = (material: Material, quote: Quote): boolean => {
  const others = claimsIn(material)[otherSide(quote.passage.side)]
  return claimsQuoted(material, quote).some((own) =>
    others.some(
      (other) =>
        haveFigureInCommon(countsOf(own), countsOf(other)) && stemsInCommon(own, other) >= LEAST_REPORTED
    )
  )
}

/** Whether a side's own text says nowhere in so many words what it is to have said; of a question nothing is known. */
export const isUnsaid = (material: Material, quotes: readonly Quote[]): boolean =>
  quotes.every(
    (quote) =>
      claimsOf(material, quote.passage).length > 0 &&
      mostInCommon(material, quote, () => true) < LEAST_REPORTED &&
      !isCounted(material, quote)
  )

/**
 * The pattern of a kind: with its answer, with none, or, where the other text may have an answer that is not sure, that it does
 * not report what was said, or without a word on it.
 */
export const patternOf = <K extends 'demand' | 'warning'>(
  material: Material,
  kind: K,
  quotes: readonly Quote[],
  answers: readonly Quote[],
  isTakenUp = takenUp(material, quotes)
): K | `${K}:answered` | `${K}:unreported` | `${K}:linked` =>
  answers.length > 0
    ? `${kind}:answered`
    : isTakenUp === 'no' && isSilentOn(material, new Set(quotes.map(({ passage }) => passage)))
      ? kind
      : isUnreported(material, quotes)
        ? `${kind}:unreported`
        : `${kind}:linked`
