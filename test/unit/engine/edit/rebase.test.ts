import { describe, expect, it } from 'vitest'
import type { Ground } from '../../../../engine/edit/ground.ts'
import { replay, workOf } from '../../../../engine/edit/history.ts'
import { likeness } from '../../../../engine/edit/likeness.ts'
import { movedText } from '../../../../engine/edit/moved-text.ts'
import type { Edits, Operation } from '../../../../engine/edit/operation.ts'
import { rebase } from '../../../../engine/edit/rebase.ts'
import type { Work } from '../../../../engine/edit/work.ts'
import type { Comparison, Group, Side } from '../../../../engine/model.ts'
import { text } from '../readouts.ts'
import { after, brokenLaws, groundOf, small } from './grounds.ts'

const edits = (...operations: Operation[]): Edits => ({
  entries: operations.map((operation, at) => ({ operation, at: `2026-05-14T09:00:0${at}.000Z` })),
  undone: []
})

/** The decisions in terms of another ground, what was lost, and the work they make there. */
const carried = (to: Ground, ...operations: Operation[]) => {
  after(small, ...operations)
  const { edits: kept, lost } = rebase(small, edits(...operations), to)
  const { history, failed } = replay(to, kept)
  expect(failed).toEqual([])
  const work = workOf(history)
  expect(brokenLaws(work, to)).toEqual([])
  return {
    operations: kept.entries.map(({ operation }) => operation),
    lost: lost.map(({ why }) => why),
    work
  }
}

const BARE = { kind: 'passage' as const, say: 'both name it', weight: 1, us: [], cn: [] }

/** The small texts by another machine: the groups that it makes. */
const withGroups = (...groups: (Partial<Group> & { id: string })[]): Ground => {
  const made = groups.map((group) => {
    const model = small.base.groups.find(({ us }) => String(us) === String(group.us)) ?? small.base.groups[0]
    if (!model) throw new Error('the small texts have groups')
    return { ...model, evidence: [BARE], framing: [], ...group }
  })
  const alone = (side: Side): string[] => {
    const linked = new Set(made.flatMap((group) => group[side]))
    return small.base.readouts[side].sentences.map(({ id }) => id).filter((id) => !linked.has(id))
  }
  const base: Comparison = { ...small.base, groups: made, onlyUs: alone('us'), onlyCn: alone('cn') }
  return { ...small, base }
}
const members = ({ comparison }: Work): string[] =>
  comparison.groups.map(({ id, us, cn }) => `${id}: ${us.join(' ')} | ${cn.join(' ')}`)

describe('the same answer', () => {
  it('keeps every decision as it is, and what was undone', () => {
    const operations: Operation[] = [
      { do: 'link', us: ['u4'], cn: ['c4'] },
      { do: 'set-topic', target: { on: 'group', id: 'h1' }, topic: 'trade' },
      { do: 'note', target: { on: 'group', id: 'h1' }, text: 'n' }
    ]
    const all = edits(...operations)
    const some: Edits = { entries: all.entries.slice(0, 1), undone: all.entries.slice(1).reverse() }
    expect(rebase(small, all, small)).toEqual({ edits: all, lost: [] })
    expect(rebase(small, some, small)).toEqual({ edits: some, lost: [] })
  })
})

