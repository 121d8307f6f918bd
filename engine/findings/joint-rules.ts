import { areAmong, haveFigureInCommon } from '../claims/figures.ts'
import { hedges } from '../lexicon/claim-cues.ts'
import { otherSide, type Figure } from '../model.ts'
import type { ClaimAt } from './claim-pairs.ts'
import { CONTRAST_LINK, isOnOneMatter, PER_LINK, sayWith, WEIGHTS, type Rule } from './claim-rule.ts'

/** What both texts report of both sides on one matter: alike, or for other days. */

/** Whether a claim is told of both sides, as done or to be done. */
const isJoint = ({ passage, claim }: ClaimAt): boolean =>
  claim.speaker === 'both' &&
  claim.kind !== 'talks' &&
  passage.sentence.speaker !== otherSide(passage.side) &&
  claim.polarity === 'asserted'

/** Days of a sentence, whichever of its claims gives them. */
const datesOf = ({ passage: { sentence } }: ClaimAt): Figure[] =>
  (sentence.claims ?? []).flatMap(({ figures }) => figures.filter(({ kind }) => kind === 'date'))

/** Whether each sentence gives a day that the other does not: "in 2029", "in 2030". */
const haveOtherDates = (own: ClaimAt, other: ClaimAt): boolean => {
  const [ours, theirs] = [datesOf(own), datesOf(other)]
  return !areAmong(ours, theirs) && !areAmong(theirs, ours)
}

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
  haveOtherDates(view.own, view.other)
    ? {
        kind: 'figure',
        rule: 'figure:dated',
        side: view.side,
        say: sayWith(material, 'figure:both'),
        weight: WEIGHTS.figure
      }
    : null

/** What both report with no difference that has a name. */
export const worded: Rule = (material, view, pair) =>
  isOnOneMatter(material, view, pair) &&
  isJoint(view.own) &&
  isJoint(view.other) &&
  isHedged(view.own) === isHedged(view.other) &&
  !haveOtherNumbers(view.own, view.other)
    ? {
        kind: 'agreement',
        rule: 'agreement:worded',
        side: view.side,
        say: sayWith(material, 'agreement:worded'),
        weight: WEIGHTS.worded + PER_LINK * (pair.link - CONTRAST_LINK)
      }
    : null
