import { diffArrays } from 'diff'
import type { Span } from '../model.ts'

/** A run of the old text that stands unchanged in the new one. */
interface Run extends Span {
  /** Where it begins in the new text. */
  to: number
}

/** Texts with more corrections than this are two texts; the diff's work grows with the square of it. */
const MOST_CORRECTIONS = 2000

/** Words, numbers and single Chinese characters; all else by the character. */
const PIECES = /\p{Script=Han}|[\p{L}\p{M}]+|\p{N}+|[^]/gu

const piecesOf = (text: string): string[] => text.match(PIECES) ?? []
const lengthOf = (pieces: readonly string[]): number => pieces.reduce((sum, { length }) => sum + length, 0)

const runsOf = (before: string, after: string): Run[] | undefined => {
  if (before === after) return [{ start: 0, end: before.length, to: 0 }]
  const changes = diffArrays(piecesOf(before), piecesOf(after), { maxEditLength: MOST_CORRECTIONS })
  if (!changes) return undefined
  const runs: Run[] = []
  let [from, to] = [0, 0]
  for (const { added, removed, value } of changes) {
    const length = lengthOf(value)
    if (!added && !removed) runs.push({ start: from, end: from + length, to })
    if (!added) from += length
    if (!removed) to += length
  }
  return runs
}

/** Where places of a text are in its corrected form. */
export interface MovedText {
  /** Nothing has moved. */
  same: boolean
  /**
   * The place of a span; words that were replaced have that of what replaced them.
   *
   * @returns null where the two are so different that places say nothing
   */
  placeOf: (span: Span) => Span | null
}

export const movedText = (before: string, after: string): MovedText => {
  const runs = runsOf(before, after)
  if (!runs) return { same: false, placeOf: () => null }
  /** The last run that begins at an offset or before it. */
  const runAt = (offset: number): number => {
    let [low, high] = [0, runs.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((runs[middle]?.start ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  const startOf = (offset: number): number => {
    const run = runs[runAt(offset)]
    if (!run) return 0
    return run.to + Math.min(offset, run.end) - run.start
  }
  const endOf = (offset: number): number => {
    const at = runAt(offset - 1)
    const run = runs[at]
    if (run && offset <= run.end) return run.to + offset - run.start
    return runs[at + 1]?.to ?? after.length
  }
  return {
    same: before === after,
    placeOf: ({ start, end }) => ({ start: startOf(start), end: Math.max(startOf(start), endOf(end)) })
  }
}
