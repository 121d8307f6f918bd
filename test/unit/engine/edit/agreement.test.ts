import { describe, expect, it } from 'vitest'
import { agreementCsv } from '../../../../engine/edit/agreement-csv.ts'
import { agreementOf, type Coding } from '../../../../engine/edit/agreement.ts'
import { cohensKappa } from '../../../../engine/edit/kappa.ts'
import type { Operation } from '../../../../engine/edit/operation.ts'
import { after, call, small } from './grounds.ts'

/** A coder who has done this, and looked at everything. */
const coding = (...operations: Operation[]): Coding => {
  const groups = after(small, ...operations).comparison.groups
  return coded(
    ...operations,
    ...groups.map(({ id }) => ({ do: 'verify', group: id, verified: true }) as const)
  )
}
const coded = (...operations: Operation[]): Coding => ({
  work: after(small, ...operations),
  texts: small.texts
})
const agreed = (mine: Coding, theirs: Coding) => {
  const result = agreementOf(mine, theirs)
  if (!result.ok) throw new Error(result.message)
  return result.agreement
}
const times = (count: number, one: string, other: string): [string, string][] =>
  Array.from({ length: count }, () => [one, other])

describe('Cohen’s kappa', () => {
  it('is that of textbook tables', () => {
    // Two readers and 50 proposals: 20 and 15 alike, 5 and 10 apart; by hand (0.7 − 0.5) / (1 − 0.5).
    const table = [
      ...times(20, 'y', 'y'),
      ...times(5, 'y', 'n'),
      ...times(10, 'n', 'y'),
      ...times(15, 'n', 'n')
    ]
    expect(cohensKappa(table)).toBeCloseTo(0.4, 12)
    expect(cohensKappa([...times(3, 'a', 'a'), ...times(2, 'b', 'b')])).toBe(1)
    expect(cohensKappa([...times(1, 'a', 'b'), ...times(1, 'b', 'a')])).toBe(-1)
  })
  it('is not defined without units, or where only one label is given', () => {
    expect(cohensKappa([])).toBeNull()
    expect(cohensKappa(times(5, 'a', 'a'))).toBeNull()
    expect(cohensKappa(times(5, 'a', 'b'))).toBe(0)
  })
})

describe('two coders', () => {
  it('agree in full with themselves', () => {
    const one = coding({ do: 'link', us: ['u4'], cn: ['c4'] })
    expect(agreed(one, one)).toMatchObject({
      topic: { agreed: 8, compared: 8, kappa: 1 },
      speaker: { kappa: 1 },
      link: { both: 5, onlyMine: 0, onlyTheirs: 0, precision: 1, recall: 1, f1: 1 },
      sentences: { mine: 8, theirs: 8 },
      groups: { mine: 5, theirs: 5 },
      disagreements: []
    })
  })
  it('are told what each says where they do not, in the order of the texts', () => {
    const mine = coding({ do: 'link', us: ['u4'], cn: ['c4'] })
    const theirs = coding(
      { do: 'set-speaker', sentence: 'c2', speaker: 'us' },
      { do: 'set-topic', target: { on: 'sentence', id: 'u3' }, topic: 'trade' },
      { do: 'unlink', group: 'g1', sentences: ['u1'] },
      { do: 'link', us: ['u3'], cn: ['c4'] }
    )
    const { topic, speaker, link, disagreements } = agreed(mine, theirs)
    expect([topic.agreed, speaker.agreed]).toEqual([5, 5])
    expect(link).toMatchObject({ both: 3, onlyMine: 2, onlyTheirs: 1, precision: 3 / 4, recall: 3 / 5 })
    expect(link.f1).toBeCloseTo(2 / 3, 12)
    expect(
      disagreements.map((one) =>
        one.about === 'link'
          ? `${one.by} ${one.us.id}-${one.cn.id}`
          : `${one.about} ${one.mine.id} ${one.says.mine}/${one.says.theirs}`
      )
    ).toEqual(['mine u1-c1', 'topic u3 climate/trade', 'theirs u3-c4', 'mine u4-c4', 'speaker c2 cn/us'])
  })
  it('are compared where one has cut a sentence otherwise', () => {
    const at = small.texts.us.indexOf('he also')
    const mine = coding()
    const theirs = coding(
      { do: 'split-sentence', sentence: 'u1', at },
      { do: 'unlink', group: 'g1', sentences: ['h1'] },
      { do: 'set-topic', target: { on: 'sentence', id: 'h1' }, topic: 'trade' }
    )
    const { topic, link, disagreements } = agreed(mine, theirs)
    expect(topic).toMatchObject({ compared: 8, agreed: 7 })
    expect(link).toMatchObject({ onlyMine: 0, onlyTheirs: 0, f1: 1 })
    expect(disagreements).toMatchObject([{ about: 'topic', mine: { id: 'u1' }, theirs: { id: 'h1' } }])
  })
  it('agree on nothing that they have not both verified', () => {
    const untouched = coded()
    expect(agreed(untouched, untouched)).toMatchObject({
      verified: { mine: 0, theirs: 0 },
      topic: { compared: 0, kappa: null },
      link: { both: 0, f1: null }
    })
    const one = coded({ do: 'verify', group: 'g1', verified: true })
    const climate = small.base.groups.find(({ us }) => us.includes('u3'))?.id ?? ''
    const two = coded({ do: 'verify', group: climate, verified: true })
    expect(agreed(one, two)).toMatchObject({ topic: { compared: 0 }, link: { f1: null }, disagreements: [] })
    expect(agreed(one, coding()).topic.compared).toBe(agreed(one, one).topic.compared)
  })
  it('make a table that says what it is over', () => {
    const [header, topic, , link] = agreementCsv(agreed(coding(), coding())).trim().split('\r\n')
    expect(header).toContain('label,measure,value')
    expect(topic).toContain('passages verified by both coders')
    expect(link).toMatch(/^link,F1,1\.0000,/u)
  })
  it('are refused with different texts', () => {
    const other: Coding = { work: after(call), texts: call.texts }
    expect(agreementOf(coding(), other)).toMatchObject({
      ok: false,
      message: expect.stringMatching(/not the same text in both files/u) as string
    })
  })
})
