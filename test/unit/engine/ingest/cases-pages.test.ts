import { describe, expect, it } from 'vitest'
import { PLAIN, readCase, TITLES } from './cases.ts'

const asideOf = async (path: string) => {
  const { aside, ...read } = await readCase(path)
  return { ...read, title: aside.find(({ kind }) => kind === 'title')?.text, aside }
}

/** As its maker saved it, and as Chromium saves it: what it shows, and in one file. */
const SAVED = ['html', 'chromium.html', 'chromium.mhtml']

describe('a saved page keeps title and lead, whatever its menus say', () => {
  it.each(SAVED)('a page with an item of its menu that the article begins with (%s)', async (saved) => {
    const { title, sentences, report } = await asideOf(`01-state-gov/nav-secretary.${saved}`)
    expect([title, sentences, report.date]).toEqual([TITLES.us, PLAIN.us, '2026-07-11'])
    expect(report.told).toMatchObject({ place: 'Jakarta', officials: ['Anna Holloway', 'Chen Haoran'] })
  })
  it.each(SAVED)('a short Chinese page (%s)', async (saved) => {
    const { title, sentences, report } = await asideOf(`04-mfa-zh/min.${saved}`)
    expect([title, sentences, report.told?.day]).toEqual([TITLES.cn, PLAIN.cn, '11 July 2026'])
  })
  it.each(SAVED)('a short page in English (%s)', async (saved) => {
    const { title, sentences, report } = await asideOf(`04-mfa-zh/min-en.${saved}`)
    expect(title).toBe('Chen Haoran Meets with U.S. Secretary of State Anna Holloway')
    expect(sentences[0]).toBe(
      'Foreign Minister Chen Haoran met with Secretary Holloway in Jakarta on July 11, 2026.'
    )
    expect([sentences.length, report.told?.day]).toEqual([7, '11 July 2026'])
  })
})

describe('a saved page gives its text alone', () => {
  it.each(SAVED)('without related articles (%s)', async (saved) => {
    const { title, sentences } = await asideOf(`01-state-gov/page.${saved}`)
    expect(title).toBe(TITLES.us)
    expect(sentences).toEqual(['The below is attributable to Spokesperson Daniel Reyes:', ...PLAIN.us])
  })
  it.each(SAVED)(
    'without side columns and the names of editors; with the day of its publication and its source (%s)',
    async (saved) => {
      const { sentences, report } = await asideOf(`06-people/page.${saved}`)
      expect(sentences).toEqual(PLAIN.cn.map((words) => words.replaceAll('陈浩然', '陈浩镕')))
      expect([report.date, report.publisher]).toEqual(['2026-07-12', '人民网－人民日报'])
    }
  )
  it.each(SAVED)('also where it is hidden until scripts run, and says so (%s)', async (saved) => {
    const { title, sentences, report } = await asideOf(`08-wechat/page.${saved}`)
    expect([title, sentences, report.date]).toEqual([TITLES.cn, PLAIN.cn, '2026-07-11'])
    expect(report.losses.map(({ say }) => say)).toEqual([
      'The page hides its text until its scripts have run; it was read all the same.'
    ])
  })
})

/** Pages of our own in the structure of the sites that publish readouts (test/fixtures/cases/sites.py). */
describe('the layout of', () => {
  it.each(['whitehouse', 'treasury', 'defense'])('%s', async (site) => {
    const { title, sentences, report } = await asideOf(`sites/${site}.html`)
    expect([title, sentences, report.date, report.title]).toEqual([
      TITLES.us,
      PLAIN.us,
      '2026-07-11',
      TITLES.us
    ])
  })
  it('ustr', async () => {
    const { title, sentences, report } = await asideOf('sites/ustr.html')
    const [first = '', ...rest] = PLAIN.us
    expect([title, sentences, report.date]).toEqual([
      TITLES.us,
      [`WASHINGTON – ${first}`, ...rest],
      '2026-07-11'
    ])
  })
  it.each(['mfa-en', 'mfa-en-old'])('%s', async (site) => {
    const { title, sentences, report } = await asideOf(`sites/${site}.html`)
    expect(title).toBe('Chen Haoran Meets with U.S. Secretary of State Anna Holloway')
    expect([sentences.length, sentences.at(-1), report.date]).toEqual([
      5,
      'The two sides agreed to maintain exchanges at all levels.',
      '2026-07-11'
    ])
  })
  it.each([
    ['mfa-zh', '外交部'],
    ['mfa-zh-old', null],
    ['xinhuanet-old', '新华网'],
    ['gov-cn', '外交部网站'],
    ['mofcom', '商务部新闻办公室'],
    ['mod', '国防部网'],
    ['people', '人民网-国际频道']
  ])('%s', async (site, publisher) => {
    const { title, sentences, report } = await asideOf(`sites/${site}.html`)
    expect([title, sentences]).toEqual([TITLES.cn, PLAIN.cn])
    expect([report.title, report.date, report.publisher]).toEqual([TITLES.cn, '2026-07-11', publisher])
  })
  it('xinhuanet', async () => {
    const { title, sentences, report } = await asideOf('sites/xinhuanet.html')
    const [first = '', ...rest] = PLAIN.cn
    expect([title, sentences]).toEqual([TITLES.cn, [`新华社雅加达7月11日电 ${first}`, ...rest]])
    expect([report.title, report.date, report.publisher]).toEqual([TITLES.cn, '2026-07-11', '新华网'])
  })
})

/** What sites set around a text in other years, or inside the text's own box. */
describe('what is no part of the text is out of it', () => {
  it.each([
    'ustr-2025',
    'whitehouse-2021',
    'state-2017',
    'war',
    'wayback',
    'ministry',
    'pointers',
    'left-column'
  ])('%s', async (site) => {
    const { title, sentences, report } = await asideOf(`sites/${site}.html`)
    expect([title, sentences, report.date]).toEqual([TITLES.us, PLAIN.us, '2026-07-11'])
  })
  it.each([
    ['people-paper', '2026-07-12', '人民日报'],
    ['wechat-account', '2026-07-11', '外交部发言人办公室']
  ])('%s, whose publisher is no platform', async (site, date, publisher) => {
    const { title, sentences, report } = await asideOf(`sites/${site}.html`)
    expect([title, sentences, report.date, report.publisher]).toEqual([TITLES.cn, PLAIN.cn, date, publisher])
  })
})
