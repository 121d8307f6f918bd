import { rounded } from './rounded.ts'

/**
 * A decision tree of one depth throughout: `splits[0]` is its root, the children of node n are 2n + 1 and 2n + 2. Goes to
 * the second child where the value is above the threshold.
 */
export interface Tree {
  /** Number of the feature, and the threshold. */
  splits: number[][]
  leaves: number[]
}

/** Gradient-boosted decision trees (Friedman 2001): the log odds are the sum of what each tree says. */
export interface BoostedTrees {
  features: string[]
  bias: number
  trees: Tree[]
}

const leafOf = ({ splits, leaves }: Tree, values: readonly number[]): number => {
  let node = 0
  while (node < splits.length) {
    const [feature = 0, threshold = 0] = splits[node] ?? []
    node = 2 * node + ((values[feature] ?? 0) > threshold ? 2 : 1)
  }
  return leaves[node - splits.length] ?? 0
}

/** Log odds by the trees, for values in the order of the model's features. */
export const boosted = ({ bias, trees }: BoostedTrees, values: readonly number[]): number =>
  rounded(trees.reduce((sum, tree) => sum + leafOf(tree, values), bias))
