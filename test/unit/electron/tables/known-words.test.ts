import { describe, expect, it } from 'vitest'
import { KnownWords, packWords } from '../../../../electron/tables/known-words.ts'

const WORDS = ['$%^oov^%$', 'the', 'The', 'a', 'naïve', '😀', 'constructor', '__proto__', 'them']
const known = (): KnownWords => new KnownWords(packWords(WORDS).buffer)

describe('the words that a model knows', () => {
  it('have the numbers that they were given', () => {
    const words = known()
    expect(words.length).toBe(WORDS.length)
    expect(WORDS.map((word) => words.numberOf(word))).toEqual([...WORDS.keys()])
    expect([...WORDS.keys()].map((number) => words.at(number))).toEqual(WORDS)
  })

  it('are found whole, as they are written', () => {
    for (const word of ['', 'th', 'thee', 'THE', 'zebra', 'toString'])
      expect(known().numberOf(word)).toBeUndefined()
    expect(known().at(WORDS.length)).toBeUndefined()
  })

  it('grow by those that are met', () => {
    const words = known()
    expect(words.push('detente')).toBe(WORDS.length + 1)
    expect(words.numberOf('detente')).toBe(WORDS.length)
    expect(words.at(WORDS.length)).toBe('detente')
    expect(words.length).toBe(WORDS.length + 1)
    expect(words.numberOf('the')).toBe(1)
  })
})
