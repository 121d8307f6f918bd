import { describe, expect, it } from 'vitest'
import { isDangling } from '../../../../engine/findings/standing.ts'
import { pairOf } from './framed.ts'

const saysOf = (us: string[], cn: string[]): string =>
  pairOf(us, cn)
    .findings.map(({ say }) => say)
    .join('\n')

describe('a quotation leans on nothing that is not quoted', () => {
  it.each([
    ['Beijing says “this tariff should be scrapped altogether”.', true],
    // A month is named, and what is pointed to stands before it or comes after.
    ['Washington says “The forum will meet again this October, in Honolulu”.', false],
    ['Washington “welcomed the call and asked that such calls become routine”.', false],
    ['Beijing says “Such practices of building walls win no hearts”.', false],
    ['Beijing says “Such practices win no hearts among the young”.', true],
    // What the two met in stands before every reader.
    ['Washington says “Nothing in these understandings limits any State”.', false],
    ['Washington says “Nothing in these statutes limits any State”.', true],
    ['Beijing’s readout says “It was also decided to name duty officers in both capitals”.', false],
    ['Beijing says “It is neither fair nor realistic to ask a small owner to join”.', false],
    ['Beijing says “It is determined to send three more teams to the north”.', true],
    ['Beijing says “That the island was returned is written into two declarations”.', false],
    ['Beijing says “That plan was never agreed by the two ministries”.', true],
    ['Beijing says “As long as the sales do not cease, the countermeasures will not stop”.', false],
    ['Beijing says “As long as the sales to the island do not cease”.', true],
    ['Beijing “once again drew attention to the risks of the program”.', false],
    ['Beijing says “Whether talks bear fruit depends on sincerity alone”.', false],
    ['Beijing says that Washington “should earnestly fulfill its duty to disarm”.', false],
    ['Washington says “Should cooperation on returns fall short of that”.', true],
    ['Beijing says that it “is among the countries with the strictest controls”.', false],
    ['Beijing says that it “is imperative to stop the fighting in the city”.', true],
    ['Beijing says that “the root of the problem lies in demand at home”.', false],
    ['Beijing “agreed to settle the problem before the end of June”.', true],
    ['Beijing “has ties with all of the Middle East and fills no vacuum there”.', false],
    ['Washington “warned that coercion there puts the world economy at risk”.', true],
    ['Washington “opened with that intercept, telling General Pan that closing in was reckless”.', false],
    ['Beijing “voiced regret that the U.S. side, using security as a pretext”.', true]
  ])('%s', (say, expected) => {
    expect(isDangling(say)).toBe(expected)
  })
})

describe('whoever a pronoun means is told before the quotation', () => {
  it('both, of what they agreed and plan', () => {
    const says = saysOf(
      ['They plan to convene again in Honolulu in the fall of 2027 to review fishing licenses.'],
      ['They agreed that the fisheries working group will convene in Chengdu in the first half of next year.']
    )
    expect(says).toContain('the two sides “plan to convene again in Honolulu')
    expect(says).toContain('the two sides “agreed that the fisheries working group')
    expect(says).not.toContain('“They')
  })
  it('the official of a text, whatever the verb', () => {
    const says = saysOf(
      [
        'The Secretary said that the one China policy of the United States has not changed.',
        'She took issue with the sanctions that the PRC placed on American chip makers in March.'
      ],
      ['Shen Rui spoke of the long history of exchanges.']
    )
    expect(says).toContain('Washington “took issue with the sanctions')
  })
  it('whose something is', () => {
    const says = saysOf(
      ['The Secretary said that the fisheries subsidies of the PRC are growing.'],
      [
        'Its fisheries subsidies have been cut by a third since 2024, in line with the rules of the WTO.',
        'Shen Rui spoke of the long history of exchanges.'
      ]
    )
    expect(says).not.toContain('“Its')
  })
  it('what somebody notes before they say something', () => {
    const says = saysOf(
      [
        'While acknowledging record additions of wind power in the PRC, she voiced particular concern over permits for new coal power plants.'
      ],
      ['Shen Rui said that new coal power plants serve to keep the supply of power secure.']
    )
    expect(says).toMatch(/Washington, while acknowledging “record additions .*”, “voiced particular concern/u)
  })
})
