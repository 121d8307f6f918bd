import type { Span } from '../model.ts'

/** Whether two spans have a character in common; such as only touch have none. */
export const overlaps = (one: Pick<Span, 'start' | 'end'>, other: Pick<Span, 'start' | 'end'>): boolean =>
  one.start < other.end && other.start < one.end
