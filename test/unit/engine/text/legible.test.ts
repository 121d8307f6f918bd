import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Comparison, Side, Span } from '../../../../engine/model.ts'
import { folded } from '../../../../engine/text/fold.ts'
import { legible, legiblePiece } from '../../../../engine/text/legible.ts'
import { comparisonOf, readout, text } from '../readouts.ts'

const CASES = resolve(import.meta.dirname, '../../../fixtures/cases')
const read = (path: string): string => readFileSync(join(CASES, path), 'utf8')
const PLAIN = { us: read('us.txt'), cn: read('cn.txt') }

describe('a text as it is understood', () => {
  it.each([
    ['19-kangxi-radicals/cn.txt', 'cn'],
    ['20-invisible/us-shy.txt', 'us'],
    ['21-ligatures-fullwidth/cn.txt', 'cn'],
    ['22-hard-wrap/cn-noindent.txt', 'cn'],
    ['22-hard-wrap/cn-narrow-crlf.txt', 'cn'],
    ['22-hard-wrap/us-hyph.txt', 'us']
  ] as const)('is the plain one (%s)', (path, side) => {
    expect(legible(read(path)).text.trim()).toBe(PLAIN[side].trim())
  })

  it.each([
    ['二〇二六年七月十一日', '2026年7月11日'],
    ['二○二六年十月二十日', '2026年10月20日'],
    ['于三月三十一日', '于3月31日'],
    ['２０２６年７月１１日', '2026年7月11日'],
    ['三月间', '三月间'],
    ['a ﬁne oﬀer', 'a fine offer'],
    ['侮辱', '侮辱'],
    ['a high‑level\u00a0talk', 'a high-level talk'],
    ['communique\u0301', 'communiqué'],
    ['com\u00ad\nmunication', 'communication'],
    ['a long-\nterm view', 'a long-term view'],
    ['the respon-\nsible side', 'the responsible side'],
    ['co-operate, and co-\noperate', 'co-operate, and co-operate'],
    ['管控分\r\n歧', '管控分歧']
  ])('%j is %j', (written, understood) => {
    expect(legiblePiece(written).text).toBe(understood)
  })
})

/** What a program or a copy may do to a text without a reader's seeing it. */
const disguised = (plain: string, seed: readonly number[]): string => {
  const marks = ['\u00ad', '\u200b', '\u2060', '\ufeff']
  const paragraphs = plain.trim().split(/\n\n/u)
  let at = 0
  const next = (): number => seed[at++ % seed.length] ?? 0
  return paragraphs
    .map((words) =>
      Array.from(words, (character) => {
        const roll = next()
        const wide = /[0-9]/u.test(character) && roll % 3 === 0
        const shown = wide ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : character
        return roll % 11 === 0 ? shown + (marks[roll % marks.length] ?? '') : shown
      }).join('')
    )
    .join('\n\n')
}

const essence = ({ readouts, groups, onlyUs, onlyCn, findings }: Comparison) => ({
  readouts: (['us', 'cn'] as const).map((side) => ({
    date: readouts[side].date,
    title: legible(readouts[side].title ?? '').text,
    kinds: readouts[side].paragraphs.map(({ kind }) => kind),
    sentences: readouts[side].sentences.map(({ text: words, speaker, topics }) => ({
      words: legiblePiece(words).text,
      speaker,
      topics
    }))
  })),
  groups: groups.map(({ us, cn, score, topic }) => ({ us, cn, score, topic })),
  alone: [onlyUs, onlyCn],
  findings: findings.map(({ kind, rule, us, cn, words }) => ({
    kind,
    rule,
    us,
    cn,
    words: [words.us, words.cn].map((all) => all.map((one) => legiblePiece(one).text))
  }))
})

const expectExact = (comparison: Comparison, texts: Record<Side, string>): void => {
  for (const side of ['us', 'cn'] as const) {
    const cut = ({ start, end }: Span): string => texts[side].slice(start, end)
    for (const sentence of comparison.readouts[side].sentences) {
      expect(cut(sentence)).toBe(sentence.text)
      const { source, verb } = sentence.attribution
      for (const span of [source, verb].flatMap((one) => one ?? []))
        expect([span.start >= sentence.start, span.end <= sentence.end]).toEqual([true, true])
    }
    for (const finding of comparison.findings)
      expect(finding.spans[side].map(cut)).toEqual(finding.words[side])
  }
}

describe('a comparison', () => {
  const plain = comparisonOf(text(PLAIN.us), text(PLAIN.cn))

  it.each([
    ['us', '20-invisible/us-shy.txt'],
    ['us', '22-hard-wrap/us-hyph.txt'],
    ['cn', '19-kangxi-radicals/cn.txt'],
    ['cn', '21-ligatures-fullwidth/cn.txt'],
    ['cn', '22-hard-wrap/cn-noindent.txt']
  ] as const)('of a %s text is that of the plain text, and shows what stands there (%s)', (side, path) => {
    const texts = { ...PLAIN, [side]: read(path) }
    const comparison = comparisonOf(text(texts.us), text(texts.cn))
    expect(essence(comparison)).toEqual(essence(plain))
    expectExact(comparison, texts)
    expect(comparison.readouts.cn.date).toBe('2026-07-11')
  })

  it('of texts with characters that nobody sees is the same, with exact places', () => {
    const pair = { us: readout('talks', 'us'), cn: readout('talks', 'cn.zh') }
    const expected = essence(comparisonOf(text(pair.us.text.trim()), text(pair.cn.text.trim())))
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 50, maxLength: 120 }), (seed) => {
        const texts = { us: disguised(pair.us.text, seed), cn: disguised(pair.cn.text, seed) }
        const comparison = comparisonOf(text(texts.us), text(texts.cn))
        expect(essence(comparison)).toEqual(expected)
        expectExact(comparison, texts)
      }),
      { numRuns: 15 }
    )
  })
})

describe('places in a text as it is understood', () => {
  const unit = fc.constantFrom(
    ...Array.from('aé见⽉⻅一.。-\u00ad\u200bﬁ１\n \r'),
    '\r\n',
    '二〇二六年七月',
    'x-\ny',
    '\u{2f800}',
    '\u2029'
  )
  it('lead back in order, and what is understood once is understood the same again', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), (units) => {
        const written = units.join('')
        const { text: understood, startOf, endOf } = legible(written)
        let before = 0
        for (let at = 0; at < understood.length; at++) {
          const [start, end] = [startOf(at), endOf(at + 1)]
          expect([start >= 0, end <= written.length, end >= start, start >= before]).toEqual([
            true,
            true,
            true,
            true
          ])
          before = start
        }
        expect(legible(understood).text).toBe(understood)
      }),
      { numRuns: 1_000 }
    )
  })
  it('are searched by what is seen', () => {
    expect(folded(legiblePiece('双⽅要保持沟\n通').text)).toContain('双方要保持沟通')
  })
})
