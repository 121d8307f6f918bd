import type { Group, Sentence, Side } from '../../engine/model.ts'

/** Vertical extent of something in its pane's content, in CSS pixels. */
export interface Extent {
  top: number
  bottom: number
}

/** A run of neighbouring sentences of a group on one side. */
interface Run extends Extent {
  side: Side
}

export interface Ribbon {
  key: string
  group: string
  topic: string
  path: string
}

/** How many passages of visible ones have their partner above or below what is on screen. */
export interface OffScreen {
  above: number
  below: number
}

/** Extents of a group's runs: sentences that follow each other in the text make one. */
export const runsOf = (
  ids: readonly string[],
  sentences: readonly Sentence[],
  extents: ReadonlyMap<string, Extent>,
  side: Side
): Run[] => {
  const wanted = new Set(ids)
  const runs: Run[] = []
  let open: Run | null = null
  for (const { id } of sentences) {
    const extent = wanted.has(id) ? extents.get(id) : undefined
    if (!extent) open = null
    else if (open) open.bottom = Math.max(open.bottom, extent.bottom)
    else {
      open = { ...extent, side }
      runs.push(open)
    }
  }
  return runs
}

/** Thickness that a ribbon keeps at the edge through which it leaves. */
const EDGE = 5

const clamp = ({ top, bottom }: Extent, height: number): Extent => {
  if (bottom <= 0) return { top: 0, bottom: EDGE }
  if (top >= height) return { top: height - EDGE, bottom: height }
  return { top: Math.max(0, top), bottom: Math.min(height, bottom) }
}

const isVisible = ({ top, bottom }: Extent, height: number): boolean => bottom > 0 && top < height

const shift = ({ top, bottom }: Extent, by: number): Extent => ({ top: top - by, bottom: bottom - by })

const round = (value: number): number => Math.round(value * 10) / 10

/** A band from one extent at the left to another at the right, with a level start and end. */
export const bandPath = (left: Extent, right: Extent, width: number): string => {
  const middle = width / 2
  const [a, b, c, d] = [left.top, right.top, right.bottom, left.bottom].map(round)
  return `M0 ${a}C${middle} ${a} ${middle} ${b} ${width} ${b}L${width} ${c}C${middle} ${c} ${middle} ${d} 0 ${d}Z`
}

interface Panes {
  scroll: Record<Side, number>
  height: number
  width: number
}

/**
 * The ribbons of the groups that have a passage on screen. One whose partner is off the screen leaves through the
 * nearer edge.
 *
 * @param runs of each group and side, in content coordinates
 */
export const ribbonsOf = (
  groups: readonly Group[],
  runs: ReadonlyMap<string, Record<Side, readonly Run[]>>,
  { scroll, height, width }: Panes
): { ribbons: Ribbon[]; offScreen: Record<Side, OffScreen> } => {
  const ribbons: Ribbon[] = []
  const offScreen = { us: { above: 0, below: 0 }, cn: { above: 0, below: 0 } }
  const count = (side: Side, extent: Extent): void => {
    if (extent.bottom <= 0) offScreen[side].above++
    else if (extent.top >= height) offScreen[side].below++
  }
  for (const { id, topic } of groups) {
    const own = runs.get(id)
    if (!own) continue
    for (const [i, left] of own.us.entries())
      for (const [j, right] of own.cn.entries()) {
        const [us, cn] = [shift(left, scroll.us), shift(right, scroll.cn)]
        const [seesUs, seesCn] = [isVisible(us, height), isVisible(cn, height)]
        if (!seesUs && !seesCn) continue
        if (seesUs && !seesCn) count('cn', cn)
        if (seesCn && !seesUs) count('us', us)
        ribbons.push({
          key: `${id} ${i} ${j}`,
          group: id,
          topic,
          path: bandPath(clamp(us, height), clamp(cn, height), width)
        })
      }
  }
  return { ribbons, offScreen }
}

/** Topics have their colour under this name (styles/tokens.css). */
export const topicColour = (topic: string): string => `var(--topic-${topic.replaceAll('_', '-')})`
