import { expect, it } from 'vitest'
import { findingsOf } from './framed.ts'

it('takes no invitation that is accepted for a burden', () => {
  expect(
    findingsOf(
      'duty_reversed',
      [
        'Foreign Minister Shen was invited to come to Washington for a further round at a time that suits both.'
      ],
      [
        'Shen Rui accepted with pleasure an invitation to visit the United States, the time of which is to be decided through consultation.'
      ]
    )
  ).toEqual([])
})

it('tells one matter that each side lays on the other', () => {
  const [reversed] = findingsOf(
    'duty_reversed',
    ['On trade, the Secretary said that the PRC must end its unfair trade practices and cut tariffs.'],
    ['Shen Rui said that the United States should lift its tariffs and stop suppressing Chinese companies.']
  )
  expect(reversed).toMatchObject({ us: ['u2'], cn: ['c2'] })
  expect(reversed?.say).toMatch(
    /^Each side puts the burden on the other: (?:Washington says that “.*must end.*”[;.] Beijing says that “.*should lift|Beijing says that “.*should lift.*”[;.] Washington says that “.*must end)/u
  )
})

it('is silent where both lay it on both', () => {
  expect(
    findingsOf(
      'duty_reversed',
      ['The Secretary said that the two countries should cut tariffs.'],
      ['Shen Rui said that both sides should cut tariffs.']
    )
  ).toEqual([])
})

it('does not take what a readout has the other side say for its own demand', () => {
  expect(
    findingsOf(
      'duty_reversed',
      ['The Secretary discussed tariffs.'],
      ['Calder said that the United States should cut tariffs.']
    )
  ).toEqual([])
})

it('tells that one side rejects what the other lays on it, and nothing where it rejects what nobody says', () => {
  const RAISED = 'The Secretary raised deep concerns about PRC cyberattacks on hospitals.'
  const REJECTED = 'Shen Rui said that the so-called cyberattacks are groundless.'
  const [found] = findingsOf('refusal', [RAISED], [REJECTED])
  expect(found?.say).toMatch(/^Washington .*“.*cyberattacks on hospitals”; Beijing says that “.*groundless/u)
  expect(
    findingsOf('duty_reversed', ['The Secretary spoke of cyberattacks on hospitals.'], [REJECTED])
  ).toEqual([])
})
