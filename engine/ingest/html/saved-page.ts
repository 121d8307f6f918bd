import { decode } from '../decode.ts'
import { bytesOfLatin, latin } from '../mail-charset.ts'
import { MAX_TEXT_BYTES, tooLarge } from '../limits.ts'
import { Refused } from '../refused.ts'
import type { Block, Draft, Encoding, Loss } from '../report.ts'
import { readPage } from './blocks.ts'
import { declaredIn, foundIn, lossesOf, textOfBlock } from './html.ts'
import { weigh } from './main-text.ts'
import { dayNamed, publisherNamed } from './published.ts'
import { isRevealed, pageTextOf } from './page-text.ts'

/** Saved pages. Apart from the rest, since what weighs them is large, and loaded when a page comes. */

const REVEALED: Loss = {
  kind: 'other',
  count: 1,
  say: 'The page hides its text until its scripts have run; it was read all the same.'
}
const STYLE = /\s(?:style\s*=\s*(?:"[^"]*"|'[^']*')|hidden(?=[\s>]))/giu
/** What a page says where scripts are not run. */
const NOSCRIPT = /<\/?noscript\b[^>]{0,200}>/giu
const shownOf = (html: string): string => html.replace(STYLE, '').replace(NOSCRIPT, '')

/** WeChat's pages name the time of their publication to a script alone, in seconds; it is shown as in China. */
const TOLD_TO_SCRIPT = /\bvar\s+ct\s*=\s*["'](1\d{9})["']/u
/** What a page tells search engines of its publication. */
const TOLD_TO_SEARCH = /"datePublished"\s*:\s*"([^"]{4,40})"/u
/** And the name of the account that published. */
const ACCOUNT = /\bvar\s+nickname\s*=\s*(?:htmlDecode\()?["']([^"'<>\\]{1,60})["']/u
const CHINA_IS_AHEAD_S = 8 * 3600
const dayToldToScript = (html: string): string | null => {
  const seconds = TOLD_TO_SCRIPT.exec(html)?.[1]
  if (seconds === undefined) return null
  return new Date((Number(seconds) + CHINA_IS_AHEAD_S) * 1000).toISOString().slice(0, 10)
}

/** A page that has been decoded: its main text kept, its furniture cut, all blocks there to be put back. */
export const draftOfPage = (html: string, name: string): Omit<Draft, 'format' | 'encoding'> => {
  const read = readPage(html, name)
  const revealed = isRevealed(read.blocks)
  const shown = revealed ? shownOf(html) : html
  const page = revealed ? readPage(shown, name) : read
  const weighed = weigh(shown, page)
  const found = foundIn(page, weighed)
  const { reasons, published } = pageTextOf(page, weighed, found.title)
  const blocks = page.blocks.map((block, at): Block => {
    const why = reasons[at] ?? null
    const text = why ? block.text : textOfBlock(block)
    return { text, gap: '\n\n', kept: why === null, ...(why ? { why } : {}) }
  })
  return {
    found: {
      ...found,
      date:
        found.date ??
        published.day ??
        dayToldToScript(html) ??
        dayNamed(TOLD_TO_SEARCH.exec(html)?.[1] ?? ''),
      publisher: found.publisher ?? published.publisher ?? publisherNamed(ACCOUNT.exec(html)?.[1] ?? '')
    },
    blocks,
    losses: [...lossesOf(page), ...(revealed ? [REVEALED] : [])]
  }
}

/** So many pieces are taken out of a page at most. */
const MOST_PIECES = 20_000

/** A text without the pieces that begin with some word, each to where it ends. By hand: no pattern is matched against megabytes. */
const withoutPieces = (text: string, begin: string, endOf: (at: number) => number): string => {
  const kept: string[] = []
  let done = 0
  for (let at = text.indexOf(begin); at >= 0 && kept.length < MOST_PIECES; at = text.indexOf(begin, done)) {
    const end = endOf(at)
    if (end < 0) break
    kept.push(text.slice(done, at))
    done = end
  }
  return [...kept, text.slice(done)].join('')
}
const withoutElement = (html: string, tag: string): string =>
  withoutPieces(html, `<${tag}`, (at) => html.indexOf(`</${tag}`, at))
const ENDS_ADDRESS = /["'()<>\s]/gu
/** Pictures and typefaces are written into a page as addresses. */
const withoutPictures = (html: string): string =>
  withoutPieces(html, 'data:', (at) => {
    ENDS_ADDRESS.lastIndex = at
    return ENDS_ADDRESS.exec(html)?.index ?? html.length
  })

/**
 * A page that is small enough, or is so without what it carries beside its text, as programs save one in a single file.
 * Looked at before its characters are read, which takes long.
 *
 * @throws Refused for a larger one
 */
const withinLimit = (page: Uint8Array, name: string): Uint8Array => {
  if (page.length <= MAX_TEXT_BYTES) return page
  const bare = withoutPictures(withoutElement(withoutElement(latin(page), 'style'), 'svg'))
  if (bare.length > MAX_TEXT_BYTES)
    throw new Refused('too-large', tooLarge(name, bare.length, MAX_TEXT_BYTES).message)
  return bytesOfLatin(bare)
}

/** A saved web page. */
export const readHtml = (bytes: Uint8Array, name: string, chosen: Encoding | null): Draft => {
  const page = withinLimit(bytes, name)
  const decoded = decode(page, declaredIn(page), chosen)
  if (!decoded)
    throw new Refused(
      'undecodable',
      `The characters of “${name}” cannot be read. Open the page in a browser and copy its text.`
    )
  const { text, used, how, confidence } = decoded
  return { format: 'html', encoding: { used, how, confidence }, ...draftOfPage(text, name) }
}
