import { haveFigureInCommon } from '../claims/figures.ts'
import { areApart, timesIn, type TimeSpan } from '../claims/times.ts'
import { conditional, hedges } from '../lexicon/claim-cues.ts'
import { standardVerbs } from '../lexicon/reporting-verbs.ts'
import { otherSide, type Claim, type Figure, type Side, type Span } from '../model.ts'
import { onceFor } from '../once-for.ts'
import { within } from '../text/spans.ts'
import { contentStems, stem } from '../wording/stem.ts'
import { countsOf, quoteOf, type ClaimAt, type ClaimPair } from './claim-pairs.ts'
import {
  CONTRAST_LINK,
  isOnOneMatter,
  saySame,
  sayWith,
  WEIGHTS,
  worthOfLink,
  type Rule,
  type View
} from './claim-rule.ts'
import type { Material } from './material.ts'
import { toldAlike } from './alike.ts'
import { tell } from './sentences.ts'
import { voiced } from './voiced.ts'

/** What both texts report of both sides on one matter: alike, or for other days. */

const isOfBoth = ({ passage, claim }: ClaimAt): boolean =>
  claim.speaker === 'both' &&
  passage.sentence.speaker !== otherSide(passage.side) &&
  claim.polarity === 'asserted'

/** Whether a claim is told of both sides, as done or to be done. */
const isJoint = (at: ClaimAt): boolean => isOfBoth(at) && at.claim.kind !== 'talks'

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

/** Whether both claims count, and nothing that both count is the same: "eleven vessels", "four". */
const haveOtherNumbers = (own: ClaimAt, other: ClaimAt): boolean => {
  const [ours, theirs] = [countsOf(own), countsOf(other)]
  return ours.length > 0 && theirs.length > 0 && !haveFigureInCommon(ours, theirs)
}

const hedgesOf = ({ passage, claim }: ClaimAt): Span[] =>
  hedges.findLongest(passage.tokens).filter((place) => within(place, claim.span))

/** Whether a claim only considers something, or is to come when the time is ripe. */
export const isHedged = (at: ClaimAt): boolean => hedgesOf(at).length > 0

/** Between the items of a list; not before what is set in: "to resume*, at a proper time,* calls". */
const ITEM = /[;，；、]|,(?!\s+(?:at|in|on|when|if|where|as)\b)/u

/** Whether a claim only considers what another is on: of a list, the item that has a word in common with the other. */
export const isHedgedOn = (own: ClaimAt, other: ClaimAt): boolean => {
  const found = hedgesOf(other)
  const { tokens } = other.passage
  const inClaim = tokens.filter((token) => within(token, other.claim.span))
  const shared = inClaim.filter((token) => contentStems([token]).some((stem) => own.stems.has(stem)))
  if (shared.length === 0) return found.length > 0
  const { text, start } = other.passage.sentence
  const isOneItem = (one: Span, another: Span): boolean => {
    const [from, to] = [Math.min(one.end, another.end), Math.max(one.start, another.start)]
    return !ITEM.test(text.slice(from - start, to - start))
  }
  return found.some((place) => shared.some((token) => isOneItem(place, token)))
}

/** Whether any claim of a sentence only considers something. */
const isAnyHedged = ({ passage }: ClaimAt): boolean => hedges.findLongest(passage.tokens).length > 0

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
        say: sayWith(material, 'figure:dates', view.side),
        weight: WEIGHTS.figure
      }
    : null

/** Whether both report of both, on one matter, though in other words. */
const areJoint = ({ own, other }: View, { link, common }: ClaimPair): boolean =>
  link >= CONTRAST_LINK && common >= 1 && isOfBoth(own) && isOfBoth(other)

/** Whether a sentence makes something depend on anything, in whatever words: "*once* the agreements have been signed". */
const hasCondition = ({ passage: { sentence, words, tokens } }: ClaimAt): boolean =>
  (sentence.claims ?? []).some(({ condition }) => condition !== null) ||
  conditional.findLongest(tokens).length > 0 ||
  words.some(({ pos, text }) => (pos === 'SCONJ' && text !== 'that') || SUBORDINATING.test(text))

/** "*Once* they are signed", "*as* the outbreak requires": whatever the tagger takes them for. */
const SUBORDINATING = /^(?:once|as|if|when|until|unless|while|pending|subject|depending)$/u

