import { describe, expect, it } from 'vitest'
import type { Work } from '../../../../engine/edit/work.ts'
import { after, refusal, small, talks } from './grounds.ts'

const group = ({ comparison }: Work, id: string) => comparison.groups.find((other) => other.id === id)
const members = (work: Work): string[] =>
  work.comparison.groups.map(({ id, us, cn }) => `${id}: ${us.join(' ')} | ${cn.join(' ')}`)

describe('the machine', () => {
  it('links the small texts as the tests below expect', () => {
    expect(small.base.groups.map(({ id, us, cn }) => `${id}: ${us.join(' ')} | ${cn.join(' ')}`)).toEqual([
      'g1: u1 | c1',
      'g2: u1 | c2',
      'g3: u2 | c4',
      'g4: u3 | c3'
    ])
    expect([small.base.onlyUs, small.base.onlyCn]).toEqual([['u4'], []])
  })
})

describe('link', () => {
  it('makes a group of its own, in its place and marked', () => {
    const work = after(small, { do: 'link', us: ['u4', 'u3'], cn: ['c4'] })
    expect(members(work)).toEqual([
      'g1: u1 | c1',
      'g2: u1 | c2',
      'g3: u2 | c4',
      'g4: u3 | c3',
      'h1: u3 u4 | c4'
    ])
    expect(group(work, 'h1')).toMatchObject({
      score: 1,
      byHand: ['made'],
      evidence: [{ say: 'linked by hand' }],
      relation: 'shared'
    })
    expect(work.comparison.onlyUs).toEqual([])
  })
  it('takes the topic that both sides have, with its matter, and marks the words', () => {
    const made = group(after(small, { do: 'link', us: ['u2'], cn: ['c2', 'c4'] }), 'h1')
    expect(made).toMatchObject({ topic: 'communication' })
    expect(made?.matter).toEqual(small.base.readouts.us.sentences[1]?.matter)
    expect(made?.wordMarks?.onlyCn.length).toBeGreaterThan(0)
  })
  it('tells of a made group what can be told: findings about both sides, speakers', () => {
    const work = after(talks, { do: 'link', us: ['u5', 'u6'], cn: ['c8'] })
    const told = group(work, 'h1')?.framing ?? []
    expect(told.find(({ finding }) => finding === 'f7')).toMatchObject({ kind: 'finding' })
    expect(told.map(({ kind }) => kind)).toContain('speaker')
  })
  it('widens a group that is there', () => {
    const work = after(small, { do: 'link', us: ['u4'], cn: [], into: 'g4' })
    expect(group(work, 'g4')).toMatchObject({ us: ['u3', 'u4'], cn: ['c3'], byHand: ['members'], score: 1 })
    expect(group(work, 'g4')?.evidence[0]?.say).toBe('linked by hand')
  })
  it('lets groups that come to hold the same sentences be one, with their notes', () => {
    const work = after(
      small,
      { do: 'note', target: { on: 'group', id: 'g1' }, text: 'first' },
      { do: 'note', target: { on: 'group', id: 'g2' }, text: 'second' },
      { do: 'tag', target: { on: 'group', id: 'g2' }, tag: 't', on: true },
      { do: 'link', us: [], cn: ['c2'], into: 'g1' },
      { do: 'link', us: [], cn: ['c1'], into: 'g2' }
    )
    expect(members(work)).toEqual(['g1: u1 | c1 c2', 'g3: u2 | c4', 'g4: u3 | c3'])
    expect(work.notes.map(({ target, text }) => [target, text])).toEqual([
      [{ on: 'group', id: 'g1' }, 'first\nsecond']
    ])
    expect(work.tags).toEqual([{ target: { on: 'group', id: 'g1' }, tag: 't' }])
  })
  it('is refused for what is so, is not there or stands on the other side', () => {
    expect(refusal(small, { do: 'link', us: ['u1'], cn: ['c2'] })).toMatch(/side by side already/u)
    expect(refusal(small, { do: 'link', us: ['u9'], cn: ['c2'] })).toMatch(/no longer there/u)
    expect(refusal(small, { do: 'link', us: ['c1'], cn: ['c2'] })).toMatch(/“Shen Rui said .* readout, not/u)
    expect(refusal(small, { do: 'link', us: ['u1'], cn: [] })).toMatch(/a sentence of each readout/u)
    expect(refusal(small, { do: 'link', us: ['u1'], cn: [], into: 'g1' })).toMatch(/in this passage already/u)
    expect(refusal(small, { do: 'link', us: ['u1', 'u2'], cn: [], into: 'g1' })).toMatch(
      /in this passage already/u
    )
    expect(refusal(small, { do: 'link', us: [], cn: [], into: 'g1' })).toMatch(/Choose a sentence/u)
    expect(refusal(small, { do: 'link', us: ['u2'], cn: [], into: 'g9' })).toMatch(/no longer there/u)
  })
})

