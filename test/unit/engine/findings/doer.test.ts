import { expect, it } from 'vitest'
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

it('tells nothing in words that lean on what is not quoted', () => {
  for (const line of [
    'Shen Rui undertook to look into them.',
    'Shen Rui asked that all three be home.',
    'Shen Rui said that none was up for discussion.'
  ])
    expect(saidOf(line)).toBe('')
})
