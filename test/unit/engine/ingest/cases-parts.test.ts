import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { docx, paragraph, run } from '../../../documents/docx.ts'
import { pdfOf } from '../../../documents/pdf.ts'
import { asBytes, PARAGRAPHS, PLAIN, readWritten, TITLES } from './cases.ts'

/** Parts of documents that are none of their text, and parts that are: around the plain texts of the cases. */

const { us: US, cn: CN } = PARAGRAPHS
const paragraphs = (words: readonly string[]): string => words.map((one) => `<p>${one}</p>`).join('')
const mail = (body: string, type = 'text/plain'): string =>
  `From: Desk <a@example.gov>\nSubject: Readout\nMIME-Version: 1.0\nContent-Type: ${type}; charset=utf-8\n\n${body}`
const page = (body: string, head = ''): string =>
  `<html><head><meta charset="utf-8"><title>${TITLES.us}</title>${head}</head><body>${body}</body></html>`
const titled = `<h1>${TITLES.us}</h1>`
const TEXT = US.slice(1)
const LAST = '<p>The two sides agreed'

describe('the signature of a mail', () => {
  const signed = [
    'Jane Doe',
    'Press Officer, Embassy of the United States',
    'This message may be confidential.'
  ]
  it.each([
    ['under two dashes', mail(`${US.join('\n\n')}\n\n-- \n${signed.join('\n')}\n`), 'a.eml'],
    [
      'under two dashes that lost their blank',
      mail(`${US.join('\n\n')}\n--\n${signed.join('\n')}\n`),
      'a.eml'
    ],
    ['in a text', `${US.join('\n\n')}\n\n-- \n${signed.join('\n')}\n`, 'a.txt'],
    [
      'in a box of its own',
      mail(`${paragraphs(US)}<div class="gmail_signature">${paragraphs(signed)}</div>`, 'text/html'),
      'a.eml'
    ],
    [
      'under two dashes with markup',
      mail(`${paragraphs(US)}<div>-- <br></div>${paragraphs(signed)}`, 'text/html'),
      'a.eml'
    ]
  ])('is left out and listed: %s', async (_where, content, name) => {
    const { sentences, report, aside } = await readWritten(content, name)
    expect(sentences).toEqual(PLAIN.us)
    expect(aside).toEqual([{ kind: 'title', text: TITLES.us }])
    const cut = report?.cut.map(({ text }) => text) ?? []
    expect(cut.filter((text) => !text.startsWith('--'))).toEqual(signed)
  })
  it('is no long text behind two dashes', async () => {
    const long = Array.from({ length: 20 }, (_, at) => `The two sides spoke of matter ${at} at length.`)
    const { sentences } = await readWritten(mail(`${US.join('\n\n')}\n\n--\n${long.join('\n\n')}`), 'a.eml')
    expect(sentences.slice(-20)).toEqual(long)
  })
})

describe('the head of a mail that was handed on', () => {
  it.each([
    [
      '---------- Forwarded message ---------\nFrom: Press Office <p@example.gov>\nDate: Sat, Jul 11, 2026 at 10:00 AM\nSubject: Readout\nTo: List <l@example.gov>',
      US,
      PLAIN.us
    ],
    [
      '-----原始邮件-----\n发件人: 新闻司 <p@example.cn>\n发送时间: 2026年7月11日 10:00\n主题: 消息',
      CN,
      PLAIN.cn
    ]
  ])('is left out and listed: %j', async (head, words, expected) => {
    const { sentences, report, aside } = await readWritten(mail(`${head}\n\n${words.join('\n\n')}`), 'a.eml')
    expect(sentences).toEqual(expected)
    expect(aside.map(({ kind }) => kind)).toEqual(['title'])
    expect(report?.cut.map(({ text }) => text)).toEqual(head.split('\n'))
  })
  it('has more than one field', async () => {
    const { sentences } = await readWritten(mail(`${US.join('\n\n')}\n\nTo: all who met there.`), 'a.eml')
    expect(sentences.at(-1)).toBe('To: all who met there.')
  })
})

