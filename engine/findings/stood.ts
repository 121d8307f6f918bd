import { otherSide, SIDES, type Side } from '../model.ts'
import { setAgainst } from './answers.ts'
import { claimsOf, stemsInCommon, type ClaimAt } from './claim-pairs.ts'
import { sharedBetween } from './facing.ts'
import { onceFor } from '../once-for.ts'
import type { Material, Passage } from './material.ts'
import { standOf, STRENGTH, type Stand } from './stance.ts'

/** Of two sentences that face each other the claims that are set against each other. */

export interface Stood extends Stand {
  at: ClaimAt
}

type Voice = 'own' | 'other' | 'joint'
/** Whether a sentence speaks for its own side, is said of the other, or tells of both. */
export const voiceOf = ({ sentence, side }: Passage): Voice =>
  sentence.speaker === side ? 'own' : sentence.speaker === otherSide(side) ? 'other' : 'joint'

const standsByPassage = onceFor(
  (material: Material): ReadonlyMap<Passage, readonly Stood[]> =>
    new Map(
      SIDES.flatMap((side) => {
        const { text, passages } = material.sides[side]
        return passages.map((passage) => [
          passage,
          claimsOf(material, passage)
            .map((at) => ({ at, ...standOf(text, at) }))
            .sort((a, b) => STRENGTH[b.stance] - STRENGTH[a.stance])
        ])
      })
    )
)

/** The claims of a sentence with how they stand, the stance that tells most first. */
const standsIn = (material: Material, passage: Passage): readonly Stood[] =>
  standsByPassage(material).get(passage) ?? []

/** Of the claims of a sentence the one that another answers: that asks, grants or blames, and has most in common with it. */
const answered = (material: Material, passage: Passage, answer: Stood): Stood | undefined =>
  standsIn(material, passage)
    .map((one) => ({
      one,
      worth: setAgainst(material, one.at, answer.at)
    }))
    .sort((a, b) => b.worth - a.worth)[0]?.one

/** From this part of the shorter claim's words on two claims say the same. */
const SAME = 0.6
const sharePart = (one: ClaimAt, other: ClaimAt): number =>
  stemsInCommon(one, other) / Math.max(1, Math.min(one.stems.size, other.stems.size))
export const saySame = (one: ClaimAt, other: ClaimAt): boolean =>
  one.claim.polarity === other.claim.polarity && sharePart(one, other) >= SAME

const pick = (material: Material, us: Passage, cn: Passage): Record<Side, Stood> | null => {
  const [u, c] = [standsIn(material, us), standsIn(material, cn)]
  const [fu, fc] = [u[0], c[0]]
  if (!fu || !fc) return null
  // The side whose stance is strongest answers; the other's claim is the one that it answers.
  const strength = STRENGTH[fu.stance] - STRENGTH[fc.stance]
  const side = strength === 0 ? material.firstInTie : strength > 0 ? 'us' : 'cn'
  const [own, others] = side === 'us' ? [u, cn] : [c, us]
  const [first] = own
  const near = ({ at }: Stood): number =>
    Math.max(...claimsOf(material, others).map((one) => setAgainst(material, at, one)))
  const [answer] = own
    .filter(({ stance }) => stance === first?.stance)
    .sort((one, two) => near(two) - near(one))
  const other = answer && answered(material, others, answer)
  if (!answer || !other) return null
  return side === 'us' ? { us: answer, cn: other } : { us: other, cn: answer }
}

/** Whether a claim assures the other side of what is not so or will not be. */
export const isAssuring = ({ at }: Stood): boolean =>
  at.claim.kind === 'assurance' && at.claim.polarity !== 'refused'

export const onOneTopic = (one: ClaimAt, other: ClaimAt): boolean =>
  one.claim.topics.some((topic) => other.claim.topics.includes(topic))

/** Of what one text has the other side assure the claim that its own sentence comes nearest to without saying it. */
const telling = (material: Material, stood: Record<Side, Stood>): Record<Side, Stood> => {
  const side = SIDES.find((one) => voiceOf(stood[one].at.passage) === 'other')
  if (!side || !isAssuring(stood[side])) return stood
  const other = stood[otherSide(side)]
  const own = claimsOf(material, other.at.passage)
  const worth = ({ at }: Stood): number =>
    sharedBetween(material, at, other.at) +
    (onOneTopic(at, other.at) ? 0.6 : 0) -
    (own.some((one) => saySame(at, one)) ? 2 : 0)
  const [best] = standsIn(material, stood[side].at.passage)
    .filter(isAssuring)
    .sort((a, b) => worth(b) - worth(a))
  return best ? { ...stood, [side]: best } : stood
}

/** The claims of two sentences that are set against each other; null where one makes none. */
export const stoodOf = (material: Material, us: Passage, cn: Passage): Record<Side, Stood> | null => {
  const picked = pick(material, us, cn)
  return picked && telling(material, picked)
}
