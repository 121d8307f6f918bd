import type { Comparison } from '../../engine/model.ts'
import { ENGINE_VERSION, LEXICON_VERSION } from '../../engine/version.ts'
import type { Outcome } from '../analysis.ts'

/** Whether a comparison is what engine and lexicon of today give. */
export const isOfToday = ({ engine }: Comparison): boolean =>
  engine.version === ENGINE_VERSION && engine.lexicon === LEXICON_VERSION

/**
 * The sample's comparison as it was made when the app was built.
 *
 * @param own the reader's changes to the lexicon, with which it has to be compared afresh
 * @param load gets what the build stored
 * @returns null where it has to be compared afresh
 */
export const storedSample = async (
  own: string | undefined,
  load: () => Promise<{ default: Outcome }> = () => import('virtual:sample')
): Promise<Outcome | null> => {
  if (own !== undefined) return null
  const { default: outcome } = await load()
  const comparison = outcome.ok && 'comparison' in outcome ? outcome.comparison : null
  return comparison && isOfToday(comparison) ? outcome : null
}
