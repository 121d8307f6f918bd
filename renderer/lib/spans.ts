import type { Span } from '../../engine/model.ts'

/** How many of some values, which only grow, are no greater than a place; sought by halves. */
export const countUpTo = (length: number, valueAt: (at: number) => number, place: number): number => {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (valueAt(middle) <= place) low = middle + 1
    else high = middle
  }
  return low
}

/** The last of some spans, in their order, that begins at a place or before it. */
export const lastFrom = <One extends Span>(spans: readonly One[], place: number): One | undefined =>
  spans[countUpTo(spans.length, (at) => spans[at]?.start ?? 0, place) - 1]
