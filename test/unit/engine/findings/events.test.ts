import { describe, expect, it } from 'vitest'
import { pairOf } from './framed.ts'

const clashes = (us: string[], cn: string[]): string[] =>
  pairOf(us, cn).findings.flatMap(({ rule, say }) => (rule === 'clash:event' ? [say] : []))

const STRUCK =
  'The Secretary condemned the May 4 use of water cannon against a supply boat near Ridge Shoal by a PRC cutter.'
const BROKE_IN =
  'Shen Rui pointed out that on May 4 it was the supply boat that broke into the waters near Ridge Shoal and rammed a coast guard ship.'

describe('two accounts of one day', () => {
  it('are set against each other, with the day', () => {
    const [said, ...others] = clashes([STRUCK], [BROKE_IN])
    expect(others).toEqual([])
    expect(said).toMatch(/^The accounts of May 4 differ: /u)
    expect(said).toMatch(/Washington “condemned the May 4 use of water cannon against a supply boat/u)
    expect(said).toMatch(/Beijing .*“.*it was the supply boat that broke into the waters/u)
  })
  it('are told once, whatever else the two sentences have in common', () => {
    const { findings } = pairOf([STRUCK], [BROKE_IN])
    expect(findings.filter(({ us, cn }) => us.includes('u2') && cn.includes('c2'))).toHaveLength(1)
  })
  it('are found by a month that is cut short', () => {
    const short = STRUCK.replace('May 4', 'Sept. 30')
    const long = BROKE_IN.replace('May 4', 'September 30')
    expect(clashes([short], [long])[0]).toMatch(/^The accounts of Sept(?:ember|\.) 30 differ/u)
  })
  it('go on to the sentence that tells what happened', () => {
    const [said] = clashes(
      [
        'The Secretary raised the May 4 encounter near Ridge Shoal. In it, a PRC coast guard cutter closed to within thirty feet of a supply boat and damaged it.'
      ],
      [
        'Shen Rui pointed out that on May 4 the Chinese coast guard cutter kept a distance of more than sixty meters from the supply boat throughout.'
      ]
    )
    expect(said).toMatch(/“a PRC coast guard cutter closed to within thirty feet/u)
  })
  it('are none where the day is a limit, a name, that of this meeting, or still to come', () => {
    for (const [us, cn] of [
      [
        'The Secretary warned that the unfair duties must end by May 4.',
        'On May 4 the unfair duties were denied by Shen Rui.'
      ],
      [
        'The Secretary condemned the breach of the May 4 Declaration on fishing near Ridge Shoal.',
        'Shen Rui said that the May 4 Declaration on fishing near Ridge Shoal was violated by others.'
      ],
      [
        'Duties on steel will go down on May 4, and the Secretary condemned the delay.',
        'Shen Rui said that duties on steel will go down on May 4 and denied any delay.'
      ]
    ] as const)
      expect(clashes([us], [cn])).toEqual([])
  })
  it('are none where both tell the same', () => {
    expect(
      clashes(
        ['The Secretary condemned the attack of May 4 on a school in Ridge Town.'],
        ['Shen Rui condemned the attack of May 4 on a school in Ridge Town.']
      )
    ).toEqual([])
  })
})

describe('what both report', () => {
  it('is no agreement where the times rule each other out', () => {
    const { findings } = pairOf(
      [
        'The two sides agreed that the working group on fishing will gather in Vienna the week of December 7.'
      ],
      [
        'The two sides agreed that the working group on fishing will gather in Vienna in the first quarter of next year.'
      ]
    )
    expect(findings.filter(({ kind }) => kind === 'agreement')).toEqual([])
  })
})