describe('unlink', () => {
  it('takes a sentence out of a group, and what rests on it', () => {
    const work = after(talks, { do: 'unlink', group: 'g7', sentences: ['c8', 'c11'] })
    const changed = group(work, 'g7')
    expect(changed).toMatchObject({ us: ['u5'], cn: ['c9'], byHand: ['members'] })
    expect(changed?.framing.some(({ finding }) => finding === 'f7')).toBe(false)
    expect(changed?.evidence.some(({ say }) => say === 'linked by hand')).toBe(false)
    expect(work.comparison.onlyCn).toContain('c8')
  })
  it('dissolves a group of which a side has nothing left; its note stays with its first sentence', () => {
    const work = after(
      small,
      { do: 'note', target: { on: 'group', id: 'g4' }, text: 'climate is shared' },
      { do: 'tag', target: { on: 'group', id: 'g4' }, tag: 't', on: true },
      { do: 'verify', group: 'g4', verified: true },
      { do: 'unlink', group: 'g4', sentences: ['c3'] }
    )
    expect(members(work)).toEqual(['g1: u1 | c1', 'g2: u1 | c2', 'g3: u2 | c4'])
    expect([work.comparison.onlyUs, work.comparison.onlyCn]).toEqual([['u3', 'u4'], ['c3']])
    expect(work.notes).toMatchObject([{ target: { on: 'sentence', id: 'u3' }, text: 'climate is shared' }])
    expect([work.tags, work.verified]).toEqual([[], []])
  })
  it('is refused for what is not in the group', () => {
    expect(refusal(small, { do: 'unlink', group: 'g4', sentences: ['u1'] })).toMatch(/not in this passage/u)
    expect(refusal(small, { do: 'unlink', group: 'g4', sentences: [] })).toMatch(/Choose a sentence/u)
    expect(refusal(small, { do: 'unlink', group: 'g9', sentences: ['u1'] })).toMatch(/no longer there/u)
  })
})

describe('move', () => {
  it('takes a sentence from one group to another', () => {
    const work = after(talks, { do: 'move', sentence: 'c11', from: 'g7', to: 'g3' })
    expect(group(work, 'g7')?.cn).toEqual(['c8', 'c9'])
    expect(group(work, 'g3')?.cn).toEqual(['c10', 'c11'])
  })
  it('dissolves the group that it leaves empty', () => {
    const work = after(small, { do: 'move', sentence: 'c3', from: 'g4', to: 'g3' })
    expect(members(work)).toEqual(['g1: u1 | c1', 'g2: u1 | c2', 'g3: u2 | c3 c4'])
  })
  it('is refused where there is nothing to move or no place to move it to', () => {
    expect(refusal(small, { do: 'move', sentence: 'c3', from: 'g4', to: 'g4' })).toMatch(/already/u)
    expect(refusal(small, { do: 'move', sentence: 'c2', from: 'g4', to: 'g3' })).toMatch(
      /not in the passage/u
    )
    expect(refusal(small, { do: 'move', sentence: 'u1', from: 'g1', to: 'g2' })).toMatch(/in both passages/u)
    expect(refusal(small, { do: 'move', sentence: 'c3', from: 'g4', to: 'g9' })).toMatch(/no longer there/u)
    expect(refusal(small, { do: 'move', sentence: 'c9', from: 'g4', to: 'g3' })).toMatch(/no longer there/u)
  })
})

