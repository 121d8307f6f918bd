import { describe, expect, it } from 'vitest'
import { ingest } from '../../../../engine/ingest/text.ts'
import { legible } from '../../../../engine/text/legible.ts'
import { asBytes, PARAGRAPHS, PLAIN, readWritten, TITLES } from './cases.ts'
import { loadAsset } from './load.ts'

/** How texts are written and kept: line ends, dates, marks, mails and archives, around the plain texts of the cases. */

const { us: US, cn: CN } = PARAGRAPHS

const refusal = async (content: string | Uint8Array, name: string): Promise<string> => {
  const ingested = await ingest(asBytes(content), name, { load: loadAsset })
  return ingested.ok ? 'read' : ingested.problem.message
}

describe('a line ends', () => {
  it.each(['\f', '\v', '\u0085', '\u2028', '\u2029', '\r'])('at %j as well', async (end) => {
    const { sentences, aside } = await readWritten(US.join(end))
    expect(sentences).toEqual(PLAIN.us)
    expect(aside).toEqual([{ kind: 'title', text: TITLES.us }])
  })
})

describe('a text of one letter a line', () => {
  it('is read or refused, however many lines there are', async () => {
    expect(await refusal('a\n'.repeat(145_000), 'a.txt')).toContain('more than a document holds')
    expect(await refusal(`<html><p>${'中\u2028'.repeat(145_000)}</p></html>`, 'a.html')).toContain(
      'sentences'
    )
  })
})

describe('Chinese wrapped so wide that one paragraph alone goes over a line', () => {
  it('is whole', async () => {
    const long = '双方讨论了南海问题，陈浩然指出中方在南海的领土主权和海洋权益不容侵犯。'
    const short = [
      '双方讨论了经贸问题。',
      '双方讨论了人工智能。',
      '双方讨论了气候变化。',
      '双方同意保持沟通。'
    ]
    const lines = [CN[0], short[0], long.slice(0, 24), long.slice(24), ...short.slice(1)]
    expect((await readWritten(lines.join('\n'))).sentences).toEqual([short[0], long, ...short.slice(1)])
  })
  it('keeps what is counted in words apart', async () => {
    const items = ['一是恢复两军沟通机制', '二是扩大禁毒合作', '第三，开通热线']
    const { sentences } = await readWritten([CN[0], CN[1], '双方商定：', ...items].join('\n'))
    expect(sentences.slice(-3)).toEqual(items)
  })
})

/** Lines of at most so many columns, broken between words. */
const wrapped = (words: string, width: number): string[] =>
  words.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.pop() ?? ''
    const longer = last === '' ? word : `${last} ${word}`
    return longer.length <= width ? [...lines, longer] : [...lines, last, word]
  }, [])

describe('wrapped lines', () => {
  it('are whole where those that go on are set in', async () => {
    const hanging = US.flatMap((words) =>
      wrapped(words, 60).map((line, at) => (at > 0 ? `    ${line}` : line))
    )
    expect((await readWritten(hanging.join('\n'))).sentences).toEqual(PLAIN.us)
    const items = US.slice(2, 5).map((words) => `- ${wrapped(words, 40).join('\n  ')}`)
    const list = [US[0], US[1], items.join('\n'), ...US.slice(5)].join('\n\n')
    expect((await readWritten(list)).sentences).toEqual(PLAIN.us)
  })
  it('are whole where a blank line stands behind each', async () => {
    const lines = US.flatMap((words) => wrapped(words, 55))
    expect((await readWritten(lines.join('\n\n'))).sentences).toEqual(PLAIN.us)
  })
  it('are no items of a list, which stay apart', async () => {
    const items = [
      'raised the fentanyl crisis',
      'urged restraint',
      'thanked the hosts',
      'asked for more flights'
    ]
    const { sentences } = await readWritten(
      [US[0], US[1], 'The Secretary also did this:', ...items, US.at(-1)].join('\n\n')
    )
    expect(sentences.slice(-5, -1)).toEqual(items)
  })
})

describe('who speaks', () => {
  it('heads no section', async () => {
    const lines = ['QUESTION: And Taiwan', 'SECRETARY DOYLE: Our policy has not changed.']
    expect((await readWritten([US[0], US[1], ...lines].join('\n\n'))).sentences.slice(1)).toEqual(lines)
  })
})

describe('a line that gives the day', () => {
  it.each([
    ['Jul. 11, 2026', '11 July 2026'],
    ['WASHINGTON, D.C., July 11, 2026', '11 July 2026'],
    ['Saturday, 11 July 2026', '11 July 2026'],
    ['11 Sept 2026', '11 September 2026'],
    ['07/11/2026 04:15 PM EDT', '11 July 2026']
  ])('is a dateline: %s', async (line, day) => {
    const bare = US.slice(1).map((words) => words.replace(/ on July 11, 2026/u, ''))
    const { aside, report } = await readWritten([US[0], line, ...bare].join('\n\n'))
    expect(aside.at(-1)).toEqual({ kind: 'dateline', text: line })
    expect(report?.told?.day).toBe(day)
  })
  it('and the source is that of the publication, copied from a page', async () => {
    const line = '2026-07-11 21:18:40　来源：新华网　【字体：大 中 小】'
    const { sentences, report } = await readWritten(['首页 > 外交', CN[0], line, ...CN.slice(1)].join('\n'))
    expect(sentences).toEqual(PLAIN.cn)
    expect([report?.date, report?.publisher, report?.told?.title]).toEqual([
      '2026-07-11',
      '新华网',
      TITLES.cn
    ])
  })
})

