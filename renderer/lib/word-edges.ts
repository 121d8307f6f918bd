import type { Language, Span } from '../../engine/model.ts'

/** An edge of a passage, and the way that it goes by a word. */
export interface EdgeMove {
  edge: 'start' | 'end'
  to: 'earlier' | 'later'
}

/** No passage's edge is moved farther than this from where it stands, in characters. */
const REACH = 2000
const PARAGRAPH_BREAK = '\n\n'

/** The paragraph that a passage stands in, or the paragraphs from that of its start to that of its end. */
const paragraphAround = (text: string, { start, end }: Span): Span => {
  const [before, after] = [text.slice(Math.max(0, start - REACH), start), text.slice(end, end + REACH)]
  const [opens, closes] = [before.lastIndexOf(PARAGRAPH_BREAK), after.indexOf(PARAGRAPH_BREAK)]
  return {
    start: start - before.length + (opens < 0 ? 0 : opens + PARAGRAPH_BREAK.length),
    end: end + (closes < 0 ? after.length : closes)
  }
}

/** The words of a stretch of text as offsets in the whole; Chinese by the segmentation of the browser. */
const wordsIn = (text: string, { start, end }: Span, language: Language): Span[] =>
  [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text.slice(start, end))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: start + index, end: start + index + segment.length }))

/**
 * A passage with one of its edges a word farther. It stays within its paragraph and keeps a word.
 *
 * @returns undefined where the edge can go no farther that way
 */
export const withEdgeMoved = (
  text: string,
  span: Span,
  { edge, to }: EdgeMove,
  language: Language
): Span | undefined => {
  const words = wordsIn(text, paragraphAround(text, span), language)
  const places = words
    .map((word) => word[edge])
    .filter((place) => (edge === 'start' ? place < span.end : place > span.start))
  const next =
    to === 'later'
      ? places.find((place) => place > span[edge])
      : places.findLast((place) => place < span[edge])
  return next === undefined ? undefined : { ...span, [edge]: next }
}
