import { describe, expect, it } from 'vitest'
import dictionary from '../../../../engine/lexicon/data/dictionary.json' with { type: 'json' }
import table from '../../../../engine/lexicon/data/word-vectors.json' with { type: 'json' }
import { chineseWords, glossesOf } from '../../../../engine/meaning/dictionary.ts'
import { meaningOf } from '../../../../engine/meaning/vectors.ts'
import { tokenise } from '../../../../engine/text/tokens.ts'

const english = table.words.split(' ')

describe('the dictionary', () => {
  const lines = dictionary.entries.split('\n').map((line) => line.split(' '))

  it('is in the order of its words, each once and with a gloss', () => {
    const wrong = lines.filter(([word = '', gloss], at) => (lines[at - 1]?.[0] ?? '') >= word || !gloss)
    expect(wrong).toEqual([])
  })

  it('gives every word its glosses in their order', () => {
    const wrong = lines.filter(
      ([word = '', ...glosses]) =>
        Array.from(glossesOf(word), (rank) => english[rank]).join(' ') !== glosses.join(' ')
    )
    expect(wrong).toEqual([])
  })

  it('gives none of what is no word of it', () => {
    for (const word of ['', '一', '一一一', '合作合作', '\uffff', ' ', '\n', 'word', '𬟽', '龟']) {
      expect(lines.some(([known]) => known === word)).toBe(false)
      expect(glossesOf(word), word).toHaveLength(0)
    }
  })

  it('cuts a run of characters into its longest words', () => {
    const words = chineseWords(tokenise('双方同意加强合作。')).map(({ word }) => word)
    expect(words).toEqual(['双方同意', '加强', '合作'])
  })
})

describe('the vectors', () => {
  it('are those that the table holds, word by word', () => {
    const bytes = Int8Array.from(Buffer.from(table.vectors, 'base64'))
    expect(bytes).toHaveLength(english.length * table.dimensions)
    expect(english).toHaveLength(new Set(english).size)
    const wrong = english.filter((word, rank) => {
      const vector = bytes.subarray(rank * table.dimensions, (rank + 1) * table.dimensions)
      return meaningOf(word)?.vector.join() !== vector.join()
    })
    expect(wrong).toEqual([])
    expect(meaningOf('qwertyuiop')).toBeUndefined()
  })
})
