import parts from '../../lexicon/data/page-parts.json' with { type: 'json' }
import { endsSentence } from '../../text/marks.ts'
import { isBoilerplate } from '../boilerplate.ts'
import type { CutReason } from '../report.ts'
import { TIME, type Page, type PageBlock } from './blocks.ts'
import { sizeOf, type Weighed } from './main-text.ts'
import { dayNamed, publishedIn, type Published } from './published.ts'
import { weightOf } from './weight.ts'

/** Which blocks of a page are its text: what was weighed, with title and lead, without what surrounds a text inside its own box. */

export const folded = (text: string): string => text.replace(/[\s\p{P}]+/gu, '').toLowerCase()

const SECTIONS = new Set(parts.sections.map(folded))
const SECTION_FORMS = new RegExp(`^(?:${parts.sectionForms.join('|')})$`, 'u')
const headsOthers = (words: string): boolean => SECTIONS.has(words) || SECTION_FORMS.test(words)
/** A link to another page inside the text, called so: "(Related: ...)", "相关阅读：...". */
const POINTER = /^[^\p{L}]*([^:：]{2,30})[:：]/u
const isPointer = ({ text, links }: PageBlock): boolean =>
  links >= 0.5 && headsOthers(folded(POINTER.exec(text)?.[1] ?? ''))
/** Named boxes that hold more of the text than this are named wrongly. */
const MOST_ASIDE = 0.4
/** So many paragraphs outside of named boxes are the text. */
const LEAST_PLAIN = 2
/** What is left below a title must be at least this of what was weighed, for what stands above it to be cut. */
const LEAST_BELOW = 0.6

/** A heading of a section is no longer. */
const LONGEST_SECTION = 60

type Chosen = boolean[]

/** Blocks under a heading like "Related articles", to the end of what holds it; unless that is most of the text. */
const sectionsOf = (blocks: readonly PageBlock[], main: Chosen): Set<number> => {
  const cut = new Set<number>()
  const sums = [0]
  for (const [at, { text }] of blocks.entries())
    sums.push((sums[at] ?? 0) + (main[at] === true ? weightOf(text) : 0))
  const between = (from: number, to: number): number => (sums[to] ?? 0) - (sums[from] ?? 0)
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]
    if (!block || cut.has(at)) continue
    if (isPointer(block)) cut.add(at)
    if (block.text.length > LONGEST_SECTION || !headsOthers(folded(block.text))) continue
    const inside = between(at, block.until)
    if (inside > MOST_ASIDE * (sums.at(-1) ?? 0)) cut.add(at)
    else for (let next = at; next < block.until; next++) cut.add(next)
  }
  return cut
}

/** Title of a block as it is compared with the page's own: Han characters say more. */
const LEAST_TITLE = 9
/** A title under the name of a site says so much more than that. */
const MORE_THAN_SITE = 1.3
const LEAST_RUNNING = 40
const isTelling = (words: string): boolean => weightOf(words) >= LEAST_TITLE

/**
 * The block that is the page's title: the last of its words before or where the text begins, else the last first-level
 * heading there.
 */
const titleAt = (blocks: readonly PageBlock[], first: number, title: string | null): number => {
  const known = folded(title ?? '')
  const same = (words: string): boolean =>
    isTelling(words) &&
    (words === known || (words.length > 6 && (known.startsWith(words) || words.includes(known))))
  const before = blocks.slice(0, first + 1)
  const isSeen = ({ why }: PageBlock): boolean => why !== 'hidden' && why !== 'navigation'
  const named = before.findLastIndex(
    (block) => isSeen(block) && weightOf(block.text) < 900 && known !== '' && same(folded(block.text))
  )
  if (named >= 0) return named
  // A side column may stand before title and text; what is below the title must still be most of the text.
  const later = blocks.findIndex(
    (block, at) =>
      at > first && isSeen(block) && block.links < 0.5 && isTelling(known) && folded(block.text) === known
  )
  if (later >= 0) return later
  const heading = (tag: string): number =>
    before.findLastIndex(
      (block) => isSeen(block) && block.tag === tag && block.links < 0.5 && isTelling(folded(block.text))
    )
  const [site, below] = [heading('h1'), heading('h2')]
  // A first-level heading may name the site, and the title stand below it.
  return below > site &&
    site >= 0 &&
    weightOf(before[below]?.text ?? '') > MORE_THAN_SITE * weightOf(before[site]?.text ?? '')
    ? below
    : site
}

/** Where the running text begins: what is weighed as text before it may be a path, a label or a date. */
const startOf = (blocks: readonly PageBlock[], main: Chosen): number => {
  const running = blocks.findIndex(
    ({ text, links }, at) =>
      main[at] === true &&
      links < 0.5 &&
      endsSentence(text) &&
      weightOf(text) >= LEAST_RUNNING &&
      !isBoilerplate(text)
  )
  return running >= 0 ? running : main.indexOf(true)
}

/** A line that gives a date, place or issuer, and nothing more. */
const DATELINE = /\b(?:19|20)\d{2}\b|\d{4}\s*年|\d{1,2}\s*月\s*\d{1,2}\s*日/u
const LONGEST_DATELINE = 80
/** Datelines stand so near to the text. */
const HEAD_BLOCKS = 12
/** A source that is named below the text stands among so many blocks at its end. */
const FOOT_BLOCKS = 4

/** "Readout", "Office of the Spokesperson": what a page calls its text between title and text; a heading stays. */
const LONGEST_LABEL = 40
const isLabel = ({ text, tag }: PageBlock): boolean =>
  weightOf(text) <= LONGEST_LABEL && !/^h\d$/u.test(tag) && !endsSentence(text) && !/[:：]$/u.test(text)

