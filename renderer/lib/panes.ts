import type { Side } from '../../engine/model.ts'
import { isNews } from './extents.ts'
import { REVEALED } from './find.ts'

/** By these a reader scrolls a text himself: wheel, keys, a finger, the scrollbar. */
const HOLDS = ['wheel', 'keydown', 'touchstart', 'pointerdown'] as const

/** What a pane that scrolls a text tells of. */
interface PaneListener {
  /** The reader takes hold of it. */
  onhold: () => void
  /** Something of its text was laid out only now. */
  onlaidout: () => void
  /** What the reader looks for is brought into sight. */
  onreveal: () => void
}

/**
 * Listens to a pane.
 *
 * @param observer hears that its size or its text's changed: before it is painted, so that no frame shows the text
 *   elsewhere; one for all panes, which are measured together
 * @returns what ends it
 */
export const watchPane = (
  pane: HTMLElement,
  observer: ResizeObserver,
  { onhold, onlaidout, onreveal }: PaneListener
): (() => void) => {
  observer.observe(pane)
  const text = pane.firstElementChild
  if (text) observer.observe(text)
  for (const event of HOLDS) pane.addEventListener(event, onhold, { passive: true })
  const onstate = (event: Event): void => {
    const { target } = event
    // What is laid out for the first time was measured in that frame.
    const isKnown =
      event instanceof ContentVisibilityAutoStateChangeEvent &&
      target instanceof Element &&
      !isNews(target, event.skipped)
    if (!isKnown) onlaidout()
  }
  pane.addEventListener('contentvisibilityautostatechange', onstate)
  pane.addEventListener(REVEALED, onreveal)
  return () => {
    observer.unobserve(pane)
    if (text) observer.unobserve(text)
    for (const event of HOLDS) pane.removeEventListener(event, onhold)
    pane.removeEventListener('contentvisibilityautostatechange', onstate)
    pane.removeEventListener(REVEALED, onreveal)
  }
}

/** A way of more screens than this is not gone through but jumped. */
const FAR = 2
/** So many frames after a jump all that is come to has been laid out. */
const MENDED_FRAMES = 10

/** Scrolls texts to places that the reader asked for. */
export class Jumping {
  readonly #pane: (side: Side) => HTMLElement | undefined
  readonly #measure: () => void
  /** The jump that is under way in each text, by number. */
  readonly #jumps: Record<Side, number> = { us: 0, cn: 0 }

  /** @param measure reads anew where everything is */
  constructor(pane: (side: Side) => HTMLElement | undefined, measure: () => void) {
    this.#pane = pane
    this.#measure = measure
  }

  /** The reader scrolls the text himself: the jump that is under way ends. */
  stop(side: Side): void {
    this.#jumps[side]++
  }

  /**
   * Scrolls a text; a far way is jumped, and mended while what is there is being laid out.
   *
   * @param target where to, in CSS pixels from its top, as far as that is known by now
   */
  to(side: Side, target: () => number | undefined): void {
    const pane = this.#pane(side)
    const top = target()
    if (!pane || top === undefined) return
    const isFar = Math.abs(top - pane.scrollTop) > FAR * pane.clientHeight
    const isStill = isFar || matchMedia('(prefers-reduced-motion: reduce)').matches
    pane.scrollTo({ top, behavior: isStill ? 'instant' : 'smooth' })
    const jump = ++this.#jumps[side]
    const mend = (frames: number): void => {
      if (frames === 0 || this.#jumps[side] !== jump) return
      this.#measure()
      const now = target()
      if (now !== undefined && Math.abs(now - pane.scrollTop) > 1)
        pane.scrollTo({ top: now, behavior: 'instant' })
      requestAnimationFrame(() => {
        mend(frames - 1)
      })
    }
    if (isFar)
      requestAnimationFrame(() => {
        mend(MENDED_FRAMES)
      })
  }
}