describe('another engine', () => {
  it('finds groups by their sentences, whatever they are called', () => {
    const to = withGroups({ id: 'g1', us: ['u3'], cn: ['c3'] }, { id: 'g2', us: ['u1'], cn: ['c1', 'c2'] })
    const { operations, lost } = carried(
      to,
      { do: 'set-relation', group: 'g4', relation: 'differ' },
      { do: 'verify', group: 'g1', verified: true }
    )
    expect(lost).toEqual([])
    expect(operations).toEqual([
      { do: 'set-relation', group: 'g1', relation: 'differ' },
      { do: 'verify', group: 'g2', verified: true }
    ])
  })
  it('needs no decision for what it now says by itself', () => {
    const to = withGroups(
      { id: 'g2', us: ['u3'], cn: ['c3'], topic: 'trade' },
      { id: 'g1', us: ['u4'], cn: ['c4'] }
    )
    const { operations, lost } = carried(
      to,
      { do: 'link', us: ['u4'], cn: ['c4'] },
      { do: 'unlink', group: 'g2', sentences: ['c2'] },
      { do: 'set-topic', target: { on: 'group', id: 'g4' }, topic: 'trade' },
      { do: 'set-topic', target: { on: 'group', id: 'h1' }, topic: 'ukraine' }
    )
    expect(lost).toEqual([])
    expect(operations).toEqual([{ do: 'set-topic', target: { on: 'group', id: 'g1' }, topic: 'ukraine' }])
  })
  it('lists what has lost its place, and why', () => {
    const to: Ground = withGroups({ id: 'g1', us: ['u3'], cn: ['c3'] })
    to.base = { ...to.base, findings: to.base.findings.filter(({ id }) => id !== 'f1') }
    const { operations, lost } = carried(
      to,
      { do: 'verify', group: 'g2', verified: true },
      { do: 'judge', finding: 'f1', judgement: 'dismissed' },
      { do: 'judge', finding: 'f2', judgement: 'accepted' }
    )
    expect(lost).toEqual([
      'The passage on Trade & economy: Economic ties is no longer set side by side.',
      'The finding is no longer made.'
    ])
    expect(operations).toEqual([{ do: 'judge', finding: 'f2', judgement: 'accepted' }])
  })
  it('takes links apart where it has put them elsewhere', () => {
    const to = withGroups({ id: 'g1', us: ['u1', 'u2', 'u3', 'u4'], cn: ['c1', 'c2', 'c3', 'c4'] })
    expect(carried(to, { do: 'unlink', group: 'g4', sentences: ['c3'] }).operations).toEqual([
      { do: 'unlink', group: 'g1', sentences: ['c3'] }
    ])
  })
  it('links what was moved or put together where the groups are gone', () => {
    const to = withGroups({ id: 'g1', us: ['u2'], cn: ['c4'] })
    expect(members(carried(to, { do: 'move', sentence: 'c3', from: 'g4', to: 'g3' }).work)).toEqual([
      'g1: u2 | c3 c4'
    ])
    expect(members(carried(to, { do: 'merge-groups', groups: ['g3', 'g4'] }).work)).toEqual([
      'g1: u2 u3 | c3 c4'
    ])
    expect(members(carried(to, { do: 'merge-groups', groups: ['g1', 'g2'] }).work)).toEqual([
      'h1: u1 | c1 c2',
      'g1: u2 | c4'
    ])
    expect(members(carried(to, { do: 'link', us: ['u4'], cn: [], into: 'g4' }).work)).toEqual([
      'g1: u2 | c4',
      'h1: u4 | c3'
    ])
  })
  it('keeps a part of a group apart', () => {
    const link: Operation = { do: 'link', us: ['u4'], cn: ['c4'], into: 'g4' }
    const split: Operation = { do: 'split-group', group: 'g4', us: ['u4'], cn: ['c4'] }
    const wide = withGroups({ id: 'g7', us: ['u3', 'u4'], cn: ['c3', 'c4'] })
    expect(carried(wide, link, split).operations).toEqual([
      { do: 'split-group', group: 'g7', us: ['u4'], cn: ['c4'] }
    ])
    const apart = withGroups({ id: 'g7', us: ['u3'], cn: ['c3'] }, { id: 'g8', us: ['u4'], cn: ['c4'] })
    const { work, lost } = carried(apart, link, split)
    expect(lost).toEqual([])
    expect(members(work)).toEqual(['g7: u3 | c3', 'g8: u4 | c4'])
  })
  it('splits and joins sentences only as far as it has not', () => {
    const at = small.texts.us.indexOf(' he also')
    const split: Operation = { do: 'split-sentence', sentence: 'u1', at }
    const done = after(small, split).comparison
    const renamed: Comparison = JSON.parse(JSON.stringify(done).replaceAll('"h1"', '"u9"')) as Comparison
    const speaker: Operation = { do: 'set-speaker', sentence: 'h1', speaker: 'both' }
    const cut = carried({ ...small, base: renamed }, split, speaker)
    expect(cut.operations).toEqual([{ ...speaker, sentence: 'u9' }])
    const whole = rebase(
      { ...small, base: renamed },
      edits({ do: 'set-speaker', sentence: 'u9', speaker: 'both' }),
      small
    )
    expect(whole.edits.entries.map(({ operation }) => operation)).toEqual([{ ...speaker, sentence: 'u1' }])
    const joined = rebase(
      { ...small, base: renamed },
      edits({ do: 'merge-sentences', first: 'u1', second: 'u9' }),
      small
    )
    expect(joined).toEqual({ edits: { entries: [], undone: [] }, lost: [] })
  })
})

