import data from '../lexicon/data/finding-salience.json' with { type: 'json' }
import { sigmoid } from '../logistic.ts'
import { boosted, type BoostedTrees } from '../trees.ts'
import type { FindingDraft } from './draft.ts'
import { findingSigns } from './finding-signs.ts'
import type { Material } from './material.ts'

/** How a reader would judge a finding, by trees that test/bench/fit-salience.ts has fitted to readers' marks. */
export interface Salience {
  /** Probability that it is true, carries what it says, and is worth its line. */
  useful: number
  /** Probability that it is wrong, or that its words do not carry what it says. */
  harmful: number
  /** Probability that it is among the first five differences of its meeting. */
  leading: number
  /** Probability that its sentence can be pasted as it stands. */
  wellTold: number
}

/** One model for each question; all ask the same signs. */
export type SalienceModels = Record<keyof Salience, BoostedTrees>

/** The names of the signs stand in the table once. */
const modelOf = (trees: Omit<BoostedTrees, 'features'>): BoostedTrees => ({
  features: data.features,
  ...trees
})

const models: SalienceModels = {
  useful: modelOf(data.useful),
  harmful: modelOf(data.harmful),
  leading: modelOf(data.leading),
  wellTold: modelOf(data.wellTold)
}

/** What the trees of a model say to signs by name; a sign that was never seen tells nothing. */
export const chanceBy = (model: BoostedTrees, signs: Record<string, number>): number =>
  sigmoid(
    boosted(
      model,
      model.features.map((name) => signs[name] ?? 0)
    )
  )

export const salience = (material: Material, draft: FindingDraft): Salience => {
  const signs = findingSigns(material, draft)
  return {
    useful: chanceBy(models.useful, signs),
    harmful: chanceBy(models.harmful, signs),
    leading: chanceBy(models.leading, signs),
    wellTold: chanceBy(models.wellTold, signs)
  }
}
