import { SIDES, type Difference, type Group } from '../model.ts'

/** What has been told already, as differences are gone through in order. */
class Told {
  readonly #findings = new Set<string>()
  readonly #places = new Set<string>()

  /** Whether something new is told; from then on it is not. */
  isNew({ kind, finding, us, cn }: Difference): boolean {
    if (finding !== undefined) {
      if (this.#findings.has(finding)) return false
      this.#findings.add(finding)
    }
    const places = SIDES.flatMap((side) =>
      (side === 'us' ? us : cn).map(({ start, end }) => `${side} ${start} ${end}`)
    )
    // Words that were told, with a finding or beside another passage of the same sentence, are no news again.
    if (kind === 'term' && places.every((place) => this.#places.has(place))) return false
    for (const place of places) this.#places.add(place)
    return true
  }
}

/**
 * The differences of each group by its id, strongest first, each in the first group that has it: a finding on two
 * matters, or the words of a sentence that stands in two, are told once.
 */
export const toldOnce = (groups: readonly Group[]): ReadonlyMap<string, readonly Difference[]> => {
  const told = new Told()
  return new Map(
    groups.map(({ id, framing }) => [id, framing.filter((difference) => told.isNew(difference))])
  )
}
