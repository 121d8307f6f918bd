import data from '../lexicon/data/topic-reading.json' with { type: 'json' }
import type { SentenceDraft } from '../draft.ts'
import { partKey } from '../lexicon/concept-places.ts'
import type { ConceptUse } from '../lexicon/lexicon.ts'
import type { Bearing } from '../meaning/bearing.ts'
import type { Content } from '../meaning/content.ts'
import { rounded } from '../rounded.ts'

/**
 * What the topic of a sentence is by all that it names and by what its words mean, taken together: a sentence that
 * names export controls and trade is on technology, which neither concept tells by itself. A multinomial logistic
 * model, fitted by test/bench/fit.ts.
 */
export interface ReadingModel {
  topics: string[]
  /** For each sign a weight for each topic, in the order of `topics`. */
  weights: Record<string, number[]>
}

export const readingModel: ReadingModel = data.model

const UNIT = 127
/** Brings the mean of meanings to the range of the other signs. */
const MEANING_SCALE = 4
/** Brings a direction of unit length to the range of the other signs. */
const BEARING_SCALE = 4
const USUAL_LENGTH = 20
const LEAST_CHANCE = 0.01

const meaningSigns: string[] = []
/** The name of a dimension of meaning; every sentence has them all. */
const meaningSign = (at: number): string => (meaningSigns[at] ??= `meaning ${at}`)

const bearingSigns: string[] = []
/** The name of a dimension of where it points among the matters of readouts. */
const bearingSign = (at: number): string => (bearingSigns[at] ??= `bearing ${at}`)

const raise = (signs: Map<string, number>, name: string, value: number): void => {
  signs.set(name, Math.max(signs.get(name) ?? 0, value))
}

/** The signs of a sentence with their strength; the same whichever side it stands on. */
export const readingSigns = (
  uses: readonly ConceptUse[],
  content: Content,
  bearing: Bearing | undefined,
  sentence: Pick<SentenceDraft, 'speaker' | 'words'>,
  isFirst: boolean
): Map<string, number> => {
  const signs = new Map([
    ['always', 1],
    ['length', rounded(Math.log(Math.max(1, sentence.words) / USUAL_LENGTH))]
  ])
  // Of several matters the one named first is what a sentence is first about.
  const [first] = uses
  if (first) signs.set(`leads ${first.concept.topic}`, 1)
  for (const { concept } of uses) {
    raise(signs, `part ${partKey(concept)}`, concept.weight)
    raise(signs, `topic ${concept.topic}`, 1)
  }
  if (sentence.speaker === 'both' || sentence.speaker === 'narrator') signs.set(sentence.speaker, 1)
  if (isFirst) signs.set('first', 1)
  const all = content.reduce((sum, { weight }) => sum + weight, 0)
  const sums: number[] = []
  for (const { vector, weight } of content)
    for (let at = 0; at < vector.length; at++) sums[at] = (sums[at] ?? 0) + weight * (vector[at] ?? 0)
  for (const [at, sum] of sums.entries())
    signs.set(meaningSign(at), rounded((MEANING_SCALE * sum) / (UNIT * all)))
  for (const [at, value] of bearing?.entries() ?? [])
    signs.set(bearingSign(at), rounded(BEARING_SCALE * value))
  return signs
}

/** How likely each topic is, by its id; of topics of the reader's own the model knows nothing. */
export const topicChances = (
  signs: ReadonlyMap<string, number>,
  model: ReadingModel = readingModel
): ReadonlyMap<string, number> => {
  const sums = model.topics.map(() => 0)
  for (const [name, value] of signs) {
    const weights = model.weights[name]
    if (!weights) continue
    for (let at = 0; at < weights.length; at++) sums[at] = (sums[at] ?? 0) + (weights[at] ?? 0) * value
  }
  const most = Math.max(...sums)
  const shares = sums.map((sum) => Math.exp(sum - most))
  const all = shares.reduce((sum, share) => sum + share, 0)
  return new Map(model.topics.map((topic, at) => [topic, rounded((shares[at] ?? 0) / all)]))
}

/** The log of each topic's chance, which no doubt makes less than that of 1 in 100. */
export const logChance = (chance: number): number => rounded(Math.log(Math.max(LEAST_CHANCE, chance)))
