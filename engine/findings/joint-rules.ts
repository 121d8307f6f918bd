import { haveFigureInCommon } from '../claims/figures.ts'
import { areApart, timesIn, type TimeSpan } from '../claims/times.ts'
import { hedges } from '../lexicon/claim-cues.ts'
import { otherSide, type Figure } from '../model.ts'
import { quoteOf, type ClaimAt } from './claim-pairs.ts'
import { CONTRAST_LINK, isOnOneMatter, PER_LINK, sayWith, WEIGHTS, type Rule } from './claim-rule.ts'
import type { Material } from './material.ts'
import { toldAlike } from './alike.ts'

/** What both texts report of both sides on one matter: alike, or for other days. */

/** Whether a claim is told of both sides, as done or to be done. */
const isJoint = ({ passage, claim }: ClaimAt): boolean =>
  claim.speaker === 'both' &&
  claim.kind !== 'talks' &&
  passage.sentence.speaker !== otherSide(passage.side) &&
  claim.polarity === 'asserted'

/** What is still to be: "will gather", "agreed to hold". */
const TO_COME = /\b(?:will|shall|to|would|next|should)\b/u

/** The times at which something that a claim tells of is to be. */
const timesOf = (material: Material, { passage, claim }: ClaimAt): TimeSpan[] => {
  const { text, readout } = material.sides[passage.side]
  const words = text.slice(claim.span.start, claim.span.end)
  const held = readout.date ?? material.sides[otherSide(passage.side)].readout.date
  return readout.language === 'en' && !TO_COME.test(words)
    ? []
    : timesIn(text, claim.span, readout.language, held)
}

/** Whether each gives a time within which that of the other does not lie: "the week of Dec. 7", "the first quarter of next year". */
const haveOtherTimes = (material: Material, own: ClaimAt, other: ClaimAt): boolean =>
  areApart(timesOf(material, own), timesOf(material, other))

const countsOf = ({ claim: { figures } }: ClaimAt): Figure[] => figures.filter(({ kind }) => kind !== 'date')

/** Whether both claims count, and nothing that both count is the same: "eleven vessels", "four". */
const haveOtherNumbers = (own: ClaimAt, other: ClaimAt): boolean => {
  const [ours, theirs] = [countsOf(own), countsOf(other)]
  return ours.length > 0 && theirs.length > 0 && !haveFigureInCommon(ours, theirs)
}

/** Whether any claim of a sentence only considers something, or is to come when the time is ripe. */
const isHedged = ({ passage }: ClaimAt): boolean => hedges.findLongest(passage.tokens).length > 0

/** What both report for other days, which no rule of figures has found to be of one thing. */
export const dated: Rule = (material, view, pair) =>
  isOnOneMatter(material, view, pair) &&
  isJoint(view.own) &&
  isJoint(view.other) &&
  haveOtherTimes(material, view.own, view.other)
    ? {
        kind: 'figure',
        rule: 'figure:dated',
        side: view.side,
        say: sayWith(material, 'figure:both', view.side),
        weight: WEIGHTS.figure
      }
    : null

/** What both report with no difference that has a name. */
export const worded: Rule = (material, view, pair) => {
  if (
    !isOnOneMatter(material, view, pair) ||
    !isJoint(view.own) ||
    !isJoint(view.other) ||
    isHedged(view.own) !== isHedged(view.other) ||
    haveOtherNumbers(view.own, view.other) ||
    haveOtherTimes(material, view.own, view.other)
  )
    return null
  const [one, other] = [quoteOf(material, view.own), quoteOf(material, view.other)]
  const say = toldAlike(material, view.side, one, other)
  return say === null
    ? null
    : {
        kind: 'agreement',
        rule: 'agreement:worded',
        side: view.side,
        say: () => say,
        quotes: { own: one, other },
        weight: WEIGHTS.worded + PER_LINK * (pair.link - CONTRAST_LINK)
      }
}
