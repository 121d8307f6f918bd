import { Parser } from 'htmlparser2'
import { checkXml, damagedMessage, unpack } from './archive.ts'
import { readDocx } from './docx.ts'
import { isChunk, type ReadPart } from './docx-chunks.ts'
import { withBullet } from './html/html.ts'
import { element, HIDDEN, loss, RUNNING, several, times, utf8 } from './office-parts.ts'
import { Refused } from './refused.ts'
import { NOTHING_FOUND, type Block, type Draft } from './report.ts'

/** OpenDocument texts, by the few elements of theirs that hold text, and which reader a file is for. */

const PARAGRAPH = new Set(['text:p', 'text:h'])
/** What has a style that may hide it. */
const SHADED = new Set(['text:p', 'text:h', 'text:span'])
/** What stands in the tree of a text and is not part of it. */
const ASIDE = new Set([
  'text:tracked-changes',
  'office:annotation',
  'text:note-citation',
  'text:ruby-text',
  'style:header',
  'style:footer'
])

/** Names of the styles that hide what has them. */
const hidingStylesOf = (xml: string): Set<string> => {
  const hiding = new Set<string>()
  let style = ''
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        if (tag === 'style:style') style = attributes['style:name'] ?? ''
        else if (tag === 'style:text-properties' && attributes['text:display'] === 'none' && style !== '')
          hiding.add(style)
      },
      onclosetag: (tag) => {
        if (tag === 'style:style') style = ''
      }
    },
    { xmlMode: true, decodeEntities: true }
  )
  parser.end(xml)
  return hiding
}

/** The paragraphs of an OpenDocument text in their order; notes and hidden words apart. */
const blocksOfOdt = (xml: string, hiding: ReadonlySet<string>): Block[] => {
  const blocks: Block[] = []
  const notes: Block[] = []
  const hidden: Block[] = []
  /** Of each paragraph and span that is open, whether its style hides it. */
  const shades: boolean[] = []
  let unseen = ''
  const paragraphs: { text: string; note: boolean }[] = []
  let aside = 0
  let list = 0
  let note = 0
  const write = (words: string): void => {
    const inner = paragraphs.at(-1)
    if (inner && aside === 0 && shades.at(-1) === true) unseen += words
    else if (inner && aside === 0) inner.text += words
  }
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        if (SHADED.has(tag))
          shades.push(shades.at(-1) === true || hiding.has(attributes['text:style-name'] ?? ''))
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
        if (SHADED.has(tag)) shades.pop()
        if (ASIDE.has(tag)) aside--
        else if (tag === 'text:note-body') note--
        else if (tag === 'text:list-item') list--
        else if (PARAGRAPH.has(tag)) {
          const done = paragraphs.pop()
          if (unseen.trim() !== '')
            hidden.push({ text: unseen.trim(), gap: '\n\n', kept: false, why: 'hidden' })
          unseen = ''
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
  return [...blocks, ...notes, ...hidden]
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
  const blocks = blocksOfOdt(content, hidingStylesOf(content + styles))
  const hidden = blocks.filter(({ why }) => why === 'hidden').length
  const deletions = times(content, 'text:deletion')
  const insertions = times(content, 'text:insertion')
  const notes = times(content, 'text:note')
  return {
    format: 'odt',
    encoding: null,
    found: { ...NOTHING_FOUND, title: element(meta, 'dc:title') },
    blocks,
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
      ...loss('text-boxes', times(content, 'draw:text-box'), 'Text boxes are read where they are anchored.'),
      ...loss('other', hidden, HIDDEN)
    ]
  }
}

/** Other documents that come as archives, told apart so that the reader hears what to do. */
const OTHERS: { has?: string; type?: string; called: string; todo: string }[] = [
  {
    type: 'application/epub+zip',
    called: 'an e-book (EPUB)',
    todo: 'Open it in a reader of e-books, select the text, copy it and paste it.'
  },
  {
    has: 'xl/workbook.xml',
    called: 'a workbook of Excel',
    todo: 'Copy the cells that hold the text and paste them, or save them as .txt.'
  },
  {
    has: 'ppt/presentation.xml',
    called: 'a presentation of PowerPoint',
    todo: 'Save it as PDF, or copy its text and paste it.'
  },
  { has: 'Index/Document.iwa', called: 'a document of Pages', todo: 'Export it from Pages as Word or PDF.' }
]

/**
 * A Word file or an OpenDocument text.
 *
 * @param read reads documents that are parts of it
 * @throws Refused for other archives, and where it is locked, damaged, too large or built to do harm
 */
export const readOffice = async (bytes: Uint8Array, name: string, read: ReadPart): Promise<Draft> => {
  const files = unpack(
    bytes,
    name,
    (path) =>
      /\.(?:xml|rels)$/u.test(path) || isChunk(path) || path === 'mimetype' || path === 'Index/Document.iwa'
  )
  if (files.has('word/document.xml')) {
    try {
      return await readDocx(files, name, read)
    } catch (error) {
      if (error instanceof Refused) throw error
      throw new Refused('damaged', damagedMessage(name))
    }
  }
  if (files.has('content.xml') && utf8(files.get('mimetype')).includes('opendocument.text'))
    return readOdt(files, name)
  const other = OTHERS.find(({ has, type }) =>
    has ? files.has(has) : utf8(files.get('mimetype')).includes(type ?? '')
  )
  if (other) throw new Refused('unknown-format', `“${name}” is ${other.called}. ${other.todo}`)
  throw new Refused(
    'unknown-format',
    `“${name}” is an archive or a document of another kind than a text. Unpack it, or save its text as .docx, .odt, .pdf or .txt.`
  )
}
