import type { SentenceDraft } from '../draft.ts'
import { NARRATION_TOPIC, SPEECH_TOPIC, type Lexicon } from '../lexicon/lexicon.ts'
import type { Token } from '../text/tokens.ts'
import type { TopicWeight } from '../model.ts'

/** Most topics of one sentence. */
const MOST_TOPICS = 3
/** A topic below this share of the strongest is not named. */
const LEAST_SHARE = 0.34
/** What a generic topic counts beside a specific one: a sentence on Taiwan that also names the relationship. */
const GENERIC_FACTOR = 0.95
/** Weight of a topic carried over from the sentence before, which falls with every further sentence. */
const CARRIED = 0.8
/** From this sum on a topic is a matter of the sentence's own. */
const OWN_MATTER = 0.3
/** How much the first concept of a sentence counts more than the last: what comes first is what it is about. */
const FIRST_BONUS = 0.5
/** From this number of specific topics on a sentence is a list of fields, in which order decides. */
const LIST = 3
/** What each topic of a list counts where the sentence first names its frame: what it says of these fields. */
const LISTED = 0.5
/** Share that the further concepts of a topic add: a list of three matters is first about the one it names first. */
const REST = 0.3

const round = (value: number): number => Math.round(value * 100) / 100

/** How strongly a sentence is about each topic: by the strongest concept of it, the others adding a little. */
const sumsOf = (sentence: SentenceDraft, tokens: readonly Token[], lexicon: Lexicon): Map<string, number> => {
  const uses = lexicon.conceptsIn(tokens)
  const byTopic = new Map<string, number[]>()
  for (const { concept, spans } of uses) {
    const place = ((spans[0]?.start ?? sentence.start) - sentence.start) / Math.max(1, sentence.text.length)
    const factor = lexicon.isGeneric(concept.topic) ? GENERIC_FACTOR : 1
    const weight = concept.weight * factor * (1 + FIRST_BONUS * (1 - place))
    byTopic.set(concept.topic, [...(byTopic.get(concept.topic) ?? []), weight])
  }
  const isField = (topic: string): boolean => !lexicon.isGeneric(topic)
  const isList = [...byTopic.keys()].filter(isField).length >= LIST
  const firstField = uses.findIndex(({ concept }) => isField(concept.topic))
  const framed = isList && uses.slice(0, firstField).some(({ concept }) => concept.frame)
  return new Map(
    [...byTopic].map(([topic, weights]) => {
      const strongest = Math.max(...weights)
      const all = weights.reduce((sum, weight) => sum + weight, 0)
      // The tone of the talks, and in a framed list the fields, are not what a list is first about.
      const isBeside = isList && (topic === NARRATION_TOPIC || (framed && isField(topic)))
      const further = isList && isField(topic) ? 0 : REST
      return [topic, (isBeside ? LISTED : 1) * (strongest + further * (all - strongest))]
    })
  )
}

const ranked = (sums: ReadonlyMap<string, number>): TopicWeight[] => {
  const sorted = [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const strongest = sorted[0]?.[1] ?? 0
  return sorted
    .filter(([, sum]) => sum >= LEAST_SHARE * strongest)
    .slice(0, MOST_TOPICS)
    .map(([id, sum]) => ({ id, weight: round(Math.min(1, sum)) }))
}

/** The topics of a sentence, strongest first, and whether the sentence before gave it its first. */
export interface SentenceTopics {
  topics: TopicWeight[]
  goesOn: boolean
}

/**
 * The topics of each sentence, from the concepts that it names. A sentence that names none goes on with the topic of
 * the one before it in its paragraph, if the same side speaks.
 *
 * @returns one to three for each sentence, strongest first
 */
export const topicsOf = (
  sentences: readonly SentenceDraft[],
  tokens: readonly (readonly Token[])[],
  lexicon: Lexicon
): SentenceTopics[] => {
  const all: SentenceTopics[] = []
  for (const [at, sentence] of sentences.entries()) {
    const sums = sumsOf(sentence, tokens[at] ?? [], lexicon)
    const before = sentences[at - 1]
    const carried = all[at - 1]?.topics[0]
    const goesOn = before?.paragraph === sentence.paragraph && before.speaker === sentence.speaker
    // A sentence that names a matter of its own, be it a general one, does not go on with another.
    const namesAnother = [...sums].some(
      ([id, sum]) => id !== SPEECH_TOPIC && id !== carried?.id && sum >= OWN_MATTER
    )
    const goesOnWith = goesOn && carried !== undefined && !lexicon.isGeneric(carried.id) && !namesAnother
    if (goesOnWith) sums.set(carried.id, (sums.get(carried.id) ?? 0) + carried.weight * CARRIED)
    if (sentence.speaker === 'narrator') sums.set(NARRATION_TOPIC, (sums.get(NARRATION_TOPIC) ?? 0) + CARRIED)
    const topics = ranked(sums)
    const fallback = sentence.speaker === 'narrator' ? NARRATION_TOPIC : SPEECH_TOPIC
    all.push({
      topics: topics.length > 0 ? topics : [{ id: fallback, weight: CARRIED }],
      goesOn: goesOnWith
    })
  }
  return all
}
