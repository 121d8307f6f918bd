import type { Language, Paragraph } from '../model.ts'
import { tagEnglish } from '../syntax/english-tagger.ts'
import type { Word } from '../syntax/word.ts'
import { detectLanguage } from './language.ts'
import { segmentInPieces, type SentenceSpan } from './segment.ts'
import { tokenise, tokensWithin, type Token } from './tokens.ts'

/** A text with its tokens: all that is needed to find phrases in it. */
export interface TokenisedText {
  readonly text: string
  readonly tokens: readonly Token[]
}

/** A sentence with what was read of it. Offsets are into the document's text. */
export interface DocumentSentence extends SentenceSpan {
  readonly tokens: readonly Token[]
  /** Words and marks with their parts of speech; none in Chinese. Tagged when first asked for. */
  readonly words: readonly Word[]
}

/** A text, read once: what is known of its words is made here and handed on, never made again. */
export interface Document extends TokenisedText {
  readonly language: Language
  readonly paragraphs: Paragraph[]
  readonly sentences: DocumentSentence[]
}

/** So much of a text, from its beginning, tells whose it is; there are texts of a book's length. */
const ENOUGH = 20_000

/** The beginning of a text that is not read yet. */
export const beginningOfText = (text: string): string => text.slice(0, ENOUGH)

/** The beginning of a text, by which it is told whose it is and of which meeting. */
export const beginningOf = (whole: TokenisedText): TokenisedText =>
  whole.text.length <= ENOUGH
    ? whole
    : { text: beginningOfText(whole.text), tokens: tokensWithin(whole.tokens, 0, ENOUGH) }

class ReadSentence implements DocumentSentence {
  readonly start: number
  readonly end: number
  readonly paragraph: number
  readonly tokens: readonly Token[]
  readonly #text: string
  readonly #isEnglish: boolean
  #words: readonly Word[] | undefined

  constructor(
    { start, end, paragraph }: SentenceSpan,
    text: string,
    tokens: readonly Token[],
    language: Language
  ) {
    this.start = start
    this.end = end
    this.paragraph = paragraph
    this.tokens = tokensWithin(tokens, start, end)
    this.#text = text
    this.#isEnglish = language === 'en'
  }

  get words(): readonly Word[] {
    this.#words ??= this.#isEnglish ? tagEnglish(this.#text.slice(this.start, this.end), this.start) : []
    return this.#words
  }
}

/** Reads a text: its language, paragraphs, sentences and tokens. */
export const readDocument = (text: string): Document => {
  const language = detectLanguage(text)
  const tokens = tokenise(text)
  const { paragraphs, sentences } = segmentInPieces(text, language)
  return {
    text,
    language,
    tokens,
    paragraphs,
    sentences: sentences.map((span) => new ReadSentence(span, text, tokens, language))
  }
}
