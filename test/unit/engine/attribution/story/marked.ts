import { SIDES, type Side, type Span } from '../../../../../engine/model.ts'
import { storyOf } from '../../readouts.ts'

/** A story whose statements are marked `{us|...}`, `{cn|...}` and, of both together, `{both|...}` by whoever wrote it, and how
 * the engine reads it. What is marked `{?|...}` may be taken for a statement or left out: "Wang struck a warmer note." */

interface Marked extends Span {
  side: Side | 'both'
}

/** What the marks of a story say. */
export interface Unmarked {
  text: string
  marks: Marked[]
  doubtful: Span[]
}

/** A part of the story that was read otherwise than it is marked. */
export interface Miss {
  /** Marked as and read as; null for nobody's. */
  marked: Side | 'both' | null
  read: Side | 'both' | null
  words: string
}

export interface Measured {
  marked: Record<Side, number>
  /** Marked statements that were given to their side. */
  right: Record<Side, number>
  /** What the engine gave to each side, and how much of it is marked as nobody's. */
  read: Record<Side, number>
  narration: Record<Side, number>
  misses: Miss[]
}

const MARK = /\{(us|cn|both|\?)\|([^}]*)\}/gu

/** The story as a reader has it, without marks, and where the marked statements stand in it. */
export const unmark = (source: string): Unmarked => {
  const marks: Marked[] = []
  const doubtful: Span[] = []
  let text = ''
  let from = 0
  for (const match of source.matchAll(MARK)) {
    text += source.slice(from, match.index)
    from = match.index + match[0].length
    const start = text.length
    text += match[2] ?? ''
    const span = { start, end: text.length }
    if (match[1] === 'us' || match[1] === 'cn' || match[1] === 'both') marks.push({ side: match[1], ...span })
    else doubtful.push(span)
  }
  return { text: text + source.slice(from), marks, doubtful }
}

const sidesOf = ({ side }: Pick<Marked, 'side'>): readonly Side[] => (side === 'both' ? SIDES : [side])

export const shared = (one: Span, other: Span): number =>
  Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))

/** Whose a span is by the larger part of its letters; null where more than half of them are nobody's. */
export const ownerOf = (span: Span, others: readonly Marked[]): Side | 'both' | null => {
  const letters = (place: Side): number =>
    others
      .filter(({ side }) => side === place || side === 'both')
      .reduce((sum, other) => sum + shared(span, other), 0)
  const [us, cn] = [letters('us'), letters('cn')]
  const half = (span.end - span.start) / 2
  if (us > half && cn > half) return 'both'
  if (us > half) return 'us'
  return cn > half ? 'cn' : null
}

/**
 * Reads a marked story and counts. A statement counts for the side that has more than half of its letters: a marked one
 * among what the engine gave to that side, and what the engine gave among the marks.
 */
export const measure = (source: string): Measured => {
  const { text, marks, doubtful } = unmark(source)
  const story = storyOf(text)
  const read = story.ok ? story.statements : []
  const measured: Measured = {
    marked: { us: 0, cn: 0 },
    right: { us: 0, cn: 0 },
    read: { us: 0, cn: 0 },
    narration: { us: 0, cn: 0 },
    misses: []
  }
  for (const mark of marks) {
    const owner = ownerOf(mark, read)
    for (const side of sidesOf(mark)) {
      measured.marked[side] += 1
      if (owner === mark.side) measured.right[side] += 1
    }
    if (owner === mark.side) continue
    measured.misses.push({ marked: mark.side, read: owner, words: text.slice(mark.start, mark.end) })
  }
  for (const statement of read) {
    if (doubtful.some((span) => shared(span, statement) > 0)) continue
    const isStatement = ownerOf(statement, marks) !== null
    for (const side of sidesOf(statement)) {
      measured.read[side] += 1
      if (!isStatement) measured.narration[side] += 1
    }
    if (isStatement) continue
    const words = text.slice(statement.start, statement.end)
    measured.misses.push({ marked: null, read: statement.side, words })
  }
  return measured
}
