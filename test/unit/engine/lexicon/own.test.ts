import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compare } from '../../../../engine/compare.ts'
import { readOwnLexicon } from '../../../../engine/lexicon/own.ts'
import type { Comparison } from '../../../../engine/model.ts'
import { text } from '../readouts.ts'

const US = text(
  'Readout of Secretary Alder’s Meeting with PRC Foreign Minister Shen Rui\n\nThe Secretary stressed the need to remove old satellites from orbit.\n\nHe raised the Taiwan Strait.'
)
const CN = text(
  '沈锐会见美国国务卿奥尔德\n\n6月3日，外交部长沈锐在维也纳会见美国国务卿奥尔德。\n\n沈锐指出，应清理轨道上的旧卫星，轨道清理需要各国合作。'
)
const ORBIT = {
  name: 'Orbit',
  topics: [
    {
      id: 'orbit',
      label: { en: 'Orbit', zh: '轨道' },
      parts: [{ id: 'debris', label: { en: 'Debris', zh: '碎片' } }]
    }
  ],
  concepts: [
    {
      id: 'debris',
      topic: 'orbit',
      sub: 'debris',
      en: ['old satellites', 'orbit*'],
      zh: ['轨道清理', '轨道']
    }
  ]
}

const compared = (own: unknown): Comparison => {
  const read = readOwnLexicon(JSON.stringify(own))
  if (!read.ok) throw new Error(read.message)
  const result = compare(US, CN, read.lexicon)
  if (!result.ok) throw new Error(result.problem.message)
  return result.comparison
}
const refusal = (json: string): string => {
  const read = readOwnLexicon(json)
  return read.ok ? '' : read.message
}

describe('a lexicon of the reader’s own', () => {
  it('adds a topic with terms in both languages, by which passages are aligned', () => {
    const { groups, topics, engine } = compared(ORBIT)
    const group = groups.find(({ topic }) => topic === 'orbit')
    expect(group).toMatchObject({ us: ['u1'], matter: { label: 'Debris', part: 'debris' } })
    expect(group?.cn).toContain('c2')
    expect(topics.find(({ topic }) => topic === 'orbit')?.label).toBe('Orbit')
    expect(engine.own).toEqual({
      name: 'Orbit',
      topics: 1,
      concepts: 1,
      terms: 0,
      verbs: 0,
      off: 0
    })
  })

  it('leaves the lexicon that ships as it is', () => {
    compared(ORBIT)
    const plain = compare(US, CN)
    expect(plain.ok && plain.comparison.topics.some(({ topic }) => topic === 'orbit')).toBe(false)
    expect(plain.ok && plain.comparison.engine.own).toBeUndefined()
  })

  it('switches concepts off', () => {
    const topicsOf = ({ readouts }: Comparison): (string | undefined)[] =>
      readouts.us.sentences.map(({ topics }) => topics[0]?.id)
    expect(topicsOf(compared({ name: 'none' }))).toContain('taiwan')
    expect(topicsOf(compared({ name: 'less', off: ['taiwan', 'strait'] }))).not.toContain('taiwan')
  })

  it('replaces a concept of the same id', () => {
    const { readouts } = compared({
      name: 'other',
      off: ['taiwan'],
      concepts: [{ id: 'strait', topic: 'maritime', en: ['taiwan strait'] }]
    })
    expect(readouts.us.sentences.map(({ topics }) => topics[0]?.id)).toContain('maritime')
  })

  it.each<[fault: string, json: string, expected: RegExp]>([
    ['no JSON', '{', /not JSON/u],
    ['a field of no meaning', '{"name":"x","words":[]}', /words/u],
    [
      'a topic that there is not',
      '{"name":"x","concepts":[{"id":"a","topic":"moon","en":["moon"]}]}',
      /“moon”/u
    ],
    ['a concept without terms', '{"name":"x","concepts":[{"id":"a","topic":"taiwan"}]}', /no terms/u],
    [
      'a term without a word',
      '{"name":"x","concepts":[{"id":"a","topic":"taiwan","en":["…"]}]}',
      /without a word/u
    ],
    [
      'an id with spaces',
      '{"name":"x","concepts":[{"id":"a b","topic":"taiwan","en":["x"]}]}',
      /concepts › 1 › id/u
    ],
    ['an unknown concept switched off', '{"name":"x","off":["nothing"]}', /“nothing”/u]
  ])('is refused with its reason: %s', (_fault, json, expected) => {
    expect(refusal(json)).toMatch(expected)
  })
})

describe('contested terms and reporting verbs of the reader’s own', () => {
  const us = text(
    'Secretary Alder met Foreign Minister Shen Rui.\n\nThe Secretary grumbled that dead satellites make science and technology cooperation hard.'
  )
  const cn = text(
    'Foreign Minister Shen Rui met Secretary Alder.\n\nShen Rui said that retired spacecraft have no place in science and technology cooperation.'
  )
  const comparedWith = (own: unknown): Comparison => {
    const read = readOwnLexicon(JSON.stringify(own))
    if (!read.ok) throw new Error(read.message)
    const result = compare(us, cn, read.lexicon)
    if (!result.ok) throw new Error(result.problem.message)
    return result.comparison
  }
  const term = {
    id: 'orbital-waste',
    topic: 'technology',
    weight: 0.9,
    wordings: { us: { en: ['dead satellites'], zh: [] }, cn: { en: ['retired spacecraft'], zh: [] } },
    signal: 'waste, or property'
  }

  it('make findings and attributions', () => {
    const { findings, readouts, engine } = comparedWith({
      name: 'mine',
      terms: [term],
      verbs: { en: [{ lemma: 'grumble', forms: ['grumbled'], act: 'criticise', strength: 4 }] }
    })
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'term:orbital-waste', note: 'waste, or property' })
    )
    expect(readouts.us.sentences[1]?.attribution.verb).toMatchObject({ lemma: 'grumble', strength: 4 })
    expect(engine.own).toMatchObject({ terms: 1, verbs: 1 })
  })
  it('change and switch off what ships', () => {
    const verbOf = (own: unknown) => comparedWith(own).readouts.cn.sentences[1]?.attribution.verb
    expect(verbOf({ name: 'mine' })).toMatchObject({ lemma: 'say', strength: 1 })
    expect(
      verbOf({ name: 'mine', verbs: { en: [{ lemma: 'say', forms: ['said'], act: 'warn', strength: 5 }] } })
    ).toMatchObject({ act: 'warn', strength: 5 })
    expect(verbOf({ name: 'mine', off: ['verb:say'] })).toBeUndefined()
  })
  it('are refused where they name an unknown topic or nothing', () => {
    const refused = (own: unknown): string => {
      const read = readOwnLexicon(JSON.stringify(own))
      return read.ok ? '' : read.message
    }
    expect(refused({ name: 'x', terms: [{ ...term, topic: 'orbit' }] })).toContain('of the topic “orbit”')
    const none = { en: [], zh: [] }
    expect(refused({ name: 'x', terms: [{ ...term, wordings: { us: none, cn: none } }] })).toContain(
      'has no terms'
    )
    expect(refused({ name: 'x', off: ['term:no-such'] })).toContain('no entry “term:no-such”')
  })
})

it('the example of docs/lexicon.md is one', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/lexicon.md'), 'utf8')
  const [, example = ''] = /```json\n([\s\S]*?)```/u.exec(page) ?? []
  expect(readOwnLexicon(example)).toMatchObject({ ok: true })
})
