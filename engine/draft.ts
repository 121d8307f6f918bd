import type { Token } from './text/tokens.ts'
import type { Attribution, Language, Paragraph, Sentence, Side, Speaker, Span } from './model.ts'

/** A sentence before its topics are known. */
export interface SentenceDraft extends Span {
  id: string
  text: string
  paragraph: number
  speaker: Speaker
  attribution: Attribution
  words: number
}

/** What the alignment needs of one readout. */
export interface ReadoutDraft {
  side: Side
  language: Language
  text: string
  paragraphs: Paragraph[]
  sentences: Sentence[]
  /** The tokens of each sentence, with offsets into the text. */
  tokens: readonly (readonly Token[])[]
}
