import { diffWords } from 'diff'
import { tokenise } from '../../engine/text/tokens.ts'
import { contentOf, type Content } from '../../engine/meaning/content.ts'
import { Similarity } from '../../engine/meaning/similarity.ts'
import type { Language, Sentence } from '../../engine/model.ts'
import { contentStems } from '../../engine/wording/stem.ts'

/** A simpler method: how alike two sentences are, from the texts alone. */
export interface Peer {
  name: string
  /** Languages of the second text that it can be asked about. */
  languages: readonly Language[]
  similarity: (us: readonly Sentence[], cn: readonly Sentence[]) => (one: number, other: number) => number
}

const stemsOf = (sentence: Sentence): string[] => contentStems(tokenise(sentence.text))

const documentFrequencies = (documents: readonly string[][]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const words of documents)
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

const jsdiff: Peer = {
  name: 'jsdiff word overlap',
  languages: ['en'],
  similarity: (us, cn) => (one, other) => {
    const [a, b] = [us[one]?.text ?? '', cn[other]?.text ?? '']
    const same = diffWords(a, b)
      .filter(({ added, removed }) => !added && !removed)
      .reduce((sum, { value }) => sum + value.length, 0)
    return (2 * same) / Math.max(1, a.length + b.length)
  }
}

const tfIdf: Peer = {
  name: 'tf-idf cosine',
  languages: ['en'],
  similarity: (us, cn) => {
    const documents = [...us, ...cn].map(stemsOf)
    const frequencies = documentFrequencies(documents)
    const vectors = documents.map((words) => {
      const vector = new Map<string, number>()
      for (const word of words)
        vector.set(word, (vector.get(word) ?? 0) + Math.log(documents.length / (frequencies.get(word) ?? 1)))
      return vector
    })
    const norm = (vector: Map<string, number>): number =>
      Math.sqrt([...vector.values()].reduce((sum, value) => sum + value ** 2, 0))
    return (one, other) => {
      const [a, b] = [
        vectors[one] ?? new Map<string, number>(),
        vectors[us.length + other] ?? new Map<string, number>()
      ]
      let dot = 0
      for (const [word, value] of a) dot += value * (b.get(word) ?? 0)
      return dot / Math.max(1e-9, norm(a) * norm(b))
    }
  }
}

/** Usual settings of BM25; each side is asked with the other's sentence and the two answers are averaged. */
const K1 = 1.2
const B = 0.75

const bm25: Peer = {
  name: 'BM25',
  languages: ['en'],
  similarity: (us, cn) => {
    const documents = [...us, ...cn].map(stemsOf)
    const frequencies = documentFrequencies(documents)
    const mean = documents.reduce((sum, words) => sum + words.length, 0) / Math.max(1, documents.length)
    const score = (query: readonly string[], words: readonly string[]): number => {
      let sum = 0
      for (const word of new Set(query)) {
        const count = words.filter((candidate) => candidate === word).length
        const idf = Math.log(
          1 + (documents.length - (frequencies.get(word) ?? 0) + 0.5) / ((frequencies.get(word) ?? 0) + 0.5)
        )
        sum += (idf * count * (K1 + 1)) / (count + K1 * (1 - B + (B * words.length) / mean))
      }
      return sum / Math.max(1, new Set(query).size)
    }
    return (one, other) => {
      const [a, b] = [documents[one] ?? [], documents[us.length + other] ?? []]
      return (score(a, b) + score(b, a)) / 2
    }
  }
}

const contentsOf = (sentences: readonly Sentence[]): Content[] =>
  sentences.map(({ text }) => contentOf(tokenise(text)))

/** The mean of the vectors of a sentence's words, as sentence embeddings begin. */
const meanVectors: Peer = {
  name: 'GloVe vectors, mean of a sentence',
  languages: ['en', 'zh'],
  similarity: (us, cn) => {
    const meanOf = (content: Content): number[] => {
      const size = content[0]?.vector.length ?? 0
      return Array.from({ length: size }, (_, at) =>
        content.reduce((sum, { vector, weight }) => sum + weight * (vector[at] ?? 0), 0)
      )
    }
    const cosine = (a: readonly number[], b: readonly number[]): number => {
      const dot = (x: readonly number[], y: readonly number[]): number =>
        x.reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0)
      return dot(a, b) / Math.max(1e-9, Math.sqrt(dot(a, a) * dot(b, b)))
    }
    const [one, other] = [contentsOf(us).map(meanOf), contentsOf(cn).map(meanOf)]
    return (i, j) => cosine(one[i] ?? [], other[j] ?? [])
  }
}

/** What the alignment has as one of its features, by itself. */
const softWords: Peer = {
  name: 'GloVe vectors, words aligned',
  languages: ['en', 'zh'],
  similarity: (us, cn) => {
    const similarity = new Similarity(contentsOf(us), contentsOf(cn))
    return (i, j) => similarity.between(i, j).mean
  }
}

export const peers: readonly Peer[] = [jsdiff, tfIdf, bm25, meanVectors, softWords]
