import { indexEntities } from '../entities/entity-index.ts'
import { parties } from '../lexicon/parties.ts'
import type { ReadoutText } from '../model.ts'
import { detectLanguage } from '../text/language.ts'
import { partiesOf, recognise, signsOf } from './side.ts'

/** Two texts in the places where they belong. */
export interface Placed {
  us: ReadoutText
  cn: ReadoutText
  /** The second text went to the first place. */
  swapped: boolean
}

/**
 * Puts two texts in their places: the United States' in the first where one of them is, else China's in the second,
 * else as they come.
 */
export const placeTexts = (first: ReadoutText, second: ReadoutText): Placed => {
  const entities = indexEntities([first.text, second.text])
  const signed = ({ text }: ReadoutText) => ({ text, signs: signsOf(text, detectLanguage(text), entities) })
  const [one, other] = partiesOf(signed(first), signed(second), entities)
  const [firstPlace, secondPlace] = parties.map(({ id }) => id)
  const swapped = other === firstPlace || one === secondPlace
  return swapped ? { us: second, cn: first, swapped } : { us: first, cn: second, swapped }
}

/** The place where a single text belongs, and why; the first for the lexicon's first party, else the second. */
export const placeOfText = ({ text }: ReadoutText): { side: 'us' | 'cn' | null; reasons: string[] } => {
  const { party, reasons } = recognise(signsOf(text, detectLanguage(text), indexEntities([text])))
  if (party === null) return { side: null, reasons }
  return { side: party === parties[0]?.id ? 'us' : 'cn', reasons }
}
