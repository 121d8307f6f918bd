import type { Span } from '../model.ts'

/** Whether two spans have a character in common; such as only touch have none. */
export const overlaps = (one: Pick<Span, 'start' | 'end'>, other: Pick<Span, 'start' | 'end'>): boolean =>
  one.start < other.end && other.start < one.end

/** Whether one span lies in another, ends included. */
export const within = (inner: Pick<Span, 'start' | 'end'>, outer: Pick<Span, 'start' | 'end'>): boolean =>
  outer.start <= inner.start && inner.end <= outer.end
