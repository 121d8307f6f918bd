import type { Language, Paragraph, Span } from '../model.ts'
import { chineseSentences } from './chinese-sentences.ts'
import { englishSentences } from './english-sentences.ts'
import { paragraphsOf } from './paragraphs.ts'

export interface SentenceSpan extends Span {
  /** Index into `paragraphs`. */
  paragraph: number
}

export interface Segmentation {
  paragraphs: Paragraph[]
  sentences: SentenceSpan[]
}

const hasSentences = ({ kind }: Paragraph): boolean => kind === 'body' || kind === 'item'

/** Whether a piece says anything: stray marks and bare numbers are no sentence. */
const saysAnything = (text: string): boolean => /\p{L}{2}|\p{Script=Han}/u.test(text)

/** Cuts a text into paragraphs and the sentences of those that have any. Offsets are into `text`. */
export const segment = (text: string, language: Language): Segmentation => {
  const paragraphs = paragraphsOf(text)
  const split = language === 'zh' ? chineseSentences : englishSentences
  const sentences = paragraphs.flatMap((paragraph, index) =>
    hasSentences(paragraph)
      ? split(text.slice(paragraph.start, paragraph.end), paragraph.start)
          .filter(({ start, end }) => saysAnything(text.slice(start, end)))
          .map((span) => ({ ...span, paragraph: index }))
      : []
  )
  return { paragraphs, sentences }
}
