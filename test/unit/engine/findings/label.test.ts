import { expect, it } from 'vitest'
import { findingsOf } from './framed.ts'

const VISION = 'Shen Rui said that the two sides should turn the San Francisco vision into reality.'

it('tells a name for the relationship that one readout alone prints, with when it was in use', () => {
  const [label] = findingsOf('label', ['The Secretary spoke of fentanyl.'], [VISION])
  expect(label).toMatchObject({ only: 'cn', us: [], words: { cn: ['San Francisco vision'] } })
  expect(label?.note).toMatch(/2023/)
})

it('tells in one finding where each has a name of its own', () => {
  const found = findingsOf(
    'label',
    ['The Secretary said that the two countries are in strategic competition.'],
    [VISION]
  )
  expect(found).toHaveLength(1)
  expect(found[0]?.only).toBeUndefined()
})

it('is silent on a name that both print', () => {
  expect(
    findingsOf('label', ['The Secretary spoke of carrying out the San Francisco vision.'], [VISION])
  ).toEqual([])
})

it('tells whom a readout has use a label, where it is not its own side', () => {
  const [label] = findingsOf(
    'label',
    ['The Secretary spoke of winter sports.'],
    ['Calder said that the two should build a constructive relationship of strategic stability.']
  )
  expect(label?.say).toMatch(/^According to Beijing, Washington used the words “/u)
})

it('says of a name that one text alone prints no more than that the other does not use the words', () => {
  const [label] = findingsOf('label', ['The Secretary spoke of fentanyl.'], [VISION])
  expect(label?.say).toBe('Beijing writes “San Francisco vision”; Washington does not use these words.')
})

it('is silent on a weaker name where both print a stronger one', () => {
  const strong = 'a constructive relationship of strategic stability'
  const found = (us: string): unknown[] =>
    findingsOf(
      'label',
      [`The Secretary said that the two should build ${us}.`],
      [`Shen Rui said that the two should build ${strong}, healthy and stable.`]
    )
  expect(found(strong)).toEqual([])
  expect(found('more wharves')).toHaveLength(1)
})
