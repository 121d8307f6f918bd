/**
 * Where a key leads from one of some items, whose ends meet; null for a key that leads nowhere.
 *
 * @param at place of the item that has the focus
 * @param isColumn ↑ and ↓ lead on too
 */
export const placeByKey = (key: string, at: number, count: number, isColumn: boolean): number | null => {
  const isNext = key === 'ArrowRight' || (isColumn && key === 'ArrowDown')
  const isBefore = key === 'ArrowLeft' || (isColumn && key === 'ArrowUp')
  if (isNext) return (at + 1) % count
  if (isBefore) return (at - 1 + count) % count
  return key === 'Home' ? 0 : key === 'End' ? count - 1 : null
}
