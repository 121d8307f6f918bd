import { expect, it } from 'vitest'
import { pointsOutside } from '../../../../engine/findings/standing.ts'
import { materialFor } from '../../../bench/material.ts'
import { comparisonOf, text } from '../readouts.ts'
import { findingsOf, pairOf } from './framed.ts'

const CALM = 'The Secretary stressed the importance of peace and stability across the Taiwan Strait.'

/** All that is said of the second sentence of the Chinese text. */
const saidOf = (line: string, us = CALM): string =>
  pairOf([us], [line])
    .findings.filter(({ cn }) => cn.includes('c2'))
    .map(({ say }) => say)
    .join('\n')

it('tells no act of a side that somebody else does', () => {
  for (const [line, act] of [
    [
      'To accuse China of concealment is contrary to the facts and shows disrespect for two prisoners.',
      'shows'
    ],
    ['This cannot take from two Chinese prisoners their rights and only hardens their resolve.', 'hardens'],
    [
      'On visas, the Chinese side expressed concern that the U.S. side, using “security” as a pretext, refuses visas to two Chinese prisoners.',
      'refuses'
    ],
    [
      'Shen Rui pointed out that the U.S. side talks of risk, and on the other hand overstretches security and keeps two Chinese prisoners.',
      'keeps'
    ]
  ] as const)
    expect(saidOf(line)).not.toMatch(new RegExp(`Beijing “(?:only )?${act}`, 'u'))
})

it('quotes a clause with what limits it', () => {
  const [found] = findingsOf(
    'reported_for_other',
    ['The Secretary welcomed the scheduling of nitazenes while stressing that arrests have yet to follow.'],
    ['Calder said that the United States appreciates the scheduling of nitazenes by China.']
  )
  expect(found?.say).toMatch(
    /“welcomed the scheduling of nitazenes while stressing that arrests have yet to follow”/u
  )
})

it('knows words that lean on what is not quoted', () => {
  const leans = (words: string): boolean => {
    const [us, cn] = [text(CALM), text(`${words}.`)]
    const material = materialFor(comparisonOf(us, cn), { us: us.text, cn: cn.text })
    const [passage] = material.sides.cn.passages
    return passage !== undefined && pointsOutside({ passage, span: passage.sentence })
  }
  for (const words of [
    'Undertook to look into them',
    'Asked that all three be home before the summer',
    'Said that none was up for discussion'
  ])
    expect([words, leans(words)]).toEqual([words, true])
  for (const words of [
    'Handed over serial numbers and asked Beijing to look into them',
    'The two agreed to meet again',
    'Adheres to the one-China policy',
    'Asked that all three prisoners be home before the summer'
  ])
    expect([words, leans(words)]).toEqual([words, false])
})
