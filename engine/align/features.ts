import { NARRATION_TOPIC, type Lexicon } from '../lexicon/lexicon.ts'
import { kinOf } from '../lexicon/kin.ts'
import type { Similarity } from '../meaning/similarity.ts'
import { goesOn, type Profile } from './profile.ts'

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
  'setting',
  'secondTopics',
  'kin',
  'passage',
  'words',
  'meaning',
  'glosses',
  'marks',
  'sameSpeaker',
  'bothNarrate',
  'oneNarrates',
  'position',
  'bothOpen',
  'shorter',
  'longer'
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

// Maps are gone through by `forEach` where it is done for every pair: it makes no list of each entry.

/** Keeps sums equal in whatever order they were added. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

const frequencies = (lists: Iterable<Iterable<string>>): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const list of lists) for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

/**
 * Inverse frequency among the sentences of both texts that have something in common with the other text, about 1 for
 * what occurs in two sentences of a typical pair. What one text alone has counts for nothing, so that a paragraph on
 * another matter changes no weight.
 */
const inverse = (
  us: readonly Iterable<string>[],
  cn: readonly Iterable<string>[]
): ((item: string) => number) => {
  const [one, other] = [frequencies(us), frequencies(cn)]
  const isShared = (item: string): boolean => one.has(item) && other.has(item)
  const count = [...us, ...cn].filter((items) => [...items].some(isShared)).length
  const most = Math.log(1 + Math.max(1, count) / 2)
  return (item) => Math.log(1 + count / Math.max(1, (one.get(item) ?? 0) + (other.get(item) ?? 0))) / most
}

/** Counted among the sentences that name a concept: small talk in one of the texts makes no word commoner. */
export const rarityOf = (us: readonly Profile[], cn: readonly Profile[]): Rarity => {
  const naming = (profiles: readonly Profile[]): Profile[] => profiles.filter(({ own }) => own.size > 0)
  const [one, other] = [naming(us), naming(cn)]
  const both = (items: (profile: Profile) => Iterable<string>): ((item: string) => number) =>
    inverse(
      one.map((profile) => [...items(profile)]),
      other.map((profile) => [...items(profile)])
    )
  return {
    concept: both(({ own }) => own.keys()),
    stem: both(({ stems }) => stems.keys()),
    mark: both(({ marks }) => marks)
  }
}

/** The words of a sentence as a vector of length 1, by their rarity. */
const wordVector = ({ stems }: Profile, rarity: Rarity): Map<string, number> => {
  const weights = [...stems].map(([word, count]): [string, number] => [word, count * rarity.stem(word)])
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight ** 2, 0))
  return new Map(weights.map(([word, weight]) => [word, length > 0 ? weight / length : 0]))
}

/** What is computed once for a sentence. */
export interface Weighed extends Profile {
  /** Index among the sentences of its readout. */
  at: number
  /** Second-level topics of its own concepts, as "topic.part", with the worth of the weightiest concept of each. */
  parts: ReadonlyMap<string, number>
  /** Second-level topics that readouts set against its own, with the worth of its own. */
  kin: ReadonlyMap<string, number>
  /** Sum of the weights of its own concepts. */
  mass: number
  /** Its own concepts with their weight, by id. */
  worths: ReadonlyMap<string, number>
  words: ReadonlyMap<string, number>
  /** Its first topic and the specific ones that it names, with the number of its readout's sentences that name each; 0 for a topic
   * that it was only given for want of another. */
  matters: ReadonlyMap<string, number>
  /** The specific topic that its passage is on, where it names none itself. */
  setting: string | undefined
  /** Sharing its first topic alone says little. */
  isGeneric: boolean
  /** It is the sentence that opens its readout by telling of the meeting, and names a concept. */
  opens: boolean
}

/** From this weight on a concept makes its topic a matter of the sentence, even as one of a list. */
const MAKES_A_MATTER = 0.7

const mattersOf = ({ own, sentence }: Profile, lexicon: Lexicon): Set<string> =>
  new Set([
    ...sentence.topics.slice(0, 1).map(({ id }) => id),
    ...[...own.values()]
      .filter(({ concept }) => concept.weight >= MAKES_A_MATTER && !lexicon.isGeneric(concept.topic))
      .map(({ concept }) => concept.topic)
  ])

/** The matters of a sentence without a topic that it was only given for want of another. */
const namedMattersOf = (profile: Profile, lexicon: Lexicon): string[] => {
  const named = new Set([
    ...[...profile.own.values()].map(({ concept }) => concept.topic),
    ...[...profile.carried.values()].map(({ topic }) => topic)
  ])
  return [...mattersOf(profile, lexicon)].filter((id) => named.has(id))
}

