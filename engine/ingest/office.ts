import { zipSync } from 'fflate'
import { images as mammothImages, convertToHtml } from 'mammoth'
import { Parser } from 'htmlparser2'
import { checkXml, damagedMessage, unpack } from './archive.ts'
import { readPage } from './html/blocks.ts'
import { wholeBlocks, withBullet } from './html/html.ts'
import { Refused } from './refused.ts'
import { NOTHING_FOUND, type Block, type Draft, type Found, type Loss } from './report.ts'

/** Word files by mammoth, OpenDocument texts by the few elements of theirs that hold text. */

const utf8 = (bytes: Uint8Array | undefined): string => (bytes ? new TextDecoder('utf-8').decode(bytes) : '')
const times = (xml: string, tag: string): number => xml.match(new RegExp(`<${tag}[\\s/>]`, 'gu'))?.length ?? 0
const element = (xml: string, tag: string): string | null =>
  new RegExp(`<${tag}(?:\\s[^>]*)?>([^<]+)</${tag}>`, 'u').exec(xml)?.[1]?.trim() ?? null

/** “1 comment is”, “2 comments are”. */
const several = (count: number, noun: string): string =>
  count === 1 ? `1 ${noun} is` : `${count} ${noun}s are`

const loss = (kind: Loss['kind'], count: number, say: string): Loss[] =>
  count > 0 ? [{ kind, count, say }] : []

const RUNNING = 'Headers and footers of its pages are left out.'

/** What is in a Word file beside its running text, and what became of it. */
const lossesOfDocx = (files: ReadonlyMap<string, Uint8Array>, document: string): Loss[] => {
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
      times(document, 'w:drawing') + times(document, 'w:pict'),
      'Pictures are not shown, and what they say is not read.'
    ),
    ...loss('text-boxes', times(document, 'w:txbxContent'), 'Text boxes are read where they are anchored.')
  ]
}

const foundInDocx = (core: string): Found => ({
  ...NOTHING_FOUND,
  title: element(core, 'dc:title'),
  publisher: element(core, 'dc:publisher')
})

const readDocx = async (files: ReadonlyMap<string, Uint8Array>, name: string): Promise<Draft> => {
  const document = utf8(files.get('word/document.xml'))
  for (const xml of files.values()) checkXml(utf8(xml), name)
  // Packed anew: an archive may show one reader other files than it shows the next, and only these were looked at.
  const copy = zipSync(Object.fromEntries(files), { level: 0 })
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
  return {
    format: 'docx',
    encoding: null,
    found: foundInDocx(utf8(files.get('docProps/core.xml'))),
    blocks: wholeBlocks(readPage(html, name)),
    losses: lossesOfDocx(files, document)
  }
}

const PARAGRAPH = new Set(['text:p', 'text:h'])
/** What stands in the tree of a text and is not part of it. */
const ASIDE = new Set([
  'text:tracked-changes',
  'office:annotation',
  'text:note-citation',
  'text:ruby-text',
  'style:header',
  'style:footer'
])

/** The paragraphs of an OpenDocument text in their order; notes apart. */
const blocksOfOdt = (xml: string): Block[] => {
  const blocks: Block[] = []
  const notes: Block[] = []
  const paragraphs: { text: string; note: boolean }[] = []
  let aside = 0
  let list = 0
  let note = 0
  const write = (words: string): void => {
    const inner = paragraphs.at(-1)
    if (inner && aside === 0) inner.text += words
  }
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        if (ASIDE.has(tag)) aside++
        else if (tag === 'text:note-body') note++
        else if (tag === 'text:list-item') list++
        else if (PARAGRAPH.has(tag)) paragraphs.push({ text: '', note: note > 0 })
        else if (tag === 'text:s') write(' '.repeat(Math.min(80, Number(attributes['text:c'] ?? 1) || 1)))
        else if (tag === 'text:tab') write(' ')
        else if (tag === 'text:line-break') write('\n')
      },
      ontext: (words) => {
        write(words.replace(/[ \t\r\n]+/gu, ' '))
      },
      onclosetag: (tag) => {
        if (ASIDE.has(tag)) aside--
        else if (tag === 'text:note-body') note--
        else if (tag === 'text:list-item') list--
        else if (PARAGRAPH.has(tag)) {
          const done = paragraphs.pop()
          const text = done?.text.trim() ?? ''
          if (!done || aside > 0 || !/[\p{L}\p{N}]/u.test(text)) return
          if (done.note) notes.push({ text, gap: '\n\n', kept: false, why: 'note' })
          else blocks.push({ text: list > 0 ? withBullet(text) : text, gap: '\n\n', kept: true })
        }
      }
    },
    { xmlMode: true, decodeEntities: true }
  )
  parser.write(xml)
  parser.end()
  return [...blocks, ...notes]
}

