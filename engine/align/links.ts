import { candidatePairs } from './candidates.ts'
import { featuresOf, rarityOf, weigh, type FeatureVector, type Rarity, type Weighed } from './features.ts'
import { profilesOf } from './profile.ts'
import type { ReadoutDraft } from '../draft.ts'
import { firstLogit, linkProbability, sigmoid, type AlignmentModel, type ContextVector } from './score.ts'

/** Two sentences, by their index in their readouts, that are taken to treat one matter. */
export interface Link {
  us: number
  cn: number
  /** Probability that they do. */
  score: number
}

export interface ScoredPair {
  us: number
  cn: number
  features: FeatureVector
  logit: number
}

export interface Prepared {
  us: Weighed[]
  cn: Weighed[]
  rarity: Rarity
  pairs: ScoredPair[]
  /** The pair of two sentences, by their indices; undefined for one that was not looked at. */
  pairOf: (us: number, cn: number) => ScoredPair | undefined
}

/** Both indices in one number, below the largest exact integer for any texts that are let in. */
const key = (us: number, cn: number): number => us * 2 ** 24 + cn

/** First look: every candidate pair by itself. */
export const prepare = (us: ReadoutDraft, cn: ReadoutDraft, model: AlignmentModel): Prepared => {
  const profiles = { us: profilesOf(us), cn: profilesOf(cn) }
  const rarity = rarityOf([...profiles.us, ...profiles.cn])
  const weighed = {
    us: weigh(profiles.us, rarity),
    cn: weigh(profiles.cn, rarity)
  }
  const pairs: ScoredPair[] = []
  for (const [row, columns] of candidatePairs(weighed.us, weighed.cn).entries())
    for (const column of columns) {
      const [one, other] = [weighed.us[row], weighed.cn[column]]
      if (!one || !other) continue
      const features = featuresOf(one, other, rarity)
      pairs.push({ us: row, cn: column, features, logit: firstLogit(features, model) })
    }
  const byPlace = new Map(pairs.map((pair) => [key(pair.us, pair.cn), pair]))
  return { ...weighed, rarity, pairs, pairOf: (row, column) => byPlace.get(key(row, column)) }
}

/** Whether two neighbouring sentences belong to one passage. */
const inOnePassage = (profiles: readonly Weighed[], at: number, next: number): boolean => {
  const [one, other] = [profiles[at]?.sentence, profiles[next]?.sentence]
  if (!one || !other) return false
  return one.paragraph === other.paragraph && one.speaker === other.speaker
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

/**
 * Second look: each pair among the others. A pair far below the best of its sentences is unlikely; links come in
 * runs, so the neighbours' chances count.
 */
export const contextsOf = ({ us, cn, pairs }: Prepared): ContextVector[] => {
  const chances = new Map(pairs.map((pair) => [key(pair.us, pair.cn), sigmoid(pair.logit)]))
  const rows = new Map<number, number[]>()
  const columns = new Map<number, number[]>()
  const put = (map: Map<number, number[]>, at: number, value: number): void => {
    const list = map.get(at)
    if (list) list.push(value)
    else map.set(at, [value])
  }
  for (const pair of pairs) {
    put(rows, pair.us, pair.logit)
    put(columns, pair.cn, pair.logit)
  }
  const highest = (map: Map<number, number[]>): Map<number, number> =>
    new Map([...map].map(([at, logits]) => [at, logits.reduce((a, b) => Math.max(a, b), -Infinity)]))
  const [bestOfRow, bestOfColumn] = [highest(rows), highest(columns)]
  const near = (row: number, column: number, byRow: number, byColumn: number): number => {
    const passage =
      byRow !== 0 ? inOnePassage(us, row, row + byRow) : inOnePassage(cn, column, column + byColumn)
    return passage ? (chances.get(key(row + byRow, column + byColumn)) ?? 0) : 0
  }
  return pairs.map(({ us: row, cn: column, logit }) => {
    const gaps = [(bestOfRow.get(row) ?? logit) - logit, (bestOfColumn.get(column) ?? logit) - logit]
    const [nearer = 0, farther = 0] = gaps.sort((a, b) => a - b)
    return {
      logit,
      toBest: Math.min(6, nearer),
      toWorseBest: Math.min(6, farther),
      neighbours: rounded(
        near(row, column, -1, 0) +
          near(row, column, 1, 0) +
          near(row, column, 0, -1) +
          near(row, column, 0, 1)
      ),
      rivals: nearer === 0 && farther === 0 ? 1 : 0
    }
  })
}

/** All links of two readouts, by US then Chinese sentence. */
export const linksOf = (prepared: Prepared, model: AlignmentModel): Link[] => {
  const contexts = contextsOf(prepared)
  return prepared.pairs.flatMap(({ us, cn }, at) => {
    const context = contexts[at]
    const score = context ? linkProbability(context, model) : 0
    return score >= model.threshold ? [{ us, cn, score }] : []
  })
}
