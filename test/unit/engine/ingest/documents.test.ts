import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { ingest } from '../../../../engine/ingest/text.ts'
import { loadAsset } from './load.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const RELS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'

const docx = (body: string, before = ''): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(RELS),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?>${before}<w:document ${W}><w:body>${body}</w:body></w:document>`
    )
  })
const odt = (body: string): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content><office:body><office:text>${body}</office:text></office:body></office:document-content>`
    )
  })
const read = (bytes: Uint8Array) => ingest(bytes, 'x', { load: loadAsset })
const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

describe('a Word file', () => {
  it('says what became of tracked changes and tables', async () => {
    const run = (words: string): string => `<w:r><w:t>${words}</w:t></w:r>`
    const read_ = await read(
      docx(
        `<w:p>${run('China will')}<w:del w:id="1"><w:r><w:delText> never</w:delText></w:r></w:del><w:ins w:id="2">${run(' always')}</w:ins>${run(' object.')}</w:p><w:tbl><w:tr><w:tc><w:p>${run('A cell.')}</w:p></w:tc></w:tr></w:tbl>`
      )
    )
    expect(read_).toMatchObject({ ok: true, text: { text: 'China will always object.\n\nA cell.\n\n' } })
    if (read_.ok)
      expect(read_.text.report?.losses.map(({ kind, count }) => [kind, count])).toEqual([
        ['deletions', 1],
        ['insertions', 1],
        ['tables', 1]
      ])
  })

  it.each([
    ['entities', docx('<w:p/>', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'), 'hostile'],
    ['elements in one another without end', docx('<w:p>'.repeat(5_000) + '</w:p>'.repeat(5_000)), 'hostile'],
    ['a bomb', zipSync({ 'word/document.xml': new Uint8Array(80_000_000) }, { level: 9 }), 'too-large'],
    [
      'too many files',
      zipSync(Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`${at}.xml`, strToU8('x')]))),
      'too-large'
    ],
    ['another archive', zipSync({ 'a.bin': strToU8('x') }), 'unknown-format'],
    ['half of one', docx('<w:p><w:r><w:t>Talks.</w:t></w:r></w:p>').subarray(0, 400), 'damaged']
  ])('with %s is refused', async (_name, bytes, code) => {
    expect(await read(bytes)).toMatchObject({ ok: false, problem: { code } })
  })
})

describe('an OpenDocument text', () => {
  it('leaves out deletions and comments, and sets notes apart', async () => {
    const text = await read(
      odt(
        '<text:tracked-changes><text:deletion><text:p>Gone.</text:p></text:deletion></text:tracked-changes><text:p>Two<text:s text:c="2"/>sides<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note> met.<office:annotation><text:p>Hm.</text:p></office:annotation></text:p>'
      )
    )
    expect(text).toMatchObject({
      text: { text: 'Two  sides met.', report: { cut: [{ text: 'A note.', why: 'note' }] } }
    })
  })
})

describe('Rich Text Format', () => {
  it.each([
    [
      'a code page and UTF-16',
      "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0 SimSun;}}\\'d6\\'d0\\'b9\\'fa \\u21488?\\u28286?\\par Next.}",
      '中国 台湾\n\nNext.\n\n'
    ],
    [
      'what is no text',
      '{\\rtf1{\\info{\\title T}}{\\*\\generator G;}{\\header H}{\\pict 00ff}Talks\\~on trade.\\par}',
      'Talks\u00a0on trade.\n\n'
    ],
    ['deleted and hidden words', '{\\rtf1 Kept{\\deleted  gone}{\\v  hidden} here.}', 'Kept here.']
  ])('%s', async (_name, source, text) => {
    expect(await read(latin(source))).toMatchObject({ text: { text } })
  })
  it('of groups in one another without end is refused', async () => {
    expect(await read(latin(`{\\rtf1 ${'{'.repeat(3_000)}`))).toMatchObject({ problem: { code: 'hostile' } })
  })
})

const PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>Readout of the Talks with Minister Luo - Ministry</title>
<link rel="canonical" href="https://example.org/r/1"><meta property="article:published_time" content="2024-04-02T10:00:00Z"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/n">News about all the things we do</a></li></ul></nav>
<div class="head"><h1>Readout of the Talks with Minister Luo</h1><div>April 2, 2024</div></div>
<div class="content"><p onclick="x()">The Secretary met with Minister Luo in Geneva today and spoke about trade at some length.</p>
<p>The two sides agreed to keep lines of communication open, and to meet again before the end of the year.</p><img src="https://example.org/t.gif"></div>
<script>document.body.textContent = 'run'</script>
<footer><p>About this site and all who write for it, every day of the week.</p></footer></body></html>`

describe('a saved page', () => {
  it('gives title, dateline and text; the rest is cut and kept to be put back', async () => {
    const page = await read(new TextEncoder().encode(PAGE))
    expect(page).toMatchObject({
      text: {
        report: {
          format: 'html',
          title: 'Readout of the Talks with Minister Luo',
          date: '2024-04-02',
          address: 'https://example.org/r/1'
        }
      }
    })
    if (!page.ok) return
    expect(page.text.text.split('\n\n').filter(Boolean)).toEqual([
      'Readout of the Talks with Minister Luo',
      'April 2, 2024',
      'The Secretary met with Minister Luo in Geneva today and spoke about trade at some length.',
      'The two sides agreed to keep lines of communication open, and to meet again before the end of the year.'
    ])
    expect(page.text.report?.cut.map(({ why }) => why)).toEqual(['navigation', 'navigation', 'navigation'])
    expect(page.text.report?.losses.map(({ kind }) => kind)).toEqual(['images', 'scripts', 'other'])
  })

  it('in Chinese, short, in a declared encoding', async () => {
    const head = latin('<html><head><meta charset="gb2312"></head><body><p>')
    // “沈锐会见美国国务卿。”
    const words = [
      0xc9, 0xf2, 0xc8, 0xf1, 0xbb, 0xe1, 0xbc, 0xfb, 0xc3, 0xc0, 0xb9, 0xfa, 0xb9, 0xfa, 0xce, 0xf1, 0xc7,
      0xe4, 0xa1, 0xa3
    ]
    expect(await read(Uint8Array.of(...head, ...words))).toMatchObject({
      text: { text: '沈锐会见美国国务卿。\n\n', report: { encoding: { used: 'gb18030', how: 'declared' } } }
    })
  })

  it('is read however deep its elements stand in one another, up to the limit', async () => {
    const deep = (levels: number) =>
      read(new TextEncoder().encode(`<html>${'<div>'.repeat(levels)}The two sides met.`))
    expect(await deep(900)).toMatchObject({ text: { text: 'The two sides met.\n\n' } })
    expect(await deep(100_000)).toMatchObject({ problem: { code: 'hostile' } })
  })
})
