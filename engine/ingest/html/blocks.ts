import { Parser } from 'htmlparser2'
import { blocksOf } from '../../text/lines.ts'
import { MAX_BLOCKS, MAX_OPEN_ELEMENTS } from '../limits.ts'
import { raised } from '../raised.ts'
import { hostile, tooMuch } from '../refused.ts'
import type { CutReason } from '../report.ts'
import {
  BLOCK,
  COMMENT_LINK,
  COMMENT_MARK,
  isNamedAside,
  isUnseen,
  reasonOf,
  SILENT,
  VOID
} from './elements.ts'

/** A piece of a page between two breaks. */
export interface PageBlock {
  text: string
  /** The element that holds it: `p`, `h1`, `li`, ... */
  tag: string
  /** It stands in a list. */
  item: boolean
  /** Share of its characters that are links. */
  links: number
  /** Where it stands in the page, if that alone says it is none of the text. */
  why?: CutReason
  /** It stands in a box whose name says that it holds none of the text; names may be wrong. */
  aside: boolean
  /** Of a heading: the block behind the last that what holds it holds. */
  until: number
  /** The id of the element that holds it or of one around it. */
  id: string
}

export interface Page {
  blocks: PageBlock[]
  /** Deepest nesting of elements, and how many there are. */
  depth: number
  elements: number
  title: string | null
  /** `content` of meta elements by lower-case name or property, the first of each. */
  meta: Map<string, string>
  /** The page's own address, where it names one. */
  address: string | null
  /** How many there are of what carries no text. */
  images: number
  tables: number
  scripts: number
  remote: number
  /** Tracked changes and comments, as Word writes them. */
  deletions: number
  comments: number
  /** The block behind the last line of two dashes, under which mails have a signature; null where there is none. */
  dashes: number | null
}

const SAVED_FROM = /saved from url=\(\d+\)(\S+)/iu

/** The first time that a page marks as one, among its `meta`. */
export const TIME = 'time'

interface Open {
  tag: string
  why: CutReason | undefined
  silent: boolean
  link: boolean
  item: boolean
  aside: boolean
  pre: boolean
  /** Words of a running text that are not seen there. */
  unseen: boolean
  raised: boolean
  id: string
  /** Headings right in it, which learn at its end how far it reaches. */
  headings: PageBlock[]
}

/** What is raised and nothing but a short number. */
const RAISED = /^\s*\d{1,3}\s*$/u

