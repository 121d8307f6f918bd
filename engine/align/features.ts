import { isGenericTopic, NARRATION_TOPIC } from '../lexicon/topics.ts'
import type { Similarity } from '../meaning/similarity.ts'
import type { Profile } from './profile.ts'

/**
 * What may speak for or against two sentences treating one matter. Every feature is symmetric in the two sides, so
 * that exchanging the readouts mirrors the alignment.
 */
export const FEATURES = [
  'concepts',
  'overlap',
  'specificTopic',
  'genericTopic',
  'loneTopic',
  'secondTopics',
  'passage',
  'words',
  'meaning',
  'glosses',
  'marks',
  'sameSpeaker',
  'opposedSpeakers',
  'bothNarrate',
  'oneNarrates',
  'position',
  'bothOpen'
] as const
export type Feature = (typeof FEATURES)[number]
export type FeatureVector = Record<Feature, number>

/** What speaks for or against a pair. */
export interface PairFeatures {
  values: FeatureVector
  /** Second-level topics that both name, as "topic.part". */
  parts: string[]
}

/** Rarity of concepts and words within the two texts: what is everywhere in them tells little. */
export interface Rarity {
  concept: (id: string) => number
  stem: (word: string) => number
  mark: (word: string) => number
}

/** Keeps sums equal in whatever order they were added. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

const frequencies = (lists: Iterable<Iterable<string>>): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const list of lists) for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

/** Inverse frequency among the sentences of both texts, about 1 for what occurs in two sentences of a typical pair. */
const inverse = (lists: Iterable<string>[]): ((item: string) => number) => {
  const counts = frequencies(lists)
  const most = Math.log(1 + lists.length / 2)
  return (item) => Math.log(1 + lists.length / (counts.get(item) ?? 1)) / most
}

export const rarityOf = (profiles: readonly Profile[]): Rarity => ({
  concept: inverse(profiles.map(({ own }) => own.keys())),
  stem: inverse(profiles.map(({ stems }) => stems.keys())),
  mark: inverse(profiles.map(({ marks }) => marks))
})

const norm = (profile: Profile, rarity: Rarity): number => {
  let sum = 0
  for (const [word, count] of profile.stems) sum += (count * rarity.stem(word)) ** 2
  return Math.sqrt(sum)
}

/** What is computed once for a sentence. */
export interface Weighed extends Profile {
  /** Second-level topics of its own concepts, as "topic.part". */
  parts: ReadonlySet<string>
  /** Sum of the weights of its own concepts. */
  mass: number
  norm: number
  /** Its first topic and the specific ones that it names, with the number of its readout's sentences on each. */
  matters: ReadonlyMap<string, number>
  /** It is the sentence that opens its readout by telling of the meeting. */
  opens: boolean
}

/** From this weight on a concept makes its topic a matter of the sentence, even as one of a list. */
const MAKES_A_MATTER = 0.7

const mattersOf = ({ own, sentence }: Profile): Set<string> =>
  new Set([
    ...sentence.topics.slice(0, 1).map(({ id }) => id),
    ...[...own.values()]
      .filter(({ concept }) => concept.weight >= MAKES_A_MATTER && !isGenericTopic(concept.topic))
      .map(({ concept }) => concept.topic)
  ])

/** An attribution line or another preliminary may stand before the sentence that tells of the meeting. */
const LATEST_OPENING = 2

/** Weighs the sentences of one readout. */
export const weigh = (profiles: readonly Profile[], rarity: Rarity): Weighed[] => {
  const counts = frequencies(profiles.map(mattersOf))
  const telling = profiles.findIndex(({ own }) =>
    [...own.values()].some(({ concept }) => concept.topic === NARRATION_TOPIC)
  )
  const opening = telling >= 0 && telling <= LATEST_OPENING ? telling : 0
  return profiles.map((profile, at) => {
    let mass = 0
    for (const [id, { concept }] of profile.own) mass += concept.weight * rarity.concept(id)
    const matters = new Map([...mattersOf(profile)].map((id) => [id, counts.get(id) ?? 1]))
    const parts = new Set([...profile.own.values()].map(({ concept }) => `${concept.topic}.${concept.sub}`))
    return {
      ...profile,
      parts,
      mass: rounded(mass),
      norm: norm(profile, rarity),
      matters,
      opens: at === opening
    }
  })
}

/** Brings the likeness of sentences to the range of the other features. */
const MEANING_SCALE = 4
const LARGEST_CONCEPT_SUM = 3
const LARGEST_MARK_SUM = 2

const sharedConcepts = (one: Weighed, other: Weighed, rarity: Rarity): number => {
  let sum = 0
  for (const [id, { concept }] of one.own) if (other.own.has(id)) sum += concept.weight * rarity.concept(id)
  return rounded(sum)
}

