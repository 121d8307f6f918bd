import { folded } from '../../engine/text/fold.ts'
import { legiblePiece } from '../../engine/text/legible.ts'

/**
 * Finds words in what is on screen. It searches the page itself and not the value behind it, so that it finds in every
 * view just what the reader sees; the places are marked by CSS highlights, which leave the page as it is.
 */

/** Blocks of text that are searched, and parts of them that are no words of the text. */
const BLOCKS = '[data-findable]'
/** A view that waits behind another. */
const BEHIND = '[inert]'
const NO_WORDS = '[role="img"]'
const HIGHLIGHTS = { all: 'found', current: 'found-current' } as const
/** More places than this are counted and no longer marked. */
const MOST_MARKED = 2000

/** A block's words, with the node in which each begins. */
interface Words {
  text: string
  nodes: { node: Text; start: number }[]
}

const wordsOf = (block: Element): Words => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const nodes: Words['nodes'] = []
  let text = ''
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text && !node.parentElement?.closest(NO_WORDS)) {
      nodes.push({ node, start: text.length })
      text += node.data
    }
  return { text, nodes }
}

/** Node and offset of a place in a block's words; the end of a range may lie at a node's end. */
const placeOf = ({ nodes }: Words, at: number, isEnd: boolean): [node: Text, offset: number] | null => {
  const found = nodes.findLast(({ start }) => (isEnd ? start < at : start <= at))
  return found ? [found.node, at - found.start] : null
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')

/**
 * Every place of the words, in the order of the page; blanks count as one, capitals and kinds of quotes not at all, nor
 * what is not seen: soft hyphens, other names of a character, the end of a line within a word.
 */
export const findIn = (root: ParentNode, query: string): Range[] => {
  const wanted = folded(legiblePiece(query.trim()).text)
  if (wanted === '') return []
  const pattern = new RegExp(wanted.split(/ +/u).map(escaped).join(' +'), 'gu')
  const ranges: Range[] = []
  for (const block of root.querySelectorAll(BLOCKS)) {
    if (block.closest(BEHIND)) continue
    const words = wordsOf(block)
    const { text, startOf, endOf } = legiblePiece(words.text)
    for (const { index, 0: match } of folded(text).matchAll(pattern)) {
      const from = placeOf(words, startOf(index), false)
      const to = placeOf(words, endOf(index + match.length), true)
      if (!from || !to) continue
      const range = document.createRange()
      range.setStart(...from)
      range.setEnd(...to)
      ranges.push(range)
    }
  }
  return ranges
}

/** Marks the places on screen; none takes the marks away. */
export const markFound = (ranges: readonly Range[], current: Range | undefined): void => {
  CSS.highlights.set(HIGHLIGHTS.all, new Highlight(...ranges.slice(0, MOST_MARKED)))
  const here = new Highlight(...(current ? [current] : []))
  // It lies over the mark that every place has.
  here.priority = 1
  CSS.highlights.set(HIGHLIGHTS.current, here)
}

/** Told of what is about to be brought into sight: whatever scrolls it elsewhere lets go of it. */
export const REVEALED = 'revealed'

export const reveal = (range: Range): void => {
  const element = range.startContainer.parentElement
  element?.dispatchEvent(new Event(REVEALED, { bubbles: true }))
  element?.scrollIntoView({ block: 'center' })
}
