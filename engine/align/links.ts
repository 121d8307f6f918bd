import { candidatePairs } from './candidates.ts'
import { featuresOf, meaningFeatures, type PairFeatures } from './features.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { Similarity } from '../meaning/similarity.ts'
import { profilesOf } from './profile.ts'
import type { ReadoutDraft } from '../draft.ts'
import { acceptance, acceptanceOf } from './acceptance.ts'
import type { ScoredLink } from './counterpart.ts'
import type { Side } from '../model.ts'
import { rarityOf, weigh, type Rarity, type Weighed } from './weigh.ts'
import { firstLogit, linkProbability, sigmoid, type AlignmentModel, type ContextVector } from './score.ts'
import { rounded } from '../rounded.ts'

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
const LARGEST_GAP = 8

/** Both indices in one number, below the largest exact integer for any texts that are let in. */
const key = (us: number, cn: number): number => us * 2 ** 24 + cn

/** Below these log odds no likeness of words makes a link of a pair, so that it need not be computed. */
const HOPELESS = -6
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

const hasGround = ({ values }: PairFeatures): boolean => COMMON_GROUND.some((name) => values[name] > 0)

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
    return {
      logit,
      toBest: Math.min(gap, otherGap),
      toFartherBest: Math.max(gap, otherGap),
      mutualBest: Math.max(gap, otherGap) === 0 ? 1 : 0,
      neighbour: Math.min(neighbour, -NO_NEIGHBOUR),
      fewerRivals: Math.min(rivals, otherRivals),
      moreRivals: Math.max(rivals, otherRivals)
    }
  }
}

/** Whatever a sentence by itself makes likely, a pair less likely than this is no link. */
const LEAST_SCORE = 0.02

/** What two sentences in the same words are linked with: as sure as can be, but not beyond doubt. */
const VERBATIM = 0.99

/**
 * Sentences that stand word for word in both texts, each with its partner; of several alike the first goes with the
 * first. They answer each other and nothing else.
 */
const verbatimPairs = ({ us, cn }: Prepared): { us: Map<number, number>; cn: Map<number, number> } => {
  const places = new Map<string, number[]>()
  for (const { at, wording } of cn) {
    if (wording === '') continue
    const known = places.get(wording)
    if (known) known.push(at)
    else places.set(wording, [at])
  }
  const pairs = { us: new Map<number, number>(), cn: new Map<number, number>() }
  for (const { at, wording } of us) {
    const partner = places.get(wording)?.shift()
    if (partner === undefined) continue
    pairs.us.set(at, partner)
    pairs.cn.set(partner, at)
  }
  return pairs
}

/** Every pair with the probability that it is a link, seen among the others. */
export const scoredLinks = (prepared: Prepared, model: AlignmentModel): ScoredLink[] => {
  const contextOf = contextsOf(prepared)
  return prepared.pairs.map((pair) => ({
    us: pair.us,
    cn: pair.cn,
    score: linkProbability(contextOf(pair), pair.features.values, model),
    hasGround: hasGround(pair.features)
  }))
}

/** A pair that is less sure is no link. */
export const LEAST_CONFIDENCE = 0.4
/** A pair that is less sure is not even offered as one. */
const LEAST_PERHAPS = 0.15

export interface Links {
  /** By US then Chinese sentence. */
  links: Link[]
  /** For sentences without a link, the likeliest pair, where it is not wholly unlikely. */
  perhaps: Link[]
}

const isAtPlace = (a: Link, b: Link): number => a.us - b.us || a.cn - b.cn

/** The links of two readouts, and what is too unsure to be one. */
export const linksOf = (prepared: Prepared, model: AlignmentModel): Links => {
  const scored = scoredLinks(prepared, model)
  const featuresOfLink = acceptanceOf(scored, prepared, model)
  const verbatim = verbatimPairs(prepared)
  const isTaken = (us: number, cn: number): boolean => verbatim.us.has(us) || verbatim.cn.has(cn)
  const sure = scored
    .filter(({ us, cn, score }) => score >= LEAST_SCORE && !isTaken(us, cn))
    .map((link) => ({ us: link.us, cn: link.cn, score: acceptance(featuresOfLink(link), model) }))
  const links = [
    ...sure.filter(({ score }) => score >= LEAST_CONFIDENCE),
    ...[...verbatim.us].map(([us, cn]) => ({ us, cn, score: VERBATIM }))
  ].sort(isAtPlace)
  const linked = { us: new Set(links.map(({ us }) => us)), cn: new Set(links.map(({ cn }) => cn)) }
  const likeliest = new Set<Link>()
  for (const side of ['us', 'cn'] as const) {
    const best = new Map<number, Link>()
    for (const link of sure)
      if (
        link.score >= LEAST_PERHAPS &&
        link.score < LEAST_CONFIDENCE &&
        !linked[side].has(link[side]) &&
        !((best.get(link[side])?.score ?? 0) >= link.score)
      )
        best.set(link[side], link)
    for (const link of best.values()) likeliest.add(link)
  }
  return { links, perhaps: [...likeliest].sort(isAtPlace) }
}
