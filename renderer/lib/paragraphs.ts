import type { Attachment } from 'svelte/attachments'
import type { Paragraph, Readout, Sentence, Span } from '../../engine/model.ts'
import { lastFrom } from './spans.ts'

/** Room between two paragraphs, in ems. */
const BETWEEN = 0.95

/** The sentences of each paragraph of a readout. */
export const byParagraph = ({ paragraphs, sentences }: Readout): Sentence[][] => {
  const inParagraph: Sentence[][] = paragraphs.map(() => [])
  for (const sentence of sentences) inParagraph[sentence.paragraph]?.push(sentence)
  return inParagraph
}

/** A paragraph with its sentences and the text between. */
interface ParagraphPieces {
  paragraph: Paragraph
  sentences: { sentence: Sentence; before: string }[]
  after: string
}

/** A paragraph with its sentences and the text between, so that nothing of the readout is left out. */
export const piecesOf = (
  paragraph: Paragraph,
  sentences: readonly Sentence[],
  text: string
): ParagraphPieces => {
  let at = paragraph.start
  const pieces = sentences.map((sentence) => {
    const before = text.slice(at, sentence.start)
    at = sentence.end
    return { sentence, before }
  })
  return { paragraph, sentences: pieces, after: text.slice(at, paragraph.end) }
}

/** So many characters of a text at least are laid out, drawn and left out together: less than a screen. */
const STRETCH = 2000

/** Paragraphs in a row, told by where the first begins and the last ends. */
interface Stretch extends Span {
  paragraphs: Paragraph[]
  /** How many paragraphs stand before it. */
  before: number
}

/** A text in stretches, in their order: a browser that has to look at each paragraph of a long text is late for its frames. */
export const stretchesOf = (paragraphs: readonly Paragraph[]): Stretch[] => {
  const stretches: Stretch[] = []
  for (const [at, paragraph] of paragraphs.entries()) {
    const { start, end } = paragraph
    const open = stretches.at(-1)
    if (open && open.end - open.start < STRETCH) {
      open.paragraphs.push(paragraph)
      open.end = end
    } else stretches.push({ start, end, paragraphs: [paragraph], before: at })
  }
  return stretches
}

/** The stretch that a place of the text lies in; the first for one before all. */
export const stretchAt = <One extends Span>(stretches: readonly One[], at: number): One | undefined =>
  lastFrom(stretches, at) ?? stretches[0]

/** About the room that paragraphs will take, in CSS pixels, from their characters. */
export const roomOf = (
  paragraphs: readonly Paragraph[],
  language: Readout['language'],
  { textSize, measure }: { textSize: number; measure: number }
): number => {
  const [perLine, height] = language === 'zh' ? [measure / 2, 1.85] : [measure, 1.62]
  return paragraphs.reduce(
    (room, { start, end }) => room + (Math.ceil((end - start) / perLine) * height + BETWEEN) * textSize,
    0
  )
}

/** A paragraph without its words, to be copied: that costs a fraction of telling each of hundreds what it is. */
const plainParagraph = (kind: Paragraph['kind']): HTMLElement => {
  const paragraph = document.createElement('p')
  paragraph.className = kind
  Object.assign(paragraph.dataset, { findable: '', paragraph: '' })
  return paragraph
}

const plainParagraphs = (paragraphs: readonly Paragraph[], text: string): HTMLElement => {
  const models = new Map<Paragraph['kind'], HTMLElement>()
  const all = document.createElement('div')
  all.append(
    ...paragraphs.map(({ kind, start, end }) => {
      const model = models.get(kind) ?? plainParagraph(kind)
      models.set(kind, model)
      const paragraph = model.cloneNode() as HTMLElement
      paragraph.setAttribute('data-start', String(start))
      paragraph.append(text.slice(start, end))
      return paragraph
    })
  )
  return all
}

/** What was made of paragraphs, by the first of them, as long as it is on the page. */
const made = new WeakMap<Paragraph, WeakRef<HTMLElement>>()

/**
 * Fills an element with the words of paragraphs and nothing else. By hand, since a long text has hundreds of them, and a
 * component is made to be changed; a text that changes its side takes them along.
 */
export const plainWords =
  (paragraphs: readonly Paragraph[], text: string): Attachment =>
  (element) => {
    const [first] = paragraphs
    if (!first) return
    const all = made.get(first)?.deref() ?? plainParagraphs(paragraphs, text)
    made.set(first, new WeakRef(all))
    element.replaceChildren(all)
  }
