import { describe, expect, it } from 'vitest'
import type { Attribution, Sentence } from '../../../../engine/model.ts'
import { comparisonOf, text } from '../readouts.ts'

const US_OPENING =
  'Readout of Secretary Alder’s Meeting with PRC Foreign Minister Shen Rui\n\nSecretary of State Jane Alder met today with People’s Republic of China (PRC) Foreign Minister Shen Rui in Vienna.'
const CN_OPENING =
  'Shen Rui Meets with U.S. Secretary of State Jane Alder\n\nOn June 3, Foreign Minister Shen Rui met with U.S. Secretary of State Jane Alder in Vienna at the latter’s request.'
const ZH_OPENING =
  '沈锐会见美国国务卿奥尔德\n\n6月3日，外交部长沈锐在维也纳会见美国国务卿奥尔德。沈锐表示，中美关系很重要。奥尔德表示，美方愿保持沟通。'

const lastOf = (side: 'us' | 'cn', body: string): Sentence => {
  const us = text(side === 'us' ? `${US_OPENING}\n\n${body}` : US_OPENING)
  const isChinese = /\p{Script=Han}/u.test(body)
  const cn = text(side === 'cn' ? `${isChinese ? ZH_OPENING : CN_OPENING}\n\n${body}` : CN_OPENING)
  const sentence = comparisonOf(us, cn).readouts[side].sentences.at(-1)
  if (!sentence) throw new Error('no sentence')
  return sentence
}

const addressed = ({ text: words, start, attribution }: Sentence): string | null => {
  const { addressee } = attribution
  if (!addressee) return null
  return `${addressee.how} ${addressee.speaker}: ${words.slice(addressee.start - start, addressee.end - start)}`
}

describe('who is addressed', () => {
  it.each<[rule: string, side: 'us' | 'cn', body: string, expected: string | null]>([
    ['whoever is urged', 'us', 'The Secretary urged the PRC to release them.', 'told cn: PRC'],
    [
      'whoever is told',
      'us',
      'The Secretary told Foreign Minister Shen that trade matters.',
      'told cn: Foreign Minister'
    ],
    [
      'a side before a modal',
      'cn',
      'Shen Rui said that the U.S. side should lift the curbs.',
      'asked us: U.S. side'
    ],
    [
      'a side before a modal, without a source',
      'cn',
      'Shen Rui spoke of trade. The U.S. side must stop this.',
      'asked us: U.S. side'
    ],
    ['both sides', 'cn', 'Shen Rui said that the two sides should talk.', 'asked both: the two'],
    ['in Chinese, whoever is asked', 'cn', '沈锐要求美方取消制裁。', 'told us: 美方'],
    ['in Chinese, a side before a modal', 'cn', '沈锐强调，美方应停止打压。', 'asked us: 美方'],
    ['nobody in a plain statement', 'us', 'The Secretary said that the PRC is a competitor.', null],
    [
      'nobody where a side speaks of itself',
      'us',
      'The Secretary said that the United States should act.',
      null
    ],
    [
      'nobody where only a thing of theirs is named',
      'us',
      'The Secretary warned that PRC firms will pay.',
      null
    ]
  ])('%s', (_rule, side, body, expected) => {
    expect(addressed(lastOf(side, body))).toBe(expected)
  })
})

describe('whose words a statement reports in its turn', () => {
  const within = (side: 'us' | 'cn', body: string): Attribution['within'] =>
    lastOf(side, body).attribution.within

  it('names the source inside', () => {
    const body = 'Shen Rui pointed out that Secretary Alder had said the opposite.'
    const sentence = lastOf('cn', body)
    expect(sentence.speaker).toBe('cn')
    expect(sentence.attribution.within).toMatchObject({ speaker: 'us', verb: { lemma: 'say' } })
  })

  it('is not a second statement beside the first', () => {
    expect(
      within('cn', 'Shen Rui expressed concern about trade, and Secretary Alder expressed her thanks.')
    ).toBeUndefined()
  })

  it('is not what is said of a country', () => {
    expect(within('us', 'The Secretary said that China supports Russia.')).toBeUndefined()
  })
})
