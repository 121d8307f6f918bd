import { otherSide, type Span } from '../model.ts'
import type { Material, Passage } from './material.ts'

/** A name in Chinese letters stands in no sentence in English. */
const HAN = /\p{Script=Han}/u
const PRONOUN = /^(?:he|she|it|they|i|he and)$/iu

/** A source with the article before it: "the U.S. side". */
export const withArticle = (text: string, { start, end }: Span): string =>
  (/\bthe $/iu.test(text.slice(Math.max(0, start - 4), start)) ? 'the ' : '') + text.slice(start, end)

/** Whether a sentence in English can call somebody so: by a name, and in its letters. */
export const isName = (source: string): boolean => !PRONOUN.test(source) && !HAN.test(source)

/** Who is to have said something, as the readout calls them. */
export const sourceName = (material: Material, passage: Passage): string => {
  const { source } = passage.sentence.attribution
  const { text } = material.sides[passage.side]
  return source && source.start < source.end && isName(text.slice(source.start, source.end))
    ? withArticle(text, source)
    : material.capitals[otherSide(passage.side)]
}
