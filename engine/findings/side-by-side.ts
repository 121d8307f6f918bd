import { haveFigureInCommon } from '../claims/figures.ts'
import { rejections } from '../lexicon/framing.ts'
import { overlaps } from '../text/spans.ts'
import { ANSWERING, claimsOf, opposedWords, pairOf, type ClaimAt, type ClaimPair } from './claim-pairs.ts'
import type { Material, Passage } from './material.ts'
import { standOf, STRENGTH } from './stance.ts'
import { tellsOfMeeting } from './unmissed.ts'

/** Of two sentences that surely stand side by side the two claims that are set against each other. */

/** What a claim counts beside what two have in common: a refusal or a rejection is what its sentence comes to. */
const REFUSED = 1.5
const DENIED = 0.3
const REJECTING = 1.2
const TALKS = -0.3
/** A promise beside what denies or refuses one, and a figure beside another of its kind, are set against each other. */
const REVERSED = 0.9
const OTHER_FIGURE = 0.8
/** What it counts that they have words that stand opposite each other in readouts, and how strongly each stands to the other side. */
const OPPOSED = 0.5
const STANCE = 0.15

const worthOf = ({ claim, passage }: ClaimAt): number => {
  const rejects = rejections.findLongest(passage.tokens).some((place) => overlaps(place, claim.span))
  const polarity = { asserted: 0, denied: DENIED, refused: REFUSED }[claim.polarity]
  return Math.max(polarity, rejects ? REJECTING : 0) + (claim.kind === 'talks' ? TALKS : 0)
}

/** Whether one claim promises or asks what the other denies or refuses. */
const isReverse = ({ claim: one }: ClaimAt, { claim: other }: ClaimAt): boolean =>
  one.polarity === 'asserted' &&
  other.polarity !== 'asserted' &&
  (one.kind === 'commitment' || one.kind === 'demand' || one.kind === 'hope')

/** Whether both give a figure of one kind, and none that both give. */
const haveOtherFigures = ({ claim: one }: ClaimAt, { claim: other }: ClaimAt): boolean =>
  one.figures.some(({ kind }) => other.figures.some((figure) => figure.kind === kind)) &&
  !haveFigureInCommon(one.figures, other.figures)

const strengthOf = (material: Material, at: ClaimAt): number =>
  STANCE * (STRENGTH[standOf(material.sides[at.passage.side].text, at).stance] - STRENGTH.asserts)

/** How much two claims of sentences that stand side by side tell against each other. */
const against = (material: Material, one: ClaimAt, other: ClaimAt, likeness: number): number =>
  likeness +
  OPPOSED * opposedWords(material, one, other) +
  strengthOf(material, one) +
  strengthOf(material, other) +
  worthOf(one) +
  worthOf(other) +
  (isReverse(one, other) || isReverse(other, one) ? REVERSED : 0) +
  (haveOtherFigures(one, other) ? OTHER_FIGURE : 0)

/** The best pairs of claims of each two sentences that are linked as surely as that. */
export const sideBySide = (material: Material): ClaimPair[] =>
  material.groups
    .filter(({ score }) => score >= ANSWERING)
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
        const pair = pairOf(material, left, right) ?? apart
        return { pair, worth: against(material, left, right, pair.likeness) }
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
      const worths = own.map((one) => {
        const [us, cn] = answer.side === 'us' ? [other, one] : [one, other]
        return against(material, one, other, pairOf(material, us, cn)?.likeness ?? 0)
      })
      return { other, worth: Math.max(...worths) }
    })
    .sort((a, b) => b.worth - a.worth)
  const [best] = ranked
  return best && best.worth >= least ? best.other : undefined
}

/** Claims with less than this in common or against each other are set side by side by chance. */
const LEAST_AGAINST = 0.6