describe('a corrected text', () => {
  const us = `Remarks of the day follow here.\n\n${small.texts.us.replace('raised concerns', 'voiced concerns').replace('meet again', 'meet soon')}`
  const cn = small.texts.cn.replace(' He called for fair trade.', '')
  const to = groundOf(text(us), text(cn))

  it('keeps what is said of sentences that were corrected or have moved', () => {
    const start = small.texts.us.indexOf('raised concerns about Taiwan')
    const spans = { us: [{ start, end: start + 'raised concerns about Taiwan'.length }], cn: [] }
    const { work, lost } = carried(
      to,
      { do: 'set-speaker', sentence: 'u1', speaker: 'both' },
      { do: 'set-topic', target: { on: 'sentence', id: 'u4' }, topic: 'trade' },
      { do: 'split-sentence', sentence: 'u1', at: small.texts.us.indexOf(' he also') },
      { do: 'add-finding', kind: 'tone', topic: 'taiwan', spans, say: 'A concern.' },
      { do: 'link', us: ['u4'], cn: ['c1'] }
    )
    expect(lost).toEqual([])
    const sentences = work.comparison.readouts.us.sentences
    const by = (mark: 'speaker' | 'topic' | 'extent') =>
      sentences.filter(({ byHand }) => byHand?.includes(mark)).map((sentence) => sentence.text)
    expect(by('speaker')).toEqual(['The Secretary voiced concerns about Taiwan;', 'he also raised trade.'])
    expect(by('extent')).toEqual(by('speaker'))
    expect(by('topic')).toEqual(['They agreed to meet soon.'])
    expect(work.comparison.findings[0]?.words.us).toEqual(['voiced concerns about Taiwan'])
    const made = work.comparison.groups.find(({ byHand }) => byHand?.includes('made'))
    expect([made?.us.length, made?.cn.length]).toEqual([1, 1])
  })
  it('lists what was about words that are gone, and keeps the rest of it', () => {
    const start = small.texts.cn.indexOf('fair trade')
    const { work, lost } = carried(
      to,
      { do: 'set-speaker', sentence: 'c2', speaker: 'us' },
      { do: 'link', us: ['u3'], cn: ['c2', 'c4'] },
      { do: 'note', target: { on: 'sentence', id: 'c2' }, text: 'n' },
      {
        do: 'add-finding',
        kind: 'tone',
        topic: 'trade',
        spans: { us: [], cn: [{ start, end: start + 10 }] },
        say: 's'
      }
    )
    expect(lost).toEqual([
      'The sentence “He called for fair trade.” is no longer in the text.',
      'The sentence “He called for fair trade.” is no longer in the text.',
      'The sentence “He called for fair trade.” is no longer in the text.',
      'Its words are no longer in the text.'
    ])
    const made = work.comparison.groups.find(({ byHand }) => byHand?.includes('made'))
    expect(
      made?.cn.map((id) => work.comparison.readouts.cn.sentences.find((one) => one.id === id)?.text)
    ).toEqual(['They will stay in touch.'])
  })
  it('finds a sentence that was moved to another place', () => {
    const [first = '', second = ''] = small.texts.us.split('\n\n')
    const moved = groundOf(text(`${second}\n\n${first}`), text(small.texts.cn))
    const { work, lost } = carried(
      moved,
      { do: 'set-speaker', sentence: 'u2', speaker: 'both' },
      { do: 'set-speaker', sentence: 'u4', speaker: 'us' }
    )
    expect(lost).toEqual([])
    expect(
      work.comparison.readouts.us.sentences
        .filter(({ byHand }) => byHand?.includes('speaker'))
        .map((sentence) => sentence.text)
    ).toEqual(['They agreed to meet again.', 'He stressed the need to keep talking.'])
  })
})

describe('places in a corrected text', () => {
  it('are those of the same words, or of what has taken their place', () => {
    const before = 'One two three. Four five six.'
    const now = 'Zero. One 2 three. Four five six seven.'
    const { placeOf } = movedText(before, now)
    const at = (words: string): string => {
      const start = before.indexOf(words)
      const place = placeOf({ start, end: start + words.length })
      return place ? now.slice(place.start, place.end) : ''
    }
    expect(at('One')).toBe('One')
    expect(at('two')).toBe('2')
    expect(at('Four five')).toBe('Four five')
    expect(at('One two three.')).toBe('One 2 three.')
  })
  it('are unknown where the two have nothing in common', () => {
    const words = (from: number): string =>
      Array.from({ length: 3000 }, (_, at) => `w${from + at}x`).join(' ')
    expect(movedText(words(0), words(5000).replaceAll(' ', '\n')).placeOf({ start: 0, end: 3 })).toBeNull()
  })
})

describe('likeness', () => {
  it('is high for corrections and low for other sentences, in both languages', () => {
    expect(likeness('They agreed to meet again.', 'They agreed to meet soon.')).toBeGreaterThan(0.7)
    expect(likeness('They agreed to meet again.', 'He called for fair trade.')).toBeLessThan(0.4)
    expect(likeness('双方就乌克兰危机交换了意见。', '双方就乌克兰问题交换了意见。')).toBeGreaterThan(0.6)
    expect(likeness('双方就乌克兰危机交换了意见。', '台湾问题是第一条红线。')).toBeLessThan(0.2)
    expect([likeness('', ''), likeness('a', '')]).toEqual([1, 0])
  })
})
