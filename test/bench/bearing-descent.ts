/** Numbers a direction has. */
export const DIMENSIONS = 64
/** How much likelier a sentence points where its counterpart does than elsewhere, as the factor of the cosine. */
const SHARPNESS = 10
const MEMORY = { slope: 0.9, square: 0.999 }
const TINY = 1e-8

/** Each word of a sentence once, by number. */
export type Numbered = readonly number[]

/** Sentences of the two sides, with which of them belong together. */
export interface Batch {
  us: readonly Numbered[]
  cn: readonly Numbered[]
  areTogether: (us: number, cn: number) => boolean
}

/** The directions of words, one after another, with what Adam (Kingma & Ba 2015) remembers of each. */
export class Directions {
  readonly values: Float64Array
  readonly #worths: Float64Array
  readonly #means: Float64Array
  readonly #squares: Float64Array
  /** What the batch at hand asks of words, and of which. */
  readonly #slopes: Float64Array
  readonly #asked = new Set<number>()
  #steps = 0

  /** @param worths how much each word tells */
  constructor(worths: Float64Array) {
    const size = worths.length * DIMENSIONS
    this.#worths = worths
    this.values = new Float64Array(size)
    this.#means = new Float64Array(size)
    this.#squares = new Float64Array(size)
    this.#slopes = new Float64Array(size)
  }

  /** One step towards what a batch asks for. */
  learn({ us, cn, areTogether }: Batch, rate: number): void {
    const [ours, theirs] = [this.#pointing(us), this.#pointing(cn)]
    const { wanted, turned } = wantedOf(
      us.length,
      cn.length,
      likenessOf(ours.units, theirs.units),
      areTogether
    )
    this.#ask(us, ours, slopesOf(wanted, us.length, theirs.units))
    this.#ask(cn, theirs, slopesOf(turned, cn.length, ours.units))
    this.#move(rate)
  }

  #pointing(sentences: readonly Numbered[]): Pointing {
    const units = new Float64Array(sentences.length * DIMENSIONS)
    const lengths = new Float64Array(sentences.length)
    for (const [row, words] of sentences.entries()) {
      const into = row * DIMENSIONS
      for (const word of words) {
        const from = word * DIMENSIONS
        const worth = this.#worths[word] ?? 0
        for (let at = 0; at < DIMENSIONS; at++)
          units[into + at] = (units[into + at] ?? 0) + worth * (this.values[from + at] ?? 0)
      }
      let square = TINY
      for (let at = 0; at < DIMENSIONS; at++) square += (units[into + at] ?? 0) ** 2
      const length = Math.sqrt(square)
      lengths[row] = length
      for (let at = 0; at < DIMENSIONS; at++) units[into + at] = (units[into + at] ?? 0) / length
    }
    return { units, lengths }
  }

  /** Hands what is asked of sentences on to their words. */
  #ask(sentences: readonly Numbered[], { units, lengths }: Pointing, slopes: Float64Array): void {
    const turn = new Float64Array(DIMENSIONS)
    for (const [row, words] of sentences.entries()) {
      const from = row * DIMENSIONS
      // What would only lengthen a direction changes none.
      let along = 0
      for (let at = 0; at < DIMENSIONS; at++) along += (slopes[from + at] ?? 0) * (units[from + at] ?? 0)
      for (let at = 0; at < DIMENSIONS; at++)
        turn[at] = ((slopes[from + at] ?? 0) - along * (units[from + at] ?? 0)) / (lengths[row] ?? 1)
      for (const word of words) {
        this.#asked.add(word)
        const into = word * DIMENSIONS
        const worth = this.#worths[word] ?? 0
        for (let at = 0; at < DIMENSIONS; at++)
          this.#slopes[into + at] = (this.#slopes[into + at] ?? 0) + worth * (turn[at] ?? 0)
      }
    }
  }

  /** Moves the words that something is asked of; the others stay as they are. */
  #move(rate: number): void {
    this.#steps++
    const first = 1 - MEMORY.slope ** this.#steps
    const second = 1 - MEMORY.square ** this.#steps
    for (const word of this.#asked) {
      const from = word * DIMENSIONS
      for (let place = from; place < from + DIMENSIONS; place++) {
        const now = this.#slopes[place] ?? 0
        const mean = MEMORY.slope * (this.#means[place] ?? 0) + (1 - MEMORY.slope) * now
        const square = MEMORY.square * (this.#squares[place] ?? 0) + (1 - MEMORY.square) * now * now
        this.#means[place] = mean
        this.#squares[place] = square
        this.values[place] =
          (this.values[place] ?? 0) - (rate * (mean / first)) / (Math.sqrt(square / second) + TINY)
        this.#slopes[place] = 0
      }
    }
    this.#asked.clear()
  }
}

interface Pointing {
  /** Unit vectors, one after another. */
  units: Float64Array
  lengths: Float64Array
}

