/**
 * Agreement of two coders beyond what chance would give: 1 for full agreement, 0 for as much as by chance.
 *
 * @see Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement
 *   20(1), 37–46.
 * @param pairs what each of the two says of each unit
 * @returns null where it is not defined: without units, or where both always say the same one thing
 */
export const cohensKappa = (pairs: readonly (readonly [string, string])[]): number | null => {
  if (pairs.length === 0) return null
  const [first, second] = [new Map<string, number>(), new Map<string, number>()]
  let agreed = 0
  for (const [one, other] of pairs) {
    first.set(one, (first.get(one) ?? 0) + 1)
    second.set(other, (second.get(other) ?? 0) + 1)
    if (one === other) agreed++
  }
  const byChance = [...first].reduce((sum, [label, count]) => sum + count * (second.get(label) ?? 0), 0)
  // In whole numbers, so that a table of one label is told from one of nearly one.
  const all = pairs.length * pairs.length
  return byChance === all ? null : (pairs.length * agreed - byChance) / (all - byChance)
}
