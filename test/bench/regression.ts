import { sigmoid, type LogisticModel } from '../../engine/logistic.ts'
import { inThousandths } from '../../engine/rounded.ts'

/** One example of a logistic regression; most values are 0. */
export interface Example {
  values: readonly number[]
  isLink: boolean
  /** How often it counts. */
  weight: number
}

const ROUNDS = 12
const CLOSE_ENOUGH = 1e-5

/** Solves a symmetric, positive definite system by Cholesky's decomposition; the matrix, row by row, is overwritten. */
export const solve = (matrix: Float64Array, right: Float64Array, size: number): Float64Array => {
  const at = (row: number, column: number): number => matrix[row * size + column] ?? 0
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      let sum = at(row, column)
      for (let k = 0; k < column; k++) sum -= at(row, k) * at(column, k)
      matrix[row * size + column] =
        row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(column, column)
    }
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

/**
 * Logistic regression with an L2 pull on all but the bias, by Newton's method: no chance in it, so the same data give
 * the same weights.
 *
 * @param start weights near those looked for, which saves rounds
 * @returns the weights of the values, then the bias
 */
export const regress = (
  examples: readonly Example[],
  size: number,
  pull: number,
  start: readonly number[] = []
): number[] => {
  const width = size + 1
  const sparse = examples.map(({ values, isLink, weight }) => {
    const places = [...values.keys()].filter((place) => values[place] !== 0)
    return {
      places: Int32Array.from([...places, size]),
      values: Float64Array.from([...places.map((place) => values[place] ?? 0), 1]),
      isLink,
      weight
    }
  })
  let weights = Float64Array.from({ length: width }, (_none, place) => start[place] ?? 0)
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Float64Array(width)
    const curve = new Float64Array(width * width)
    for (let place = 0; place < size; place++) {
      slope[place] = pull * (weights[place] ?? 0)
      curve[place * width + place] = pull
    }
    for (const { places, values, isLink, weight } of sparse) {
      let logit = 0
      for (let k = 0; k < places.length; k++) logit += (weights[places[k] ?? 0] ?? 0) * (values[k] ?? 0)
      const chance = sigmoid(logit)
      const spread = weight * chance * (1 - chance)
      const error = weight * (chance - (isLink ? 1 : 0))
      for (let k = 0; k < places.length; k++) {
        const [place, value] = [places[k] ?? 0, values[k] ?? 0]
        slope[place] = (slope[place] ?? 0) + error * value
        const [row, share] = [place * width, spread * value]
        for (let other = 0; other <= k; other++) {
          const at = row + (places[other] ?? 0)
          curve[at] = (curve[at] ?? 0) + share * (values[other] ?? 0)
        }
      }
    }
    const step = solve(curve, slope, width)
    weights = weights.map((weight, place) => weight - (step[place] ?? 0))
    if (step.every((value) => Math.abs(value) < CLOSE_ENOUGH)) break
  }
  return [...weights]
}

/** Weights of a regression by the names of their values, as they are kept. */
export const modelOf = (names: readonly string[], weights: readonly number[]): LogisticModel => ({
  bias: inThousandths(weights[names.length] ?? 0),
  weights: Object.fromEntries(names.map((name, at) => [name, inThousandths(weights[at] ?? 0)]))
})
