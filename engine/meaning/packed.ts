/** Tables of numbers as one run of bytes, which is read and not parsed. Little-endian, as all machines are that run this. */

const ALIGNMENT = 4
const aligned = (length: number): number => Math.ceil(length / ALIGNMENT) * ALIGNMENT

type Numbers = Int8Array | Uint16Array | Uint32Array

/** The tables one after another, behind their number and their lengths in bytes. */
export const pack = (tables: readonly Numbers[]): Uint8Array<ArrayBuffer> => {
  const head = Uint32Array.of(tables.length, ...tables.map(({ byteLength }) => byteLength))
  const parts = [head, ...tables]
  const packed = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + aligned(byteLength), 0))
  let at = 0
  for (const { buffer, byteOffset, byteLength } of parts) {
    packed.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += aligned(byteLength)
  }
  return packed
}

/** Gives the tables of some bytes in their order, as the kinds of numbers that they were packed from. */
export class Unpacked {
  readonly #bytes: ArrayBuffer
  readonly #lengths: Uint32Array
  #next = 0
  #at: number

  constructor(bytes: ArrayBuffer) {
    this.#bytes = bytes
    const [count = 0] = new Uint32Array(bytes, 0, 1)
    this.#lengths = new Uint32Array(bytes, ALIGNMENT, count)
    this.#at = ALIGNMENT * (count + 1)
  }

  #take(): [bytes: ArrayBuffer, at: number, length: number] {
    const length = this.#lengths[this.#next++] ?? 0
    const at = this.#at
    this.#at += aligned(length)
    return [this.#bytes, at, length]
  }

  int8(): Int8Array {
    return new Int8Array(...this.#take())
  }
  uint16(): Uint16Array {
    const [bytes, at, length] = this.#take()
    return new Uint16Array(bytes, at, length / Uint16Array.BYTES_PER_ELEMENT)
  }
  uint32(): Uint32Array {
    const [bytes, at, length] = this.#take()
    return new Uint32Array(bytes, at, length / Uint32Array.BYTES_PER_ELEMENT)
  }
}

/** Orders words by their UTF-16 code units. */
const byUnits = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Words in the order of their UTF-16 code units, found by halving: none of them is made before it is asked for. */
export class SortedWords {
  readonly #units: Uint16Array
  /** Where each begins, and where the last ends. */
  readonly #starts: Uint32Array

  constructor(units: Uint16Array, starts: Uint32Array) {
    this.#units = units
    this.#starts = starts
  }

  /**
   * Code units and beginnings of some words, each of which occurs once.
   *
   * @returns the words as they stand in the table, too
   */
  static pack(words: Iterable<string>): { sorted: string[]; units: Uint16Array; starts: Uint32Array } {
    const sorted = [...words].sort(byUnits)
    const starts = new Uint32Array(sorted.length + 1)
    for (const [at, word] of sorted.entries()) starts[at + 1] = (starts[at] ?? 0) + word.length
    const run = sorted.join('')
    const units = new Uint16Array(run.length)
    for (let at = 0; at < run.length; at++) units[at] = run.charCodeAt(at)
    return { sorted, units, starts }
  }

  /** Below 0 if a word of the table comes before another one, above if after it. */
  #compare(index: number, word: string): number {
    const start = this.#starts[index] ?? 0
    const length = (this.#starts[index + 1] ?? 0) - start
    for (let at = 0; at < Math.min(length, word.length); at++) {
      const difference = (this.#units[start + at] ?? 0) - word.charCodeAt(at)
      if (difference !== 0) return difference
    }
    return length - word.length
  }

  /** The word at a place of the table. */
  at(place: number): string {
    return String.fromCharCode(...this.#units.subarray(this.#starts[place], this.#starts[place + 1]))
  }

  /** Where a word stands in the table; -1 for one that is not in it. */
  find(word: string): number {
    let [low, high] = [0, this.#starts.length - 2]
    while (low <= high) {
      const middle = (low + high) >> 1
      const order = this.#compare(middle, word)
      if (order === 0) return middle
      if (order < 0) low = middle + 1
      else high = middle - 1
    }
    return -1
  }
}
