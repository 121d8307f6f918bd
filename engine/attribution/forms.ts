import data from '../lexicon/data/attribution-cues.json' with { type: 'json' }
import type { Document, DocumentSentence } from '../text/document.ts'

/** How a sentence stands in the layout of its text, whatever it says. */
export interface Form {
  /** It is a question. */
  asks: boolean
  /** Its paragraph is a question put to a spokesperson, the answer to one, or neither. */
  exchange: 'question' | 'answer' | null
  /** It is an item of a numbered list or stands behind a bullet. */
  isItem: boolean
  /** A list follows: it ends with a colon, or its last part is the first item. */
  introduces: boolean
}

/** Of a sentence of which nothing is known. */
export const NO_FORM: Form = { asks: false, exchange: null, isItem: false, introduces: false }

/** Any of some patterns. */
const anyOf = (patterns: readonly string[]): string => patterns.join('|')
const { questions, answers } = data.exchanges
const QUESTION = new RegExp(`^(?:${anyOf(questions)})\\s*[:：.]`, 'iu')
const ANSWER = new RegExp(`^(?:${anyOf(answers)})\\s*[:：.]`, 'iu')
/** "Huasheng TV: …", 《健康周报》记者：……: whose question it is. */
const LABEL = /^[^:：.。,，?？]{2,28}[:：]/u
const ITEM = new RegExp(`^(?:${anyOf(data.enumerators)})`, 'u')
/** ……达成以下共识：*一是*……; "the following results: *First*, …" */
const FIRST_ITEM = new RegExp(`[:：]\\s*(?:${anyOf(data.enumerators)})`, 'u')

const asks = (words: string): boolean => /[?？][”"』」]?\s*$/u.test(words)

/** The forms of a text's sentences, in order. */
export const formsOf = ({ text, sentences }: Pick<Document, 'text' | 'sentences'>): Form[] => {
  const words = sentences.map(({ start, end }) => text.slice(start, end))
  const asking = new Set(sentences.filter((_, at) => asks(words[at] ?? '')).map(({ paragraph }) => paragraph))
  let exchange: Form['exchange'] = null
  let paragraph: DocumentSentence['paragraph'] | undefined
  return sentences.map((sentence, at) => {
    const own = words[at] ?? ''
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph
      const isLabelled = LABEL.test(own)
      if (QUESTION.test(own) || (isLabelled && asking.has(paragraph))) exchange = 'question'
      // An answer may have several paragraphs.
      else if (ANSWER.test(own) || exchange !== null) exchange = 'answer'
    }
    return {
      asks: asks(own),
      exchange,
      isItem: ITEM.test(own),
      introduces: /[:：]\s*$/u.test(own) || FIRST_ITEM.test(own)
    }
  })
}