describe('a mail whose page is empty', () => {
  it('is read by its text', async () => {
    const parts = `--b\nContent-Type: text/plain; charset=utf-8\n\n${US.join('\n\n')}\n--b\nContent-Type: text/html\n\n<html><body></body></html>\n--b--\n`
    const { sentences } = await readWritten(mail(parts, 'multipart/alternative; boundary="b"'), 'a.eml')
    expect(sentences).toEqual(PLAIN.us)
  })
})

describe('of a page', () => {
  it.each([
    [
      'a part that a script puts in',
      `<x-a><template shadowrootmode="open">${titled}${paragraphs(TEXT)}</template></x-a>`
    ],
    [
      'what it shows without scripts',
      `<div id="root"></div><noscript>${titled}${paragraphs(TEXT)}</noscript>`
    ],
    ['figures that are raised', `${titled}${paragraphs(TEXT).replace('Jakarta', 'Jakarta<sup></sup>')}`],
    [
      'pictures of megabytes',
      `${titled}<img src="data:image/png;base64,${'A'.repeat(6_000_000)}">${paragraphs(TEXT)}`
    ],
    ['styles of megabytes', `<style>${'.a{color:red}\n'.repeat(450_000)}</style>${titled}${paragraphs(TEXT)}`]
  ])('the text is read with %s', async (_what, body) => {
    expect((await readWritten(page(body), 'a.html')).sentences).toEqual(PLAIN.us)
  })
  it('that is XML what is set apart is text', async () => {
    const body = `${titled}${TEXT.map((words) => `<p><![CDATA[${words}]]></p>`).join('')}`
    const { sentences } = await readWritten(`<?xml version="1.0" encoding="UTF-8"?>${page(body)}`, 'a.xhtml')
    expect(sentences).toEqual(PLAIN.us)
  })
  it('what it says where scripts are not run is no readout', async () => {
    const body = '<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>'
    await expect(readWritten(page(body, '<script src="a.js"></script>'), 'a.html')).rejects.toThrow()
  })
  it.each([
    ['<header>', '</header>'],
    ['', '']
  ])('a second title is kept: %s', async (before, after) => {
    const second = '<h2 class="subtitle">Talks covered Taiwan and fentanyl</h2>'
    const body = `${before}${titled}${second}${after}<div class="content">${paragraphs(TEXT)}</div>`
    const { sentences, aside, report } = await readWritten(page(body), 'a.html')
    expect([...sentences, ...aside.map(({ text }) => text)]).toContain('Talks covered Taiwan and fentanyl')
    expect(report?.cut).toEqual([])
  })
  it.each(['style="display:none"', 'hidden', 'class="sr-only"', 'class="link screen-reader-text"'])(
    'words that are not seen are none of its sentences, and are listed: %s',
    async (how) => {
      const body =
        titled +
        paragraphs(TEXT).replace(LAST, `<p><span ${how}>Opens in a window</span>The two sides agreed`)
      const { sentences, report } = await readWritten(page(body), 'a.html')
      expect(sentences).toEqual(PLAIN.us)
      expect(report?.cut).toEqual([{ text: 'Opens in a window', why: 'hidden' }])
    }
  )
  it('marks of notes are none of the words, powers none of the number, and notes are listed', async () => {
    const noted = paragraphs(TEXT)
      .replace('responsibly.', 'responsibly.<sup><a href="#fn1">1</a></sup>')
      .replace(LAST, '<p>The area has 10<sup>6</sup> hectares.</p>' + LAST)
    const body = `${titled}${noted}<ol class="references"><li id="fn1">See the statement of July 3.</li></ol>`
    const { sentences, report } = await readWritten(page(body), 'a.html')
    expect(sentences.filter((words) => !PLAIN.us.includes(words))).toEqual([
      `${PLAIN.us[2] ?? ''}¹`,
      'The area has 10⁶ hectares.'
    ])
    expect(report?.cut).toEqual([{ text: 'See the statement of July 3.', why: 'note' }])
  })
})