/** Whether a header or footer of the pages has words. */
const hasRunningText = (styles: string): boolean =>
  styles
    .split(/<style:(?=(?:header|footer)[ >-])/u)
    .slice(1)
    .some((part) =>
      /[\p{L}\p{N}]/u.test(
        (part.split(/<\/style:(?:header|footer)/u)[0] ?? '').replace(/<[^>]*>|^[^>]*>/gu, '')
      )
    )

const readOdt = (files: ReadonlyMap<string, Uint8Array>, name: string): Draft => {
  const content = utf8(files.get('content.xml'))
  const meta = utf8(files.get('meta.xml'))
  // Headers and footers stand with the styles of the pages.
  const styles = utf8(files.get('styles.xml'))
  for (const xml of [content, meta, styles]) checkXml(xml, name)
  if (content !== '' && !content.includes('office:document-content'))
    throw new Refused(
      'locked',
      `“${name}” is locked with a password. Open it in its own program, save it without one, or copy its text and paste it.`
    )
  const deletions = times(content, 'text:deletion')
  const insertions = times(content, 'text:insertion')
  const notes = times(content, 'text:note')
  return {
    format: 'odt',
    encoding: null,
    found: { ...NOTHING_FOUND, title: element(meta, 'dc:title') },
    blocks: blocksOfOdt(content),
    losses: [
      ...loss('deletions', deletions, `${several(deletions, 'tracked deletion')} left out, as if accepted.`),
      ...loss(
        'insertions',
        insertions,
        `${several(insertions, 'tracked insertion')} left in the text, as if accepted.`
      ),
      ...loss('comments', times(content, 'office:annotation'), 'Comments are left out.'),
      ...loss('notes', notes, `${several(notes, 'footnote')} cut; what is cut can be put back.`),
      ...loss('running', hasRunningText(styles) ? 1 : 0, RUNNING),
      ...loss(
        'tables',
        times(content, 'table:table'),
        'Tables are read cell by cell, each a paragraph of its own.'
      ),
      ...loss(
        'images',
        times(content, 'draw:image'),
        'Pictures are not shown, and what they say is not read.'
      ),
      ...loss('text-boxes', times(content, 'draw:text-box'), 'Text boxes are read where they are anchored.')
    ]
  }
}

/**
 * A Word file or an OpenDocument text.
 *
 * @throws Refused for other archives, and where it is locked, damaged, too large or built to do harm
 */
export const readOffice = async (bytes: Uint8Array, name: string): Promise<Draft> => {
  const files = unpack(bytes, name, (path) => /\.(?:xml|rels)$/u.test(path) || path === 'mimetype')
  if (files.has('word/document.xml')) {
    try {
      return await readDocx(files, name)
    } catch (error) {
      if (error instanceof Refused) throw error
      throw new Refused('damaged', damagedMessage(name))
    }
  }
  if (files.has('content.xml') && utf8(files.get('mimetype')).includes('opendocument.text'))
    return readOdt(files, name)
  throw new Refused(
    'unknown-format',
    `“${name}” is an archive or a document of another kind than a text. Unpack it, or save its text as .docx, .odt, .pdf or .txt.`
  )
}
