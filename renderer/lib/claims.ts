import type { Claim, ClaimKind, Sentence } from '../../engine/model.ts'
import { words } from '../words/words.ts'

/** What each kind of claim is called on the screen. */
export const KIND_NAMES: Record<ClaimKind, string> = words.inspector.claimKinds

/** Whether a claim of a sentence names a topic, be it in passing. */
export const namesTopic = ({ claims = [] }: Pick<Sentence, 'claims'>, topic: string): boolean =>
  claims.some(({ topics }) => topics.includes(topic))

/** The words of a claim as they stand: what governs it, where that stands apart, figures and condition. */
export const claimWords = (
  { text, start }: Pick<Sentence, 'text' | 'start'>,
  { span, governor, figures, condition }: Claim
): { said: string; figures: string[]; condition: string | null } => {
  const cut = (place: { start: number; end: number }): string =>
    text.slice(place.start - start, place.end - start)
  return {
    said: governor ? `${cut(governor)} … ${cut(span)}` : cut(span),
    figures: figures.map(cut),
    condition: condition && cut(condition)
  }
}
