import type { Encoding } from '../engine/ingest/report.ts'
import type { Meetings } from '../engine/identify/pairs.ts'
import type { Comparison, InputProblem, ReadoutText, Side } from '../engine/model.ts'

/** A text as it comes to the window: a dropped file, a file read by the app, or words. */
export type Source =
  | {
      kind: 'file'
      file: File
      /** Where it stands in a dropped folder, by which it is told from others of its name. */
      path?: string
    }
  | { kind: 'bytes'; name: string; bytes: Uint8Array }
  | { kind: 'text'; name: string; text: string }
  /** A selection as a browser gives it, with its markup. */
  | { kind: 'html'; name: string; html: string }

/** The texts in their places; either may still be missing. */
export type Slots = Partial<Record<Side, ReadoutText>>

/** One job of the analysis: new sources among the texts that are there already. */
export interface Job {
  sources: Source[]
  /** Where a single source goes; undefined lets the text itself decide. */
  side: Side | undefined
  present: Slots
  /** Exchange the two texts that are present. */
  swap: boolean
  /** Find the meetings among many sources instead of comparing them. */
  pair?: true
  /** In which encoding to read them, where the reader chose one. */
  encoding?: Encoding
  /** Take a single source apart as a news story, or leave it whole, whatever it looks like. */
  as?: 'story' | 'readout'
  /** Id of the meeting whose statements alone are wanted, of a story that tells of several. */
  meeting?: string
  /** The two texts of a story change places, as those on screen have. */
  isExchanged?: true
  /** Take them though they look like no readouts. */
  isSure?: true
  /** The texts that are compared stay so: one in the other language is laid beside. */
  keepsCompared?: true
  /** Compare this side by its text in the other language. */
  switchLanguage?: Side
  /** The reader's own changes to the lexicon, as JSON. */
  lexicon?: string | undefined
}

export type Outcome =
  | {
      ok: true
      slots: Slots
      comparison: Comparison | null
      /** What the meeting is called, from the texts; absent while one is missing. */
      name?: string
      /** What the engine decided by itself, for the reader. */
      notes: string[]
      /** What looks wrong with the new texts, though they were taken. */
      doubts?: string[]
    }
  /** They look like no readouts: whether they are to join the text that is there, the reader says. */
  | { ok: true; asks: string }
  | { ok: true; meetings: Meetings }
  | { ok: false; problem: InputProblem }

export interface ToWorker {
  id: number
  job: Job
}

/** `started` comes at once, so that a worker that is gone is noticed before the job's time is up. */
export type FromWorker =
  | { id: number; kind: 'started' }
  /** So much of the whole job is done. */
  | { id: number; kind: 'progress'; done: number; total: number }
  | { id: number; kind: 'done'; outcome: Outcome }

/** What the reader knows a source by. */
export const nameOf = (source: Source): string =>
  source.kind === 'file' ? (source.path ?? source.file.name) : source.name
