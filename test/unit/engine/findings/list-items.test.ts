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

  it('that are things are commitments only where the line before says so', () => {
    const told = (opening: string): string[] =>
      pairOf(
        [
          opening,
          'Purchases of $14 billion in American rice in 2028.',
          'An end to the duty on American corn.'
        ],
        ['Shen Rui said that China has made no promise of purchases of American rice.']
      )
        .findings.map(({ say }) => say)
        .filter((say) => say.includes('“Purchases of'))
    expect(told('China has committed to the following:').join()).toContain(
      'Beijing’s commitments include “Purchases of'
    )
    expect(told('On the Chinese side:').join()).not.toContain('commitments')
  })

  it('are no sentences in the past, each a paragraph', () => {
    const { findings } = pairOf(
      [
        'The Secretary stressed the importance of peace across the Taiwan Strait.',
        'The Secretary raised the case of two detained teachers.'
      ],
      ['Shen Rui said that the Taiwan question is at the heart of China’s core interests.']
    )
    expect(findings.length).toBeGreaterThan(0)
    for (const { say } of findings) expect(say).not.toMatch(/lists|is to|commitments/u)
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
