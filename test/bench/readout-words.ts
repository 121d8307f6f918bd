import { meaningOf } from '../../engine/meaning/vectors.ts'
import { SortedWords } from '../../engine/meaning/packed.ts'
import type { ReadoutWords } from '../../engine/meaning/bearing.ts'
import wordVectors from '../../engine/lexicon/data/word-vectors.json' with { type: 'json' }
import { readDocument } from '../../engine/text/document.ts'
import { contentStems, stem } from '../../engine/wording/stem.ts'
import type { GoldPair } from './gold.ts'
import type { Matter } from './matters.ts'
import { randomOf } from '../fuzz/random.ts'

/**
 * Learns where the words of readouts point (engine/meaning/bearing.ts): so that the sentences of a pair that an annotator
 * put together, and those that two sides say on one matter, point the same way, and others do not. Begins with the general
 * meaning of words, and moves them by Adam (Kingma & Ba 2015); nothing is left to chance but by numbers that follow from a
 * seed.
 */
const DIMENSIONS = 64
const STEPS = 2400
const RATE = 0.005
/** How much likelier a sentence points where its counterpart does than elsewhere, as the factor of the cosine. */
const SHARPNESS = 10
/** So many matters are set against each other at a time, with so many sentences of each side. */
const MATTERS_AT_ONCE = 96
const SENTENCES = 2
/** A word of one sentence alone is not learnt. */
const LEAST_SENTENCES = 2
const BLUR = 0.06
const MEMORY = { slope: 0.9, square: 0.999 }
const TINY = 1e-8
const LARGEST = 127

const IS_CHINESE = /\p{Script=Han}/u

/** Each word of a sentence once, by number. */
type Numbered = readonly number[]

/** Sentences of the two sides, with which of them belong together. */
interface Batch {
  us: readonly Numbered[]
  cn: readonly Numbered[]
  areTogether: (us: number, cn: number) => boolean
}

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

/** Sentences of a text, as it stands in a comparison. */
const stemsOf = (text: string): string[][] =>
  readDocument(text).sentences.map(({ tokens }) => contentStems(tokens))
const stemsOfOne = (text: string): string[] => stemsOf(text).flat()

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

/** Rows of numbers with what Adam remembers of each. */
class Rows {
  readonly values: Float64Array
  readonly #slopes: Float64Array
  readonly #squares: Float64Array
  #steps = 0

  constructor(count: number) {
    this.values = new Float64Array(count * DIMENSIONS)
    this.#slopes = new Float64Array(count * DIMENSIONS)
    this.#squares = new Float64Array(count * DIMENSIONS)
  }

