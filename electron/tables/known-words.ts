import { pack, SortedWords, Unpacked } from '../../engine/meaning/packed.ts'

/** The words of a model by their numbers, as bytes. */
export const packWords = (words: readonly string[]): Uint8Array<ArrayBuffer> => {
  const numbers = new Map(words.map((word, number) => [word, number]))
  const { sorted, units, starts } = SortedWords.pack(numbers.keys())
  const places = new Uint32Array(words.length)
  for (const [place, word] of sorted.entries()) places[numbers.get(word) ?? 0] = place
  return pack([units, starts, Uint32Array.from(sorted, (word) => numbers.get(word) ?? 0), places])
}

/**
 * The words that a model of a language knows, with those that it meets, by their numbers and the other way round. Of
 * the many that it is made with, none is made into a string before it is asked for: to number them all took longer than
 * to compare two readouts.
 */
export class KnownWords {
  readonly #sorted: SortedWords
  readonly #numbers: Uint32Array
  readonly #places: Uint32Array
  /** Those that were asked for by number, and those that were met since. */
  readonly #made = new Map<number, string>()
  readonly #met = new Map<string, number>()
  #length: number

  constructor(bytes: ArrayBuffer) {
    const tables = new Unpacked(bytes)
    this.#sorted = new SortedWords(tables.uint16(), tables.uint32())
    this.#numbers = tables.uint32()
    this.#places = tables.uint32()
    this.#length = this.#numbers.length
  }

  get length(): number {
    return this.#length
  }

  numberOf(word: string): number | undefined {
    const met = this.#met.get(word)
    if (met !== undefined) return met
    const place = this.#sorted.find(word)
    return place < 0 ? undefined : this.#numbers[place]
  }

  at(number: number): string | undefined {
    if (!(number < this.#length)) return undefined
    const made = this.#made.get(number) ?? this.#sorted.at(this.#places[number] ?? 0)
    this.#made.set(number, made)
    return made
  }

  /** @returns how many there are then, as of an array */
  push(word: string): number {
    this.#met.set(word, this.#length)
    this.#made.set(this.#length, word)
    return ++this.#length
  }
}
