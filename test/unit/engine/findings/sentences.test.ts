import { describe, expect, it } from 'vitest'
import { comparisonOfPair } from '../readouts.ts'
import { pairs } from '../matters/pairs.ts'
import { findingsOf } from './framed.ts'

const CALM = 'The Secretary stressed the importance of peace and stability across the Taiwan Strait.'
const TAIWAN = 'Shen Rui said that the Taiwan question is at the very heart of China’s core interests.'

/** How an omission of the second text is told. */
const told = (line: string, us: string[] = []): string | undefined =>
  findingsOf('omission', [CALM, ...us], [TAIWAN, line]).find(({ cn }) => cn.includes('c3'))?.say

describe('a quotation stands in a sentence of its own grammar', () => {
  it('what a side does has that side as its subject', () => {
    const [found] = findingsOf(
      'demand',
      [CALM],
      [TAIWAN, 'Shen Rui urged the United States to lift its restrictions on visas for students.']
    )
    expect(found?.say).toMatch(
      /^Beijing “urged the United States to lift .*”; Washington does not take this up\.$/u
    )
  })
  it('what the two did is told of both', () => {
    expect(told('The two sides agreed to set up a working group on counternarcotics.')).toMatch(
      /^Beijing reports (?:that the two sides “agreed|“The two sides agreed) to set up .*”; Washington does not take this up\.$/u
    )
  })
  it.each(pairs)('what must be done is said, and not done by who says it: %s', (_name, us, cn) => {
    for (const { say } of comparisonOfPair(us, cn).findings)
      expect(say).not.toMatch(/(?<!says|said|saying|reports) “(?:must|should)\b/u)
  })
  it('a clause is said', () => {
    expect(told('A new center on counternarcotics has been opened in Yunnan.')).toMatch(
      /^Beijing says “A new center on counternarcotics has been opened/u
    )
  })
  it('a side that a clause names as its subject stands before the quotation', () => {
    expect(told('China has opened a new center on counternarcotics.')).toMatch(
      /^Beijing “has opened a new center/u
    )
  })
  it('words without a verb are spoken of', () => {
    const [found] = findingsOf(
      'omission',
      [CALM],
      [TAIWAN, 'Shen Rui voiced deep concern over the new sanctions on research laboratories in Wuhan.']
    ).filter(({ cn }) => cn.includes('c3'))
    expect(found?.say ?? '').not.toMatch(/says “deep concern/u)
  })
})

describe('a text is not said to leave out what it may have in other words', () => {
  const line = 'Shen Rui said that the export rule on drone batteries must be withdrawn.'
  it('three rare words in common are an answer', () => {
    const answered = told(line, ['The Secretary declined to suspend the export rule on drone batteries.'])
    expect(answered ?? '').not.toContain('does not take this up')
  })
})

describe('a long quotation is cut at the ends of its clauses', () => {
  it('without its opening phrase, with its figures and its condition', () => {
    const [found] = findingsOf(
      'omission',
      [CALM],
      [
        TAIWAN,
        'On counternarcotics, China will open 14 new laboratories along its southern border before the summer, as the ministries of the two countries have long wished.'
      ]
    ).filter(({ cn }) => cn.includes('c3'))
    const words = found?.words.cn.join(' ') ?? ''
    expect(words).toContain('14 new laboratories')
    expect(words).not.toContain('long wished')
  })
})
