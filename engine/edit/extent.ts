import type { Attribution, Claim, Sentence, Span, TopicWeight } from '../model.ts'
import { marked } from './regroup.ts'
import { within } from '../text/spans.ts'

/** What becomes of a sentence that is cut in two, and of two that are joined. Words are counted by whoever asks. */

const MOST_TOPICS = 3

/** As much of the reasons for a speaker as stands in the words. A piece without a source goes on with it. */
const attributionIn = (
  { how, source, verb, addressee, within: inner }: Attribution,
  span: Span
): Attribution => ({
  how: how === 'named' && source && !within(source, span) ? 'continued' : how,
  ...(source && within(source, span) ? { source } : {}),
  ...(verb && within(verb, span) ? { verb } : {}),
  ...(addressee && within(addressee, span) ? { addressee } : {}),
  ...(inner && within(inner.source, span) && within(inner.verb, span) ? { within: inner } : {})
})

/** Claims whose words stand in a piece; one that is cut is no whole claim, and left out. */
const claimsIn = (claims: readonly Claim[], span: Span): Claim[] =>
  claims.flatMap(({ governor, ...claim }) =>
    within(claim.span, span)
      ? [{ ...claim, ...(governor && within(governor, span) ? { governor } : {}) }]
      : []
  )

/** The words of a sentence from one offset to another, without white space around them. */
export const piece = (sentence: Sentence, from: number, to: number): Sentence => {
  const { quote } = sentence
  const cut = sentence.text.slice(from - sentence.start, to - sentence.start)
  const text = cut.trim()
  const start = from + cut.length - cut.trimStart().length
  const span = { start, end: start + text.length }
  const shift = start - sentence.start
  return {
    ...sentence,
    ...span,
    text,
    attribution: attributionIn(sentence.attribution, span),
    ...(sentence.claims ? { claims: claimsIn(sentence.claims, span) } : {}),
    byHand: marked(sentence.byHand, 'extent'),
    ...(quote
      ? {
          quote: {
            start: quote.start + shift,
            end: quote.start + shift + text.length,
            words: quote.words.slice(shift, shift + text.length)
          }
        }
      : {})
  }
}

/** The topics of both, each as strongly as the one has it that has it more; one set by hand stays the first. */
const topicsOfBoth = (first: Sentence, second: Sentence): TopicWeight[] => {
  const weights = new Map<string, number>()
  for (const { id, weight } of [...first.topics, ...second.topics])
    weights.set(id, Math.max(weights.get(id) ?? 0, weight))
  const byHand = [first, second].find((sentence) => sentence.byHand?.includes('topic'))?.topics[0]?.id
  return [...weights]
    .map(([id, weight]) => ({ id, weight }))
    .sort((a, b) => Number(b.id === byHand) - Number(a.id === byHand) || b.weight - a.weight)
    .slice(0, MOST_TOPICS)
}

/** The words in the story that both are of; null where the one does not go on from the other there. */
const quoteOfBoth = (first: Sentence, second: Sentence, between: string): Pick<Sentence, 'quote'> | null => {
  const [one, other] = [first.quote, second.quote]
  if (!one && !other) return {}
  if (!one || other?.start !== one.end + between.length) return null
  return { quote: { start: one.start, end: other.end, words: one.words + between + other.words } }
}

/**
 * A sentence and the next as one, which is the first one with more words.
 *
 * @param text of the readout
 * @returns null for two that stand apart in the news story they were taken from
 */
export const joined = (first: Sentence, second: Sentence, text: string): Sentence | null => {
  const quote = quoteOfBoth(first, second, text.slice(first.end, second.start))
  if (!quote) return null
  const isSecondBySpeaker = !first.byHand?.includes('speaker') && second.byHand?.includes('speaker')
  const topics = topicsOfBoth(first, second)
  const about = [first, second].find((sentence) => sentence.topics[0]?.id === topics[0]?.id) ?? first
  return {
    ...first,
    ...quote,
    end: second.end,
    text: text.slice(first.start, second.end),
    speaker: isSecondBySpeaker ? second.speaker : first.speaker,
    topics,
    ...(first.claims && second.claims ? { claims: [...first.claims, ...second.claims] } : {}),
    matter: about.matter,
    byHand: [...new Set([...(first.byHand ?? []), ...(second.byHand ?? []), 'extent' as const])]
  }
}
