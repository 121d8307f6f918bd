import type { Lexicon } from '../lexicon/lexicon.ts'
import { onceFor } from '../once-for.ts'
import { rounded } from '../rounded.ts'
import type { Token } from '../text/tokens.ts'
import { contentStems } from '../wording/stem.ts'
import { SortedWords, Unpacked } from './packed.ts'
import { withdrawnIn } from './withdrawn.ts'
import { readoutWordsEnBytes, readoutWordsZhBytes } from './table-bytes.ts'

/**
 * Where a sentence points among the matters of readouts: the mean of what its words mean *there*. Word vectors say that
 * "detained" is near "arrested"; these, which began as such vectors, have learnt that it is near "judicial organs" and far
 * from "exit bans on fishing". Learnt so that sentences that annotators put together, and those that each side says on one
 * matter, point the same way and others do not (a bag of words in two towers, with the contrastive loss of van den Oord,
 * Li & Vinyals 2018).
 */
export interface ReadoutWords {
  dimensions: number
  words: SortedWords
  /** One row a word, in the order of the words: its direction, longer the more it tells. */
  vectors: Int8Array
}

type Script = 'en' | 'zh'

const BYTES: Record<Script, () => ArrayBuffer> = { en: readoutWordsEnBytes, zh: readoutWordsZhBytes }
const IS_CHINESE = /\p{Script=Han}/u

const read: Partial<Record<Script, ReadoutWords>> = {}

/** Read when first asked for: that of Chinese only for a Chinese text. */
const wordsIn = (script: Script): ReadoutWords => {
  const known = read[script]
  if (known) return known
  const tables = new Unpacked(BYTES[script]())
  const [dimensions = 0] = tables.uint32()
  const words = new SortedWords(tables.uint16(), tables.uint32())
  return (read[script] = { dimensions, words, vectors: tables.int8() })
}

/** Of unit length; of a sentence without a word that is known, undefined. */
export type Bearing = Float64Array

const bearingFrom = (tokens: readonly Token[], withdrawn: ReadonlySet<string>): { bearing?: Bearing } => {
  let sums: Float64Array | undefined
  for (const stem of new Set(contentStems(tokens))) {
    if (withdrawn.has(stem)) continue
    const { dimensions, words, vectors } = wordsIn(IS_CHINESE.test(stem) ? 'zh' : 'en')
    const row = words.find(stem)
    if (row < 0) continue
    sums ??= new Float64Array(dimensions)
    for (let at = 0; at < dimensions; at++) sums[at] = (sums[at] ?? 0) + (vectors[row * dimensions + at] ?? 0)
  }
  // Whole numbers are summed, so that it is the same on every machine.
  const length = Math.sqrt(sums?.reduce((sum, value) => sum + value * value, 0) ?? 0)
  return sums && length > 0 ? { bearing: sums.map((sum) => sum / length) } : {}
}

const finder = () =>
  onceFor((lexicon: Lexicon) =>
    onceFor((tokens: readonly Token[]) => bearingFrom(tokens, withdrawnIn(lexicon)))
  )
let found = finder()

/** The bearing of the tokens of a sentence; made once for all who ask. */
export const bearingOf = (tokens: readonly Token[], lexicon: Lexicon): Bearing | undefined =>
  found(lexicon)(tokens).bearing

/** Cosine of two bearings, -1 to 1; 0 where one is not known. */
export const alikeInBearing = (one: Bearing | undefined, other: Bearing | undefined): number => {
  if (!one || !other) return 0
  let dot = 0
  for (let at = 0; at < one.length; at++) dot += (one[at] ?? 0) * (other[at] ?? 0)
  return rounded(dot)
}

/** Puts what a fit has learnt in the place of what ships. */
export const useReadoutWords = (learnt: Record<Script, ReadoutWords>): void => {
  Object.assign(read, learnt)
  found = finder()
}
