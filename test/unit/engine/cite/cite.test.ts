import { describe, expect, it } from 'vitest'
import { cite, CITATION_STYLES, plainText, type CitationStyle } from '../../../../engine/cite/cite.ts'
import { citedOf, type Cited } from '../../../../engine/cite/cited.ts'
import { quoteFinding, quotePassage } from '../../../../engine/cite/quotation.ts'
import { comparisonOf, readout } from '../readouts.ts'

const WHOLE: Cited = {
  issuer: 'U.S. Department of State',
  title: 'Secretary Alder’s Call with “Minister” Shen',
  date: '2023-06-18',
  address: 'https://example.org/readout',
  retrieved: '2023-09-05',
  isRelease: true
}
const CHINESE: Cited = { ...WHOLE, issuer: '中华人民共和国外交部', title: '沈锐同美国国务卿会谈' }
const NOTHING: Cited = {
  issuer: null,
  title: null,
  date: null,
  address: null,
  retrieved: null,
  isRelease: true
}

const said = (cited: Cited, style: CitationStyle): string => plainText(cite(cited, style))

describe('citations', () => {
  it.each([
    [
      'chicago',
      'U.S. Department of State, “Secretary Alder’s Call with ‘Minister’ Shen,” press release, June 18, 2023, accessed September 5, 2023, https://example.org/readout.'
    ],
    [
      'apa',
      'U.S. Department of State. (2023, June 18). Secretary Alder’s Call with “Minister” Shen [Press release]. Retrieved September 5, 2023, from https://example.org/readout'
    ],
    [
      'mla',
      '“Secretary Alder’s Call with ‘Minister’ Shen.” U.S. Department of State, 18 June 2023, https://example.org/readout. Accessed 5 Sept. 2023.'
    ]
  ] as const)('%s', (style, expected) => {
    expect(said(WHOLE, style)).toBe(expected)
  })
  it.each([
    [
      'chicago',
      '中华人民共和国外交部, “沈锐同美国国务卿会谈,” press release, June 18, 2023, accessed September 5, 2023, https://example.org/readout.'
    ],
    [
      'apa',
      '中华人民共和国外交部. (2023, June 18). 沈锐同美国国务卿会谈 [Press release]. Retrieved September 5, 2023, from https://example.org/readout'
    ],
    [
      'mla',
      '“沈锐同美国国务卿会谈.” 中华人民共和国外交部, 18 June 2023, https://example.org/readout. Accessed 5 Sept. 2023.'
    ]
  ] as const)('%s keeps a Chinese title as it is, upright', (style, expected) => {
    expect(said(CHINESE, style)).toBe(expected)
    expect(cite(CHINESE, style).some(({ italic }) => italic)).toBe(false)
  })
  it('APA has the title alone in italics', () => {
    expect(cite(WHOLE, 'apa').filter(({ italic }) => italic)).toEqual([
      { text: 'Secretary Alder’s Call with “Minister” Shen', italic: true }
    ])
  })

  /** Each of the 32 ways for a source to be known in part. */
  const fields = ['issuer', 'title', 'date', 'address', 'retrieved'] as const
  const partly = Array.from(
    { length: 32 },
    (_, bits) =>
      Object.assign(
        { ...WHOLE },
        ...fields.map((field, at) => ((bits >> at) & 1 ? { [field]: null } : {}))
      ) as Cited
  )
  it.each(CITATION_STYLES)('%s: what is not known leaves no stray mark', (style) => {
    for (const cited of partly) {
      const words = said(cited, style)
      expect(words).not.toMatch(/null|undefined|,,|\.\.|, \.|\( *\)|“”|“,| {2}|^[ ,.]|[ ,]$/u)
      for (const known of [cited.issuer, cited.address]) if (known !== null) expect(words).toContain(known)
    }
    expect(said({ ...NOTHING, title: 'Alone' }, style)).toContain('Alone')
  })
  it('a title that asks keeps its own mark', () => {
    const asking = { ...WHOLE, title: 'What Next?' }
    expect(said(asking, 'mla')).toMatch(/^“What Next\?” U\.S\./u)
    expect(said({ ...NOTHING, title: 'What Next?' }, 'chicago')).toBe('“What Next?,” press release.')
  })
  it('a page of a news site is no press release; a year or words may stand for a date', () => {
    expect(said({ ...WHOLE, isRelease: false, date: '2023' }, 'apa')).toMatch(
      /^U\.S\. Department of State\. \(2023\)\. Secretary Alder’s Call with “Minister” Shen\. Retrieved/u
    )
    expect(said({ ...WHOLE, date: '二〇二三年' }, 'chicago')).toContain('press release, 二〇二三年, accessed')
  })
})

describe('what is known of a source', () => {
  const { readouts } = comparisonOf(readout('talks', 'us'), readout('talks', 'cn.zh'))
  const source = { name: 'a', sha256: '', imported: '2026-11-20T08:00:00Z' }

  it('is what the researcher says, before what the text says', () => {
    expect(citedOf(readouts.cn, source).title).toBe('秦刚同美国国务卿布林肯会谈')
    expect(citedOf(readouts.cn, { ...source, cited: { title: ' 另一题 ' } }).title).toBe('另一题')
  })
  it('takes no meeting’s day for that of the publication, and no import of a file for a retrieval', () => {
    expect(citedOf(readouts.us, source)).toMatchObject({ date: null, retrieved: null })
    expect(citedOf(readouts.us, { ...source, cited: { address: 'https://example.org' } }).retrieved).toBe(
      '2026-11-20'
    )
  })
})

describe('quotations', () => {
  const comparison = comparisonOf(readout('talks', 'us'), readout('talks', 'cn.zh'))
  const source = {
    name: 'a',
    sha256: '',
    imported: '2026-11-20T08:00:00Z',
    cited: { issuer: 'State <Dept>' }
  }

  it('have the passage’s exact words and its citation', () => {
    const text = quotePassage(comparison, 'us', ['u2'], { us: source }, 'mla')
    const words = comparison.readouts.us.sentences[1]?.text ?? '?'
    expect(text).toBe(
      `“${words}”\n“Secretary Blinken’s Meeting with PRC State Councilor and Foreign Minister Qin Gang.” State <Dept>.`
    )
  })
  it('a finding brings each side’s words', () => {
    const finding = comparison.findings.find(({ us, cn }) => us.length > 0 && cn.length > 0)
    if (!finding) throw new Error('no finding on both sides')
    const text = quoteFinding(comparison, finding, {}, 'chicago')
    expect(text.split('\n\n')).toHaveLength(3)
    for (const words of [...finding.words.us, ...finding.words.cn]) expect(text).toContain(words)
  })
})
