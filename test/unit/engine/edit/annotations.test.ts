import { describe, expect, it } from 'vitest'
import { after, refusal, small } from './grounds.ts'

describe('note', () => {
  it('is kept on each kind of place, changed and taken away', () => {
    const work = after(
      small,
      { do: 'note', target: { on: 'whole' }, text: 'all' },
      { do: 'note', target: { on: 'sentence', id: 'u1' }, text: 'a' },
      { do: 'note', target: { on: 'group', id: 'g1' }, text: 'b' },
      { do: 'note', target: { on: 'finding', id: 'f1' }, text: 'c' },
      { do: 'note', target: { on: 'group', id: 'g1' }, text: 'b, again' },
      { do: 'note', target: { on: 'sentence', id: 'u1' }, text: ' ' }
    )
    expect(work.notes.map(({ text }) => text)).toEqual(['all', 'b, again', 'c'])
    expect(work.notes[0]?.at).toBe('2026-05-14T09:00:00.000Z')
  })
  it('is refused on what is not there, and where there is nothing to change', () => {
    for (const on of ['sentence', 'group', 'finding'] as const)
      expect(refusal(small, { do: 'note', target: { on, id: 'x' }, text: 'n' })).toMatch(/no longer there/u)
    expect(refusal(small, { do: 'note', target: { on: 'whole' }, text: '' })).toMatch(/no note/u)
    const work = after(small, { do: 'note', target: { on: 'whole' }, text: 'n' })
    expect(refusal(small, { do: 'note', target: { on: 'whole' }, text: 'n' }, work)).toMatch(/already/u)
  })
})

describe('tag', () => {
  it('is put on and taken off', () => {
    const target = { on: 'group', id: 'g1' } as const
    const work = after(
      small,
      { do: 'tag', target, tag: 'a', on: true },
      { do: 'tag', target, tag: 'b', on: true },
      { do: 'tag', target, tag: 'a', on: false }
    )
    expect(work.tags).toEqual([{ target, tag: 'b' }])
    expect(refusal(small, { do: 'tag', target, tag: 'b', on: true }, work)).toMatch(/already/u)
    expect(refusal(small, { do: 'tag', target, tag: 'a', on: false }, work)).toMatch(/does not have/u)
    expect(refusal(small, { do: 'tag', target: { on: 'group', id: 'x' }, tag: 'a', on: true })).toMatch(
      /no longer there/u
    )
  })
})

describe('verify', () => {
  it('marks a group as checked and takes the mark away', () => {
    const work = after(
      small,
      { do: 'verify', group: 'g1', verified: true },
      { do: 'verify', group: 'g2', verified: true },
      { do: 'verify', group: 'g1', verified: false }
    )
    expect(work.verified).toEqual(['g2'])
    expect(refusal(small, { do: 'verify', group: 'g2', verified: true }, work)).toMatch(/already/u)
    expect(refusal(small, { do: 'verify', group: 'g1', verified: false }, work)).toMatch(/not marked/u)
    expect(refusal(small, { do: 'verify', group: 'x', verified: true })).toMatch(/no longer there/u)
  })
})

describe('reset', () => {
  it('gives the machine’s comparison back; notes, tags and checks stay where their place does', () => {
    const work = after(
      small,
      { do: 'link', us: ['u4'], cn: ['c4'] },
      { do: 'note', target: { on: 'group', id: 'h1' }, text: 'goes' },
      { do: 'note', target: { on: 'sentence', id: 'u1' }, text: 'stays' },
      { do: 'tag', target: { on: 'group', id: 'h1' }, tag: 'a', on: true },
      { do: 'tag', target: { on: 'group', id: 'g1' }, tag: 'a', on: true },
      { do: 'verify', group: 'g1', verified: true },
      { do: 'verify', group: 'g4', verified: true },
      { do: 'link', us: ['u4'], cn: [], into: 'g4' },
      { do: 'reset' }
    )
    expect(work.comparison).toBe(small.base)
    expect(work.notes.map(({ text }) => text)).toEqual(['stays'])
    expect(work.tags).toEqual([{ target: { on: 'group', id: 'g1' }, tag: 'a' }])
    expect(work.verified).toEqual(['g1'])
    expect(refusal(small, { do: 'reset' }, work)).toMatch(/as it is/u)
  })
})
