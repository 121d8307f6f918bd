import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bomb, docx, EXTERNAL_RELATIONS, paragraph, picture, run } from '../../../documents/docx.ts'
import { pdf, linesAt, lockedPdf, pdfOf } from '../../../documents/pdf.ts'
import * as limits from '../../../../engine/ingest/limits.ts'
import { ingest, ingestSelection } from '../../../../engine/ingest/text.ts'
import { loadAsset } from './load.ts'
import { chineseSentences } from '../../../../engine/text/chinese-sentences.ts'

const read = (bytes: Uint8Array) => ingest(bytes, 'x', { load: loadAsset })
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
/** Made once, since packing takes longer than what is tested. */
const BOMB = bomb(limits.MAX_UNPACKED_BYTES + 1)
const WORDS = 'The two sides met in Geneva and agreed to meet again.'
const SPOKEN = paragraph(run(WORDS))

/** Every refusal names the file and says what to do. */
const refused = async (bytes: Uint8Array, code: string): Promise<void> => {
  const answer = await read(bytes)
  expect(answer).toMatchObject({ ok: false, problem: { code } })
  if (!answer.ok)
    expect(answer.problem.message).toMatch(/^“x” .+\. .*(?:copy|save|choose|cut|unpack|open|print)/iu)
}

const asked = vi.fn(() => Promise.reject(new Error('a request was made')))
beforeEach(() => {
  vi.stubGlobal('fetch', asked)
  vi.stubGlobal('XMLHttpRequest', asked)
})
afterEach(() => {
  expect(asked).not.toHaveBeenCalled()
  vi.unstubAllGlobals()
})

describe('archives', () => {
  it('that unpack to too much are refused before they are unpacked', () => refused(BOMB, 'too-large'))
  it('in archives are not unpacked at all', async () => {
    const nested = docx({ body: SPOKEN, files: { 'word/embeddings/inner.docx': bomb(50_000_000) } })
    expect(await read(nested)).toMatchObject({ text: { text: `${WORDS}\n\n` } })
  })
  it('that lie about their size are measured by what comes out', async () => {
    const lying = BOMB.slice()
    // The size when unpacked, in the header of the file and in the list at the end.
    const view = new DataView(lying.buffer)
    for (let at = 0; at + 28 < lying.length; at++) {
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 100, true)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true)
    }
    await refused(lying, 'too-large')
  })
  it('that show one reader other files than the next are read by what was looked at', async () => {
    const two = docx({ body: SPOKEN, files: { 'word/document.xml.bak': strToU8('<x/>') } })
    expect(await read(two)).toMatchObject({ text: { text: `${WORDS}\n\n` } })
  })
  it('of too many files are refused', () =>
    refused(
      zipSync(
        Object.fromEntries(
          Array.from({ length: limits.MAX_UNPACKED_FILES + 1 }, (_, at) => [`${at}`, strToU8('x')])
        )
      ),
      'too-large'
    ))
})

