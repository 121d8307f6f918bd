import { standardLexicon } from '../../engine/lexicon/lexicon.ts'
import { SIDES } from '../../engine/model.ts'
import {
  candidatesOf,
  CHOICE_FEATURES,
  subjectsOf,
  type Before,
  type ChoiceModel
} from '../../engine/topics/choice.ts'
import { inThousandths } from '../../engine/rounded.ts'
import type { ReadPair } from './read-pairs.ts'
import { heard } from './reading-fit.ts'
import { solve } from './regression.ts'

/** Pull of the weights towards zero, and of what a topic is worth by itself. */
const PULL = { feature: 2, topic: 4 }
const ROUNDS = 15
const CLOSE_ENOUGH = 1e-4
const SMALLEST_STEP = 1e-3

interface Coded {
  right: number
  weight: number
  rows: { places: number[]; values: number[] }[]
}

/** A sentence with its candidates; the first topic of the gold by its place among them. */
export interface TopicExample {
  meeting: string
  candidates: { topic: string; values: number[] }[]
  right: number
  weight: number
}

/** The sentences of a pair, each after the topic that the engine gave the one before it. */
export const topicExamples = ({ read, topics, meeting }: ReadPair): TopicExample[] =>
  heard(
    SIDES.flatMap((side) => {
      const { readout, tokens: all } = read[side]
      const subjects = subjectsOf(all, standardLexicon)
      let before: Before | undefined
      return readout.sentences.flatMap((sentence, at) => {
        const tokens = all[at] ?? []
        const candidates = candidatesOf(
          sentence,
          tokens,
          before,
          { isFirst: at === 0, subjects },
          standardLexicon
        )
        before = { sentence, topic: sentence.topics[0]?.id ?? '' }
        const right = candidates.findIndex(({ id }) => id === topics[side].get(at))
        return right < 0
          ? []
          : [
              {
                meeting,
                right,
                weight: 1,
                candidates: candidates.map(({ id, features }) => ({
                  topic: id,
                  values: CHOICE_FEATURES.map((name) => features[name])
                }))
              }
            ]
      })
    })
  )

/** A conditional logit (McFadden 1974) over the topics of each sentence, by Newton's method. */
export const trainTopics = (examples: readonly TopicExample[]): ChoiceModel => {
  const topics = [
    ...new Set(examples.flatMap(({ candidates }) => candidates.map(({ topic }) => topic)))
  ].sort()
  const size = CHOICE_FEATURES.length + topics.length
  const coded: Coded[] = examples.map(({ candidates, right, weight }) => ({
    right,
    weight,
    rows: candidates.map(({ topic, values }) => {
      const places = [...values.keys()].filter((place) => values[place] !== 0)
      return {
        places: [...places, CHOICE_FEATURES.length + topics.indexOf(topic)],
        values: [...places.map((place) => values[place] ?? 0), 1]
      }
    })
  }))
  const pullOf = (place: number): number => (place < CHOICE_FEATURES.length ? PULL.feature : PULL.topic)
  const sharesOf = ({ rows }: Coded, weights: Float64Array): number[] => {
    const worths = rows.map(({ places, values }) =>
      places.reduce((sum, place, at) => sum + (weights[place] ?? 0) * (values[at] ?? 0), 0)
    )
    const most = Math.max(...worths)
    const shares = worths.map((worth) => Math.exp(worth - most))
    const all = shares.reduce((sum, share) => sum + share, 0)
    return shares.map((share) => share / all)
  }
  const lossOf = (weights: Float64Array): number =>
    coded.reduce(
      (sum, example) => sum - example.weight * Math.log(sharesOf(example, weights)[example.right] ?? 1),
      0
    ) + weights.reduce((sum, weight, place) => sum + (pullOf(place) * weight * weight) / 2, 0)
  let weights = new Float64Array(size)
  let loss = lossOf(weights)
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Float64Array(size)
    const curve = new Float64Array(size * size)
    for (let place = 0; place < size; place++) {
      slope[place] = pullOf(place) * (weights[place] ?? 0)
      curve[place * size + place] = pullOf(place)
    }
    for (const example of coded) {
      const shares = sharesOf(example, weights)
      const mean = new Float64Array(size)
      for (const [at, { places, values }] of example.rows.entries()) {
        const share = shares[at] ?? 0
        const heard = example.weight
        for (const [k, place] of places.entries()) {
          const value = values[k] ?? 0
          mean[place] = (mean[place] ?? 0) + share * value
          slope[place] = (slope[place] ?? 0) + heard * (share - (at === example.right ? 1 : 0)) * value
          for (const [l, other] of places.entries())
            curve[place * size + other] =
              (curve[place * size + other] ?? 0) + heard * share * value * (values[l] ?? 0)
        }
      }
      const filled = [...mean.keys()].filter((place) => mean[place] !== 0)
      for (const place of filled)
        for (const other of filled)
          curve[place * size + other] =
            (curve[place * size + other] ?? 0) - example.weight * (mean[place] ?? 0) * (mean[other] ?? 0)
    }
    const step = solve(curve, slope, size)
    // A full step may go too far; it is halved until the loss falls.
    let share = 1
    let next = weights
    let nextLoss = Infinity
    for (; share > SMALLEST_STEP; share /= 2) {
      next = weights.map((weight, place) => weight - share * (step[place] ?? 0))
      nextLoss = lossOf(next)
      if (nextLoss < loss) break
    }
    if (nextLoss >= loss) break
    const gain = loss - nextLoss
    ;[weights, loss] = [next, nextLoss]
    if (gain < CLOSE_ENOUGH) break
  }
  return {
    weights: Object.fromEntries(CHOICE_FEATURES.map((name, at) => [name, inThousandths(weights[at] ?? 0)])),
    topics: Object.fromEntries(
      topics.map((topic, at) => [topic, inThousandths(weights[CHOICE_FEATURES.length + at] ?? 0)])
    )
  }
}
