/** Values taken out in order, the first by a comparison of two; a binary heap. */
export class Queue<T> {
  readonly #values: T[] = []
  readonly #compare: (a: T, b: T) => number

  /** @param compare negative where the first is to come out before the second */
  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare
  }

  #isBefore(one: number, other: number): boolean {
    const [a, b] = [this.#values[one], this.#values[other]]
    return a !== undefined && b !== undefined && this.#compare(a, b) < 0
  }

  #exchange(one: number, other: number): void {
    const [a, b] = [this.#values[one], this.#values[other]]
    if (a === undefined || b === undefined) return
    this.#values[one] = b
    this.#values[other] = a
  }

  push(value: T): void {
    this.#values.push(value)
    for (let at = this.#values.length - 1; at > 0;) {
      const parent = (at - 1) >> 1
      if (!this.#isBefore(at, parent)) return
      this.#exchange(at, parent)
      at = parent
    }
  }

  pop(): T | undefined {
    const first = this.#values[0]
    const last = this.#values.pop()
    if (last === undefined || this.#values.length === 0) return first
    this.#values[0] = last
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      const next = this.#isBefore(right, left) ? right : left
      if (!this.#isBefore(next, at)) return first
      this.#exchange(at, next)
      at = next
    }
  }
}
