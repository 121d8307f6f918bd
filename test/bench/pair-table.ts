const EMPTY = -1
const FIRST_SIZE = 2 ** 16
/** At most so much of a table is filled. */
const MOST_FILLED = 0.5
/** Spreads keys that follow each other (Knuth's multiplicative hashing). */
const SPREAD = 0x9e3779b1

/** Numbers, each with the place that it was put at: millions of them, in rows of plain numbers. */
export class PairTable {
  #keys = new Float64Array(FIRST_SIZE)
  #slots = new Int32Array(FIRST_SIZE).fill(EMPTY)
  #mask = FIRST_SIZE - 1
  size = 0

  /** Where a key is, or would be. */
  #slotOf(key: number): number {
    const [high, low] = [Math.floor(key / 2 ** 22), key % 2 ** 22]
    let slot = ((Math.imul(high, SPREAD) ^ Math.imul(low, 0x85ebca6b)) >>> 7) & this.#mask
    for (;;) {
      const place = this.#slots[slot] ?? EMPTY
      if (place === EMPTY || this.#keys[place] === key) return slot
      slot = (slot + 1) & this.#mask
    }
  }

  /** The place of a key; below 0 for one that was never put. */
  placeOf(key: number): number {
    return this.#slots[this.#slotOf(key)] ?? EMPTY
  }

  /** The place of a key, which is put if it was not. */
  put(key: number): number {
    const slot = this.#slotOf(key)
    const known = this.#slots[slot] ?? EMPTY
    if (known !== EMPTY) return known
    const place = this.size++
    this.#slots[slot] = place
    this.#keys[place] = key
    if (this.size > MOST_FILLED * this.#slots.length) this.#grow()
    return place
  }

  keyAt(place: number): number {
    return this.#keys[place] ?? 0
  }

  #grow(): void {
    const size = 2 * this.#slots.length
    const keys = new Float64Array(size)
    keys.set(this.#keys)
    this.#keys = keys
    this.#slots = new Int32Array(size).fill(EMPTY)
    this.#mask = size - 1
    for (let place = 0; place < this.size; place++) this.#slots[this.#slotOf(keys[place] ?? 0)] = place
  }
}
