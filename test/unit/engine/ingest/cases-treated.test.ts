import { describe, expect, it } from 'vitest'
import { ingest } from '../../../../engine/ingest/text.ts'
import { asBytes, PARAGRAPHS, PLAIN, readWritten, TITLES } from './cases.ts'
import { loadAsset } from './load.ts'

/** Texts as programs, typesetters and senders treat them on their way: around the plain texts of the cases. */

const { us: US, cn: CN } = PARAGRAPHS
const [EN, ZH] = [US.join('\n\n'), CN.join('\n\n')]

/** Lines of at most so many columns, broken between words. */
const wrapped = (words: string, width: number): string =>
  words.replace(new RegExp(`(?![^\\n]{1,${width}}$)([^\\n]{1,${width}})\\s`, 'gu'), '$1\n')

const bold = (words: string): string =>
  words.replace(/[A-Za-z]/gu, (letter) =>
    String.fromCodePoint(letter < 'a' ? 0x1d3bf + letter.charCodeAt(0) : 0x1d3b9 + letter.charCodeAt(0))
  )
const carried = (words: string): string =>
  Array.from(new TextEncoder().encode(words), (byte) =>
    byte > 126 || byte === 0x3d ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)
  )
    .join('')
    .replace(/([^\n]{60})/gu, '$1=\n')

describe('marks of Chinese', () => {
  it.each([
    ['a full-width stop', ZH.replaceAll('。', '．')],
    ['a half-width stop', ZH.replaceAll('。', '｡')],
    ['those of English', ZH.replaceAll('。', '.').replaceAll('，', ',')],
    ['those of vertical lines', ZH.replaceAll('。', '︒').replaceAll('，', '︐').replaceAll('、', '︑')],
    ['those of small type', ZH.replaceAll('，', '﹐').replaceAll('、', '﹑')]
  ])('are read as the usual ones: %s', async (_how, text) => {
    const { sentences, aside } = await readWritten(text)
    expect(sentences).toEqual(PLAIN.cn)
    expect(aside).toEqual([{ kind: 'title', text: TITLES.cn }])
  })
  it('stay in numbers, versions and foreign words', async () => {
    const words = '双方商定关税为3.5%，见第2．1条和U.S.方案，安东尼.布林肯和寇特妮．拉森在场。'
    expect((await readWritten([CN[0], CN[1], words].join('\n\n'))).sentences.at(-1)).toBe(words)
  })
  it('end a sentence by dots as well, and inside quotation marks', async () => {
    const words = ['他说：“合作共赢.”双方同意保持沟通......双方将再次会晤．']
    expect((await readWritten([CN[0], CN[1], ...words].join('\n\n'))).sentences.slice(-3)).toEqual([
      '他说：“合作共赢。”',
      '双方同意保持沟通……',
      '双方将再次会晤。'
    ])
  })
})

describe('the number of an item', () => {
  it('stands before a year', async () => {
    const items = ['1.2026年7月举行对话', '2．2027年8月扩大航班', '1.5亿美元用于合作。']
    const { sentences } = await readWritten([CN[0], CN[1], '双方商定：', ...items, CN.at(-1)].join('\n'))
    expect(sentences.slice(2, -1)).toEqual(['2026年7月举行对话', '2027年8月扩大航班', '1.5亿美元用于合作。'])
  })
  it('is none of the words in Roman figures, and heads a section where nothing but a title follows', async () => {
    const items = [
      'II. Trade was discussed.',
      'III. The two agreed to meet.',
      'IV. Fentanyl was raised again.'
    ]
    const { sentences } = await readWritten([US[0], US[1], ...items, US.at(-1)].join('\n\n'))
    expect(sentences.slice(1, -1)).toEqual([
      'Trade was discussed.',
      'The two agreed to meet.',
      'Fentanyl was raised again.'
    ])
    const chinese = ['Ⅰ．恢复两军沟通', 'Ⅱ．成立禁毒工作组', 'IV．举行对话']
    const list = await readWritten([CN[0], CN[1], '双方商定：', ...chinese, CN.at(-1)].join('\n'))
    expect(list.sentences.slice(2, -1)).toEqual(['恢复两军沟通', '成立禁毒工作组', '举行对话'])
    const headed = await readWritten([US[0], US[1], 'II. Security Cooperation', US[2]].join('\n\n'))
    expect(headed.aside.at(-1)).toEqual({ kind: 'heading', text: 'II. Security Cooperation' })
    expect(headed.sentences).toEqual(PLAIN.us.slice(0, 3))
  })
  it('may be a picture', async () => {
    const items = [
      '🔹 Resume military talks',
      '👉 Launch a working group',
      '1️⃣ More flights',
      '✅ Fewer tariffs'
    ]
    const { sentences } = await readWritten([US[0], US[1], 'They agreed to:', ...items, US.at(-1)].join('\n'))
    expect(sentences.slice(2, -1)).toEqual([
      'Resume military talks',
      'Launch a working group',
      'More flights',
      'Fewer tariffs'
    ])
  })
})

