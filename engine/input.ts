import type { Block, ImportReport } from './ingest/report.ts'
import type { Span } from './model.ts'

/** What the engine is given, and why it cannot take it; `model.ts` is what it makes of it. */

/** A text as the engine takes it: decoded, with the name the reader knows it by. */
export interface ReadoutText {
  name: string
  text: string
  /** The same side's text of the same meeting in the other language: a Chinese original and its official English. */
  inOtherLanguage?: { name: string; text: string }
  /** What became of the document it was read from. */
  report?: ImportReport
  /** SHA-256 of that document's bytes, or of the text's UTF-8 where it came as text; in hexadecimal digits. */
  sha256?: string
  /** The pieces of that document, those cut among them; the text is made of those kept. */
  blocks?: Block[]
  /** The news story it was taken from, and where each of its statements stands there. */
  story?: { text: string; sources: StatementSource[] }
}

/** A statement as a news story reports it: `at` in the text made of one side's, the span in the story. */
export interface StatementSource extends Span {
  at: number
  attributedTo: string
}

/** Why an input cannot be compared; `code` is stable, `message` says what is wrong and what to do. */
export type InputProblemCode =
  | 'empty'
  | 'binary'
  | 'undecodable'
  | 'too-large'
  | 'unknown-format'
  | 'locked'
  | 'damaged'
  | 'hostile'
  | 'no-text-layer'
  | 'one-sided-story'
  | 'only-furniture'
  | 'other-language'
  | 'identical'
  | 'too-many'
  | 'no-sentences'
  | 'unreadable'

export interface InputProblem {
  code: InputProblemCode
  /** Name of the input it is about. */
  name: string
  message: string
}
