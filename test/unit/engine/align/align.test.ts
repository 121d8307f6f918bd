import { describe, expect, it } from 'vitest'
import type { Comparison } from '../../../../engine/model.ts'
import { comparisonOf, readout, text } from '../readouts.ts'

const US =
  'Readout of Secretary Alder’s Meeting with PRC Foreign Minister Shen Rui\n\nSecretary of State Jane Alder met today with PRC Foreign Minister Shen Rui in Vienna.'
const CN =
  'Shen Rui Meets with U.S. Secretary of State Jane Alder\n\nOn June 3, Foreign Minister Shen Rui met with U.S. Secretary of State Jane Alder in Vienna.'

const together = ({ groups }: Comparison, us: string, cn: string): boolean =>
  groups.some((group) => group.us.includes(us) && group.cn.includes(cn))

const pair = (us: string, cn: string): Comparison =>
  comparisonOf(text(`${US}\n\n${us}`), text(`${CN}\n\n${cn}`))

describe('what stands side by side', () => {
  it('one matter under the names that each side gives it', () => {
    const comparison = pair(
      'The Secretary stressed peace and stability across the Taiwan Strait.',
      'Shen Rui stressed that the Taiwan question is the first red line.'
    )
    expect(together(comparison, 'u2', 'c2')).toBe(true)
    expect(comparison.groups.find(({ us }) => us.includes('u2'))).toMatchObject({
      topic: 'taiwan',
      relation: 'differ'
    })
  })
  it('one matter across the languages', () => {
    const comparison = comparisonOf(readout('talks', 'us'), readout('talks', 'cn.zh'))
    const fentanyl = comparisonOf(
      text(`${US}\n\nHe pressed for more cooperation on fentanyl precursors.`),
      text(
        '沈锐会见美国国务卿奥尔德\n\n6月3日，外交部长沈锐会见美国国务卿奥尔德。沈锐表示，芬太尼问题根源在美国。'
      )
    )
    expect(together(comparison, 'u1', 'c1')).toBe(true)
    expect(together(fentanyl, 'u2', 'c2')).toBe(true)
  })
  it('a passage, with the sentences that do not name its matter again', () => {
    const comparison = pair(
      'The Secretary stressed peace and stability across the Taiwan Strait and our one China policy.',
      'Shen Rui stressed that the Taiwan question is the core of China’s core interests, and that it must abide by the one-China principle. “Taiwan independence” and peace in the Strait are as fire and water. On this there is no room for compromise.'
    )
    expect(together(comparison, 'u2', 'c2') && together(comparison, 'u2', 'c3')).toBe(true)
  })
  it('not two matters that only share the relationship', () => {
    const comparison = pair(
      'The Secretary raised the cases of detained U.S. citizens.',
      'Shen Rui said that China-U.S. relations should be stable.'
    )
    expect(comparison.onlyUs).toContain('u2')
    expect(comparison.onlyCn).toContain('c2')
  })
})

describe('how sure it must be', () => {
  const comparisons = [
    comparisonOf(readout('talks', 'us'), readout('talks', 'cn')),
    comparisonOf(readout('talks', 'us'), readout('talks', 'cn.zh')),
    comparisonOf(readout('call', 'us'), readout('call', 'cn'))
  ]

  it('no group is less sure than 0.4', () => {
    for (const { score } of comparisons.flatMap(({ groups }) => groups))
      expect(score).toBeGreaterThanOrEqual(0.4)
  })

  it('what is less sure is offered only for a sentence that has no counterpart', () => {
    const all = comparisons.flatMap(({ perhaps = [], onlyUs, onlyCn }) =>
      perhaps.map(({ us, cn, score }) => ({ score, isAlone: onlyUs.includes(us) || onlyCn.includes(cn) }))
    )
    expect(all.length).toBeGreaterThan(0)
    for (const { score, isAlone } of all) {
      expect(score).toBeLessThan(0.4)
      expect(isAlone).toBe(true)
    }
  })
})

describe('what stands with its like only', () => {
  it.each<[us: string, cn: string]>([
    ['The Secretary thanked Austria for its hospitality.', 'Vice Minister Tao Min attended the meeting.'],
    ['They exchanged views on Ukraine.', 'The two sides exchanged views on Gaza.'],
    [
      'The drug regulators will accept each other’s inspections.',
      'Shen Rui said that China fights drug trafficking.'
    ],
    ['The Presidents’ understandings in Bali must be carried out.', 'A forum of painters took place in Bali.']
  ])('“%s” does not answer “%s”', (us, cn) => {
    expect(together(pair(us, cn), 'u2', 'c2')).toBe(false)
  })

  it.each<[us: string, cn: string]>([
    [
      'The Secretary thanked Austria for its hospitality.',
      'The two sides thanked the Austrian side for its hospitality.'
    ],
    ['They exchanged views on Ukraine.', 'The two sides exchanged views on the Ukraine crisis.']
  ])('“%s” answers “%s”', (us, cn) => {
    expect(together(pair(us, cn), 'u2', 'c2')).toBe(true)
  })
})

describe('why and what differs', () => {
  const comparison = pair(
    'The Secretary noted our one China policy on Taiwan.',
    'Shen Rui demanded that the U.S. side stop arming Taiwan and abide by the one-China principle.'
  )
  const group = comparison.groups.find(({ us }) => us.includes('u2'))

  it('is said with the words of both sides', () => {
    expect(group?.evidence.map(({ kind }) => kind)).toContain('concept')
    expect(group?.evidence.map(({ say }) => say).join()).toMatch(/Taiwan|one.China/)
    expect(group?.evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeLessThanOrEqual(1.05)
  })
  it('a gap in strength is named with both verbs; neutral verbs are not', () => {
    expect(group?.framing.find(({ kind }) => kind === 'verb')?.say).toMatch(
      /“demand” \(5 of 5\) against “note” \(1\)/
    )
    const neutral = pair(
      'The Secretary stressed peace in the Taiwan Strait.',
      'Shen Rui pointed out that Taiwan is a red line.'
    )
    expect(neutral.groups.flatMap(({ framing }) => framing).filter(({ kind }) => kind === 'verb')).toEqual([])
  })
  it('word marks tell what is the same and what one side alone has', () => {
    const { wordMarks } = group ?? {}
    const cut = (side: 'us' | 'cn', spans: { start: number; end: number }[] = []): string[] => {
      const sentence = comparison.readouts[side].sentences[1]
      return spans.map(
        ({ start, end }) => sentence?.text.slice(start - sentence.start, end - sentence.start) ?? ''
      )
    }
    expect(cut('us', wordMarks?.onlyUs)).toEqual(['policy'])
    expect(cut('cn', wordMarks?.onlyCn)).toEqual(expect.arrayContaining(['demanded', 'arming', 'principle']))
    expect(cut('us', wordMarks?.sameUs)).toContain('China')
  })
  it('word marks are left out across languages', () => {
    const across = comparisonOf(readout('talks', 'us'), readout('talks', 'cn.zh'))
    expect(across.groups.every(({ wordMarks }) => wordMarks === undefined)).toBe(true)
  })
})
