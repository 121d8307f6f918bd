import { describe, expect, it } from 'vitest'
import type { Speaker } from '../../../../engine/model.ts'
import { comparisonOf, text } from '../readouts.ts'

const US_OPENING =
  'Readout of Secretary Alder’s Meeting with PRC Foreign Minister Shen Rui\n\nSecretary of State Jane Alder met today with People’s Republic of China (PRC) Foreign Minister Shen Rui in Vienna.'
const CN_OPENING =
  'Shen Rui Meets with U.S. Secretary of State Jane Alder\n\nOn June 3, Foreign Minister Shen Rui met with U.S. Secretary of State Jane Alder in Vienna at the latter’s request.'
const ZH_OPENING =
  '沈锐会见美国国务卿奥尔德\n\n6月3日，外交部长沈锐在维也纳会见美国国务卿奥尔德。沈锐表示，中美应相向而行。奥尔德表示，美方愿保持沟通。'

/** Speakers of the sentences that follow an opening; a blank line parts paragraphs. */
const speakers = (side: 'us' | 'cn', body: string): Speaker[] => {
  const us = text(side === 'us' ? `${US_OPENING}\n\n${body}` : US_OPENING)
  const cn = text(side === 'cn' ? `${CN_OPENING}\n\n${body}` : CN_OPENING)
  return comparisonOf(us, cn)
    .readouts[side].sentences.slice(1)
    .map(({ speaker }) => speaker)
}

describe('whose statement a sentence is', () => {
  it.each<[rule: string, side: 'us' | 'cn', body: string, expected: Speaker[]]>([
    ['an office that speaks', 'us', 'The Secretary stressed the need for open channels.', ['us']],
    ['a pronoun after it', 'us', 'The Secretary raised Taiwan. He also urged restraint.', ['us', 'us']],
    ['both together', 'us', 'The two sides discussed trade.', ['both']],
    ['two names joined', 'us', 'Secretary Alder and Foreign Minister Shen discussed Ukraine.', ['both']],
    [
      '“they” after both',
      'us',
      'The two sides discussed trade. They agreed to meet again.',
      ['both', 'both']
    ],
    ['the talks themselves', 'us', 'Their discussions were candid.', ['narrator']],
    ['an own statement without a source', 'us', 'The United States will defend its interests.', ['us']],
    ['the other who was invited', 'us', 'Foreign Minister Shen was invited to Washington.', ['us']],
    [
      'a speech that runs on',
      'cn',
      'Shen Rui said that ties are at a low. The U.S. side should reflect on this. China will not yield.',
      ['cn', 'cn', 'cn']
    ],
    [
      'what the other is said to have said',
      'cn',
      'Alder said that the United States seeks no conflict. The U.S. side does not support “independence”.',
      ['us', 'us']
    ],
    [
      'a duty of both inside a speech',
      'cn',
      'Shen Rui stressed mutual respect. The two sides should manage differences.',
      ['cn', 'cn']
    ],
    [
      'both after a speech',
      'cn',
      'Shen Rui stressed mutual respect.\n\nThe two sides also exchanged views on Ukraine.',
      ['cn', 'both']
    ],
    [
      'a name in a phrase is not the source',
      'cn',
      'In response to Alder, Shen Rui pointed out that this is an internal affair.',
      ['cn']
    ],
    [
      'a name with a possessive is not the source',
      'cn',
      'On Alder’s remarks, Shen Rui said that they were noted.',
      ['cn']
    ],
    ['a verb that is a noun', 'cn', 'Shen Rui said that the demand is unfair.', ['cn']],
    [
      'a country whose name holds a verb',
      'cn',
      'Shen Rui spoke of relations. Ties with the United States matter.',
      ['cn', 'cn']
    ],
    [
      'who attended',
      'cn',
      'Shen Rui stressed trade.\n\nOfficials of both ministries were present.',
      ['cn', 'narrator']
    ]
  ])('%s', (_rule, side, body, expected) => {
    expect(speakers(side, body)).toEqual(expected)
  })

  it('reads Chinese, with names that no list knows', () => {
    const { sentences } = comparisonOf(
      text(US_OPENING),
      text(`${ZH_OPENING}\n\n双方还就乌克兰危机交换了意见。`)
    ).readouts.cn
    expect(sentences.map(({ speaker }) => speaker)).toEqual(['narrator', 'cn', 'us', 'both'])
  })

  it('gives the verb with its place, act and strength, an adverb counting one more', () => {
    const body = 'The Secretary strongly urged restraint.'
    const us = text(`${US_OPENING}\n\n${body}`)
    const verb = comparisonOf(us, text(CN_OPENING)).readouts.us.sentences.at(-1)?.attribution.verb
    expect(verb).toMatchObject({ lemma: 'urge', act: 'demand', strength: 5 })
    expect(us.text.slice(verb?.start, verb?.end)).toBe('urged')
  })

  it('names the other party in a place when it is not China', () => {
    const japan = text(
      'Japan-U.S. Foreign Ministers’ Meeting\n\nOn June 3, Minister for Foreign Affairs of Japan Sato Ren met with Secretary of State Jane Alder. Minister Sato stated that tariffs are regrettable.'
    )
    const us = text(
      'Readout of Secretary Alder’s Meeting with Japanese Foreign Minister Sato\n\nSecretary of State Jane Alder met today with Japanese Foreign Minister Sato Ren.'
    )
    const { readouts } = comparisonOf(us, japan)
    expect([readouts.us.partyName, readouts.cn.partyName]).toEqual(['United States', 'Japan'])
    expect(readouts.cn.sentences[1]?.speaker).toBe('cn')
  })
})
