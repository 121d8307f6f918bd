import type { Side } from '../model.ts'
import { rounded } from '../rounded.ts'
import { counterpartChance, counterpartFeatures, type ScoredLink } from './counterpart.ts'
import { FEATURES } from './features.ts'
import { contextsOf } from './context.ts'
import type { Prepared } from './prepare.ts'
import { CONTEXT_FEATURES, type AlignmentModel } from './score.ts'
import { sigmoid } from '../logistic.ts'
import { boosted } from '../trees.ts'

const OWN_FEATURES = [
  'score',
  'leastChance',
  'mostChance',
  'bestOfOne',
  'bestOfBoth',
  'bestChance',
  'claimed',
  'lessClaimed',
  'share',
  'rivals',
  'ground',
  'size',
  'imbalance',
  'bestOfFewer',
  'rivalsOfMany'
] as const

/** What tells how sure a pair is, once both its sentences were asked whether they have a counterpart at all. */
export const ACCEPTANCE_FEATURES = [...CONTEXT_FEATURES, ...FEATURES, ...OWN_FEATURES] as const

const LEAST = 0.005
/** A less likely pair counts for nothing. */
const LEAST_LIKELY = 0.05
/** Sentences of a usual text that may have a counterpart. */
const USUAL_SIZE = 20

const logit = (chance: number): number => {
  const held = Math.max(LEAST, Math.min(1 - LEAST, chance))
  return Math.log(held / (1 - held))
}

interface Standing {
  best: number
  all: number
}

const standingsOf = (links: readonly ScoredLink[], side: Side): Map<number, Standing> => {
  const standings = new Map<number, Standing>()
  for (const link of links) {
    if (!link.hasGround || link.score < LEAST_LIKELY) continue
    const known = standings.get(link[side]) ?? { best: 0, all: 0 }
    known.best = Math.max(known.best, link.score)
    known.all += link.score
    standings.set(link[side], known)
  }
  return standings
}

/** The features of each pair, in the order of `ACCEPTANCE_FEATURES`; symmetric in the two sides. */
export const acceptanceOf = (
  links: readonly ScoredLink[],
  prepared: Prepared,
  model: AlignmentModel
): ((link: ScoredLink) => number[] | undefined) => {
  const contextOf = contextsOf(prepared)
  const chancesOf = (side: Side): Map<number, number> =>
    new Map(
      [...counterpartFeatures(links, side, prepared)].map(([at, features]) => [
        at,
        counterpartChance(features, model)
      ])
    )
  const chances = { us: chancesOf('us'), cn: chancesOf('cn') }
  const standings = { us: standingsOf(links, 'us'), cn: standingsOf(links, 'cn') }
  const sizes = { us: Math.max(1, standings.us.size), cn: Math.max(1, standings.cn.size) }
  const size = rounded(Math.log(Math.max(sizes.us, sizes.cn) / USUAL_SIZE))
  const imbalance = rounded(Math.log(Math.max(sizes.us, sizes.cn) / Math.min(sizes.us, sizes.cn)))
  return (link) => {
    const pair = prepared.pairOf(link.us, link.cn)
    if (!pair) return undefined
    const [one, other] = [standings.us.get(link.us), standings.cn.get(link.cn)]
    const [chance, otherChance] = [chances.us.get(link.us) ?? 0, chances.cn.get(link.cn) ?? 0]
    const isBest = (standing: Standing | undefined): boolean =>
      link.hasGround && standing?.best === link.score
    const bests = [isBest(one), isBest(other)].filter(Boolean).length
    const bestChance = Math.max(isBest(one) ? chance : 0, isBest(other) ? otherChance : 0)
    const shareOf = (standing: Standing | undefined): number =>
      Math.min(1, link.score / Math.max(LEAST, standing?.all ?? link.score))
    const [share, otherShare] = [shareOf(one), shareOf(other)]
    const claims = [chance * share, otherChance * otherShare]
    const context = contextOf(pair)
    const own: Record<(typeof OWN_FEATURES)[number], number> = {
      score: rounded(logit(link.score)),
      leastChance: rounded(logit(Math.min(chance, otherChance))),
      mostChance: rounded(logit(Math.max(chance, otherChance))),
      bestOfOne: bests > 0 ? 1 : 0,
      bestOfBoth: bests === 2 ? 1 : 0,
      bestChance: rounded(bestChance),
      claimed: rounded(logit(Math.max(...claims))),
      lessClaimed: rounded(logit(Math.min(...claims))),
      share: rounded(Math.max(share, otherShare)),
      rivals: rounded(Math.log1p(Math.max(one?.all ?? 0, other?.all ?? 0))),
      ground: link.hasGround ? 1 : 0,
      size,
      imbalance,
      // The longer text has several sentences for one of the shorter.
      bestOfFewer: rounded(imbalance * (isBest(sizes.us >= sizes.cn ? one : other) ? 1 : 0)),
      rivalsOfMany: rounded(imbalance * Math.log1p(Math.max(one?.all ?? 0, other?.all ?? 0)))
    }
    // Lists and not records of some sixty fields: this is done for very many pairs of long texts.
    const values: number[] = []
    for (const name of CONTEXT_FEATURES) values.push(context[name])
    for (const name of FEATURES) values.push(pair.features.values[name])
    for (const name of OWN_FEATURES) values.push(own[name])
    return values
  }
}

/** Probability that a pair is a link; what is shown as the confidence of a group. */
export const acceptance = (values: readonly number[], model: AlignmentModel): number =>
  rounded(sigmoid(boosted(model.acceptance, values)))
