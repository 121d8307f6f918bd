import type { BoostedTrees, Tree } from '../../engine/trees.ts'
import { sigmoid } from '../../engine/logistic.ts'
import type { Example } from './regression.ts'

const DEPTH = 3
/** How a model is grown. */
export interface Growth {
  trees: number
  rate: number
  /** The part of the examples, and of the features, that each tree sees; of all of them where it is 1. */
  rows: number
  columns: number
}
const GROWTH: Growth = { trees: 140, rate: 0.08, rows: 1, columns: 1 }
/** Values of a feature are told apart by so many thresholds. */
const BINS = 24
/** Pull of a leaf towards zero, and the least weight of examples in it. */
const PULL = 8
const LEAST_IN_LEAF = 6

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4

/** Thresholds that part the values of a feature into about equal shares. */
const thresholdsOf = (values: readonly number[]): number[] => {
  const sorted = [...values].sort((a, b) => a - b)
  const found = new Set<number>()
  for (let bin = 1; bin < BINS; bin++) {
    const at = Math.floor((bin * sorted.length) / BINS)
    const [before = 0, after = 0] = [sorted[at - 1], sorted[at]]
    found.add(rounded((before + after) / 2))
  }
  // A feature that is nearly always 0 still parts what has it from what has not.
  for (const value of new Set(sorted.filter((one) => one !== sorted[sorted.length >> 1]).slice(0, 1)))
    found.add(rounded(value))
  const highest = sorted.at(-1) ?? 0
  if (highest > 0) found.add(0)
  return [...found].filter((threshold) => threshold < highest).sort((a, b) => a - b)
}

/** Numbers from 0 to 1 that look like chance and are the same each time (Marsaglia 2003). */
const sequence = (): (() => number) => {
  let state = 2463534242
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/**
 * Fits boosted trees to examples by Newton steps (Chen & Guestrin 2016). The same each time: which examples and features a
 * tree sees, where it does not see all (Friedman 2002), only looks like chance.
 */
export const boost = (
  examples: readonly Example[],
  features: readonly string[],
  { trees: most, rate, rows, columns }: Growth = GROWTH
): BoostedTrees => {
  const next = sequence()
  const size = examples.length
  const thresholds = features.map((_name, at) => thresholdsOf(examples.map(({ values }) => values[at] ?? 0)))
  const bins = features.map((_name, feature) =>
    Uint8Array.from(examples, ({ values }) => {
      const value = values[feature] ?? 0
      const above = thresholds[feature]?.findIndex((threshold) => value <= threshold) ?? -1
      return above < 0 ? (thresholds[feature]?.length ?? 0) : above
    })
  )
  const all = examples.reduce((sum, { weight }) => sum + weight, 0)
  const right = examples.reduce((sum, { weight, isLink }) => sum + (isLink ? weight : 0), 0)
  const bias = rounded(Math.log(right / (all - right)))
  const logits = new Float64Array(size).fill(bias)
  const trees: Tree[] = []
  for (let round = 0; round < most; round++) {
    const sees = features.map(() => columns === 1 || next() < columns)
    const slope = new Float64Array(size)
    const curve = new Float64Array(size)
    for (const [at, { weight, isLink }] of examples.entries()) {
      if (rows < 1 && next() >= rows) continue
      const chance = sigmoid(logits[at] ?? 0)
      slope[at] = weight * (chance - (isLink ? 1 : 0))
      curve[at] = weight * chance * (1 - chance)
    }
    const node = new Uint8Array(size)
    const splits: number[][] = []
    for (let level = 0; level < DEPTH; level++)
      for (let at = 2 ** level - 1; at < 2 ** (level + 1) - 1; at++) {
        const [feature, bin] = bestSplit(at, node, slope, curve, bins, thresholds, sees)
        splits[at] = [feature, thresholds[feature]?.[bin] ?? Infinity]
        for (let one = 0; one < size; one++)
          if (node[one] === at) node[one] = 2 * at + ((bins[feature]?.[one] ?? 0) > bin ? 2 : 1)
      }
    const sums = Array.from({ length: 2 ** DEPTH }, () => ({ slope: 0, curve: 0 }))
    for (let one = 0; one < size; one++) {
      const leaf = sums[(node[one] ?? 0) - splits.length]
      if (!leaf) continue
      leaf.slope += slope[one] ?? 0
      leaf.curve += curve[one] ?? 0
    }
    const tree = {
      splits: splits.map(([feature = 0, threshold = 0]) => [
        feature,
        threshold === Infinity ? 1e9 : threshold
      ]),
      leaves: sums.map((leaf) => rounded((-rate * leaf.slope) / (leaf.curve + PULL)))
    }
    trees.push(tree)
    for (let one = 0; one < size; one++)
      logits[one] = (logits[one] ?? 0) + (tree.leaves[(node[one] ?? 0) - splits.length] ?? 0)
  }
  return { features: [...features], bias, trees }
}

/** The feature and the bin at which a node is best parted; the last bin, which parts nothing, where none is good. */
const bestSplit = (
  at: number,
  node: Uint8Array,
  slope: Float64Array,
  curve: Float64Array,
  bins: readonly Uint8Array[],
  thresholds: readonly (readonly number[])[],
  sees: readonly boolean[]
): [feature: number, bin: number] => {
  const members: number[] = []
  let [allSlope, allCurve] = [0, 0]
  for (let one = 0; one < node.length; one++)
    if (node[one] === at) {
      members.push(one)
      allSlope += slope[one] ?? 0
      allCurve += curve[one] ?? 0
    }
  const worth = (sum: number, bend: number): number => (sum * sum) / (bend + PULL)
  let best: { gain: number; feature: number; bin: number } = { gain: 1e-6, feature: 0, bin: BINS * 2 }
  for (const [feature, own] of bins.entries()) {
    if (!sees[feature]) continue
    const count = thresholds[feature]?.length ?? 0
    const [slopes, curves] = [new Float64Array(count + 1), new Float64Array(count + 1)]
    for (const one of members) {
      const bin = own[one] ?? 0
      slopes[bin] = (slopes[bin] ?? 0) + (slope[one] ?? 0)
      curves[bin] = (curves[bin] ?? 0) + (curve[one] ?? 0)
    }
    let [left, leftCurve] = [0, 0]
    for (let bin = 0; bin < count; bin++) {
      left += slopes[bin] ?? 0
      leftCurve += curves[bin] ?? 0
      if (leftCurve < LEAST_IN_LEAF / 4 || allCurve - leftCurve < LEAST_IN_LEAF / 4) continue
      const gain =
        worth(left, leftCurve) + worth(allSlope - left, allCurve - leftCurve) - worth(allSlope, allCurve)
      if (gain > best.gain) best = { gain, feature, bin }
    }
  }
  return [best.feature, best.bin]
}
