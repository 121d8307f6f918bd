import { rejections } from '../lexicon/framing.ts'
import { overlaps } from '../text/spans.ts'
import { ANSWERING, claimsOf, pairsBetween, type ClaimAt, type ClaimPair } from './claim-pairs.ts'
import type { Material } from './material.ts'

/** Of two sentences that surely stand side by side the two claims that are set against each other. */

/** What a claim counts beside what two have in common: a refusal or a rejection is what its sentence comes to. */
const REFUSED = 1.5
const DENIED = 0.3
const REJECTING = 1.2
const TALKS = -0.3

const worthOf = ({ claim, passage }: ClaimAt): number => {
  const rejects = rejections.findLongest(passage.tokens).some((place) => overlaps(place, claim.span))
  const polarity = { asserted: 0, denied: DENIED, refused: REFUSED }[claim.polarity]
  return Math.max(polarity, rejects ? REJECTING : 0) + (claim.kind === 'talks' ? TALKS : 0)
}

/** The best pair of claims of each two sentences that are linked as surely as that. */
export const sideBySide = (material: Material): ClaimPair[] =>
  material.groups
    .filter(({ score }) => score >= ANSWERING)
    .flatMap((group) =>
      group.us.flatMap((one) => group.cn.flatMap((other) => bestOf(material, group.score, one, other) ?? []))
    )

/** The pair of claims of two sentences, by their ids, that is worth most; undefined where one tells of the meeting. */
const bestOf = (material: Material, link: number, one: string, other: string): ClaimPair | undefined => {
  const [us, cn] = [material.passage(one), material.passage(other)]
  if (!us || !cn || us.sentence.speaker === 'narrator' || cn.sentence.speaker === 'narrator') return undefined
  const known = pairsBetween(material, us, cn)
  const [best] = claimsOf(material, us)
    .flatMap((left) =>
      claimsOf(material, cn).map((right): { pair: ClaimPair; worth: number } => {
        const pair = known.find((found) => found.us === left && found.cn === right) ?? {
          us: left,
          cn: right,
          likeness: 0,
          common: 0,
          link
        }
        return { pair, worth: pair.likeness + worthOf(left) + worthOf(right) }
      })
    )
    .sort((a, b) => b.worth - a.worth)
  return best?.pair
}
