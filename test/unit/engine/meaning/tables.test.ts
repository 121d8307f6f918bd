import { describe, expect, it } from 'vitest'
import dictionary from '../../../../engine/lexicon/data/dictionary.json' with { type: 'json' }
import vectors from '../../../../engine/lexicon/data/word-vectors.json' with { type: 'json' }
import { glossesOf } from '../../../../engine/meaning/dictionary.ts'
import { pack, SortedWords, Unpacked } from '../../../../engine/meaning/packed.ts'
import { meaningOf } from '../../../../engine/meaning/vectors.ts'

const words = vectors.words.split(' ')

describe('packed tables', () => {
  it('come back as they were, whatever their lengths', () => {
    const [bytes, units, numbers] = [
      Int8Array.of(-1, 2, 3),
      Uint16Array.of(65_535),
      Uint32Array.of(70_000, 1)
    ]
    const tables = new Unpacked(pack([bytes, units, numbers, new Int8Array()]).buffer)
    expect(tables.int8()).toEqual(bytes)
    expect(tables.uint16()).toEqual(units)
    expect(tables.uint32()).toEqual(numbers)
    expect(tables.int8()).toHaveLength(0)
  })
  it('find each of some words, and no other', () => {
    const { sorted, units, starts } = SortedWords.pack(['bb', 'a', '中', 'b', '中国', ''])
    const table = new SortedWords(units, starts)
    expect(sorted.map((word) => table.find(word))).toEqual([0, 1, 2, 3, 4, 5])
    for (const word of ['aa', 'c', 'bbb', '国', '中国人']) expect(table.find(word)).toBe(-1)
    expect(new SortedWords(new Uint16Array(), new Uint32Array(1)).find('a')).toBe(-1)
  })
})

describe('the large tables', () => {
  it('have every English word with its own vector', () => {
    const bytes = Buffer.from(vectors.vectors, 'base64')
    const wrong = words.filter((word, rank) => {
      const vector = meaningOf(word)?.vector
      const own = bytes.subarray(rank * vectors.dimensions, (rank + 1) * vectors.dimensions)
      return vector === undefined || Buffer.compare(Buffer.from(vector), own) !== 0
    })
    expect(wrong).toEqual([])
    expect(words).toHaveLength(new Set(words).size)
    expect(meaningOf('qwertyuiop')).toBeUndefined()
  })
  it('have every Chinese word with its glosses in their order', () => {
    const wrong = dictionary.entries.split('\n').filter((line) => {
      const [word = '', ...glosses] = line.split(' ')
      return Array.from(glossesOf(word), (rank) => words[rank]).join(' ') !== glosses.join(' ')
    })
    expect(wrong).toEqual([])
    expect(glossesOf('不是词的词')).toHaveLength(0)
  })
})
