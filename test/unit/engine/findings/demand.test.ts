import { expect, it } from 'vitest'
import { findingsOf, pairOf } from './framed.ts'

it('tells what one side asks the other to stop, and what the other has on it', () => {
  const [told] = pairOf(
    ['The Secretary stressed the importance of peace and stability across the Taiwan Strait.'],
    ['Shen Rui said that the United States must stop arms sales to Taiwan.']
  ).findings
  expect(told).toMatchObject({ cn: ['c2'], us: ['u2'] })
  expect(told?.words.cn.join(' ')).toContain('must stop')
})

it('takes urging for a demand', () => {
  const [demand] = findingsOf(
    'demand',
    ['He urged the PRC to release American citizens who are wrongfully detained.'],
    ['Shen Rui spoke of the long history of exchanges.']
  )
  expect(demand).toMatchObject({ only: 'us', us: ['u2'] })
})

it('is silent where a duty is laid on both sides, or on one’s own', () => {
  expect(
    findingsOf(
      'demand',
      ['The Secretary said that the two sides should keep lines of communication open.'],
      ['Shen Rui said that China will open up further and that both sides should respect each other.']
    )
  ).toEqual([])
})

it('turns straight quotation marks of the text into single ones that open and close', () => {
  const { findings } = pairOf(
    ['The Secretary said that tariffs on Chinese goods will stay.'],
    ['Shen Rui said that the U.S. side must end its "unlawful" tariffs on Chinese goods.']
  )
  expect(findings.map(({ say }) => say).join('\n')).toContain('its ‘unlawful’ tariffs')
})
