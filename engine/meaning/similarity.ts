import type { Content } from './content.ts'
import { likeness } from './vectors.ts'
import { rounded } from '../rounded.ts'

/** Words less alike than this have nothing to do with each other. */
const LEAST_LIKENESS = 0.2
/** A table of all words against all is kept up to this size; beyond it the texts are long. */
const LARGEST_TABLE = 4_000_000
/** In long texts, so many words of a sentence that tell most stand for it. */
const MOST_WORDS_IN_LONG_TEXTS = 8

/** In the table, for two words that have not been compared. */
const UNKNOWN = -1

const NOTHING = { mean: 0, most: 0 }

interface Coded {
  /** Places in the list of all words of the text. */
  ids: Int32Array
  weights: Float64Array
  /** Sum of the weights. */
  weight: number
}

/** The words of all sentences of a text, each once, and the sentences in terms of them. */
class Words {
  readonly vectors: Int8Array[] = []
  readonly sentences: Coded[]

  constructor(contents: readonly Content[], mostWords: number) {
    const ids = new Map<string, number>()
    this.sentences = contents.map((content) => {
      const telling =
        content.length <= mostWords
          ? content
          : [...content].sort((a, b) => b.weight - a.weight || a.start - b.start).slice(0, mostWords)
      const coded = {
        ids: new Int32Array(telling.length),
        weights: Float64Array.from(telling, ({ weight }) => weight),
        weight: telling.reduce((sum, { weight }) => sum + weight, 0)
      }
      for (const [at, { word, vector }] of telling.entries()) {
        const id = ids.get(word) ?? this.vectors.push(vector) - 1
        ids.set(word, id)
        coded.ids[at] = id
      }
      return coded
    })
  }
}

const countWords = (contents: readonly Content[]): number =>
  new Set(contents.flatMap((content) => content.map(({ word }) => word))).size

/** Compares the content of the sentences of two texts, each pair of words no more than once. */
export class Similarity {
  readonly #us: Words
  readonly #cn: Words
  readonly #table: Float32Array | undefined

  constructor(us: readonly Content[], cn: readonly Content[]) {
    const size = countWords(us) * countWords(cn)
    const mostWords = size <= LARGEST_TABLE ? Infinity : MOST_WORDS_IN_LONG_TEXTS
    this.#us = new Words(us, mostWords)
    this.#cn = new Words(cn, mostWords)
    if (size <= LARGEST_TABLE) this.#table = new Float32Array(size).fill(UNKNOWN)
  }

  #wordLikeness(one: number, other: number): number {
    const [a, b] = [this.#us.vectors[one], this.#cn.vectors[other]]
    const value = a && b ? Math.fround(likeness(a, b)) : 0
    return value < LEAST_LIKENESS ? 0 : value
  }

  /**
   * How much of what the words of two sentences, given by their places, mean is the same: the best partner of each
   * word, weighted by how much the word tells. The soft alignment of words follows Mihalcea, Corley & Strapparava (2006).
   *
   * @returns the harmonic mean of both directions, 0 to 1, and the larger of the two: a short sentence may be contained
   * in a long one
   */
  between(us: number, cn: number): { mean: number; most: number } {
    const [one, other] = [this.#us.sentences[us], this.#cn.sentences[cn]]
    if (!one || !other || one.ids.length === 0 || other.ids.length === 0) return NOTHING
    const table = this.#table
    const width = this.#cn.vectors.length
    const bestOfOther = new Float64Array(other.ids.length)
    let fit = 0
    for (let i = 0; i < one.ids.length; i++) {
      const id = one.ids[i] ?? 0
      let best = 0
      for (let j = 0; j < other.ids.length; j++) {
        const partner = other.ids[j] ?? 0
        let value = table?.[id * width + partner] ?? UNKNOWN
        if (value === UNKNOWN) {
          value = this.#wordLikeness(id, partner)
          if (table) table[id * width + partner] = value
        }
        if (value > best) best = value
        if (value > (bestOfOther[j] ?? 0)) bestOfOther[j] = value
      }
      fit += best * (one.weights[i] ?? 0)
    }
    let otherFit = 0
    for (let j = 0; j < other.ids.length; j++) otherFit += (bestOfOther[j] ?? 0) * (other.weights[j] ?? 0)
    const [share, otherShare] = [fit / one.weight, otherFit / other.weight]
    if (share + otherShare === 0) return NOTHING
    return {
      mean: rounded((2 * share * otherShare) / (share + otherShare)),
      most: rounded(Math.max(share, otherShare))
    }
  }
}
