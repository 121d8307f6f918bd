import { describe, expect, it } from 'vitest'
import { rowsOf } from '../../../../engine/matters/rows.ts'
import { SIDES } from '../../../../engine/model.ts'
import { comparisonOfPair } from '../readouts.ts'
import { pairs } from './pairs.ts'

describe.each(pairs)('the rows of %s', (_name, us, cn) => {
  const comparison = comparisonOfPair(us, cn)
  const rows = rowsOf(comparison)

  it('hold every sentence, and every group once', () => {
    for (const side of SIDES)
      expect([...new Set(rows.flatMap((row) => row[side].map(({ id }) => id)))].sort()).toEqual(
        comparison.readouts[side].sentences.map(({ id }) => id).sort()
      )
    expect(rows.flatMap(({ groups }) => groups.map(({ id }) => id)).sort()).toEqual(
      comparison.groups.map(({ id }) => id).sort()
    )
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
  })
  it('have one topic each, and one a topic and side for what stands on one side alone', () => {
    const alone = rows.filter(({ groups }) => groups.length === 0)
    for (const { topic, us: ours, cn: theirs, answer } of alone) {
      expect(Math.min(ours.length, theirs.length)).toBe(0)
      expect(answer).toBe('only')
      for (const { topics } of [...ours, ...theirs]) expect(topics[0]?.id).toBe(topic)
    }
    const kept = alone.map(({ topic, us: ours }) => `${topic} ${ours.length > 0}`)
    expect(new Set(kept).size).toBe(kept.length)
    for (const { groups, topic } of rows) for (const group of groups) expect(group.topic).toBe(topic)
  })
  it('tell each difference once, and lose none that is a finding', () => {
    const told = rows.flatMap(({ differences }) => differences)
    const findings = told.flatMap(({ finding }) => finding ?? [])
    expect(new Set(findings).size).toBe(findings.length)
    expect(new Set(findings)).toEqual(
      new Set(comparison.groups.flatMap(({ framing }) => framing.flatMap(({ finding }) => finding ?? [])))
    )
    for (const { differences } of rows) {
      expect(new Set(differences.map(({ say }) => say)).size).toBe(differences.length)
      expect(differences.map(({ weight }) => weight)).toEqual(
        differences.map(({ weight }) => weight).sort((a, b) => b - a)
      )
    }
  })
})
