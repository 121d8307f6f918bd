import mammoth from 'mammoth'
import { Parser } from 'htmlparser2'
import papaparse from 'papaparse'
import { describe, expect, it, vi } from 'vitest'
import { unzipSync } from 'fflate'
import { startWork } from '../../../../engine/edit/work.ts'
import type { Comparison } from '../../../../engine/model.ts'
import { reportOf, WHOLE_REPORT } from '../../../../engine/report/document.ts'
import { exportAs, EXPORT_FORMATS, type ExportFormat } from '../../../../engine/report/export.ts'
import { comparisonOf, text } from '../readouts.ts'
import { CODE, loadFont, workedOn } from './reported.ts'

// Fonts are taken apart and put together; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 600_000 })

const textOf = async (format: ExportFormat, reported: Parameters<typeof exportAs>[1]): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode((await exportAs(format, reported, loadFont)).bytes)

/** The lines of a table by the names of its columns, as a parser that is not the writer reads it. */
const linesOf = (csv: string): Record<string, string>[] => {
  const [columns = [], ...rows] = papaparse.parse(csv.slice(1), { skipEmptyLines: 'greedy' }).data
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ''])))
}

/** Line ends and tabs apart, no document may hold these. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u

const flat = (words: string): string => words.replace(/\s+/gu, ' ').trim()

/** What a reader that is not the writer finds in HTML or SVG: its words, and the names of elements and attributes. */
const readMarkup = (markup: string): { words: string; names: Set<string> } => {
  const names = new Set<string>()
  let words = ''
  let inStyle = false
  const parser = new Parser({
    onopentag: (name, attributes) => {
      for (const found of [name, ...Object.keys(attributes)]) names.add(found)
      inStyle = name === 'style'
    },
    ontext: (found) => {
      if (!inStyle) words += found
    },
    onclosetag: (name) => {
      inStyle = false
      if (/^(?:p|td|th|li|dt|dd|h\d|text|title|desc)$/u.test(name)) words += ' '
    }
  })
  parser.write(markup)
  parser.end()
  return { words: flat(words), names }
}
const wordsOf = (markup: string): string => readMarkup(markup).words
const docxWords = async (bytes: Uint8Array): Promise<string> =>
  flat((await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value)

const sentences = ({ readouts }: Comparison): string[] =>
  [...readouts.us.sentences, ...readouts.cn.sentences].map((sentence) => flat(sentence.text))

describe.each(['cn', 'cn.zh'] as const)('what is given out of talks (%s)', (file) => {
  const reported = workedOn(file)
  const { comparison } = reported.work
  const [, accepted] = comparison.findings

  it.each(['html', 'docx', 'markdown'] as const)(
    '%s has every sentence, the notes and what was done by hand',
    async (format) => {
      const { bytes } = await exportAs(format, reported, loadFont)
      const raw = new TextDecoder().decode(bytes)
      const words =
        format === 'docx'
          ? await docxWords(bytes)
          : format === 'html'
            ? wordsOf(raw)
            : flat(raw.replaceAll('\\', ''))
      for (const sentence of sentences(comparison)) expect(words).toContain(sentence)
      for (const { text: note } of reported.work.notes) expect(words).toContain(note)
      expect(words).toContain(CODE.name)
      expect(words).toContain('changed by hand')
      expect(words).toContain('verified')
      expect(words).toContain('accepted')
      expect(words).toContain(accepted?.say)
      expect(words).not.toContain(reported.dismissed)
      expect(words).toContain('1 finding dismissed and left out')
      expect(words).toContain(`engine ${comparison.engine.version}, lexicon ${comparison.engine.lexicon}`)
      expect(words).toContain('U.S. Department of State, “Secretary Blinken’s Meeting')
    }
  )

  it('what is not wanted is left out', async () => {
    const options = { ...WHOLE_REPORT, parts: ['verdict'] as const }
    const words = wordsOf(
      new TextDecoder().decode((await exportAs('html', reported, loadFont, options)).bytes)
    )
    expect(words).toContain(reportOf(reported).brief.common)
    for (const absent of ['Side by side because', 'On one sentence', 'rule '])
      expect(words).not.toContain(absent)
  })

  it('the table of findings is read by a parser, a line each, with its provenance', async () => {
    const csv = await textOf('findings', reported)
    expect(csv.startsWith('\ufeff')).toBe(true)
    const data = linesOf(csv)
    expect(data.map((line) => line['finding'])).toEqual(comparison.findings.slice(1).map(({ say }) => say))
    expect(data[0]).toMatchObject({ marks: 'accepted', note: 'Compare “旧报”.' })
    expect(data[0]?.['provenance']).toContain(comparison.engine.version)
  })

  it('the table of rows has every sentence once or more, and no cell that is a formula', async () => {
    const csv = await textOf('rows', reported)
    const data = linesOf(csv)
    expect(data).toHaveLength(comparison.groups.length + comparison.onlyUs.length + comparison.onlyCn.length)
    const all = flat(data.map((line) => `${line['us_text'] ?? ''} ${line['cn_text'] ?? ''}`).join(' '))
    for (const sentence of sentences(comparison)) expect(all).toContain(sentence)
    expect(data[0]?.['note']).toMatch(/^'=SUM\(1;2\) is no formula\n\w+: On one sentence$/u)
    for (const line of data) for (const value of Object.values(line)) expect(value).not.toMatch(/^[=+\-@\t]/u)
    expect(data.filter(({ cn_text }) => cn_text === '')).toHaveLength(comparison.onlyUs.length)
  })

  it('the JSON is the comparison and what was added', async () => {
    const parsed = JSON.parse(await textOf('json', reported)) as Comparison & {
      annotations: { notes: unknown[] }
    }
    expect(parsed).toMatchObject({ version: 1, findings: comparison.findings, groups: comparison.groups })
    expect(parsed.annotations.notes).toHaveLength(reported.work.notes.length)
  })

  it('the picture names itself, both sides and every topic with its figures', async () => {
    const svg = await textOf('svg', reported)
    const words = wordsOf(svg)
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u)
    expect(words).toContain('how the two readouts differ: topics and order')
    for (const { label, us } of comparison.topics)
      expect(words).toContain(`${label} ${Math.round(100 * us)}% and`)
    expect(svg).not.toMatch(/<script|href=/u)
  })
})

describe('texts that would do harm', () => {
  const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>'
  const reported = {
    work: startWork(
      comparisonOf(
        text(`Secretary Alder said ${evil} about Taiwan & "peace" in the Taiwan Strait\u0007.`),
        text('Shen Rui said that the Taiwan question is \u0000 China’s internal affair \ud83d.')
      )
    ),
    name: `</title>${evil}`
  }

  it.each(['html', 'svg'] as const)('stay texts in %s', async (format) => {
    const markup = await textOf(format, reported)
    expect(markup).not.toMatch(/<script|<img|onerror=alert\(2\)>/u)
    expect(wordsOf(markup)).toContain(format === 'html' ? evil : 'topics and order')
    expect(markup).not.toMatch(CONTROL)
  })
  it('make no Word file that does not open', async () => {
    const { bytes, name } = await exportAs('docx', reported, loadFont)
    expect(await docxWords(bytes)).toContain(evil)
    const xml = new TextDecoder('utf-8', { fatal: true }).decode(unzipSync(bytes)['word/document.xml'])
    expect(xml).not.toMatch(CONTROL)
    expect(name).toMatch(/^[^<>:"/\\|?*]+\.docx$/u)
  })
  it('the page lets no script in, and asks for nothing', async () => {
    const page = await textOf('html', reported)
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; font-src data:;`)
    const { names } = readMarkup(page)
    expect(names).toContain('table')
    for (const name of ['script', 'img', 'link', 'iframe', 'src', 'href', 'onerror'])
      expect(names).not.toContain(name)
    const [, style = ''] = /<style>(.*)<\/style>/su.exec(page) ?? []
    expect(style.match(/url\([^)]{0,10}/gu)?.every((address) => address.startsWith('url(data:font'))).toBe(
      true
    )
  })
})

it('every form has a name of its own', async () => {
  const reported = workedOn('cn')
  const names = await Promise.all(
    EXPORT_FORMATS.map(async (format) => (await exportAs(format, reported, loadFont)).name)
  )
  expect(new Set(names).size).toBe(EXPORT_FORMATS.length)
  expect(names[0]).toMatch(/^(?:\d{4}-\d{2}-\d{2} )?United States – China\.html$/u)
})
