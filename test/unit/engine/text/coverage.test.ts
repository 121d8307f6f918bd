import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare } from '../../../../engine/compare.ts'
import type { Span } from '../../../../engine/model.ts'
import { ingest } from '../../../../engine/ingest/text.ts'
import { detectLanguage } from '../../../../engine/text/language.ts'
import { leftOut } from '../../../../engine/text/left-out.ts'
import { ITEM } from '../../../../engine/text/marks.ts'
import { legible } from '../../../../engine/text/legible.ts'
import { segment, type Segmentation } from '../../../../engine/text/segment.ts'
import { tokenise } from '../../../../engine/text/tokens.ts'
import { loadAsset } from '../ingest/load.ts'

/**
 * The law of the way in: words in = words compared + words listed as left out, to the word. Marks of lists ("1.", "（一）")
 * are neither.
 */

const FIXTURES = resolve(import.meta.dirname, '../../../fixtures')

const wordsOf = (text: string): string[] => tokenise(text).map(({ text: word }) => word)
const sorted = (words: readonly string[]): string[] => [...words].sort()

type Cut = Pick<Segmentation, 'paragraphs'> & { sentences: Span[] }

/** Words of a text that are in no sentence, not listed as left out, and no mark of a list. */
const lost = (text: string, { paragraphs, sentences }: Cut): string[] => {
  const aside = paragraphs.filter(({ kind }) => kind !== 'body' && kind !== 'item')
  const spans = [...sentences, ...aside].sort((a, b) => a.start - b.start)
  let at = 0
  const gaps = spans.map(({ start, end }) => {
    const gap = text.slice(at, start)
    at = end
    return gap
  })
  return [...gaps, text.slice(at)].flatMap((gap) => {
    const last = gap.split(/[\r\n\u2028\u2029]/u).at(-1) ?? ''
    return wordsOf(ITEM.exec(last)?.[0] === last ? gap.slice(0, -last.length) : gap)
  })
}

const expectLaw = (written: string): void => {
  expect(lost(written, segment(written, detectLanguage(written)))).toEqual([])
  const text = legible(written).text
  const { paragraphs, sentences } = segment(text, detectLanguage(text))
  expect(lost(text, { paragraphs, sentences })).toEqual([])
  const compared = sentences.flatMap(({ start, end }) => wordsOf(text.slice(start, end)))
  const listed = leftOut(text).flatMap((one) => wordsOf(one.text))
  const marks = wordsOf(text).length - compared.length - listed.length
  const most = text.split(/[\r\n\u2028\u2029]+/u).filter((line) => ITEM.test(line)).length
  expect(marks).toBeGreaterThanOrEqual(0)
  expect(marks).toBeLessThanOrEqual(3 * most)
}

const files = (folder: string): string[] =>
  readdirSync(join(FIXTURES, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:txt|html|mhtml|eml|docx|odt|rtf|pdf|md)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))

describe('every document that is read', () => {
  it.each([...files('formats'), ...files('cases')].map((path) => [path.slice(FIXTURES.length + 1), path]))(
    'loses no word: %s',
    async (_name, path) => {
      const ingested = await ingest(new Uint8Array(readFileSync(path)), 'a', { load: loadAsset })
      if (!ingested.ok) throw new Error(ingested.problem.message)
      const { text, blocks = [], report } = ingested.text
      expectLaw(text)
      const cut = report?.cut.flatMap((one) => wordsOf(one.text)) ?? []
      expect(sorted([...wordsOf(text), ...cut])).toEqual(
        sorted(blocks.flatMap((block) => wordsOf(block.text)))
      )
    }
  )
})

/** Lines of all kinds that a document may have, most of them without a stop. */
const LINES = [
  'Readout of the Secretary’s Call',
  'Taiwan and the region',
  'FENTANYL',
  'July 11, 2026',
  '7 July 2026, Jakarta:',
  'The two leaders agreed to:',
  'Resume military-to-military communications at the theater level',
  'The Secretary raised concerns about the South China Sea.[1]',
  'She pressed for further action.¹ The two agreed to go on. [2]',
  'The Secretary said “we will meet again”',
  'He raised the cases of detained citizens (see the annex)',
  '- More flights in both directions',
  '1. They confirmed the channels. 2',
  '3.5 million people travelled',
  '5',
  '###',
  '[A notice of the press office.]',
  '> quoted from a mail without a stop',
  '# Trade',
  '陈浩然会见美国国务卿霍洛韦',
  '2026年7月11日，外交部长陈浩然在雅加达出席',
  '东亚合作系列外长会期间会见美国国务卿霍洛韦。',
  '，把两国元首达成的重要共识落到实处。双方要保持沟',
  '（一）恢复两军对话',
  '一、关于台湾问题',
  '三、四个领域的合作',
  '台湾问题',
  '双方同意继续保持各层级往来（完）',
  '陈浩然强调台湾问题是核心利益',
  '12）继续磋商',
  '。',
  'A.',
  'x'
]
const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...LINES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) }
)
const gap = fc.constantFrom('\n', '\n\n', '\r\n', '\r', '\n　　', ' ', '\n \n', '\u2029')
const written = fc
  .array(fc.tuple(line, gap), { minLength: 1, maxLength: 14 })
  .map((parts) => parts.flat().join(''))

describe('every text', () => {
  it('is compared to the word, or listed as left out', () => {
    fc.assert(fc.property(written, expectLaw), { numRuns: 1_000 })
  })

  it('has no word in a mark that stands on no letter', () => {
    // An invisible selector of variants, on a line of its own; a random text found it.
    const text = '\u{E0100}\nReadout of the Secretary’s Call\n'
    const partner = { name: 'cn', text: readFileSync(join(FIXTURES, 'cases/cn.txt'), 'utf8') }
    expect(wordsOf(text)).toEqual(['readout', 'of', 'the', 'secretary', 's', 'call'])
    const compared = compare({ name: 'us', text }, partner)
    expect(compared.ok && lost(text, compared.comparison.readouts.us)).toEqual([])
  })

  it('is so in what is shown, too', () => {
    const partner = { name: 'cn', text: readFileSync(join(FIXTURES, 'cases/cn.txt'), 'utf8') }
    fc.assert(
      fc.property(written, (text) => {
        const compared = compare({ name: 'us', text }, partner)
        // What says nothing is refused whole.
        if (!compared.ok) return
        expect(lost(text, compared.comparison.readouts.us)).toEqual([])
      }),
      { numRuns: 200 }
    )
  })

  it('has none of its sentences called a heading', () => {
    const text = readFileSync(join(FIXTURES, 'cases/11-footnote-marks/a.txt'), 'utf8')
    expect(leftOut(text)).toEqual([
      { kind: 'title', text: 'Secretary Holloway’s Meeting with PRC Foreign Minister Chen' }
    ])
  })
})
