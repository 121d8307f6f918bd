import { SIDES } from '../model.ts'
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

/** Leaves out an omission or a demand that rests on the very words that another finding has beside those of the other text. */
export const withoutRepetitions = (drafts: readonly FindingDraft[]): FindingDraft[] => {
  const both = drafts.filter(tellsBoth)
  return drafts.filter(
    (draft) =>
      (draft.kind !== 'omission' && draft.kind !== 'demand') || !both.some((other) => isWithin(draft, other))
  )
}
