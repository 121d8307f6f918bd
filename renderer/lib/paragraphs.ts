import type { Paragraph, Readout, Sentence } from '../../engine/model.ts'

/** A paragraph with its sentences and the text between. */
interface ParagraphPieces {
  paragraph: Paragraph
  sentences: { sentence: Sentence; before: string }[]
  after: string
}

/** Paragraphs with their sentences and the text between, so that nothing of the readout is left out. */
export const paragraphsOf = ({ paragraphs, sentences }: Readout, text: string): ParagraphPieces[] => {
  const inParagraph: Sentence[][] = paragraphs.map(() => [])
  for (const sentence of sentences) inParagraph[sentence.paragraph]?.push(sentence)
  return paragraphs.map((paragraph, index) => {
    let at = paragraph.start
    const pieces = (inParagraph[index] ?? []).map((sentence) => {
      const before = text.slice(at, sentence.start)
      at = sentence.end
      return { sentence, before }
    })
    return { paragraph, sentences: pieces, after: text.slice(at, paragraph.end) }
  })
}
