import type { Comparison } from '../model.ts'
import type { NamedTopic } from '../topics/shares.ts'
import type { Texts, Work } from './work.ts'

/** A topic as the edits need it; those of a lexicon are ones. */
export interface EditTopic extends NamedTopic {
  /** Sharing it alone says little. */
  generic: boolean
}

/** What the edits of a comparison rest on. It stays the same while they are made. */
export interface Ground {
  /** The machine's answer. */
  base: Comparison
  texts: Texts
  /** The topics of the lexicon that made it, in its order. */
  topics: readonly EditTopic[]
}

/** What an operation is applied with. */
export interface Context extends Ground {
  /** For what the operation makes new. */
  id: string
  /** ISO date and time. */
  at: string
}

/**
 * What became of an operation. What cannot be done is refused in a sentence for the reader; `already`, where there is
 * nothing to do because it is so.
 */
export type Outcome = { ok: true; work: Work } | { ok: false; message: string; already?: true }

export const done = (work: Work): Outcome => ({ ok: true, work })
export const refused = (message: string): Outcome => ({ ok: false, message })
export const alreadySo = (message: string): Outcome => ({ ok: false, message, already: true })
