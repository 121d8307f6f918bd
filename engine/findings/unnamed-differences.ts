import { areAmong } from '../claims/figures.ts'
import { courtesies } from '../lexicon/claim-cues.ts'
import { within } from '../text/spans.ts'
import { setAgainst } from './answers.ts'
import { SURE, type ClaimAt } from './claim-pairs.ts'
import {
  CONTRAST_LINK,
  isOwnVoice,
  isPlain,
  sayFor,
  saySame,
  sayWith,
  WEIGHTS,
  worthOfLink,
  type Rule,
  type View
} from './claim-rule.ts'
import { openingOf, openingSide } from './counters.ts'
import { bySide } from './draft.ts'
import { isHedged } from './joint-rules.ts'
import type { Material } from './material.ts'

/** Rules of two claims on one matter that differ in nothing that has a name, or count alike: the last to be tried. */

/** Thanks and congratulations. */
const isCourteous = ({ claim, passage }: ClaimAt): boolean =>
  courtesies.findLongest(passage.tokens).some((place) => within(place, claim.span))

/** Claims that are less likely set against each other, as log odds, are not without a difference that has a name. */
const LIKELY = -2.2

/** What one readout has the other side say, beside what that side says itself. */
export const saidForOther: Rule = (material, view, { common, likeness }) => {
  const { side, own, other } = view
  if (isOwnVoice(own) || other.claim.speaker === side || saySame(own, other)) return null
  // Where nothing is named by both, what stands beside it is as a rule no answer.
  const isApart = own.claim.kind === 'assurance' || setAgainst(material, own, other) < LIKELY
  if (common === 0 && likeness === 0 && isApart) return null
  return {
    kind: 'reported_for_other',
    rule: 'reported-for-other:beside',
    side,
    say: sayFor(material, 'reported:answered', side, own.passage),
    weight: WEIGHTS.said
  }
}

/** That both spoke of something. */
const isTalks = ({ claim }: ClaimAt): boolean => claim.kind === 'talks'

/** Whether a finding of two claims begins with the one that is this side's. */
const opens = (material: Material, { side, own, other }: View): boolean =>
  openingSide(material, bySide(side, own, other)) === side

/** What both give the same figures or days for, where neither answers the other. */
export const counted: Rule = (material, view, { link }) => {
  const { side, own, other } = view
  const [mine, theirs] = [own.claim.figures, other.claim.figures]
  const isSame =
    opens(material, view) &&
    link >= CONTRAST_LINK &&
    mine.length > 0 &&
    areAmong(mine, theirs) &&
    areAmong(theirs, mine) &&
    [own, other].every(
      (at) => isOwnVoice(at) && isPlain(at.claim) && openingOf(material, at) >= 0 && !isHedged(at)
    )
  return isSame
    ? {
        kind: 'agreement',
        rule: 'agreement:figure',
        side,
        say: sayWith(material, 'agreement:likewise', side),
        weight: WEIGHTS.contrast
      }
    : null
}

/** Two statements on one matter; of what both report of both, those in which something differs are told by their own rule. */
export const contrast: Rule = (material, view, { link }) => {
  const { side, own, other } = view
  const isTold =
    opens(material, view) &&
    link >= SURE &&
    !saySame(own, other) &&
    isOwnVoice(own) &&
    isOwnVoice(other) &&
    !(isCourteous(own) && isCourteous(other)) &&
    !(isTalks(own) || isTalks(other)) &&
    setAgainst(material, own, other) >= LIKELY
  return isTold
    ? {
        kind: 'contested_term',
        rule: own.claim.speaker === 'both' && other.claim.speaker === 'both' ? 'contrast:joint' : 'contrast',
        side,
        say: sayWith(material, 'contrast', side),
        weight: WEIGHTS.contrast + worthOfLink(link)
      }
    : null
}
