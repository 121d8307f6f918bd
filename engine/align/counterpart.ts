import { otherSide, type Side } from '../model.ts'
import type { Weighed } from './weigh.ts'
import type { AlignmentModel } from './score.ts'
import { sigmoid, sum } from '../logistic.ts'
import { rounded } from '../rounded.ts'

/** What tells whether a sentence has any counterpart at all. */
export const COUNTERPART_FEATURES = [
  'best',
  'secondBest',
  'expected',
  'unanswered',
  'toItself',
  'isGeneric',
  'narrates',
  'isJoint',
  'isOwn',
  'sameSpeaker',
  'named',
  'length',
  'opens'
] as const
export type CounterpartFeatures = Record<(typeof COUNTERPART_FEATURES)[number], number>

/** A pair with the probability that it is a link. */
export interface ScoredLink {
  us: number
  cn: number
  score: number
  /** The two have a matter in common. */
  hasGround: boolean
  /** They have words in common, or words that translate each other. */
  hasWords: boolean
}

/** Beyond these chances surer is no surer; less likely partners are none. */
const LEAST_CHANCE = 0.05
const LARGEST_CHANCE = 0.998
const LEAST_UNANSWERED = 0.01
const USUAL_LENGTH = 20
const MOST_NAMED = 5

const logit = (chance: number): number => {
  const held = Math.max(LEAST_CHANCE, Math.min(LARGEST_CHANCE, chance))
  return rounded(Math.log(held / (1 - held)))
}

interface Standing {
  best: number
  secondBest: number
  expected: number
  /** Chance that none of its pairs is a link, were they independent. */
  unanswered: number
  /** Place of the likeliest partner. */
  partner: number
}

const standingsOf = (links: readonly ScoredLink[], side: Side): Map<number, Standing> => {
  const other = otherSide(side)
  const standings = new Map<number, Standing>()
  for (const link of links) {
    if (link.score < LEAST_CHANCE || !link.hasGround) continue
    const known = standings.get(link[side]) ?? {
      best: 0,
      secondBest: 0,
      expected: 0,
      unanswered: 1,
      partner: -1
    }
    if (link.score > known.best)
      Object.assign(known, { best: link.score, secondBest: known.best, partner: link[other] })
    else known.secondBest = Math.max(known.secondBest, link.score)
    known.expected += link.score
    known.unanswered *= 1 - link.score
    standings.set(link[side], known)
  }
  return standings
}

/** The features of each sentence of a side that has a partner not wholly unlikely, by its place. */
export const counterpartFeatures = (
  links: readonly ScoredLink[],
  side: Side,
  profiles: Readonly<Record<Side, readonly Weighed[]>>
): Map<number, CounterpartFeatures> => {
  const other = otherSide(side)
  const [own, theirs] = [standingsOf(links, side), standingsOf(links, other)]
  return new Map(
    [...own].flatMap(([at, { best, secondBest, expected, unanswered, partner }]) => {
      const [profile, likeliest] = [profiles[side][at], profiles[other][partner]]
      if (!profile || !likeliest) return []
      const { speaker, words } = profile.sentence
      return [
        [
          at,
          {
            best: logit(best),
            secondBest: logit(secondBest),
            expected: rounded(Math.log1p(expected)),
            unanswered: rounded(Math.log(unanswered + LEAST_UNANSWERED)),
            // Its likeliest partner has none that is likelier.
            toItself: theirs.get(partner)?.best === best ? 1 : 0,
            isGeneric: profile.isGeneric ? 1 : 0,
            narrates: speaker === 'narrator' ? 1 : 0,
            isJoint: speaker === 'both' ? 1 : 0,
            // The words of the side whose readout it is.
            isOwn: speaker === side ? 1 : 0,
            sameSpeaker: speaker === likeliest.sentence.speaker ? 1 : 0,
            named: Math.min(MOST_NAMED, profile.own.size) / MOST_NAMED,
            length: rounded(Math.log(Math.max(1, words) / USUAL_LENGTH)),
            opens: profile.opens ? 1 : 0
          }
        ] as const
      ]
    })
  )
}

/** Probability that a sentence has a counterpart. */
export const counterpartChance = (features: CounterpartFeatures, model: AlignmentModel): number =>
  rounded(sigmoid(sum(model.counterpart, COUNTERPART_FEATURES, features)))
