import type { Weighed } from './weigh.ts'

/** Below this number of pairs all are looked at. */
const FULL_MATRIX = 60_000
/** Of the sentences that share a sign, so many that stand at about the same place in their text are looked at. */
const NEAREST = 6

/** What two sentences must have in common, if only one of these, to be worth a look. */
const signsOf = ({ own, carried, marks, sentence }: Weighed): string[] => [
  ...[...own.keys()].map((id) => `concept ${id}`),
  ...[...carried.keys()].map((id) => `concept ${id}`),
  ...[...marks].map((mark) => `mark ${mark}`),
  ...sentence.topics.slice(0, 1).map(({ id }) => `topic ${id}`)
]

const indexOf = (profiles: readonly Weighed[]): Map<string, number[]> => {
  const index = new Map<string, number[]>()
  for (const [at, profile] of profiles.entries())
    for (const sign of new Set(signsOf(profile))) {
      const places = index.get(sign)
      if (places) places.push(at)
      else index.set(sign, [at])
    }
  return index
}

/** The `NEAREST` places around a target, in a sorted list. */
const nearest = (places: readonly number[], target: number): readonly number[] => {
  if (places.length <= NEAREST) return places
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < target) low = middle + 1
    else high = middle
  }
  const start = Math.max(0, Math.min(places.length - NEAREST, low - (NEAREST >> 1)))
  return places.slice(start, start + NEAREST)
}

const lookUp = (
  from: readonly Weighed[],
  to: readonly Weighed[],
  add: (from: number, to: number) => void
): void => {
  const index = indexOf(to)
  for (const [at, profile] of from.entries()) {
    const target = Math.round(profile.position * (to.length - 1))
    for (const sign of new Set(signsOf(profile)))
      for (const place of nearest(index.get(sign) ?? [], target)) add(at, place)
  }
}

/**
 * The pairs worth scoring: all in texts of ordinary length, else those that share a sign and stand at about the same
 * place, so that the work grows with the length of the texts and not with its square.
 *
 * @returns for each sentence of the first readout the indices in the second, ascending
 */
export const candidatePairs = (first: readonly Weighed[], second: readonly Weighed[]): number[][] => {
  if (first.length * second.length <= FULL_MATRIX) {
    const all = [...second.keys()]
    return first.map(() => all)
  }
  const rows = first.map(() => new Set<number>())
  lookUp(first, second, (row, column) => rows[row]?.add(column))
  lookUp(second, first, (column, row) => rows[row]?.add(column))
  return rows.map((row) => [...row].sort((a, b) => a - b))
}
