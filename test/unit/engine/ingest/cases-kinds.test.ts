import { describe, expect, it } from 'vitest'
import { PARAGRAPHS, PLAIN, readWritten, TITLES } from './cases.ts'

/** More of the kinds of test/fixtures/cases, written here: only what each is about differs from the plain texts. */

const { us: US, cn: CN } = PARAGRAPHS

/** Lines of at most so many columns, broken between words. */
const wrapped = (words: string, width: number): string =>
  words.replace(new RegExp(`(?![^\\n]{1,${width}}$)([^\\n]{1,${width}})\\s`, 'gu'), '$1\n')

describe('an item of a list is text', () => {
  it.each([
    [
      'a) Resume military talks\nb) Launch a working group',
      ['Resume military talks', 'Launch a working group']
    ],
    [
      '(i) Resume military talks\n(ii) Launch a working group',
      ['Resume military talks', 'Launch a working group']
    ],
    [
      '① Extend the agreement on science\n② More flights',
      ['Extend the agreement on science', 'More flights']
    ],
    ['○ Return of detained citizens\n■ More flights', ['Return of detained citizens', 'More flights']]
  ])('whatever its mark: %j', async (list, items) => {
    const { sentences, aside } = await readWritten(
      [US[0], US[1], 'They agreed to:', list, US.at(-1)].join('\n\n')
    )
    expect(sentences).toEqual([PLAIN.us[0], 'They agreed to:', ...items, PLAIN.us.at(-1)])
    expect(aside).toEqual([{ kind: 'title', text: TITLES.us }])
  })
  it('in Chinese as well', async () => {
    const list = '1、恢复两军沟通\n2．成立禁毒工作组\n（3）举行对话\n④扩大人文交流\n（五）增加航班'
    const { sentences, aside } = await readWritten([CN[0], CN[1], '双方商定：', list, CN.at(-1)].join('\n'))
    expect(sentences.slice(2, -1)).toEqual([
      '恢复两军沟通',
      '成立禁毒工作组',
      '举行对话',
      '扩大人文交流',
      '增加航班'
    ])
    expect(aside).toEqual([{ kind: 'title', text: TITLES.cn }])
  })
})

describe('lines', () => {
  it('of Chinese that end without a stop and were not wrapped stay apart', async () => {
    const { sentences } = await readWritten(
      [CN[0], ...CN.slice(1).map((words) => words.replace(/。$/u, ''))].join('\n')
    )
    expect(sentences).toEqual(CN.slice(1).flatMap((words) => words.replace(/。$/u, '').split(/(?<=。)/u)))
  })
  it('of a mail that was quoted are those that were written', async () => {
    const quoted = US.map((words) => wrapped(words, 66)).join('\n\n')
    const { sentences, aside } = await readWritten(quoted.replace(/^/gmu, '> '))
    expect(sentences).toEqual(PLAIN.us)
    expect(aside).toEqual([{ kind: 'title', text: TITLES.us }])
  })
  it.each([
    [
      'page',
      `<html><body><pre>${US.map((words) => wrapped(words, 72)).join('\n')}</pre></body></html>`,
      'a.html'
    ],
    ['text', `Forwarded by the desk.\n\n${US.map((words) => wrapped(words, 72)).join('\n')}`, 'a.txt']
  ])('of a %s do not run from a title into what it heads', async (_name, content, name) => {
    expect((await readWritten(content, name)).sentences.slice(-PLAIN.us.length)).toEqual(PLAIN.us)
  })
})

describe('a text with a single accent', () => {
  it.each([
    ['macintosh', 0x8e],
    ['windows-1252', 0xe9]
  ])('is not taken for Japanese or Chinese (%s)', async (encoding, accent) => {
    const words = US.join('\n\n').replaceAll('’', "'").replaceAll('Chen', 'Ch\u00e9n')
    const bytes = Uint8Array.from(words, (letter) => (letter === '\u00e9' ? accent : letter.charCodeAt(0)))
    const { report, aside } = await readWritten(bytes)
    expect(report?.encoding?.used).toBe(encoding)
    expect(aside[0]?.text).toBe(TITLES.us.replaceAll('’', "'").replaceAll('Chen', 'Chén'))
  })
})

const paragraphs = (words: readonly string[]): string => words.map((one) => `<p>${one}</p>`).join('')

describe('a page', () => {
  it('of tables gives its text without what one does with it', async () => {
    const page = `<html><head><meta charset="utf-8"><title>${CN[0] ?? ''}-驻某国大使馆</title></head><body>
      <table><tr><td><a href="1">首页</a>|<a href="2">外交部</a></td></tr><tr><td><table>
      <tr><td align="center">${CN[0] ?? ''}</td></tr><tr><td align="center">2026/07/11</td></tr>
      <tr><td>${CN.slice(1)
        .map((words) => `\u3000\u3000${words}`)
        .join('<br><br>')}</td></tr>
      <tr><td align="right"><a href="javascript:print()">打印</a> <a href="3">推荐给朋友</a></td></tr>
      </table></td></tr></table></body></html>`
    const { sentences, report } = await readWritten(page, 'a.html')
    expect([sentences, report?.date]).toEqual([PLAIN.cn, '2026-07-11'])
  })
  it('of WeChat gives the day that it tells its script, and the source below its text', async () => {
    const page = `<html><head><meta charset="utf-8"><meta property="og:title" content="${CN[0] ?? ''}">
      <script>var ct = "1783768320";</script></head><body><div id="img-content"><h1>${CN[0] ?? ''}</h1>
      <div id="js_content" style="visibility: hidden;">${CN.slice(1)
        .map((words) => `<section><p><span>${words}</span></p></section>`)
        .join(
          ''
        )}<p>来源丨外交部网站</p><p>编辑丨王小明</p><p>点击下方卡片，关注我们</p></div></div></body></html>`
    const { sentences, report, aside } = await readWritten(page, 'a.html')
    expect([sentences, report?.date, report?.publisher]).toEqual([PLAIN.cn, '2026-07-11', '外交部网站'])
    expect(aside).toEqual([{ kind: 'title', text: TITLES.cn }])
  })
  it('has no line under a picture in its text, where that names who took it', async () => {
    const page = `<html><head><meta charset="utf-8"><title>${CN[0] ?? ''}</title></head><body><h1>${CN[0] ?? ''}</h1>
      <p>${CN[1] ?? ''}</p><p>7月11日，外交部长陈浩然在雅加达会见美国国务卿霍洛韦。新华社记者 李某 摄</p>
      ${paragraphs(CN.slice(2))}</body></html>`
    const { sentences, report } = await readWritten(page, 'a.html')
    expect(sentences).toEqual(PLAIN.cn)
    expect(report?.cut.map(({ why }) => why)).toEqual(['furniture'])
  })
})

describe('Markdown', () => {
  it('loses its marks of notes and keeps the notes', async () => {
    const [title = '', lead = '', ...rest] = US
    const { sentences } = await readWritten(
      `# ${title}\n\n${lead}[^1]\n\n${rest.join('\n\n')}\n\n[^1]: See the *statement*.\n`,
      'a.md'
    )
    expect(sentences).toEqual([...PLAIN.us, 'See the statement.'])
  })
})
