import type { Comparison, Side } from '../model.ts'
import type { Target } from './operation.ts'

/** A note of the researcher's. At most one on each target. */
export interface Note {
  target: Target
  text: string
  /** When it was last changed: ISO date and time. */
  at: string
}

/** A code of the codebook (codebook/code.ts) put on something. */
export interface Tagging {
  target: Target
  /** Id of the code. */
  tag: string
}

/**
 * A comparison as the researcher has it: the machine's with the operations applied. It has the form of any comparison,
 * so that whatever shows or reports one shows this; what was changed by hand says so (`byHand`, `judged`).
 */
export interface Work {
  comparison: Comparison
  notes: Note[]
  tags: Tagging[]
  /** Ids of groups that the researcher has checked. */
  verified: string[]
}

/** The texts that the offsets cut. */
export type Texts = Record<Side, string>

export const startWork = (comparison: Comparison): Work => ({
  comparison,
  notes: [],
  tags: [],
  verified: []
})
