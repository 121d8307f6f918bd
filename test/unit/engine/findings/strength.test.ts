import { expect, it } from 'vitest'
import { findingsOf, pairOf } from './framed.ts'

it('sets a strong verb against a plain one on the same matter of joint speech', () => {
  const [gap] = findingsOf(
    'strength',
    ['The two sides agreed to resume military-to-military communication between theater commanders.'],
    ['The two sides discussed military-to-military communication between theater commanders.']
  )
  expect(gap).toMatchObject({ us: ['u2'], cn: ['c2'] })
  expect(gap?.say).toMatch(
    /^Beijing puts it more weakly: Washington .*“agreed to .*”; Beijing .*“.*discussed .*”\.$/u
  )
})

it('tells a warning that the other text does not take up', () => {
  const { findings } = pairOf(
    ['The Secretary spoke of winter sports.', 'She said that skaters from Ohio will train in Harbin.'],
    [
      'Shen Rui said that the Taiwan question is a red line that must not be crossed by the sale of 66 aircraft.'
    ]
  )
  const warning = findings.find(({ cn }) => cn.includes('c2'))
  expect(warning).toMatchObject({ only: 'cn', us: [] })
  expect(warning?.say).toMatch(/“the Taiwan question is a red line .* by the sale of 66 aircraft”/u)
})

it('is silent on a red line that nothing answers and that depends on nothing', () => {
  expect(
    findingsOf(
      'strength',
      ['The Secretary spoke of winter sports.'],
      ['Shen Rui said that the Taiwan question is a red line that must not be crossed.']
    )
  ).toEqual([])
})

it('is silent on verbs that are both neutral', () => {
  expect(
    findingsOf(
      'strength',
      ['The Secretary said that peace and stability across the Taiwan Strait matter to all.'],
      ['Shen Rui noted that peace and stability across the Taiwan Strait matter to all.']
    )
  ).toEqual([])
})

it('takes a commitment of one side for no outcome of the meeting', () => {
  expect(
    findingsOf(
      'strength',
      [
        'The Secretary emphasized the commitment of the United States to the denuclearization of North Korea.'
      ],
      ['The two sides exchanged views on the denuclearization of North Korea.']
    ).filter(({ rule }) => rule === 'strength:outcome')
  ).toEqual([])
})

it('sets no verbs against each other that report different matters', () => {
  const verbs = findingsOf(
    'strength',
    ['As the Secretary made clear, this was part of an effort to manage competition.'],
    ['Calder said that the world is changing fast and that winter sports are popular.']
  )
  expect(verbs.filter(({ rule }) => rule === 'strength:verb')).toEqual([])
})

it('takes what was merely discussed for no outcome', () => {
  const found = (verb: string): string[] =>
    findingsOf(
      'strength',
      [`The two sides ${verb} commitments on counternarcotics.`],
      ['The two sides exchanged views on counternarcotics.']
    ).map(({ rule }) => rule)
  expect(found('discussed')).not.toContain('strength:outcome')
})
