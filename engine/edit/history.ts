import { apply } from './apply.ts'
import type { Ground } from './ground.ts'
import type { Edits, Entry, Operation } from './operation.ts'
import { startWork, type Work } from './work.ts'

/** An entry with the work as it stands after it. Works share what they have in common, so that each costs little. */
interface Step {
  entry: Entry
  work: Work
  /** Why it changes nothing; its place is kept, so that what later entries call by their ids stays the same. */
  refused?: string
}

/** All that was done to a comparison, what was undone among it. It is a value: each change gives a new one. */
export interface History {
  readonly ground: Ground
  readonly start: Work
  readonly steps: readonly Step[]
  /** So many of the steps are done, the others undone. */
  readonly at: number
}

export const startHistory = (ground: Ground): History => ({
  ground,
  start: startWork(ground.base),
  steps: [],
  at: 0
})

/** The work as it stood after so many entries. */
export const workAt = ({ start, steps }: History, at: number): Work => steps[at - 1]?.work ?? start

/** The work as it stands now. */
export const workOf = (history: History): Work => workAt(history, history.at)

/** The id of what an entry makes new: it follows from its place, so that playing the entries again gives it again. */
export const newId = (at: number): string => `h${at + 1}`

export type Recorded = { ok: true; history: History } | { ok: false; message: string; already?: true }

/** Does an operation after those that are done; what was undone is let go of. */
export const record = (history: History, operation: Operation, at: string): Recorded => {
  const outcome = apply(workOf(history), operation, { ...history.ground, id: newId(history.at), at })
  if (!outcome.ok) return outcome
  const step: Step = { entry: { operation, at }, work: outcome.work }
  return {
    ok: true,
    history: { ...history, steps: [...history.steps.slice(0, history.at), step], at: history.at + 1 }
  }
}

/** Where so many entries are done; as near to it as there are. */
export const goTo = (history: History, at: number): History => ({
  ...history,
  at: Math.max(0, Math.min(history.steps.length, Math.trunc(at)))
})

export const canUndo = ({ at }: History): boolean => at > 0
export const canRedo = ({ at, steps }: History): boolean => at < steps.length

/** One entry back; where there is none, as it is. */
export const undo = (history: History): History => goTo(history, history.at - 1)

/** One entry forth again; where there is none, as it is. */
export const redo = (history: History): History => goTo(history, history.at + 1)

/** What of a history goes into a file. */
export const editsOf = ({ steps, at }: History): Edits => {
  const entries = steps.map(({ entry }) => entry)
  return { entries: entries.slice(0, at), undone: entries.slice(at).reverse() }
}

/** An entry that can no longer be done, and why. */
export interface Failed {
  entry: Entry
  why: string
}

/**
 * The history that gave these edits. Entries that cannot be done any more keep their place without changing anything.
 */
export const replay = (ground: Ground, edits: Edits): { history: History; failed: Failed[] } => {
  const start = startWork(ground.base)
  const steps: Step[] = []
  const failed: Failed[] = []
  let work = start
  for (const entry of [...edits.entries, ...edits.undone.toReversed()]) {
    const outcome = apply(work, entry.operation, { ...ground, id: newId(steps.length), at: entry.at })
    if (outcome.ok) work = outcome.work
    else failed.push({ entry, why: outcome.message })
    steps.push({ entry, work, ...(outcome.ok ? {} : { refused: outcome.message }) })
  }
  return { history: { ground, start, steps, at: edits.entries.length }, failed }
}
