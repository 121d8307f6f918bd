import { describe, expect, it } from 'vitest'
import { pairOf } from './framed.ts'
import { isDangling } from '../../../../engine/findings/standing.ts'

const saysOf = (us: string[], cn: string[]): string =>
  pairOf(us, cn)
    .findings.map(({ say }) => say)
    .join('\n')

describe('what the other readout does not have', () => {
  it('says that a demand is not reported where the other may have its own view of it', () => {
    const says = saysOf(
      [
        'He pressed for the prosecution of sellers who ship counterfeit goods to American households in small parcels.'
      ],
      ['China attaches great importance to the protection of intellectual property in all fields.']
    )
    expect(says).toMatch(
      /small parcels”; Beijing(?:’s readout does not report this| does not take this up)\./u
    )
  })

  it('says that an assurance is not in the own readout', () => {
    const says = saysOf(
      ['The Secretary said that export controls protect national security.'],
      ['The U.S. side said that it has no intention of decoupling from China.']
    )
    expect(says).toContain('Washington’s own readout does not say this.')
  })
})

describe('a quotation by itself', () => {
  it('has the matter before whoever acts, and no pronoun', () => {
    expect(
      saysOf(
        ['On the South China Sea, he restated America’s ironclad commitment to the Philippines.'],
        ['Shen Rui spoke of the long history of exchanges.']
      )
    ).toContain('On the South China Sea, Washington “restated America’s ironclad commitment')
  })

  it('points to nothing, but may answer with what it points to', () => {
    const say =
      'Beijing says “the tariffs on solar cells are under review”; Washington says “duties on those goods stay”.'
    expect(isDangling(say)).toBe(true)
    expect(isDangling(say, true)).toBe(false)
    expect(isDangling('Beijing “has never once agreed to those goods”.', true)).toBe(true)
  })

  it('may deny that there is such a thing, and tell of a period by its length', () => {
    expect(isDangling('Beijing says that “there is no such thing as wrongful detention”.')).toBe(false)
    expect(
      isDangling('Beijing “agreed to extend it by one year and to add nothing during that period”.')
    ).toBe(false)
    expect(isDangling('Beijing says “it is U.S. satellites that have come close to the station”.')).toBe(
      false
    )
    expect(isDangling('Beijing says that “not artificial intelligence, should decide on it all”.')).toBe(true)
  })
})

describe('what both report of both', () => {
  it('tells the condition that one text alone has', () => {
    expect(
      saysOf(
        ['The two sides agreed to extend for one year the suspension of the additional tariffs on goods.'],
        [
          'The two sides agreed to extend by one year the suspension of the additional tariffs, on condition that neither side introduces new restrictive measures.'
        ]
      )
    ).toMatch(
      /on condition that neither side introduces new restrictive measures”[.;] Washington reports this without the condition\./u
    )
  })

  it('tells a day against what is only explored as less firm', () => {
    expect(
      saysOf(
        ['The two sides decided to open a direct hotline between their coast guards by October 1.'],
        ['The two sides explored the possibility of a hotline between the coast guards.']
      )
    ).toMatch(/^Beijing commits to less: .*by October 1”/u)
  })

  it('calls what was agreed without a day no less firm, and names no day that has long been', () => {
    const cn = 'Agreement was reached on regular tests of the direct line between the rescue centers.'
    const says = saysOf(
      ['The two sides agreed to test the direct line of the rescue centers from June 1.'],
      [cn]
    )
    expect(says).not.toContain('less firm')
    expect(says).toMatch(/from June 1”.*gives no date/u)
    expect(
      saysOf(
        [
          'The two sides agreed that the line of the rescue centers, silent since June 1, will be put back to work.'
        ],
        [cn]
      )
    ).not.toContain('gives no date')
  })

  it('does not say of what a question has that the own readout has it not', () => {
    const cn = [
      'Question: The U.S. side says that China committed to buying 28 million tons of soybeans in 2029 and acknowledged insufficient domestic demand. What is your comment?'
    ]
    expect(
      saysOf(
        ['The PRC committed to purchase 28 million metric tons of American soybeans in calendar year 2029.'],
        cn
      )
    ).not.toMatch(/According to Beijing.*does not say this/u)
  })
})
