/** One example of a multinomial logistic regression: its signs with their strength, and its class. */
export interface Classed {
  places: Int32Array
  values: Float64Array
  right: number
  /** How often it counts. */
  weight: number
}

const ROUNDS = 160
const MEMORY = 8
const CLOSE_ENOUGH = 1e-3
const HALVINGS = 30
const ENOUGH_FALL = 1e-4

/** Sum of products of two lists. */
const dot = (one: Float64Array, other: Float64Array): number => {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
}

/**
 * Multinomial logistic regression with an L2 pull, by L-BFGS (Liu & Nocedal 1989): no chance in it.
 *
 * @param size number of signs
 * @returns weights by sign, then class
 */
export const softmaxRegress = (
  examples: readonly Classed[],
  size: number,
  classes: number,
  pull: number
): Float64Array => {
  const length = size * classes
  const lossOf = (weights: Float64Array, slope: Float64Array): number => {
    let loss = 0
    for (let at = 0; at < length; at++) {
      const weight = weights[at] ?? 0
      loss += (pull * weight * weight) / 2
      slope[at] = pull * weight
    }
    const sums = new Float64Array(classes)
    for (const { places, values, right, weight } of examples) {
      sums.fill(0)
      for (let k = 0; k < places.length; k++) {
        const [from, value] = [(places[k] ?? 0) * classes, values[k] ?? 0]
        for (let c = 0; c < classes; c++) sums[c] = (sums[c] ?? 0) + value * (weights[from + c] ?? 0)
      }
      const most = Math.max(...sums)
      let all = 0
      for (let c = 0; c < classes; c++) all += sums[c] = Math.exp((sums[c] ?? 0) - most)
      loss -= weight * Math.log(Math.max(1e-12, (sums[right] ?? 0) / all))
      for (let c = 0; c < classes; c++) sums[c] = weight * ((sums[c] ?? 0) / all - (c === right ? 1 : 0))
      for (let k = 0; k < places.length; k++) {
        const [from, value] = [(places[k] ?? 0) * classes, values[k] ?? 0]
        for (let c = 0; c < classes; c++) slope[from + c] = (slope[from + c] ?? 0) + value * (sums[c] ?? 0)
      }
    }
    return loss
  }
  let weights = new Float64Array(length)
  let slope = new Float64Array(length)
  let loss = lossOf(weights, slope)
  const memory: { step: Float64Array; turn: Float64Array; scale: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const way = Float64Array.from(slope)
    const shares: number[] = []
    for (const { step, turn, scale } of memory) {
      const share = scale * dot(step, way)
      shares.push(share)
      for (let at = 0; at < length; at++) way[at] = (way[at] ?? 0) - share * (turn[at] ?? 0)
    }
    const [last] = memory
    const scale = last
      ? dot(last.step, last.turn) / dot(last.turn, last.turn)
      : 1 / Math.sqrt(dot(slope, slope))
    for (let at = 0; at < length; at++) way[at] = (way[at] ?? 0) * scale
    for (const [at, { step, turn, scale: inverse }] of [...memory.entries()].reverse()) {
      const share = (shares[at] ?? 0) - inverse * dot(turn, way)
      for (let place = 0; place < length; place++) way[place] = (way[place] ?? 0) + share * (step[place] ?? 0)
    }
    const fall = dot(slope, way)
    const nextSlope = new Float64Array(length)
    let [next, nextLoss, stride] = [weights, Infinity, 1]
    for (let halving = 0; halving < HALVINGS; halving++, stride /= 2) {
      const reach = stride
      next = weights.map((weight, at) => weight - reach * (way[at] ?? 0))
      nextLoss = lossOf(next, nextSlope)
      if (nextLoss <= loss - ENOUGH_FALL * reach * fall) break
    }
    if (!(nextLoss < loss)) break
    const [step, turn] = [
      next.map((value, at) => value - (weights[at] ?? 0)),
      nextSlope.map((value, at) => value - (slope[at] ?? 0))
    ]
    const curvature = dot(step, turn)
    if (curvature > 0) memory.unshift({ step, turn, scale: 1 / curvature })
    if (memory.length > MEMORY) memory.pop()
    const gain = loss - nextLoss
    ;[weights, slope, loss] = [next, nextSlope, nextLoss]
    if (gain < CLOSE_ENOUGH) break
  }
  return weights
}