describe('a word parted at the end of a line', () => {
  it.each([
    ['high-\nlighted', 'highlighted'],
    ['multi-\nlateral', 'multilateral'],
    ['part-\nnership', 'partnership'],
    ['north-\nern', 'northern'],
    ['pre-\ndictable', 'predictable'],
    ['dual-\nuse', 'dual-use'],
    ['high-\nlevel', 'high-level'],
    ['follow-\nup', 'follow-up']
  ])('is the word: %j', (parted, whole) => {
    expect(legible(`She spoke of the ${parted} talks between them.`).text).toContain(` ${whole} `)
  })
})

describe('marks', () => {
  it.each(['[注5]', '（注1）', '［2］'])('behind a stop are no sentence: %s', async (mark) => {
    const { sentences } = await readWritten([...CN.slice(0, -1), `${CN.at(-1)}${mark}`].join('\n\n'))
    expect(sentences).toEqual([...PLAIN.cn.slice(0, -1), `${PLAIN.cn.at(-1)}${mark}`])
  })
  it.each(['⁃', '✓', '➢', '\uf0b7'])('of lists are none of the words: %j', async (mark) => {
    const { sentences } = await readWritten(
      [US[0], US[1], `They agreed to:\n${mark} More flights\n${mark} Fewer tariffs`, US.at(-1)].join('\n\n')
    )
    expect(sentences.slice(2, 4)).toEqual(['More flights', 'Fewer tariffs'])
  })
  it('of Markdown are read where the name says so, or a title is underlined', async () => {
    const emphasised = await readWritten([US[0], `*${US[1]}*`, ...US.slice(2)].join('\n\n'), 'a.md')
    expect(emphasised.sentences).toEqual(PLAIN.us)
    const underlined = await readWritten(`${US[0]}\n=====\n\n${US.slice(1).join('\n\n')}`)
    expect([underlined.sentences, underlined.aside.length]).toEqual([PLAIN.us, 1])
  })
})

describe('a mail', () => {
  const head = 'From: Desk <a@example.gov>\nSubject: Readout\nMIME-Version: 1.0\nContent-Type: text/plain\n\n'
  const mail = head + US.join('\n\n') + '\n'
  it.each([
    ['as Apple keeps it', `${asBytes(mail).length}  \n${mail}<?xml version="1.0"?><plist></plist>`],
    ['in a mailbox', `From a@example.gov Sat Jul 11 10:00:00 2026\n${mail}`]
  ])('is read %s', async (_how, file) => {
    expect((await readWritten(file, 'a.eml')).sentences).toEqual(PLAIN.us)
  })
})

describe('a page in one part', () => {
  const page = `<html><head><title>${TITLES.us}</title></head><body><ul><li><a href="/">Home</a></li></ul><h1>${TITLES.us}</h1>${US.slice(
    1
  )
    .map((words) => `<p>${words}</p>`)
    .join('')}</body></html>`
  it.each([
    'From: "Saved by Windows Internet Explorer 8"\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n',
    'MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Location: https://example.gov/a\n\n'
  ])('is a page and no mail: %j', async (head) => {
    const { sentences, report } = await readWritten(head + page, 'a.mht')
    expect([sentences, report?.format]).toEqual([PLAIN.us, 'mhtml'])
  })
  it('stays what its head names where a byte of it is broken', async () => {
    const head =
      'MIME-Version: 1.0\nContent-Type: text/html; charset="utf-8"\nContent-Location: https://example.gov/a\n\n'
    const { sentences } = await readWritten(Uint8Array.from([...asBytes(head + page), 0x94]), 'a.mht')
    expect(sentences.slice(0, PLAIN.us.length)).toEqual(PLAIN.us)
  })
  it('is read in its own encoding where its head names another', async () => {
    const head =
      'MIME-Version: 1.0\nContent-Type: text/html; charset="utf-8"\nContent-Location: https://example.gov/a\n\n'
    const body = Array.from(page, (letter) => (letter === '’' ? 0x92 : letter.charCodeAt(0)))
    const { sentences } = await readWritten(Uint8Array.from([...asBytes(head), ...body]), 'a.mht')
    expect(sentences).toEqual(PLAIN.us)
  })
})

describe('what is no text is called by its name', () => {
  it.each([
    [
      'a.url',
      '[{000214A0-0000-0000-C000-000000000046}]\r\nProp3=19,2\r\n[InternetShortcut]\r\nURL=https://a.gov/\r\n',
      'shortcut to a page'
    ],
    [
      'a.desktop',
      '#!/usr/bin/env xdg-open\n[Desktop Entry]\nType=Link\nURL=https://a.gov/\n',
      'shortcut to a page'
    ],
    [
      'a.webarchive',
      '<?xml version="1.0"?>\n<plist version="1.0"><dict><key>WebMainResource</key></dict></plist>',
      'Safari'
    ],
    ['a.ps', '%!PS-Adobe-3.0\n(x) show\n', 'PostScript'],
    ['a.mobi', `${'x'.repeat(60)}BOOKMOBI`, 'e-book']
  ])('%s', async (name, content, called) => {
    expect(await refusal(content, name)).toContain(called)
  })
  it('also a page whose text its scripts would have made', async () => {
    const page = '<html><body><div id="root"></div><script src="a.js"></script></body></html>'
    expect(await refusal(page, 'a.html')).toContain('scripts')
  })
  it('also a text in four bytes a letter', async () => {
    expect(await refusal(Uint8Array.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0), 'a.txt')).toContain('UTF-32')
  })
})
