import { anchorsBetween } from './anchors.ts'
import { apply } from './apply.ts'
import { carry } from './rebase-operation.ts'
import { crossingOf } from './crossing.ts'
import type { Ground } from './ground.ts'
import { newId } from './history.ts'
import type { Edits, Entry, Operation } from './operation.ts'
import { startWork, type Work } from './work.ts'

/** A decision, or a part of one, that has lost its place. */
export interface Lost {
  entry: Entry
  why: string
}

export interface Rebased {
  edits: Edits
  lost: Lost[]
}

/** Two works that the same decisions are made in, side by side. */
interface Both {
  before: Work
  after: Work
}

/**
 * Carries decisions over to another answer of the machine: made by a new engine or lexicon, or of a corrected text.
 * Each is looked up by what it was about as it stood when it was made: sentences by their place and their words,
 * groups by their sentences, findings by their rule and words. What the machine now says by itself needs no decision
 * any more and counts as kept.
 *
 * @returns the decisions in terms of the new answer, and those that have lost their place, with why
 */
export const rebase = (from: Ground, edits: Edits, to: Ground): Rebased => {
  const anchors = anchorsBetween(from, to)
  const kept: Entry[] = []
  const lost: Lost[] = []
  let both: Both = { before: startWork(from.base), after: startWork(to.base) }

  /** All that a decision has become, or, if one of it cannot be done, why not. */
  const doAll = (operations: readonly Operation[], at: string): string | undefined => {
    const done: Entry[] = []
    let { after } = both
    for (const operation of operations) {
      const outcome = apply(after, operation, { ...to, id: newId(kept.length + done.length), at })
      if (outcome.ok) {
        after = outcome.work
        done.push({ operation, at })
      } else if (!outcome.already) return outcome.message
    }
    kept.push(...done)
    both = { ...both, after }
    return undefined
  }

  const step = (entry: Entry, place: number): void => {
    const { operation, at } = entry
    const outcome = apply(both.before, operation, { ...from, id: newId(place), at })
    if (!outcome.ok) {
      lost.push({ entry, why: outcome.message })
      return
    }
    const carried = carry(crossingOf(anchors, both.before, both.after), operation)
    const why = doAll(carried.operations, at) ?? carried.lost
    if (why !== undefined) lost.push({ entry, why })
    both = { ...both, before: outcome.work }
  }

  for (const [place, entry] of edits.entries.entries()) step(entry, place)
  const entries = [...kept]
  // What was undone is no decision: it can be done again if all of it still has its place, and is not listed if not.
  const found = lost.length
  for (const [place, entry] of edits.undone.toReversed().entries()) {
    if (lost.length > found) break
    step(entry, edits.entries.length + place)
  }
  const undone = lost.length > found ? [] : kept.slice(entries.length).reverse()
  return { edits: { entries, undone }, lost: lost.slice(0, found) }
}
