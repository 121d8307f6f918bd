import { describe, expect, it } from 'vitest'
import { pairOf } from './framed.ts'

const OPENING = 'China has committed to the following:'
const ITEMS = [
  'Open its cloud market to American providers by the end of 2030.',
  'Cut its tariff on American rice from 15 percent to 5 percent by August 1.'
]
const ANSWER =
  'On rice, Shen Rui said that the tariff on American rice is a countermeasure and will not be cut by August 1.'

describe('items of a list without a subject', () => {
  it('are told as what is listed for the side that the line before them names', () => {
    const { findings } = pairOf([OPENING, ...ITEMS], [ANSWER])
    const told = findings.map(({ say }) => say).filter((say) => say.includes('“Cut its tariff'))
    expect(told.length).toBeGreaterThan(0)
    for (const say of told)
      expect(say).toMatch(/(?:Beijing’s part includes|readout lists for Beijing) “Cut its tariff/u)
  })

  it('are of the side that the line names; what follows the list is not', () => {
    const { readouts } = pairOf(
      [OPENING, ...ITEMS, 'The duty on furniture stays. The rules on chips were not discussed.'],
      [ANSWER]
    )
    expect(readouts.us.sentences.slice(1).map(({ speaker }) => speaker)).toEqual([
      'cn',
      'cn',
      'cn',
      'us',
      'us'
    ])
  })
})
