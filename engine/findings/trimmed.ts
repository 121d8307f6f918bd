import { conditional, hedges } from '../lexicon/claim-cues.ts'
import type { Language, Span } from '../model.ts'
import type { Word } from '../syntax/word.ts'
import type { Token } from '../text/tokens.ts'
import { overlaps } from '../text/spans.ts'
import { countWords } from '../text/words.ts'
import { cutsIn, openingIn } from './cuts.ts'

/** A quotation cut at the ends of its clauses to what carries it. */

/** What has no more words is quoted as it is. */
const SOON_READ = 14
/** So many words are left at least. */
const LEAST = 5
/** What losing a word costs, and each word beyond what is soon read. */
const LOST = 0.04
const BEYOND = 0.12
interface Trimmable {
  words: readonly Word[]
  tokens: readonly Token[]
}

/**
 * A long quotation without an opening phrase and without what is added behind the clause that holds its core; its
 * condition stays.
 *
 * @param core what must stay in it
 */
export const trimmed = (
  text: string,
  { words, tokens }: Trimmable,
  span: Span,
  core: Span,
  language: Language
): Span => {
  const length = (start: number, end: number): number => countWords(text.slice(start, end))
  if (language === 'zh' || length(span.start, span.end) <= SOON_READ) return span
  const conditions = [...conditional.findLongest(tokens), ...hedges.findLongest(tokens)].filter((place) =>
    overlaps(place, span)
  )
  const isFree = (from: number, to: number): boolean =>
    ![core, ...conditions].some((place) => overlaps(place, { start: from, end: to }))
  const opened = openingIn(words, span)
  const start =
    opened !== null && isFree(span.start, opened) && length(opened, span.end) >= LEAST ? opened : span.start
  const costOf = (end: number, cost: number): number => {
    const kept = length(start, end)
    return cost + LOST * length(end, span.end) + BEYOND * Math.max(0, kept - SOON_READ)
  }
  let [best, least] = [span.end, costOf(span.end, 0)]
  for (const { end, cost } of cutsIn(words, { start, end: span.end })) {
    if (!isFree(end, span.end) || length(start, end) < LEAST || !isEven(text.slice(start, end))) continue
    const total = costOf(end, cost)
    if (total < least) [best, least] = [end, total]
  }
  return { start, end: best }
}

/** Whether all quotation marks and brackets that are opened are closed. */
const isEven = (words: string): boolean =>
  words.split('“').length === words.split('”').length &&
  words.split('(').length === words.split(')').length &&
  words.split('"').length % 2 === 1
