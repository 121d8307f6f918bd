import type { WindowPlace } from '../storage/settings.ts'

/** A rectangle of the desktop in its own units. */
export interface Area {
  x: number
  y: number
  width: number
  height: number
}

export const DEFAULT_SIZE = { width: 1440, height: 900 }
export const LEAST_SIZE = { width: 720, height: 480 }
/** Where several windows open, each stands so far from the one before. */
const STEP = 28

const overlap = (one: Area, other: Area): number =>
  Math.max(0, Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)) *
  Math.max(0, Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y))

const within = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(value, Math.max(least, most)))

/**
 * Where a window opens: as the last one was left, moved and shrunk so that all of it is on a display that is there now.
 *
 * @param displays the parts of them that windows may take, the main one first
 * @returns null where there was none before: the system chooses
 */
export const placeOn = (
  last: WindowPlace | null,
  displays: readonly Area[],
  isFirst: boolean
): Area | null => {
  const [main] = displays
  if (!last || !main) return null
  const display = displays.reduce((best, area) => (overlap(area, last) > overlap(best, last) ? area : best))
  const width = within(last.width, LEAST_SIZE.width, display.width)
  const height = within(last.height, LEAST_SIZE.height, display.height)
  const by = isFirst ? 0 : STEP
  return {
    x: within(last.x + by, display.x, display.x + display.width - width),
    y: within(last.y + by, display.y, display.y + display.height - height),
    width,
    height
  }
}
