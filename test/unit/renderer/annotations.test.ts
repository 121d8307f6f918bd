import { describe, expect, it } from 'vitest'
import { startWork, type Work } from '../../../engine/edit/work.ts'
import { ALL_ANNOTATIONS, annotated, passing } from '../../../renderer/state/annotations.ts'
import { indexComparison } from '../../../renderer/state/index.ts'
import { comparisonOf, readout } from '../engine/readouts.ts'

const comparison = comparisonOf(readout('talks', 'us'), readout('talks', 'cn'))
const indexed = indexComparison(comparison)
const [group] = indexed.standing.groups
const finding = comparison.findings.at(-1)
const [first, second] = comparison.readouts.cn.sentences
if (!group || !finding || !first || !second) throw new Error('the fixture has too little in it')

const code = { id: 'code-1', name: 'Leverage', colour: '#b4532a', shape: 'circle' as const, description: '' }
const at = '2026-11-01T10:00:00.000Z'
const work: Work = {
  ...startWork(comparison),
  notes: [
    { target: { on: 'finding', id: finding.id }, text: 'weighs much', at },
    { target: { on: 'sentence', id: second.id }, text: '国家主席', at },
    { target: { on: 'group', id: group.id }, text: 'The order is reversed.', at },
    { target: { on: 'sentence', id: 'gone' }, text: 'lost', at },
    { target: { on: 'whole' }, text: 'to be read again', at }
  ],
  tags: [
    { target: { on: 'sentence', id: first.id }, tag: code.id },
    { target: { on: 'sentence', id: second.id }, tag: 'not in the codebook' }
  ]
}
const all = annotated(work, indexed, [code])
const on = (filter: Partial<typeof ALL_ANNOTATIONS>): unknown[] =>
  passing(all, { ...ALL_ANNOTATIONS, ...filter }).map(({ target }) => target)

describe('the list of notes and tags', () => {
  it('has the whole first, then passages, sentences in their order and findings, and nothing that is gone', () => {
    expect(all.map(({ target }) => target)).toEqual([
      { on: 'whole' },
      { on: 'group', id: group.id },
      { on: 'sentence', id: first.id },
      { on: 'sentence', id: second.id },
      { on: 'finding', id: finding.id }
    ])
    expect(all[2]).toMatchObject({ note: null, tags: [code], words: first.text })
    expect(all[3]?.tags).toEqual([])
  })

  it('is narrowed by kind, by tag, and by words whatever their capitals and characters', () => {
    expect(on({})).toHaveLength(5)
    expect(on({ on: 'finding' })).toEqual([{ on: 'finding', id: finding.id }])
    expect(on({ tag: code.id })).toEqual([{ on: 'sentence', id: first.id }])
    expect(on({ query: 'REVERSED order' })).toEqual([{ on: 'group', id: group.id }])
    expect(on({ query: 'leverage' })).toEqual([{ on: 'sentence', id: first.id }])
    expect(on({ query: '國家主席' })).toEqual([{ on: 'sentence', id: second.id }])
    expect(on({ query: 'reversed', on: 'sentence' })).toEqual([])
  })
})