describe('a text is what it was before', () => {
  it.each([
    [
      'letters of mathematics stood for bold ones',
      [US[0], US[1], bold(US[2] ?? ''), ...US.slice(3)].join('\n\n')
    ],
    [
      'characters stood there by their names',
      EN.replaceAll('’', '&rsquo;').replaceAll(' the ', '&nbsp;the ')
    ],
    ['it was marked up for a page', US.join('<br><br>\n')],
    ['its UTF-8 was written as Windows-1252', EN.replaceAll('’', 'â€™')],
    ['the same, with control characters', EN.replaceAll('’', 'â\u0080\u0099')],
    ['a mail carried it', carried(EN)],
    ['a terminal was told how to show it', US.map((words) => `\u001b[1m${words}\u001b[0m`).join('\n\n')],
    ['letters were struck twice', EN.replace('Secretary of', (words) => words.replace(/./gu, '$&\b$&'))],
    ['a disk filled it up', EN + '\0'.repeat(500)],
    ['an old program ended it', `${EN}\u001a`],
    [
      'a mark of order stood between two files',
      `${US.slice(0, 3).join('\n\n')}\n\n\ufeff${US.slice(3).join('\n\n')}`
    ]
  ])('%s', async (_how, text) => {
    const { sentences, aside } = await readWritten(text)
    expect(sentences).toEqual(PLAIN.us)
    expect(aside.map(({ kind }) => kind)).toEqual(['title'])
  })
  it('its lines were numbered', async () => {
    const lines = US.map((words) => wrapped(words, 60))
      .join('\n')
      .split('\n')
    const numbered = lines.map((line, at) => `${String(at + 1).padStart(3)}  ${line}`)
    const { sentences, report } = await readWritten(numbered.join('\n'))
    expect(sentences).toEqual(PLAIN.us)
    expect(report?.losses.map(({ say }) => say)).toEqual(['The numbers of its lines are left out.'])
  })
  it.each(['2\n\f', 'Page 1 of 2\n\n\f', '- 2 -\n\n\f', '\f'])('it was printed on pages: %j', async (end) => {
    const lines = US.slice(1)
      .map((words) => wrapped(words, 60))
      .join('\n\n')
      .split('\n')
    // The fifth line ends within a sentence.
    const text = `${US[0] ?? ''}\n\n${lines.slice(0, 5).join('\n')}\n\n${end}${lines.slice(5).join('\n')}`
    const { sentences, report } = await readWritten(text)
    expect(sentences).toEqual(PLAIN.us)
    expect(report?.cut).toEqual(end === '\f' ? [] : [{ text: end.trim(), why: 'running' }])
  })
})

describe('megabytes of what is undone', () => {
  it.each([
    ['a.txt', `a${'\0 '.repeat(2_000_000)}b`, 'characters'],
    ['a.html', `<html><p>${'data: '.repeat(1_000_000)}`, '5 MB']
  ])('are refused with the reason, and not looked at from each place on: %s', async (name, text, reason) => {
    await expect(readWritten(text, name)).rejects.toThrow(reason)
  })
})

describe('a text with a broken character', () => {
  it('is read, and says so', async () => {
    const { sentences, report } = await readWritten(asBytes(ZH).slice(0, -2))
    expect(sentences.slice(0, -1)).toEqual(PLAIN.cn.slice(0, -1))
    expect(report?.losses).toEqual([
      { kind: 'glyphs', count: 1, say: '1 characters are broken in the file and missing in the text.' }
    ])
  })
})

describe('Markdown', () => {
  it('has lines broken by a bar, notes to the writer and tables, where its name says so', async () => {
    const lines = US.map((words) => wrapped(words, 60).replaceAll('\n', '\\\n')).join('\n\n')
    expect((await readWritten(`${lines}\n\n<!-- draft -->\n`, 'a.md')).sentences).toEqual(PLAIN.us)
    const table = `${EN}\n\n| Party | Text |\n|---|---|\n| US | The two will meet again. |\n`
    expect((await readWritten(table, 'a.md')).sentences.at(-1)).toBe('The two will meet again.')
  })
  it('tells of its title and day before the text, which is listed', async () => {
    const { report, aside } = await readWritten(
      `---\ntitle: "${TITLES.us}"\ndate: 2026-07-11\ntags:\n  - a\n---\n\n${EN}`,
      'a.md'
    )
    expect([report?.title, report?.date, report?.cut.length]).toEqual([TITLES.us, '2026-07-11', 1])
    expect(aside).toEqual([{ kind: 'title', text: TITLES.us }])
  })
})

describe('what is written out as a source says what to do', () => {
  it.each([
    [
      'a.xml',
      '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="x">',
      '.docx'
    ],
    ['b.xml', '<?xml version="1.0"?><pkg:package xmlns:pkg="x"><pkg:part>', '.docx'],
    ['a.fodt', '<?xml version="1.0"?><office:document xmlns:office="x">', '.odt'],
    ['a.tex', '\\documentclass{article}\n\\begin{document}\nThe two sides met.', 'PDF']
  ])('%s', async (name, content, todo) => {
    const ingested = await ingest(asBytes(content), name, { load: loadAsset })
    expect(ingested.ok ? '' : ingested.problem.message).toContain(todo)
  })
})
