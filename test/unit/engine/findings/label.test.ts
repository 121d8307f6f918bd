import { expect, it } from 'vitest'
import { findingsOf } from './framed.ts'

const VISION = 'Shen Rui said that the two sides should turn the San Francisco vision into reality.'

it('tells in one finding where each has a name of its own, with when the stronger was in use', () => {
  const found = findingsOf(
    'label',
    ['The Secretary said that the two countries are in strategic competition.'],
    [VISION]
  )
  expect(found).toHaveLength(1)
  expect(found[0]?.only).toBeUndefined()
  expect(found[0]?.say).toMatch(/“San Francisco vision”/u)
  expect(found[0]?.say).toMatch(/“strategic competition”/u)
})

it('is silent on a name that both print', () => {
  expect(
    findingsOf('label', ['The Secretary spoke of carrying out the San Francisco vision.'], [VISION])
  ).toEqual([])
})

it('is silent on a name that one text alone prints', () => {
  expect(findingsOf('label', ['The Secretary spoke of fentanyl.'], [VISION])).toEqual([])
})

it('is silent on weaker names where both print a stronger one', () => {
  const strong = 'a constructive relationship of strategic stability'
  const found = (us: string): unknown[] =>
    findingsOf(
      'label',
      [`The Secretary said that the two are in strategic competition and should build ${us}.`],
      [`Shen Rui said that the two should build ${strong}, healthy and stable.`]
    )
  expect(found(strong)).toEqual([])
  expect(found('more wharves')).toHaveLength(1)
})
