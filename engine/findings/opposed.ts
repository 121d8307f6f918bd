import { rejections } from '../lexicon/framing.ts'
import { isDistancing } from '../lexicon/stances.ts'
import { otherSide, type Claim, type Side, type Span } from '../model.ts'
import { within } from '../text/spans.ts'
import {
  ANSWERING,
  claimPairs,
  claimsOf,
  pairsBetween,
  quoteOf,
  type ClaimAt,
  type ClaimPair
} from './claim-pairs.ts'
import {
  CONTRAST_LINK,
  FIRM,
  isOwnVoice,
  sayFor,
  sayWith,
  WEIGHTS,
  type Rule,
  type View
} from './claim-rule.ts'
import { shownOf } from './claims-shown.ts'
import { bySide, finding, type FindingDraft, type Quote } from './draft.ts'
import { figures } from './figure-rules.ts'
import { governorsIn } from './governed.ts'
import { conditioned, dated, isHedged, isHedgedOn, undated, worded } from './joint-rules.ts'
import type { Material } from './material.ts'
import { sideBySide } from './side-by-side.ts'
import { onOneTopic } from './stood.ts'
import { standOf } from './stance.ts'
import { contrast, counted, saidForOther } from './unnamed-differences.ts'

/** What two claims on one matter set against each other: told by what differs in them, one finding a pair. */

/** What may be set side by side without a difference that has a name. */
const CLEARLY = 2
const CONTRADICTED = 1.7
/** How much a pair's likeness adds to a finding's weight, and at most. */
const PER_LIKENESS = 0.02
const MOST_LIKENESS = 0.08

/** The words with which a claim rejects something; undefined where it rejects nothing. */
const rejectionIn = (material: Material, { claim, passage }: ClaimAt): Span | undefined => {
  const { text, readout } = material.sides[passage.side]
  const isWish = claim.kind === 'demand' || claim.kind === 'hope'
  return [
    ...governorsIn(passage.tokens, readout.language).filter(({ kind }) => kind === 'refuse' && !isWish),
    ...rejections
      .findLongest(passage.tokens)
      .filter(({ start, end }) => !isDistancing(text.slice(start, end)))
  ].find((place) => within(place, claim.span))
}

const RAISED = new Set<Claim['kind']>([
  'demand',
  'hope',
  'commitment',
  'condition',
  'warning',
  'fact',
  'view'
])
const ANSWERS = new Set<Claim['kind']>([
  'commitment',
  'view',
  'assurance',
  'condition',
  'fact',
  'demand',
  'hope'
])
/** Said for the other side, whose own text says the reverse. */
const contradicted: Rule = (material, view, { common, likeness }) => {
  const { side, own, other } = view
  if (isOwnVoice(own) || other.claim.speaker !== otherSide(side)) return null
  const isReverse =
    (own.claim.polarity === 'asserted') !== (other.claim.polarity === 'asserted') &&
    own.claim.actor === other.claim.actor
  // "Does not support" one thing and "has not changed" another are no reverse: the same words must be in both.
  if (!isReverse || common < (own.claim.polarity === 'asserted' ? 1 : 3) || likeness < CONTRADICTED)
    return null
  return {
    kind: 'contradicted',
    rule: 'contradicted',
    side,
    say: sayFor(material, 'contradicted', side, own.passage),
    weight: WEIGHTS.contradicted
  }
}

/** Whether a claim is short enough to be quoted to its end. */
const isWhole = (material: Material, at: ClaimAt): boolean =>
  quoteOf(material, at).span.end >= at.claim.span.end - 1

/** Whether words stand in what is quoted of a claim. */
const isQuoted = (material: Material, at: ClaimAt, words: Span): boolean => {
  const { span } = quoteOf(material, at, words)
  return within(words, span)
}

/** What a side raises and the other rejects. */
const refusal: Rule = (material, { side, own, other }, { common }) => {
  const rejecting = rejectionIn(material, other)
  const isRaised =
    own.claim.speaker === side &&
    RAISED.has(own.claim.kind) &&
    own.claim.polarity === 'asserted' &&
    !rejectionIn(material, own)
  return rejecting &&
    isQuoted(material, other, rejecting) &&
    isRaised &&
    isOwnVoice(other) &&
    other.claim.speaker !== 'both' &&
    common >= 1
    ? {
        kind: 'refusal',
        rule: 'refusal',
        side,
        say: sayWith(material, 'refusal', side),
        weight: WEIGHTS.refusal,
        about: { other: rejecting }
      }
    : null
}

/** Acts by which a side takes something upon itself: an invitation that is accepted lays nothing on the other. */
const TAKEN_ON = new Set(['agree', 'commit', 'praise'])
const laysOn = ({ claim }: ClaimAt, other: Side): boolean =>
  claim.kind === 'demand' && claim.actor === other && !TAKEN_ON.has(claim.act ?? '')

/** "Asked to lift the cap, she said that it is not open to negotiation": who turns down a demand makes none. */
const turnsDown = (material: Material, { passage }: ClaimAt): boolean =>
  claimsOf(material, passage).some(
    (at) => standOf(material.sides[passage.side].text, at).stance === 'rejects'
  )

