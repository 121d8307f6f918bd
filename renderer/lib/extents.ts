import type { Side } from '../../engine/model.ts'
import type { Indexed } from '../state/index.ts'
import type { Extent } from './ribbons.ts'

/** A sentence that is laid out, with its place in its pane's content. */
export interface Drawn extends Extent {
  id: string
}

/**
 * Where the sentences of both texts are, in their panes' content. Those that are drawn were measured; where the others
 * are is told from their paragraph and their share of its characters, which is as near as anyone can tell before they are drawn.
 */
export class Extents {
  readonly #indexed: Indexed
  readonly #measured: ReadonlyMap<string, Extent>
  readonly #paragraphs: Readonly<Record<Side, ReadonlyMap<number, Extent>>>
  /** The sentences that are laid out, in the order of the text. */
  readonly drawn: Readonly<Record<Side, readonly Drawn[]>>

  /**
   * @param drawn the sentences on and near the screen, in order
   * @param paragraphs by their index in the readout
   */
  constructor(
    indexed: Indexed,
    drawn: Record<Side, readonly Drawn[]>,
    paragraphs: Record<Side, ReadonlyMap<number, Extent>>
  ) {
    this.#indexed = indexed
    this.drawn = drawn
    this.#paragraphs = paragraphs
    this.#measured = new Map([...drawn.us, ...drawn.cn].map((one) => [one.id, one]))
  }

  /** Before anything was measured. */
  static none(indexed: Indexed): Extents {
    return new Extents(indexed, { us: [], cn: [] }, { us: new Map(), cn: new Map() })
  }

  get(id: string): Extent | undefined {
    const measured = this.#measured.get(id)
    if (measured) return measured
    const side = this.#indexed.sideOf.get(id)
    const sentence = this.#indexed.sentences.get(id)
    if (!side || !sentence) return undefined
    const box = this.#paragraphs[side].get(sentence.paragraph)
    const paragraph = this.#indexed.comparison.readouts[side].paragraphs[sentence.paragraph]
    if (!box || !paragraph) return undefined
    const perCharacter = (box.bottom - box.top) / Math.max(1, paragraph.end - paragraph.start)
    return {
      top: box.top + (sentence.start - paragraph.start) * perCharacter,
      bottom: box.top + (sentence.end - paragraph.start) * perCharacter
    }
  }
}

/**
 * Measures what is drawn in a pane; reads only, so that the layout is computed once. What the browser leaves out, since
 * it is off the screen, is not asked for: it would be laid out for each question anew.
 */
export const measurePane = (
  pane: HTMLElement
): { drawn: Drawn[]; paragraphs: ReadonlyMap<number, Extent> } => {
  const origin = pane.getBoundingClientRect().top - pane.scrollTop
  const extentOf = (element: Element): Extent => {
    const { top, bottom } = element.getBoundingClientRect()
    return { top: top - origin, bottom: bottom - origin }
  }
  const paragraphs = [...pane.querySelectorAll('[data-paragraph]')]
  // One that is left out is seen itself, and its words are not.
  const isLaidOut = (paragraph: Element): boolean =>
    paragraph.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) ?? false
  return {
    drawn: paragraphs.filter(isLaidOut).flatMap((paragraph) =>
      [...paragraph.querySelectorAll<HTMLElement>('[data-sentence]')].map((element) => ({
        id: element.dataset['sentence'] ?? '',
        ...extentOf(element)
      }))
    ),
    paragraphs: new Map(paragraphs.map((paragraph, at) => [at, extentOf(paragraph)]))
  }
}
