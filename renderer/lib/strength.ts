const STEPS = [1, 2, 3, 4, 5] as const

/** The bars of a strength of 1 to 5: how high each is, in pixels, and whether it is full. */
export const barsOf = (strength: number): { height: number; isFull: boolean }[] =>
  STEPS.map((step) => ({ height: 2 + 2 * step, isFull: step <= strength }))
