/** A set of words as `tokenise` gives them. */
export const wordSet = (list: readonly string[]): ReadonlySet<string> =>
  new Set(list.map((word) => word.toLowerCase()))