describe('XML', () => {
  it.each([
    ['of 100,000 levels', '<w:p>'.repeat(100_000) + '</w:p>'.repeat(100_000)],
    ['of levels hidden in attributes', '<w:p x="/>">'.repeat(limits.MAX_XML_DEPTH + 1)],
    ['of too many children', '<w:p/>'.repeat(limits.MAX_XML_CHILDREN + 1)]
  ])('%s is refused', (_name, body) => refused(docx({ body }), 'hostile'))
  it('of a billion laughs is refused', () => {
    const laughs = Array.from(
      { length: 9 },
      (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`
    ).join('')
    const before = `<!DOCTYPE w [<!ENTITY l0 "ha">${laughs}]>`
    return refused(docx({ body: paragraph(run('&l9;')), before }), 'hostile')
  })
  it('with entities from elsewhere is refused', () =>
    refused(
      docx({ body: SPOKEN, before: '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>' }),
      'hostile'
    ))
  it('of one part beyond the limit is refused', () =>
    refused(docx({ body: `${SPOKEN}<!--${' '.repeat(limits.MAX_XML_BYTES)}-->` }), 'too-large'))
})

describe('a mail', () => {
  it('of more parts than any has is refused', () =>
    refused(
      utf8(
        `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\nContent-Type: text/plain\n\nTalks.\n'.repeat(limits.MAX_PARTS + 1)}--b--\n`
      ),
      'hostile'
    ))
})

describe('forms of a PDF', () => {
  /** Each draws the next so often; the last has the words. */
  const nested = (count: number, times: number): Uint8Array => {
    const first = 6
    const forms = Array.from({ length: count }, (_, at) => {
      const isLast = at === count - 1
      const content = isLast ? 'BT /F1 12 Tf 72 600 Td (They spoke of trade.) Tj ET' : '/X Do '.repeat(times)
      const next = isLast ? '' : `/XObject <</X ${first + at + 1} 0 R>>`
      return `<</Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources <</Font <</F1 3 0 R>> ${next}>> /Length ${content.length}>>\nstream\n${content}\nendstream`
    })
    const page = 'BT /F1 12 Tf 72 700 Td (The two sides met.) Tj ET /X Do'
    return pdf([
      '<</Type /Catalog /Pages 2 0 R>>',
      '<</Type /Pages /Kids [4 0 R] /Count 1>>',
      '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>',
      `<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources <</Font <</F1 3 0 R>> /XObject <</X ${first} 0 R>>>> /Contents 5 0 R>>`,
      `<</Length ${page.length}>>\nstream\n${page}\nendstream`,
      ...forms
    ])
  }
  it('in one another are read where they are few', async () => {
    const answer = await read(nested(4, 1))
    if (!answer.ok) throw new Error(answer.problem.message)
    expect(answer.text.text).toContain('They spoke of trade.')
  })
  it('that draw one another eight times, twelve deep, are refused', () => refused(nested(12, 8), 'hostile'))
  it('that draw themselves come to an end', async () => {
    const file = new TextDecoder('latin1')
      .decode(nested(3, 2))
      .replace('/XObject <</X 8 0 R>>', '/XObject <</X 7 0 R>>')
    const answer = await read(Uint8Array.from(file, (letter) => letter.charCodeAt(0)))
    expect(answer).toMatchObject({ ok: true })
  })
})

describe('Rich Text Format', () => {
  it('of more text than a readout may have is refused', () =>
    refused(utf8(`{\\rtf1\\ansi ${'word '.repeat(limits.MAX_TEXT_BYTES / 5 + 1)}}`), 'too-large'))
})

describe('a Word file', () => {
  // A reader that goes through all children of an element for each of them takes over a minute.
  it('of very many runs, styles and paragraphs comes to an end', { timeout: 30_000 }, async () => {
    const run = '<w:r><w:t>They met. </w:t></w:r>'
    const body = `<w:p>${run.repeat(15_000)}</w:p>${'<w:p><w:r><w:t>Talks</w:t></w:r></w:p>'.repeat(4_000)}`
    const styles = '<w:style w:styleId="a"><w:name w:val="a"/></w:style>'.repeat(15_000)
    const answer = await read(docx({ body, parts: { styles } }))
    expect(answer).toMatchObject({ problem: { code: 'too-large' } })
  })
  it('is read without its pictures, templates and texts from elsewhere', async () => {
    const body = `${SPOKEN}${paragraph(picture('link="x1"'))}<w:altChunk r:id="x3"/>${paragraph('<w:fldSimple w:instr="INCLUDETEXT http://127.0.0.1:9/x"/>')}`
    const answer = await read(docx({ body, relations: EXTERNAL_RELATIONS }))
    expect(answer).toMatchObject({ text: { text: `${WORDS}\n\n` } })
  })
})

const PAGE = `<!doctype html><title>T</title><meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/"><link rel=stylesheet href="http://127.0.0.1:9/a.css">
<script>globalThis.ran = 1</script><p onclick="globalThis.ran = 1">${WORDS}</p><img src="http://127.0.0.1:9/t.gif" onerror="globalThis.ran = 1"><iframe src="http://127.0.0.1:9/" srcdoc="<p>In a frame.</p>"></iframe><svg onload="globalThis.ran = 1"></svg>`

describe('a page', () => {
  it('runs and fetches nothing, and says so', async () => {
    const answer = await read(utf8(PAGE))
    expect(answer).toMatchObject({ text: { text: `${WORDS}\n\n` } })
    if (answer.ok)
      expect(answer.text.report?.losses.map(({ kind }) => kind)).toEqual(['images', 'scripts', 'other'])
    expect('ran' in globalThis).toBe(false)
  })
  it('of 100,000 levels is refused, dropped or pasted', async () => {
    const deep = `<html>${'<b>'.repeat(100_000)}${WORDS}`
    await refused(utf8(deep), 'hostile')
    expect(ingestSelection(deep, 'x')).toMatchObject({ problem: { code: 'hostile' } })
  })
  it('of elements that close nothing is read', async () => {
    expect(await read(utf8(`<html>${'</i>'.repeat(500_000)}<p>${WORDS}</p>`))).toMatchObject({ ok: true })
  })
})

describe('a mail', () => {
  it('fetches nothing, and names what is attached', async () => {
    const mail = `From: a@example.org\r\nSubject: Readout\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>${WORDS}</p><img src="http://127.0.0.1:9/t.gif">\r\n--b\r\nContent-Type: message/external-body; access-type=URL; URL="http://127.0.0.1:9/"\r\n\r\n\r\n--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="run.exe"\r\n\r\nMZ\r\n--b--\r\n`
    const answer = await read(utf8(mail))
    expect(answer).toMatchObject({ text: { text: `${WORDS}\n\n` } })
    if (answer.ok)
      expect(answer.text.report?.losses).toMatchObject([
        { kind: 'attachments', say: expect.stringContaining('run.exe') as string },
        { kind: 'images' },
        { kind: 'other' }
      ])
  })
})

describe('a PDF', () => {
  it('that is locked says what to do', () => refused(lockedPdf(), 'locked'))
  it('with scripts and attachments is read without them', async () => {
    const answer = await read(
      pdfOf([linesAt([[WORDS, 72, 700]])], {
        catalogue:
          '/OpenAction <</S /JavaScript /JS (globalThis.ran = 1)>> /Names <</EmbeddedFiles <</Names [(run.exe) 6 0 R]>>>>',
        more: ['<</Type /Filespec /F (run.exe) /EF <</F 7 0 R>>>>', '<</Length 2>>\nstream\nMZ\nendstream']
      })
    )
    expect(answer).toMatchObject({ text: { text: `${WORDS}\n\n` } })
    if (answer.ok)
      expect(answer.text.report?.losses.map(({ kind }) => kind)).toEqual(['attachments', 'scripts'])
    expect('ran' in globalThis).toBe(false)
  })
  it('whose font names millions of widths is refused', () =>
    refused(
      pdfOf([linesAt([[WORDS, 72, 700]])], {
        font: '<</Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [<</Type /Font /Subtype /CIDFontType2 /W [0 2000000000 500]>>]>>'
      }),
      'hostile'
    ))
  it('with a long number elsewhere is read', async () => {
    expect(
      await read(pdfOf([linesAt([[WORDS, 72, 700]])], { catalogue: '/X [0.3333333333333 1.25]' }))
    ).toMatchObject({
      ok: true
    })
  })
})

describe('one line without end', () => {
  it.each([
    ['letters', 'a'.repeat(limits.MAX_TEXT_LENGTH)],
    ['spaces', `a${' '.repeat(limits.MAX_TEXT_LENGTH - 2)}b`],
    ['dots', `${'.'.repeat(limits.MAX_TEXT_LENGTH - 1)}a`],
    ['bars', '| '.repeat(limits.MAX_TEXT_LENGTH / 2)]
  ])('of %s, as large as a text may be, comes to an end', async (_name, text) => {
    expect((await read(utf8(text))).ok).toBe(/[a-z]/u.test(text))
  })
  it('or of more than is compared is refused, with what a readout may have', async () => {
    const refusal = await read(utf8('a'.repeat(limits.MAX_TEXT_LENGTH + 1)))
    expect(refusal).toMatchObject({ problem: { code: 'too-large' } })
    if (!refusal.ok) expect(refusal.problem.message).toContain('up to 300,000')
  })
  it('of brackets that never close takes no square of its length', () => {
    // So long that the square would take hours: the test's own limit ends it.
    const text = '（台湾'.repeat(1_500_000)
    expect(chineseSentences(text, 0)).toEqual([{ start: 0, end: text.length }])
  })
  it('is told by its sentences too', async () => {
    const many = (count: number): Uint8Array => utf8('They met today.\n'.repeat(count))
    expect(await read(many(limits.MAX_SENTENCES))).toMatchObject({ ok: true })
    expect(await read(many(limits.MAX_SENTENCES + 1))).toMatchObject({ problem: { code: 'too-large' } })
  })
  it('of 50 MB is refused', () => refused(new Uint8Array(50_000_000).fill(97), 'too-large'))
  it('or a million of them are refused', () => refused(utf8('a\n'.repeat(1_000_000)), 'too-large'))
})
