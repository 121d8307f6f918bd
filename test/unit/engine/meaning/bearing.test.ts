import { describe, expect, it } from 'vitest'
import data from '../../../../engine/lexicon/data/readout-words-en.json' with { type: 'json' }
import chinese from '../../../../engine/lexicon/data/readout-words-zh.json' with { type: 'json' }
import { Lexicon, standardLexicon } from '../../../../engine/lexicon/lexicon.ts'
import { alikeInBearing, bearingOf } from '../../../../engine/meaning/bearing.ts'
import { tokenise } from '../../../../engine/text/tokens.ts'

const bearing = (text: string) => bearingOf(tokenise(text), standardLexicon)
const alike = (one: string, other: string): number => alikeInBearing(bearing(one), bearing(other))

describe('the bearing of a sentence', () => {
  it('is like that of what the other side says on the matter, though they share no word', () => {
    const asked = 'She asked for the release of three Americans who have been behind bars since 2027.'
    const answer =
      'Judicial organs handle individual cases in accordance with law, and no foreign state may meddle.'
    const elsewhere = 'Purchases of soybeans and sorghum shall grow step by step on commercial terms.'
    expect(alike(asked, answer)).toBeGreaterThan(alike(asked, elsewhere) + 0.3)
  })
  it('is one for English and Chinese', () => {
    const pandas = 'Two young pandas will travel to the zoo in Denver next spring.'
    expect(alike(pandas, '两只大熊猫将于明年春天赴丹佛动物园。')).toBeGreaterThan(
      alike(pandas, '中方将继续依法管控稀土相关物项出口。') + 0.3
    )
  })
  it('is the same for the same words in another order, and of unit length', () => {
    expect(alike('tariffs on steel', 'steel on tariffs')).toBe(1)
  })
  it('asks no word of what the reader has switched off', () => {
    const less = new Lexicon({ name: 'less', off: ['taiwan'] })
    expect(bearing('Taiwan')).toBeDefined()
    expect(bearingOf(tokenise('Taiwan'), less)).toBeUndefined()
    expect(bearingOf(tokenise('Taiwan and tariffs'), less)).toEqual(bearing('tariffs'))
  })
  it('is none of what has no word that is known', () => {
    expect(bearing('of the xqzt')).toBeUndefined()
    expect(alikeInBearing(undefined, bearing('tariffs'))).toBe(0)
  })
})

describe('the tables of readout words', () => {
  it.each([
    ['English', data],
    ['Chinese', chinese]
  ])('have a row for each %s word, each word once', (_name, { dimensions, words, vectors }) => {
    const list = words.split(' ')
    expect(new Set(list).size).toBe(list.length)
    expect(Buffer.from(vectors, 'base64')).toHaveLength(list.length * dimensions)
  })
})
