import { conditional, hedges } from '../lexicon/claim-cues.ts'
import { rejections } from '../lexicon/framing.ts'
import { otherSide, type Claim, type Figure, type Side, type Span } from '../model.ts'
import { governorsIn } from './governed.ts'
import { claimPairs, quoteOf, SURE, type ClaimAt, type ClaimPair } from './claim-pairs.ts'
import { bySide, finding, quotedList, type FindingDraft } from './draft.ts'
import { contentStems } from '../wording/stem.ts'
import type { Material } from './material.ts'
import { tell } from './sentences.ts'

/** What two claims on one matter set against each other: told by what differs in them, one finding a pair. */

/** Claims that have less than this in common are not surely on one matter. */
const LEAST = 1.25
/** What may be set side by side without a difference that has a name. */
const CLEARLY = 2
const CONTRASTED = 1.25
const CONTRADICTED = 1.7
/** So many rare words in common make sure that figures are of one thing. */
const ALIKE = 2
/** With one in common the claims must be as like as this. */
const ON_ONE_THING = 1.6
/** So many words behind a number what it counts is found. */
const COUNTED_WITHIN = 3
/** How much a pair's likeness adds to a finding's weight, and at most. */
const PER_LIKENESS = 0.02
const MOST_LIKENESS = 0.08

const WEIGHTS = {
  contradicted: 0.88,
  clash: 0.86,
  duty: 0.8,
  refusal: 0.8,
  figures: 0.76,
  condition: 0.72,
  hedged: 0.7,
  figure: 0.62,
  request: 0.62,
  contrast: 0.36
} as const

/** A pair seen from one side: what that side's text claims, and what stands opposite. */
interface View {
  side: Side
  own: ClaimAt
  other: ClaimAt
}

interface Told {
  kind: FindingDraft['kind']
  rule: string
  /** The side that the sentence begins with. */
  side: Side
  say: (view: View) => string
  weight: number
  /** Words of the other side that must be in what is quoted of it. */
  about?: Span
}

/** Whether a text speaks for its own side in a claim, or for both. */
const isOwnVoice = ({ passage, claim }: ClaimAt): boolean => claim.speaker !== otherSide(passage.side)

/** A word that only keeps another's at a distance: "so-called". */
const DISTANCING = /^(?:so.called|所谓)$/iu

/** The words with which a claim rejects something; undefined where it rejects nothing. */
const rejectionIn = (material: Material, { claim, passage }: ClaimAt): Span | undefined => {
  const { text, readout } = material.sides[passage.side]
  const within = ({ start, end }: Span): boolean => start >= claim.span.start && end <= claim.span.end
  const isWish = claim.kind === 'demand' || claim.kind === 'hope'
  return [
    ...governorsIn(passage.tokens, readout.language).filter(({ kind }) => kind === 'refuse' && !isWish),
    ...rejections
      .findLongest(passage.tokens)
      .filter(({ start, end }) => !DISTANCING.test(text.slice(start, end)))
  ].find(within)
}

const isHedged = ({ claim, passage }: ClaimAt): boolean =>
  hedges
    .findLongest(passage.tokens)
    .some(({ start, end }) => start >= claim.span.start && end <= claim.span.end)

const PROMISED = new Set<Claim['kind']>(['commitment', 'fact', 'view', 'talks'])
/** What is told as done or promised, of which a figure tells something. */
const FIRM = new Set<Claim['kind']>(['commitment', 'fact'])
/** What a condition of the other side may be set against. */
const ANSWERABLE = new Set<Claim['kind']>(['commitment', 'fact', 'demand', 'hope'])
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
/** Counts that say little: "two", "three". */
const LEAST_COUNT = 4

const counts = ({ claim }: ClaimAt): Figure[] =>
  claim.figures.filter(({ kind, value }) => kind !== 'number' || Number(value) >= LEAST_COUNT)

const quoted = (material: Material, at: ClaimAt, figure?: Span): string =>
  quotedList(material, [quoteOf(material, at, figure)], 1)

