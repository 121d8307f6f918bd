import type { Content, ContentWord } from './content.ts'
import { likeness } from './vectors.ts'

/** Words less alike than this have nothing to do with each other. */
const LEAST_LIKENESS = 0.2
/** A table of all words against all is kept up to this size; beyond it, the texts are long and pairs few for each. */
const LARGEST_TABLE = 4_000_000

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

/** Compares the content of sentences of two texts, remembering the words that it has compared. */
export class Similarity {
  readonly #ids: { us: Map<string, number>; cn: Map<string, number> }
  readonly #table: Float32Array | undefined

  constructor(us: readonly Content[], cn: readonly Content[]) {
    const idsOf = (contents: readonly Content[]): Map<string, number> => {
      const ids = new Map<string, number>()
      for (const content of contents)
        for (const { word } of content) if (!ids.has(word)) ids.set(word, ids.size)
      return ids
    }
    this.#ids = { us: idsOf(us), cn: idsOf(cn) }
    const size = this.#ids.us.size * this.#ids.cn.size
    if (size <= LARGEST_TABLE) this.#table = new Float32Array(size).fill(NaN)
  }

  #wordLikeness(one: ContentWord, other: ContentWord): number {
    const table = this.#table
    if (!table) return Math.fround(likeness(one.vector, other.vector))
    const at = (this.#ids.us.get(one.word) ?? 0) * this.#ids.cn.size + (this.#ids.cn.get(other.word) ?? 0)
    const known = table[at] ?? NaN
    if (!Number.isNaN(known)) return known
    const value = Math.fround(likeness(one.vector, other.vector))
    table[at] = value
    return value
  }

  /**
   * How much of what the words of each sentence mean the words of the other mean too: the best partner of each word,
   * weighted by how much the word tells; the harmonic mean of both directions, 0 to 1. The soft alignment of words
   * follows Mihalcea, Corley & Strapparava (2006).
   */
  between(one: Content, other: Content): number {
    if (one.length === 0 || other.length === 0) return 0
    const bestOfOther = new Float64Array(other.length)
    let [fit, weight] = [0, 0]
    for (const word of one) {
      let best = 0
      for (const [at, partner] of other.entries()) {
        const value = this.#wordLikeness(word, partner)
        if (value < LEAST_LIKENESS) continue
        if (value > best) best = value
        if (value > (bestOfOther[at] ?? 0)) bestOfOther[at] = value
      }
      fit += best * word.weight
      weight += word.weight
    }
    let [otherFit, otherWeight] = [0, 0]
    for (const [at, word] of other.entries()) {
      otherFit += (bestOfOther[at] ?? 0) * word.weight
      otherWeight += word.weight
    }
    const [share, otherShare] = [fit / weight, otherFit / otherWeight]
    return share + otherShare === 0 ? 0 : rounded((2 * share * otherShare) / (share + otherShare))
  }
}
