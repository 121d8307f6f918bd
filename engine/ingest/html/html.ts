import { endsSentence, ITEM } from '../../text/marks.ts'
import { isBoilerplate } from '../boilerplate.ts'
import type { Block, Draft, Found, Loss } from '../report.ts'
import { readPage, type Page, type PageBlock } from './blocks.ts'
import type { Weighed } from './main-text.ts'
import { dayNamed, publisherNamed } from './published.ts'
import { weightOf } from './weight.ts'

const CHARSET = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/iu
const HEAD = 4_096

/** The encoding that a page declares in its first kilobytes. */
export const declaredIn = (bytes: Uint8Array): string | null => {
  let head = ''
  for (const byte of bytes.subarray(0, HEAD)) head += String.fromCharCode(byte)
  const found = CHARSET.exec(head)
  return found?.[1] ?? found?.[2] ?? null
}

const DATE_IN_META = [
  'article:published_time',
  'pubdate',
  'publishdate',
  'publish_date',
  'firstpublishedtime',
  'datepublished',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'date'
]
const PUBLISHER_IN_META = ['og:site_name', 'dc.publisher', 'contentsource', 'sitename', 'source']

const isAddress = (value: string | null | undefined): string | null =>
  value !== null && value !== undefined && /^https?:\/\/\S+$/iu.test(value) ? value : null

/** A title as a page's own `title` has it, without the name of the site. */
export const withoutSite = (title: string | null, site: string | null): string | null => {
  if (title === null) return null
  const parts = title.split(/\s+[|–—>-]\s+|_{1,2}|-{2,}|\s*[｜|]\s*|-(?=\p{Script=Han}{2,12}$)/u)
  const [first = title] = parts
  return parts.length > 1 && weightOf(first) >= 12 && first !== site ? first : title
}

/** What a page says of itself. */
export const foundIn = ({ meta, title, address }: Page, weighed: Weighed | null): Found => {
  const named = PUBLISHER_IN_META.map((name) => publisherNamed(meta.get(name) ?? ''))
  const publisher = named.find((name) => name !== null) ?? publisherNamed(weighed?.publisher ?? '')
  return {
    title: withoutSite(meta.get('og:title') ?? weighed?.title ?? title, publisher),
    date:
      [...DATE_IN_META.map((name) => meta.get(name)), weighed?.published ?? undefined]
        .map((value) => dayNamed(value ?? ''))
        .find((day) => day !== null) ?? null,
    publisher,
    address: isAddress(address) ?? isAddress(meta.get('og:url'))
  }
}

/** What of a page is not in its text. */
export const lossesOf = ({ images, scripts, remote, deletions, comments }: Page): Loss[] => {
  const losses: Loss[] = []
  if (images > 0)
    losses.push({
      kind: 'images',
      count: images,
      say: `${images} pictures are not shown, and what they say is not read.`
    })
  if (scripts > 0)
    losses.push({
      kind: 'scripts',
      count: scripts,
      say: `${scripts} scripts were not run; what they would have put on the page is missing.`
    })
  if (remote > 0)
    losses.push({
      kind: 'other',
      count: remote,
      say: `${remote} things that the page would fetch from elsewhere were not asked for.`
    })
  if (deletions > 0)
    losses.push({ kind: 'deletions', count: deletions, say: 'What is marked as deleted is left out.' })
  if (comments > 0) losses.push({ kind: 'comments', count: comments, say: 'Comments are left out.' })
  return losses
}

/** Notes that stand at a document's end, as Word's are written out by mammoth. */
const NOTE_ID = /^(?:footnote|endnote)-\d+$/u

/** An item of a list that ends without a stop gets its bullet back: without it, it would look like a heading. */
export const withBullet = (text: string): string =>
  endsSentence(text) || ITEM.test(text) ? text : `• ${text}`

/** The text of a block as it is kept. */
export const textOfBlock = ({ text, item }: PageBlock): string => (item ? withBullet(text) : text)

/** The blocks of HTML that is text and nothing else: a mail, a Word file, a selection. */
export const wholeBlocks = (page: Page): Block[] =>
  page.blocks.map((block) => {
    const { text, why, id } = block
    const reason = NOTE_ID.test(id)
      ? 'note'
      : why === 'hidden' || why === 'note' || why === 'furniture'
        ? why
        : isBoilerplate(text)
          ? 'furniture'
          : null
    return {
      text: reason === null ? textOfBlock(block) : text,
      gap: '\n\n',
      kept: reason === null,
      ...(reason ? { why: reason } : {})
    }
  })

/** HTML that a clipboard or a drag brought: what was selected is meant, all of it. */
export const readSelection = (html: string, name: string): Draft => {
  const page = readPage(html, name)
  return {
    format: 'pasted',
    encoding: null,
    found: foundIn(page, null),
    blocks: wholeBlocks(page),
    losses: lossesOf({ ...page, images: 0, scripts: 0, remote: 0 })
  }
}