/** A second title between the first and the text. */
const isSubtitle = ({ text, tag }: PageBlock, title: string): boolean =>
  /^h[2-6]$/u.test(tag) && isTelling(folded(text)) && folded(text) !== title

export interface PageText {
  /** Why each block is none of the text; null where it is. */
  reasons: (CutReason | null)[]
  published: Published
}

/** Less than this is no text that a page hides, but what it says where scripts are not run. */
const LEAST_REVEALED = 150

/** Text that a page hides until its scripts run, where next to nothing else is in it. */
export const isRevealed = (blocks: readonly PageBlock[]): boolean => {
  const running = (hidden: boolean): number =>
    blocks.reduce(
      (sum, { text, why, links, aside }) =>
        sum +
        ((why === 'hidden') === hidden && !aside && links < 0.5 && endsSentence(text) ? weightOf(text) : 0),
      0
    )
  return running(true) > 2 * running(false) && running(true) > LEAST_REVEALED
}

const publicationOf = (
  blocks: readonly PageBlock[],
  from: number,
  to: number,
  { meta }: Page
): Published & { lines: Set<number> } => {
  const lines = new Set<number>()
  let day: string | null = null
  let publisher: string | null = null
  for (let at = from; at < to; at++) {
    const block = blocks[at]
    const found = block && block.why !== 'hidden' ? publishedIn(block.text) : null
    if (!found) continue
    lines.add(at)
    day ??= found.day
    publisher ??= found.publisher
  }
  return { day: day ?? dayNamed(meta.get(TIME) ?? ''), publisher, lines }
}

export const pageTextOf = (page: Page, weighed: Weighed, title: string | null): PageText => {
  const { blocks } = page
  const main = [...weighed.main]
  const all = sizeOf(blocks, main)
  const sections = sectionsOf(blocks, main)
  const named = blocks.map(({ aside }, at) => aside && main[at] === true)
  const trusted = sizeOf(blocks, named) <= MOST_ASIDE * all
  const plain = main.map((chosen, at) => chosen && blocks[at]?.aside !== true && !sections.has(at))
  const runningPlain = plain.filter((chosen, at) => chosen && endsSentence(blocks[at]?.text ?? '')).length
  /** Behind a text that stands in no such box, the box is what it is called, however short the text. */
  const behind = runningPlain >= LEAST_PLAIN ? plain.lastIndexOf(true) : blocks.length
  const isAround = (at: number): boolean =>
    sections.has(at) || ((trusted || at > behind) && blocks[at]?.aside === true)
  for (const at of blocks.keys()) if (isAround(at)) main[at] = false

  const head = new Set<number>()
  const start = titleAt(blocks, Math.max(0, startOf(blocks, main)), title)
  const below = main.map((chosen, at) => chosen && at >= start)
  const first = start >= 0 && sizeOf(blocks, below) >= LEAST_BELOW * sizeOf(blocks, main) ? start : -1
  if (first >= 0) {
    head.add(first)
    for (let at = 0; at < first; at++) main[at] = false
  }
  const text = main.findIndex((chosen, at) => chosen && at !== first)
  const isRunning = ({ text: words, links, why }: PageBlock, at: number): boolean =>
    why === undefined && links < 0.5 && endsSentence(words) && !isAround(at) && !isBoilerplate(words)
  // The lead, and paragraphs that the weighing left out between others.
  const last = main.lastIndexOf(true)
  for (let at = first >= 0 ? first + 1 : text; at >= 0 && at < last; at++) {
    const block = blocks[at]
    if (block && isRunning(block, at)) main[at] = true
  }
  const body = blocks.findIndex((block, at) => main[at] === true && at !== first && !isLabel(block))
  const { lines, ...published } = publicationOf(
    blocks,
    Math.max(0, first < 0 ? body - HEAD_BLOCKS : first - 4),
    Math.max(0, body) + 3,
    page
  )
  // A source may be named below the text instead.
  for (
    let at = Math.max(body + 1, main.lastIndexOf(true) - FOOT_BLOCKS);
    at > 0 && at < blocks.length;
    at++
  ) {
    const publisher = main[at] === true ? publishedIn(blocks[at]?.text ?? '')?.publisher : undefined
    if (!publisher) continue
    lines.add(at)
    published.publisher ??= publisher
  }
  const from = first >= 0 ? first + 1 : Math.max(0, body - 2)
  for (let at = from; at < body && at - from < HEAD_BLOCKS; at++) {
    const block = blocks[at]
    const isPlain =
      block?.why === undefined &&
      !isAround(at) &&
      (block?.links ?? 1) < 0.5 &&
      !isBoilerplate(block?.text ?? '')
    if (block && isPlain && block.text.length <= LONGEST_DATELINE && DATELINE.test(block.text)) {
      head.add(at)
      published.day ??= dayNamed(block.text)
    } else if (block && isPlain && first >= 0 && isSubtitle(block, folded(blocks[first]?.text ?? '')))
      head.add(at)
    else if (block && isLabel(block)) main[at] = false
  }
  const reasons = blocks.map((block, at): CutReason | null => {
    if (block.why) return block.why
    if (lines.has(at)) return 'furniture'
    if (head.has(at)) return null
    if (isBoilerplate(block.text)) return 'furniture'
    if (main[at] === true) return null
    return block.links > 0.5 ? 'links' : 'outside'
  })
  return { reasons, published }
}
