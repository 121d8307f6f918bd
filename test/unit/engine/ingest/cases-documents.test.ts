import { describe, expect, it } from 'vitest'
import { ingest } from '../../../../engine/ingest/text.ts'
import { bytesOf, PLAIN, readCase, TITLES } from './cases.ts'
import { loadAsset } from './load.ts'

const [first = '', second = '', third = ''] = PLAIN.us
const last = PLAIN.us.at(-1)
const says = (losses: readonly { say: string }[]): string[] => losses.map(({ say }) => say)

describe('a Word file', () => {
  it.each(['choice-only.docx', 'box.libreoffice.docx'])('has its text box read once (%s)', async (file) => {
    const { sentences, report } = await readCase(`15-docx-textbox/${file}`)
    expect(sentences).toEqual([
      first,
      second,
      third,
      'The Secretary announced a new working group on maritime safety.',
      last
    ])
    expect(says(report.losses)).toContain('Text boxes are read where they are anchored.')
  })
  it.each(['a.docx', 'ruby.libreoffice.docx', 'ruby.libreoffice.odt'])(
    'keeps the words under ruby (%s)',
    async (file) => {
      const { sentences } = await readCase(`17-docx-fields-ruby/${file}`)
      expect(sentences[1]).toBe('陈浩然强调，台湾问题是中国核心利益中的核心。')
    }
  )
  it.each(['b.docx', 'hidden.libreoffice.docx', 'hidden.libreoffice.odt'])(
    'leaves hidden words out, says so and keeps them to be put back (%s)',
    async (file) => {
      const { sentences, report } = await readCase(`17-docx-fields-ruby/${file}`)
      expect(sentences.slice(-3)).toEqual(['Visible.', 'The talks will continue.', last])
      expect(report.cut).toEqual([{ text: 'This hidden remark is for the desk only.', why: 'hidden' }])
      expect(says(report.losses)).toContain('Text that is formatted as hidden is cut; it can be put back.')
    }
  )
  it.each(['docx', 'odt'])('of LibreOffice has neither deletions nor comments (%s)', async (format) => {
    const { sentences, report } = await readCase(`10-word-html/changes.libreoffice.${format}`)
    expect(sentences).toEqual(PLAIN.us)
    expect(report.losses.map(({ kind }) => kind)).toEqual(['deletions', 'comments'])
  })
  it('as HTML of its clipboard has neither deletions nor marks of comments', async () => {
    const { sentences, report } = await readCase('10-word-html/clip.html')
    expect(sentences).toEqual([...PLAIN.us, 'The Secretary reiterated the standing commitment to allies.'])
    expect(report.losses.map(({ kind }) => kind)).toEqual(['deletions', 'comments'])
  })
})

describe('a PDF', () => {
  it.each([
    ['24-pdf-chromium/long-1page.pdf', 'us'],
    ['24-pdf-chromium/two-pages.pdf', 'us'],
    ['24-pdf-chromium/two-pages-cn.pdf', 'cn']
  ] as const)(
    'that a browser printed is without its header, and has no day of printing (%s)',
    async (file, side) => {
      const { sentences, aside, report } = await readCase(file)
      expect([sentences, aside]).toEqual([PLAIN[side], [{ kind: 'title', text: TITLES[side] }]])
      expect([report.date, report.title]).toEqual([null, TITLES[side]])
      expect(new Set(report.cut.map(({ why }) => why))).toEqual(new Set(['running']))
    }
  )
  it('has words whole that were parted at the ends of its lines, and its title', async () => {
    const { sentences, aside } = await readCase('25-pdf-layouts/en-hyph.pdf')
    expect(aside).toEqual([{ kind: 'title', text: TITLES.us }])
    expect(sentences.slice(0, PLAIN.us.length)).toEqual(PLAIN.us)
  })
  it('has a line whole that the mark of a note moves down, and items of a list apart', async () => {
    const { sentences, report } = await readCase('25-pdf-layouts/notes.chromium.pdf')
    expect(sentences[2]).toBe(third.replace('open', 'open¹'))
    expect(sentences.slice(-2)).toEqual(['Resume military talks', 'Launch a working group'])
    expect(new Set(report.cut.map(({ text }) => text))).toEqual(
      new Set([
        '1 See the joint statement.',
        'UNCLASSIFIED // Office of the Spokesperson',
        'U.S. Department of State'
      ])
    )
  })
  it.each(['justified-cn.pdf', 'vertical-cn.pdf'])(
    'in Chinese, justified or vertical, is read (%s)',
    async (file) => {
      const { sentences, aside, report } = await readCase(`25-pdf-layouts/${file}`)
      expect([sentences, aside]).toEqual([PLAIN.cn, [{ kind: 'title', text: TITLES.cn }]])
      expect(report.losses).toEqual([])
    }
  )
})

describe('a page in one file', () => {
  it.each(['gbk-no-charset.mhtml', 'gbk-base64.mhtml', 'gbk-8bit.mhtml'])(
    'is read in the encoding that the page itself names (%s)',
    async (file) => {
      const { sentences, aside } = await readCase(`26-mhtml/${file}`)
      expect([sentences, aside]).toEqual([PLAIN.cn, [{ kind: 'title', text: TITLES.cn }]])
    }
  )
})

describe('other texts', () => {
  it('of an old Macintosh are read', async () => {
    const { sentences, report } = await readCase('33-other-formats/mac-roman.txt')
    expect([sentences, report.encoding?.used]).toEqual([PLAIN.us, 'macintosh'])
  })
  it.each(['page.md', 'page.pandoc.md'])('in Markdown are read without its marks (%s)', async (file) => {
    const { sentences, aside, report } = await readCase(`33-other-formats/${file}`)
    expect(sentences).toEqual(PLAIN.us.map((words) => words.replace(/^(?=The Secretary pressed)/u, 'link ')))
    expect([aside[0]?.text, report.format]).toEqual([TITLES.us, 'markdown'])
  })
})

describe('what is not read gets advice that helps', () => {
  it.each([
    ['mail.msg', /Outlook.*\.txt/u],
    ['page.webarchive', /Safari.*PDF/u],
    ['page.url', /shortcut.*save it/u],
    ['page.webloc', /shortcut.*save it/u],
    ['page.epub', /e-book.*copy it and paste it/u]
  ])('%s', async (file, advice) => {
    const refused = await ingest(bytesOf(`33-other-formats/${file}`), file, { load: loadAsset })
    expect(refused).toMatchObject({ ok: false, problem: { name: file } })
    if (!refused.ok) expect(refused.problem.message).toMatch(advice)
  })
})
