import type { Span } from '../model.ts'

/** Universal part-of-speech tags (Petrov, Das & McDonald 2012), as Universal Dependencies names them. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'

/** Classes of words that tell how a sentence is built or what is done in it: all but names, numbers and marks. */
export const TELLING_CLASSES: ReadonlySet<PartOfSpeech> = new Set([
  'NOUN',
  'PRON',
  'VERB',
  'AUX',
  'ADJ',
  'ADV',
  'ADP',
  'DET',
  'SCONJ',
  'CCONJ',
  'PART'
])

/** A word or mark of a sentence. */
export interface Word extends Span {
  /** In lower case. */
  text: string
  pos: PartOfSpeech
  /** Dictionary form, in lower case: "said" is "say". */
  lemma: string
  /** Written with a capital letter. */
  capital: boolean
}

/** Index of the first word that begins at a place of the text or behind it; -1 where none does. */
export const firstFrom = (words: readonly Word[], place: number): number =>
  words.findIndex(({ start }) => start >= place)
