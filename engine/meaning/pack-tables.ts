import associationsEn from '../lexicon/data/associations-en.json' with { type: 'json' }
import associationsZh from '../lexicon/data/associations-zh.json' with { type: 'json' }
import dictionary from '../lexicon/data/dictionary.json' with { type: 'json' }
import readoutWordsEn from '../lexicon/data/readout-words-en.json' with { type: 'json' }
import readoutWordsZh from '../lexicon/data/readout-words-zh.json' with { type: 'json' }
import vectors from '../lexicon/data/word-vectors.json' with { type: 'json' }
import { packOppositeWords } from './opposite-words.ts'
import { pack, SortedWords } from './packed.ts'

/**
 * The large tables of the lexicon as bytes: what a build carries of them (electron/tables/plugin.mjs), and what is
 * made of them at their first use where the engine runs from its sources.
 */

/** A plain loop: a function called for each of a million bytes took longer than comparing two readouts. */
const decode = (base64: string): Int8Array => {
  const binary = atob(base64)
  const bytes = new Int8Array(binary.length)
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}

const ranksOf = (): Map<string, number> => new Map(vectors.words.split(' ').map((word, rank) => [word, rank]))

/** English words with their ranks, and their vectors by rank. */
export const packVectors = (): Uint8Array<ArrayBuffer> => {
  const ranks = ranksOf()
  const { sorted, units, starts } = SortedWords.pack(ranks.keys())
  return pack([
    Uint32Array.of(vectors.dimensions),
    units,
    starts,
    Uint16Array.from(sorted, (word) => ranks.get(word) ?? 0),
    decode(vectors.vectors)
  ])
}

/** Chinese words with the ranks of the English words that gloss them; a gloss that has no vector tells nothing. */
export const packDictionary = (): Uint8Array<ArrayBuffer> => {
  const ranks = ranksOf()
  const entries = new Map(
    dictionary.entries.split('\n').map((line): [string, number[]] => {
      const [word = '', ...glosses] = line.split(' ')
      return [word, glosses.flatMap((gloss) => ranks.get(gloss) ?? [])]
    })
  )
  const { sorted, units, starts } = SortedWords.pack(entries.keys())
  const glosses = sorted.map((word) => entries.get(word) ?? [])
  const begins = new Uint32Array(glosses.length + 1)
  for (const [at, { length }] of glosses.entries()) begins[at + 1] = (begins[at] ?? 0) + length
  return pack([units, starts, begins, Uint16Array.from(glosses.flat())])
}

/** What stands opposite English words in readouts. */
export const packAssociations = (language: 'en' | 'zh'): Uint8Array<ArrayBuffer> =>
  packOppositeWords((language === 'en' ? associationsEn : associationsZh).words)

/** Words of readouts with where they point, in the order of the words. */
export const packReadoutWords = (language: 'en' | 'zh'): Uint8Array<ArrayBuffer> => {
  const { dimensions, words, vectors: rows } = language === 'en' ? readoutWordsEn : readoutWordsZh
  const places = new Map(words.split(' ').map((word, place) => [word, place]))
  const { sorted, units, starts } = SortedWords.pack(places.keys())
  const read = decode(rows)
  const vectors = new Int8Array(read.length)
  for (const [at, word] of sorted.entries()) {
    const from = (places.get(word) ?? 0) * dimensions
    vectors.set(read.subarray(from, from + dimensions), at * dimensions)
  }
  return pack([Uint32Array.of(dimensions), units, starts, vectors])
}
