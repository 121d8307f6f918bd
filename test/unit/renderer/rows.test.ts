import { describe, expect, it } from 'vitest'
import { rowsOf, sortRows } from '../../../renderer/state/rows.ts'
import { indexComparison } from '../../../renderer/state/index.ts'
import { comparisonOf, readout } from '../engine/readouts.ts'

const comparison = comparisonOf(readout('talks', 'us'), readout('talks', 'cn'))
const rows = rowsOf(comparison)

describe('rows of the Topics view', () => {
  it('hold every sentence of both sides', () => {
    for (const side of ['us', 'cn'] as const)
      expect([...new Set(rows.flatMap((row) => row[side].map(({ id }) => id)))].sort()).toEqual(
        comparison.readouts[side].sentences.map(({ id }) => id).sort()
      )
  })
  it('gather neighbours that one side alone has on a topic', () => {
    for (const { group, us, cn, topic } of rows)
      if (!group) {
        expect(Math.min(us.length, cn.length)).toBe(0)
        for (const { topics } of [...us, ...cn]) expect(topics[0]?.id).toBe(topic)
      }
    const alone = comparison.onlyUs.length + comparison.onlyCn.length
    expect(rows.filter(({ group }) => group === null).length).toBeLessThan(alone)
  })
  it('stand in the order of either text, what the other has alone last', () => {
    for (const side of ['us', 'cn'] as const) {
      const places = sortRows(rows, side).map((row) => row[side][0]?.start ?? Infinity)
      expect(places).toEqual([...places].sort((a, b) => (a === b ? 0 : a - b)))
      expect(places.at(-1)).toBe(Infinity)
    }
  })
  it('stand by words or by difference', () => {
    const words = sortRows(rows, 'weight').map(({ us, cn }) =>
      [...us, ...cn].reduce((sum, sentence) => sum + sentence.words, 0)
    )
    expect(words).toEqual([...words].sort((a, b) => b - a))
    expect(sortRows(rows, 'difference')[0]?.group).toBeNull()
    expect(sortRows(rows, 'difference').at(-1)?.group?.relation).toBe('shared')
  })
})

describe('look-ups', () => {
  it('find the groups of every sentence', () => {
    const { groupsOf } = indexComparison(comparison)
    for (const group of comparison.groups)
      for (const id of [...group.us, ...group.cn]) expect(groupsOf.get(id)).toContain(group)
    for (const id of [...comparison.onlyUs, ...comparison.onlyCn]) expect(groupsOf.get(id)).toEqual([])
  })
})
