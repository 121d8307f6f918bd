import type { Side, Span } from '../../../../../engine/model.ts'
import { readStory } from '../../../../../engine/attribution/story/story.ts'

/** A story whose statements are marked `{us|...}` and `{cn|...}` by whoever wrote it, and how the engine reads it. What is
 * marked `{?|...}` may be taken for a statement or left out: "Wang struck a warmer note." */

interface Marked extends Span {
  side: Side
}

/** What the marks of a story say. */
interface Unmarked {
  text: string
  marks: Marked[]
  doubtful: Span[]
}

/** A part of the story that was read otherwise than it is marked. */
export interface Miss {
  /** Marked as and read as; null for nobody's. */
  marked: Side | null
  read: Side | null
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

const MARK = /\{(us|cn|\?)\|([^}]*)\}/gu

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
    if (match[1] === 'us' || match[1] === 'cn') marks.push({ side: match[1], ...span })
    else doubtful.push(span)
  }
  return { text: text + source.slice(from), marks, doubtful }
}

const shared = (one: Span, other: Span): number =>
  Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))

/** Whose a span is by the larger part of its letters; null where more than half of them are nobody's. */
const ownerOf = (span: Span, others: readonly Marked[]): Side | null => {
  const letters = (side: Side): number =>
    others.filter((other) => other.side === side).reduce((sum, other) => sum + shared(span, other), 0)
  const [us, cn] = [letters('us'), letters('cn')]
  if (2 * Math.max(us, cn) <= span.end - span.start) return null
  return us > cn ? 'us' : 'cn'
}

/**
 * Reads a marked story and counts. A statement counts for the side that has more than half of its letters: a marked one
 * among what the engine gave to that side, and what the engine gave among the marks.
 */
export const measure = (source: string): Measured => {
  const { text, marks, doubtful } = unmark(source)
  const story = readStory({ name: 'story', text })
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
    measured.marked[mark.side] += 1
    if (owner === mark.side) measured.right[mark.side] += 1
    else measured.misses.push({ marked: mark.side, read: owner, words: text.slice(mark.start, mark.end) })
  }
  for (const statement of read) {
    if (doubtful.some((span) => shared(span, statement) > 0)) continue
    measured.read[statement.side] += 1
    if (ownerOf(statement, marks) !== null) continue
    measured.narration[statement.side] += 1
    const words = text.slice(statement.start, statement.end)
    measured.misses.push({ marked: null, read: statement.side, words })
  }
  return measured
}
