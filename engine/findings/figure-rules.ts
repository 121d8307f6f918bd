import { isSameFigure } from '../claims/figures.ts'
import { areApart, timesIn } from '../claims/times.ts'
import { NARRATION_TOPIC } from '../lexicon/topics.ts'
import { otherSide, type Claim, type Figure, type Side } from '../model.ts'
import type { Word } from '../syntax/word.ts'
import { contentStems } from '../wording/stem.ts'
import { ANSWERING, type ClaimAt } from './claim-pairs.ts'
import { FIRM, isOwnVoice, sayWith, WEIGHTS, type Rule, type View } from './claim-rule.ts'
import type { Material } from './material.ts'
import { tellsOfMeeting } from './unmissed.ts'

/** Figures and dates of one thing that differ, or that one text alone gives. */

/** So many rare words in common make sure that figures are of one thing. */
const ALIKE = 2
/** With one in common the claims must be as like as this. */
const ON_ONE_THING = 1.6
/** So many words behind a number what it counts is found. */
const COUNTED_WITHIN = 3
const PROMISED = new Set<Claim['kind']>(['commitment', 'fact', 'view', 'talks'])
/** Counts that say little: "two", "three". */
const LEAST_COUNT = 4

const counts = ({ claim }: ClaimAt): Figure[] =>
  claim.figures.filter(({ kind, value }) => kind !== 'number' || Number(value) >= LEAST_COUNT)

const DAY = /^\d\d-\d\d$/u

/** Whether two dates, of which one is no day, may be the same: "December 31, 2030", "the end of 2030". */
const isSameTime = (material: Material, { own, other }: View, one: Figure, another: Figure): boolean => {
  if (one.kind !== 'date' || (DAY.test(one.value) && DAY.test(another.value))) return false
  const [times, others] = [own, other].map(({ passage, claim }) => {
    const { text, readout } = material.sides[passage.side]
    return timesIn(text, claim.span, readout.language, readout.date)
  })
  return times !== undefined && others !== undefined && times.length > 0 && !areApart(times, others)
}

/** How long they talked: "nearly two hours", "over ninety minutes". */
const isLengthOfTalks = ({ passage, claim }: ClaimAt): boolean =>
  claim.figures.some(({ kind, value }) => kind === 'period' && /hour|minute/u.test(value)) &&
  (claim.kind === 'talks' || passage.sentence.topics[0]?.id === NARRATION_TOPIC)

/** Whether a figure is the way between two others: "from 30 percent *to 20 percent*", "by *10* percentage points". */
const isStepOf = (figures: readonly Figure[], step: Figure): boolean => {
  const values = figures.filter(({ kind }) => kind === step.kind).map(({ value }) => Number(value))
  return values.some((from) => values.some((to) => from > to && from - to === Number(step.value)))
}

/** Figures of one kind that both claims give of the same thing, with no value in common. */
const differing = (material: Material, view: View): [Figure, Figure] | null => {
  const { own, other } = view
  const isSame = (one: Figure, another: Figure): boolean =>
    one.kind === another.kind &&
    (one.kind !== 'number' || countedBy(material, own, one) === countedBy(material, other, another))
  for (const figure of counts(own)) {
    const rivals = counts(other).filter((rival) => isSame(figure, rival))
    const [rival] = rivals
    if (rival && isSameTime(material, view, figure, rival)) continue
    if (rival && (isStepOf(rivals, figure) || isStepOf(counts(own), rival))) continue
    if (rival && !rivals.some((other) => counts(own).some((given) => isSameFigure(given, other))))
      return [figure, rival]
  }
  return null
}

/** The stem of what a number counts: "84 round-trip *flights*"; empty where nothing is counted. */
const countedBy = (material: Material, { passage }: ClaimAt, figure: Figure): string => {
  if (material.sides[passage.side].readout.language === 'zh') return ''
  const behind = passage.tokens.filter(({ start }) => start >= figure.end).slice(0, COUNTED_WITHIN)
  return contentStems(behind).at(0) ?? ''
}

/** Whether a text gives a figure anywhere. */
const givesAnywhere = (material: Material, side: Side, wanted: Figure): boolean =>
  material.sides[side].passages.some(({ sentence }) =>
    (sentence.claims ?? []).some(({ figures }) => figures.some((figure) => isSameFigure(figure, wanted)))
  )

/** "One in a thousand", "eight of them": a number in words, which no figure of a claim is. */
const isNumber = ({ pos, text }: Word): boolean => pos === 'NUM' && text !== 'one'

/** Whether a text gives any number on what a claim is on: in the sentence beside it, or in any that its own stands beside. */
const givesNumbers = (material: Material, own: ClaimAt, other: ClaimAt): boolean =>
  [other.passage, ...material.partnersOf(own.passage.sentence.id)].some(
    ({ sentence, words }) =>
      (sentence.claims ?? []).some(({ figures }) => figures.some(({ kind }) => kind !== 'date')) ||
      words.some(isNumber)
  )

/** Figures that differ, or that one side alone gives. */
export const figures: Rule = (material, view, { link, common, likeness }) => {
  const { side, own, other } = view
  if (!isOwnVoice(own) && !isOwnVoice(other)) return null
  // The day of this meeting is no rival of another's.
  if (tellsOfMeeting(own.passage) || tellsOfMeeting(other.passage)) return null
  if (isLengthOfTalks(own) || isLengthOfTalks(other)) return null
  // Of what both report of both in one row a single word in common tells what the time is of.
  const isJoint = link >= ANSWERING && own.claim.speaker === 'both' && other.claim.speaker === 'both'
  // The day of one thing and the length of another are no rival figures.
  const isOfOneThing = common >= (isJoint ? 1 : ALIKE)
  const both = side === material.firstInTie && isOfOneThing ? differing(material, view) : null
  if (both)
    return {
      kind: 'figure',
      rule: 'figure:both',
      side,
      say: sayWith(material, both[0].kind === 'date' ? 'contrast' : 'figure:both', side),
      about: { own: both[0], other: both[1] },
      weight: WEIGHTS.figures
    }
  const [figure] = counts(own).filter(
    ({ kind }) => kind !== 'period' && (kind !== 'date' || own.claim.kind === 'commitment')
  )
  if (
    !figure ||
    counts(other).length > 0 ||
    common < ALIKE ||
    likeness < ON_ONE_THING ||
    givesAnywhere(material, otherSide(side), figure) ||
    (figure.kind !== 'date' && givesNumbers(material, own, other))
  )
    return null
  if (!FIRM.has(own.claim.kind) || !PROMISED.has(other.claim.kind)) return null
  return {
    kind: 'figure',
    rule: 'figure:one',
    side,
    say: sayWith(material, figure.kind === 'date' ? 'figure:date' : 'figure:one', side),
    about: { own: figure },
    weight: WEIGHTS.figure
  }
}
