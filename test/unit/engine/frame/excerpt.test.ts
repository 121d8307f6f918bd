import { describe, expect, it } from 'vitest'
import { excerpt } from '../../../../engine/frame/excerpt.ts'
import { tokenise } from '../../../../engine/match/tokens.ts'
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
  it('is a clause in Chinese too', () => {
    expect(around('沈锐强调，美方应停止打压中国企业，取消关税。', '打压', 'zh')).toBe(
      '美方应停止打压中国企业'
    )
  })
})
