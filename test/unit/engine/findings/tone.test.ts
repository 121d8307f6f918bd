import { expect, it } from 'vitest'
import { findingsOf } from './framed.ts'

it('gives the adjectives of each side with their conventional reading', () => {
  const [tone] = findingsOf(
    'tone',
    ['The two had a candid and constructive discussion.'],
    ['The two sides had an in-depth and constructive exchange of views.']
  )
  expect(tone?.words.us).toEqual(['candid', 'constructive'])
  expect(tone?.words.cn).toEqual(['in-depth', 'constructive'])
  expect(tone?.note).toContain('candid: open disagreement')
})

it('weighs the same adjectives below different ones', () => {
  const weight = (cn: string): number =>
    findingsOf(
      'tone',
      ['The two had a candid discussion.'],
      [`The two sides had a ${cn} exchange of views.`]
    )[0]?.weight ?? 0
  expect(weight('candid')).toBeLessThan(weight('fruitful'))
})

it('is silent on an adjective that is not said of the talks held', () => {
  expect(
    findingsOf(
      'tone',
      ['The Secretary said that constructive trade ties help farmers.'],
      ['Shen Rui called for positive and sound development of trade.']
    )
  ).toEqual([])
})

it('takes no signal and no talks that are only wished for as the mood of those held', () => {
  const found = findingsOf(
    'tone',
    ['Finally, they discussed further talks and the importance of substantive conversations.'],
    ['The two sides believed that the meeting would send a positive signal to the world.']
  )
  expect(found.flatMap(({ words }) => [...words.us, ...words.cn]).join(' ')).not.toMatch(
    /substantive|positive/
  )
})

it('takes an adverb of speaking as the mood of the talks whoever speaks, and dressing where there is nothing else', () => {
  const words = (line: string): string[] =>
    findingsOf('tone', [line], ['The two sides had an in-depth exchange of views.'])[0]?.words.us ?? []
  expect(
    words('The Secretary welcomed the opportunity to speak candidly with Shen Rui about fishing.')
  ).toEqual(['candidly'])
  expect(words('The Secretary said that a candid dialogue on fishing would help.')).toEqual([])
  expect(words('The two had a broad, strategic discussion.')).toEqual(['broad', 'strategic'])
  expect(words('The two had a candid and strategic discussion.')).toEqual(['candid'])
})

it('calls no talks “candidly”: where a text has adverbs alone, it says how they spoke', () => {
  const [tone] = findingsOf(
    'tone',
    ['The two sides spoke candidly.'],
    ['The two sides had candid, in-depth and constructive talks.']
  )
  expect(tone?.say).toBe(
    'Washington says that the two sides spoke “candidly”; Beijing calls the talks “candid”, “in-depth” and “constructive”.'
  )
})