/** What both agreed, which one text makes depend on something. */
export const conditioned: Rule = (material, view, pair) => {
  const { side, own, other } = view
  const { condition } = own.claim
  if (condition === null || hasCondition(other) || other.claim.kind === 'talks' || !areJoint(view, pair))
    return null
  const quotes = { own: quoteOf(material, own, condition), other: quoteOf(material, other) }
  return {
    kind: 'figure',
    rule: 'figure:condition',
    side,
    say: () => tell(material, 'figure:condition', side, { said: voiced(material, [quotes.own]) }),
    quotes,
    weight: WEIGHTS.figures
  }
}

const isDay = ({ kind }: Figure): boolean => kind === 'date'

/** So many rare words in common make sure that what has a day in one text has none in the other. */
const OF_ONE_THING = 2

/** Stems of verbs of agreeing, which the nouns have too: "agreement". */
const AGREEING = onceFor(
  ({ en }: typeof standardVerbs) =>
    new Set(en.filter(({ act }) => act === 'agree').map(({ lemma }) => stem(lemma)))
)
const isAgreement = ({ stems }: ClaimAt): boolean =>
  [...stems].some((word) => AGREEING(standardVerbs).has(word))

/** "Silent *since June*": when something began that is told of no day to come. */
const BEGUN = /(?:\bsince(?: early| late| last)?|自)\s*$/iu
const isBegun = ({ sides }: Material, { passage }: ClaimAt, { start }: Figure): boolean =>
  BEGUN.test(sides[passage.side].text.slice(passage.sentence.start, start))

/** "Except where noted, *all* of this applies from April 15": a day that is given for whatever a text tells. */
const givesDayOfAll = (material: Material, side: Side): boolean =>
  material.sides[side].passages.some(
    ({ sentence, words }) =>
      (sentence.claims ?? []).some(({ figures }) => figures.some(isDay)) &&
      words.some(({ text }) => OF_ALL.has(text))
  )
const OF_ALL = new Set(['all', 'every', 'each', 'unless', 'except', 'otherwise'])

/** What is told as done, or to be done, by both. */
const DONE = new Set<Claim['kind']>(['commitment', 'fact', 'demand', 'view'])

/** What both agreed, for which one text alone gives a day; what the other only talks of, or considers, is less firm. */
export const undated: Rule = (material, view, pair) => {
  const { side, own, other } = view
  const day = own.claim.figures.find(isDay)
  if (
    !day ||
    !DONE.has(own.claim.kind) ||
    !areJoint(view, pair) ||
    pair.common < OF_ONE_THING ||
    isHedged(own)
  )
    return null
  const { text, readout } = material.sides[other.passage.side]
  const times = timesIn(text, other.claim.span, readout.language, readout.date)
  const isGiven = material.sides[other.passage.side].passages.some(({ sentence }) =>
    (sentence.claims ?? []).some(({ figures }) => haveFigureInCommon(figures, [day]))
  )
  if (timesOf(material, own).length === 0 || times.length > 0) return null
  if (isGiven || isBegun(material, own, day) || givesDayOfAll(material, other.passage.side)) return null
  // "Agreement was reached on regular tests" is as firm as "will test", though it is told of the talks.
  const isWeaker = isHedgedOn(own, other) || (other.claim.kind === 'talks' && !isAgreement(other))
  const pattern = isWeaker ? 'strength:hedged' : 'figure:undated'
  return {
    kind: isWeaker ? 'strength' : 'figure',
    rule: pattern,
    side,
    say: sayWith(material, pattern, side),
    quotes: { own: quoteOf(material, own, day), other: quoteOf(material, other) },
    weight: isWeaker ? WEIGHTS.hedged : WEIGHTS.figure
  }
}

/** Whether a claim is told of both: as done or to be done, or, with a figure that both give, as what they spoke of. */
const isToldAlike = (at: ClaimAt, { us, cn }: ClaimPair): boolean =>
  isJoint(at) || (isOfBoth(at) && haveFigureInCommon(us.claim.figures, cn.claim.figures))

/** What both report with no difference that has a name. */
export const worded: Rule = (material, view, pair) => {
  const isAlike =
    pair.link >= CONTRAST_LINK && view.side === material.firstInTie && saySame(view.own, view.other)
  if (
    !(isAlike || isOnOneMatter(material, view, pair)) ||
    !isToldAlike(view.own, pair) ||
    !isToldAlike(view.other, pair) ||
    isAnyHedged(view.own) !== isAnyHedged(view.other) ||
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
        weight: WEIGHTS.worded + worthOfLink(pair.link)
      }
}
