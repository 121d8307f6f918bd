import { conditional } from '../lexicon/claim-cues.ts'
import type { ConceptUse } from '../lexicon/lexicon.ts'
import type { Language, Sentence, Span } from '../model.ts'
import type { Token } from '../text/tokens.ts'
import { overlaps } from '../text/spans.ts'

/** A quotation cut at the ends of its clauses to what carries it. */

/** What has no more words is quoted as it is. */
const SOON_READ = 15
/** So many words are left at least. */
const LEAST = 6
/** What adds to a clause, and may be left out behind its comma. */
const ADDED =
  /^(?:and|as|but|which|who|whose|where|while|whereas|including|included|starting|noting|adding|calling|thanks|so|a|an|the|in|on|under|for|at|with)\b/iu
/** What opens a sentence before its statement: "On Taiwan,", "In their discussion of …,". */
const OPENING =
  /^(?:on|in|as for|as to|with|during|for|at|under|among|thanks to|regarding|turning to|after|before)\b[^,]{2,110},\s+/iu
/** A concept of this weight is not cut off. */
const TELLING = 0.7
const LIST = /,[^,]{1,28}(?:,|\band\b)/u

interface Trimmable {
  sentence: Sentence
  tokens: readonly Token[]
  uses: readonly ConceptUse[]
}

const countWords = (words: string): number => words.split(/\s+/u).filter(Boolean).length

/**
 * A long quotation without an opening phrase and without what is added behind the clause that holds its core; its
 * condition stays.
 *
 * @param core what must stay in it, besides figures and what tells something by itself
 */
export const trimmed = (
  text: string,
  { tokens, uses, sentence }: Trimmable,
  span: Span,
  core: Span,
  language: Language
): Span => {
  if (language === 'zh' || countWords(text.slice(span.start, span.end)) <= SOON_READ) return span
  const { end } = span
  let { start } = span
  const conditions = conditional.findLongest(tokens).filter((place) => overlaps(place, span))
  const kept = [core, ...conditions, ...telling({ sentence, tokens, uses })]
  const isFree = (from: number, to: number): boolean =>
    !kept.some((place) => overlaps(place, { start: from, end: to }))
  const opening = OPENING.exec(text.slice(start, end))?.[0].length ?? 0
  if (opening > 0 && isFree(start, start + opening) && countWords(text.slice(start + opening, end)) >= LEAST)
    start += opening
  for (const { index } of text.slice(start, end).matchAll(/, /gu)) {
    const at = start + index
    const rest = text.slice(at + 2, end)
    const isLong =
      countWords(text.slice(start, at)) >= LEAST && countWords(text.slice(start, end)) > SOON_READ
    if (
      isLong &&
      isFree(at, end) &&
      ADDED.test(rest) &&
      !LIST.test(text.slice(at, end)) &&
      isEven(text.slice(start, at))
    )
      return { start, end: at }
  }
  return { start, end }
}

/** What tells something by itself, and is not cut off. */
const telling = ({ uses, sentence }: Trimmable): Span[] => [
  ...uses.filter(({ concept }) => concept.weight >= TELLING).flatMap(({ spans }) => spans),
  ...(sentence.claims ?? []).flatMap(({ figures }) => figures)
]

/** Whether all quotation marks that are opened are closed. */
const isEven = (words: string): boolean =>
  words.split('“').length === words.split('”').length && words.split('"').length % 2 === 1
