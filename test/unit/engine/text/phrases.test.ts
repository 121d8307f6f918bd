import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PhraseMatcher } from '../../../../engine/text/phrases.ts'
import { tokenise } from '../../../../engine/text/tokens.ts'

const matcher = new PhraseMatcher(
  ['Taiwan', 'Taiwan Strait', 'one China', 'denuclear*', 'arm* sales', 'U.S.', '台湾', '台湾问题'].map(
    (phrase) => ({ phrase, value: phrase })
  )
)
const all = (words: string): string[] => matcher.findAll(tokenise(words)).map(({ value }) => value)
const longest = (words: string): string[] => matcher.findLongest(tokenise(words)).map(({ value }) => value)

describe('phrases in a text', () => {
  it('are found whatever their case, hyphens and stops', () => {
    expect(all('The U.S. one-China policy')).toEqual(['U.S.', 'one China'])
  })
  it('may end in anything after a star', () => {
    expect(all('denuclearization, arms sales, arming sales')).toEqual([
      'denuclear*',
      'arm* sales',
      'arm* sales'
    ])
    expect(all('army of salesmen')).toEqual([])
  })
  it('are found inside each other, or only the longest', () => {
    expect(all('the Taiwan Strait')).toEqual(['Taiwan', 'Taiwan Strait'])
    expect(longest('the Taiwan Strait')).toEqual(['Taiwan Strait'])
    expect(longest('台湾问题')).toEqual(['台湾问题'])
  })
  it('are found in traditional characters too', () => {
    expect(longest('臺灣問題')).toEqual(['台湾问题'])
  })
  it('are not found inside a name with an apostrophe', () => {
    const ai = new PhraseMatcher([{ phrase: 'ai', value: 'ai' }])
    expect(ai.findAll(tokenise('Ren’ai Jiao'))).toEqual([])
    expect(ai.findAll(tokenise('AI’s risks'))).toHaveLength(1)
  })
  it('have places that cut them out', () => {
    const words = 'On the Taiwan Strait.'
    const [match] = matcher.findLongest(tokenise(words))
    expect(words.slice(match?.start, match?.end)).toBe('Taiwan Strait')
  })

  it('are those that a look at each phrase by itself would find, in the order in which they were added', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 })
    const words = fc.array(word, { minLength: 1, maxLength: 12 })
    const phrases = fc.uniqueArray(fc.tuple(word, fc.boolean()), { maxLength: 20, selector: String })
    fc.assert(
      fc.property(phrases, words, (entries, text) => {
        const marked = entries.map(([start, open]) => ({ start, open, value: open ? `${start}*` : start }))
        const inOrder = [...marked.filter(({ open }) => open), ...marked.filter(({ open }) => !open)]
        const expected = text.flatMap((one) =>
          inOrder
            .filter(({ start, open }) => (open ? one.startsWith(start) : one === start))
            .map(({ value }) => value)
        )
        const made = new PhraseMatcher(marked.map(({ value }) => ({ phrase: value, value })))
        expect(made.findAll(tokenise(text.join(' '))).map(({ value }) => value)).toEqual(expected)
      })
    )
  })
  it('may be a hundred thousand, each with a star', () => {
    const many = new PhraseMatcher(
      Array.from({ length: 100_000 }, (_, at) => ({ phrase: `term${at}x*`, value: at }))
    )
    const found = many.findAll(tokenise('A term99999xyz, a term7x and a term7.'))
    expect(found.map(({ value }) => value)).toEqual([99_999, 7])
  })
})
