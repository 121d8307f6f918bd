import { candidatePairs } from './candidates.ts'
import {
  featuresOf,
  meaningFeatures,
  rarityOf,
  weigh,
  type PairFeatures,
  type Rarity,
  type Weighed
} from './features.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { Similarity } from '../meaning/similarity.ts'
import { profilesOf } from './profile.ts'
import type { ReadoutDraft } from '../draft.ts'
import { firstLogit, linkProbability, type AlignmentModel, type ContextVector } from './score.ts'

/** Two sentences, by their index in their readouts, that are taken to treat one matter. */
export interface Link {
  us: number
  cn: number
  /** Probability that they do. */
  score: number
}

export interface ScoredPair {
  us: number
  cn: number
  features: PairFeatures
  logit: number
}

export interface Prepared {
  lexicon: Lexicon
  us: Weighed[]
  cn: Weighed[]
  rarity: Rarity
  pairs: ScoredPair[]
  /** The pair of two sentences, by their indices; undefined for one that was not looked at. */
  pairOf: (us: number, cn: number) => ScoredPair | undefined
}

/** A pair this far below the best of its sentences, in log odds, is as unlikely as any further one. */
const LARGEST_GAP = 6

/** Both indices in one number, below the largest exact integer for any texts that are let in. */
const key = (us: number, cn: number): number => us * 2 ** 24 + cn

/** Below these log odds no likeness of words makes a link of a pair, so that it need not be computed. */
const HOPELESS = -4
/** A pair as far below that is not even kept. */
const FORGOTTEN = 2

/**
 * First look: every candidate pair by itself.
 *
 * @param hopeless log odds below which the words' meaning is not asked
 */
export const prepare = (
  us: ReadoutDraft,
  cn: ReadoutDraft,
  model: AlignmentModel,
  lexicon: Lexicon,
  hopeless = HOPELESS
): Prepared => {
  const profiles = { us: profilesOf(us, lexicon), cn: profilesOf(cn, lexicon) }
  const rarity = rarityOf(profiles.us, profiles.cn)
  const weighed = {
    us: weigh(profiles.us, rarity, lexicon),
    cn: weigh(profiles.cn, rarity, lexicon)
  }
  const similarity = new Similarity(
    weighed.us.map(({ content }) => content),
    weighed.cn.map(({ content }) => content)
  )
  const pairs: ScoredPair[] = []
  for (const [row, columns] of candidatePairs(weighed.us, weighed.cn).entries())
    for (const column of columns) {
      const [one, other] = [weighed.us[row], weighed.cn[column]]
      if (!one || !other) continue
      const features = featuresOf(one, other, rarity)
      if (firstLogit(features, model) >= hopeless)
        Object.assign(features.values, meaningFeatures(one, other, similarity))
      const logit = firstLogit(features, model)
      if (logit >= hopeless - FORGOTTEN) pairs.push({ us: row, cn: column, features, logit })
    }
  const byPlace = new Map(pairs.map((pair) => [key(pair.us, pair.cn), pair]))
  return { ...weighed, lexicon, rarity, pairs, pairOf: (row, column) => byPlace.get(key(row, column)) }
}

/** Second look: each pair among the others. A pair far below the best of its sentences is unlikely. */
export const contextsOf = ({ pairs }: Prepared): ContextVector[] => {
  const bestOf = (side: 'us' | 'cn'): Map<number, number> => {
    const best = new Map<number, number>()
    for (const pair of pairs) best.set(pair[side], Math.max(best.get(pair[side]) ?? -Infinity, pair.logit))
    return best
  }
  const best = { us: bestOf('us'), cn: bestOf('cn') }
  return pairs.map(({ us, cn, logit }) => {
    const gaps = [(best.us.get(us) ?? logit) - logit, (best.cn.get(cn) ?? logit) - logit]
    return {
      logit,
      toBest: Math.min(LARGEST_GAP, ...gaps),
      mutualBest: Math.max(...gaps) === 0 ? 1 : 0
    }
  })
}

/** What two sentences in the same words are linked with: as sure as can be, but not beyond doubt. */
const VERBATIM = 0.99

/**
 * Sentences that stand word for word in both texts, each with its partner; of several alike the first goes with the
 * first. They answer each other and nothing else.
 */
const verbatimPairs = ({ us, cn }: Prepared): { us: Map<number, number>; cn: Map<number, number> } => {
  const places = new Map<string, number[]>()
  for (const { at, wording } of cn)
    if (wording !== '') places.set(wording, [...(places.get(wording) ?? []), at])
  const pairs = { us: new Map<number, number>(), cn: new Map<number, number>() }
  for (const { at, wording } of us) {
    const partner = places.get(wording)?.shift()
    if (partner === undefined) continue
    pairs.us.set(at, partner)
    pairs.cn.set(partner, at)
  }
  return pairs
}

/** All links of two readouts, by US then Chinese sentence. */
export const linksOf = (prepared: Prepared, model: AlignmentModel): Link[] => {
  const contexts = contextsOf(prepared)
  const scored = prepared.pairs.flatMap(({ us, cn }, at) => {
    const context = contexts[at]
    return context ? [{ us, cn, score: linkProbability(context, model) }] : []
  })
  const best = { us: new Map<number, number>(), cn: new Map<number, number>() }
  for (const { us, cn, score } of scored) {
    best.us.set(us, Math.max(best.us.get(us) ?? 0, score))
    best.cn.set(cn, Math.max(best.cn.get(cn) ?? 0, score))
  }
  const verbatim = verbatimPairs(prepared)
  const isTaken = (us: number, cn: number): boolean => verbatim.us.has(us) || verbatim.cn.has(cn)
  const likely = scored.filter(
    ({ us, cn, score }) =>
      score >= model.threshold ||
      (score >= model.bestThreshold && (score === best.us.get(us) || score === best.cn.get(cn)))
  )
  return [
    ...likely.filter(({ us, cn }) => !isTaken(us, cn)),
    ...[...verbatim.us].map(([us, cn]) => ({ us, cn, score: VERBATIM }))
  ].sort((a, b) => a.us - b.us || a.cn - b.cn)
}
