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
    const told = findings
      .map(({ say }) => say)
      .filter((say) => say.includes('its tariff on American rice from 15'))
    expect(told.length).toBeGreaterThan(0)
    for (const say of told) expect(say).toMatch(/Beijing is to cut “its tariff/u)
  })

  it.each([
    ['China has committed to the following:', 'Beijing’s commitments include “Purchases of'],
    ['On the Chinese side:', 'Beijing’s part includes “Purchases of']
  ])('that are things are told as what they are by the line before them: %s', (opening, told) => {
    const { findings } = pairOf(
      [opening, 'Purchases of $14 billion in American rice in 2028.', 'An end to the duty on American corn.'],
      ['Shen Rui said that China has made no promise of purchases of American rice.']
    )
    const says = findings.map(({ say }) => say).filter((say) => say.includes('“Purchases of'))
    for (const say of says) expect(say).toContain(told)
    if (opening.startsWith('China')) expect(says.length).toBeGreaterThan(0)
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
