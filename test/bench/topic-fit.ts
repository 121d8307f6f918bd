import { standardLexicon } from '../../engine/lexicon/lexicon.ts'
import { SIDES } from '../../engine/model.ts'
import { bearingOf } from '../../engine/meaning/bearing.ts'
import { contentOf } from '../../engine/meaning/content.ts'
import { readDocument } from '../../engine/text/document.ts'
import type { Token } from '../../engine/text/tokens.ts'
import {
  candidatesOf,
  CHOICE_FEATURES,
  subjectsOf,
  type Before,
  type ChoiceModel
} from '../../engine/topics/choice.ts'
import { logChance, readingSigns, topicChances, type ReadingModel } from '../../engine/topics/reading.ts'
import type { GoldPair } from './gold.ts'
import type { Matter } from './matters.ts'
import { fitClasses } from './maximum-entropy.ts'
import { inThousandths } from '../../engine/rounded.ts'
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

/** Of the reading of a topic: pull towards zero, and how many sentences must have a sign for it to be no chance. */
const READING = { pull: 2, rare: 3, folds: 5 }

/** A sentence with its candidates; the first topic of the gold by its place among them. */
export interface TopicExample {
  meeting: string
  candidates: { topic: string; values: number[] }[]
  right: number
  signs: ReadonlyMap<string, number>
  /** Long texts have many more sentences: a pair counts by the root of their number. */
  weight: number
}

const USUAL_SIZE = 50
const weighted = (examples: TopicExample[]): TopicExample[] =>
  examples.map((example) => ({ ...example, weight: Math.sqrt(USUAL_SIZE / examples.length) }))

const signsOf = (
  tokens: readonly Token[],
  sentence: Parameters<typeof readingSigns>[3],
  isFirst: boolean
): ReadonlyMap<string, number> =>
  readingSigns(
    standardLexicon.conceptsIn(tokens),
    contentOf(tokens),
    bearingOf(tokens, standardLexicon),
    sentence,
    isFirst
  )

/** A sentence whose topic is known, by what it shows of itself. */
export interface ReadingExample {
  topic: string
  signs: ReadonlyMap<string, number>
  weight: number
}

/** What is said on a matter counts for less than a sentence that an annotator read in its text. */
const MATTER_WEIGHT = 0.15

/** What each side says on a matter, with the topic of the matter. */
export const matterExamples = ({ topic, us, cn, zh }: Matter): ReadingExample[] =>
  [
    { texts: us, speaker: 'us' as const },
    { texts: [...cn, ...zh], speaker: 'cn' as const }
  ].flatMap(({ texts, speaker }) =>
    texts.flatMap((text) =>
      readDocument(text).sentences.map(({ tokens, words }) => {
        standardLexicon.conceptsIn(tokens, () => words)
        return {
          topic,
          signs: signsOf(tokens, { speaker, words: tokens.length }, false),
          weight: MATTER_WEIGHT
        }
      })
    )
  )

/** The sentences of a pair, each after the topic that the engine gave the one before it. */
export const topicExamples = ({ comparison, texts, topics, meeting }: GoldPair): TopicExample[] =>
  weighted(
    SIDES.flatMap((side) => {
      const read = readDocument(texts[side]).sentences
      for (const { tokens, words } of read) standardLexicon.conceptsIn(tokens, () => words)
      const subjects = subjectsOf(
        read.map(({ tokens }) => tokens),
        standardLexicon
      )
      let before: Before | undefined
      return comparison.readouts[side].sentences.flatMap((sentence, at) => {
        const tokens = read[at]?.tokens ?? []
        const candidates = candidatesOf(
          sentence,
          tokens,
          before,
          { isFirst: at === 0, subjects },
          standardLexicon
        )
        before = { sentence, topic: sentence.topics[0]?.id ?? '' }
        const signs = signsOf(tokens, sentence, at === 0)
        const right = candidates.findIndex(({ id }) => id === topics[side].get(at))
        return right < 0
          ? []
          : [
              {
                meeting,
                right,
                signs,
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

const topicOf = ({ candidates, right }: TopicExample): string => candidates[right]?.topic ?? ''

/** What the topic of a sentence is by all its signs, learnt of the gold's first topics and of matters. */
export const trainReading = (
  known: readonly TopicExample[],
  others: readonly ReadingExample[],
  near?: ReadingModel
): ReadingModel => {
  const examples: ReadingExample[] = [
    ...known.map((example) => ({ topic: topicOf(example), signs: example.signs, weight: example.weight })),
    ...others
  ]
  const counts = new Map<string, number>()
  for (const { signs } of examples)
    for (const name of signs.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = [...counts].flatMap(([name, count]) => (count < READING.rare ? [] : [name])).sort()
  const places = new Map(names.map((name, at) => [name, at]))
  const topics = [...new Set(examples.map(({ topic }) => topic))].sort()
  const start = new Float64Array(names.length * topics.length)
  for (const [at, name] of names.entries())
    for (const [place, topic] of topics.entries())
      start[at * topics.length + place] = near?.weights[name]?.[near.topics.indexOf(topic)] ?? 0
  const weights = fitClasses(
    examples.map((example) => {
      const known = [...example.signs].filter(([name]) => places.has(name))
      return {
        features: known.map(([name]) => places.get(name) ?? 0),
        strengths: known.map(([, strength]) => strength),
        label: topics.indexOf(example.topic),
        weight: example.weight
      }
    }),
    names.length,
    topics.length,
    READING.pull,
    start
  )
  return {
    topics,
    weights: Object.fromEntries(
      names.map((name, at) => [
        name,
        [...weights.subarray(at * topics.length, (at + 1) * topics.length)].map(inThousandths)
      ])
    )
  }
}

const READ = CHOICE_FEATURES.indexOf('read')

/** The same examples with the topic read by a model of other meetings, as it will be for texts never seen. */
export const readByOthers = (
  examples: readonly TopicExample[],
  others: readonly ReadingExample[],
  near: ReadingModel
): TopicExample[] => {
  const meetings = [...new Set(examples.map(({ meeting }) => meeting))]
  const foldOf = ({ meeting }: TopicExample): number => meetings.indexOf(meeting) % READING.folds
  return Array.from({ length: READING.folds }, (_none, fold) => {
    const model = trainReading(
      examples.filter((example) => foldOf(example) !== fold),
      others,
      near
    )
    return examples
      .filter((example) => foldOf(example) === fold)
      .map((example) => {
        const chances = topicChances(example.signs, model)
        return {
          ...example,
          candidates: example.candidates.map(({ topic, values }) => ({
            topic,
            values: values.with(READ, logChance(chances.get(topic) ?? 0))
          }))
        }
      })
  }).flat()
}

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
