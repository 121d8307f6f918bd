import { endsSentence, ITEM } from '../../text/marks.ts'
import { decode } from '../decode.ts'
import { isBoilerplate } from '../boilerplate.ts'
import { MAX_TEXT_BYTES, tooLarge } from '../limits.ts'
import { Refused } from '../refused.ts'
import type { Block, CutReason, Draft, Encoding, Found, Loss } from '../report.ts'
import { readPage, type Page, type PageBlock } from './blocks.ts'
import { weigh, type Weighed } from './main-text.ts'

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
  'datepublished',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'date'
]

/** An ISO date at the beginning of what a page gives as its date; the rest is time of day. */
const isoDay = (value: string | undefined): string | null =>
  /^\d{4}-\d{2}-\d{2}/u.exec(value ?? '')?.[0] ?? null
const isAddress = (value: string | null | undefined): string | null =>
  value !== null && value !== undefined && /^https?:\/\/\S+$/iu.test(value) ? value : null

/** A title as a page's own `title` has it, without the name of the site. */
const withoutSite = (title: string | null, site: string | null): string | null => {
  if (title === null) return null
  const parts = title.split(/\s+[|–—-]\s+|_{1,2}|\s*[｜|]\s*/u)
  const [first = title] = parts
  return parts.length > 1 && first.length >= 12 && first !== site ? first : title
}

const foundIn = ({ meta, title, address }: Page, weighed: Weighed | null): Found => {
  const publisher = meta.get('og:site_name') ?? meta.get('dc.publisher') ?? weighed?.publisher ?? null
  return {
    title: withoutSite(meta.get('og:title') ?? weighed?.title ?? title, publisher),
    date:
      [...DATE_IN_META.map((name) => meta.get(name)), weighed?.published ?? undefined]
        .map(isoDay)
        .find((day) => day !== null) ?? null,
    publisher,
    address: isAddress(address) ?? isAddress(meta.get('og:url'))
  }
}

const HEADING = /^h[1-3]$/u
const folded = (text: string): string => text.replace(/[\s\p{P}]+/gu, '').toLowerCase()
/** A line before the text that gives a date, place or issuer, and nothing more. */
const DATELINE = /\b(?:19|20)\d{2}\b|\d{4}\s*年|\d{1,2}\s*月\s*\d{1,2}\s*日/u
const LONGEST_DATELINE = 80
/** Title and datelines stand within so many blocks before the text. */
const HEAD_BLOCKS = 8

/** Title and datelines: they stand before the text, and what finds the text leaves them out. */
const headBlocks = (
  blocks: readonly PageBlock[],
  main: readonly boolean[],
  title: string | null
): Set<number> => {
  const head = new Set<number>()
  const first = main.indexOf(true)
  if (first < 0) return head
  const known = folded(title ?? '')
  const isTitle = ({ text, tag }: PageBlock): boolean => {
    const words = folded(text)
    return (
      words.length > 8 &&
      (words === known || (HEADING.test(tag) && (known.includes(words) || words.includes(known))))
    )
  }
  const from = Math.max(0, first - HEAD_BLOCKS)
  const before = blocks.slice(from, first)
  const at = before.findLastIndex((block) => isTitle(block) && block.why !== 'hidden')
  if (at >= 0) head.add(from + at)
  // A dateline follows the title, or comes right before the text.
  for (const [offset, { text, links, why }] of before.entries())
    if (
      offset > at &&
      (at >= 0 || offset >= before.length - 2) &&
      why === undefined &&
      links < 0.5 &&
      text.length <= LONGEST_DATELINE &&
      DATELINE.test(text) &&
      !isBoilerplate(text)
    )
      head.add(from + offset)
  return head
}

const cutReason = (block: PageBlock, main: boolean): CutReason | null => {
  if (block.why) return block.why
  if (isBoilerplate(block.text)) return 'furniture'
  if (main) return null
  return block.links > 0.5 ? 'links' : 'outside'
}

/** What of a page is not in its text. */
export const lossesOf = ({ images, scripts, remote }: Page): Loss[] => {
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
  return losses
}

/** Notes that stand at a document's end, as Word's are written out by mammoth. */
const NOTE_ID = /^(?:footnote|endnote)-\d+$/u

/** An item of a list that ends without a stop gets its bullet back: without it, it would look like a heading. */
export const withBullet = (text: string): string =>
  endsSentence(text) || ITEM.test(text) ? text : `• ${text}`

const textOfBlock = ({ text, item }: PageBlock): string => (item ? withBullet(text) : text)

/** The blocks of HTML that is text and nothing else: a mail, a Word file, a selection. */
export const wholeBlocks = (page: Page): Block[] =>
  page.blocks.map((block) => {
    const { text, why, id } = block
    const reason = NOTE_ID.test(id)
      ? 'note'
      : why === 'hidden'
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

/** A page that has been decoded: its main text kept, its furniture cut, all blocks there to be put back. */
export const draftOfPage = (html: string, name: string): Omit<Draft, 'format' | 'encoding'> => {
  const page = readPage(html, name)
  const weighed = weigh(html, page)
  const found = foundIn(page, weighed)
  const head = headBlocks(page.blocks, weighed.main, found.title)
  const blocks = page.blocks.map((block, at): Block => {
    const why = head.has(at) ? null : cutReason(block, weighed.main[at] === true)
    const text = why ? block.text : textOfBlock(block)
    return { text, gap: '\n\n', kept: why === null, ...(why ? { why } : {}) }
  })
  return { found, blocks, losses: lossesOf(page) }
}

/** A saved web page. */
export const readHtml = (bytes: Uint8Array, name: string, chosen: Encoding | null): Draft => {
  if (bytes.length > MAX_TEXT_BYTES)
    throw new Refused('too-large', tooLarge(name, bytes.length, MAX_TEXT_BYTES).message)
  const decoded = decode(bytes, declaredIn(bytes), chosen)
  if (!decoded)
    throw new Refused(
      'undecodable',
      `The characters of “${name}” cannot be read. Open the page in a browser and copy its text.`
    )
  const { text, used, how, confidence } = decoded
  return { format: 'html', encoding: { used, how, confidence }, ...draftOfPage(text, name) }
}

/** HTML that a clipboard or a drag brought: what was selected is meant, all of it. */
export const readSelection = (html: string, name: string): Draft => {
  const page = readPage(html, name)
  return {
    format: 'pasted',
    encoding: null,
    found: foundIn(page, null),
    blocks: wholeBlocks(page),
    losses: []
  }
}
