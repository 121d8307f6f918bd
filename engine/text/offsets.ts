import type { Span } from '../model.ts'

/** A text made of another by small changes, which knows where each of its places stands in the other. */
export interface Derived {
  text: string
  /** Where a character stands in the original. */
  startOf: (at: number) => number
  /** Where what ends here ends in the original. */
  endOf: (at: number) => number
}

export const unchanged = (text: string): Derived => ({ text, startOf: (at) => at, endOf: (at) => at })

/** A span of the derived text as it lies in the original. */
export const inOriginal = <S extends Span>({ startOf, endOf }: Derived, span: S): S => ({
  ...span,
  start: startOf(span.start),
  end: Math.max(startOf(span.start), endOf(span.end))
})

/** Builds a derived text from the beginning to the end: what stays is copied, what changes is put instead. */
export class Derivation {
  readonly #original: string
  readonly #pieces: string[] = []
  /** Of each change of length: where it begins and how long it is, in the derived text and in the original. */
  readonly #at: number[] = []
  readonly #size: number[] = []
  readonly #from: number[] = []
  readonly #length: number[] = []
  #done = 0
  #written = 0

  constructor(original: string) {
    this.#original = original
  }

  /** Puts other characters instead of those from `start` to `end`, behind all that was put before. */
  put(start: number, end: number, words: string): void {
    this.#copy(start)
    if (words.length !== end - start) {
      const last = this.#at.length - 1
      const joins = (this.#at[last] ?? -1) + (this.#size[last] ?? 0) === this.#written
      // Changes that touch are one, so that many in a row take no room.
      if (joins && words === '' && this.#size[last] === 0) this.#length[last] = end - (this.#from[last] ?? 0)
      else {
        this.#at.push(this.#written)
        this.#size.push(words.length)
        this.#from.push(start)
        this.#length.push(end - start)
      }
    }
    this.#pieces.push(words)
    this.#written += words.length
    this.#done = end
  }

  #copy(to: number): void {
    if (to <= this.#done) return
    this.#pieces.push(this.#original.slice(this.#done, to))
    this.#written += to - this.#done
    this.#done = to
  }

  derived(): Derived {
    this.#copy(this.#original.length)
    if (this.#at.length === 0) return unchanged(this.#pieces.join(''))
    return {
      text: this.#pieces.join(''),
      startOf: (at) => this.#place(at, false),
      endOf: (at) => (at <= 0 ? 0 : this.#place(at - 1, true))
    }
  }

  /** Where the character at a place begins in the original, or ends. */
  #place(at: number, end: boolean): number {
    let [low, high] = [0, this.#at.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#at[middle] ?? 0) <= at) low = middle + 1
      else high = middle
    }
    const change = low - 1
    if (change < 0) return at + (end ? 1 : 0)
    const begin = this.#at[change] ?? 0
    const size = this.#size[change] ?? 0
    const from = this.#from[change] ?? 0
    const length = this.#length[change] ?? 0
    if (at < begin + size) return end ? from + length : from
    return from + length + (at - begin - size) + (end ? 1 : 0)
  }
}

/** The derivation of a derivation. */
export const composed = (first: Derived, second: Derived): Derived => ({
  text: second.text,
  startOf: (at) => first.startOf(second.startOf(at)),
  endOf: (at) => first.endOf(second.endOf(at))
})
