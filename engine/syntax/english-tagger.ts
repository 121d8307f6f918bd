import model from 'wink-eng-lite-web-model'
import winkNLP, { type ItsFunction, type WinkMethods } from 'wink-nlp'
import type { PartOfSpeech, Word } from './word.ts'

/** What has no blank for so long is no word, and would cost the tagger the square of its length. */
const NO_WORD = /\S{48,}/gu
/** After so many UTF-16 code units a new tagger is made: it keeps every word that it has met, and has room for a million. */
const RENEW_AFTER = 3_000_000

/**
 * "than China’s, and": with a mark right behind it the package takes a genitive for one word, and then takes it for one
 * wherever it meets it again, also in other texts. A blank between them is read instead.
 */
const GENITIVE_AT_MARK = /(?<=\p{L}[’'][sS])(?=[^\s\p{L}\p{N}])/gu

/** What is read of a token; the types of the package take these for methods, and one of them for another function. */
type Readers = Record<'value' | 'precedingSpaces' | 'pos' | 'lemma', ItsFunction<string>>

let tagger: WinkMethods | undefined
let tagged = 0

const taggerFor = (length: number): WinkMethods => {
  if (!tagger || tagged > RENEW_AFTER) {
    tagger = winkNLP(model, ['pos'])
    tagged = 0
  }
  tagged += length
  return tagger
}

/**
 * The words and marks of an English text with their parts of speech, by wink-nlp and its English model. Linear in the
 * length of the text, the same answer every time.
 *
 * @param offset added to the spans, for a text cut out of a longer one
 */
export const tagEnglish = (text: string, offset = 0): Word[] => {
  const marked = text.replace(NO_WORD, (run) => ' '.repeat(run.length))
  const blanksAt = Array.from(marked.matchAll(GENITIVE_AT_MARK), ({ index }) => offset + index)
  const readable = marked.replace(GENITIVE_AT_MARK, ' ')
  const nlp = taggerFor(text.length)
  const its = nlp.its as unknown as Readers
  const tokens = nlp.readDoc(readable).tokens()
  const values = tokens.out(its.value)
  const blanks = tokens.out(its.precedingSpaces)
  const tags = tokens.out(its.pos) as PartOfSpeech[]
  const lemmas = tokens.out(its.lemma)
  const words: Word[] = []
  let at = offset
  let passed = 0
  for (const [index, value] of values.entries()) {
    at += blanks[index]?.length ?? 0
    if (blanksAt[passed] === at - 1) {
      passed++
      at--
    }
    const lower = value.toLowerCase()
    words.push({
      text: lower,
      pos: tags[index] ?? 'X',
      lemma: (lemmas[index] ?? lower).toLowerCase(),
      capital: lower.charCodeAt(0) !== value.charCodeAt(0),
      start: at,
      end: at + value.length
    })
    at += value.length
  }
  return words
}
