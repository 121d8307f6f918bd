import type { Comparison } from '../../engine/model.ts'
import type { Study } from '../../engine/project/project.ts'
import type { Outcome, Slots } from '../analysis.ts'
import { isOfToday } from '../sample/stored.ts'

/**
 * What comparing two texts in each other's place would give, where that is known without comparing: the mirror image of
 * a comparison that engine and lexicon of today gave.
 *
 * @param base the machine's comparison of the texts as they are
 * @param own the reader's changes to the lexicon
 * @returns null where it has to be compared
 */
export const exchangedOutcome = async (
  { us, cn }: Slots,
  base: Comparison | undefined,
  study: Pick<Study, 'name' | 'lexicon'> | null,
  own: string | undefined
): Promise<Outcome | null> => {
  if (!us || !cn || !base || study?.lexicon !== (own ?? null) || !isOfToday(base)) return null
  // Read when it is first asked for: a window starts without it.
  const { exchanged, isSameExchanged } = await import('../../engine/exchange.ts')
  if (!isSameExchanged(base)) return null
  const name = study.name === null ? {} : { name: study.name }
  return { ok: true, slots: { us: cn, cn: us }, comparison: exchanged(base), notes: [], ...name }
}
