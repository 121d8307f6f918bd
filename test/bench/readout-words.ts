import { meaningOf } from '../../engine/meaning/vectors.ts'
import { SortedWords } from '../../engine/meaning/packed.ts'
import type { ReadoutWords } from '../../engine/meaning/bearing.ts'
import wordVectors from '../../engine/lexicon/data/word-vectors.json' with { type: 'json' }
import { stem } from '../../engine/wording/stem.ts'
import type { Gold } from './gold.ts'
import type { Matter } from './matters.ts'
import { randomOf } from '../fuzz/random.ts'
import { Directions, DIMENSIONS, type Batch, type Numbered } from './bearing-descent.ts'
import { stemsIn, stemsOfAll } from './stems.ts'

/**
 * Learns where the words of readouts point (engine/meaning/bearing.ts): so that the sentences of a pair that an annotator
 * put together, and those that two sides say on one matter, point the same way, and others do not. Begins with the general
 * meaning of words, and moves them by Adam (Kingma & Ba 2015); nothing is left to chance but by numbers that follow from a
 * seed.
 */
const STEPS = 2400
const RATE = 0.005
/** So many matters are set against each other at a time, with so many sentences of each side. */
const MATTERS_AT_ONCE = 96
const SENTENCES = 2
/** A word of one sentence alone is not learnt. */
const LEAST_SENTENCES = 2
const BLUR = 0.06
const TINY = 1e-8
const LARGEST = 127

const IS_CHINESE = /\p{Script=Han}/u

class Vocabulary {
  readonly list: string[] = []
  readonly #ids = new Map<string, number>()
  readonly #sentences: number[] = []
  readonly #size = { en: 0, zh: 0 }

  /** The words of a sentence, which is counted. */
  add(stems: Iterable<string>): Numbered {
    const numbers = Array.from(new Set(stems), (word) => {
      const known = this.#ids.get(word) ?? this.list.push(word) - 1
      this.#ids.set(word, known)
      this.#sentences[known] = (this.#sentences[known] ?? 0) + 1
      return known
    })
    this.#size[numbers.some((id) => this.isChinese(id)) ? 'zh' : 'en']++
    return numbers
  }

  isChinese(id: number): boolean {
    return IS_CHINESE.test(this.list[id] ?? '')
  }

