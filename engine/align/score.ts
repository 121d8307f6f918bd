import data from '../lexicon/data/alignment.json' with { type: 'json' }
import { FEATURES, type FeatureVector, type PairFeatures } from './features.ts'
import { added, sigmoid, sum, type LogisticModel } from '../logistic.ts'
import { rounded } from '../rounded.ts'
import type { BoostedTrees } from '../trees.ts'

/** What tells, beside the sentences themselves, how a pair stands among the others. */
export const CONTEXT_FEATURES = [
  'logit',
  'toBest',
  'toFartherBest',
  'mutualBest',
  'neighbour',
  'diagonal',
  'before',
  'fewerRivals',
  'moreRivals'
] as const
export type ContextVector = Record<(typeof CONTEXT_FEATURES)[number], number>

export interface AlignmentModel {
  first: LogisticModel
  /** What it adds that both sentences name a second-level topic, by "topic.part". */
  parts: Record<string, number>
  second: LogisticModel
  /** Whether a sentence has any counterpart, asked of the sentence itself. */
  counterpart: LogisticModel
  /** How sure a pair is, once both its sentences were asked that. */
  acceptance: BoostedTrees
  /** Whether two partners of one sentence treat one matter with it. */
  together: LogisticModel
  /** What it costs a group to set two sentences side by side that are not linked. */
  unlinkedCost: number
}

export const alignmentModel: AlignmentModel = data.model

/** Log odds that two sentences treat one matter, from the two alone. */
export const firstLogit = ({ values, parts }: PairFeatures, model: AlignmentModel): number =>
  rounded(parts.reduce((total, part) => total + (model.parts[part] ?? 0), sum(model.first, FEATURES, values)))

/** Signs that the second look weighs: how a pair stands among the others, and once more what it is by itself. */
export const SECOND_FEATURES = [...CONTEXT_FEATURES, ...FEATURES] as const

/** Probability that they do, seen among all other pairs. */
export const linkProbability = (
  context: ContextVector,
  values: FeatureVector,
  model: AlignmentModel
): number =>
  rounded(sigmoid(added(sum(model.second, CONTEXT_FEATURES, context), model.second, FEATURES, values)))
