import { describe, expect, it } from 'vitest'
import { linesAt, pdfOf } from '../../../documents/pdf.ts'
import { ingest } from '../../../../engine/ingest/text.ts'
import { loadAsset } from './load.ts'

const read = async (bytes: Uint8Array) => {
  const ingested = await ingest(bytes, 'x.pdf', { load: loadAsset })
  return ingested.ok
    ? { text: ingested.text.text, losses: ingested.text.report?.losses ?? [] }
    : { text: ingested.problem.code, losses: [] }
}
const PAGE = linesAt([
  ['The two sides met in Geneva.', 72, 700],
  ['They agreed to meet again.', 72, 660]
])
/** A page that is drawn and not written, as a scan is. */
const PICTURE = '0 0 300 300 re f'

describe('what a PDF says and what is missing', () => {
  it('nothing is missing from a page of text', async () => {
    expect((await read(pdfOf([PAGE]))).losses).toEqual([])
  })
  it('pages without text are named', async () => {
    const { losses } = await read(pdfOf([PAGE, PICTURE, PAGE, PICTURE]))
    expect(losses).toMatchObject([
      { kind: 'pages-without-text', count: 2, say: expect.stringContaining('2, 4') as string }
    ])
  })
  it('pages of nothing but pictures are refused', async () => {
    expect((await read(pdfOf([PICTURE]))).text).toBe('no-text-layer')
  })
  it('lines that are written up and down the page are suspicious', async () => {
    const lines = Array.from({ length: 12 }, (_, at): [string, number, number] => [
      `Line number ${at} of the page stands here.`,
      72,
      at % 2 === 0 ? 100 + 10 * at : 700 - 10 * at
    ])
    expect((await read(pdfOf([linesAt(lines)]))).losses).toMatchObject([
      { kind: 'order', count: 1, say: expect.stringContaining('pages 1') as string }
    ])
  })
  it('characters without a meaning are counted', async () => {
    // The second of three codes is one that the font gives no character for.
    const map =
      '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 3 beginbfchar <41> <0041> <42> <e000> <43> <0043> endbfchar endcmap end'
    const font = '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R>>'
    const { text, losses } = await read(
      pdfOf([linesAt([['ABC CAC', 72, 700]])], {
        font,
        more: [`<</Length ${map.length}>>\nstream\n${map}\nendstream`]
      })
    )
    expect(text).toContain('A\ue000C')
    expect(losses).toMatchObject([{ kind: 'glyphs', count: 1 }])
  })
})
