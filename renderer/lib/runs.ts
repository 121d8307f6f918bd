import type { Group, Side } from '../../engine/model.ts'
import type { Extents } from './extents.ts'
import { runsOf, type Run } from './ribbons.ts'

/** Where sentences stand in a row, as far as was measured; told of a group when it first comes near the screen. */
export class Runs {
  readonly #extents: Extents
  readonly #orders: Record<Side, ReadonlyMap<string, number>>
  readonly #known = new Map<string, Record<Side, Run[]>>()

  constructor(extents: Extents, orders: Record<Side, ReadonlyMap<string, number>>) {
    this.#extents = extents
    this.#orders = orders
  }

  on(side: Side, ids: readonly string[]): Run[] {
    return runsOf(ids, this.#orders[side], this.#extents, side)
  }
  of(group: Group): Record<Side, Run[]> {
    const known = this.#known.get(group.id)
    if (known) return known
    const told = { us: this.on('us', group.us), cn: this.on('cn', group.cn) }
    this.#known.set(group.id, told)
    return told
  }
}
