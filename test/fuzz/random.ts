/** Chance with a seed: the same seed gives the same inputs, so that what a run finds can be made again. */
export interface Random {
  /** 0 up to 1. */
  next: () => number
  /** A whole number from 0, below `limit`. */
  below: (limit: number) => number
  /** One of several; undefined only for an empty list. */
  of: <Item>(items: readonly Item[]) => Item | undefined
}

/** Mulberry32 (Tommy Ettinger, public domain): small, fast, and even enough to choose mutations by. */
export const randomOf = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return { next, below, of: (items) => items[below(items.length)] }
}