/** Figures of one kind that both claims give of the same thing, with no value in common. */
const differing = (material: Material, { own, other }: View, common: number): [Figure, Figure] | null => {
  const isSame = (one: Figure, another: Figure): boolean =>
    one.kind === another.kind &&
    (one.kind === 'number'
      ? countedBy(material, own, one) === countedBy(material, other, another)
      : common >= ALIKE)
  for (const figure of counts(own)) {
    const rivals = counts(other).filter((rival) => isSame(figure, rival))
    const [rival] = rivals
    const values = counts(own).map(({ kind, value }) => `${kind} ${value}`)
    if (rival && !rivals.some(({ kind, value }) => values.includes(`${kind} ${value}`)))
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
const givesAnywhere = (material: Material, side: Side, { kind, value }: Figure): boolean =>
  material.sides[side].passages.some(({ sentence }) =>
    (sentence.claims ?? []).some(({ figures }) =>
      figures.some((figure) => figure.kind === kind && figure.value === value)
    )
  )

const FIGURE_NAMES: Record<Figure['kind'], string> = {
  number: 'a figure',
  money: 'an amount',
  percent: 'a percentage',
  period: 'a term',
  date: 'a date'
}

type Rule = (material: Material, view: View, pair: ClaimPair) => Told | null

const sayWith =
  (
    material: Material,
    pattern: Parameters<typeof tell>[1],
    figures?: readonly [Span | undefined, Span | undefined],
    values?: Record<string, string>
  ) =>
  ({ side, own, other }: View): string =>
    tell(material, pattern, side, {
      said: quoted(material, own, figures?.[0]),
      answer: quoted(material, other, figures?.[1]),
      ...values
    })

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
  const source = sourceName(material, own)
  return {
    kind: 'contradicted',
    rule: 'contradicted',
    side,
    say: sayWith(material, 'contradicted', undefined, { source }),
    weight: WEIGHTS.contradicted
  }
}

/** What a side raises and the other rejects. */
/** Whether a claim is short enough to be quoted to its end. */
const isWhole = (material: Material, at: ClaimAt): boolean =>
  quoteOf(material, at).span.end >= at.claim.span.end - 1

/** Whether words stand in what is quoted of a claim. */
const isQuoted = (material: Material, at: ClaimAt, words: Span): boolean => {
  const { span } = quoteOf(material, at, words)
  return span.start <= words.start && words.end <= span.end
}

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
        say: sayWith(material, 'refusal', [undefined, rejecting]),
        weight: WEIGHTS.refusal,
        about: rejecting
      }
    : null
}

/** Each lays on the other what is to be done. */
const eachOnTheOther: Rule = (material, { side, own, other }, { link, common }) =>
  link >= SURE &&
  common >= 1 &&
  side === material.firstInTie &&
  own.claim.kind === 'demand' &&
  other.claim.kind === 'demand' &&
  own.claim.speaker === side &&
  other.claim.speaker === otherSide(side) &&
  own.claim.actor === otherSide(side) &&
  other.claim.actor === side
    ? {
        kind: 'duty_reversed',
        rule: 'duty-reversed:claims',
        side,
        say: sayWith(material, 'duty:each'),
        weight: WEIGHTS.duty
      }
    : null

/** An event told with another doer: rare words in common, both told as facts. */
const clash: Rule = (material, { side, own, other }) => {
  const areFacts = own.claim.kind === 'fact' && other.claim.kind === 'fact'
  const blames = own.claim.actor !== side && other.claim.actor !== otherSide(side)
  const isReverse =
    own.claim.polarity === 'asserted' &&
    other.claim.polarity === 'denied' &&
    own.claim.actor === other.claim.actor
  return areFacts &&
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
    ? { kind: 'clash', rule: 'clash', side, say: sayWith(material, 'clash'), weight: WEIGHTS.clash }
    : null
}

const figures: Rule = (material, view, { common, likeness }) => {
  const { side, own, other } = view
  if (!isOwnVoice(own) && !isOwnVoice(other)) return null
  const both = side === material.firstInTie ? differing(material, view, common) : null
  // The day of one thing and the length of another are no rival figures.
  if (both && common >= ALIKE)
    return {
      kind: 'figure',
      rule: 'figure:both',
      side,
      say: sayWith(material, 'figure:both', both),
      weight: WEIGHTS.figures
    }
  const [figure] = counts(own).filter(
    ({ kind }) => kind !== 'period' && (kind !== 'date' || own.claim.kind === 'commitment')
  )
  if (
    !figure ||
    counts(other).length > 0 ||
    !(common >= ALIKE || (common >= 1 && likeness >= ON_ONE_THING)) ||
    givesAnywhere(material, otherSide(side), figure)
  )
    return null
  if (!FIRM.has(own.claim.kind) || !PROMISED.has(other.claim.kind)) return null
  return {
    kind: 'figure',
    rule: 'figure:one',
    side,
    say: sayWith(material, 'figure:one', [figure, undefined], { what: FIGURE_NAMES[figure.kind] }),
    weight: WEIGHTS.figure
  }
}

