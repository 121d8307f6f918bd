import { expect, it } from 'vitest'
import { text, comparisonOf } from '../readouts.ts'
import { findingsOf } from './framed.ts'

it('tells who asked for the meeting where one readout alone does', () => {
  const { findings } = comparisonOf(
    text('Secretary of State Ruth Calder spoke today with PRC Foreign Minister Shen Rui.'),
    text('Foreign Minister Shen Rui spoke by phone with U.S. Secretary of State Ruth Calder at her request.')
  )
  const [protocol] = findings.filter(({ kind }) => kind === 'protocol')
  expect(protocol?.words.cn.join(' ')).toContain('at her request')
  expect(protocol?.say).toBe('Only Beijing says that Washington asked for the call (“at her request”).')
})

it('is silent where both tell the same of the form', () => {
  const { findings } = comparisonOf(
    text('Secretary of State Ruth Calder asked for the call and spoke with PRC Foreign Minister Shen Rui.'),
    text('Foreign Minister Shen Rui spoke with U.S. Secretary of State Ruth Calder at the latter’s request.')
  )
  expect(findings.filter(({ rule }) => rule.startsWith('protocol'))).toEqual([])
})

it('is silent where the other side says in its own voice that it asked', () => {
  const { findings } = comparisonOf(
    text(
      'Secretary of State Ruth Calder spoke today with PRC Foreign Minister Shen Rui. “We asked for this call on the second day of the crisis,” she said.'
    ),
    text('Foreign Minister Shen Rui spoke with U.S. Secretary of State Ruth Calder at the latter’s request.')
  )
  expect(findings.filter(({ rule }) => rule.startsWith('protocol'))).toEqual([])
})

it('sets against each other what each says of who asked', () => {
  const { findings } = comparisonOf(
    text(
      'Secretary of State Ruth Calder spoke with Foreign Minister Shen Rui. The call was held at the request of the PRC.'
    ),
    text(
      'Foreign Minister Shen Rui spoke with U.S. Secretary of State Ruth Calder at the initiative of the U.S. side.'
    )
  )
  const [clash] = findings.filter(({ rule }) => rule === 'protocol:clash')
  expect(clash?.kind).toBe('clash')
  expect(clash?.say).toMatch(/Washington that Beijing asked for the call \(“at the request of the PRC”\)/u)
  expect(clash?.say).toMatch(
    /Beijing says that Washington asked for the call \(“at the initiative of the U\.S\. side”\)/u
  )
})

it('is silent where a text does not name whose request it was', () => {
  const { findings } = comparisonOf(
    text('Secretary of State Ruth Calder spoke today with PRC Foreign Minister Shen Rui.'),
    text(
      'Foreign Minister Shen Rui spoke with U.S. Secretary of State Ruth Calder. It was at the request of a third country.'
    )
  )
  expect(findings.filter(({ rule }) => rule.startsWith('protocol'))).toEqual([])
})

it('is silent on what an official says of such forms', () => {
  expect(
    findingsOf(
      'protocol',
      ['The Secretary said that help was sent at the request of Ukraine.'],
      ['Shen Rui said that China takes note of Ukraine.']
    )
  ).toEqual([])
})

it('is silent on who was there, which the other text tells in its own words', () => {
  expect(findingsOf('protocol', [], ['Gao Lin, Wu Mei and others were present at the meeting.'])).toEqual([])
})
