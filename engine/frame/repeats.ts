import { SIDES, type Span } from '../model.ts'
import { overlaps } from '../spans.ts'
import type { FindingDraft } from './draft.ts'

/** Whether a finding quotes nothing of its side but what another quotes too. */
const isWithin = (draft: FindingDraft, other: FindingDraft): boolean =>
  SIDES.every(
    (side) =>
      draft.only !== side ||
      draft.spans[side].every((span) => other.spans[side].some((one) => overlaps(one, span)))
  )

/** Whether a finding sets the words of both texts side by side, so that an omission or a demand in the same words adds nothing. */
const tellsBoth = ({ kind, rule, us, cn }: FindingDraft): boolean =>
  kind === 'agreement' ||
  rule === 'duty-reversed:each-on-the-other' ||
  (kind === 'contested_term' && us.length > 0 && cn.length > 0)

/** From this part of another's words on a finding quotes the very same. */
const SAME = 0.8
const isSame = (span: Span, other: Span): boolean =>
  Math.min(span.end, other.end) - Math.max(span.start, other.start) >= SAME * (other.end - other.start)

const setsAgainst = (rule: string): boolean => rule === 'duty-reversed:one-on-the-other'

/** Whether an omission rests on the very words that a finding quotes which lays the matter on one side. */
const isToldOf = (draft: FindingDraft, { rule, spans }: FindingDraft): boolean => {
  const { kind, only } = draft
  if (!setsAgainst(rule) || kind !== 'omission' || only === undefined) return false
  return draft.spans[only].every((span) => spans[only].some((one) => isSame(span, one)))
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

/** What is told a second time, in other terms, weighs less. */
const AGAIN = 0.5

/**
 * Leaves out an omission or a demand that rests on the very words that another finding has beside those of the other
 * text, and a term of one text in words that an omission tells.
 */
export const withoutRepetitions = (drafts: readonly FindingDraft[]): FindingDraft[] => {
  const both = drafts.filter(tellsBoth)
  const kept = drafts.filter(
    (draft) =>
      !(
        (draft.kind === 'omission' && both.some((other) => isWithin(draft, other))) ||
        (draft.kind === 'demand' &&
          both.some((other) => other.kind !== 'contested_term' && isWithin(draft, other))) ||
        drafts.some((other) => isQuotedAround(draft, other))
      )
  )
  return kept.map((draft) =>
    kept.some((other) => isToldOf(draft, other))
      ? { ...draft, weight: Math.round(Math.max(0, draft.weight - AGAIN) * 1000) / 1000 }
      : draft
  )
}
