import { describe, expect, it } from 'vitest'
import type { Side } from '../../../../engine/model.ts'
import type { Work } from '../../../../engine/edit/work.ts'
import { text } from '../readouts.ts'
import { after, groundOf, refusal, small } from './grounds.ts'

const texts = (work: Work, side: Side): string[] =>
  work.comparison.readouts[side].sentences.map(({ id, text: words }) => `${id} ${words}`)
const sentence = (work: Work, id: string) =>
  [...work.comparison.readouts.us.sentences, ...work.comparison.readouts.cn.sentences].find(
    (other) => other.id === id
  )
const CUT = small.texts.us.indexOf(' he also')

describe('split-sentence', () => {
  const split = { do: 'split-sentence', sentence: 'u1', at: CUT } as const

  it('cuts the exact words, counted anew, and keeps both pieces in their groups', () => {
    const work = after(small, split)
    expect(texts(work, 'us').slice(0, 3)).toEqual([
      'u1 The Secretary raised concerns about Taiwan;',
      'h1 he also raised trade.',
      'u2 He stressed the need to keep talking.'
    ])
    expect([sentence(work, 'u1')?.words, sentence(work, 'h1')?.words]).toEqual([6, 4])
    expect(sentence(work, 'h1')?.byHand).toEqual(['extent'])
    expect(work.comparison.groups.slice(0, 2).map(({ us }) => us)).toEqual([
      ['u1', 'h1'],
      ['u1', 'h1']
    ])
  })
  it('leaves findings on the piece that their words are in', () => {
    const words = (at: string) => {
      const start = small.texts.us.indexOf(at)
      return { start, end: start + at.length }
    }
    const say = 'Both are named.'
    const work = after(
      small,
      { do: 'add-finding', kind: 'tone', topic: 'trade', spans: { us: [words('trade')], cn: [] }, say },
      { do: 'add-finding', kind: 'tone', topic: 'trade', spans: { us: [words('Taiwan; he')], cn: [] }, say },
      split
    )
    const on = (id: string) => work.comparison.findings.find((finding) => finding.id === id)?.us
    expect([on('h1'), on('h2')]).toEqual([['h3'], ['u1', 'h3']])
  })
  it('leaves the note on the first piece and the tags on both', () => {
    const target = { on: 'sentence', id: 'u1' } as const
    const work = after(
      small,
      { do: 'note', target, text: 'two matters' },
      { do: 'tag', target, tag: 'a', on: true },
      split
    )
    expect(work.notes.map((note) => note.target)).toEqual([target])
    expect(work.tags.map((tagging) => tagging.target)).toEqual([target, { on: 'sentence', id: 'h3' }])
  })
  it('says of a piece without a source that it goes on', () => {
    const work = after(small, split)
    expect(sentence(work, 'u1')?.attribution.how).toBe('named')
    expect(sentence(work, 'h1')?.attribution).toEqual({ how: 'continued' })
  })
  it('is refused at the edges, inside a character and where a piece would say nothing', () => {
    const { start = 0, end = 0 } = small.base.readouts.us.sentences[0] ?? {}
    for (const at of [start, end, -1, 1e9, NaN, 3.5])
      expect(refusal(small, { ...split, at })).toMatch(/inside it/u)
    expect(refusal(small, { ...split, at: end - 1 })).toMatch(/a word of its own/u)
    expect(refusal(small, { ...split, sentence: 'u9' })).toMatch(/no longer there/u)
    const rare = groundOf(
      text('Both sides talked about 𠮷林 and cafe\u0301 culture.'),
      text('They talked about trade.')
    )
    const at = (words: string, add: number) => rare.texts.us.indexOf(words) + add
    expect(refusal(rare, { ...split, at: at('𠮷', 1) })).toMatch(/inside a character/u)
    expect(refusal(rare, { ...split, at: at('\u0301', 0) })).toMatch(/inside a character/u)
    expect(refusal(rare, { ...split, at: at('𠮷', 2) })).toBe('done')
  })
})

