import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../../engine/model.ts'
import { pairOf } from './framed.ts'

/** The finding of a rule, where one is made. */
const told = (rule: string, us: string, cn: string): Finding | undefined =>
  pairOf([us], [cn]).findings.find((finding) => finding.rule === rule)

describe('claims set against each other', () => {
  it('a figure against another of the same thing', () => {
    const found = told(
      'figure:both',
      'The two sides agreed to raise direct passenger flights to 84 flights a week.',
      'The two sides agreed to raise direct passenger flights to 80 flights a week.'
    )
    expect(found?.kind).toBe('figure')
    expect(found?.say).toMatch(
      /^The figures differ: (?:Washington|Beijing) .*“.*8[04] flights a week”. (?:Washington|Beijing) .*“/u
    )
  })
  it('another length of time of what both agreed, told by one word', () => {
    const found = told(
      'figure:both',
      'The two leaders agreed to keep the present tariff arrangement in place for another 180 days.',
      'The two sides agreed to extend the suspension of the additional tariffs by one year.'
    )
    expect(found?.say).toMatch(/180 days”/u)
    expect(found?.say).toMatch(/by one year”/u)
  })
  it('no figure where both give the same in other words', () => {
    expect(
      told(
        'figure:both',
        'The two sides agreed to suspend port fees on ships for twelve months.',
        'The two sides agreed to suspend port fees on ships for one year.'
      )
    ).toBeUndefined()
  })
  it('no figure where one tells from what to what, and the other by how much', () => {
    const us =
      'The United States will cut the additional duty on Chinese toys from 30 percent to 20 percent in July.'
    const told10 = told(
      'figure:both',
      us,
      'The U.S. side will cut the additional duty on toys by 10 percent in July.'
    )
    const told15 = told(
      'figure:both',
      us,
      'The U.S. side will cut the additional duty on toys by 15 percent in July.'
    )
    expect([told10?.rule, told15?.rule]).toEqual([undefined, 'figure:both'])
  })
  it('a figure against none, checked in the whole text', () => {
    const us = 'China will buy 8 million tons of American soybeans and sorghum before June.'
    const cn = 'China will buy American soybeans and sorghum.'
    expect(told('figure:one', us, cn)?.say).toMatch(
      /^Only Washington gives a figure: Washington reports .*“will buy 8 million.*”; Beijing .*“will buy American soybeans.*”\.$/u
    )
    const { findings } = pairOf([us], [cn, 'Of soybeans there will be 8 million tons.'])
    expect(findings.filter(({ rule }) => rule === 'figure:one')).toEqual([])
  })
  it('what one asks and the other refuses', () => {
    const found = pairOf(
      ['The Secretary turned down a request to take 44 companies off the Entity List.'],
      ['Shen Rui asked that 57 Chinese companies be taken off the Entity List.']
    ).findings.filter(({ rule }) => /^(?:retort:)?refusal$/u.test(rule))
    expect(found).toMatchObject([{ kind: 'refusal', us: ['u2'], cn: ['c2'] }])
    expect(found[0]?.say).toMatch(/^Beijing “asked that .*”; Washington “turned down a request/u)
  })
  it('a firm promise against one that is only considered', () => {
    const cn = 'China will consider general licenses for exports of gallium and germanium.'
    expect(
      told('strength:hedged', 'China will grant general licenses for exports of gallium and germanium.', cn)
        ?.say
    ).toMatch(/^Beijing commits to less: Washington .*“.*”; Beijing .*“.*consider.*”\.$/u)
  })
  it('a clause with the figure behind it that the other text has as well', () => {
    const found = told(
      'contrast:joint',
      'The two sides encouraged the airlines of both countries to add nonstop service, working toward 150 flights a week by the end of 2028.',
      'The two sides will support their airlines in increasing direct flights step by step, with the aim of 150 flights a week.'
    )
    expect(found?.say).toMatch(/150 flights a week by the end of 2028”/u)
    expect(found?.say).toMatch(/the aim of 150 flights a week”/u)
  })
  it('nothing where both say the same', () => {
    const line = 'The two sides agreed to resume talks on maritime safety.'
    expect(pairOf([line], [line]).findings.map(({ kind }) => kind)).toEqual(['agreement'])
  })
})

describe('what is told once', () => {
  it('has no claim told by two findings, and no more than 18 in all', () => {
    const { findings } = pairOf(
      ['The Secretary raised arms sales and said that the fentanyl tariffs must stay at 10 percent.'],
      ['Shen Rui demanded that the fentanyl tariffs be removed and that arms sales to Taiwan stop.']
    )
    expect(findings.length).toBeLessThanOrEqual(18)
    const leading = findings
      .filter(({ rule, only }) => only === 'cn' && !rule.startsWith('term:'))
      .map(({ spans }) => spans.cn[0]?.start)
    expect(new Set(leading).size).toBe(leading.length)
  })
})
