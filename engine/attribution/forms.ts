import data from '../lexicon/data/attribution-cues.json' with { type: 'json' }
import { RELATIVES } from '../syntax/clause-heads.ts'
import type { Word } from '../syntax/word.ts'
import type { Document, DocumentSentence } from '../text/document.ts'
import { SPEAKER_IN_CAPITALS } from '../text/marks.ts'

/** How a sentence stands in the layout of its text, whatever it says. */
export interface Form {
  /** It is a question. */
  asks: boolean
  /** Its paragraph is a question put to a spokesperson, the answer to one, or neither. */
  exchange: 'question' | 'answer' | null
  /** It is an item of a numbered list or stands behind a bullet. */
  isItem: boolean
  /** An item without a subject and verb of its own: those of the line before the list are meant. */
  isBare: boolean
  /** A list follows: it ends with a colon, or its last part is the first item. */
  introduces: boolean
}

/** Of a sentence of which nothing is known. */
export const NO_FORM: Form = { asks: false, exchange: null, isItem: false, isBare: false, introduces: false }

/** Any of some patterns. */
const anyOf = (patterns: readonly string[]): string => patterns.join('|')
const { questions, answers } = data.exchanges
const QUESTION = new RegExp(`^(?:${anyOf(questions)})\\s*[:：.]`, 'iu')
const ANSWER = new RegExp(`^(?:${anyOf(answers)})\\s*[:：.]`, 'iu')
/** Letters of the label that words open with, "A:", "MR. OKONSKI:"; 0 for none. */
export const labelOf = (words: string): number =>
  (QUESTION.exec(words) ?? ANSWER.exec(words) ?? SPEAKER_IN_CAPITALS.exec(words))?.[0].length ?? 0
/** Whether words are printed as a question put to a spokesperson, "Q: …", and as the answer to one. */
export const opensQuestion = (words: string): boolean => QUESTION.test(words)
export const opensAnswer = (words: string): boolean => ANSWER.test(words)
/** "Huasheng TV: …", 《健康周报》记者：……: whose question it is. */
const LABEL = /^[^:：.。,，?？]{2,28}[:：]/u
const ITEM = new RegExp(`^(?:${anyOf(data.enumerators)})`, 'u')
/** ……达成以下共识：*一是*……; "the following results: *First*, …" */
const FIRST_ITEM = new RegExp(`[:：]\\s*(?:${anyOf(data.enumerators)})`, 'u')

const asks = (words: string): boolean => /[?？][”"』」]?\s*$/u.test(words)

/** "*Cut* its tariff by August 1.", "Purchases of corn": what somebody is to do, whose subject stands in the line before the list. */
export const isWithoutSubject = (words: readonly Word[]): boolean => {
  const first = words.find(({ pos }) => pos !== 'PUNCT' && pos !== 'SYM')
  const isOrder = first?.pos === 'VERB' && first.capital && first.text === first.lemma
  const isFinite = ({ pos, text }: Word): boolean =>
    pos === 'AUX' || (pos === 'VERB' && !/(?:ed|ing)$/u.test(text))
  // "The two firms *whose* applications have been left waiting": a verb of what only describes.
  const relative = words.findIndex(({ text }) => RELATIVES.has(text))
  const main = relative < 0 ? words : words.slice(0, relative)
  return isOrder || (first !== undefined && !main.some(isFinite))
}

type ListForm = Pick<Form, 'isItem' | 'isBare' | 'introduces'>

const NO_LIST: ListForm = { isItem: false, isBare: false, introduces: false }

/** Whether each sentence is an item of a list, and whether it introduces one. */
const listsOf = (
  text: string,
  sentences: readonly DocumentSentence[],
  words: readonly string[]
): ListForm[] => {
  const lineOf = ({ start, end }: DocumentSentence): string =>
    text.slice(text.lastIndexOf('\n', start - 1) + 1, end).trimStart()
  const isNumbered = sentences.map((sentence, at) => {
    const opensParagraph = sentences[at - 1]?.paragraph !== sentence.paragraph
    return ITEM.test(words[at] ?? '') || (opensParagraph && ITEM.test(lineOf(sentence)))
  })
  const lists: ListForm[] = []
  for (const [at, sentence] of sentences.entries()) {
    const { paragraph } = sentence
    const own = words[at] ?? ''
    const [before, behind] = [lists[at - 1], sentences[at + 1]]
    const isAlone = sentences[at - 1]?.paragraph !== paragraph && behind?.paragraph !== paragraph
    const goesOn = before !== undefined && (before.introduces || before.isItem)
    const isListed = isNumbered[at] === true
    const isBare = (isListed || (isAlone && goesOn)) && isWithoutSubject(sentence.words)
    const isItem = isListed || isBare
    // "The PRC made four commitments.", and behind it a line with a bullet.
    const isOfItem = before?.isItem === true && sentences[at - 1]?.paragraph === paragraph
    const isBeforeList =
      !isItem && !isOfItem && isNumbered[at + 1] === true && behind?.paragraph !== paragraph
    lists.push({
      isItem,
      isBare,
      introduces: /[:：]\s*$/u.test(own) || FIRST_ITEM.test(own) || isBeforeList
    })
  }
  return lists
}

/** The forms of a text's sentences, in order. */
export const formsOf = ({ text, sentences }: Pick<Document, 'text' | 'sentences'>): Form[] => {
  const words = sentences.map(({ start, end }) => text.slice(start, end))
  const lists = listsOf(text, sentences, words)
  const asking = new Set(sentences.filter((_, at) => asks(words[at] ?? '')).map(({ paragraph }) => paragraph))
  let exchange: Form['exchange'] = null
  let paragraph: DocumentSentence['paragraph'] | undefined
  return sentences.map((sentence, at) => {
    const own = words[at] ?? ''
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph
      const isLabelled = LABEL.test(own)
      if (opensQuestion(own) || (isLabelled && asking.has(paragraph))) exchange = 'question'
      // An answer may have several paragraphs.
      else if (opensAnswer(own) || exchange !== null) exchange = 'answer'
    } else if (opensAnswer(own) || (exchange === 'question' && SPEAKER_IN_CAPITALS.test(own)))
      exchange = 'answer'
    return { asks: asks(own), exchange, ...(lists[at] ?? NO_LIST) }
  })
}
