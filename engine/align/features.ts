import { alikeInBearing } from '../meaning/bearing.ts'
import type { Similarity } from '../meaning/similarity.ts'
import type { Speaker } from '../model.ts'
import type { Rarity, Weighed } from './weigh.ts'
import { rounded } from '../rounded.ts'

/**
 * What may speak for or against two sentences treating one matter. Every feature is symmetric in the two sides, so
 * that exchanging the readouts mirrors the alignment.
 */
export const FEATURES = [
  'concepts',
  'overlap',
  'specificTopic',
  'likelyTopic',
  'givenTopic',
  'genericTopic',
  'loneTopic',
  'crowdedTopic',
  'setting',
  'secondTopics',
  'apart',
  'partsApart',
  'samePart',
  'oneIsGeneric',
  'bothNameNothing',
  'kin',
  'passage',
  'words',
  'rareWords',
  'roots',
  'synonyms',
  'translated',
  'translatedMost',
  'associated',
  'telling',
  'bearing',
  'meaning',
  'glosses',
  'contained',
  'marks',
  'sameSpeaker',
  'bothNarrate',
  'oneNarrates',
  'oneJoint',
  'bothContinue',
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

const NONE: string[] = []

// Maps are gone through by `forEach` where it is done for every pair: it makes no list of each entry.

/** Brings the likeness of sentences to the range of the other features. */
const MEANING_SCALE = 4
const LARGEST_CONCEPT_SUM = 3
const LARGEST_MARK_SUM = 2
const LARGEST_WORD_SUM = 4
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

/** What all that is in both tells together. */
const worthOfShared = (
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  worth: (item: string) => number
): number => {
  let sum = 0
  for (const item of one) if (other.has(item)) sum += worth(item)
  return rounded(sum)
}

/** What the words that both have, in one language, tell by their rarity, however long the two are. */
const sharedRare = (one: Weighed, other: Weighed, rarity: Rarity): number => {
  const [few, many] = one.stems.size <= other.stems.size ? [one, other] : [other, one]
  let sum = 0
  few.stems.forEach((_count, word) => {
    if (many.stems.has(word) && !one.settings.has(word)) sum += rarity.stem(word) ** 2
  })
  return rounded(sum)
}

/** Whether two sentences are on different specific topics, or on different parts of one. */
const apartness = (
  one: Weighed,
  other: Weighed
): Pick<FeatureVector, 'apart' | 'partsApart' | 'samePart' | 'oneIsGeneric' | 'bothNameNothing'> => {
  const [first, second] = [one.sentence.topics[0]?.id ?? '', other.sentence.topics[0]?.id ?? '']
  const ownParts = (sentence: Weighed): string[] =>
    [...sentence.parts.keys()].filter((part) => part.startsWith(`${first}.`))
  const [parts, otherParts] = first === second ? [ownParts(one), ownParts(other)] : [NONE, NONE]
  const common = parts.some((part) => otherParts.includes(part))
  return {
    apart:
      first !== second &&
      !one.isGeneric &&
      !other.isGeneric &&
      !one.matters.has(second) &&
      !other.matters.has(first)
        ? 1
        : 0,
    partsApart: parts.length > 0 && otherParts.length > 0 && !common ? 1 : 0,
    samePart: common ? 1 : 0,
    oneIsGeneric: one.isGeneric !== other.isGeneric ? 1 : 0,
    bothNameNothing: one.own.size + other.own.size === 0 ? 1 : 0
  }
}

/** Topics that both sentences are about, be it among others. */
export const sharedMatters = (one: Weighed, other: Weighed): string[] =>
  [...one.matters.keys()].filter((id) => other.matters.has(id)).sort()

const sharedTopics = (
  one: Weighed,
  other: Weighed
): Pick<
  FeatureVector,
  'specificTopic' | 'givenTopic' | 'genericTopic' | 'loneTopic' | 'crowdedTopic' | 'secondTopics'
> => {
  const [first] = one.sentence.topics
  const [second] = other.sentence.topics
  const same = first !== undefined && first.id === second?.id
  const generic = same && one.isGeneric
  const isNamed =
    same && !generic && (one.matters.get(first.id) ?? 0) > 0 && (other.matters.get(first.id) ?? 0) > 0
  let [shared, lone, crowded] = [0, 0, 0]
  for (const [id, count] of one.matters) {
    const otherCount = other.matters.get(id)
    if (otherCount === undefined) continue
    shared++
    const least = Math.min(count, otherCount)
    if (same && !generic && id === first.id) crowded = rounded(Math.log(Math.max(1, least)))
    if (least > 0) lone = Math.max(lone, rounded(1 / least))
  }
  return {
    specificTopic: isNamed ? 1 : 0,
    // At least one was only given it, by what its words mean.
    givenTopic: same && !generic && !isNamed ? 1 : 0,
    genericTopic: generic ? 1 : 0,
    // The only sentence on a matter answers all that the other side says on it.
    loneTopic: lone,
    // In a meeting on one matter that both are on it says little.
    crowdedTopic: crowded,
    secondTopics: Math.min(2, shared - (same ? 1 : 0))
  }
}

/** How likely two sentences are to be on one topic, whichever it is. */
const sharedChance = (one: Weighed, other: Weighed): number => {
  let sum = 0
  for (let at = 0; at < one.chances.length; at++) sum += (one.chances[at] ?? 0) * (other.chances[at] ?? 0)
  return rounded(sum)
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
  // A topic that a sentence was only given for want of another counts 0 times, and is none that it names.
  const isOn = (setting: string | undefined, { matters }: Weighed): boolean =>
    setting !== undefined && (matters.get(setting) ?? 0) > 0
  return isOn(one.setting, other) || isOn(other.setting, one) || one.setting === other.setting ? 1 : 0
}

/** How like the meanings of the words are, for two sentences of one language, and for an English and a Chinese one. */
export const meaningFeatures = (
  one: Weighed,
  other: Weighed,
  similarity: Similarity
): Pick<FeatureVector, 'meaning' | 'glosses' | 'contained'> => {
  const { mean, most } = similarity.between(one.at, other.at)
  const value = rounded(MEANING_SCALE * mean)
  const inOneLanguage = one.language === other.language
  return {
    meaning: inOneLanguage ? value : 0,
    glosses: inOneLanguage ? 0 : value,
    contained: rounded(MEANING_SCALE * most)
  }
}

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

const continues = ({ sentence }: Weighed): boolean => sentence.attribution.how === 'continued'

/** Whether one is what the two sides said together and the other what one of them said: rarely the same statement. */
const isOneJoint = (first: Speaker, second: Speaker): boolean =>
  first !== second && [first, second].includes('both') && ![first, second].includes('narrator')

/** Features of two sentences, one of each readout, but for those of meaning, which cost most; every value is about 0 to 3. */
export const featuresOf = (one: Weighed, other: Weighed, rarity: Rarity): PairFeatures => {
  const parting = apartness(one, other)
  // Sentences on different matters may share a formula ("exchanged views on …"), which is no ground to stand together.
  const concepts = parting.apart === 1 ? 0 : sharedConcepts(one, other)
  const least = Math.min(one.mass, other.mass)
  const [first, second] = [one.sentence.speaker, other.sentence.speaker]
  const values: FeatureVector = {
    concepts: Math.min(LARGEST_CONCEPT_SUM, concepts),
    overlap: least > 0 ? rounded(concepts / Math.max(1, Math.sqrt(one.mass * other.mass))) : 0,
    ...sharedTopics(one, other),
    likelyTopic: sharedChance(one, other),
    ...parting,
    setting: sharedSetting(one, other),
    kin: kinship(one, other),
    passage: Math.min(LARGEST_CONCEPT_SUM, passageSupport(one, other, rarity)),
    words: cosine(one, other),
    rareWords: Math.min(LARGEST_WORD_SUM, sharedRare(one, other, rarity)),
    // Beginnings of long words: "apology" and "apologizes" are no one word.
    roots: Math.min(
      LARGEST_WORD_SUM,
      worthOfShared(one.roots, other.roots, (root) => rarity.root(root) ** 2)
    ),
    synonyms: Math.min(LARGEST_MARK_SUM, worthOfShared(one.synonyms, other.synonyms, rarity.synonym)),
    translated: 0,
    translatedMost: 0,
    associated: 0,
    telling: 0,
    bearing: alikeInBearing(one.bearing, other.bearing),
    meaning: 0,
    glosses: 0,
    contained: 0,
    marks: Math.min(LARGEST_MARK_SUM, worthOfShared(one.marks, other.marks, rarity.mark)),
    sameSpeaker: first === second ? 1 : 0,
    bothNarrate: first === 'narrator' && second === 'narrator' ? 1 : 0,
    oneNarrates: (first === 'narrator') !== (second === 'narrator') ? 1 : 0,
    oneJoint: isOneJoint(first, second) ? 1 : 0,
    bothContinue: continues(one) && continues(other) ? 1 : 0,
    position: rounded(Math.abs(one.position - other.position)),
    bothOpen: one.opens && other.opens ? 1 : 0,
    shorter: lengthOf(Math.min(one.sentence.words, other.sentence.words)),
    longer: lengthOf(Math.max(one.sentence.words, other.sentence.words))
  }
  return { values, parts: sharedParts(one, other) }
}
