import type { FindingKind, Side, Span, Speaker } from '../model.ts'

/**
 * The researcher's changes as operations over a comparison. They are kept apart from it, so that the machine's answer
 * and the human's are never confused, each can be undone, and a re-run of the machine keeps the human's work.
 *
 * Ids are those of the work as it stood when the operation was made (work.ts). What an operation makes new gets an id
 * of its own that follows from its place in the list, so that playing the list again gives the same ids.
 */

/** What a note or a tag is on. */
export type Target = { on: 'whole' } | { on: 'sentence' | 'group' | 'finding'; id: string }

export type Operation =
  /** Sentences of both sides belong together: in a group of their own, or in one that is there. */
  | { do: 'link'; us: string[]; cn: string[]; into?: string }
  /** Sentences leave a group; one that has nothing left on a side is dissolved. */
  | { do: 'unlink'; group: string; sentences: string[] }
  | { do: 'move'; sentence: string; from: string; to: string }
  /** Some of a group's sentences, of both sides, become a group of their own. */
  | { do: 'split-group'; group: string; us: string[]; cn: string[] }
  /** The groups become one, which keeps the first one's id. */
  | { do: 'merge-groups'; groups: string[] }
  /** `at` is an offset into the text of the readout, inside the sentence. */
  | { do: 'split-sentence'; sentence: string; at: number }
  /** A sentence and the next of its paragraph become one, which keeps the first one's id. */
  | { do: 'merge-sentences'; first: string; second: string }
  | { do: 'set-topic'; target: { on: 'sentence' | 'group'; id: string }; topic: string }
  | { do: 'set-speaker'; sentence: string; speaker: Speaker }
  | { do: 'set-relation'; group: string; relation: 'shared' | 'differ' }
  /** `null` takes the judgement back. */
  | { do: 'judge'; finding: string; judgement: 'accepted' | 'dismissed' | null }
  | { do: 'relabel'; finding: string; kind: FindingKind }
  | { do: 'add-finding'; kind: FindingKind; topic: string; spans: Record<Side, Span[]>; say: string }
  /** An empty text takes the note away. */
  | { do: 'note'; target: Target; text: string }
  | { do: 'tag'; target: Target; tag: string; on: boolean }
  | { do: 'verify'; group: string; verified: boolean }
  /** Back to the machine's alignment, topics, speakers and findings; notes and tags stay where their place stays. */
  | { do: 'reset' }

/** An operation as it is kept. */
export interface Entry {
  operation: Operation
  /** When it was made: ISO date and time. */
  at: string
}

/** All that the researcher did to a comparison; what was undone can be done again until something else is done. */
export interface Edits {
  entries: Entry[]
  /** Last undone last. */
  undone: Entry[]
}

export const NO_EDITS: Edits = { entries: [], undone: [] }
