import { expect, it } from 'vitest'
import { findingsOf } from './framed.ts'

const OWN = 'The Secretary reaffirmed that our one China policy has not changed.'

it('sets an assurance that a readout logs against the readout of whoever gave it', () => {
  const [assurance] = findingsOf(
    'reported_for_other',
    ['The Secretary said that the United States will keep working on climate change.'],
    [
      'Calder said that the United States does not seek a new Cold War and does not support “Taiwan independence.”'
    ]
  )
  expect(assurance).toMatchObject({ rule: 'reported-for-other:assurance', only: 'cn', cn: ['c2'] })
  expect(assurance?.words.cn.join(' ')).toContain('does not support')
  expect(assurance?.say).toMatch(
    /^According to Beijing, Calder said “.*”(?:; Washington’s own readout does not say this)?\.$/u
  )
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

it('takes what will come of a question for a forecast and no assurance', () => {
  const rules = (line: string): string[] =>
    findingsOf('reported_for_other', [OWN], [line]).map(({ rule }) => rule)
  expect(rules('Calder said that the United States will keep the channels of communication open.')).toContain(
    'reported-for-other:assurance'
  )
  expect(rules('Calder said that how the two countries get along will shape the century.')).not.toContain(
    'reported-for-other:assurance'
  )
})

it('says nothing of the own readout where its row may answer in other words, and that it is silent where nothing does', () => {
  const said = (us: string): string | undefined =>
    findingsOf(
      'reported_for_other',
      [us],
      [
        'Calder said that the one China policy remains in place and that the United States does not support “Taiwan independence”.'
      ]
    )[0]?.say
  expect(said('The Secretary said that the one China policy of the United States remains in place.')).toMatch(
    /^According to Beijing, Calder said “(?!.*does not say this)/u
  )
  expect(said('The Secretary said that the United States will keep working on climate change.')).toMatch(
    /; Washington’s own readout does not say this\.$/u
  )
})

it('takes a row of pledges as those of whoever it begins with, and a possessive for nobody', () => {
  const [found] = findingsOf(
    'reported_for_other',
    ['The Secretary said that the United States will keep working on climate change.'],
    [
      'Calder said that the United States respects China’s system and does not seek to change it, does not seek to oppose China by strengthening alliances, and does not support “Taiwan independence”.'
    ]
  )
  expect(found?.rule).toBe('reported-for-other:assurance')
  expect(found?.words.cn.join(' ')).toContain('does not support “Taiwan independence”')
})
