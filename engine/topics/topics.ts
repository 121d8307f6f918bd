import type { SentenceDraft } from '../draft.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Token } from '../text/tokens.ts'
import type { TopicWeight } from '../model.ts'
import { candidatesOf, subjectsOf, worthOf, type Before, type Candidate } from './choice.ts'

/** Most topics of one sentence. */
const MOST_TOPICS = 3
/** A further topic whose concepts name it less than this share of the strongest is not named. */
const LEAST_SHARE = 0.34
/** Weight of a topic that a sentence was given for want of one that it names. */
const GIVEN = 0.8
const LEAST_WEIGHT = 0.01

const round = (value: number): number => Math.round(value * 100) / 100

const ranked = (candidates: readonly Candidate[]): TopicWeight[] => {
  const sorted = candidates
    .map((candidate) => ({ ...candidate, worth: worthOf(candidate) }))
    .sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1))
  const [first] = sorted
  if (!first) return []
  const strongest = Math.max(...sorted.map(({ sum }) => sum))
  const weight = round(Math.max(LEAST_WEIGHT, Math.min(1, first.sum || GIVEN)))
  const further = sorted
    .slice(1)
    .filter(({ sum }) => sum > 0 && sum >= LEAST_SHARE * strongest)
    .slice(0, MOST_TOPICS - 1)
  const topics: TopicWeight[] = [{ id: first.id, weight }]
  for (const { id, sum } of further)
    topics.push({ id, weight: Math.min(topics.at(-1)?.weight ?? 1, round(Math.max(LEAST_WEIGHT, sum))) })
  return topics
}

/** The topics of a sentence, strongest first, and whether the sentence before gave it its first. */
export interface SentenceTopics {
  topics: TopicWeight[]
  goesOn: boolean
}

/**
 * The topics of each sentence: the first by where and how strongly its concepts name each topic, by what it goes on
 * with, and by what its words mean (a conditional logit, fitted by test/bench/fit.ts); the others by its concepts.
 *
 * @returns one to three for each sentence, strongest first
 */
export const topicsOf = (
  sentences: readonly SentenceDraft[],
  tokens: readonly (readonly Token[])[],
  lexicon: Lexicon
): SentenceTopics[] => {
  const subjects = subjectsOf(tokens, lexicon)
  let before: Before | undefined
  return sentences.map((sentence, at) => {
    const candidates = candidatesOf(
      sentence,
      tokens[at] ?? [],
      before,
      { isFirst: at === 0, subjects },
      lexicon
    )
    const topics = ranked(candidates)
    const topic = topics[0]?.id ?? ''
    const chosen = candidates.find(({ id }) => id === topic)
    const goesOn = chosen?.sum === 0 && before?.topic === topic
    before = { sentence, topic }
    return { topics, goesOn }
  })
}
