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
  /** The news story it was taken from. */
  story?: StoryOrigin
}

/** The news story that a side's text was taken from, and where each of its statements stands there. */
export interface StoryOrigin {
  text: string
  sources: StatementSource[]
  /** The meetings that the story tells of, where there are several; the chief one first. */
  meetings?: StoryMeeting[]
  /** The side's statements that belong to none of them, as they stand in the story. */
  ofNone?: Span[]
  /** Id of the meeting whose statements alone the text has; absent where it has all. */
  meeting?: string
}

/** A meeting that a news story tells of, and which of a side's statements belong to it. */
export interface StoryMeeting {
  /** `m1`, `m2`, ... */
  id: string
  /** Who met, how and when, as far as the story says so: "Harwick–Lu Zhengan, Monday". */
  name: string
  /** As they stand in the story. */
  statements: Span[]
}

/** A statement as a news story reports it: `at` in the text made of one side's, the span in the story. */
export interface StatementSource extends Span {
  at: number
  attributedTo: string
  /** Id of the meeting that it belongs to, where the story tells of several. */
  meeting?: string
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
