import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { docx, paragraph, picture, run, textBox } from '../../../documents/docx.ts'
import { ingest } from '../../../../engine/ingest/text.ts'
import { loadAsset } from './load.ts'

const read = async (parts: Parameters<typeof docx>[0]) => {
  const ingested = await ingest(docx(parts), 'x.docx', { load: loadAsset })
  if (!ingested.ok) throw new Error(ingested.problem.message)
  const { text, report, blocks } = ingested.text
  return { text, losses: report?.losses ?? [], cut: report?.cut ?? [], blocks: blocks ?? [] }
}
const TALKS = paragraph(run('The two sides met in Geneva.'))
const PLAIN = 'The two sides met in Geneva.\n\n'

describe('what a Word file has beside its text', () => {
  it('tracked changes: read as accepted', async () => {
    const body = paragraph(
      `${run('China will')}<w:del w:id="1"><w:r><w:delText> never</w:delText></w:r></w:del><w:ins w:id="2">${run(' always')}</w:ins>${run(' object.')}`
    )
    const { text, losses } = await read({ body })
    expect(text).toBe('China will always object.\n\n')
    expect(losses).toEqual([
      { kind: 'deletions', count: 1, say: expect.stringContaining('1 tracked deletion') as string },
      { kind: 'insertions', count: 1, say: expect.stringContaining('1 tracked insertion') as string }
    ])
  })

  it('a moved passage: read where it was moved to', async () => {
    const body = `${paragraph(`<w:moveFrom w:id="1">${run('Moved.')}</w:moveFrom>`)}${TALKS}${paragraph(`<w:moveTo w:id="2">${run('Moved.')}</w:moveTo>`)}`
    const { text, losses } = await read({ body })
    expect(text).toBe(`${PLAIN}Moved.\n\n`)
    expect(losses.map(({ kind }) => kind)).toEqual(['moves'])
  })

  it('footnotes: cut, to be put back', async () => {
    const { text, losses, cut, blocks } = await read({
      body: paragraph(
        `${run('The two sides met')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' in Geneva.')}`
      ),
      parts: { footnotes: `<w:footnote w:id="2">${paragraph(run('At the Palace of Nations.'))}</w:footnote>` }
    })
    expect(text).toBe('The two sides met in Geneva.')
    expect(losses).toMatchObject([{ kind: 'notes', count: 1 }])
    expect(cut).toEqual([{ text: 'At the Palace of Nations.', why: 'note' }])
    expect(blocks.map(({ kept }) => kept)).toEqual([true, false])
  })

  it('comments: left out', async () => {
    const { text, losses } = await read({
      body: paragraph(`${run('The two sides met in Geneva.')}<w:r><w:commentReference w:id="0"/></w:r>`),
      parts: { comments: `<w:comment w:id="0" w:author="A">${paragraph(run('Really?'))}</w:comment>` }
    })
    expect(text).toBe(PLAIN)
    expect(losses).toMatchObject([{ kind: 'comments', count: 1 }])
  })

  it('headers: left out', async () => {
    const { text, losses } = await read({
      body: TALKS,
      parts: { header1: paragraph(run('Draft of a readout')) }
    })
    expect(text).toBe(PLAIN)
    expect(losses).toMatchObject([{ kind: 'running', count: 1 }])
  })

  it('tables: read cell by cell', async () => {
    const cell = (words: string): string => `<w:tc>${paragraph(run(words))}</w:tc>`
    const { text, losses } = await read({
      body: `${TALKS}<w:tbl><w:tr>${cell('One.')}${cell('Two.')}</w:tr></w:tbl>`
    })
    expect(text).toBe(`${PLAIN}One.\n\nTwo.\n\n`)
    expect(losses).toMatchObject([{ kind: 'tables', count: 1 }])
  })

  it('pictures: said to be missing', async () => {
    const { text, losses } = await read({
      body: `${TALKS}${paragraph(picture('embed="i1"'))}`,
      relations:
        '<Relationship Id="i1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/i.png"/>',
      files: { 'word/media/i.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47) }
    })
    expect(text).toBe(PLAIN)
    expect(losses).toMatchObject([{ kind: 'images', count: 1 }])
  })

  it('text boxes: read where they are anchored, and counted as such', async () => {
    const { text, losses } = await read({
      body: `${paragraph(textBox(paragraph(run('In a box.'))))}${TALKS}`
    })
    expect(text).toContain('In a box.')
    expect(text).toContain('The two sides met in Geneva.')
    expect(losses.map(({ kind }) => kind)).toContain('text-boxes')
  })
})

describe('a file that LibreOffice wrote, with all that it can leave beside the text', () => {
  it.each(['docx', 'odt'])('as %s', async (format) => {
    const bytes = await readFile(join(import.meta.dirname, `../../../fixtures/formats/marked-up.${format}`))
    const ingested = await ingest(new Uint8Array(bytes), `marked-up.${format}`, { load: loadAsset })
    if (!ingested.ok) throw new Error(ingested.problem.message)
    const { text, report } = ingested.text
    expect(text).toContain('The talks were candid and constructive.')
    expect(text).toContain('Both sides agreed to meet again.')
    expect(text).toContain('raised Taiwan.')
    for (const gone of ['very', 'Is it so', 'latter’s request', 'Draft of the press office'])
      expect(text).not.toContain(gone)
    expect(report?.losses.map(({ kind, count }) => [kind, count]).sort()).toEqual([
      ['comments', 1],
      ['deletions', 1],
      ['insertions', 1],
      ['notes', 1],
      ['running', 1],
      ['tables', 1]
    ])
    expect(report?.cut).toEqual([{ text: 'At the latter’s request.', why: 'note' }])
  })
})
