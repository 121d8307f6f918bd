import { expect, it } from 'vitest'
import { findingsOf } from './framed.ts'

const TAIWAN = [
  'Shen Rui said that the Taiwan question is at the very heart of China’s core interests.',
  'There is but one China in the world, and Taiwan is part of China, he said.',
  'He said that “Taiwan independence” and peace across the Taiwan Strait cannot coexist.',
  'He called on all to abide by the one-China principle.'
]
const FENTANYL = 'The Secretary stressed work against the flow of fentanyl and its precursor chemicals.'
const STRAIT = 'The Secretary stressed the importance of peace and stability across the Taiwan Strait.'

it('tells a matter that one text comes to early and the other late', () => {
  const trade = 'He spoke of trade, tariffs and market access for American firms.'
  const found = findingsOf(
    'order_weight',
    [FENTANYL, trade, trade.replace('trade', 'farm goods'), STRAIT],
    [...TAIWAN, 'Shen Rui spoke of work against fentanyl and its precursor chemicals.']
  )
  expect(found.some(({ topic, rule }) => topic === 'taiwan' && rule === 'order-weight:place')).toBe(true)
})

it('is silent where both have the same matters in the same order and size', () => {
  expect(
    findingsOf(
      'order_weight',
      [FENTANYL, STRAIT],
      [
        'Shen Rui stressed work against the flow of fentanyl and its precursor chemicals.',
        'Shen Rui stressed the importance of peace and stability across the Taiwan Strait.'
      ]
    )
  ).toEqual([])
})

it('is silent where a larger share is only that of a shorter text', () => {
  const long = Array.from(
    { length: 6 },
    (_, at) =>
      `Shen Rui spoke at some length of friendship and of the ${at + 2} visits of students and artists.`
  )
  const found = findingsOf(
    'order_weight',
    [STRAIT],
    [...long, `Shen Rui spoke of the Taiwan question, ${STRAIT}`]
  )
  expect(found.filter(({ rule }) => rule === 'order-weight:share')).toEqual([])
})

it('counts what the narration says of a matter', () => {
  const [found] = findingsOf(
    'order_weight',
    [
      'The conversation focused on Ukraine, and on how the war there could be brought to an end by those who began it.',
      'The Secretary spoke of fishing.',
      'The Secretary spoke of rice.',
      'The Secretary spoke of salt.'
    ],
    [
      'Shen Rui said that the two countries had more to do with each other than many thought, in fishing and in much else.',
      'Shen Rui said that schools and towns could talk, and that many more visits would be welcome to those at home.',
      'Shen Rui spoke of Ukraine.'
    ]
  ).filter(({ topic }) => topic === 'ukraine')
  expect(found?.us).toEqual(['u2'])
})
