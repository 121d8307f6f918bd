import { describe, expect, it } from 'vitest'
import fixture from '../../../fixtures/speakers.json' with { type: 'json' }
import type { Side, Speaker } from '../../../../engine/model.ts'
import { comparisonOf, text } from '../readouts.ts'

const { us: US_OPENING, cn: CN_OPENING, zh: ZH_OPENING } = fixture.openings

/** Speakers of the sentences that follow an opening; a blank line parts paragraphs. */
const speakers = ({ side, language, body }: (typeof fixture.rows)[number]): Speaker[] => {
  const chinese = language === 'zh' ? ZH_OPENING : CN_OPENING
  const us = text(side === 'us' ? `${US_OPENING}\n\n${body}` : US_OPENING)
  const cn = text(side === 'cn' ? `${chinese}\n\n${body}` : chinese)
  return comparisonOf(us, cn)
    .readouts[side as Side].sentences.slice(1)
    .map(({ speaker }) => speaker)
}

describe('whose statement a sentence is', () => {
  it.each(fixture.rows.map((row) => [row.rule, row] as const))('%s', (_rule, row) => {
    expect(speakers(row)).toEqual(row.expected)
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
