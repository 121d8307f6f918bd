import type { Piece } from './lines.ts'

/** A piece of text as pdf.js gives it. */
export interface TextItem {
  str: string
  /** `ttb`: from top to bottom. */
  dir: string
  transform: number[]
  width: number
  height: number
}

/** Forms of punctuation for vertical lines, and the usual ones. */
const VERTICAL_MARKS = new Map(
  Array.from(
    '︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︱—︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』'
  ).flatMap((mark, at, all) => (at % 2 === 0 ? [[mark, all[at + 1] ?? mark] as const] : []))
)
const withUsualMarks = (words: string): string =>
  words.replace(/[\ufe10-\ufe19\ufe30-\ufe44]/gu, (mark) => VERTICAL_MARKS.get(mark) ?? mark)

type Way = 'right' | 'down' | 'up'

/** Characters one below the other, each a piece of its own: a column of vertical Chinese. */
const isBelow = (item: TextItem, before: TextItem | undefined): boolean => {
  if (!before || Array.from(item.str).length !== 1) return false
  const [, , , , x = 0, y = 0] = item.transform
  const [, , , , lastX = 0, lastY = 0] = before.transform
  const size = item.height
  return Math.abs(x - lastX) < 0.3 * size && lastY - y > 0.6 * size && lastY - y < 2.5 * size
}

const wayOf = (item: TextItem, before: TextItem | undefined): Way => {
  const [a = 0, b = 0] = item.transform
  if (item.dir === 'ttb' || isBelow(item, before)) return 'down'
  if (Math.abs(a) >= 0.01 * Math.abs(b)) return 'right'
  return b > 0 ? 'up' : 'down'
}

/**
 * The pieces of a page, all as if its lines ran to the right: vertical Chinese, whose columns follow one another to the
 * left, and pages that are turned.
 */
export const levelled = (items: readonly TextItem[]): Piece[] => {
  const written = items.filter(({ str }) => str.trim() !== '')
  const count: Record<Way, number> = { right: 0, down: 0, up: 0 }
  for (const [at, item] of written.entries()) count[wayOf(item, written[at - 1])] += item.str.length
  const way: Way = count.down > count.right ? 'down' : count.up > count.right ? 'up' : 'right'
  return items.map(({ str, transform, width, height }) => {
    const [a = 0, b = 0, , , x = 0, y = 0] = transform
    const size = height || Math.hypot(a, b)
    const words = withUsualMarks(str)
    if (way === 'right') return { str: words, x, y, width, size }
    const long = Math.abs(a) < 0.01 * Math.abs(b) ? width : Math.max(size * Math.min(1, str.length), height)
    return way === 'down'
      ? { str: words, x: -y, y: x, width: long, size }
      : { str: words, x: y, y: -x, width: long, size }
  })
}
