import { differencesIn } from '../../engine/findings/findings.ts'
import { RELATION_FEATURES, relationFeatures, type RelationFeatures } from '../../engine/findings/relation.ts'
import type { LogisticModel } from '../../engine/logistic.ts'
import type { Side } from '../../engine/model.ts'
import type { GoldPair } from './gold.ts'
import { materialFor } from './material.ts'
import { modelOf, regress } from './regression.ts'

const PULL = 4

/** A gold group with the features of the engine's group that covers most of it. */
export interface RelationExample {
  meeting: string
  features: RelationFeatures
  differs: boolean
  weight: number
}

/**
 * How often a pair of the first twenty blind batches counts: their authors let nearly every matter differ, where in real
 * readouts, and in later batches, four in ten are reported alike.
 */
const CONTRARY = 0.25
const LAST_CONTRARY_BATCH = 20
const isContrary = (meeting: string): boolean => {
  const batch = /^p(?<number>\d+)/u.exec(meeting)?.groups?.['number']
  return batch !== undefined && Number(batch) <= LAST_CONTRARY_BATCH
}

/** The gold groups of a pair for which the engine has one; the others no relation can be right for. */
export const relationExamples = (pair: GoldPair): RelationExample[] => {
  const { comparison, texts, meeting } = pair
  const material = materialFor(comparison, texts)
  const drafts = differencesIn(material)
  const indexOf = (side: Side, id: string): number =>
    comparison.readouts[side].sentences.findIndex((sentence) => sentence.id === id)
  return pair.groups.flatMap(({ us, cn, relation }) => {
    let [most, best] = [0, comparison.groups[0]]
    for (const group of comparison.groups) {
      const common = (side: Side, gold: readonly number[]): number =>
        group[side].filter((id) => gold.includes(indexOf(side, id))).length
      const overlap =
        (common('us', us) * common('cn', cn)) /
        Math.max(1, group.us.length * group.cn.length, us.length * cn.length)
      if (overlap > most) [most, best] = [overlap, group]
    }
    return most > 0 && best
      ? [
          {
            meeting,
            features: relationFeatures(best, drafts, material),
            differs: relation === 'differ',
            weight: isContrary(meeting) ? CONTRARY : 1
          }
        ]
      : []
  })
}

export const trainRelation = (examples: readonly RelationExample[]): LogisticModel =>
  modelOf(
    RELATION_FEATURES,
    regress(
      examples.map(({ features, differs, weight }) => ({
        values: RELATION_FEATURES.map((name) => features[name]),
        isLink: differs,
        weight
      })),
      RELATION_FEATURES.length,
      PULL
    )
  )
