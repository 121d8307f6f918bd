import type { Group, Sentence, Side } from '../../engine/model.ts'

/** Vertical extent of something in its pane's content, in CSS pixels. */
export interface Extent {
  top: number
  bottom: number
}

/** A run of neighbouring sentences of a group on one side. */
export interface Run extends Extent {
  side: Side
}

export interface Ribbon {
  key: string
  /** The groups of one matter whose passages it joins, in their order. */
  groups: string[]
  topic: string
  /** One of its ends is where the reader's eyes are. */
  isNear: boolean
  path: string
}

/** How many passages of visible ones have their partner above or below what is on screen. */
export interface OffScreen {
  above: number
  below: number
  /** The nearest of them, in the pane's content; null where there is none. */
  nextAbove: Extent | null
  nextBelow: Extent | null
}

/** What tells where a sentence is; undefined for one that is nowhere on the page. */
interface Places {
  get: (id: string) => Extent | undefined
}

/** Places of a readout's sentences in its order. */
export const orderOf = (sentences: readonly Pick<Sentence, 'id'>[]): ReadonlyMap<string, number> =>
  new Map(sentences.map(({ id }, at) => [id, at]))

/** Extents of sentences of one side: those that follow each other in the text make one run. */
export const runsOf = (
  ids: readonly string[],
  order: ReadonlyMap<string, number>,
  places: Places,
  side: Side
): Run[] => {
  const sorted = [...ids].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  const runs: Run[] = []
  let previous = Number.NaN
  for (const id of sorted) {
    const extent = places.get(id)
    if (!extent) continue
    const at = order.get(id) ?? Number.NaN
    const open = at === previous + 1 ? runs.at(-1) : undefined
    if (open) open.bottom = Math.max(open.bottom, extent.bottom)
    else runs.push({ top: extent.top, bottom: extent.bottom, side })
    previous = at
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

/** Where the reader's eyes are, as shares of the pane's height: the place, and what is read around it. */
export const READING_HEIGHT = 0.35
const READ_FROM = 0.2
const READ_TO = 0.5

const isAtReading = ({ top, bottom }: Extent, height: number): boolean =>
  bottom > READ_FROM * height && top < READ_TO * height

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

/** What a ribbon joins: a run of each side, of one group or of several on one matter. */
interface Band extends Record<Side, Extent> {
  groups: string[]
}

const touches = (one: Extent, other: Extent): boolean => one.top <= other.bottom && other.top <= one.bottom
const joined = (one: Extent, other: Extent): Extent => ({
  top: Math.min(one.top, other.top),
  bottom: Math.max(one.bottom, other.bottom)
})

/** The bands of a matter: of its passages those that touch each other on both sides are one. */
const bandsOf = (
  matter: readonly Group[],
  runs: (group: Group) => Readonly<Record<Side, readonly Run[]>>
): Band[] => {
  let bands: Band[] = []
  for (const group of matter) {
    const own = runs(group)
    for (const us of own.us)
      for (const cn of own.cn) {
        let band: Band = { us, cn, groups: [group.id] }
        const apart: Band[] = []
        for (const known of bands)
          if (touches(known.us, band.us) && touches(known.cn, band.cn))
            band = {
              us: joined(known.us, band.us),
              cn: joined(known.cn, band.cn),
              groups: [...new Set([...known.groups, ...band.groups])]
            }
          else apart.push(known)
        bands = [...apart, band]
      }
  }
  return bands
}

/**
 * The ribbons of the matters that have a passage on screen. One whose partner is off the screen leaves through the
 * nearer edge.
 *
 * @param matters those of what is on screen, each with its groups; others have no ribbon
 * @param runs of each group and side, in content coordinates
 */
export const ribbonsOf = (
  matters: Iterable<readonly Group[]>,
  runs: (group: Group) => Readonly<Record<Side, readonly Run[]>>,
  { scroll, height, width }: Panes
): { ribbons: Ribbon[]; offScreen: Record<Side, OffScreen> } => {
  const ribbons: Ribbon[] = []
  const none = (): OffScreen => ({ above: 0, below: 0, nextAbove: null, nextBelow: null })
  const offScreen = { us: none(), cn: none() }
  const count = (side: Side, extent: Extent, at: Extent): void => {
    const own = offScreen[side]
    if (at.bottom <= 0) {
      own.above++
      if (!own.nextAbove || extent.bottom > own.nextAbove.bottom) own.nextAbove = extent
    } else if (at.top >= height) {
      own.below++
      if (!own.nextBelow || extent.top < own.nextBelow.top) own.nextBelow = extent
    }
  }
  for (const matter of matters)
    for (const [at, { us: left, cn: right, groups }] of bandsOf(matter, runs).entries()) {
      const [us, cn] = [shift(left, scroll.us), shift(right, scroll.cn)]
      const [seesUs, seesCn] = [isVisible(us, height), isVisible(cn, height)]
      if (!seesUs && !seesCn) continue
      if (seesUs && !seesCn) count('cn', right, cn)
      if (seesCn && !seesUs) count('us', left, us)
      ribbons.push({
        key: `${groups[0] ?? ''} ${at}`,
        groups,
        topic: matter[0]?.topic ?? '',
        isNear: (seesUs && isAtReading(us, height)) || (seesCn && isAtReading(cn, height)),
        path: bandPath(clamp(us, height), clamp(cn, height), width)
      })
    }
  return { ribbons, offScreen }
}

/** How far something is from a height; 0 where it lies over it. */
export const distanceTo = ({ top, bottom }: Extent, height: number): number =>
  Math.max(0, top - height, height - bottom)

/** Of all that there is, what is nearest to a height; the first of equals. */
export const nearestTo = <One extends Extent>(list: readonly One[], height: number): One | undefined =>
  [...list].sort((one, other) => distanceTo(one, height) - distanceTo(other, height))[0]
