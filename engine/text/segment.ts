import type { Language, Paragraph, Span } from '../model.ts'
import { chineseSentences } from './chinese-sentences.ts'
import { englishSentences } from './english-sentences.ts'
import { piecesOf } from './long-sentences.ts'
import { isNote } from './marks.ts'
import { paragraphsOf, saysAnything } from './paragraphs.ts'

export interface SentenceSpan extends Span {
  /** Index into `paragraphs`. */
  paragraph: number
}

export interface Segmentation {
  paragraphs: Paragraph[]
  sentences: SentenceSpan[]
}

export const hasSentences = ({ kind }: Paragraph): boolean => kind === 'body' || kind === 'item'

/** Stray marks and bare numbers are no sentence of their own, and belong to the one beside them. */
const withoutStrays = (text: string, spans: readonly Span[]): Span[] => {
  const whole: Span[] = []
  let lead: number | undefined
  for (const { start, end } of spans) {
    const last = whole.at(-1)
    const words = text.slice(start, end)
    if (saysAnything(words) && !isNote(words)) {
      whole.push({ start: lead ?? start, end })
      lead = undefined
    } else if (last) last.end = end
    else lead ??= start
  }
  return whole
}

/** Cuts a text into paragraphs and the sentences of those that have any. Offsets are into `text`. */
export const segment = (text: string, language: Language): Segmentation => {
  const paragraphs = paragraphsOf(text)
  const split = language === 'zh' ? chineseSentences : englishSentences
  const sentences = paragraphs.flatMap((paragraph, index) =>
    hasSentences(paragraph)
      ? withoutStrays(text, split(text.slice(paragraph.start, paragraph.end), paragraph.start)).map(
          (span) => ({ ...span, paragraph: index })
        )
      : []
  )
  return { paragraphs, sentences }
}

/** The same with sentences that have lost their stops in pieces, as a comparison takes them. */
export const segmentInPieces = (text: string, language: Language): Segmentation => {
  const { paragraphs, sentences } = segment(text, language)
  return { paragraphs, sentences: sentences.flatMap((sentence) => piecesOf(text, sentence)) }
}