describe('merge-sentences', () => {
  const merge = { do: 'merge-sentences', first: 'u1', second: 'u2' } as const

  it('joins across the gap and links what either was linked with', () => {
    const work = after(small, merge)
    expect(texts(work, 'us')[0]).toBe(
      'u1 The Secretary raised concerns about Taiwan; he also raised trade. He stressed the need to keep talking.'
    )
    expect(sentence(work, 'u1')).toMatchObject({ words: 17, byHand: ['extent'] })
    expect(work.comparison.groups.map(({ us, cn }) => [us, cn])).toEqual([
      [['u1'], ['c1']],
      [['u1'], ['c2']],
      [['u1'], ['c4']],
      [['u3'], ['c3']]
    ])
  })
  it('undoes a split', () => {
    const work = after(
      small,
      { do: 'split-sentence', sentence: 'u1', at: CUT },
      { do: 'merge-sentences', first: 'u1', second: 'h1' }
    )
    expect(texts(work, 'us')).toEqual(
      small.base.readouts.us.sentences.map(({ id, text: words }) => `${id} ${words}`)
    )
  })
  it('takes the notes, tags and findings of both', () => {
    const work = after(
      small,
      { do: 'note', target: { on: 'sentence', id: 'u1' }, text: 'one' },
      { do: 'note', target: { on: 'sentence', id: 'u2' }, text: 'two' },
      { do: 'tag', target: { on: 'sentence', id: 'u2' }, tag: 'a', on: true },
      merge
    )
    expect(work.notes).toMatchObject([{ target: { id: 'u1' }, text: 'one\ntwo' }])
    expect(work.tags).toMatchObject([{ target: { id: 'u1' }, tag: 'a' }])
    expect(work.comparison.findings.find(({ id }) => id === 'f4')?.us).toEqual(['u1'])
  })
  it('lets what was set by hand stand', () => {
    const work = after(
      small,
      { do: 'set-speaker', sentence: 'u2', speaker: 'cn' },
      { do: 'set-topic', target: { on: 'sentence', id: 'u2' }, topic: 'climate' },
      merge
    )
    expect(sentence(work, 'u1')?.speaker).toBe('cn')
    expect(sentence(work, 'u1')?.topics[0]?.id).toBe('climate')
    expect(sentence(work, 'u1')?.byHand).toEqual(['speaker', 'topic', 'extent'])
  })
  it('is refused for sentences that are not neighbours in a paragraph', () => {
    expect(refusal(small, { ...merge, second: 'u3' })).toMatch(/right after it/u)
    expect(refusal(small, { ...merge, first: 'u2', second: 'u1' })).toMatch(/right after it/u)
    expect(refusal(small, { ...merge, second: 'c2' })).toMatch(/right after it/u)
    expect(refusal(small, { ...merge, first: 'u2', second: 'u3' })).toMatch(/different paragraphs/u)
    expect(refusal(small, { ...merge, second: 'u9' })).toMatch(/no longer there/u)
  })
})

describe('set-speaker', () => {
  it('names another speaker, and tells the groups by it', () => {
    const work = after(small, { do: 'set-speaker', sentence: 'c1', speaker: 'both' })
    expect(sentence(work, 'c1')).toMatchObject({ speaker: 'both', byHand: ['speaker'] })
    const told = work.comparison.groups[0]?.framing.find(({ kind }) => kind === 'speaker')
    expect(told?.say).toMatch(/as said by both together/u)
  })
  it('is refused where it is so or where there is no such sentence', () => {
    expect(refusal(small, { do: 'set-speaker', sentence: 'u1', speaker: 'us' })).toMatch(/already/u)
    expect(refusal(small, { do: 'set-speaker', sentence: 'u9', speaker: 'us' })).toMatch(/no longer there/u)
  })
})

describe('set-topic', () => {
  it('sets that of a sentence, and the shares follow', () => {
    const work = after(small, { do: 'set-topic', target: { on: 'sentence', id: 'u4' }, topic: 'trade' })
    expect(sentence(work, 'u4')).toMatchObject({ matter: { label: 'Trade & economy' }, byHand: ['topic'] })
    expect(sentence(work, 'u4')?.topics.map(({ id }) => id)).toEqual(['trade', 'next_steps'])
    expect(work.comparison.topics.find(({ topic }) => topic === 'trade')).toMatchObject({
      usSentences: ['u4'],
      us: 0.179
    })
    expect(work.comparison.topics.some(({ topic }) => topic === 'next_steps')).toBe(false)
  })
  it('sets that of a group, which then stays when its members change', () => {
    const work = after(
      small,
      { do: 'set-topic', target: { on: 'group', id: 'g4' }, topic: 'trade' },
      { do: 'link', us: ['u4'], cn: ['c4'], into: 'g4' }
    )
    expect(work.comparison.groups.find(({ id }) => id === 'g4')).toMatchObject({
      topic: 'trade',
      byHand: ['topic', 'members']
    })
  })
  it('is refused where it is so, or the topic or the place is not there', () => {
    const on = (id: string, topic: string) =>
      refusal(small, {
        do: 'set-topic',
        target: { on: id.startsWith('g') ? 'group' : 'sentence', id },
        topic
      })
    expect(on('g4', 'climate')).toMatch(/already/u)
    expect(on('u3', 'climate')).toMatch(/already/u)
    expect(on('u3', 'nothing')).toMatch(/no such topic/u)
    expect(on('u9', 'climate')).toMatch(/no longer there/u)
    expect(on('g9', 'climate')).toMatch(/no longer there/u)
  })
})
