import { describe, expect, it } from 'vitest'
import { tagEnglish } from '../../../../engine/syntax/english-tagger.ts'

/** Genitives with a mark right behind them, which the package takes for one word. */
const AT_MARKS = [
  'No port gains more than Qingdao’s, and none less than Halifax’s; so much for “the navy’s”.',
  "No port gains more than Qingdao's, and none less than Halifax's; so much for the navy's."
]
const APART = ['Qingdao’s harbor and the navy’s ships', "Halifax's harbor and the navy's ships"]
const told = (text: string): string[] => tagEnglish(text).map(({ text: word, pos }) => `${word} ${pos}`)

describe('the words of an English text', () => {
  it('are the same whatever was read before', () => {
    const before = APART.map(told)
    for (const text of AT_MARKS) tagEnglish(text)
    expect(APART.map(told)).toEqual(before)
    expect(before[0]).toContain('’s PART')
  })
  it.each([...AT_MARKS, ...APART])('part from their genitive, and stand where they stand: %s', (text) => {
    const offset = 11
    const words = tagEnglish(text, offset)
    for (const { text: word, start, end } of words)
      expect(text.slice(start - offset, end - offset).toLowerCase()).toBe(word)
    expect(words.some(({ text: word }) => /\p{L}[’']s$/u.test(word))).toBe(false)
  })
})
