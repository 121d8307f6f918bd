import { zipSync } from 'fflate'
import { images as mammothImages, convertToHtml } from 'mammoth'
import { checkXml } from './archive.ts'
import { hidingStyles, rewriteBody } from './docx-body.ts'
import { isChunk, withChunks, type ReadPart } from './docx-chunks.ts'
import { rewritePart } from './docx-parts.ts'
import { readPage } from './html/blocks.ts'
import { wholeBlocks } from './html/html.ts'
import { element, HIDDEN, loss, RUNNING, several, times, utf8 } from './office-parts.ts'
import { NOTHING_FOUND, type Block, type Draft, type Found, type Loss } from './report.ts'

/** Word files by mammoth, which is given their text and structure alone. */

/** What is in a Word file beside its running text, and what became of it. */
const lossesOfDocx = (
  files: ReadonlyMap<string, Uint8Array>,
  document: string,
  {
    textBoxes,
    ruby,
    hidden,
    unread
  }: { textBoxes: number; ruby: number; hidden: readonly string[]; unread: number }
): Loss[] => {
  const part = (pattern: RegExp): string =>
    [...files].flatMap(([path, bytes]) => (pattern.test(path) ? [utf8(bytes)] : [])).join('')
  const words = (xml: string): boolean => /<w:t[ >][^<]*[\p{L}\p{N}]/u.test(xml)
  const deletions = times(document, 'w:del')
  const insertions = times(document, 'w:ins')
  const notes = document.match(/<w:(?:footnote|endnote)Reference[\s/>]/gu)?.length ?? 0
  const comments = times(part(/^word\/comments\.xml$/u), 'w:comment')
  const headers = words(part(/^word\/(?:header|footer)\d*\.xml$/u)) ? 1 : 0
  return [
    ...loss('deletions', deletions, `${several(deletions, 'tracked deletion')} left out, as if accepted.`),
    ...loss(
      'insertions',
      insertions,
      `${several(insertions, 'tracked insertion')} left in the text, as if accepted.`
    ),
    ...loss('moves', times(document, 'w:moveTo'), 'Moved passages are read where they were moved to.'),
    ...loss('comments', comments, `${several(comments, 'comment')} left out.`),
    ...loss('notes', notes, `${several(notes, 'footnote')} cut; what is cut can be put back.`),
    ...loss('running', headers, RUNNING),
    ...loss('tables', times(document, 'w:tbl'), 'Tables are read cell by cell, each a paragraph of its own.'),
    ...loss(
      'images',
      times(document, 'a:blip') + times(document, 'v:imagedata'),
      'Pictures are not shown, and what they say is not read.'
    ),
    ...loss(
      'other',
      unread,
      'A part that is kept in the file as a document of its own is not read. Open the file in Word and save it anew, or copy its text and paste it.'
    ),
    ...loss('text-boxes', textBoxes, 'Text boxes are read where they are anchored.'),
    ...loss('other', hidden.length, HIDDEN),
    ...loss('other', ruby, 'Of words with a reading set over them, the words are read.')
  ]
}

const foundInDocx = (core: string): Found => ({
  ...NOTHING_FOUND,
  title: element(core, 'dc:title'),
  publisher: element(core, 'dc:publisher')
})

/** Parts with text of their own; the others are read by nobody here. */
const BODIES = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml']
export const readDocx = async (
  files: ReadonlyMap<string, Uint8Array>,
  name: string,
  read: ReadPart
): Promise<Draft> => {
  const document = utf8(files.get('word/document.xml'))
  for (const [path, xml] of files) if (!isChunk(path)) checkXml(utf8(xml), name)
  const hiding = hidingStyles(utf8(files.get('word/styles.xml')))
  const kept = [...files].flatMap(([path, bytes]) => {
    const part = rewritePart(path, utf8(bytes))
    return part === null ? [] : [[path, new TextEncoder().encode(part)] as const]
  })
  const bodies = BODIES.flatMap((path) => {
    const xml = files.get(path)
    return xml ? [{ path, ...rewriteBody(utf8(xml), hiding) }] : []
  })
  // Packed anew: an archive may show one reader other files than it shows the next, and only these were looked at.
  const copy = zipSync(
    Object.fromEntries([
      ...kept,
      ...bodies.map(({ path, xml }) => [path, new TextEncoder().encode(xml)] as const)
    ]),
    { level: 0 }
  )
  // Its version for browsers takes the one, that for Node the other.
  const input = { arrayBuffer: copy.buffer, buffer: copy }
  const { value } = await convertToHtml(input, {
    convertImage: mammothImages.imgElement(() => Promise.resolve({ src: '' })),
    externalFileAccess: false,
    ignoreEmptyParagraphs: true
  })
  // Marks of notes are no words of the text, nor are the arrows that lead back from them.
  const html = value
    .replace(/<sup><a href="#(?:footnote|endnote)-\d+"[^>]*>[^<]*<\/a><\/sup>/gu, '')
    .replace(/<a href="#(?:footnote|endnote)-ref-\d+">[^<]*<\/a>/gu, '')
  const sum = (count: (body: (typeof bodies)[number]) => number): number =>
    bodies.reduce((total, body) => total + count(body), 0)
  const hidden = bodies.flatMap((body) => body.hidden)
  const relations = utf8(files.get('word/_rels/document.xml.rels'))
  const whole = await withChunks(wholeBlocks(readPage(html, name)), files, relations, name, read)
  return {
    format: 'docx',
    encoding: null,
    found: foundInDocx(utf8(files.get('docProps/core.xml'))),
    blocks: [
      ...whole.blocks,
      ...hidden.map((text): Block => ({ text, gap: '\n\n', kept: false, why: 'hidden' }))
    ],
    losses: [
      ...lossesOfDocx(files, document, {
        textBoxes: sum((body) => body.textBoxes),
        ruby: sum((body) => body.ruby),
        hidden,
        unread: whole.unread
      }),
      ...whole.losses
    ]
  }
}
