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
  expect(protocol?.say).toContain('nly Beijing says who asked for the talks (“')
})

it('is silent where both tell the same of the form', () => {
  const { findings } = comparisonOf(
    text('At the request of the PRC, Secretary of State Ruth Calder spoke with Foreign Minister Shen Rui.'),
    text('Foreign Minister Shen Rui spoke with U.S. Secretary of State Ruth Calder at his request.')
  )
  expect(findings.filter(({ kind }) => kind === 'protocol')).toEqual([])
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