/** Each lays on the other what is to be done. */
const eachOnTheOther: Rule = (material, { side, own, other }, { link, common }) =>
  link >= ANSWERING &&
  common >= 1 &&
  side === material.firstInTie &&
  own.claim.speaker === side &&
  other.claim.speaker === otherSide(side) &&
  laysOn(own, otherSide(side)) &&
  laysOn(other, side) &&
  !turnsDown(material, own) &&
  !turnsDown(material, other)
    ? {
        kind: 'duty_reversed',
        rule: 'duty-reversed:claims',
        side,
        say: sayWith(material, 'duty:each', side),
        weight: WEIGHTS.duty
      }
    : null

/** So many rare words in common make sure that it is one event. */
const ONE_EVENT = 2

/** An event told with another doer: rare words in common, both told as facts. */
const clash: Rule = (material, { side, own, other }, { common }) => {
  const areFacts = own.claim.kind === 'fact' && other.claim.kind === 'fact'
  const blames = own.claim.actor !== side && other.claim.actor !== otherSide(side)
  const isReverse =
    own.claim.polarity === 'asserted' &&
    other.claim.polarity === 'denied' &&
    own.claim.actor === other.claim.actor
  return areFacts &&
    common >= ONE_EVENT &&
    isOwnVoice(own) &&
    isOwnVoice(other) &&
    (isReverse ||
      (side === material.firstInTie &&
        blames &&
        own.claim.actor !== other.claim.actor &&
        own.claim.actor !== 'both' &&
        other.claim.actor !== 'both' &&
        own.claim.actor !== 'other' &&
        other.claim.actor !== 'other'))
    ? { kind: 'clash', rule: 'clash', side, say: sayWith(material, 'clash', side), weight: WEIGHTS.clash }
    : null
}

/** Whether something is promised, or told of both with its day. */
const isFirm = ({ claim }: ClaimAt): boolean =>
  claim.kind === 'commitment' ||
  (claim.kind === 'fact' && claim.speaker === 'both' && claim.figures.some(({ kind }) => kind === 'date'))

/** A firm commitment against one that is only considered, or is to come when the time is ripe. */
const hedged: Rule = (material, { side, own, other }, { common, link }) =>
  (common >= 1 ||
    (link >= CONTRAST_LINK && isOwnVoice(own) && own.claim.figures.length > 0 && onOneTopic(own, other))) &&
  isFirm(own) &&
  own.claim.polarity === 'asserted' &&
  (FIRM.has(other.claim.kind) || TAKEN_ON.has(other.claim.act ?? '')) &&
  other.claim.polarity === 'asserted' &&
  !isHedged(own) &&
  isHedgedOn(own, other) &&
  other.claim.speaker !== side
    ? {
        kind: 'strength',
        rule: 'strength:hedged',
        side,
        say: sayWith(material, 'strength:hedged', side),
        weight: WEIGHTS.hedged
      }
    : null

/** What is asked by one, and how the other answers. */
const request: Rule = (material, { side, own, other }, { link, common }) =>
  isWhole(material, other) &&
  link >= ANSWERING &&
  common >= 1 &&
  own.claim.speaker === side &&
  laysOn(own, otherSide(side)) &&
  other.claim.speaker === otherSide(side) &&
  ANSWERS.has(other.claim.kind)
    ? {
        kind: 'request',
        rule: 'request',
        side,
        say: sayWith(material, 'request:answered', side),
        weight: WEIGHTS.request
      }
    : null

const RULES: readonly Rule[] = [
  contradicted,
  refusal,
  eachOnTheOther,
  clash,
  conditioned,
  undated,
  hedged,
  figures,
  request,
  saidForOther,
  dated,
  worded,
  counted,
  contrast
]

/** Further claims of the same two sentences on the same matter: grounds of the finding that its sentence does not quote. */
const alsoOn = (material: Material, { us, cn }: ClaimPair, side: Side): Quote[] => {
  const own = side === 'us' ? us : cn
  const claims = pairsBetween(material, us.passage, cn.passage)
    .filter((pair) => pair.common >= 1 && pair[side] !== own)
    .map((pair) => pair[side])
  return [...new Set(claims)].slice(0, MOST_FURTHER).map((at) => quoteOf(material, at))
}

const MOST_FURTHER = 2

/** What the two texts set against each other, claim by claim; of a pair of claims what tells most. */
export const opposed = (material: Material): FindingDraft[] =>
  [
    ...sideBySide(material),
    ...claimPairs(material).filter(({ link, likeness }) => link < ANSWERING && likeness >= CLEARLY)
  ].flatMap((pair) => {
    const views: View[] = [
      { side: 'us', own: pair.us, other: pair.cn },
      { side: 'cn', own: pair.cn, other: pair.us }
    ]
    for (const rule of RULES)
      for (const view of views) {
        const told = rule(material, view, pair)
        if (!told) continue
        const { kind, rule: name, side, weight } = told
        const { quotes, say } = shownOf(material, view, told)
        return [
          finding(material, {
            kind,
            rule: name,
            quotes: bySide(
              side,
              [quotes.own, ...alsoOn(material, pair, side)],
              [quotes.other, ...alsoOn(material, pair, otherSide(side))]
            ),
            say,
            weight: weight + Math.min(MOST_LIKENESS, PER_LIKENESS * pair.likeness)
          })
        ]
      }
    return []
  })
