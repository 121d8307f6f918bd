import { describe, expect, it } from 'vitest'
import type { FindingDraft } from '../../../../engine/findings/draft.ts'
import { withoutRepetitions } from '../../../../engine/findings/repeats.ts'

const ground: FindingDraft = {
  kind: 'omission',
  topic: 'trade',
  us: [],
  cn: ['c2'],
  words: { us: [], cn: [] },
  spans: { us: [], cn: [{ start: 100, end: 180 }] },
  rule: 'omission',
  say: '',
  weight: 0.6
}
const draft = (parts: Partial<FindingDraft>): FindingDraft => ({ ...ground, only: 'cn', ...parts })
const omission = draft({})
const term = (start: number, weight = 0.4): FindingDraft =>
  draft({
    kind: 'contested_term',
    rule: 'term:any',
    spans: { us: [], cn: [{ start, end: start + 12 }] },
    weight
  })
const reversed = (start: number, end: number): FindingDraft => ({
  ...ground,
  kind: 'duty_reversed',
  us: ['u2'],
  rule: 'duty-reversed:one-on-the-other',
  spans: { us: [{ start: 5, end: 25 }], cn: [{ start, end }] },
  weight: 0.7
})

describe('findings that repeat others', () => {
  it('leaves out a term of one text in the words of an omission that weighs more', () => {
    expect(withoutRepetitions([omission, term(120)])).toEqual([omission])
  })
  it('keeps a term in other words, one that weighs more, and one that is among several quotes', () => {
    expect(withoutRepetitions([omission, term(200)])).toHaveLength(2)
    expect(withoutRepetitions([omission, term(120, 0.7)])).toHaveLength(2)
    const long = draft({
      spans: {
        us: [],
        cn: [
          { start: 100, end: 180 },
          { start: 300, end: 350 }
        ]
      }
    })
    expect(withoutRepetitions([long, term(120)])).toHaveLength(2)
  })
  it('leaves out an omission whose words another finding lays on one side', () => {
    const told = withoutRepetitions([omission, reversed(100, 185)])
    expect(told.map(({ kind, weight }) => [kind, weight])).toEqual([['duty_reversed', 0.7]])
  })
  it('lets an omission stand beside a whole sentence that is only the ground of another finding', () => {
    expect(withoutRepetitions([omission, reversed(0, 400)])[0]?.weight).toBe(0.6)
  })
  it('gives a demand the place of an omission in the same words, and of a matter laid on whoever is asked', () => {
    const demand = draft({ kind: 'demand', rule: 'demand', weight: 0.5 })
    const told = withoutRepetitions([omission, demand, reversed(100, 180)])
    expect(told.map(({ kind, weight }) => [kind, weight])).toEqual([['demand', 0.7]])
  })
  it('leaves out common ground that is told as a gap between two verbs', () => {
    const ground = { spans: { us: [{ start: 5, end: 25 }], cn: [{ start: 100, end: 180 }] }, us: ['u2'] }
    const agreement: FindingDraft = { ...reversed(100, 180), ...ground, kind: 'agreement', rule: 'agreement' }
    const gap: FindingDraft = { ...agreement, kind: 'strength', rule: 'strength:verb' }
    expect(withoutRepetitions([agreement, gap])).toEqual([gap])
    expect(withoutRepetitions([agreement, { ...gap, rule: 'strength:time' }])).toHaveLength(2)
  })
})
