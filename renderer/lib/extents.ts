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

/** Where in its text the words of an element begin and end, as it says. */
const spanOf = ({ dataset }: HTMLElement): Span => ({
  start: Number(dataset['start']),
  end: Number(dataset['end'])
})

/**
 * Measures what is drawn in a pane; reads only, so that the layout is computed once. What the browser leaves out, since
 * it is off the screen, is not asked for: it would be laid out for each question anew.
 */
export const measurePane = (pane: HTMLElement): Measured => {
  const origin = pane.getBoundingClientRect().top - pane.scrollTop
  const extentOf = (element: Element): Extent => {
    const { top, bottom } = element.getBoundingClientRect()
    return { top: top - origin, bottom: bottom - origin }
  }
  const drawn: Drawn[] = []
  const boxes: Box[] = []
  for (const stretch of pane.querySelectorAll<HTMLElement>('[data-stretch]')) {
    // One that is left out is seen itself, and its words are not.
    if (!stretch.firstElementChild?.checkVisibility({ contentVisibilityAuto: true })) {
      boxes.push({ ...spanOf(stretch), ...extentOf(stretch) })
      continue
    }
    for (const paragraph of stretch.querySelectorAll<HTMLElement>('[data-paragraph]'))
      boxes.push({ ...spanOf(paragraph), ...extentOf(paragraph) })
    for (const sentence of stretch.querySelectorAll<HTMLElement>('[data-sentence]'))
      drawn.push({ id: sentence.dataset['sentence'] ?? '', ...extentOf(sentence) })
  }
  return { drawn, boxes }
}
