/** A list without an item that was in it, or with one at its end that was not. */
export const switched = <T>(list: readonly T[], item: T): T[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item]
