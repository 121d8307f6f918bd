import type { TokenisedText } from '../text/document.ts'
import { tokensWithin } from '../text/tokens.ts'
import type { Token } from '../text/tokens.ts'
import { paragraphsOf } from '../text/paragraphs.ts'

const OPENING = 800

/** A part of a text; its tokens' offsets are into the whole. */
interface PartOfText {
  words: string
  tokens: readonly Token[]
}

/** A readout's title, and the text from it on in which issuer, date and people are introduced. */
export const titleAndOpening = ({
  text,
  tokens
}: TokenisedText): { title: PartOfText; opening: PartOfText } => {
  const paragraphs = paragraphsOf(text.slice(0, 2 * OPENING))
  const part = (start: number, end: number): PartOfText => ({
    words: text.slice(start, end),
    tokens: tokensWithin(tokens, start, end)
  })
  const title = paragraphs.find(({ kind }) => kind === 'title')
  const start = paragraphs.find(({ kind }) => kind !== 'notice')?.start ?? 0
  return {
    title: title ? part(title.start, title.end) : part(0, 0),
    opening: part(start, start + OPENING)
  }
}
