import { otherSide, type Span } from '../model.ts'
import type { Material, Passage } from './material.ts'

const PRONOUN = /^(?:he|she|it|they|i|他|她|我)$/iu

/** A source with the article before it: "the U.S. side". */
export const withArticle = (text: string, { start, end }: Span): string =>
  (/\bthe $/iu.test(text.slice(Math.max(0, start - 4), start)) ? 'the ' : '') + text.slice(start, end)

/** Who is to have said something, as the readout calls them. */
export const sourceName = (material: Material, passage: Passage): string => {
  const { source } = passage.sentence.attribution
  const { text } = material.sides[passage.side]
  return source && source.start < source.end && !PRONOUN.test(text.slice(source.start, source.end))
    ? withArticle(text, source)
    : material.capitals[otherSide(passage.side)]
}
