import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../../../../engine/text/language.ts'
import { legible } from '../../../../engine/text/legible.ts'
import { segment } from '../../../../engine/text/segment.ts'
import { PLAIN, readCase, TITLES } from './cases.ts'

const [first = '', ...rest] = PLAIN.us

describe('no sentence is taken for a heading', () => {
  it.each(['a.txt', 'a.pandoc.docx', 'a.libreoffice.odt'])(
    'whose stop has a mark of a note behind it, or that ends in a quotation or a bracket (%s)',
    async (file) => {
      const { sentences, aside } = await readCase(`11-footnote-marks/${file}`)
      expect(sentences.slice(3)).toEqual([
        'She raised concerns about dangerous actions in the South China Sea.[1]',
        'The Secretary pressed for further action against fentanyl precursors.¹',
        'The two sides agreed to continue consultations. [2]',
        'The Secretary said “we will meet again”',
        'The Secretary raised the cases of wrongfully detained citizens (see the annex)',
        'The two sides agreed to continue consultations in the coming months.'
      ])
      expect(aside).toEqual([{ kind: 'title', text: TITLES.us }])
    }
  )

  it.each([
    ['19-kangxi-radicals/cn', 'cn'],
    ['20-invisible/us-shy', 'us'],
    ['21-ligatures-fullwidth/cn', 'cn']
  ] as const)('whose characters are not those of the plain text (%s)', async (path, side) => {
    for (const made of ['txt', 'pandoc.docx', 'libreoffice.odt']) {
      const { text } = await readCase(`${path}.${made}`)
      const understood = legible(text).text
      const { paragraphs, sentences } = segment(understood, detectLanguage(understood))
      expect(sentences.map(({ start, end }) => understood.slice(start, end))).toEqual(PLAIN[side])
      expect(paragraphs[0]?.kind).toBe('title')
    }
  })

  it.each(['d.html', 'd.pandoc.docx', 'd.libreoffice.odt'])(
    'that is an item of a list (%s)',
    async (file) => {
      expect((await readCase(`12-bullets/${file}`)).sentences).toEqual([
        first,
        'The two leaders agreed to:',
        'Resume military-to-military communications at the theater level',
        'Launch a working group on counternarcotics and fentanyl precursors',
        'Hold talks on the risks of advanced artificial intelligence',
        rest.at(-1)
      ])
    }
  )

  it.each(['cn-noindent.txt', 'cn-indent.txt', 'cn-narrow-crlf.txt'])(
    'that was wrapped inside Chinese (%s)',
    async (file) => {
      const { sentences, aside } = await readCase(`22-hard-wrap/${file}`)
      expect(sentences).toEqual(PLAIN.cn)
      expect(aside).toEqual([{ kind: 'title', text: TITLES.cn }])
    }
  )
})

describe('lines of English', () => {
  it.each(['us-hyph.txt', 'us-single-nl.txt', 'us-wrapped-no-blank.txt'])(
    'are the sentences that they were written as (%s)',
    async (file) => {
      const { sentences, aside } = await readCase(`22-hard-wrap/${file}`)
      expect(sentences).toEqual(PLAIN.us)
      expect(aside).toEqual([{ kind: 'title', text: TITLES.us }])
    }
  )

  it.each(['us-crosshead.txt', 'us-crosshead-wrapped.txt'])(
    'are parted from the headings between them (%s)',
    async (file) => {
      const { sentences, aside } = await readCase(`22-hard-wrap/${file}`)
      expect(sentences).toEqual([first, ...rest.slice(2)])
      expect(aside.map(({ text }) => text)).toEqual([TITLES.us, 'Taiwan and the region', 'Fentanyl'])
    }
  )
})
