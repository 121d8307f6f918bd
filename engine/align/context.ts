import type { ScoredLink } from './counterpart.ts'
import type { PairFeatures } from './features.ts'
import type { Side } from '../model.ts'
import type { Prepared, ScoredPair } from './prepare.ts'
import { linkProbability, type AlignmentModel, type ContextVector } from './score.ts'
import { sigmoid } from '../logistic.ts'
import type { Weighed } from './weigh.ts'
import { rounded } from '../rounded.ts'

/** A pair this far below the best of its sentences, in log odds, is as unlikely as any further one. */
const LARGEST_GAP = 8

/** Log odds below which a neighbour says no more. */
const NO_NEIGHBOUR = -6

/** Signs without one of which two sentences have no matter in common. */
const COMMON_GROUND = [
  'concepts',
  'passage',
  'setting',
  'specificTopic',
  'loneTopic',
  'kin',
  'marks',
  'bothOpen'
] as const

/** So much that is rare must be in both for words alone to be a matter in common: two words of which each is only there. */
const RARE_ENOUGH = 1.5

/** Sentences that name different matters have none in common by their words: "exchanged views on" Ukraine, and on Gaza. */
const hasGround = ({ values }: PairFeatures): boolean =>
  COMMON_GROUND.some((name) => values[name] > 0) ||
  (values.apart === 0 && Math.max(values.rareWords, values.roots) >= RARE_ENOUGH)

/** So much that is rare must be in both, or be translated, for a pair that all else speaks for. */
const JUST_ENOUGH = 0.5

/** Whether two sentences have anything in common by their words, be it too little to count among rivals. */
const hasWords = ({ values }: PairFeatures): boolean =>
  Math.max(values.rareWords, values.roots, values.synonyms, values.translated) >= JUST_ENOUGH

/**
 * What a pair takes from the chances of the others of its sentences; nothing where the two have no matter in common, so
 * that a paragraph on something else changes nothing.
 */
const rivalry = ({ features, logit }: ScoredPair): number => (hasGround(features) ? sigmoid(logit) : 0)

/** The likeliest pair with a matter in common and the rivalry of all such pairs of each sentence of a side. */
const standingOf = (
  pairs: readonly ScoredPair[],
  side: Side
): Map<number, { best: number; rivals: number }> => {
  const standing = new Map<number, { best: number; rivals: number }>()
  for (const pair of pairs) {
    const known = standing.get(pair[side]) ?? { best: -Infinity, rivals: 0 }
    if (hasGround(pair.features)) known.best = Math.max(known.best, pair.logit)
    known.rivals += rivalry(pair)
    standing.set(pair[side], known)
  }
  return standing
}

/** The sentences before and after one in its paragraph. */
const besideOf = (profiles: readonly Weighed[], at: number): number[] =>
  [at - 1, at + 1].filter((place) => profiles[place]?.sentence.paragraph === profiles[at]?.sentence.paragraph)

/** How far a pair is behind the best of a sentence of its; a pair without a matter in common may be ahead of it. */
const behind = (best: number, logit: number): number => Math.min(LARGEST_GAP, Math.max(0, best - logit))

/** Number of other likely partners, on a scale that grows slowly. */
const crowd = (rivals: number, own: number): number => rounded(Math.log1p(Math.max(0, rivals - own)))

/**
 * Second look: each pair among the others. A pair far below the best of its sentences is unlikely; one beside a likely
 * pair is likelier, since a passage on one matter runs over several sentences.
 */
export const contextsOf = ({ pairs, pairOf, us, cn }: Prepared): ((pair: ScoredPair) => ContextVector) => {
  const standing = { us: standingOf(pairs, 'us'), cn: standingOf(pairs, 'cn') }
  const beside = {
    us: us.map((_one, at) => besideOf(us, at)),
    cn: cn.map((_other, at) => besideOf(cn, at))
  }
  /** Log odds of a pair with a matter in common; of others, of which a text may have any number, as of none. */
  const grounded = (row: number, column: number): number => {
    const pair = pairOf(row, column)
    return pair && hasGround(pair.features) ? Math.max(NO_NEIGHBOUR, pair.logit) : NO_NEIGHBOUR
  }
  return (pair) => {
    const { logit } = pair
    const [one, other] = [standing.us.get(pair.us), standing.cn.get(pair.cn)]
    const gap = behind(one?.best ?? logit, logit)
    const otherGap = behind(other?.best ?? logit, logit)
    const own = rivalry(pair)
    const [rivals, otherRivals] = [crowd(one?.rivals ?? 0, own), crowd(other?.rivals ?? 0, own)]
    let neighbour = NO_NEIGHBOUR
    for (const row of beside.us[pair.us] ?? [])
      neighbour = Math.max(neighbour, pairOf(row, pair.cn)?.logit ?? NO_NEIGHBOUR)
    for (const column of beside.cn[pair.cn] ?? [])
      neighbour = Math.max(neighbour, pairOf(pair.us, column)?.logit ?? NO_NEIGHBOUR)
    const diagonal = Math.max(grounded(pair.us - 1, pair.cn - 1), grounded(pair.us + 1, pair.cn + 1))
    const before = Math.max(grounded(pair.us - 1, pair.cn), grounded(pair.us, pair.cn - 1))
    return {
      logit,
      diagonal: Math.min(diagonal, -NO_NEIGHBOUR),
      before: Math.min(before, -NO_NEIGHBOUR),
      toBest: Math.min(gap, otherGap),
      toFartherBest: Math.max(gap, otherGap),
      mutualBest: Math.max(gap, otherGap) === 0 ? 1 : 0,
      neighbour: Math.min(neighbour, -NO_NEIGHBOUR),
      fewerRivals: Math.min(rivals, otherRivals),
      moreRivals: Math.max(rivals, otherRivals)
    }
  }
}

/** Every pair with the probability that it is a link, seen among the others. */
export const scoredLinks = (prepared: Prepared, model: AlignmentModel): ScoredLink[] => {
  const contextOf = contextsOf(prepared)
  return prepared.pairs.map((pair) => ({
    us: pair.us,
    cn: pair.cn,
    score: linkProbability(contextOf(pair), pair.features.values, model),
    hasGround: hasGround(pair.features),
    hasWords: hasWords(pair.features)
  }))
}
