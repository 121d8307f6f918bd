import { differencesIn } from '../../engine/findings/findings.ts'
import { RELATION_FEATURES, relationFeatures, type RelationFeatures } from '../../engine/findings/relation.ts'
import { strengthOf, toldBy, type RelationWords } from '../../engine/findings/relation-words.ts'
import { inThousandths } from '../../engine/rounded.ts'
import type { LogisticModel } from '../../engine/logistic.ts'
import type { Side } from '../../engine/model.ts'
import { fitClasses } from './maximum-entropy.ts'
import { groupsOf, type ReadPair } from './read-pairs.ts'
import { modelOf, regress } from './regression.ts'
import { writeTable } from './tables.ts'

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

/** A word of fewer groups tells nothing. */
const LEAST_GROUPS = 8
const WORD_PULL = 4
const LEAST_WEIGHT = 0.03
/** Meetings are held out in so many parts for the model to learn what the words of others tell. */
const FOLDS = 5

interface Told {
  meeting: string
  words: string[]
  differs: boolean
  weight: number
}

/** The words of all groups of a gold. */
const toldIn = ({ groups, read, meeting }: ReadPair): Told[] => {
  const tokens = (side: Side, indices: readonly number[]) =>
    indices.flatMap((index) => {
      const own = read[side].tokens[index]
      return own ? [own] : []
    })
  return groups.map(({ us, cn, relation }) => ({
    meeting,
    words: [...toldBy([...tokens('us', us), ...tokens('cn', cn)])],
    differs: relation === 'differ',
    weight: isContrary(meeting) ? CONTRARY : 1
  }))
}

/** What words tell of whether the passages that have them differ. */
const trainWords = (groups: readonly Told[]): RelationWords => {
  const counts = new Map<string, number>()
  for (const { words } of groups) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const names = [...counts].flatMap(([word, count]) => (count < LEAST_GROUPS ? [] : [word])).sort()
  const places = new Map(names.map((word, at) => [word, at]))
  const always = names.length
  const weights = fitClasses(
    groups.map(({ words, differs, weight }) => {
      const features = words.flatMap((word) => places.get(word) ?? [])
      return {
        features: [...features, always],
        strengths: [...features.map(() => strengthOf(features.length)), 1],
        label: Number(differs),
        weight
      }
    }),
    names.length + 1,
    2,
    WORD_PULL
  )
  return Object.fromEntries(
    names.flatMap((word, at) => {
      const weight = (weights[2 * at + 1] ?? 0) - (weights[2 * at] ?? 0)
      return Math.abs(weight) < LEAST_WEIGHT ? [] : [[word, inThousandths(weight)] as const]
    })
  )
}

/** The gold groups of a pair for which the engine has one; the others no relation can be right for. */
const relationExamples = (pair: ReadPair, words: RelationWords): RelationExample[] => {
  const { read, meeting } = pair
  const { groups, material } = groupsOf(pair)
  const drafts = differencesIn(material)
  const indexOf = (side: Side, id: string): number =>
    read[side].readout.sentences.findIndex((sentence) => sentence.id === id)
  return pair.groups.flatMap(({ us, cn, relation }) => {
    let [most, best] = [0, groups[0]]
    for (const group of groups) {
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
            features: relationFeatures(best, drafts, material, words),
            differs: relation === 'differ',
            weight: isContrary(meeting) ? CONTRARY : 1
          }
        ]
      : []
  })
}

const trainModel = (examples: readonly RelationExample[]): LogisticModel =>
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

/** Words and model; the model learns from what the words of other meetings tell, as it will be in texts never seen. */
const trainRelation = (pairs: readonly ReadPair[]): { words: RelationWords; model: LogisticModel } => {
  const meetings = [...new Set(pairs.map(({ meeting }) => meeting))]
  const foldOf = ({ meeting }: { meeting: string }): number => meetings.indexOf(meeting) % FOLDS
  const groups = pairs.flatMap(toldIn)
  const examples = Array.from({ length: FOLDS }, (_none, fold) => {
    const words = trainWords(groups.filter((group) => foldOf(group) !== fold))
    return pairs.filter((pair) => foldOf(pair) === fold).flatMap((pair) => relationExamples(pair, words))
  }).flat()
  return { words: trainWords(groups), model: trainModel(examples) }
}

/** Fits what tells whether a group is shared or differs, and writes it. */
export const fitRelation = (pairs: readonly ReadPair[]): void => {
  const { words, model } = trainRelation(pairs)
  writeTable(
    'relation.json',
    'Weights by which a group is shared or differs, fitted by test/bench/fit.ts to gold alignments.',
    { model }
  )
  writeTable(
    'relation-words.json',
    'What words tell of whether the passages that have them differ, fitted by test/bench/fit.ts to gold alignments.',
    { words }
  )
}