/** Concepts that one names and the other goes on about, or that both go on about. */
const passageSupport = (one: Weighed, other: Weighed, rarity: Rarity): number => {
  let sum = 0
  const add = (from: Weighed, to: Weighed): void => {
    for (const [id, { weight }] of from.carried)
      if (to.own.has(id) && !from.own.has(id))
        sum += weight * (to.own.get(id)?.concept.weight ?? 0) * rarity.concept(id)
  }
  add(one, other)
  add(other, one)
  for (const [id, { weight }] of one.carried)
    if (!one.own.has(id) && !other.own.has(id))
      sum += weight * (other.carried.get(id)?.weight ?? 0) * rarity.concept(id)
  return rounded(sum)
}

const cosine = (one: Weighed, other: Weighed, rarity: Rarity): number => {
  if (one.norm === 0 || other.norm === 0) return 0
  const [few, many] = one.stems.size <= other.stems.size ? [one, other] : [other, one]
  let dot = 0
  for (const [word, count] of few.stems) dot += count * (many.stems.get(word) ?? 0) * rarity.stem(word) ** 2
  return rounded(dot / (one.norm * other.norm))
}

const sharedMarks = (one: Weighed, other: Weighed, rarity: Rarity): number => {
  let sum = 0
  for (const mark of one.marks) if (other.marks.has(mark)) sum += rarity.mark(mark)
  return rounded(sum)
}

/** Topics that both sentences are about, be it among others. */
export const sharedMatters = (one: Weighed, other: Weighed): string[] =>
  [...one.matters.keys()].filter((id) => other.matters.has(id)).sort()

const sharedTopics = (
  one: Weighed,
  other: Weighed
): Pick<FeatureVector, 'specificTopic' | 'genericTopic' | 'loneTopic' | 'secondTopics'> => {
  const [first] = one.sentence.topics
  const [second] = other.sentence.topics
  const same = first !== undefined && first.id === second?.id
  const generic = same && isGenericTopic(first.id)
  const shared = sharedMatters(one, other)
  const lone = shared.map((id) => rounded(1 / Math.min(one.matters.get(id) ?? 1, other.matters.get(id) ?? 1)))
  return {
    specificTopic: same && !generic ? 1 : 0,
    genericTopic: generic ? 1 : 0,
    // The only sentence on a matter answers all that the other side says on it.
    loneTopic: Math.max(0, ...lone),
    secondTopics: Math.min(2, shared.length - (same ? 1 : 0))
  }
}

/** How like the meanings of the words are, for two sentences of one language, and for an English and a Chinese one. */
const meaningFeatures = (
  one: Weighed,
  other: Weighed,
  similarity: Similarity
): Pick<FeatureVector, 'meaning' | 'glosses'> => {
  const value = rounded(MEANING_SCALE * similarity.between(one.content, other.content))
  const inOneLanguage = one.language === other.language
  return { meaning: inOneLanguage ? value : 0, glosses: inOneLanguage ? 0 : value }
}

/** Features of two sentences, one of each readout; every value is about 0 to 3. */
export const featuresOf = (
  one: Weighed,
  other: Weighed,
  rarity: Rarity,
  similarity: Similarity
): PairFeatures => {
  const concepts = sharedConcepts(one, other, rarity)
  const least = Math.min(one.mass, other.mass)
  const [first, second] = [one.sentence.speaker, other.sentence.speaker]
  const isSide = (speaker: string): boolean => speaker === 'us' || speaker === 'cn'
  const values: FeatureVector = {
    concepts: Math.min(LARGEST_CONCEPT_SUM, concepts),
    overlap: least > 0 ? rounded(concepts / Math.max(1, Math.sqrt(one.mass * other.mass))) : 0,
    ...sharedTopics(one, other),
    passage: Math.min(LARGEST_CONCEPT_SUM, passageSupport(one, other, rarity)),
    words: cosine(one, other, rarity),
    ...meaningFeatures(one, other, similarity),
    marks: Math.min(LARGEST_MARK_SUM, sharedMarks(one, other, rarity)),
    sameSpeaker: first === second ? 1 : 0,
    opposedSpeakers: isSide(first) && isSide(second) && first !== second ? 1 : 0,
    bothNarrate: first === 'narrator' && second === 'narrator' ? 1 : 0,
    oneNarrates: (first === 'narrator') !== (second === 'narrator') ? 1 : 0,
    position: rounded(Math.abs(one.position - other.position)),
    bothOpen: one.opens && other.opens ? 1 : 0
  }
  return { values, parts: [...one.parts].filter((part) => other.parts.has(part)).sort() }
}
