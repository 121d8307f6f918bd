import { describe as suite, expect, it } from 'vitest'
import { clipped } from '../../../../engine/edit/clipped.ts'
import { describe } from '../../../../engine/edit/describe.ts'
import type { Operation } from '../../../../engine/edit/operation.ts'
import { startWork } from '../../../../engine/edit/work.ts'
import { topics } from '../../../../engine/lexicon/topics.ts'
import { small } from './grounds.ts'

const said = (operation: Operation): string =>
  describe(operation, startWork(small.base), { topics, codes: [{ id: 't', name: 'Red line' }] })
const at = small.texts.us.indexOf('he also')
const say = 'Trade is named twice.'

suite('a history', () => {
  it.each<[Operation, string]>([
    [
      { do: 'link', us: ['u2'], cn: ['c2'] },
      'Linked “He stressed the need to keep talking.” with “He called for fair trade.”'
    ],
    [
      { do: 'link', us: ['u4'], cn: [], into: 'g4' },
      'Added “They agreed to meet again.” to the passage on Climate.'
    ],
    [
      { do: 'unlink', group: 'g4', sentences: ['c3'] },
      'Took “Both sides talked about climate change.” out of the passage on Climate.'
    ],
    [
      { do: 'move', sentence: 'c2', from: 'g2', to: 'g4' },
      'Moved “He called for fair trade.” from the passage on Trade & economy to that on Climate.'
    ],
    [
      { do: 'split-group', group: 'g2', us: ['u2'], cn: ['c2'] },
      'Trade & economy: made a passage of its own of “He stressed the need to keep talking.” and “He called for fair trade.”'
    ],
    [
      { do: 'merge-groups', groups: ['g2', 'g4'] },
      'Made one passage of those on Trade & economy and Climate.'
    ],
    [
      { do: 'split-sentence', sentence: 'u1', at },
      'Split “The Secretary raised concerns about…” before “he also raised trade.”'
    ],
    [
      { do: 'merge-sentences', first: 'u3', second: 'u4' },
      'Joined “The two sides discussed climate change.” with “They agreed to meet again.”'
    ],
    [
      { do: 'set-topic', target: { on: 'group', id: 'g4' }, topic: 'trade' },
      'Climate: topic changed to Trade & economy.'
    ],
    [
      { do: 'set-topic', target: { on: 'sentence', id: 'u4' }, topic: 'trade' },
      '“They agreed to meet again.”: topic changed to Trade & economy.'
    ],
    [
      { do: 'set-speaker', sentence: 'u4', speaker: 'narrator' },
      '“They agreed to meet again.”: speaker changed to the issuer itself.'
    ],
    [{ do: 'set-relation', group: 'g4', relation: 'differ' }, 'Climate: marked as differing.'],
    [{ do: 'relabel', finding: 'f9', kind: 'tone' }, 'Called a finding Tone.'],
    [
      { do: 'add-finding', kind: 'tone', topic: 'trade', spans: { us: [], cn: [] }, say },
      `Added the finding “${say}”`
    ],
    [
      { do: 'note', target: { on: 'whole' }, text: 'Ask again' },
      'Noted on the whole comparison: “Ask again”.'
    ],
    [
      { do: 'note', target: { on: 'whole' }, text: 'Ask again!' },
      'Noted on the whole comparison: “Ask again!”'
    ],
    [
      { do: 'note', target: { on: 'group', id: 'g4' }, text: '' },
      'Removed the note on the passage on Climate.'
    ],
    [
      { do: 'tag', target: { on: 'sentence', id: 'u4' }, tag: 't', on: true },
      'Tagged “They agreed to meet again.” with “Red line”.'
    ],
    [
      { do: 'tag', target: { on: 'sentence', id: 'u4' }, tag: 'x', on: false },
      'Took the tag “x” off “They agreed to meet again.”'
    ],
    [{ do: 'verify', group: 'g4', verified: true }, 'Climate: marked as verified.'],
    [{ do: 'reset' }, 'Went back to the machine’s comparison.']
  ])('tells %j', (operation, sentence) => {
    expect(said(operation)).toBe(sentence)
  })
  it('tells judgements by what the finding says', () => {
    const judged = (judgement: 'accepted' | 'dismissed' | null) =>
      said({ do: 'judge', finding: 'f1', judgement })
    expect(judged('accepted')).toMatch(/^Accepted the finding “.+…”\.$/u)
    expect(judged('dismissed')).toMatch(/^Dismissed the finding “/u)
    expect(judged(null)).toMatch(/^Took back the judgement of the finding “/u)
  })
})

suite('the beginning of a sentence', () => {
  it('ends with a word, and counts Chinese by its own measure', () => {
    expect(clipped('One, two, three, four, five, six, seven, eight')).toBe(
      'One, two, three, four, five, six…'
    )
    expect(clipped('沈锐指出，台湾问题是中美关系第一条不可逾越的红线。')).toBe(
      '沈锐指出，台湾问题是中美关系第一条不…'
    )
    expect(clipped('短句。')).toBe('短句。')
  })
})
