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
const CLOSE_ENOUGH = 2e-6
const SUFFICIENT_DECREASE = 1e-4
const SMALLEST_STEP = 1e-8

/** Weights one after another. */
export type Vector = Float64Array<ArrayBuffer>

const dot = (one: Vector, other: Vector): number => {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
}

/** `one` + `times` x `other` */
const plus = (one: Vector, times: number, other: Vector): Vector => {
  const sum = one.slice()
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + times * (other[at] ?? 0)
  return sum
}

/** Examples with the features of all in a row: they are gone through some hundred times, by more than one fit. */
export interface IndexedExamples {
  size: number
  classes: number
  /** Where the features of each example begin; the last is where all end. */
  starts: Int32Array
  /** Of each feature the place of its first weight. */
  rows: Int32Array
  strengths: Float64Array
  labels: Int32Array
  /** How often each example counts; one that counts nothing is passed over. */
  weights: Float64Array
}

/**
 * @param size number of features
 * @param classes number of classes
 */
export const indexExamples = (
  examples: readonly ClassExample[],
  size: number,
  classes: number
): IndexedExamples => {
  const starts = new Int32Array(examples.length + 1)
  for (const [at, { features }] of examples.entries()) starts[at + 1] = (starts[at] ?? 0) + features.length
  const all = starts.at(-1) ?? 0
  const [rows, strengths] = [new Int32Array(all), new Float64Array(all).fill(1)]
  for (const [at, { features, strengths: own }] of examples.entries()) {
    const from = starts[at] ?? 0
    for (const [place, feature] of features.entries()) rows[from + place] = feature * classes
    if (own) strengths.set(own, from)
  }
  return {
    size,
    classes,
    starts,
    rows,
    strengths,
    labels: Int32Array.from(examples, ({ label }) => label),
    weights: Float64Array.from(examples, ({ weight }) => weight)
  }
}

/** How much a model is off, and which way its weights would be less so. */
const lossAt = (
  { classes, starts, rows, strengths, labels, weights: counts }: IndexedExamples,
  pull: number,
  weights: Vector
): { loss: number; slope: Vector } => {
  const slope = weights.map((weight) => pull * weight)
  const scores = new Float64Array(classes)
  let loss = (pull / 2) * dot(weights, weights)
  for (let example = 0; example < labels.length; example++) {
    const counted = counts[example] ?? 0
    if (counted === 0) continue
    const label = labels[example] ?? 0
    const [from, to] = [starts[example] ?? 0, starts[example + 1] ?? 0]
    scores.fill(0)
    for (let place = from; place < to; place++) {
      const row = rows[place] ?? 0
      const strength = strengths[place] ?? 0
      for (let at = 0; at < classes; at++)
        scores[at] = (scores[at] ?? 0) + strength * (weights[row + at] ?? 0)
    }
    let most = -Infinity
    for (let at = 0; at < classes; at++) most = Math.max(most, scores[at] ?? 0)
    const own = scores[label] ?? 0
    let total = 0
    for (let at = 0; at < classes; at++) {
      const raised = Math.exp((scores[at] ?? 0) - most)
      scores[at] = raised
      total += raised
    }
    loss += counted * (most + Math.log(total) - own)
    for (let at = 0; at < classes; at++)
      scores[at] = counted * ((scores[at] ?? 0) / total - (at === label ? 1 : 0))
    for (let place = from; place < to; place++) {
      const row = rows[place] ?? 0
      const strength = strengths[place] ?? 0
      for (let at = 0; at < classes; at++)
        slope[row + at] = (slope[row + at] ?? 0) + strength * (scores[at] ?? 0)
    }
  }
  return { loss, slope }
}

/** Fits the weights of a maximum-entropy model to examples (`fitIndexed`). */
export const fitClasses = (
  examples: readonly ClassExample[],
  size: number,
  classes: number,
  pull: number
): Vector => fitIndexed(indexExamples(examples, size, classes), pull)

/**
 * Fits the weights of a maximum-entropy model with an L2 pull, by limited-memory BFGS (Liu & Nocedal 1989) with
 * backtracking: no chance in it, so the same examples give the same weights.
 *
 * @param start weights to begin with, those of nearly the same examples, from which there is not far to go
 * @returns the weights, feature by feature, one a class
 */
export const fitIndexed = (
  examples: IndexedExamples,
  pull: number,
  start: Vector = new Float64Array(examples.size * examples.classes)
): Vector => {
  let weights = start
  let { loss, slope } = lossAt(examples, pull, weights)
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
    let reached = lossAt(examples, pull, next)
    while (reached.loss > loss - SUFFICIENT_DECREASE * length * descent && length > SMALLEST_STEP) {
      length /= 2
      next = plus(weights, -length, direction)
      reached = lossAt(examples, pull, next)
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
