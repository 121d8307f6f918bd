import { otherSide } from '../model.ts'
import type { Material, Passage } from './material.ts'
import { withArticle } from './voiced.ts'

const PRONOUN = /^(?:he|she|it|they|i|他|她|我)$/iu

/** Who is to have said something, as the readout calls them. */
export const sourceName = (material: Material, passage: Passage): string => {
  const { source } = passage.sentence.attribution
  const { text } = material.sides[passage.side]
  return source && source.start < source.end && !PRONOUN.test(text.slice(source.start, source.end))
    ? withArticle(text, source)
    : material.capitals[otherSide(passage.side)]
}
