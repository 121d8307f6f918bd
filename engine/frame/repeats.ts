import { SIDES, type Span } from '../model.ts'
import type { FindingDraft } from './draft.ts'

const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end

/** Whether a finding quotes nothing of its side but what another quotes too. */
const isWithin = (draft: FindingDraft, other: FindingDraft): boolean =>
  SIDES.every(
    (side) =>
      draft.only !== side ||
      draft.spans[side].every((span) => other.spans[side].some((one) => overlap(one, span)))
  )

/** Leaves out an omission that rests on the very words that both texts are found to agree in. */
export const withoutContradictions = (drafts: readonly FindingDraft[]): FindingDraft[] => {
  const agreed = drafts.filter(({ kind }) => kind === 'agreement')
  return drafts.filter(
    (draft) => draft.kind !== 'omission' || !agreed.some((other) => isWithin(draft, other))
  )
}
