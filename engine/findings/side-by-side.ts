import { setAgainst } from './answers.ts'
import { claimsOf, pairOf, SURE, type ClaimAt, type ClaimPair } from './claim-pairs.ts'
import type { Material, Passage } from './material.ts'
import { tellsOfMeeting } from './unmissed.ts'

/** Of two sentences that surely stand side by side the two claims that are set against each other. */

/** The best pairs of claims of each two sentences that are linked as surely as that. */
export const sideBySide = (material: Material): ClaimPair[] =>
  material.groups
    .filter(({ score }) => score >= SURE)
    .flatMap((group) =>
      group.us.flatMap((one) => group.cn.flatMap((other) => bestOf(material, group.score, one, other)))
    )

/** Whether a text tells of the talks; an event that it tells in its own voice may be set against another's account. */
const isOfTalks = (passage: Passage): boolean =>
  tellsOfMeeting(passage) ||
  (passage.sentence.speaker === 'narrator' &&
    !(passage.sentence.claims ?? []).some(({ kind }) => kind === 'fact'))

/** The pair of claims of two sentences, by their ids, that is worth most, and the next of other claims that are alike; none where one tells of the talks. */
const bestOf = (material: Material, link: number, one: string, other: string): ClaimPair[] => {
  const [us, cn] = [material.passage(one), material.passage(other)]
  if (!us || !cn || isOfTalks(us) || isOfTalks(cn)) return []
  const ranked = claimsOf(material, us)
    .flatMap((left) =>
      claimsOf(material, cn).map((right): { pair: ClaimPair; worth: number } => {
        const apart = { us: left, cn: right, likeness: 0, common: 0, link }
        return { pair: pairOf(material, left, right) ?? apart, worth: setAgainst(material, left, right) }
      })
    )
    .sort((a, b) => b.worth - a.worth)
    .map(({ pair }) => pair)
  const [best] = ranked
  const second = ranked.find(
    ({ us: left, cn: right, common, likeness }) =>
      left !== best?.us &&
      right !== best?.cn &&
      left.claim.speaker === 'both' &&
      right.claim.speaker === 'both' &&
      common >= 1 &&
      likeness >= ANOTHER
  )
  return [best, second].flatMap((pair) => pair ?? [])
}

/** So like must two further claims be that both report of both, to stand side by side, too: "resume talks, and open a line". */
const ANOTHER = 1

/** Of the claims of a sentence that surely stands opposite the one that tells most against some claims; undefined for none. */
export const answerAmong = (
  material: Material,
  own: readonly ClaimAt[],
  answer: Passage,
  least = LEAST_AGAINST
): ClaimAt | undefined => {
  const ranked = claimsOf(material, answer)
    .map((other) => {
      const worths = own.map((one) => setAgainst(material, one, other))
      return { other, worth: Math.max(...worths) }
    })
    .sort((a, b) => b.worth - a.worth)
  const [best] = ranked
  return best && best.worth >= least ? best.other : undefined
}

/** Claims that are less likely set against each other, as log odds, stand side by side by chance. */
const LEAST_AGAINST = -2
