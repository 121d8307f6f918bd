import { describe, expect, it } from 'vitest'
import type { Operation } from '../../../../engine/edit/operation.ts'
import type { Side, Span } from '../../../../engine/model.ts'
import { after, refusal, small, talks } from './grounds.ts'

const words = (side: Side, at: string): Span => {
  const start = small.texts[side].indexOf(at)
  return { start, end: start + at.length }
}
const adding = (us: Span[], cn: Span[], say = 'Trade is named twice.'): Operation => ({
  do: 'add-finding',
  kind: 'tone',
  topic: 'trade',
  spans: { us, cn },
  say
})

describe('judge', () => {
  it('accepts, dismisses and takes it back', () => {
    const accepted = after(small, { do: 'judge', finding: 'f1', judgement: 'accepted' })
    expect(accepted.comparison.findings[0]?.judged).toBe('accepted')
    const back = after(
      small,
      { do: 'judge', finding: 'f1', judgement: 'dismissed' },
      { do: 'judge', finding: 'f1', judgement: null }
    )
    expect(back.comparison.findings).toEqual(small.base.findings)
  })
  it('is refused where it is so or there is no such finding', () => {
    expect(refusal(small, { do: 'judge', finding: 'f1', judgement: null })).toMatch(/not been judged/u)
    expect(refusal(small, { do: 'judge', finding: 'f9', judgement: 'accepted' })).toMatch(/no longer there/u)
  })
})

describe('relabel', () => {
  it('calls a finding something else, also beside its group', () => {
    const work = after(talks, { do: 'relabel', finding: 'f7', kind: 'agreement' })
    expect(work.comparison.findings[6]).toMatchObject({ kind: 'agreement', byHand: 'relabelled' })
    const told = work.comparison.groups.flatMap(({ framing }) => framing.map(({ finding }) => finding))
    expect(told).toContain('f8')
    expect(told).not.toContain('f7')
  })
  it('is refused where it is so or there is no such finding', () => {
    expect(refusal(small, { do: 'relabel', finding: 'f2', kind: 'agreement' })).toMatch(/already/u)
    expect(refusal(small, { do: 'relabel', finding: 'f9', kind: 'agreement' })).toMatch(/no longer there/u)
  })
})

describe('add-finding', () => {
  it('cuts its words out of the texts and comes first, beside its group', () => {
    const work = after(small, adding([words('us', 'raised trade')], [words('cn', 'fair trade')]))
    expect(work.comparison.findings[0]).toMatchObject({
      id: 'h1',
      us: ['u1'],
      cn: ['c2'],
      words: { us: ['raised trade'], cn: ['fair trade'] },
      rule: 'hand',
      byHand: 'made'
    })
    expect(work.comparison.groups[1]?.framing[0]).toMatchObject({ kind: 'finding', finding: 'h1' })
  })
  it('may rest on several sentences of one side alone', () => {
    const work = after(
      small,
      adding([words('us', 'raised trade. He stressed'), words('us', 'trade. He')], [])
    )
    expect(work.comparison.findings[0]).toMatchObject({
      us: ['u1', 'u2'],
      cn: [],
      only: 'us',
      words: { us: ['raised trade. He stressed'], cn: [] }
    })
  })
  it('keeps the order in which own findings were made', () => {
    const work = after(small, adding([words('us', 'trade')], []), adding([words('us', 'Taiwan')], []))
    expect(work.comparison.findings.map(({ id }) => id).slice(0, 3)).toEqual(['h1', 'h2', 'f1'])
  })
  it('is refused without words of a sentence, a sentence of its own, or a second time', () => {
    expect(refusal(small, adding([], []))).toMatch(/Mark the words/u)
    expect(refusal(small, adding([{ start: 5, end: 5 }], []))).toMatch(/Mark the words/u)
    expect(refusal(small, adding([{ start: -1, end: 5 }], []))).toMatch(/Mark the words/u)
    expect(refusal(small, adding([{ start: 5, end: 1e6 }], []))).toMatch(/Mark the words/u)
    expect(refusal(small, adding([{ start: NaN, end: 5 }], []))).toMatch(/Mark the words/u)
    expect(refusal(small, adding([words('us', 'trade')], [], ' '))).toMatch(/Say in a sentence/u)
    expect(refusal(talks, adding([{ start: 0, end: 5 }], []))).toMatch(/not on titles/u)
    const there = after(small, adding([words('us', 'trade')], []))
    expect(refusal(small, adding([words('us', 'trade')], []), there)).toMatch(/already/u)
    expect(refusal(small, { ...adding([words('us', 'trade')], []), topic: 'nothing' } as Operation)).toMatch(
      /no such topic/u
    )
  })
})
