import { describe, expect, it } from 'vitest'
import dictionary from '../../../../engine/lexicon/data/dictionary.json' with { type: 'json' }
import table from '../../../../engine/lexicon/data/word-vectors.json' with { type: 'json' }
import { chineseWords, glossesOf } from '../../../../engine/meaning/dictionary.ts'
import { meaningOf } from '../../../../engine/meaning/vectors.ts'
import { tokenise } from '../../../../engine/text/tokens.ts'

describe('the dictionary', () => {
  const lines = dictionary.entries.split('\n').map((line) => line.split(' '))

  it('is in the order in which words are looked for, each once and with a gloss', () => {
    const wrong = lines.filter(([word = '', gloss], at) => (lines[at - 1]?.[0] ?? '') >= word || !gloss)
    expect(wrong).toEqual([])
  })

  it('gives every word its glosses', () => {
    const wrong = lines.filter(([word = '', ...glosses]) => glossesOf(word).join(' ') !== glosses.join(' '))
    expect(wrong).toEqual([])
  })

  it('gives none of what is no word of it', () => {
    for (const word of ['', '一', '一一一', '合作合作', '\uffff', ' ', '\n', 'word', '𬟽', '龟']) {
      expect(lines.some(([known]) => known === word)).toBe(false)
      expect(glossesOf(word), word).toEqual([])
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
    const words = table.words.split(' ')
    expect(bytes).toHaveLength(words.length * table.dimensions)
    const wrong = words.filter((word, rank) => {
      const vector = bytes.subarray(rank * table.dimensions, (rank + 1) * table.dimensions)
      return meaningOf(word)?.vector.join() !== vector.join()
    })
    expect(wrong).toEqual([])
  })
})
