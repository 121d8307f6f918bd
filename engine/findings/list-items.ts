import { isWithoutSubject } from '../attribution/forms.ts'
import type { Quote } from './draft.ts'
import type { Material, Passage } from './material.ts'

/** Items of a list that have no subject and verb of their own: those of the line before the list. */

/** A place so near the beginning of a sentence, in characters, begins it. */
const NEAR = 4

/** "*Cut* its tariff by August 1.", "• *Purchases* of $14 billion in corn.": where the words of such a sentence begin; null where it has a subject and a verb. */
const bareStart = ({ words }: Passage): number | null => {
  const word = words.find(({ pos }) => pos !== 'PUNCT' && pos !== 'SYM')
  return word?.capital === true && isWithoutSubject(words) ? word.start : null
}

/** Whether a quotation begins an item of a list: of several paragraphs of such a sentence each. */
export const isListItem = ({ sides }: Material, { passage, span }: Quote): boolean => {
  const { passages, readout } = sides[passage.side]
  const start = readout.language === 'en' ? bareStart(passage) : null
  if (start === null || Math.abs(start - span.start) > NEAR) return false
  const at = passages.indexOf(passage)
  const paragraphOf = (place: number): number | undefined => passages[place]?.sentence.paragraph
  const isAlone = (place: number): boolean =>
    paragraphOf(place) !== undefined &&
    ![paragraphOf(place - 1), paragraphOf(place + 1)].includes(paragraphOf(place))
  const isItem = (place: number): boolean => {
    const beside = passages[place]
    return beside !== undefined && isAlone(place) && bareStart(beside) !== null
  }
  return isAlone(at) && (isItem(at - 1) || isItem(at + 1))
}
