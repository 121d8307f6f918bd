import { SIDES, type Side, type Span } from '../model.ts'
import { inThousandths } from '../rounded.ts'
import { overlaps } from '../text/spans.ts'
import type { FindingDraft } from './draft.ts'

/** Whether a finding quotes nothing of its side but what another quotes too. */
const isWithin = (draft: FindingDraft, other: FindingDraft): boolean =>
  SIDES.every(
    (side) =>
      draft.only !== side ||
      draft.spans[side].every((span) => other.spans[side].some((one) => overlaps(one, span)))
  )

const isWithinBoth = ({ spans }: FindingDraft, other: FindingDraft): boolean =>
  SIDES.every((side) => spans[side].every((span) => other.spans[side].some((one) => overlaps(one, span))))

/** Whether a finding sets the words of both texts side by side, so that an omission or a demand in the same words adds nothing. */
const tellsBoth = ({ kind, rule, us, cn }: FindingDraft): boolean =>
  kind === 'agreement' ||
  rule === 'duty-reversed:each-on-the-other' ||
  (kind === 'contested_term' && us.length > 0 && cn.length > 0)

/** From this part of another's words on a finding quotes the very same. */
const SAME = 0.8
const isSame = (span: Span, other: Span): boolean =>
  Math.min(span.end, other.end) - Math.max(span.start, other.start) >= SAME * (other.end - other.start)

/** Whether all that a finding quotes of a side are the very words of another. */
const isToldIn = (draft: FindingDraft, side: Side, { spans }: FindingDraft): boolean =>
  draft.spans[side].every((span) => spans[side].some((one) => isSame(span, one)))

/**
 * Whether a finding tells in weaker terms what another tells in the very same words: an omission what is demanded, or
 * laid on one side; a matter laid on one side what is demanded.
 */
const isTold = (draft: FindingDraft, other: FindingDraft): boolean => {
  const side = draft.only ?? other.only
  if (draft === other || side === undefined) return false
  const isLaid = ({ rule }: FindingDraft): boolean => rule === 'duty-reversed:one-on-the-other'
  const isWeaker =
    (draft.kind === 'omission' && (other.kind === 'demand' ? other.only === side : isLaid(other))) ||
    (isLaid(draft) && other.kind === 'demand')
  return isWeaker && isToldIn(draft, side, other)
}

/** A term that only one text uses, quoted for itself where the words around it are quoted already. */
const isQuotedAround = (term: FindingDraft, omission: FindingDraft): boolean =>
  term.kind === 'contested_term' &&
  term.only !== undefined &&
  omission.kind === 'omission' &&
  omission.only === term.only &&
  omission.spans[term.only].length === 1 &&
  omission.weight > term.weight &&
  isWithin(term, omission)

/**
 * Leaves out an omission or a demand that rests on the very words that another finding has beside those of the other
 * text, and a term of one text in words that an omission tells.
 */
export const withoutRepetitions = (drafts: readonly FindingDraft[]): FindingDraft[] => {
  const both = drafts.filter(tellsBoth)
  const kept = drafts.filter(
    (draft) =>
      !(
        (draft.kind === 'agreement' &&
          drafts.some((other) => other.rule === 'strength:verb' && isWithinBoth(draft, other))) ||
        (draft.kind === 'omission' && both.some((other) => isWithin(draft, other))) ||
        (draft.kind === 'demand' &&
          both.some((other) => other.kind !== 'contested_term' && isWithin(draft, other))) ||
        drafts.some((other) => isQuotedAround(draft, other))
      )
  )
  return kept.flatMap((draft) => {
    if (kept.some((other) => isTold(draft, other))) return []
    // What tells it instead has its place.
    const told = kept.filter((other) => isTold(other, draft)).map(({ weight }) => weight)
    return weighing(draft, Math.max(draft.weight, ...told))
  })
}

const weighing = (draft: FindingDraft, weight: number): FindingDraft => ({
  ...draft,
  weight: inThousandths(Math.max(0, weight))
})
