import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ingest } from '../../../../engine/ingest/text.ts'
import { detectLanguage } from '../../../../engine/text/language.ts'
import { segment } from '../../../../engine/text/segment.ts'
import { loadAsset } from './load.ts'

/** The fixture readouts as pandoc, LibreOffice, Chromium and iconv wrote them (test/fixtures/formats/make.sh). */
const FIXTURES = resolve(import.meta.dirname, '../../../fixtures')
const READOUTS = [
  'talks-us',
  'talks-cn',
  'talks-cn.zh',
  'call-us',
  'call-cn',
  'call-cn.zh',
  'japan-us',
  'japan-cn'
]
const ENDINGS = [
  'html',
  'mhtml',
  'eml',
  'docx',
  'pandoc.docx',
  'odt',
  'pandoc.odt',
  'rtf',
  'pandoc.rtf',
  'pdf',
  'chromium.pdf'
]

const folded = (words: string): string => words.replace(/\s+/gu, ' ')

/** What of a text is compared: its sentences, each with the number of its paragraph among those that have any. */
const sentencesOf = (text: string): string[] => {
  const numbers = new Map<number, number>()
  return segment(text, detectLanguage(text)).sentences.map(({ start, end, paragraph }) => {
    if (!numbers.has(paragraph)) numbers.set(paragraph, numbers.size)
    // A list's own numbers are a matter of its layout in some formats, of its words in others.
    return `${String(numbers.get(paragraph))}: ${folded(text.slice(start, end)).replace(/^\d+\. /u, '')}`
  })
}

const read = async (file: string) => {
  const ingested = await ingest(new Uint8Array(readFileSync(join(FIXTURES, 'formats', file))), file, {
    load: loadAsset
  })
  if (!ingested.ok) throw new Error(ingested.problem.message)
  return ingested.text
}
const original = (name: string): string =>
  readFileSync(join(FIXTURES, 'readouts', `${name.replace('-', '/')}.txt`), 'utf8')

describe.each(READOUTS)('%s through every format', (name) => {
  it.each(ENDINGS)('%s', async (ending) => {
    const { text, report } = await read(`${name}.${ending}`)
    expect(sentencesOf(text)).toEqual(sentencesOf(original(name)))
    expect(report?.format).toBe(ending.split('.').at(-1))
  })
})

describe('encodings', () => {
  const files = readdirSync(join(FIXTURES, 'formats')).filter((file) => file.endsWith('.txt'))
  it.each(files)('%s', async (file) => {
    const [name = ''] = /^[a-z]+-(?:us|cn\.zh|cn)/u.exec(file) ?? []
    expect((await read(file)).text).toBe(original(name))
  })
  it('are all there', () => {
    expect(files.length).toBeGreaterThanOrEqual(12)
  })
})
