import { otherSide, type Claim, type Side, type Span } from '../model.ts'
import { stemsInCommon, type ClaimAt, type ClaimPair } from './claim-pairs.ts'
import { isCounter } from './counters.ts'
import type { FindingDraft, Quote } from './draft.ts'
import type { Material, Passage } from './material.ts'
import { tell } from './sentences.ts'
import { sourceName } from './sources.ts'
import { inOrderOfTopic } from './fronted.ts'
import { asSaid, voiced } from './voiced.ts'

/** What rules that set two claims against each other have in common. */

export const WEIGHTS = {
  contradicted: 0.88,
  clash: 0.86,
  duty: 0.8,
  refusal: 0.8,
  figures: 0.72,
  hedged: 0.7,
  figure: 0.5,
  request: 0.62,
  said: 0.6,
  contrast: 0.44,
  worded: 0.28
} as const

/** A pair seen from one side: what that side's text claims, and what stands opposite. */
export interface View {
  side: Side
  own: ClaimAt
  other: ClaimAt
}

export interface Told {
  kind: FindingDraft['kind']
  rule: string
  /** The side that the sentence begins with. */
  side: Side
  say: (quotes: QuotesOf) => string
  weight: number
  /** Words that must be in what is quoted of each. */
  about?: Partial<Record<keyof QuotesOf, Span>>
  /** What is quoted, where it is not for the sentence to choose. */
  quotes?: QuotesOf
}

/** What is quoted of the side that opens, and of the other. */
export interface QuotesOf {
  own: Quote
  other: Quote
}

/** Whether a text speaks for its own side in a claim, or for both. */
export const isOwnVoice = ({ passage, claim }: ClaimAt): boolean => claim.speaker !== otherSide(passage.side)

/** What is told as done or promised, of which a figure tells something. */
export const FIRM = new Set<Claim['kind']>(['commitment', 'fact'])

/** What two texts may both report, neither denied nor demanded nor held against anybody. */
export const isPlain = ({ kind, polarity, act }: Claim): boolean =>
  AGREED.has(kind) && polarity === 'asserted' && act !== 'criticise'
const AGREED = new Set<Claim['kind']>(['commitment', 'fact', 'talks', 'view', 'hope'])

/** From this part of the shorter claim's words on two claims say the same. */
const SAME = 0.7
export const saySame = (own: ClaimAt, other: ClaimAt): boolean => {
  if (own.claim.kind === 'talks' && other.claim.kind === 'talks') return true
  return (
    own.claim.kind === other.claim.kind &&
    stemsInCommon(own, other) >= SAME * Math.min(own.stems.size, other.stems.size)
  )
}

/** Statements without a difference that has a name are set side by side in a row as sure as this, and alike by as much. */
export const CONTRAST_LINK = 0.8
const CONTRASTED = 1.2
const PER_LINK = 0.3
/** What a finding is worth more for a link that is surer than that. */
export const worthOfLink = (link: number): number => PER_LINK * Math.max(0, link - CONTRAST_LINK)

/** Whether two claims stand on one matter surely enough to be set side by side without a difference that has a name. */
export const isOnOneMatter = (
  material: Material,
  { side, own, other }: View,
  { link, likeness }: ClaimPair
): boolean =>
  side === material.firstInTie && link >= CONTRAST_LINK && likeness >= CONTRASTED && !saySame(own, other)

export type Rule = (material: Material, view: View, pair: ClaimPair) => Told | null

/** Tells what one text has the other side say, by its source, beside what that side says itself. */
export const sayFor =
  (material: Material, pattern: Parameters<typeof tell>[1], side: Side, passage: Passage) =>
  ({ own, other }: QuotesOf): string =>
    tell(material, pattern, side, {
      said: asSaid(material, own, sourceName(material, passage)),
      answer: voiced(material, [other])
    })

/** Tells two quotations with a pattern of the catalogue. */
export const sayWith =
  (material: Material, pattern: Parameters<typeof tell>[1], side: Side) =>
  ({ own, other }: QuotesOf): string =>
    tell(
      material,
      pattern,
      side,
      inOrderOfTopic(voiced(material, [own]), voiced(material, [other], 1, isCounter(material, own, other)))
    )