/** The topic of the passage that each sentence stands in: the last specific one that its side, in its paragraph, was on. */
const settingsOf = (profiles: readonly Profile[], lexicon: Lexicon): (string | undefined)[] => {
  let [before, setting]: [Profile | undefined, string | undefined] = [undefined, undefined]
  return profiles.map((profile) => {
    if (!before || !goesOn(before.sentence, profile.sentence)) setting = undefined
    before = profile
    const first = profile.sentence.topics[0]?.id
    if (first === undefined || lexicon.isGeneric(first)) return setting
    setting = first
    return undefined
  })
}

const raise = (map: Map<string, number>, key: string, worth: number): void => {
  map.set(key, Math.max(map.get(key) ?? 0, worth))
}

const partsOf = ({ own }: Profile, worths: ReadonlyMap<string, number>): Map<string, number> => {
  const parts = new Map<string, number>()
  for (const [id, { concept }] of own) raise(parts, `${concept.topic}.${concept.sub}`, worths.get(id) ?? 0)
  return parts
}

const kinOfAll = (parts: ReadonlyMap<string, number>): Map<string, number> => {
  const kin = new Map<string, number>()
  for (const [part, worth] of parts)
    for (const other of kinOf(part)) if (!parts.has(other)) raise(kin, other, worth)
  return kin
}

/** An attribution line or another preliminary may stand before the sentence that tells of the meeting. */
const LATEST_OPENING = 2

/** Weighs the sentences of one readout. */
export const weigh = (profiles: readonly Profile[], rarity: Rarity, lexicon: Lexicon): Weighed[] => {
  const counts = frequencies(profiles.map((profile) => namedMattersOf(profile, lexicon)))
  const telling = profiles.findIndex(({ own }) =>
    [...own.values()].some(({ concept }) => concept.topic === NARRATION_TOPIC)
  )
  const opening = telling >= 0 && telling <= LATEST_OPENING ? telling : 0
  const settings = settingsOf(profiles, lexicon)
  return profiles.map((profile, at) => {
    const worths = new Map(
      [...profile.own].map(([id, { concept }]) => [id, concept.weight * rarity.concept(id)])
    )
    const mass = [...worths.values()].reduce((sum, worth) => sum + worth, 0)
    const named = new Set(namedMattersOf(profile, lexicon))
    const matters = new Map(
      [...mattersOf(profile, lexicon)].map((id) => [id, named.has(id) ? (counts.get(id) ?? 0) : 0])
    )
    const parts = partsOf(profile, worths)
    return {
      ...profile,
      at,
      parts,
      kin: kinOfAll(parts),
      setting: settings[at],
      mass: rounded(mass),
      worths,
      words: wordVector(profile, rarity),
      matters,
      isGeneric: lexicon.isGeneric(profile.sentence.topics[0]?.id ?? ''),
      opens: at === opening && profile.own.size > 0
    }
  })
}

/** Brings the likeness of sentences to the range of the other features. */
const MEANING_SCALE = 4
const LARGEST_CONCEPT_SUM = 3
const LARGEST_MARK_SUM = 2
/** Length of a usual sentence, in words. */
const USUAL_LENGTH = 20

const sharedConcepts = (one: Weighed, other: Weighed): number => {
  const [few, many] = one.worths.size <= other.worths.size ? [one, other] : [other, one]
  let sum = 0
  few.worths.forEach((worth, id) => {
    if (many.worths.has(id)) sum += worth
  })
  return rounded(sum)
}

/** Concepts that one names and the other goes on about, or that both go on about. */
const passageSupport = (one: Weighed, other: Weighed, rarity: Rarity): number => {
  if (one.carried.size + other.carried.size === 0) return 0
  let sum = 0
  const add = (from: Weighed, to: Weighed): void => {
    from.carried.forEach(({ weight }, id) => {
      const worth = to.worths.get(id)
      if (worth !== undefined && !from.worths.has(id)) sum += weight * worth
    })
  }
  add(one, other)
  add(other, one)
  for (const [id, { weight }] of one.carried) {
    const partner = other.carried.get(id)
    if (partner && !one.worths.has(id) && !other.worths.has(id))
      sum += weight * partner.weight * rarity.concept(id)
  }
  return rounded(sum)
}