const CJK_EDGE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]$/u
const CJK_START = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]/u
const SENTENCE_END = /[.!?。！？”’")」』:：]\s*$/u

/** Paragraphs of what was laid out by hand, each in one line, with the white space at the ends that parts it from others. */
const partsByHand = (piece: string): string[] => {
  const blocks = blocksOf(piece)
  return blocks.map(({ start, end }, at) =>
    piece
      .slice(at === 0 ? 0 : start, at === blocks.length - 1 ? undefined : end)
      .replace(
        /(?<=[\p{Script=Han}，。、；：！？）」』》])[^\S\n]*\r?\n[^\S\n]*(?=[\p{Script=Han}，。、；：！？（「『《])/gu,
        ''
      )
  )
}

/** What heads a section of a page is no longer. */
const LONGEST_SECTION_HEADING = 40
/** So much of what stands before a break tells whether it is the end of a paragraph. */
const BEFORE_BREAK = 40

/**
 * Cuts a page into blocks, as a reader sees them: between the ends of paragraphs, items, cells and headings. Works from
 * the stream of tags, without a tree, so that neither size nor what is left open can stop it.
 *
 * @param name what the reader knows it by
 * @throws Refused beyond MAX_OPEN_ELEMENTS, where what each further tag costs would grow with the depth
 */
export const readPage = (html: string, name: string): Page => {
  const page: Page = {
    blocks: [],
    depth: 0,
    elements: 0,
    title: null,
    meta: new Map(),
    address: null,
    images: 0,
    tables: 0,
    scripts: 0,
    remote: 0,
    deletions: 0,
    comments: 0,
    dashes: null
  }
  const open: Open[] = []
  const outermost: Open = {
    tag: 'body',
    why: undefined,
    silent: false,
    link: false,
    item: false,
    aside: false,
    pre: false,
    unseen: false,
    raised: false,
    id: '',
    headings: []
  }
  let inner = outermost
  let text = ''
  /** The end of `text`, kept apart: looking at the end of a long text that grows costs as much as all of it. */
  let tail = ''
  let linked = 0
  let breaks = 0
  let unseen = ''
  let title: string | null = null

  const flush = (): void => {
    const words = text.replace(/[ \t\r\n\f]+/gu, ' ').trim()
    if (page.blocks.length === MAX_BLOCKS) throw tooMuch(name)
    if (/[\p{L}\p{N}]/u.test(words)) {
      const block: PageBlock = {
        text: words,
        tag: inner.tag,
        item: inner.item,
        links: Math.min(1, linked / words.length),
        id: inner.id,
        aside: inner.aside,
        until: page.blocks.length + 1,
        ...(inner.why ? { why: inner.why } : {})
      }
      page.blocks.push(block)
      if (words.length <= LONGEST_SECTION_HEADING) (open.at(-2) ?? outermost).headings.push(block)
    }
    if (words === '--') page.dashes = page.blocks.length
    const hidden = unseen.replace(/\s+/gu, ' ').trim()
    if (/[\p{L}\p{N}]/u.test(hidden))
      page.blocks.push({
        text: hidden,
        tag: inner.tag,
        item: false,
        links: 0,
        id: inner.id,
        aside: inner.aside,
        until: page.blocks.length + 1,
        why: 'hidden'
      })
    text = ''
    tail = ''
    unseen = ''
    linked = 0
    breaks = 0
  }
  const append = (words: string): void => {
    text += words
    tail = (tail + words).slice(-BEFORE_BREAK)
  }

  /** After a break: a new block where the line before was ended, else one running text. */
  const settleBreak = (next: string): void => {
    if (breaks === 0 || next.trim() === '') return
    const ended = SENTENCE_END.test(tail) || /^[\s\u00a0]*[\u3000\u00a0]{2}/u.test(next)
    if (breaks > 1 || ended) flush()
    else if (!(CJK_EDGE.test(tail.trimEnd()) && CJK_START.test(next.trimStart()))) append(' ')
    breaks = 0
  }

  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        page.elements++
        if (tag === 'br') {
          breaks++
          return
        }
        if (tag === 'time' && attributes['datetime'] && !page.meta.has(TIME))
          page.meta.set(TIME, attributes['datetime'])
        if (tag === 'img') page.images++
        if (tag === 'table') page.tables++
        if (tag === 'script') page.scripts++
        if (tag === 'del') page.deletions++
        const isCommentMark =
          COMMENT_MARK.test(attributes['class'] ?? '') || COMMENT_LINK.test(attributes['href'] ?? '')
        if (isCommentMark && !inner.silent) page.comments++
        if (/^(?:https?:)?\/\//iu.test(attributes['src'] ?? '')) page.remote++
        if (tag === 'meta') {
          const name = (
            attributes['property'] ??
            attributes['name'] ??
            attributes['itemprop'] ??
            ''
          ).toLowerCase()
          const content = attributes['content']?.trim()
          if (name !== '' && content && !page.meta.has(name)) page.meta.set(name, content)
        }
        if (tag === 'link' && attributes['rel']?.toLowerCase() === 'canonical')
          page.address ??= attributes['href']?.trim() ?? null
        if (BLOCK.has(tag)) flush()
        if (tag === 'title' && page.title === null && !inner.silent) title = ''
        if (VOID.has(tag)) return
        const own = reasonOf(tag, attributes)
        inner = {
          tag: BLOCK.has(tag) ? tag : inner.tag,
          why: inner.why ?? own,
          silent:
            inner.silent ||
            // A part of a page that its script would have put in is text once it is saved.
            (SILENT.has(tag) && !('shadowrootmode' in attributes || 'shadowroot' in attributes)) ||
            isCommentMark,
          unseen: inner.unseen || isUnseen(tag, attributes),
          raised: inner.raised || tag === 'sup',
          link: inner.link || tag === 'a',
          item: inner.item || tag === 'li',
          aside: inner.aside || isNamedAside(tag, attributes),
          pre: inner.pre || tag === 'pre',
          id: attributes['id'] ?? inner.id,
          headings: []
        }
        open.push(inner)
        if (open.length > MAX_OPEN_ELEMENTS) throw hostile(name)
        page.depth = Math.max(page.depth, open.length)
      },
      ontext: (piece) => {
        if (title !== null) title += piece
        if (inner.silent) return
        if (inner.unseen) {
          unseen += piece
          return
        }
        // Text that was laid out by hand, in lines.
        if (inner.pre)
          for (const [at, part] of partsByHand(piece).entries()) {
            if (at > 0) flush()
            append(part)
          }
        else {
          settleBreak(piece)
          append(inner.raised && RAISED.test(piece) ? raised(piece) : piece)
        }
        if (inner.link) linked += piece.trim().length
      },
      onclosetag: (tag) => {
        if (tag === 'title' && title !== null) {
          page.title = title.replace(/\s+/gu, ' ').trim() || null
          title = null
        }
        if (VOID.has(tag)) return
        if (BLOCK.has(tag)) flush()
        const closed = open.pop()
        inner = open.at(-1) ?? outermost
        for (const heading of closed?.headings ?? []) {
          // One that fills a box by itself heads what stands beside the box.
          if (heading === page.blocks.at(-1)) inner.headings.push(heading)
          heading.until = page.blocks.length
        }
      },
      oncomment: (comment) => {
        const address = SAVED_FROM.exec(comment)?.[1]
        if (address !== undefined) page.address = address
      }
    },
    // In a page that is XML, what is set apart by CDATA is text.
    { decodeEntities: true, lowerCaseTags: true, recognizeCDATA: /^\s*<\?xml\b/u.test(html) }
  )
  parser.write(html)
  parser.end()
  flush()
  for (const heading of outermost.headings) heading.until = page.blocks.length
  return page
}
