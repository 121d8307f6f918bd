import { contentOf, type Content } from '../meaning/content.ts'
import { directionOf, likeness } from '../meaning/vectors.ts'
import type { ConceptEntry } from '../lexicon/concepts.ts'
import { tokenise } from '../text/tokens.ts'

/** A word that is no more like a field than this tells nothing of it. */
const LEAST = 0.35

interface Field {
  topic: string
  vector: Int8Array
}

/**
 * How near the words of a sentence are to the fields of the lexicon, by the meaning of the words that name them: what
 * a sentence is about whose words the lexicon does not have.
 */
export class FieldWords {
  readonly #fields: readonly Field[]
  readonly #near = new Map<string, ReadonlyMap<string, number>>()

  constructor(concepts: readonly ConceptEntry[]) {
    const bySub = new Map<string, { topic: string; words: string[] }>()
    for (const { topic, sub, en } of concepts) {
      const key = `${topic}.${sub}`
      const known = bySub.get(key) ?? { topic, words: [] }
      known.words.push(...en.map((phrase) => phrase.replaceAll('*', '')))
      bySub.set(key, known)
    }
    this.#fields = [...bySub.values()].flatMap(({ topic, words }) => {
      // The mean of the words that name a second-level topic.
      const vector = directionOf(contentOf(tokenise(words.join(' '))))
      return vector ? [{ topic, vector }] : []
    })
  }

  #nearness({ word, vector }: Content[number]): ReadonlyMap<string, number> {
    const known = this.#near.get(word)
    if (known) return known
    const near = new Map<string, number>()
    for (const field of this.#fields) {
      const value = likeness(vector, field.vector) - LEAST
      if (value > 0) near.set(field.topic, Math.max(near.get(field.topic) ?? 0, value))
    }
    this.#near.set(word, near)
    return near
  }

  /** Mean nearness of the words of a sentence to each topic, by how much they tell. */
  of(content: Content): ReadonlyMap<string, number> {
    const sums = new Map<string, number>()
    let all = 0
    for (const word of content) {
      all += word.weight
      for (const [topic, value] of this.#nearness(word))
        sums.set(topic, (sums.get(topic) ?? 0) + value * word.weight)
    }
    return all === 0 ? sums : new Map([...sums].map(([topic, sum]) => [topic, sum / all]))
  }
}
