import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { MAX_DEPTH, MAX_WEIGHED_ELEMENTS, MAX_WEIGHED_STEPS, MAX_WEIGHED_WORDS } from '../limits.ts'
import { readPage, type Page, type PageBlock } from './blocks.ts'
import { weightOf } from './weight.ts'

/** What Readability says of a page beside its text. */
export interface Weighed {
  /** Whether each block is part of the main text. */
  main: boolean[]
  title: string | null
  publisher: string | null
  published: string | null
}

const bare = (text: string): string => text.replace(/[\s\u00a0]+/gu, '')

/** A block that long is found again wherever it stands; a shorter one only as a block of its own, and where it is due. */
const TELLING = 40
/** How far from where it is due a short block may stand; picture captions and the like lie between. */
const NEAR = 30
/** Characters that are gone through for blocks which Readability cut otherwise. */
const MOST_SEARCHED = 100_000_000

/**
 * Finds the blocks in Readability's text, which has them in the same order. Long ones first: the words of a menu stand
 * somewhere in nearly every text.
 */
const inOrder = (blocks: readonly PageBlock[], article: readonly PageBlock[]): boolean[] => {
  const pieces = article.map(({ text }) => bare(text))
  const whole = pieces.join('')
  const startsAt = new Map<number, string>()
  const placesOf = new Map<string, number[]>()
  let length = 0
  for (const piece of pieces) {
    startsAt.set(length, piece)
    const places = placesOf.get(piece)
    if (places) places.push(length)
    else placesOf.set(piece, [length])
    length += piece.length
  }
  let searched = 0
  const search = (words: string, from: number): number => {
    if (searched > MOST_SEARCHED) return -1
    const at = whole.indexOf(words, from)
    searched += (at < 0 ? whole.length : at) - from
    return at
  }
  let due = 0
  const found = blocks.map(({ text }) => {
    const words = bare(text)
    if (words.length < TELLING) return -1
    const places = placesOf.get(words)
    while (places?.[0] !== undefined && places[0] < due) places.shift()
    const at = places?.[0] ?? search(words, due)
    if (at >= 0) due = at + words.length
    return at
  })
  const limits: number[] = []
  let limit = whole.length
  for (let at = blocks.length - 1; at >= 0; at--) {
    limits[at] = limit
    if ((found[at] ?? -1) >= 0) limit = found[at] ?? limit
  }
  due = 0
  return blocks.map(({ text }, index) => {
    const words = bare(text)
    const long = found[index] ?? -1
    if (long >= 0) {
      due = long + words.length
      return true
    }
    if (words.length >= TELLING) return false
    for (let at = due; at <= due + NEAR && at < (limits[index] ?? 0); at++)
      if (startsAt.get(at) === words) {
        due = at + words.length
        return true
      }
    return false
  })
}

/** What a block without running text costs; a run of paragraphs bridges a few of these. */
const BLOCK_COST = 40

/**
 * The run of blocks with the most running text in it: each counts by its length, links and short lines count against
 * it. For pages that Readability makes nothing of, short Chinese ones above all.
 */
const densestRun = (blocks: readonly PageBlock[]): boolean[] => {
  let best = { sum: 0, from: 0, to: 0 }
  let run = { sum: 0, from: 0 }
  for (const [at, { text, links, why }] of blocks.entries()) {
    const gain = why ? -2 * BLOCK_COST : weightOf(text) * (1 - 2 * links) - BLOCK_COST
    if (run.sum <= 0) run = { sum: 0, from: at }
    run.sum += gain
    if (run.sum > best.sum) best = { sum: run.sum, from: run.from, to: at + 1 }
  }
  // A page of a line or two: whatever is no link.
  if (best.to === 0) return blocks.map(({ why, links }) => why === undefined && links < 0.5)
  return blocks.map(({ why }, at) => at >= best.from && at < best.to && why === undefined)
}

export const sizeOf = (blocks: readonly PageBlock[], chosen: readonly boolean[]): number =>
  blocks.reduce((sum, { text }, at) => sum + (chosen[at] === true ? weightOf(text) : 0), 0)

/** Readability's text must hold this share of the densest run, or the run is taken. */
const ENOUGH = 0.6

/** What is needed of linkedom's elements here. */
interface Node {
  firstChild: Node | null
  nextSibling: Node | null
  parentNode: Node | null
  /** The words of a piece of text; null for an element. */
  nodeValue: string | null
}

/**
 * Whether a tree is small and flat enough to be weighed: Readability looks at all that an element holds, and at all its
 * words, for each element. Asked of the tree itself, since parsers differ in what they take for the end of an element.
 */
const isWeighable = (roots: readonly Node[]): boolean => {
  let depth = 0
  let steps = 0
  let words = 0
  for (const root of roots)
    for (let at: Node | null = root; at;) {
      steps += depth
      words += depth * (at.nodeValue?.length ?? 0)
      if (depth > MAX_DEPTH || steps > MAX_WEIGHED_STEPS || words > MAX_WEIGHED_WORDS) return false
      if (at.firstChild) {
        at = at.firstChild
        depth++
        continue
      }
      while (at && at !== root && !at.nextSibling) {
        at = at.parentNode
        depth--
      }
      at = at && at !== root ? at.nextSibling : null
    }
  return true
}

const readable = (html: string): ReturnType<Readability['parse']> => {
  try {
    // Its types are those of a browser's window, which the engine does not have.
    const parse = parseHTML as unknown as (html: string) => { document: never }
    const { document } = parse(html)
    // All of it is looked at: of a broken page, what is taken for its root may hold next to nothing.
    if (!isWeighable(Array.from((document as { childNodes: Iterable<Node> }).childNodes))) return null
    return new Readability(document, { charThreshold: 0 }).parse()
  } catch {
    // Whatever a page does to it, the densest run is there.
    return null
  }
}

const orNull = (words: string | null | undefined): string | null => {
  const trimmed = words?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}

/** Which blocks of a page are its main text, by Mozilla's Readability where it finds enough, else by the densest run. */
export const weigh = (html: string, page: Page): Weighed => {
  const run = densestRun(page.blocks)
  const small = page.depth <= MAX_DEPTH && page.elements <= MAX_WEIGHED_ELEMENTS
  const article = small ? readable(html) : null
  const found = article ? inOrder(page.blocks, readPage(article.content ?? '', '').blocks) : run
  return {
    main: sizeOf(page.blocks, found) >= ENOUGH * sizeOf(page.blocks, run) ? found : run,
    title: orNull(article?.title),
    publisher: orNull(article?.siteName),
    published: orNull(article?.publishedTime)
  }
}
