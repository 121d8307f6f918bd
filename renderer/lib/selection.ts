import type { Side, Span } from '../../engine/model.ts'

/** What the reader has selected in one of the texts. */
export interface SelectedWords {
  side: Side
  /** Offsets into the text of the readout. */
  span: Span
  /** The words of the text in that span, to the letter, without blanks around them. */
  words: string
  /** Where a tool for it may stand, in the window. */
  at: { x: number; y: number }
}

/** A paragraph on screen says where in its text it begins. */
const PARAGRAPHS = '[data-paragraph]'

/** Characters of a paragraph before a place in it; what is drawn in it beside its words has none. */
const charactersBefore = (paragraph: Element, node: Node, offset: number): number => {
  const range = document.createRange()
  range.setStart(paragraph, 0)
  range.setEnd(node, offset)
  return range.toString().length
}

/** The span of a side's text that a range touches; null where it touches none of its words. */
const spanIn = (pane: Element, range: Range, text: string): Span | null => {
  const touched = [...pane.querySelectorAll<HTMLElement>(PARAGRAPHS)].filter((paragraph) =>
    range.intersectsNode(paragraph)
  )
  const [first, last] = [touched[0], touched.at(-1)]
  if (!first || !last) return null
  const [from, to] = [Number(first.dataset['start']), Number(last.dataset['start'])]
  const start = first.contains(range.startContainer)
    ? from + charactersBefore(first, range.startContainer, range.startOffset)
    : from
  const end = last.contains(range.endContainer)
    ? to + charactersBefore(last, range.endContainer, range.endOffset)
    : to + charactersBefore(last, last, last.childNodes.length)
  return text.slice(start, end).trim() === '' ? null : { start, end }
}

const rangeOf = (selection: Selection | null): Range | null =>
  !selection || selection.isCollapsed || selection.rangeCount === 0 ? null : selection.getRangeAt(0)

const paneAt = (node: Node): HTMLElement | null =>
  (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-drop]') ?? null

/** The words selected in a readout's text; null where nothing of one is. Words of the other side are not taken. */
export const selectedWords = (
  selection: Selection | null,
  texts: Readonly<Record<Side, string>>
): SelectedWords | null => {
  const range = rangeOf(selection)
  const pane = range && paneAt(range.startContainer)
  const side = pane?.dataset['drop']
  if (!pane || (side !== 'us' && side !== 'cn')) return null
  const span = spanIn(pane, range, texts[side])
  if (!span) return null
  const box = range.getBoundingClientRect()
  return {
    side,
    span,
    words: texts[side].slice(span.start, span.end).trim(),
    at: { x: box.left, y: box.bottom }
  }
}

/**
 * The selected words of each text, as they stand in it: what is drawn between the two texts and beside the words is
 * none of them. Null where the selection is not in the texts.
 */
export const wordsToCopy = (
  selection: Selection | null,
  texts: Readonly<Record<Side, string>>
): string | null => {
  const range = rangeOf(selection)
  if (!range) return null
  const words = [...document.querySelectorAll<HTMLElement>('[data-drop]')].flatMap((pane) => {
    const side = pane.dataset['drop']
    if (side !== 'us' && side !== 'cn') return []
    const span = spanIn(pane, range, texts[side])
    return span ? [texts[side].slice(span.start, span.end)] : []
  })
  return words.length === 0 ? null : words.join('\n\n')
}
