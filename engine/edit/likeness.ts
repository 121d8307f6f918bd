/** From this share on of pairs of neighbouring letters in common, words are the same with small corrections. */
export const LEAST_LIKENESS = 0.6

const pairsOf = (words: string): Map<string, number> => {
  const letters = Array.from(words.toLowerCase().replace(/\s+/gu, ' '))
  const pairs = new Map<string, number>()
  for (const [at, letter] of letters.entries()) {
    const pair = letter + (letters[at + 1] ?? '')
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

const sum = (pairs: ReadonlyMap<string, number>): number =>
  [...pairs.values()].reduce((all, one) => all + one, 0)

/**
 * How alike two wordings are, 0 to 1, in either language: the pairs of neighbouring letters that they have in common
 * (Dice 1945).
 */
export const likeness = (one: string, other: string): number => {
  if (one === other) return 1
  const [a, b] = [pairsOf(one), pairsOf(other)]
  let common = 0
  for (const [pair, count] of a) common += Math.min(count, b.get(pair) ?? 0)
  const all = sum(a) + sum(b)
  return all === 0 ? 0 : (2 * common) / all
}
