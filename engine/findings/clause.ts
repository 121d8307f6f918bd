import { claimCues } from '../lexicon/claim-cues.ts'
import type { Claim, Language, Sentence, Span } from '../model.ts'
import type { Word } from '../syntax/word.ts'
import type { Token } from '../text/tokens.ts'
import { overlaps, within } from '../text/spans.ts'
import { governorsIn } from './governed.ts'

/** A claim as it is quoted: a whole clause, without what only leads in, with all that governs it. */

interface Spoken {
  sentence: Sentence
  tokens: readonly Token[]
  /** With their parts of speech; none in Chinese. */
  words?: readonly Word[]
}

/** A clause of more characters than this is cut to what is around a place. */
const SOON_READ: Record<Language, number> = { en: 330, zh: 70 }
/** Acts whose verb tells nothing of what is said: "stressed that", "pointed out that". */
const NEUTRAL = new Set(['inform', 'criticise', 'commit', 'agree'])
/** "Is ready to", "agreed to": a verb without a subject of its own is quoted with the one that it hangs on. */
const HANGING = /\bto\s*$/u
const PASSIVE = /\b(?:is|are|was|were|be|been)\s+$/u
const BEHIND_THAT = /(?<=^\s*(?:that\s+)?)(?!that\b)[\p{L}\p{N}$“"‘「]/u
const WORD = /[\p{L}\p{N}$“"‘「]/u

/** Where a claim's own words begin: behind a lead that tells nothing, else with the word that asks, promises or denies. */
const startOf = (
  text: string,
  { sentence, tokens, words = [] }: Spoken,
  claim: Claim,
  language: Language
): number => {
  const { lead, span, act } = claim
  if (!lead) return span.start
  // "Has lodged a stern *protest* and demands that": a noun begins nothing that anybody does.
  const isNoun = (place: Span): boolean =>
    words.some(({ start, pos }) => start === place.start && pos === 'NOUN')
  const ruling = governorsIn(tokens, language).find((governor) => overlaps(governor, lead))
  if (ruling) return isNoun(ruling) ? span.start : ruling.start
  const isHanging = HANGING.test(text.slice(lead.start, lead.end))
  if (!isHanging && (act === null || NEUTRAL.has(act))) return lead.end
  const { verb } = sentence.attribution
  const [cue] = claimCues[language].findLongest(tokens.filter((token) => within(token, lead)))
  const own = [
    ...(verb && overlaps(verb, lead) ? [verb.start] : []),
    ...(cue && !isNoun(cue) ? [cue.start] : [])
  ]
  // "The U.S. side *is urged* to" has lost who is urged.
  const begins = own.length > 0 ? Math.min(...own) : span.start
  return PASSIVE.test(text.slice(span.start, begins)) ? span.start : begins
}

/** Whether words before a claim deny, hope or ask what it says; "noted that A and that B" only says B too. */
const isGoverned = ({ tokens }: Spoken, { governor }: Claim, language: Language): boolean =>
  governor !== undefined &&
  (language === 'zh' || governorsIn(tokens, language).some((place) => overlaps(place, governor)))

/**
 * The clause that a place stands in, as it is quoted; null where the claim has none that is soon read and holds the place.
 *
 * @param from where the statement of the sentence begins, behind its heading
 */
export const clauseAround = (
  text: string,
  passage: Spoken,
  core: Span,
  from: number,
  language: Language
): Span | null => {
  const claim = passage.sentence.claims?.find(({ span }) => span.start <= core.start && core.start < span.end)
  if (!claim || isGoverned(passage, claim, language)) return null
  const start = Math.max(from, startOf(text, passage, claim, language))
  const words = text.slice(start, claim.span.end)
  const first = (claim.governor ? BEHIND_THAT : WORD).exec(words)
  const span = { start: start + (first?.index ?? 0), end: claim.span.end }
  const isHeld = within(core, span)
  return isHeld && span.end - span.start <= SOON_READ[language] ? balanced(text, span) : null
}

/** Without a closing quotation mark whose opening one stands outside, and the other way round. */
const balanced = (text: string, { start, end }: Span): Span => {
  const words = text.slice(start, end)
  const opens = words.split('“').length - words.split('”').length
  if (opens < 0 && words.endsWith('”')) return { start, end: end - 1 }
  if (opens > 0 && text[end] === '”') return { start, end: end + 1 }
  if (words.split('"').length % 2 === 0 && text[end] === '"') return { start, end: end + 1 }
  return { start, end }
}