  /** Moves the rows that have a slope; the others stay as they are. */
  move(slopes: ReadonlyMap<number, Float64Array>, rate: number): void {
    this.#steps++
    const first = 1 - MEMORY.slope ** this.#steps
    const second = 1 - MEMORY.square ** this.#steps
    for (const [row, slope] of slopes) {
      const from = row * DIMENSIONS
      for (let at = 0; at < DIMENSIONS; at++) {
        const place = from + at
        const now = slope[at] ?? 0
        const mean = MEMORY.slope * (this.#slopes[place] ?? 0) + (1 - MEMORY.slope) * now
        const square = MEMORY.square * (this.#squares[place] ?? 0) + (1 - MEMORY.square) * now * now
        this.#slopes[place] = mean
        this.#squares[place] = square
        this.values[place] =
          (this.values[place] ?? 0) - (rate * (mean / first)) / (Math.sqrt(square / second) + TINY)
      }
    }
  }
}

interface Pointing {
  /** Unit vectors, one after another. */
  units: Float64Array
  lengths: Float64Array
}

const pointing = (sentences: readonly Numbered[], { values }: Rows, worths: Float64Array): Pointing => {
  const units = new Float64Array(sentences.length * DIMENSIONS)
  const lengths = new Float64Array(sentences.length)
  for (const [row, words] of sentences.entries()) {
    const into = row * DIMENSIONS
    for (const word of words) {
      const from = word * DIMENSIONS
      const worth = worths[word] ?? 0
      for (let at = 0; at < DIMENSIONS; at++)
        units[into + at] = (units[into + at] ?? 0) + worth * (values[from + at] ?? 0)
    }
    let square = TINY
    for (let at = 0; at < DIMENSIONS; at++) square += (units[into + at] ?? 0) ** 2
    const length = Math.sqrt(square)
    lengths[row] = length
    for (let at = 0; at < DIMENSIONS; at++) units[into + at] = (units[into + at] ?? 0) / length
  }
  return { units, lengths }
}

/** Tells what one line of likenesses asks for at each of its places: more where the two belong together, less elsewhere. */
const lineSlopes = (
  length: number,
  placeOf: (at: number) => number,
  likeness: Float64Array,
  isTogether: (place: number) => boolean,
  add: (place: number, slope: number) => void
): void => {
  let [all, together] = [0, 0]
  const raised = new Float64Array(length)
  for (let at = 0; at < length; at++) {
    const place = placeOf(at)
    const value = Math.exp(SHARPNESS * ((likeness[place] ?? 0) - 1))
    raised[at] = value
    all += value
    if (isTogether(place)) together += value
  }
  if (together === 0) return
  for (let at = 0; at < length; at++) {
    const place = placeOf(at)
    const value = raised[at] ?? 0
    add(place, value / all - (isTogether(place) ? value / together : 0))
  }
}

/** One step towards what a batch asks for. */
const step = ({ us, cn, areTogether }: Batch, rows: Rows, worths: Float64Array, rate: number): void => {
  const [ours, theirs] = [pointing(us, rows, worths), pointing(cn, rows, worths)]
  const likeness = new Float64Array(us.length * cn.length)
  for (let row = 0; row < us.length; row++)
    for (let column = 0; column < cn.length; column++) {
      let dot = 0
      for (let at = 0; at < DIMENSIONS; at++)
        dot += (ours.units[row * DIMENSIONS + at] ?? 0) * (theirs.units[column * DIMENSIONS + at] ?? 0)
      likeness[row * cn.length + column] = dot
    }
  const wanted = new Float64Array(likeness.length)
  const add = (place: number, slope: number): void => {
    wanted[place] = (wanted[place] ?? 0) + (SHARPNESS * slope) / us.length
  }
  const isTogether = (place: number): boolean => areTogether(Math.floor(place / cn.length), place % cn.length)
  for (let row = 0; row < us.length; row++)
    lineSlopes(cn.length, (column) => row * cn.length + column, likeness, isTogether, add)
  for (let column = 0; column < cn.length; column++)
    lineSlopes(us.length, (row) => row * cn.length + column, likeness, isTogether, add)
  const slopes = new Map<number, Float64Array>()
  const pass = (
    sentences: readonly Numbered[],
    own: Pointing,
    other: Pointing,
    others: number,
    placeOf: (row: number, column: number) => number
  ): void => {
    const slope = new Float64Array(DIMENSIONS)
    for (const [row, words] of sentences.entries()) {
      slope.fill(0)
      for (let column = 0; column < others; column++) {
        const want = wanted[placeOf(row, column)] ?? 0
        if (want === 0) continue
        for (let at = 0; at < DIMENSIONS; at++)
          slope[at] = (slope[at] ?? 0) + want * (other.units[column * DIMENSIONS + at] ?? 0)
      }
      // What would only lengthen a direction changes none.
      let along = 0
      for (let at = 0; at < DIMENSIONS; at++)
        along += (slope[at] ?? 0) * (own.units[row * DIMENSIONS + at] ?? 0)
      for (const word of words) {
        const sum = slopes.get(word) ?? new Float64Array(DIMENSIONS)
        slopes.set(word, sum)
        const share = (worths[word] ?? 0) / (own.lengths[row] ?? 1)
        for (let at = 0; at < DIMENSIONS; at++)
          sum[at] =
            (sum[at] ?? 0) + share * ((slope[at] ?? 0) - along * (own.units[row * DIMENSIONS + at] ?? 0))
      }
    }
  }
  pass(us, ours, theirs, cn.length, (row, column) => row * cn.length + column)
  pass(cn, theirs, ours, us.length, (row, column) => column * cn.length + row)
  rows.move(slopes, rate)
}

/** The words of one script with their directions in signed bytes, the longest of them as long as that allows. */
const inBytes = (
  vocabulary: Vocabulary,
  { values }: Rows,
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
  pairs: readonly GoldPair[],
  matters: readonly Matter[]
): Record<'en' | 'zh', ReadoutWords> => {
  const vocabulary = new Vocabulary()
  const numbered = (texts: readonly string[]): Numbered[] =>
    texts.map((text) => vocabulary.add(stemsOfOne(text)))
  const readMatters = matters.map(({ us, cn, zh }) => ({
    us: numbered(us),
    en: numbered(cn),
    zh: numbered(zh)
  }))
  const readPairs = pairs
    .filter(({ links }) => links.size > 0)
    .map(({ texts, links, language }) => {
      const read = (text: string): Numbered[] => stemsOf(text).map((stems) => vocabulary.add(stems))
      return { us: read(texts.us), cn: read(texts.cn), links, language }
    })
  const rows = new Rows(vocabulary.list.length)
  const { next } = randomOf(1)
  const worths = Float64Array.from(vocabulary.list, (_word, id) =>
    vocabulary.isLearnt(id) ? vocabulary.worthOf(id) : 0
  )
  for (const [id, word] of vocabulary.list.entries()) {
    const meaning = meaningOf(wordOf(word))
    for (let at = 0; at < DIMENSIONS; at++)
      rows.values[id * DIMENSIONS + at] =
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
    step(batch, rows, worths, RATE * (1 - at / STEPS))
  }
  return {
    en: inBytes(vocabulary, rows, worths, (id) => !vocabulary.isChinese(id)),
    zh: inBytes(vocabulary, rows, worths, (id) => vocabulary.isChinese(id))
  }
}

/** What is learnt as the lexicon's data hold it. */
export const asData = ({ dimensions, words, vectors }: ReadoutWords): object => ({
  dimensions,
  words: Array.from({ length: vectors.length / dimensions }, (_none, at) => words.at(at)).join(' '),
  vectors: Buffer.from(vectors.buffer, vectors.byteOffset, vectors.byteLength).toString('base64')
})
