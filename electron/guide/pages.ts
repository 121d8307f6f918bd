import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lexer, type MarkedToken, type Token, type Tokens } from 'marked'
import type { Block, GuidePage, Inline } from '../../renderer/guide/page.ts'

const PAGE_LINK = /^([\w-]+)\.md$/u

/** A line's end in the source is none on the screen. */
const plain = (text: string): string => text.replaceAll('\n', ' ')

const known = (token: Token): MarkedToken => token as MarkedToken

const inlineOf = (token: MarkedToken): Inline => {
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- what is not shown is refused
  switch (token.type) {
    case 'text':
    case 'escape':
      return { kind: 'text', text: plain(token.text) }
    case 'strong':
      return { kind: 'strong', text: plain(token.text) }
    case 'em':
      return { kind: 'emphasis', text: plain(token.text) }
    case 'codespan':
      return { kind: 'code', text: plain(token.text) }
    case 'link': {
      const page = PAGE_LINK.exec(token.href)?.[1]
      // The reader in the app opens no address.
      if (page === undefined) throw new Error(`the guide leads out of itself, to ${token.href}`)
      return { kind: 'link', text: plain(token.text), page }
    }
    default:
      throw new Error(`the guide’s reader does not show “${token.type}” within a line: ${token.raw}`)
  }
}
const inlinesOf = (tokens: readonly Token[]): Inline[] => tokens.map((token) => inlineOf(known(token)))

/** A list's item is one line of text here, without paragraphs of its own. */
const itemOf = ({ tokens }: Tokens.ListItem): Inline[] =>
  tokens.flatMap((token) => {
    const inner = known(token)
    if (inner.type !== 'text' && inner.type !== 'paragraph')
      throw new Error(`the guide’s reader does not show “${inner.type}” in a list: ${inner.raw}`)
    return inlinesOf(inner.tokens ?? [inner])
  })

const blockOf = (token: MarkedToken): Block[] => {
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- what is not shown is refused
  switch (token.type) {
    case 'space':
      return []
    case 'heading':
      return [{ kind: 'heading', inlines: inlinesOf(token.tokens) }]
    case 'paragraph': {
      const [only, ...others] = token.tokens.map(known)
      if (only?.type === 'image' && others.length === 0)
        return [{ kind: 'picture', address: only.href, says: plain(only.text) }]
      return [{ kind: 'paragraph', inlines: inlinesOf(token.tokens) }]
    }
    case 'code':
      return [{ kind: 'code', text: token.text }]
    case 'list':
      return [{ kind: 'list', ordered: token.ordered, items: token.items.map(itemOf) }]
    case 'table':
      return [
        {
          kind: 'table',
          head: token.header.map(({ tokens }) => inlinesOf(tokens)),
          rows: token.rows.map((row) => row.map(({ tokens }) => inlinesOf(tokens))),
          numeric: token.align.map((align) => align === 'right')
        }
      ]
    default:
      throw new Error(`the guide’s reader does not show “${token.type}”: ${token.raw}`)
  }
}

/**
 * One page of the guide.
 *
 * @param markdown begins with its title
 * @throws Error if there is something in it that the reader in the app cannot show
 */
export const guidePage = (name: string, markdown: string): GuidePage => {
  const [first, ...rest] = lexer(markdown).map(known)
  if (first?.type !== 'heading' || first.depth !== 1) throw new Error(`${name} does not begin with its title`)
  return { name, title: plain(first.text), blocks: rest.flatMap(blockOf) }
}

/**
 * The pages of the guide in the order in which its README lists them.
 *
 * @param folder docs/guide
 */
export const guidePages = (folder: string): GuidePage[] => {
  const read = (name: string): string => readFileSync(join(folder, `${name}.md`), 'utf8')
  const listed = guidePage('README', read('README')).blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.flat() : []
  )
  return listed.flatMap((inline) =>
    inline.kind === 'link' ? [guidePage(inline.page, read(inline.page))] : []
  )
}
