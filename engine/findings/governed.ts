import { chineseSigns, claimCues, type ClaimCue } from '../lexicon/claim-cues.ts'
import { negations } from '../lexicon/framing.ts'
import type { Claim, Language, Sentence, Span } from '../model.ts'
import { within } from '../text/spans.ts'
import type { Token } from '../text/tokens.ts'

/** Words in front of others without which these say something else: a denial, a hope, a condition, a negation. */

interface Governed {
  sentence: Sentence
  tokens: readonly Token[]
}

export interface Governor extends Span {
  kind: 'deny' | 'refuse' | 'hope' | 'condition' | 'question' | 'oppose' | 'negation'
}

const GOVERNING = new Set<ClaimCue>(['deny', 'refuse', 'hope', 'condition', 'question', 'oppose'])
/** A negation reaches to the end of its own clause; the others to that of their claim. */
const ENDS_NEGATION = /[,;:，；。]|\b(?:and|but|which|who)\b/u
const ENDS = /[;；]|, which|, and|, but/u
/** Before "not" its auxiliary is quoted with it: "does not". */
export const AUXILIARIES: ReadonlySet<string> = new Set([
  ...['is', 'are', 'was', 'were', 'be', 'been', 'do', 'does', 'did', 'has', 'have', 'had'],
  ...['will', 'would', 'can', 'could', 'may', 'might', 'must', 'should', 'shall']
])

const known = new WeakMap<readonly Token[], Governor[]>()

/** All words of a sentence that govern others, in order. */
export const governorsIn = (tokens: readonly Token[], language: Language): Governor[] => {
  const before = known.get(tokens)
  if (before) return before
  const withAuxiliary = (from: number): number | undefined =>
    tokens[AUXILIARIES.has(tokens[from - 1]?.text ?? '') ? from - 1 : from]?.start
  const cues = claimCues[language].findLongest(tokens).flatMap(({ value, from, start, end }): Governor[] => {
    if (!GOVERNING.has(value)) return []
    // "China *is opposed to* politicizing it".
    const begin = value === 'oppose' ? withAuxiliary(from) : start
    return [{ start: begin ?? start, end, kind: value as Governor['kind'] }]
  })
  const denials =
    language === 'en'
      ? negations
          .findLongest(tokens)
          .map(({ from, end }): Governor => ({ start: withAuxiliary(from) ?? end, end, kind: 'negation' }))
      : chineseSigns
          .findLongest(tokens)
          .filter(({ value }) => value === 'negation')
          .map(({ start, end }): Governor => ({ start, end, kind: 'negation' }))
  const all = [...cues, ...denials].sort((a, b) => a.start - b.start)
  known.set(tokens, all)
  return all
}

/** Whether a governor in front of a place reaches it, given the words between the two. */
const reaches = ({ kind }: Governor, between: string): boolean =>
  !(kind === 'negation' ? ENDS_NEGATION : ENDS).test(between)

/** Governors of a claim that stand in front of a place in it and reach it. */
export const governorsBefore = (
  text: string,
  { sentence, tokens }: Governed,
  start: number,
  language: Language
): Governor[] => {
  const claim = claimAt(sentence, start)
  if (!claim) return []
  const all = governorsIn(tokens, language)
  return all.filter((governor) => {
    if (governor.end > start) return false
    if (claim.governor && within(governor, claim.governor)) return true
    return within(governor, claim.span) && reaches(governor, text.slice(governor.end, start))
  })
}

const claimAt = ({ claims }: Sentence, start: number): Claim | undefined =>
  claims?.findLast(({ span }) => span.start <= start && start < span.end) ??
  claims?.find(({ span }) => span.start > start)

/** Words with all that governs them: the denial, hope or question in front of them, and the condition of their claim. */
export const governed = (text: string, passage: Governed, span: Span, language: Language): Span => {
  const before = governorsBefore(text, passage, span.start, language)
  const start = Math.min(span.start, ...before.map((governor) => governor.start))
  const claim = claimAt(passage.sentence, span.start)
  const condition = claim?.condition
  // A condition ahead of the claim is a clause of its own, with nothing but a comma between.
  const isApart = condition && condition.start < claim.span.start && condition.end > claim.span.start
  if (!condition || isApart) return { start, end: span.end }
  return { start: Math.min(start, condition.start), end: Math.max(span.end, condition.end) }
}

/** Words with the condition that stands ahead of them, in their claim or before it: what is said holds only under it. */
export const withCondition = ({ sentence }: Governed, span: Span): Span => {
  const condition = claimAt(sentence, span.start)?.condition
  return condition && condition.end <= span.start ? { start: condition.start, end: span.end } : span
}
