import { sigmoid, type LogisticModel } from '../../engine/logistic.ts'
import { inThousandths } from '../../engine/rounded.ts'

/** One example of a logistic regression; most values are 0. */
export interface Example {
  values: readonly number[]
  isLink: boolean
  /** How often it counts. */
  weight: number
}

const ROUNDS = 60
const CLOSE_ENOUGH = 1e-5
/** A curve that brings a step to less than this share of the one before is still good enough. */
const STILL_GOOD = 0.5

/** Cholesky's decomposition of a symmetric, positive definite matrix, row by row, in its place. */
const decompose = (matrix: Float64Array, size: number): Float64Array => {
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column] ?? 0
      for (let k = 0; k < column; k++) sum -= (matrix[row * size + k] ?? 0) * (matrix[column * size + k] ?? 0)
      matrix[row * size + column] =
        row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (matrix[column * size + column] ?? 1)
    }
  return matrix
}

/** Solves a system whose matrix is decomposed. */
const solveBy = (factor: Float64Array, right: Float64Array, size: number): Float64Array => {
  const at = (row: number, column: number): number => factor[row * size + column] ?? 0
  const solution = Float64Array.from(right)
  for (let row = 0; row < size; row++) {
    let sum = solution[row] ?? 0
    for (let k = 0; k < row; k++) sum -= at(row, k) * (solution[k] ?? 0)
    solution[row] = sum / at(row, row)
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = solution[row] ?? 0
    for (let k = row + 1; k < size; k++) sum -= at(k, row) * (solution[k] ?? 0)
    solution[row] = sum / at(row, row)
  }
  return solution
}

/** Solves a symmetric, positive definite system; the matrix, row by row, is overwritten. */
export const solve = (matrix: Float64Array, right: Float64Array, size: number): Float64Array =>
  solveBy(decompose(matrix, size), right, size)

/** Numbers one after another, as many as there are. */
class Growing<T extends Float64Array | Int32Array> {
  #values: T
  length = 0
  readonly #make: (size: number) => T

  constructor(make: (size: number) => T) {
    this.#make = make
    this.#values = make(1024)
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = this.#make(2 * this.length)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.length++] = value
  }

  get values(): T {
    return this.#values
  }
}

/**
 * Logistic regression with an L2 pull on all but the bias, by Newton's method: no chance in it, so the same data give
 * the same weights. Examples are indexed once for all fits to them or to some of them, and have only what is not 0; the
 * curve is made anew only where the steps do not shrink by the one that is there.
 */
export class Regression {
  readonly #size: number
  readonly #pull: number
  readonly #starts = new Growing((size) => new Int32Array(size))
  readonly #places = new Growing((size) => new Int32Array(size))
  readonly #values = new Growing((size) => new Float64Array(size))
  readonly #wants = new Growing((size) => new Int32Array(size))
  readonly #weights = new Growing((size) => new Float64Array(size))
  #factor: Float64Array | undefined

  /** @param size number of values of an example */
  constructor(size: number, pull: number) {
    this.#size = size
    this.#pull = pull
    this.#starts.push(0)
  }

  get length(): number {
    return this.#wants.length
  }

  /** One more example; which of its values are not 0 is told by `each`, in rising order of their places. */
  add(
    each: (value: (place: number, value: number) => void) => void,
    { isLink, weight }: Omit<Example, 'values'>
  ): void {
    each((place, value) => {
      if (value === 0) return
      this.#places.push(place)
      this.#values.push(value)
    })
    this.#places.push(this.#size)
    this.#values.push(1)
    this.#starts.push(this.#places.length)
    this.#wants.push(Number(isLink))
    this.#weights.push(weight)
  }

  /**
   * @param start weights near those looked for, which saves rounds
   * @param isWanted which examples count, by their order
   * @returns the weights of the values, then the bias
   */
  fit(start: readonly number[] = [], isWanted: (at: number) => boolean = () => true): number[] {
    const width = this.#size + 1
    const heard = Float64Array.from({ length: this.length }, (_none, at) =>
      isWanted(at) ? (this.#weights.values[at] ?? 0) : 0
    )
    let weights = Float64Array.from({ length: width }, (_none, place) => start[place] ?? 0)
    let before = Infinity
    for (let round = 0; round < ROUNDS; round++) {
      const slope = this.#slope(weights, heard)
      this.#factor ??= decompose(this.#curve(weights, heard), width)
      const step = solveBy(this.#factor, slope, width)
      const size = step.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
      if (size > STILL_GOOD * before) {
        // Too far on for the curve that is there.
        this.#factor = undefined
        before = Infinity
        continue
      }
      before = size
      weights = weights.map((weight, place) => weight - (step[place] ?? 0))
      if (size < CLOSE_ENOUGH) break
    }
    return [...weights]
  }

  #chanceOf(at: number, weights: Float64Array): number {
    const [places, values, starts] = [this.#places.values, this.#values.values, this.#starts.values]
    let logit = 0
    for (let k = starts[at] ?? 0; k < (starts[at + 1] ?? 0); k++)
      logit += (weights[places[k] ?? 0] ?? 0) * (values[k] ?? 0)
    return sigmoid(logit)
  }

  #slope(weights: Float64Array, heard: Float64Array): Float64Array {
    const [places, values, starts] = [this.#places.values, this.#values.values, this.#starts.values]
    const wants = this.#wants.values
    const slope = new Float64Array(this.#size + 1)
    for (let place = 0; place < this.#size; place++) slope[place] = this.#pull * (weights[place] ?? 0)
    for (let at = 0; at < heard.length; at++) {
      const weight = heard[at] ?? 0
      if (weight === 0) continue
      const error = weight * (this.#chanceOf(at, weights) - (wants[at] ?? 0))
      for (let k = starts[at] ?? 0; k < (starts[at + 1] ?? 0); k++) {
        const place = places[k] ?? 0
        slope[place] = (slope[place] ?? 0) + error * (values[k] ?? 0)
      }
    }
    return slope
  }

  #curve(weights: Float64Array, heard: Float64Array): Float64Array {
    const [places, values, starts] = [this.#places.values, this.#values.values, this.#starts.values]
    const width = this.#size + 1
    const curve = new Float64Array(width * width)
    for (let place = 0; place < this.#size; place++) curve[place * width + place] = this.#pull
    for (let at = 0; at < heard.length; at++) {
      const weight = heard[at] ?? 0
      if (weight === 0) continue
      const chance = this.#chanceOf(at, weights)
      const spread = weight * chance * (1 - chance)
      const from = starts[at] ?? 0
      for (let k = from; k < (starts[at + 1] ?? 0); k++) {
        const row = (places[k] ?? 0) * width
        const share = spread * (values[k] ?? 0)
        for (let other = from; other <= k; other++) {
          const place = row + (places[other] ?? 0)
          curve[place] = (curve[place] ?? 0) + share * (values[other] ?? 0)
        }
      }
    }
    return curve
  }
}

/** A logistic regression of examples that are fitted to once. */
export const regress = (
  examples: readonly Example[],
  size: number,
  pull: number,
  start?: readonly number[]
): number[] => {
  const regression = new Regression(size, pull)
  for (const example of examples)
    regression.add((value) => {
      for (let place = 0; place < size; place++) value(place, example.values[place] ?? 0)
    }, example)
  return regression.fit(start)
}

/** Weights of a regression by the names of their values, as they are kept. */
export const modelOf = (names: readonly string[], weights: readonly number[]): LogisticModel => ({
  bias: inThousandths(weights[names.length] ?? 0),
  weights: Object.fromEntries(names.map((name, at) => [name, inThousandths(weights[at] ?? 0)]))
})