describe('split-group', () => {
  const wide = { do: 'link', us: ['u2', 'u4'], cn: ['c2', 'c4'] } as const
  it('makes two groups of one', () => {
    const work = after(
      small,
      { ...wide, us: [...wide.us], cn: [...wide.cn] },
      { do: 'split-group', group: 'h1', us: ['u4'], cn: ['c4'] }
    )
    expect(members(work).slice(2)).toEqual(['h1: u2 | c2', 'g3: u2 | c4', 'g4: u3 | c3', 'h2: u4 | c4'])
    expect(group(work, 'h2')?.byHand).toEqual(['made'])
  })
  it('leaves what is alone on its side in both', () => {
    const work = after(talks, { do: 'split-group', group: 'g7', us: ['u5'], cn: ['c11'] })
    expect(group(work, 'g7')).toMatchObject({ us: ['u5'], cn: ['c8', 'c9'], byHand: ['members'] })
    expect(group(work, 'h1')).toMatchObject({ us: ['u5'], cn: ['c11'], relation: 'differ' })
  })
  it('is refused for the whole, for half a passage and for one that is there', () => {
    expect(refusal(small, { do: 'split-group', group: 'g4', us: ['u3'], cn: ['c3'] })).toMatch(
      /whole passage/u
    )
    expect(refusal(small, { do: 'split-group', group: 'g4', us: ['u3'], cn: [] })).toMatch(
      /new passage needs/u
    )
    expect(refusal(small, { do: 'split-group', group: 'g4', us: ['u1'], cn: ['c3'] })).toMatch(/not in this/u)
    expect(refusal(small, { do: 'split-group', group: 'g9', us: ['u1'], cn: ['c3'] })).toMatch(
      /no longer there/u
    )
    const linked = after(small, { ...wide, us: [...wide.us], cn: [...wide.cn] })
    expect(refusal(small, { do: 'split-group', group: 'h1', us: ['u2'], cn: ['c4'] }, linked)).toMatch(
      /of these sentences already/u
    )
  })
})

describe('merge-groups', () => {
  it('makes one group of several, under the id of the first that is named', () => {
    const work = after(
      small,
      { do: 'verify', group: 'g1', verified: true },
      { do: 'verify', group: 'g3', verified: true },
      { do: 'note', target: { on: 'group', id: 'g1' }, text: 'n' },
      { do: 'merge-groups', groups: ['g3', 'g1', 'g2'] }
    )
    expect(members(work)).toEqual(['g3: u1 u2 | c1 c2 c4', 'g4: u3 | c3'])
    expect(group(work, 'g3')?.relation).toBe('differ')
    expect(work.notes).toMatchObject([{ target: { on: 'group', id: 'g3' } }])
    expect(work.verified, 'not all of it was checked').toEqual([])
  })
  it('stays checked where all of it was', () => {
    const work = after(
      small,
      { do: 'verify', group: 'g1', verified: true },
      { do: 'verify', group: 'g2', verified: true },
      { do: 'merge-groups', groups: ['g1', 'g2'] }
    )
    expect(work.verified).toEqual(['g1'])
  })
  it('is refused for fewer than two that are there', () => {
    expect(refusal(small, { do: 'merge-groups', groups: ['g1', 'g1'] })).toMatch(/two passages/u)
    expect(refusal(small, { do: 'merge-groups', groups: ['g1', 'g9'] })).toMatch(/no longer there/u)
  })
})

describe('set-relation', () => {
  it('says whether the two report the same', () => {
    const work = after(small, { do: 'set-relation', group: 'g4', relation: 'differ' })
    expect(group(work, 'g4')).toMatchObject({ relation: 'differ', byHand: ['relation'] })
    expect(refusal(small, { do: 'set-relation', group: 'g4', relation: 'differ' }, work)).toMatch(/already/u)
    expect(refusal(small, { do: 'set-relation', group: 'g9', relation: 'differ' })).toMatch(
      /no longer there/u
    )
  })
})
