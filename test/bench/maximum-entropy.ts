/** An example of a maximum-entropy model: the features that it has, and which class it is of. */
export interface ClassExample {
  /** Places of its features among all. */
  features: readonly number[]
  /** How strong each of them is; 1 where it is not said. */
  strengths?: readonly number[]
  label: number
  /** How often it counts. */
  weight: number
}

const MEMORY = 10
const ROUNDS = 200
const CLOSE_ENOUGH = 1e-6
const SUFFICIENT_DECREASE = 1e-4
const SMALLEST_STEP = 1e-8

type Vector = Float64Array<ArrayBuffer>

const dot = (one: Vector, other: Vector): number => {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
}

/** `one` + `times` x `other` */
const plus = (one: Vector, times: number, other: Vector): Vector =>
  one.map((value, at) => value + times * (other[at] ?? 0))

/**
 * Fits the weights of a maximum-entropy model with an L2 pull, by limited-memory BFGS (Liu & Nocedal 1989) with
 * backtracking: no chance in it, so the same examples give the same weights.
 *
 * @param size number of features
 * @param classes number of classes
 * @returns the weights, feature by feature, one a class
 */
export const fitClasses = (
  examples: readonly ClassExample[],
  size: number,
  classes: number,
  pull: number
): Vector => {
  const lossAt = (weights: Vector): { loss: number; slope: Vector } => {
    const slope = weights.map((weight) => pull * weight)
    let loss = (pull / 2) * dot(weights, weights)
    const scores = new Float64Array(classes)
    for (const { features, strengths, label, weight } of examples) {
      scores.fill(0)
      for (const [place, feature] of features.entries()) {
        const strength = strengths?.[place] ?? 1
        for (let at = 0; at < classes; at++)
          scores[at] = (scores[at] ?? 0) + strength * (weights[feature * classes + at] ?? 0)
      }
      const most = Math.max(...scores)
      let total = 0
      for (const score of scores) total += Math.exp(score - most)
      loss += weight * (most + Math.log(total) - (scores[label] ?? 0))
      for (let at = 0; at < classes; at++) {
        const error = weight * (Math.exp((scores[at] ?? 0) - most) / total - (at === label ? 1 : 0))
        for (const [place, feature] of features.entries())
          slope[feature * classes + at] =
            (slope[feature * classes + at] ?? 0) + (strengths?.[place] ?? 1) * error
      }
    }
    return { loss, slope }
  }

  let weights = new Float64Array(size * classes)
  let { loss, slope } = lossAt(weights)
  const history: { step: Vector; change: Vector; scale: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    let direction = slope.slice()
    const shares: number[] = []
    for (const { step, change, scale } of [...history].reverse()) {
      const share = dot(step, direction) / scale
      shares.push(share)
      direction = plus(direction, -share, change)
    }
    const last = history.at(-1)
    const first = last
      ? last.scale / dot(last.change, last.change)
      : 1 / Math.max(1, Math.sqrt(dot(slope, slope)))
    direction = direction.map((value) => value * first)
    for (const [at, { step, change, scale }] of history.entries()) {
      const share = shares[history.length - 1 - at] ?? 0
      direction = plus(direction, share - dot(change, direction) / scale, step)
    }
    const descent = dot(slope, direction)
    let length = 1
    let next = plus(weights, -length, direction)
    let reached = lossAt(next)
    while (reached.loss > loss - SUFFICIENT_DECREASE * length * descent && length > SMALLEST_STEP) {
      length /= 2
      next = plus(weights, -length, direction)
      reached = lossAt(next)
    }
    const step = plus(next, -1, weights)
    const change = plus(reached.slope, -1, slope)
    const scale = dot(step, change)
    if (scale > 0) history.push({ step, change, scale })
    if (history.length > MEMORY) history.shift()
    const gain = loss - reached.loss
    weights = next
    ;({ loss, slope } = reached)
    if (gain < CLOSE_ENOUGH * Math.abs(loss)) break
  }
  return weights
}
