import type { Side } from '../../engine/model.ts'
import { READING_HEIGHT, type Extent } from './ribbons.ts'

/** The part of a pane that is used, so that a test can stand in for it. */
export type ScrollPane = Pick<HTMLElement, 'scrollTop' | 'clientHeight' | 'scrollHeight'>

/** The passage at a height of one text, and its counterpart in the other. */
type Counterpart = (side: Side, height: number) => { from: Extent; to: Extent } | null

/**
 * Moves the other text so that the counterpart of what is at reading height comes to reading height. Whoever was last
 * scrolled by the reader leads, and the other follows: it never moves farther than the reader just did, and not at all
 * when he does not. The two texts tell their matters in different order, so there is no line-by-line pairing: a passage
 * without a counterpart leaves the other text where it is, and a counterpart far off is come nearer to, or asked for.
 */
export class LinkedScrolling {
  readonly #counterpart: Counterpart
  #leader: Side | null = null
  /** Where each text was at its last scroll event: what a wheel did may be done before the wheel itself is heard. */
  readonly #tops: Partial<Record<Side, number>> = {}

  constructor(counterpart: Counterpart) {
    this.#counterpart = counterpart
  }

  /** The reader takes hold of a pane: with the wheel, a key, a finger, or its scrollbar. */
  lead(side: Side, own: ScrollPane): void {
    this.#leader = side
    this.#tops[side] ??= own.scrollTop
  }

  /** Nobody leads until the reader scrolls again: both panes are moved to what was asked for. */
  release(): void {
    this.#leader = null
  }

  /** Hears that a pane was scrolled; only by the reader's own the other is moved. */
  scrolled(side: Side, own: ScrollPane, other: ScrollPane, isLinked: boolean): void {
    const moved = Math.abs(own.scrollTop - (this.#tops[side] ?? own.scrollTop))
    this.#tops[side] = own.scrollTop
    if (this.#leader !== side || !isLinked || moved === 0) return
    const height = own.scrollTop + READING_HEIGHT * own.clientHeight
    const pair = this.#counterpart(side, height)
    if (!pair) return
    const into = (height - pair.from.top) / Math.max(1, pair.from.bottom - pair.from.top)
    const share = Math.max(0, Math.min(1, into))
    const target = pair.to.top + share * (pair.to.bottom - pair.to.top) - READING_HEIGHT * other.clientHeight
    const reachable = Math.max(0, Math.min(target, other.scrollHeight - other.clientHeight))
    const way = reachable - other.scrollTop
    other.scrollTop += Math.sign(way) * Math.min(Math.abs(way), moved)
  }
}