const conditions: Rule = (material, { side, own, other }, { link, common }) => {
  if (own.claim.condition === null || !ANSWERABLE.has(other.claim.kind) || link < SURE || common < 1)
    return null
  const isOnlyOne =
    (other.passage.sentence.claims ?? []).every(({ condition }) => condition === null) &&
    conditional.findLongest(other.passage.tokens).length === 0
  if (other.claim.condition !== null)
    return side === material.firstInTie
      ? {
          kind: 'figure',
          rule: 'figure:conditions',
          side,
          say: sayWith(material, 'figure:conditions'),
          weight: WEIGHTS.condition
        }
      : null
  return isOnlyOne && own.claim.kind !== 'talks'
    ? {
        kind: 'figure',
        rule: 'figure:condition',
        side,
        say: sayWith(material, 'figure:condition'),
        weight: WEIGHTS.condition
      }
    : null
}

/** A firm commitment against one that is only considered. */
const hedged: Rule = (material, { side, own, other }, { common }) =>
  common >= 1 &&
  own.claim.kind === 'commitment' &&
  own.claim.polarity === 'asserted' &&
  FIRM.has(other.claim.kind) &&
  other.claim.polarity === 'asserted' &&
  !isHedged(own) &&
  isHedged(other) &&
  other.claim.speaker !== side
    ? {
        kind: 'strength',
        rule: 'strength:hedged',
        side,
        say: sayWith(material, 'strength:hedged'),
        weight: WEIGHTS.hedged
      }
    : null

/** What is asked by one, and how the other answers. */
const request: Rule = (material, { side, own, other }, { link, common }) =>
  isWhole(material, other) &&
  link >= SURE &&
  common >= 1 &&
  own.claim.kind === 'demand' &&
  own.claim.speaker === side &&
  own.claim.actor === otherSide(side) &&
  other.claim.speaker === otherSide(side) &&
  ANSWERS.has(other.claim.kind)
    ? {
        kind: 'request',
        rule: 'request',
        side,
        say: sayWith(material, 'request:answered'),
        weight: WEIGHTS.request
      }
    : null

/** From this part of the shorter claim's words on two claims say the same. */
const SAME = 0.7
const saySame = (own: ClaimAt, other: ClaimAt): boolean => {
  if (own.claim.kind === 'talks' && other.claim.kind === 'talks') return true
  const common = [...own.stems].filter((stem) => other.stems.has(stem)).length
  return own.claim.kind === other.claim.kind && common >= SAME * Math.min(own.stems.size, other.stems.size)
}

/** Two statements on one matter, each in its own side's name; of what both report alike there is nothing to set against. */
const contrast: Rule = (material, { side, own, other }, { likeness, common }) =>
  side === material.firstInTie &&
  likeness >= CONTRASTED &&
  common >= 1 &&
  isOwnVoice(own) &&
  isOwnVoice(other) &&
  own.claim.speaker !== 'narrator' &&
  other.claim.speaker !== 'narrator' &&
  !(own.claim.speaker === 'both' && other.claim.speaker === 'both') &&
  !saySame(own, other) &&
  isWhole(material, own) &&
  isWhole(material, other)
    ? {
        kind: 'contested_term',
        rule: 'contrast',
        side,
        say: sayWith(material, 'contrast'),
        weight: WEIGHTS.contrast
      }
    : null

const RULES: readonly Rule[] = [
  contradicted,
  refusal,
  eachOnTheOther,
  clash,
  conditions,
  hedged,
  figures,
  request,
  contrast
]

const PRONOUN = /^(?:he|she|it|they|i|他|她|我)$/iu

/** Who is to have said something, as the readout calls them. */
const sourceName = (material: Material, { passage }: ClaimAt): string => {
  const { source } = passage.sentence.attribution
  const name = source ? material.sides[passage.side].text.slice(source.start, source.end) : ''
  return name === '' || PRONOUN.test(name) ? material.capitals[otherSide(passage.side)] : name
}

/** What the two texts set against each other, claim by claim; of a pair of claims what tells most. */
export const opposed = (material: Material): FindingDraft[] =>
  claimPairs(material)
    .filter(({ likeness, link }) => likeness >= LEAST && (link >= SURE || likeness >= CLEARLY))
    .flatMap((pair) => {
      const views: View[] = [
        { side: 'us', own: pair.us, other: pair.cn },
        { side: 'cn', own: pair.cn, other: pair.us }
      ]
      for (const rule of RULES)
        for (const view of views) {
          const told = rule(material, view, pair)
          if (!told) continue
          const { kind, rule: name, side, say, weight, about } = told
          return [
            finding(material, {
              kind,
              rule: name,
              quotes: bySide(side, [quoteOf(material, view.own)], [quoteOf(material, view.other, about)]),
              say: say(view),
              weight: weight + Math.min(MOST_LIKENESS, PER_LIKENESS * pair.likeness)
            })
          ]
        }
      return []
    })
