import { rejections } from '../lexicon/framing.ts'
import type { Side } from '../model.ts'
import { overlaps } from '../text/spans.ts'
import { claimPairs, claimsIn, type ClaimAt, type ClaimPair } from './claim-pairs.ts'
import type { Material, Passage } from './material.ts'

/** Of two sentences that surely stand side by side the two claims that are set against each other. */

/** A link below this is no ground for setting two sentences side by side. */
const SURE_LINK = 0.6
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
export const sideBySide = (material: Material): ClaimPair[] => {
  const known = new Map<ClaimAt, Map<ClaimAt, ClaimPair>>()
  for (const pair of claimPairs(material)) {
    const of = known.get(pair.us) ?? new Map<ClaimAt, ClaimPair>()
    known.set(pair.us, of.set(pair.cn, pair))
  }
  const claims = claimsIn(material)
  const claimsOf = (passage: Passage, side: Side): ClaimAt[] =>
    claims[side].filter((at) => at.passage === passage)
  return material.groups.flatMap((group) => {
    if (group.score < SURE_LINK) return []
    return group.us.flatMap((one) =>
      group.cn.flatMap((other): ClaimPair[] => {
        const [us, cn] = [material.passage(one), material.passage(other)]
        if (!us || !cn || us.sentence.speaker === 'narrator' || cn.sentence.speaker === 'narrator') return []
        const [best] = claimsOf(us, 'us')
          .flatMap((left) =>
            claimsOf(cn, 'cn').map((right) => {
              const pair = known.get(left)?.get(right) ?? {
                us: left,
                cn: right,
                likeness: 0,
                common: 0,
                link: group.score
              }
              return { pair, worth: pair.likeness + worthOf(left) + worthOf(right) }
            })
          )
          .sort((a, b) => b.worth - a.worth)
        return best ? [best.pair] : []
      })
    )
  })
}
