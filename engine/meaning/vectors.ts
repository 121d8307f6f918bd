import data from '../lexicon/data/word-vectors.json' with { type: 'json' }
import { glossesOf } from './dictionary.ts'

/** What a word means, as a direction, and how much it tells. */
export interface Meaning {
  /** Of unit length, times 127, in signed bytes. */
  vector: Int8Array
  /** 0 to 1: the rarer a word in general English, the more it tells. */
  weight: number
}

const UNIT = 127
const IS_CHINESE = /\p{Script=Han}/u
const { dimensions } = data

/** Ranks by word, made when first asked for: texts are compared after the window has opened. */
let ranks: Map<string, number> | undefined
/** Of words that were asked for. */
const vectors = new Map<number, Int8Array>()

/** Bytes that base64 writes in so many characters. */
const BYTES = 3
const CHARACTERS = 4

/** The vector of a word by its rank, out of the characters that hold it: few of all words are ever asked for. */
const vectorOf = (rank: number): Int8Array => {
  const known = vectors.get(rank)
  if (known) return known
  const start = rank * dimensions
  const from = Math.floor(start / BYTES)
  const to = Math.ceil((start + dimensions) / BYTES)
  const binary = atob(data.vectors.slice(from * CHARACTERS, to * CHARACTERS))
  const vector = new Int8Array(dimensions)
  const before = start - from * BYTES
  for (let at = 0; at < dimensions; at++) vector[at] = binary.charCodeAt(before + at)
  vectors.set(rank, vector)
  return vector
}

/** Ranks between which a word comes to tell something, on the logarithmic scale of Zipf's law. */
const COMMONEST = 2
const DECADES = 2.2
const LEAST_WEIGHT = 0.05
const SMOOTHING = 10

const weightOf = (rank: number): number =>
  Math.max(LEAST_WEIGHT, Math.min(1, (Math.log10(rank + SMOOTHING) - COMMONEST) / DECADES))

const english = (word: string): Meaning | undefined => {
  ranks ??= new Map(data.words.split(' ').map((known, rank) => [known, rank]))
  const rank = ranks.get(word)
  return rank === undefined ? undefined : { vector: vectorOf(rank), weight: weightOf(rank) }
}

/** The mean of some meanings by their weights, as a direction; undefined where they cancel each other out. */
export const directionOf = (meanings: readonly Meaning[]): Int8Array | undefined => {
  const sums = new Float64Array(dimensions)
  for (const { vector, weight } of meanings)
    for (let at = 0; at < dimensions; at++) sums[at] = (sums[at] ?? 0) + weight * (vector[at] ?? 0)
  const length = Math.sqrt(sums.reduce((sum, value) => sum + value * value, 0))
  return length === 0 ? undefined : Int8Array.from(sums, (value) => Math.round((UNIT * value) / length))
}

/** A Chinese word lies amid the words that gloss it, and tells as much as the one of them that tells least. */
const chinese = (word: string): Meaning | undefined => {
  const glosses = glossesOf(word).flatMap((gloss) => english(gloss) ?? [])
  if (glosses.length === 0) return undefined
  const vector = directionOf(glosses.map((gloss) => ({ ...gloss, weight: 1 })))
  return vector && { vector, weight: Math.min(...glosses.map(({ weight }) => weight)) }
}

/** The meaning of a word in lower case, English or simplified Chinese; undefined for one that is not known. */
export const meaningOf = (word: string): Meaning | undefined =>
  // The dictionary is large, and is not read for a word that it cannot have.
  english(word) ?? (IS_CHINESE.test(word) ? chinese(word) : undefined)

/** Cosine of two meanings, -1 to 1; the same on every machine, since whole numbers are summed. */
export const likeness = (one: Int8Array, other: Int8Array): number => {
  let dot = 0
  for (let at = 0; at < dimensions; at++) dot += (one[at] ?? 0) * (other[at] ?? 0)
  return dot / (UNIT * UNIT)
}
