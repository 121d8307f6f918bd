import { wanting } from '../lexicon/claim-cues.ts'
import type { Span } from '../model.ts'
import type { Word } from '../syntax/word.ts'
import { countWords } from '../text/words.ts'
import { doerAt, type Acted } from './doer.ts'

/** A quotation with what it needs to say by itself what its sentence says: whoever acts, and what takes some of it back. */

/** With these a clause goes on that limits or takes back what stands before it: "welcomed the step, *while* stressing that …". */
const LIMITING = new Set([
  ...['yet', 'but', 'though', 'although', 'albeit', 'while', 'however', 'notwithstanding', 'despite'],
  ...['unless', 'until', 'provided', 'except', 'without', 'pending', 'only']
])
/** So many words of a quotation are still read at once. */
const MOST_WORDS = 32

/** Whether words break off at their end: "without which". */
const breaksOff = (words: string): boolean => wanting.has(/\p{L}+$/u.exec(words)?.[0] ?? '')

/** What opens a clause that is not quoted: ", without which". */
const OPENED = /,\s*(?:\w+\s+)?(?:which|who|whom|whose)$/u

/** The word with which a clause goes on behind a quotation and limits it; undefined where none does. */
export const limitBehind = ({ words }: { words: readonly Word[] }, span: Span): Word | undefined => {
  const behind = words.findIndex(({ start }) => start >= span.end)
  const at = words[behind]?.text === ',' ? behind + 1 : behind
  const word = words[at]
  return word && (LIMITING.has(word.text) || isEven(words, at)) ? word : undefined
}

/** "Even as", "even though", "so long as". */
const isEven = (words: readonly Word[], at: number): boolean => {
  const [one, next] = [words[at]?.text ?? '', words[at + 1]?.text ?? '']
  return (
    (one === 'even' && /^(?:as|though|if|while)$/u.test(next)) ||
    (/^(?:so|as)$/u.test(one) && next === 'long')
  )
}

/** Words with the clause that limits them, where both are soon read. */
const withLimit = (text: string, passage: Acted, span: Span): Span => {
  const limit = limitBehind(passage, span)
  if (!limit) return span
  const claim = (passage.sentence.claims ?? []).find((one) => one.span.end > limit.start)
  if (!claim) return span
  const whole = text.slice(span.start, claim.span.end)
  return countWords(whole) <= MOST_WORDS && !breaksOff(whole)
    ? { start: span.start, end: claim.span.end }
    : span
}

/**
 * A quotation of an English sentence from whoever acts in it on, if that is neither side, and to the end of what limits it.
 *
 * @param from where the statement of the sentence begins, behind its heading
 */
export const whole = (text: string, passage: Acted, span: Span, from: number): Span => {
  const doer = doerAt(passage, span.start)
  const start = typeof doer === 'number' && doer < span.start ? Math.max(doer, from) : span.start
  const { end } = withLimit(text, passage, { start, end: span.end })
  return { start, end: end - (OPENED.exec(text.slice(start, end))?.[0].length ?? 0) }
}
