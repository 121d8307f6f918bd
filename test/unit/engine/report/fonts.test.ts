import { createFont } from 'fonteditor-core'
import { unzlibSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { fontFaces } from '../../../../engine/report/fonts.ts'
import { readout } from '../readouts.ts'
import { loadFont } from './reported.ts'

// Fonts are taken apart and put together; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 600_000 })

/** The characters that the Chinese faces of a style sheet have, as a reader of fonts finds them. */
const charactersIn = (css: string): Set<string> => {
  const found = new Set<string>()
  for (const [, coded = ''] of css.matchAll(/Report Han'[^}]*base64,([A-Za-z0-9+/=]+)/gu)) {
    const bytes = new Uint8Array(Buffer.from(coded, 'base64'))
    const font = createFont(bytes.buffer, {
      type: 'woff',
      inflate: (data) => [...unzlibSync(Uint8Array.from(data))]
    })
    // What its types promise, the glyph of unknown characters lacks.
    const glyphs: Partial<typeof font extends { get: () => { glyf: (infer G)[] } } ? G : never>[] =
      font.get().glyf
    for (const { unicode = [], contours = [] } of glyphs)
      if (contours.length > 0) for (const code of unicode) found.add(String.fromCodePoint(code))
  }
  return found
}

/** The same words in both kinds of characters. */
const TRADITIONAL = '美國國務卿訪問臺灣，雙方對臺灣問題交換意見。'

describe('the typefaces of a report', () => {
  it.each([
    ['simplified', readout('talks', 'cn.zh').text],
    ['traditional', TRADITIONAL]
  ])('have every Chinese character of a text in %s characters, and few others', async (_name, words) => {
    const css = await fontFaces(words, loadFont, 'page')
    const drawn = charactersIn(css)
    const used = new Set(words.match(/\p{Script=Han}/gu))
    expect([...used].filter((character) => !drawn.has(character))).toEqual([])
    expect(drawn.size).toBeLessThan(used.size + 30)
    expect(css.length).toBeLessThan(600_000)
  })
  it('are Latin alone for a text without Chinese', async () => {
    const css = await fontFaces('“Plain words” – and café', loadFont, 'page')
    expect(css).not.toContain('Report Han')
    expect(css.match(/@font-face/gu)).toHaveLength(5)
  })
})
