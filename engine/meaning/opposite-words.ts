import { pack, SortedWords, Unpacked } from './packed.ts'

/**
 * Which words stand opposite each other, as bytes.
 *
 * @param words of a word those opposite it, each followed by a number: "judici 21 law 12"
 */
export const packOppositeWords = (words: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> => {
  const own = SortedWords.pack(Object.keys(words))
  const lists = own.sorted.map((word) => words[word]?.split(' ') ?? [])
  const opposite = SortedWords.pack(
    new Set(lists.flatMap((items) => items.filter((_item, at) => at % 2 === 0)))
  )
  const places = new Map(opposite.sorted.map((word, place) => [word, place]))
  const begins = new Uint32Array(lists.length + 1)
  const [opposites, numbers]: [number[], number[]] = [[], []]
  for (const [place, items] of lists.entries()) {
    for (let at = 0; at + 1 < items.length; at += 2) {
      opposites.push(places.get(items[at] ?? '') ?? 0)
      numbers.push(Number(items[at + 1]))
    }
    begins[place + 1] = opposites.length
  }
  return pack([
    own.units,
    own.starts,
    begins,
    opposite.units,
    opposite.starts,
    Uint16Array.from(opposites),
    Int8Array.from(numbers)
  ])
}

/** Words with those that stand opposite them, looked up where they stand: a pair of texts has few of them all. */
export class OppositeWords {
  readonly #own: SortedWords
  /** Where those opposite a word begin, and where the last end. */
  readonly #begins: Uint32Array
  readonly #opposite: SortedWords
  readonly #places: Uint16Array
  readonly #numbers: Int8Array

  constructor(bytes: ArrayBuffer) {
    const tables = new Unpacked(bytes)
    this.#own = new SortedWords(tables.uint16(), tables.uint32())
    this.#begins = tables.uint32()
    this.#opposite = new SortedWords(tables.uint16(), tables.uint32())
    this.#places = tables.uint16()
    this.#numbers = tables.int8()
  }

  /** Where a word has its place among all that stand opposite some word; -1 for one that does not. */
  placeOf(opposite: string): number {
    return this.#opposite.find(opposite)
  }

  /** Tells the place of each word opposite one, with its number, in the order of the table. */
  forEachOpposite(word: string, tell: (place: number, number: number) => void): void {
    const own = this.#own.find(word)
    if (own < 0) return
    const end = this.#begins[own + 1] ?? 0
    for (let at = this.#begins[own] ?? 0; at < end; at++) tell(this.#places[at] ?? 0, this.#numbers[at] ?? 0)
  }
}
