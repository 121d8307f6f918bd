import { describe, expect, it } from 'vitest'
import { rowsOf } from '../../../engine/matters/rows.ts'
import { SIDES } from '../../../engine/model.ts'
import { indexComparison } from '../../../renderer/state/index.ts'
import { ROW_ORDERS, sectionsOf, sortRows } from '../../../renderer/state/rows.ts'
import { comparisonOf, readout } from '../engine/readouts.ts'

const comparison = comparisonOf(readout('talks', 'us'), readout('talks', 'cn'))
const rows = rowsOf(comparison)

describe('rows of the Topics view', () => {
  it('stand in the order of either text, what the other has alone last', () => {
    for (const side of SIDES) {
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
    expect(sortRows(rows, 'difference')[0]?.answer).toBe('only')
    expect(sortRows(rows, 'difference').at(-1)?.answer).toBe('alike')
  })
  it('stand in one section a topic, in every order', () => {
    for (const order of ROW_ORDERS) {
      const sections = sectionsOf(comparison, rows, order)
      expect(new Set(sections.map(({ topic }) => topic)).size).toBe(sections.length)
      expect(sections.reduce((sum, section) => sum + section.rows.length, 0)).toBe(rows.length)
      for (const { topic, rows: own, share } of sections) {
        expect(own.every((row) => row.topic === topic)).toBe(true)
        expect(share.us + share.cn).toBeGreaterThan(0)
      }
    }
    const shares = sectionsOf(comparison, rows, 'weight').map(({ share }) => share.us + share.cn)
    expect(shares).toEqual([...shares].sort((a, b) => b - a))
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
