import type { Sentence, Side, Span } from '../../engine/model.ts'

/** What the reader has selected in one of the texts. */
export interface SelectedWords {
  side: Side
  /** Offsets into the text of the readout. */
  span: Span
  words: string
  /** Where a tool for it may stand, in the window. */
  at: { x: number; y: number }
}

const sentenceAt = (node: Node): HTMLElement | null =>
  (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-sentence]') ?? null

/** Characters of a sentence before a place in it; what is drawn in it beside its words has none. */
const charactersBefore = (sentence: HTMLElement, node: Node, offset: number): number => {
  const range = document.createRange()
  range.setStart(sentence, 0)
  range.setEnd(node, offset)
  return range.toString().length
}

/**
 * The words selected in a readout's text; null where nothing, or nothing of a sentence, is selected. A selection that
 * begins or ends between sentences is cut to the sentences it touches.
 */
export const selectedWords = (
  selection: Selection | null,
  sentences: ReadonlyMap<string, Sentence>
): SelectedWords | null => {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const pane = sentenceAt(range.startContainer)?.closest<HTMLElement>('[data-drop]')
  const side = pane?.dataset['drop']
  if (!pane || (side !== 'us' && side !== 'cn')) return null
  const touched = [...pane.querySelectorAll<HTMLElement>('[data-sentence]')].filter((element) =>
    range.intersectsNode(element)
  )
  const [first, last] = [touched[0], touched.at(-1)]
  const [one, other] = [first, last].map((element) => sentences.get(element?.dataset['sentence'] ?? ''))
  if (!first || !last || !one || !other) return null
  const start = first.contains(range.startContainer)
    ? one.start + charactersBefore(first, range.startContainer, range.startOffset)
    : one.start
  const end = last.contains(range.endContainer)
    ? other.start + charactersBefore(last, range.endContainer, range.endOffset)
    : other.end
  const box = range.getBoundingClientRect()
  return start < end
    ? { side, span: { start, end }, words: selection.toString().trim(), at: { x: box.left, y: box.bottom } }
    : null
}