  isLearnt(id: number): boolean {
    return (this.#sentences[id] ?? 0) >= LEAST_SENTENCES
  }

  /** How much a word tells by its rarity. */
  worthOf(id: number): number {
    return Math.log(this.#size[this.isChinese(id) ? 'zh' : 'en'] / (this.#sentences[id] ?? 1))
  }
}

let firstWords: Map<string, string> | undefined
/** The most frequent word of a stem. */
const wordOf = (stemmed: string): string => {
  firstWords ??= new Map(
    wordVectors.words
      .split(' ')
      .map((word): [string, string] => [stem(word), word])
      .reverse()
  )
  return firstWords.get(stemmed) ?? stemmed
}

/** The words of one script with their directions in signed bytes, the longest of them as long as that allows. */
const inBytes = (
  vocabulary: Vocabulary,
  { values }: Directions,
  worths: Float64Array,
  isWanted: (id: number) => boolean
): ReadoutWords => {
  const ids = vocabulary.list.flatMap((_word, id) => (vocabulary.isLearnt(id) && isWanted(id) ? [id] : []))
  const byWord = new Map(ids.map((id) => [vocabulary.list[id] ?? '', id]))
  let most = TINY
  for (const id of vocabulary.list.keys())
    if (vocabulary.isLearnt(id))
      for (let at = 0; at < DIMENSIONS; at++)
        most = Math.max(most, Math.abs((worths[id] ?? 0) * (values[id * DIMENSIONS + at] ?? 0)))
  const { sorted, units, starts } = SortedWords.pack(byWord.keys())
  const vectors = new Int8Array(sorted.length * DIMENSIONS)
  for (const [row, word] of sorted.entries()) {
    const id = byWord.get(word) ?? 0
    for (let at = 0; at < DIMENSIONS; at++)
      vectors[row * DIMENSIONS + at] = Math.round(
        ((worths[id] ?? 0) * (values[id * DIMENSIONS + at] ?? 0) * LARGEST) / most
      )
  }
  return { dimensions: DIMENSIONS, words: new SortedWords(units, starts), vectors }
}

/** What is learnt from some annotated pairs and some matters, of English words and of Chinese ones, in one space. */
export const learnReadoutWords = (
  pairs: readonly Gold[],
  matters: readonly Matter[]
): Record<'en' | 'zh', ReadoutWords> => {
  const vocabulary = new Vocabulary()
  const numbered = (texts: readonly string[]): Numbered[] =>
    texts.map((text) => vocabulary.add(stemsOfAll(text)))
  const readMatters = matters.map(({ us, cn, zh }) => ({
    us: numbered(us),
    en: numbered(cn),
    zh: numbered(zh)
  }))
  const readPairs = pairs
    .filter(({ links }) => links.size > 0)
    .map(({ texts, links, language }) => {
      const read = (text: string): Numbered[] => stemsIn(text).map((stems) => vocabulary.add(stems))
      return { us: read(texts.us), cn: read(texts.cn), links, language }
    })
  const { next } = randomOf(1)
  const worths = Float64Array.from(vocabulary.list, (_word, id) =>
    vocabulary.isLearnt(id) ? vocabulary.worthOf(id) : 0
  )
  const directions = new Directions(worths)
  for (const [id, word] of vocabulary.list.entries()) {
    const meaning = meaningOf(wordOf(word))
    for (let at = 0; at < DIMENSIONS; at++)
      directions.values[id * DIMENSIONS + at] =
        (meaning?.vector[at] ?? 0) / LARGEST + BLUR * (next() + next() + next() - 1.5)
  }
  const known = (sentences: readonly Numbered[]): Numbered[] =>
    sentences.map((words) => words.filter((id) => vocabulary.isLearnt(id)))
  const anyOf = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T
  const some = <T>(items: readonly T[], count: number): T[] => {
    const left = [...items]
    return Array.from({ length: Math.min(count, left.length) }, () =>
      left.splice(Math.floor(next() * left.length), 1)
    ).flat()
  }
  const ofPair = (language: 'en' | 'zh'): Batch => {
    const { us, cn, links } = anyOf(readPairs.filter((pair) => pair.language === language))
    return { us: known(us), cn: known(cn), areTogether: (row, column) => links.has(`${row} ${column}`) }
  }
  const ofMatters = (language: 'en' | 'zh'): Batch => {
    const chosen = some(readMatters, MATTERS_AT_ONCE)
    return {
      us: known(chosen.flatMap((matter) => some(matter.us, SENTENCES))),
      cn: known(chosen.flatMap((matter) => some(matter[language], SENTENCES))),
      areTogether: (row, column) => Math.floor(row / SENTENCES) === Math.floor(column / SENTENCES)
    }
  }
  for (let at = 0; at < STEPS; at++) {
    const language = at % 2 === 0 ? 'en' : 'zh'
    const batch = at % 4 < 2 ? ofPair(language) : ofMatters(language)
    directions.learn(batch, RATE * (1 - at / STEPS))
  }
  return {
    en: inBytes(vocabulary, directions, worths, (id) => !vocabulary.isChinese(id)),
    zh: inBytes(vocabulary, directions, worths, (id) => vocabulary.isChinese(id))
  }
}

/** What is learnt as the lexicon's data hold it. */
export const asData = ({ dimensions, words, vectors }: ReadoutWords): object => ({
  dimensions,
  words: Array.from({ length: vectors.length / dimensions }, (_none, at) => words.at(at)).join(' '),
  vectors: Buffer.from(vectors.buffer, vectors.byteOffset, vectors.byteLength).toString('base64')
})
