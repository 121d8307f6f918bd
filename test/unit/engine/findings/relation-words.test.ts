import { describe, expect, it } from 'vitest'
import { soundOf, toldBy } from '../../../../engine/findings/relation-words.ts'
import { tokenise } from '../../../../engine/text/tokens.ts'

const read = (...texts: string[]) => texts.map((text) => tokenise(text))

describe('how two passages sound', () => {
  it('counts each word once, small ones too, and pairs of Chinese characters', () => {
    expect([...toldBy(read('The talks, the talks: no 5.', '双方同意。'))]).toEqual([
      'the',
      'talk',
      'no',
      '双方',
      '方同',
      '同意'
    ])
  })
  it('is the same whichever is whose, and nothing of words that tell nothing', () => {
    const weights = { both: -1, no: 2 }
    expect(soundOf(read('Both met.'), read('There is no deal.'), weights)).toBe(
      soundOf(read('There is no deal.'), read('Both met.'), weights)
    )
    expect(soundOf(read('xqzt'), read('5'), weights)).toBe(0)
  })
  it('leans to differing for a demand that is turned down, to reporting the same for what both agreed', () => {
    const differs = soundOf(
      read('The Secretary urged Beijing to stop the tariffs on American farmers.'),
      read('China will not accept what it has been asked: this is not how talks go.')
    )
    const same = soundOf(
      read('Both delegations agreed to meet again in spring.'),
      read('The two sides agreed to hold the next round of consultations in the spring.')
    )
    expect(differs).toBeGreaterThan(same + 1)
  })
})
