/** What weighing the signs of a readout and of a news story have in common. */

/** The name of a sign, of what it consists of. */
export const sign = (...parts: unknown[]): string => parts.join(' ')

/** For each sign what it weighs for each role, in the order in which the roles are listed. */
export type SignWeights = ReadonlyMap<string, readonly number[]>

/**
 * Adds up what signs weigh.
 *
 * @param start what each role has before
 */
export const summed = (
  signs: readonly string[],
  weights: SignWeights,
  start: readonly number[]
): number[] => {
  const sums = [...start]
  for (const name of signs) {
    const weight = weights.get(name)
    if (weight)
      for (let role = 0; role < sums.length; role++) sums[role] = (sums[role] ?? 0) + (weight[role] ?? 0)
  }
  return sums
}

/** Sums as logarithms of shares that make 1. */
export const normalised = (sums: readonly number[]): number[] => {
  const most = Math.max(...sums)
  const total = most + Math.log(sums.reduce((all, sum) => all + Math.exp(sum - most), 0))
  return sums.map((sum) => sum - total)
}

/** The place of the largest value, the first of equal ones. */
export const largest = (values: readonly number[]): number =>
  values.reduce((best, value, at) => (value > (values[best] ?? -Infinity) ? at : best), 0)
