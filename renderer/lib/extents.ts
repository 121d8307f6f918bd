import type { Side, Span } from '../../engine/model.ts'
import type { Indexed } from '../state/index.ts'
import type { Extent } from './ribbons.ts'
import { lastFrom } from './spans.ts'

/** A sentence that is laid out, with its place in its pane's content. */
export interface Drawn extends Extent {
  id: string
}

/** Words of a text that were measured together. */
interface Box extends Extent, Span {}

/** What was measured of a text. */
interface Measured {
  /** The sentences on and near the screen, in order. */
  drawn: readonly Drawn[]
  /** All of the text, in order: its paragraphs where it is laid out, and its stretches where it is not. */
  boxes: readonly Box[]
}

const NOTHING: Measured = { drawn: [], boxes: [] }

/**
 * Where the sentences of both texts are, in their panes' content. Those that are drawn were measured; where the others
 * are is told from their paragraph or stretch and their share of its characters, which is as near as anyone can tell
 * before they are drawn.
 */
export class Extents {
  readonly #indexed: Indexed
  readonly #measured: ReadonlyMap<string, Extent>
  readonly #boxes: Readonly<Record<Side, readonly Box[]>>
  /** The sentences that are laid out, in the order of the text. */
  readonly drawn: Readonly<Record<Side, readonly Drawn[]>>

  constructor(indexed: Indexed, { us, cn }: Record<Side, Measured>) {
    this.#indexed = indexed
    this.drawn = { us: us.drawn, cn: cn.drawn }
    this.#boxes = { us: us.boxes, cn: cn.boxes }
    this.#measured = new Map([...us.drawn, ...cn.drawn].map((one) => [one.id, one]))
  }

  /** Before anything was measured. */
  static none(indexed: Indexed): Extents {
    return new Extents(indexed, { us: NOTHING, cn: NOTHING })
  }

  get(id: string): Extent | undefined {
    const measured = this.#measured.get(id)
    if (measured) return measured
    const side = this.#indexed.sideOf.get(id)
    const sentence = this.#indexed.sentences.get(id)
    const box = side && sentence && lastFrom(this.#boxes[side], sentence.start)
    if (!box) return undefined
    const perCharacter = (box.bottom - box.top) / Math.max(1, box.end - box.start)
    return {
      top: box.top + (sentence.start - box.start) * perCharacter,
      bottom: box.top + (sentence.end - box.start) * perCharacter
    }
  }
}

/** A stretch of a text as it is measured: where its words are, and whether it is drawn with its sentences. */
interface Stretch extends Span {
  paragraphs: readonly Span[]
  isDrawn: boolean
}

/** Whether a stretch was laid out with its sentences when it was measured last. */
const wasLaidOut = new WeakMap<Element, boolean>()
/** Whether the browser lays out a stretch, or leaves it out, otherwise than when it was measured last. */
export const isNews = (stretch: Element, isLeftOut: boolean): boolean =>
  wasLaidOut.get(stretch) !== !isLeftOut

/**
 * Measures what is drawn in a pane; reads only, so that the layout is computed once. What the browser leaves out, since
 * it is off the screen, is not asked for: it would be laid out for each question anew.
 *
 * @param stretches those of its text, in their order
 */
export const measurePane = (pane: HTMLElement, stretches: readonly Stretch[]): Measured => {
  const origin = pane.getBoundingClientRect().top - pane.scrollTop
  const extentOf = (element: Element): Extent => {
    const { top, bottom } = element.getBoundingClientRect()
    return { top: top - origin, bottom: bottom - origin }
  }
  const drawn: Drawn[] = []
  const boxes: Box[] = []
  const boxOf = ({ start, end }: Span, element: Element): Box => ({ start, end, ...extentOf(element) })
  const elements = pane.querySelectorAll('[data-stretch]')
  for (const [at, stretch] of stretches.entries()) {
    const element = elements[at]
    if (!element) continue
    // One that is left out is seen itself, and its words are not.
    const isLaidOut =
      stretch.isDrawn && element.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) === true
    wasLaidOut.set(element, isLaidOut)
    if (!isLaidOut) {
      boxes.push(boxOf(stretch, element))
      continue
    }
    const paragraphs = element.querySelectorAll('[data-paragraph]')
    for (const [place, paragraph] of stretch.paragraphs.entries()) {
      const one = paragraphs[place]
      if (one) boxes.push(boxOf(paragraph, one))
    }
    for (const sentence of element.querySelectorAll<HTMLElement>('[data-sentence]'))
      drawn.push({ id: sentence.dataset['sentence'] ?? '', ...extentOf(sentence) })
  }
  return { drawn, boxes }
}
