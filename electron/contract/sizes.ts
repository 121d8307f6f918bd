import type { Call } from './channels.ts'
import { MOST_COPIED, MOST_LEXICON_CHARACTERS, MOST_PROJECT_BYTES, MOST_REPORT_CHARACTERS } from './limits.ts'

/**
 * How much a call may carry. The bridge looks at it before anything crosses, since what has crossed was copied and parsed
 * on the app's side already; the schemas look again.
 */

/** Names, handles, lists of them. */
const SMALL = 1_000_000
const LARGE: Partial<Record<Call, number>> = {
  storeLexicon: MOST_LEXICON_CHARACTERS,
  saveLexiconCopy: MOST_LEXICON_CHARACTERS,
  copyText: MOST_COPIED,
  printReport: MOST_REPORT_CHARACTERS,
  saveProject: MOST_PROJECT_BYTES,
  saveProjectAs: MOST_PROJECT_BYTES,
  storeDraft: MOST_PROJECT_BYTES,
  storeDraftPart: MOST_PROJECT_BYTES,
  exportFile: MOST_PROJECT_BYTES
}

const mostOf = (call: Call): number => SMALL + (LARGE[call] ?? 0)

/** Objects inside one another deeper than this are none of ours. */
const DEEPEST = 5
/** What a number, a name or an empty object counts for, so that many of them are seen too. */
const LEAST = 8

/** Characters and bytes of a value; Infinity where it is more than `most`, of which the rest is not looked at. */
const sizeOf = (value: unknown, most: number, depth = 0): number => {
  if (typeof value === 'string') return value.length + LEAST
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength + LEAST
  if (typeof value !== 'object' || value === null) return LEAST
  if (depth >= DEEPEST) return Infinity
  let size = LEAST
  for (const name in value) {
    size += name.length + sizeOf((value as Record<string, unknown>)[name], most - size, depth + 1)
    if (size > most) return Infinity
  }
  return size
}

/** The size of a call's arguments; null where it is more than the call may carry. */
export const sizeOfCall = (call: Call, args: readonly unknown[]): number | null => {
  const most = mostOf(call)
  const size = sizeOf(args, most)
  return size > most ? null : size
}
