import { partKey } from '../lexicon/concept-places.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { NARRATION_TOPIC } from '../lexicon/topics.ts'
import { relatedTopics } from '../lexicon/related-topics.ts'
import { goesOn, type Profile } from './profile.ts'
import { rounded } from '../rounded.ts'

/** Rarity of concepts and words within the two texts: what is everywhere in them tells little. */
export interface Rarity {
  concept: (id: string) => number
  stem: (word: string) => number
  root: (letters: string) => number
  mark: (word: string) => number
  synonym: (id: string) => number
}

/** How many of some lists have each item. */
export const frequencies = <T>(lists: Iterable<Iterable<T>>): Map<T, number> => {
  const counts = new Map<T, number>()
  for (const list of lists) for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

/** How often items stand in the sentences of two texts, and what that tells. */
export interface Scale<T> {
  times: (item: T) => number
  rarity: (times: number) => number
}

/**
 * Inverse frequency among the sentences of both texts that have something in common with the other text, about 1 for
 * what occurs in two sentences of a typical pair. What one text alone has counts for nothing, so that a paragraph on
 * another matter changes no weight.
 */
export const scaleOf = <T>(us: readonly Iterable<T>[], cn: readonly Iterable<T>[]): Scale<T> => {
  const [one, other] = [frequencies(us), frequencies(cn)]
  const isShared = (item: T): boolean => one.has(item) && other.has(item)
  const count = [...us, ...cn].filter((items) => [...items].some(isShared)).length
  const most = Math.log(1 + Math.max(1, count) / 2)
  return {
    times: (item) => (one.get(item) ?? 0) + (other.get(item) ?? 0),
    rarity: (times) => Math.log(1 + count / Math.max(1, times)) / most
  }
}

/** Small talk in one of the texts makes no word commoner. */
export const namesConcept = ({ own }: Pick<Profile, 'own'>): boolean => own.size > 0

/** Counted among the sentences that name a concept. */
export const rarityOf = (us: readonly Profile[], cn: readonly Profile[]): Rarity => {
  const [one, other] = [us.filter(namesConcept), cn.filter(namesConcept)]
  const both = (items: (profile: Profile) => Iterable<string>): ((item: string) => number) => {
    const { times, rarity } = scaleOf(
      one.map((profile) => [...items(profile)]),
      other.map((profile) => [...items(profile)])
    )
    return (item) => rarity(times(item))
  }
  return {
    concept: both(({ own }) => own.keys()),
    stem: both(({ stems }) => stems.keys()),
    root: both(({ roots }) => roots),
    mark: both(({ marks }) => marks),
    synonym: both(({ synonyms }) => synonyms)
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

/**
 * The topic of the passage that each sentence stands in: the last specific one that its side, in its paragraph, was on.
 * A topic that a sentence was only given is none.
 */
const settingsOf = (
  profiles: readonly Profile[],
  namedMatters: readonly (readonly string[])[],
  lexicon: Lexicon
): (string | undefined)[] => {
  let [before, setting]: [Profile | undefined, string | undefined] = [undefined, undefined]
  return profiles.map((profile, at) => {
    if (!before || !goesOn(before.sentence, profile.sentence)) setting = undefined
    before = profile
    const first = profile.sentence.topics[0]?.id
    if (first === undefined || lexicon.isGeneric(first) || !namedMatters[at]?.includes(first)) return setting
    setting = first
    return undefined
  })
}

const raise = (map: Map<string, number>, key: string, worth: number): void => {
  map.set(key, Math.max(map.get(key) ?? 0, worth))
}

const partsOf = ({ own }: Profile, worths: ReadonlyMap<string, number>): Map<string, number> => {
  const parts = new Map<string, number>()
  for (const [id, { concept }] of own) raise(parts, partKey(concept), worths.get(id) ?? 0)
  return parts
}

const kinOfAll = (parts: ReadonlyMap<string, number>): Map<string, number> => {
  const kin = new Map<string, number>()
  for (const [part, worth] of parts)
    for (const other of relatedTopics(part)) if (!parts.has(other)) raise(kin, other, worth)
  return kin
}

/** An attribution line or another preliminary may stand before the sentence that tells of the meeting. */
const LATEST_OPENING = 2

/** Weighs the sentences of one readout. */
export const weigh = (profiles: readonly Profile[], rarity: Rarity, lexicon: Lexicon): Weighed[] => {
  const namedMatters = profiles.map((profile) => namedMattersOf(profile, lexicon))
  const counts = frequencies(namedMatters)
  const telling = profiles.findIndex(({ own }) =>
    [...own.values()].some(({ concept }) => concept.topic === NARRATION_TOPIC)
  )
  const opening = telling >= 0 && telling <= LATEST_OPENING ? telling : 0
  const settings = settingsOf(profiles, namedMatters, lexicon)
  return profiles.map((profile, at) => {
    const worths = new Map(
      [...profile.own].map(([id, { concept }]) => [id, concept.weight * rarity.concept(id)])
    )
    const mass = [...worths.values()].reduce((sum, worth) => sum + worth, 0)
    const named = new Set(namedMatters[at])
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
