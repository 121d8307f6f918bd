import { isWithoutSubject } from '../attribution/forms.ts'
import type { Quote } from './draft.ts'
import type { Material, Passage } from './material.ts'

/** Items of a list that have no subject and verb of their own: those of the line before the list. */

/** A place so near the beginning of a sentence, in characters, begins it. */
const NEAR = 4

/** "*Cut* its tariff by August 1.", "• *Purchases* of $14 billion in corn.": where the words of such a sentence begin; null where it has a subject and a verb. */
const bareStart = ({ words, sentence }: Passage): number | null => {
  // "The Secretary *stressed* the importance": who is named with a past tense is a subject.
  if (sentence.attribution.source) return null
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

const PROMISING = new Set(['commit', 'agree'])

/** Whether the line before a list says that its items are promised: "China has committed to the following:". */
export const isOfPromises = ({ sides }: Material, { passage }: Quote): boolean => {
  const { passages } = sides[passage.side]
  const opener = passages.slice(0, passages.indexOf(passage)).findLast((one) => bareStart(one) === null)
  const { claims = [], attribution } = opener?.sentence ?? {}
  return (
    PROMISING.has(attribution?.verb?.act ?? '') ||
    claims.some(({ kind, act }) => kind === 'commitment' || PROMISING.has(act ?? ''))
  )
}

/** What stands behind a verb and not behind a noun: "Open *its* market", "Buy *no* less", "Purchase *18* million tons"; not "Purchases *of*". */
const OBJECT = /^(?:DET|PRON|NUM|SYM|PROPN|ADJ|NOUN)$/u
const LOOKS_LIKE_VERB = /^(?:DET|PRON|NUM|SYM|ADJ)$/u

/** "*Cut* its tariff by August 1.": what a side is to do, by its verb and the rest; null where an item names a thing. */
export const actOfItem = (
  { passage: { words: all, sentence } }: Quote,
  words: string
): { act: string; rest: string } | null => {
  const at = all.findIndex(({ pos, start }) => start >= sentence.start && pos !== 'PUNCT' && pos !== 'SYM')
  const [verb, next] = all.slice(at, at + 2)
  const [first = '', ...rest] = words.split(' ')
  if (!verb || !next || first.toLowerCase() !== verb.text || verb.text !== verb.lemma) return null
  const isVerb = verb.pos === 'VERB' ? OBJECT.test(next.pos) : LOOKS_LIKE_VERB.test(next.pos)
  return isVerb && rest.length > 0 ? { act: verb.text, rest: rest.join(' ') } : null
}
