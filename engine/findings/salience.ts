import data from '../lexicon/data/finding-salience.json' with { type: 'json' }
import { logOdds, sigmoid, type LogisticModel } from '../logistic.ts'
import type { FindingDraft } from './draft.ts'
import { findingSigns } from './finding-signs.ts'
import type { Material } from './material.ts'

/** How a reader would judge a finding, by weights that test/bench/fit-salience.ts has fitted to readers' marks. */
export interface Salience {
  /** Probability that it is true, carries what it says, and is worth its line. */
  useful: number
  /** Probability that it is wrong, or that its words do not carry what it says. */
  harmful: number
  /** Probability that it is among the first five differences of its meeting. */
  leading: number
}

/** One model for each question. */
export type SalienceModels = Record<keyof Salience, LogisticModel>

const models: SalienceModels = { useful: data.useful, harmful: data.harmful, leading: data.leading }

export const salience = (material: Material, draft: FindingDraft): Salience => {
  const signs = findingSigns(material, draft)
  return {
    useful: sigmoid(logOdds(models.useful, signs)),
    harmful: sigmoid(logOdds(models.harmful, signs)),
    leading: sigmoid(logOdds(models.leading, signs))
  }
}
