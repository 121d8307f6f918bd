import { expect, it } from 'vitest'
import { findingsOf } from './framed.ts'

const OWN = 'The Secretary reaffirmed that our one China policy has not changed.'

it('sets an assurance that a readout logs against the readout of whoever gave it', () => {
  const [assurance] = findingsOf(
    'reported_for_other',
    [OWN],
    [
      'Calder said that the United States does not seek a new Cold War and does not support “Taiwan independence.”'
    ]
  )
  expect(assurance).toMatchObject({ rule: 'reported-for-other:assurance', only: 'cn', cn: ['c2'] })
  expect(assurance?.words.cn.join(' ')).toContain('does not support')
  expect(assurance?.say).toContain('the US readout does not print')
})

it('is silent where the own readout confirms what it is reported to have said', () => {
  expect(
    findingsOf(
      'reported_for_other',
      ['The Secretary said that the United States does not seek a new Cold War.'],
      ['Calder said that the United States does not seek a new Cold War.']
    )
  ).toEqual([])
})

it('is silent where each readout speaks for its own side', () => {
  expect(
    findingsOf('reported_for_other', [OWN], ['Shen Rui said that China does not seek a new Cold War.'])
  ).toEqual([])
})
