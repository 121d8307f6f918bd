import type { Span } from '../../engine/model.ts'

/** The last of some spans, in their order, that begins at a place or before it; sought by halves. */
export const lastFrom = <One extends Span>(spans: readonly One[], place: number): One | undefined => {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.start ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return spans[low - 1]
}
