import { expect, it } from 'vitest'
import { findingsOf, pairOf } from './framed.ts'

const US = 'The two sides agreed to resume military-to-military communication between theater commanders.'
const CN =
  'The two sides agreed to resume communication between the theater commanders of the two militaries.'

it('tells what both report in substantially the same words', () => {
  const [agreement] = findingsOf('agreement', [US], [CN])
  expect(agreement).toMatchObject({ us: ['u2'], cn: ['c2'] })
  expect(agreement?.say).toMatch(/^Both report, in Washington’s words, that the two sides “.*”\.$/u)
})

it('makes the relation of its passages “shared”', () => {
  const { groups } = pairOf([US], [CN])
  expect(groups.find(({ us }) => us.includes('u2'))?.relation).toBe('shared')
})

it('is silent on a matter that the two put against each other', () => {
  expect(
    findingsOf(
      'agreement',
      ['The Secretary raised concerns about dangerous PRC actions against Philippine vessels.'],
      ['Shen Rui said that the United States should stop supporting the Philippines in its provocations.']
    )
  ).toEqual([])
})

it('does not count that they met', () => {
  expect(findingsOf('agreement', [], [])).toEqual([])
})
