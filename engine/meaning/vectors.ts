import { glossesOf } from './dictionary.ts'
import { SortedWords, Unpacked } from './packed.ts'
import { vectorBytes } from './table-bytes.ts'

/** What a word means, as a direction, and how much it tells. */
export interface Meaning {
  /** Of unit length, times 127, in signed bytes. */
  vector: Int8Array
  /** 0 to 1: the rarer a word in general English, the more it tells. */
  weight: number
}

const UNIT = 127
const IS_CHINESE = /\p{Script=Han}/u

interface Vocabulary {
  dimensions: number
  words: SortedWords
  /** By a word's place among the sorted ones. */
  ranks: Uint16Array
  /** By rank. */
  bytes: Int8Array
}

let vocabulary: Vocabulary | undefined

/** Read when first asked for: texts are compared after the window has opened. */
const load = (): Vocabulary => {
  if (!vocabulary) {
    const tables = new Unpacked(vectorBytes())
    const [dimensions = 0] = tables.uint32()
    const words = new SortedWords(tables.uint16(), tables.uint32())
    const ranks = tables.uint16()
    vocabulary = { dimensions, words, ranks, bytes: tables.int8() }
  }
  return vocabulary
}

let placesByRank: Uint16Array | undefined

/** Where a word of some rank stands among the sorted ones; made when first asked for, as English texts never do. */
const placeOf = (rank: number): number => {
  if (!placesByRank) {
    const { ranks } = load()
    placesByRank = new Uint16Array(ranks.length)
    for (let place = 0; place < ranks.length; place++) placesByRank[ranks[place] ?? 0] = place
  }
  return placesByRank[rank] ?? 0
}

/** Ranks between which a word comes to tell something, on the logarithmic scale of Zipf's law. */
const COMMONEST = 2
const DECADES = 2.2
const LEAST_WEIGHT = 0.05
const SMOOTHING = 10

const weightOf = (rank: number): number =>
  Math.max(LEAST_WEIGHT, Math.min(1, (Math.log10(rank + SMOOTHING) - COMMONEST) / DECADES))

const ofRank = (rank: number): Meaning => {
  const { bytes, dimensions } = load()
  return { vector: bytes.subarray(rank * dimensions, (rank + 1) * dimensions), weight: weightOf(rank) }
}

const english = (word: string): Meaning | undefined => {
  const { words, ranks } = load()
  const at = words.find(word)
  return at < 0 ? undefined : ofRank(ranks[at] ?? 0)
}

/** The English words that gloss a Chinese one, most telling first; none of a word that is not known. */
export const englishGlosses = (word: string): string[] => {
  const { words } = load()
  return Array.from(glossesOf(word), (rank) => words.at(placeOf(rank)))
}

/** The mean of some meanings by their weights, as a direction; undefined where they cancel each other out. */
export const directionOf = (meanings: readonly Meaning[]): Int8Array | undefined => {
  const { dimensions } = load()
  const sums = new Float64Array(dimensions)
  for (const { vector, weight } of meanings)
    for (let at = 0; at < dimensions; at++) sums[at] = (sums[at] ?? 0) + weight * (vector[at] ?? 0)
  const length = Math.sqrt(sums.reduce((sum, value) => sum + value * value, 0))
  return length === 0 ? undefined : Int8Array.from(sums, (value) => Math.round((UNIT * value) / length))
}

/** A Chinese word lies amid the words that gloss it, and tells as much as the one of them that tells least. */
const chinese = (word: string): Meaning | undefined => {
  const glosses = Array.from(glossesOf(word), ofRank)
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
  for (let at = 0; at < one.length; at++) dot += (one[at] ?? 0) * (other[at] ?? 0)
  return dot / (UNIT * UNIT)
}
