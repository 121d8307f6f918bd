import { paragraphsOf } from '../text/paragraphs.ts'

const OPENING = 800

/** A readout's title, and the text from it on in which issuer, date and people are introduced. */
export const titleAndOpening = (text: string): { title: string; opening: string } => {
  const paragraphs = paragraphsOf(text.slice(0, 2 * OPENING))
  const title = paragraphs.find(({ kind }) => kind === 'title')
  const start = paragraphs.find(({ kind }) => kind !== 'notice')?.start ?? 0
  return {
    title: title ? text.slice(title.start, title.end) : '',
    opening: text.slice(start, start + OPENING)
  }
}