const cosine = (one: Weighed, other: Weighed): number => {
  const [few, many] = one.words.size <= other.words.size ? [one, other] : [other, one]
  let dot = 0
  few.words.forEach((weight, word) => {
    dot += weight * (many.words.get(word) ?? 0)
  })
  return rounded(dot)
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
  const generic = same && one.isGeneric
  let [shared, lone] = [0, 0]
  for (const [id, count] of one.matters) {
    const otherCount = other.matters.get(id)
    if (otherCount === undefined) continue
    shared++
    const least = Math.min(count, otherCount)
    if (least > 0) lone = Math.max(lone, rounded(1 / least))
  }
  return {
    specificTopic: same && !generic ? 1 : 0,
    genericTopic: generic ? 1 : 0,
    // The only sentence on a matter answers all that the other side says on it.
    loneTopic: lone,
    secondTopics: Math.min(2, shared - (same ? 1 : 0))
  }
}

/** What the one names of what readouts set against the other. */
const kinNamed = ({ kin }: Weighed, { parts }: Weighed): number => {
  let most = 0
  kin.forEach((worth, part) => {
    most = Math.max(most, Math.min(worth, parts.get(part) ?? 0))
  })
  return rounded(most)
}

/** How much it tells that one names what readouts set against something that only the other names. */
const kinship = (one: Weighed, other: Weighed): number =>
  one.kin.size === 0 || other.kin.size === 0 ? 0 : Math.min(kinNamed(one, other), kinNamed(other, one))

/** Whether the passage of one is on a matter that the other names, or on the same as the passage of the other. */
const sharedSetting = (one: Weighed, other: Weighed): number => {
  if (one.setting === undefined && other.setting === undefined) return 0
  const isOn = (setting: string | undefined, { matters }: Weighed): boolean =>
    setting !== undefined && matters.has(setting)
  return isOn(one.setting, other) || isOn(other.setting, one) || one.setting === other.setting ? 1 : 0
}

/** How like the meanings of the words are, for two sentences of one language, and for an English and a Chinese one. */
export const meaningFeatures = (
  one: Weighed,
  other: Weighed,
  similarity: Similarity
): Pick<FeatureVector, 'meaning' | 'glosses'> => {
  const value = rounded(MEANING_SCALE * similarity.between(one.at, other.at))
  const inOneLanguage = one.language === other.language
  return { meaning: inOneLanguage ? value : 0, glosses: inOneLanguage ? 0 : value }
}

const NONE: string[] = []

const sharedParts = (one: Weighed, other: Weighed): string[] => {
  let shared = NONE
  for (const part of one.parts.keys())
    if (other.parts.has(part)) {
      if (shared === NONE) shared = []
      shared.push(part)
    }
  return shared.length > 1 ? shared.sort() : shared
}

/** Length against a usual sentence: a long one treats more matters, a short one goes on with what was said. */
const lengthOf = (words: number): number => rounded(Math.log(Math.max(1, words) / USUAL_LENGTH))

/** Features of two sentences, one of each readout, but for those of meaning, which cost most; every value is about 0 to 3. */
export const featuresOf = (one: Weighed, other: Weighed, rarity: Rarity): PairFeatures => {
  const concepts = sharedConcepts(one, other)
  const least = Math.min(one.mass, other.mass)
  const [first, second] = [one.sentence.speaker, other.sentence.speaker]
  const values: FeatureVector = {
    concepts: Math.min(LARGEST_CONCEPT_SUM, concepts),
    overlap: least > 0 ? rounded(concepts / Math.max(1, Math.sqrt(one.mass * other.mass))) : 0,
    ...sharedTopics(one, other),
    setting: sharedSetting(one, other),
    kin: kinship(one, other),
    passage: Math.min(LARGEST_CONCEPT_SUM, passageSupport(one, other, rarity)),
    words: cosine(one, other),
    meaning: 0,
    glosses: 0,
    marks: Math.min(LARGEST_MARK_SUM, sharedMarks(one, other, rarity)),
    sameSpeaker: first === second ? 1 : 0,
    bothNarrate: first === 'narrator' && second === 'narrator' ? 1 : 0,
    oneNarrates: (first === 'narrator') !== (second === 'narrator') ? 1 : 0,
    position: rounded(Math.abs(one.position - other.position)),
    bothOpen: one.opens && other.opens ? 1 : 0,
    shorter: lengthOf(Math.min(one.sentence.words, other.sentence.words)),
    longer: lengthOf(Math.max(one.sentence.words, other.sentence.words))
  }
  return { values, parts: sharedParts(one, other) }
}
