import { describe, expect, it } from 'vitest'
import { excerpt } from '../../../../engine/findings/excerpt.ts'
import { tokenise } from '../../../../engine/text/tokens.ts'
import type { Language } from '../../../../engine/model.ts'

const around = (text: string, core: string, language: Language = 'en'): string => {
  const start = text.indexOf(core)
  const span = excerpt(text, tokenise(text), { start, end: start + core.length }, language)
  return text.slice(span.start, span.end)
}

describe('an excerpt', () => {
  it('is the clause around its core', () => {
    expect(around('He spoke of trade, and the U.S. side should lift its tariffs, he said.', 'tariffs')).toBe(
      'the U.S. side should lift its tariffs'
    )
  })
  it('cuts no name and no abbreviation', () => {
    const text =
      'With the help of many friends of both countries the talks of Secretary of State Ruth Calder began.'
    expect(around(text, 'Calder')).toContain('Ruth Calder')
    expect(around('It spoke of the U.S. side.', 'side')).toContain('U.S. side')
  })
  it('parts no two names that share what is said of them', () => {
    expect(around('He said that the United States and China should avoid conflict.', 'conflict')).toBe(
      'the United States and China should avoid conflict'
    )
    expect(around('He spoke of the U.S.-China relationship as of the first.', 'relationship')).toContain(
      'U.S.-China relationship'
    )
    expect(around('He spoke of peace and the U.S. side should avoid conflict.', 'conflict')).toBe(
      'the U.S. side should avoid conflict'
    )
  })
  it('keeps the end of what would mean the opposite without it', () => {
    expect(around('To politicize diseases does nothing but harm.', 'politicize')).toContain(
      'nothing but harm'
    )
  })
  it('takes in a closing quotation mark', () => {
    expect(around('It does not support “Taiwan independence.” It said so.', 'independence')).toMatch(
      /“Taiwan independence/
    )
  })
  it('is short in a long clause', () => {
    const words = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ')
    expect(around(`${words} tariffs ${words}`, 'tariffs').split(' ').length).toBeLessThanOrEqual(16)
  })
  it('is the whole clause where it ends soon', () => {
    const text =
      'The Secretary was clear about the need to protect growers and weavers from the unfair practices that he had named.'
    expect(around(text, 'weavers')).toBe(text.slice(0, -1))
  })
  it('loses no negation before it', () => {
    const text =
      'The Minister said at length and with many words that his country does not approve of meddling in quarrels of other countries.'
    expect(around(text, 'meddling')).toBe(
      'his country does not approve of meddling in quarrels of other countries'
    )
  })
  it.each([
    ['and the sides should stop abusing and overstretching the notion of public order', 'abusing'],
    ['and both wished for candid and constructive dialogue with the other side', 'candid'],
    ['and he opposed politicizing economic and trade ties with the other side', 'politicizing']
  ])('does not part two words from what both go with: %s', (end, core) => {
    const words = Array.from({ length: 14 }, (_, at) => `word${at}`).join(' ')
    expect(around(`The Minister said ${words} ${end}.`, core)).toBe(end.slice(4))
  })
  it.each([
    ['He raised practices in Kelva, Torin, and Port Hale, as well as rights more broadly.', 'Kelva'],
    ['He asked for a vision of common, comprehensive, cooperative and lasting security.', 'vision'],
    ['He asked that the United States, NATO and the European Union talk with Russia.', 'NATO'],
    ['They named trade, energy, food, and supply chains.', 'food']
  ])('does not stop at the commas of a short list: %s', (text, core) => {
    const [whole = ''] = /(?:practices|a vision|the United|trade).*?(?=, as well|\.$)/u.exec(text) ?? []
    expect(around(text, core)).toContain(whole)
  })
  it('takes one of several matters out of a list of long ones', () => {
    const text =
      'They spoke of dams, the war in the far north, fishing, and citizens who have been held for years without a charge.'
    expect(around(text, 'fishing')).toBe('fishing')
    expect(around(text, 'citizens')).toBe('citizens who have been held for years without a charge')
  })
  it('goes on after an opening phrase', () => {
    expect(around('On fishing, the Minister asked for a shared register.', 'fishing')).toBe(
      'On fishing, the Minister asked for a shared register'
    )
    expect(around('He said that 50 years ago, the sides made a choice.', 'years')).toBe(
      '50 years ago, the sides made a choice'
    )
  })
  it('keeps a condition with what it conditions', () => {
    expect(around('If it is handled badly, the two sides will collide.', 'collide')).toBe(
      'If it is handled badly, the two sides will collide'
    )
    const words = Array.from({ length: 14 }, (_, at) => `word${at}`).join(' ')
    expect(
      around(`If the other side is bent on blocking wharves and ports ${words}, he will act.`, 'wharves')
    ).toMatch(/^If the other side/u)
  })
  it('tells what a clause only points to', () => {
    expect(around('Some sent wrong signals to the harbours, and this is very grave.', 'grave')).toBe(
      'Some sent wrong signals to the harbours, and this is very grave'
    )
  })
  it('keeps what goes on after "including", and does not go on to it', () => {
    const text = 'He named bold actions in the region, including toward the islands.'
    expect(around(text, 'islands')).toBe('He named bold actions in the region, including toward the islands')
    expect(around(text, 'actions')).toBe('He named bold actions in the region')
  })
  it('counts a name with stops, a hyphenated word and a possessive as one word', () => {
    const text =
      'The U.S. side’s well-known high-tech long-term U.S.-led fish-farming plan of this year’s late spring helps co-operation.'
    expect(around(text, 'plan')).toBe(text.slice(0, -1))
  })
  it('looks for no end of a list without end', () => {
    const text = `He named ${'fish, '.repeat(100_000)}and ports.`
    expect(around(text, 'named').length).toBeLessThan(200)
    expect(around(text, 'ports')).toContain('ports')
  })
  it('is a clause in Chinese too', () => {
    expect(around('沈锐强调，美方应停止打压中国企业，取消关税。', '打压', 'zh')).toBe(
      '美方应停止打压中国企业'
    )
    expect(around('同时希望美国、北约、欧盟同各方开展全面对话。', '美国', 'zh')).toBe(
      '同时希望美国、北约、欧盟同各方开展全面对话'
    )
    expect(around('我重申，本国不寻求新的对抗。', '重申', 'zh')).toBe('我重申，本国不寻求新的对抗')
  })
})
