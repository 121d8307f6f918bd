import type { Side } from '../../engine/model.ts'
import { READING_HEIGHT, type Extent } from './ribbons.ts'

/** Share of the way to the target that one frame covers. */
const EASE = 0.22
/** How long after our own scrolling the other pane's scroll events are taken for ours, in milliseconds. */
const OWN_SCROLL_MS = 120
/** How long a jump to a selection is left alone. */
const PAUSE_MS = 900

/** The passage at a height of one text, and its counterpart in the other. */
type Counterpart = (side: Side, height: number) => { from: Extent; to: Extent } | null

/**
 * Scrolls the other text so that the counterpart of what is at reading height comes to reading height. The two texts
 * tell their matters in different order, so there is no line-by-line pairing: a passage without a counterpart leaves
 * the other text where it is.
 */
export class LinkedScrolling {
  readonly #counterpart: Counterpart
  #frame = 0
  #driven: Side | null = null
  #drivenUntil = 0
  #pausedUntil = 0

  constructor(counterpart: Counterpart) {
    this.#counterpart = counterpart
  }

  /** Lets a jump of both panes be, until it has come to rest. */
  pause(): void {
    cancelAnimationFrame(this.#frame)
    this.#pausedUntil = performance.now() + PAUSE_MS
  }

  /** Hears that a pane was scrolled, by the reader or by us. */
  scrolled(side: Side, own: HTMLElement, other: HTMLElement): void {
    const now = performance.now()
    if (now < this.#pausedUntil || (this.#driven === side && now < this.#drivenUntil)) return
    const height = own.scrollTop + READING_HEIGHT * own.clientHeight
    const pair = this.#counterpart(side, height)
    if (!pair) return
    const share = (height - pair.from.top) / Math.max(1, pair.from.bottom - pair.from.top)
    const target = pair.to.top + share * (pair.to.bottom - pair.to.top) - READING_HEIGHT * other.clientHeight
    this.#driven = side === 'us' ? 'cn' : 'us'
    this.#ease(other, Math.max(0, Math.min(target, other.scrollHeight - other.clientHeight)))
  }

  #ease(pane: HTMLElement, target: number): void {
    cancelAnimationFrame(this.#frame)
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    const step = (): void => {
      const left = target - pane.scrollTop
      this.#drivenUntil = performance.now() + OWN_SCROLL_MS
      if (isStill || Math.abs(left) < 2) {
        pane.scrollTop = target
        return
      }
      pane.scrollTop += Math.sign(left) * Math.max(1, Math.abs(left) * EASE)
      this.#frame = requestAnimationFrame(step)
    }
    this.#frame = requestAnimationFrame(step)
  }
}