describe('a part of a Word file that is a document of its own', () => {
  const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk'
  const withPart = (name: string, bytes: Uint8Array, mode = ''): Uint8Array =>
    docx({
      body: `${paragraph(run(US[0] ?? ''))}<w:altChunk r:id="a1"/>${paragraph(run(US.at(-1) ?? ''))}`,
      relations: `<Relationship Id="a1" Type="${RELATION}" Target="${name}"${mode}/>`,
      files: { [`word/${name.replace(/^\/word\//u, '')}`]: bytes }
    })
  const inner = US.slice(1, -1)
  const html = `<html><body>${paragraphs(inner)}</body></html>`
  const rtf = `{\\rtf1\\ansi ${inner.join('\\par ').replaceAll('’', "\\'92")}}`
  it.each([
    ['part.html', strToU8(html)],
    [
      'part.mht',
      strToU8(
        `MIME-Version: 1.0\nContent-Type: text/html; charset="utf-8"\nContent-Location: file:///a.html\n\n${html}`
      )
    ],
    ['part.rtf', strToU8(rtf)],
    ['part.txt', strToU8(inner.join('\n\n'))],
    ['/word/part.docx', docx({ body: inner.map((words) => paragraph(run(words))).join('') })]
  ])('is read where it stands: %s', async (name, bytes) => {
    const { sentences, report } = await readWritten(withPart(name, bytes), 'a.docx')
    expect(sentences).toEqual(PLAIN.us)
    expect(report?.losses).toEqual([])
  })
  it('is said to be missing where it is elsewhere, or a Word file in a part', async () => {
    const file = docx({ body: paragraph(run('Third.')) })
    const thrice = withPart('part.docx', withPart('part.docx', file))
    for (const whole of [withPart('part.html', strToU8(html), ' TargetMode="External"'), thrice]) {
      const { sentences, report } = await readWritten(whole, 'a.docx')
      expect(sentences.at(-1)).toBe(PLAIN.us.at(-1))
      expect(report?.losses.map(({ say }) => say).join()).toContain('a document of its own is not read')
    }
  })
})

describe('Rich Text', () => {
  it('has words in boxes once, without what their shapes are made of', async () => {
    const box =
      '{\\shp{\\*\\shpinst{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt The box spoke of trade.\\par}}{\\shprslt The box spoke of trade.\\par}}'
    const words = US.map((one) => one.replaceAll('’', "\\'92"))
    const { sentences } = await readWritten(
      `{\\rtf1\\ansi ${words.slice(0, -1).join('\\par ')}\\par ${box}${words.at(-1) ?? ''}}`,
      'a.rtf'
    )
    expect(sentences).toEqual([...PLAIN.us.slice(0, -1), 'The box spoke of trade.', PLAIN.us.at(-1)])
  })
})

describe('a PDF', () => {
  const at = (lines: readonly [words: string, x: number, y: number, size: number][]): string =>
    lines.map(([words, x, y, size]) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${words}) Tj ET`).join('\n')
  const first = at([
    ['The two sides met in Geneva and agreed to meet again in the next year.', 72, 700, 12],
    ['They raised the matter of tariffs', 72, 672, 12],
    ['2', 232, 676, 7],
    [', and the other side said that it would', 236, 672, 12],
    ['1', 72, 110, 6],
    ['See the statement of July 3, which was published at the time of the', 78, 106, 9],
    ['meeting of the ministers.', 72, 95, 9]
  ])
  const second = at([
    ['consider the matter before it answers.', 72, 700, 12],
    ['They spoke of other things.', 72, 650, 12]
  ])
  it('has its footnotes cut, and a sentence whole that goes on over them', async () => {
    const { sentences, report } = await readWritten(pdfOf([first, second]), 'a.pdf')
    expect(sentences.join(' ')).toContain('said that it would consider the matter before it answers.')
    expect(sentences.join(' ')).toContain('tariffs²')
    expect(report?.cut.map(({ why }) => why)).toEqual(expect.arrayContaining(['note']))
    expect(sentences.join(' ')).not.toContain('statement of July 3')
    expect(report?.losses.map(({ kind }) => kind)).toEqual(['notes'])
  })
  it('says that what is filled into its form is not read', async () => {
    const field =
      '<</Type /Annot /Subtype /Widget /FT /Tx /T (f) /V (They agreed.) /Rect [0 0 9 9] /P 4 0 R>>'
    const file = pdfOf([second], { catalogue: '/AcroForm <</Fields [6 0 R]>>', more: [field] })
    const { report } = await readWritten(asBytes(file), 'a.pdf')
    expect(report?.losses.map(({ say }) => say)).toEqual([
      'What is filled into its form is not read: copy it and paste it.'
    ])
  })
})
