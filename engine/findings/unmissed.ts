import { courtesies, questions } from '../lexicon/claim-cues.ts'
import { NARRATION_TOPIC } from '../lexicon/topics.ts'
import type { Span } from '../model.ts'
import { overlaps } from '../text/spans.ts'
import type { Passage } from './material.ts'

/** Sentences whose absence from the other text tells nothing. */

/** A view on a concept as weighty as this is no slogan. */
const WEIGHTY = 0.85

/** What a text tells of the meeting itself: that they met is in both, however it is put. */
export const tellsOfMeeting = ({ sentence }: Passage): boolean =>
  sentence.speaker === 'narrator' && sentence.topics[0]?.id === NARRATION_TOPIC

/** So many tokens from its beginning on a sentence is a question by what asks it: "A Japanese reporter asked". */
const AT_ONCE = 5

/** What a journalist asks a spokesperson: neither side's word. */
export const isQuestion = ({ tokens }: Passage): boolean =>
  questions.findLongest(tokens.slice(0, AT_ONCE)).length > 0

/** "Exchanged views on Ukraine and other issues": that they spoke of it, and nothing of what was said. */
export const isMereExchange = ({ sentence: { speaker, claims = [] } }: Passage): boolean =>
  speaker === 'both' && claims.length > 0 && claims.every(({ kind }) => kind === 'talks')

/** Thanks, greetings, condolences. */
export const isCourteous = ({ tokens }: Passage): boolean => courtesies.findLongest(tokens).length > 0

/** Whether a sentence finds a fault, which is no slogan however it is put. */
export const isBlame = ({ sentence, duties }: Passage): boolean =>
  sentence.speaker !== 'both' && duties.some(({ how }) => how === 'fault')

/**
 * Whether a sentence only holds a view, and names no figure and nobody and nothing by name: "a tariff war has no winner".
 * That the other side leaves it out tells nothing.
 */
export const isSlogan = (passage: Passage): boolean => {
  const { sentence, words, named, uses } = passage
  const claims = sentence.claims ?? []
  const isView =
    claims.length > 0 && claims.every(({ kind, polarity }) => kind === 'view' && polarity === 'asserted')
  if (!isView || isBlame(passage) || words.length === 0 || sentence.speaker === 'both') return false
  const isParty = (word: Span): boolean => named.some((place) => overlaps(place, word))
  const { source } = sentence.attribution
  const names = words.filter(
    (word) => word.pos === 'PROPN' && !isParty(word) && !(source && overlaps(source, word))
  )
  const isWeighty = uses.some(({ concept }) => concept.weight >= WEIGHTY)
  return names.length === 0 && !isWeighty && claims.every(({ figures }) => figures.length === 0)
}
