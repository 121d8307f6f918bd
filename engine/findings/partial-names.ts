import type { ConceptUse } from '../lexicon/lexicon.ts'
import type { Span } from '../model.ts'
import { within } from '../text/spans.ts'

const isInside = (span: Span, other: Span): boolean =>
  within(span, other) && other.end - other.start > span.end - span.start

/**
 * Whether a sentence names a concept only by a part of what it calls another: "economic recovery" is named, and not
 * the economic ties that "economic" alone would stand for.
 */
export const isNamedInPart = ({ concept, spans }: ConceptUse, uses: readonly ConceptUse[]): boolean => {
  const others = uses.filter(
    (other) => other.concept.topic !== concept.topic || other.concept.sub !== concept.sub
  )
  return spans.every((span) => others.some((other) => other.spans.some((longer) => isInside(span, longer))))
}
