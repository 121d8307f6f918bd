import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import { tokenise } from '../../text/tokens.ts'
import type { Span } from '../../model.ts'
import { BLANK } from './clause.ts'
import { matcherOf } from '../../text/word-sets.ts'

/** What of a story stands between quotation marks, where no verb reports anything. */

/** An apostrophe inside a word, or behind the plural of an owner, closes nothing: “don’t”, “the banks’ rule”. */
const CLOSES = String.raw`(?<=[\p{L}\p{N}.,!?…—–-])[’'](?![\p{L}\p{N}])`
const SINGLE = String.raw`(?<![\p{L}\p{N}’'])(?:‘|'(?=[\p{L}\p{N}]))(?:(?!${CLOSES})[^\n])+${CLOSES}`
const QUOTED = new RegExp(`“[^”]*(?:”|$)|"[^"\\n]*(?:"|$)|「[^」]*(?:」|$)|${SINGLE}`, 'gmu')

/** Where quotation marks are open, for each offset asked; an unclosed one runs on into the next paragraph. */
export const quotedParts = (text: string): Span[] =>
  [...text.matchAll(QUOTED)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }))

const STATE_ORGANS = matcherOf(cues.stateOrgans)
const CHINESE_NAME = /^[\p{Script=Han}\p{L}]{1,8}$/u
const HAN_BEFORE = /\p{Script=Han}$/u
const HAN_AFTER = /^\p{Script=Han}/u
/** A character that begins no word of the lists. */
const SOME_WORD = '某'
/** A verb of telling alone in its marks: “stressed”. */
const ONE_VERB = /^\p{Ll}+ed$/u

/** The same text with what is inside quotation marks blanked, so that no verb in a quote reports anything. */
export const unquoted = (sentence: string, start: number, quotes: readonly Span[]): string => {
  let plain = sentence
  for (const quote of quotes) {
    const from = Math.max(0, quote.start - start)
    const to = Math.min(sentence.length, quote.end - start)
    if (from >= to) continue
    const inner = plain.slice(from + 1, to - 1)
    // "在社交平台“真实社交”上写道": in Chinese a name in marks is a word of its clause.
    const isName =
      CHINESE_NAME.test(inner) && HAN_BEFORE.test(plain.slice(0, from)) && HAN_AFTER.test(plain.slice(to))
    // "Renner “stressed” the rules": only the verb is quoted; "黨媒「環球時報」稱": a name that is looked for.
    const isKept = ONE_VERB.test(inner) || (isName && STATE_ORGANS.findLongest(tokenise(inner)).length > 0)
    const marked = isKept ? ` ${inner} ` : (isName ? SOME_WORD : BLANK).repeat(to - from)
    plain = plain.slice(0, from) + marked + plain.slice(to)
  }
  return plain
}

const covered = (span: Span, quotes: readonly Span[]): number =>
  quotes.reduce(
    (sum, { start, end }) => sum + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)),
    0
  )

/** Of a sentence that is a quote at least so much stands between its marks. */
const MOSTLY = 0.7
export const isQuoted = (span: Span, quotes: readonly Span[]): boolean =>
  quotes.some(({ start, end }) => start <= span.start && end > span.start) &&
  covered(span, quotes) > MOSTLY * (span.end - span.start)