/** The cosine of each of some directions and each of others, row by row; two by two, which saves reading them again. */
const likenessOf = (ours: Float64Array, theirs: Float64Array): Float64Array => {
  const [rows, columns] = [ours.length / DIMENSIONS, theirs.length / DIMENSIONS]
  const likeness = new Float64Array(rows * columns)
  for (let row = 0; row < rows; row += 2) {
    // Where the number is odd the last stands for itself twice.
    const below = Math.min(row + 1, rows - 1)
    const [one, two] = [row * DIMENSIONS, below * DIMENSIONS]
    for (let column = 0; column < columns; column += 2) {
      const beside = Math.min(column + 1, columns - 1)
      const [three, four] = [column * DIMENSIONS, beside * DIMENSIONS]
      let first = 0
      let second = 0
      let third = 0
      let fourth = 0
      for (let at = 0; at < DIMENSIONS; at++) {
        const above = ours[one + at] ?? 0
        const under = ours[two + at] ?? 0
        const left = theirs[three + at] ?? 0
        const right = theirs[four + at] ?? 0
        first += above * left
        second += above * right
        third += under * left
        fourth += under * right
      }
      likeness[row * columns + column] = first
      likeness[row * columns + beside] = second
      likeness[below * columns + column] = third
      likeness[below * columns + beside] = fourth
    }
  }
  return likeness
}

/**
 * What each pair of sentences is asked: to be more alike where the two belong together, less elsewhere, so that of all in
 * its row and of all in its column each is likest to those that it belongs to.
 *
 * @returns it row by row, and column by column
 */
const wantedOf = (
  rows: number,
  columns: number,
  likeness: Float64Array,
  areTogether: (row: number, column: number) => boolean
): { wanted: Float64Array; turned: Float64Array } => {
  const raised = likeness.map((value) => Math.exp(SHARPNESS * (value - 1)))
  const together = new Uint8Array(raised.length)
  const [inRow, inColumn] = [new Float64Array(rows), new Float64Array(columns)]
  const [togetherInRow, togetherInColumn] = [new Float64Array(rows), new Float64Array(columns)]
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const place = row * columns + column
      const value = raised[place] ?? 0
      inRow[row] = (inRow[row] ?? 0) + value
      inColumn[column] = (inColumn[column] ?? 0) + value
      if (!areTogether(row, column)) continue
      together[place] = 1
      togetherInRow[row] = (togetherInRow[row] ?? 0) + value
      togetherInColumn[column] = (togetherInColumn[column] ?? 0) + value
    }
  /** What a line of which so much is together asks; one that has none together asks nothing. */
  const asks = (value: number, isTogether: boolean, all: number, own: number): number =>
    own === 0 ? 0 : value / all - (isTogether ? value / own : 0)
  const [wanted, turned] = [new Float64Array(raised.length), new Float64Array(raised.length)]
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const place = row * columns + column
      const value = raised[place] ?? 0
      const isTogether = together[place] === 1
      const sum =
        asks(value, isTogether, inRow[row] ?? 0, togetherInRow[row] ?? 0) +
        asks(value, isTogether, inColumn[column] ?? 0, togetherInColumn[column] ?? 0)
      wanted[place] = (SHARPNESS * sum) / rows
      turned[column * rows + row] = (SHARPNESS * sum) / rows
    }
  return { wanted, turned }
}

/** Which way each sentence would point to be as alike to the others as is wanted; of these four at a time. */
const slopesOf = (wanted: Float64Array, rows: number, others: Float64Array): Float64Array => {
  const columns = others.length / DIMENSIONS
  const slopes = new Float64Array(rows * DIMENSIONS)
  for (let row = 0; row < rows; row++) {
    const into = row * DIMENSIONS
    const line = row * columns
    let column = 0
    for (; column + 3 < columns; column += 4) {
      const from = column * DIMENSIONS
      const [one, two] = [wanted[line + column] ?? 0, wanted[line + column + 1] ?? 0]
      const [three, four] = [wanted[line + column + 2] ?? 0, wanted[line + column + 3] ?? 0]
      for (let at = 0; at < DIMENSIONS; at++)
        slopes[into + at] =
          (slopes[into + at] ?? 0) +
          one * (others[from + at] ?? 0) +
          two * (others[from + DIMENSIONS + at] ?? 0) +
          three * (others[from + 2 * DIMENSIONS + at] ?? 0) +
          four * (others[from + 3 * DIMENSIONS + at] ?? 0)
    }
    for (; column < columns; column++) {
      const [from, want] = [column * DIMENSIONS, wanted[line + column] ?? 0]
      for (let at = 0; at < DIMENSIONS; at++)
        slopes[into + at] = (slopes[into + at] ?? 0) + want * (others[from + at] ?? 0)
    }
  }
  return slopes
}
