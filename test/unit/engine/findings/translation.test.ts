import { describe, expect, it } from 'vitest'
import { compare } from '../../../../engine/compare.ts'
import type { Comparison, Finding } from '../../../../engine/model.ts'

const US = {
  name: 'us',
  text: 'Secretary of State Ruth Calder met today in Vienna with PRC Foreign Minister Shen Rui.\n\nThe Secretary stressed the importance of peace and stability across the Taiwan Strait.'
}
const OPENING = {
  en: 'Foreign Minister Shen Rui met with U.S. Secretary of State Ruth Calder in Vienna.',
  zh: '外交部长沈锐在维也纳会见美国国务卿考尔德。'
}

const compared = (en: string[], zh: string[]): Comparison => {
  const cn = {
    name: 'cn',
    text: [OPENING.en, ...en].join('\n\n'),
    inOtherLanguage: { name: 'cn.zh', text: [OPENING.zh, ...zh].join('\n\n') }
  }
  const result = compare(US, cn)
  if (!result.ok) throw new Error(result.problem.message)
  return result.comparison
}
const translationsOf = (en: string[], zh: string[]): Finding[] =>
  compared(en, zh).findings.filter(({ kind }) => kind === 'translation')

describe('one side’s text in two languages', () => {
  it('tells a formula that the English softens', () => {
    const [softened] = translationsOf(
      ['Shen Rui said that the United States should stop arms sales to Taiwan.'],
      ['沈锐指出，美国必须停止对台军售。']
    )
    expect(softened).toMatchObject({
      rule: 'translation:strength:obligation',
      only: 'cn',
      cn: ['c2'],
      us: []
    })
    expect(softened?.say).toMatch(/^The Chinese text is stronger/)
    expect(softened?.inOtherLanguage?.sentences).toEqual(['co2'])
  })

  it('tells a contested term that changes with the language', () => {
    const [changed] = translationsOf(
      ['Shen Rui said that Russia’s war against Ukraine should end through talks.'],
      ['沈锐表示，乌克兰危机应通过谈判解决。']
    )
    expect(changed?.rule).toMatch(/^translation:term:/)
    expect(changed?.inOtherLanguage?.words).toEqual(['乌克兰危机'])
  })

  it('tells a sentence that the English drops', () => {
    const dropped = translationsOf(
      [
        'Shen Rui said that the Taiwan question is at the very heart of China’s core interests.',
        'The two sides agreed to keep communication.'
      ],
      [
        '沈锐强调，台湾问题是中国核心利益中的核心。',
        '他要求美方取消对中国企业的出口管制和制裁。',
        '双方同意保持沟通。'
      ]
    )
    expect(dropped).toContainEqual(
      expect.objectContaining({ rule: 'translation:dropped', words: { us: [], cn: [] } })
    )
  })

  it('is silent on a faithful translation', () => {
    expect(
      translationsOf(
        [
          'Shen Rui said that the United States must stop arms sales to Taiwan.',
          'The two sides agreed to keep communication.'
        ],
        ['沈锐指出，美国必须停止对台军售。', '双方同意保持沟通。']
      )
    ).toEqual([])
  })

  it('keeps the sentences of both, and cuts their words exactly', () => {
    const zh = ['沈锐指出，美国必须停止对台军售。']
    const comparison = compared(['Shen Rui said that the U.S. should stop arms sales to Taiwan.'], zh)
    const other = comparison.readouts.cn.inOtherLanguage
    expect(other).toMatchObject({ name: 'cn.zh', language: 'zh' })
    const text = [OPENING.zh, ...zh].join('\n\n')
    for (const { start, end, text: words } of other?.sentences ?? [])
      expect(text.slice(start, end)).toBe(words)
  })

  it('changes nothing else', () => {
    const cn = [OPENING.en, 'Shen Rui said that the United States must stop arms sales to Taiwan.'].join(
      '\n\n'
    )
    const alone = compare(US, { name: 'cn', text: cn })
    const both = compared([cn.split('\n\n')[1] ?? ''], ['沈锐指出，美国应停止对台军售。'])
    expect(alone.ok && alone.comparison.groups.map(({ us, cn: other }) => [us, other])).toEqual(
      both.groups.map(({ us, cn: other }) => [us, other])
    )
    expect(alone.ok && alone.comparison.findings.length).toBe(both.findings.length - 1)
  })

  it('is not made of two texts in one language', () => {
    const english = { name: 'cn', text: OPENING.en, inOtherLanguage: { name: 'other', text: OPENING.en } }
    const result = compare(US, english)
    expect(result.ok && result.comparison.readouts.cn.inOtherLanguage).toBeUndefined()
  })
})
