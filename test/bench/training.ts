import type { ReadoutDraft } from '../../engine/draft.ts'
import { tokenise } from '../../engine/match/tokens.ts'
import type { Readout } from '../../engine/model.ts'
import { standardLexicon } from '../../engine/lexicon/lexicon.ts'
import { FEATURES } from '../../engine/align/features.ts'
import { contextsOf, linksOf, prepare, type Prepared } from '../../engine/align/links.ts'
import {
  alignmentModel,
  CONTEXT_FEATURES,
  firstLogit,
  sigmoid,
  type AlignmentModel,
  type LogisticModel
} from '../../engine/align/score.ts'
import type { GoldPair } from './gold.ts'
import { regress } from './regression.ts'

/** Strengths of the pull towards zero: the first stage has more features to over-fit with. */
/**
 * A sentence's likeliest partner is linked from a lower probability on, any other from a higher one than makes the F1 of
 * the links largest: about the same F1, but more sentences have their counterpart.
 */
const STRICTER = 1.2
const FOR_THE_BEST = 0.7
const PULL = { first: 3, second: 1 }
const logitOf = (weights: readonly number[], values: readonly number[]): number =>
  values.reduce((sum, value, at) => sum + (weights[at] ?? 0) * value, weights[values.length] ?? 0)

const rounded = (value: number): number => Math.round(value * 1000) / 1000
const modelOf = (names: readonly string[], weights: readonly number[]): LogisticModel => ({
  bias: rounded(weights[names.length] ?? 0),
  weights: Object.fromEntries(names.map((name, at) => [name, rounded(weights[at] ?? 0)]))
})

/** A pair with the features of its sentence pairs, which no weight changes. */
export interface Prepped {
  pair: GoldPair
  prepared: Prepared
}

const draft = (readout: Readout, text: string): ReadoutDraft => ({
  ...readout,
  text,
  tokens: readout.sentences.map((sentence) => tokenise(sentence.text, sentence.start))
})

export const prep = (pair: GoldPair): Prepped => {
  const { us, cn } = pair.comparison.readouts
  return {
    pair,
    prepared: prepare(
      draft(us, pair.texts.us),
      draft(cn, pair.texts.cn),
      alignmentModel,
      standardLexicon,
      -Infinity
    )
  }
}

const withLogits = (prepared: Prepared, model: AlignmentModel): Prepared => ({
  ...prepared,
  pairs: prepared.pairs.map((pair) => ({ ...pair, logit: firstLogit(pair.features, model) }))
})

const isLink = (pair: GoldPair, { us, cn }: { us: number; cn: number }): boolean =>
  pair.links.has(`${us} ${cn}`)

/** The threshold that makes the F1 of the links largest. */
const bestThreshold = (scored: { score: number; isLink: boolean }[]): number => {
  const all = scored.filter((entry) => entry.isLink).length
  let [best, threshold, right] = [0, 0.5, 0]
  for (const [at, entry] of [...scored].sort((a, b) => b.score - a.score).entries()) {
    if (entry.isLink) right++
    const quality = (2 * right) / (at + 1 + all)
    if (quality > best) [best, threshold] = [quality, entry.score]
  }
  return rounded(threshold)
}

/**
 * Fits both stages of the alignment.
 *
 * @param without features left out, for an ablation
 */
export const train = (data: readonly Prepped[], without: ReadonlySet<string> = new Set()): AlignmentModel => {
  const names = FEATURES.filter((name) => !without.has(name))
  const contextNames = CONTEXT_FEATURES.filter((name) => !without.has(name))
  const partNames = without.has('parts')
    ? []
    : [
        ...new Set(data.flatMap(({ prepared }) => prepared.pairs.flatMap(({ features }) => features.parts)))
      ].sort()
  const size = names.length + partNames.length
  const examples = data.flatMap(({ pair, prepared }) =>
    prepared.pairs.map((entry) => ({
      values: [
        ...names.map((name) => entry.features.values[name]),
        ...partNames.map((part) => (entry.features.parts.includes(part) ? 1 : 0))
      ],
      isLink: isLink(pair, entry)
    }))
  )
  const weightsOfFirst = regress(examples, size, PULL.first)
  const first = modelOf(names, [...weightsOfFirst.slice(0, names.length), weightsOfFirst[size] ?? 0])
  const parts = Object.fromEntries(
    partNames.map((part, at) => [part, rounded(weightsOfFirst[names.length + at] ?? 0)])
  )
  const draft: AlignmentModel = {
    first,
    parts,
    second: { bias: 0, weights: {} },
    threshold: 0.5,
    bestThreshold: 0.5
  }
  const contextual = data.flatMap(({ pair, prepared }) => {
    const again = withLogits(prepared, draft)
    return contextsOf(again).map((context, at) => {
      const entry = again.pairs[at]
      return {
        values: contextNames.map((name) => context[name]),
        isLink: entry !== undefined && isLink(pair, entry)
      }
    })
  })
  const weights = regress(contextual, contextNames.length, PULL.second)
  const threshold = bestThreshold(
    contextual.map(({ values, isLink: want }) => ({ score: sigmoid(logitOf(weights, values)), isLink: want }))
  )
  return {
    first,
    parts,
    second: modelOf(contextNames, weights),
    threshold: rounded(STRICTER * threshold),
    bestThreshold: rounded(STRICTER * threshold * FOR_THE_BEST)
  }
}

/** The links that a model proposes, with their scores. */
export const proposed = ({ prepared }: Prepped, model: AlignmentModel): Map<string, number> =>
  new Map(linksOf(withLogits(prepared, model), model).map(({ us, cn, score }) => [`${us} ${cn}`, score]))

/** Models fitted without each meeting (in either language), by the meeting's name. */
export const leaveOneOut = (
  data: readonly Prepped[],
  without?: ReadonlySet<string>
): Map<string, AlignmentModel> =>
  new Map(
    [...new Set(data.map(({ pair }) => pair.meeting))].map((meeting) => [
      meeting,
      train(
        data.filter(({ pair }) => pair.meeting !== meeting),
        without
      )
    ])
  )
