import type { Group, Side, Span } from '../model.ts'

/** How a word is marked: a contested term, part of a named difference, on this side only, or the same on both. */
export type Mark = 'term' | 'difference' | 'only' | 'same'

export type MarkedSpan = Span & { mark: Mark }

/** A piece of text and how it is marked. */
export interface Piece {
  text: string
  mark: Mark | null
  start: number
  /** It is part of what the other readout leaves out of a sentence that it answers otherwise. */
  isLeft: boolean
}

/**
 * Passages that share less than this of their words are put so differently that marking each other word would mark
 * nearly all of them; only the named differences are marked there.
 */
const LEAST_SHARED = 0.4

/** The marks of a group's passage on one side; a named difference goes before a mere word. */
export const marksOf = (group: Group | null, side: Side): MarkedSpan[] => {
  if (!group) return []
  const marks: MarkedSpan[] = group.framing
    .filter(({ kind }) => kind === 'finding' || kind === 'term' || kind === 'verb')
    .flatMap((difference) => difference[side].map((span) => ({ ...span, mark: 'difference' as const })))
  const words = group.wordMarks
  if (!words) return marks
  const same = words.sameUs.length
  const share = same / Math.max(1, same + Math.min(words.onlyUs.length, words.onlyCn.length))
  if (share < LEAST_SHARED) return marks
  const [only, both] = side === 'us' ? [words.onlyUs, words.sameUs] : [words.onlyCn, words.sameCn]
  return [
    ...marks,
    ...only.map((span) => ({ ...span, mark: 'only' as const })),
    ...both.map((span) => ({ ...span, mark: 'same' as const }))
  ]
}

/**
 * Cuts a sentence into pieces at its marks; where marks overlap the earlier in the list wins.
 *
 * @param start of the sentence in its text, to which the marks relate
 * @param left what of it the other readout leaves out
 */
export const piecesOf = (
  text: string,
  start: number,
  marks: readonly MarkedSpan[],
  left: readonly Span[] = []
): Piece[] => {
  const isLeft = (at: number): boolean => left.some((span) => span.start <= at && at < span.end)
  const marked: (Mark | null)[] = Array.from({ length: text.length }, () => null)
  for (const span of [...marks].reverse())
    for (let at = Math.max(0, span.start - start); at < Math.min(text.length, span.end - start); at++)
      marked[at] = span.mark
  const pieces: Piece[] = []
  let from = 0
  for (let at = 1; at <= text.length; at++)
    if (
      at === text.length ||
      marked[at] !== marked[from] ||
      (left.length > 0 && isLeft(start + at) !== isLeft(start + from))
    ) {
      pieces.push({
        text: text.slice(from, at),
        mark: marked[from] ?? null,
        start: start + from,
        isLeft: isLeft(start + from)
      })
      from = at
    }
  return pieces
}
