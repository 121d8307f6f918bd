import { legible } from '../text/legible.ts'
import { indexEntities } from '../entities/entity-index.ts'
import { parties } from '../lexicon/parties.ts'
import type { ReadoutText } from '../model.ts'
import { beginningOf, readDocument } from '../text/document.ts'
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
  const documents = [readDocument(legible(first.text).text), readDocument(legible(second.text).text)] as const
  const entities = indexEntities(documents)
  const [a, b] = documents.map((document) => ({
    ...beginningOf(document),
    signs: signsOf(document, entities)
  }))
  const [one, other] = a && b ? partiesOf(a, b, entities) : [null, null]
  const [firstPlace, secondPlace] = parties.map(({ id }) => id)
  const swapped = other === firstPlace || one === secondPlace
  return swapped ? { us: second, cn: first, swapped } : { us: first, cn: second, swapped }
}

/** The place where a single text belongs, and why; the first for the lexicon's first party, else the second. */
export const placeOfText = ({ text }: ReadoutText): { side: 'us' | 'cn' | null; reasons: string[] } => {
  const document = readDocument(legible(text).text)
  const { party, reasons } = recognise(signsOf(document, indexEntities([document])))
  if (party === null) return { side: null, reasons }
  return { side: party === parties[0]?.id ? 'us' : 'cn', reasons }
}
