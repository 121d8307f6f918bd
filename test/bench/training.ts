import type { ReadoutDraft } from '../../engine/draft.ts'
import { readDocument } from '../../engine/text/document.ts'
import { SIDES, type Readout } from '../../engine/model.ts'
import { standardLexicon } from '../../engine/lexicon/lexicon.ts'
import { FEATURES, type Feature } from '../../engine/align/features.ts'
import { COUNTERPART_FEATURES, counterpartFeatures } from '../../engine/align/counterpart.ts'
import { acceptanceOf, ACCEPTANCE_FEATURES } from '../../engine/align/acceptance.ts'
import { bundlesOf } from '../../engine/align/groups.ts'
import { contextsOf, scoredLinks } from '../../engine/align/context.ts'
import { linksOf, type Link } from '../../engine/align/links.ts'
import { prepare, type Prepared } from '../../engine/align/prepare.ts'
import { eachPairOfLinks, tiesOf, TOGETHER_FEATURES } from '../../engine/align/together.ts'
import { alignmentModel, firstLogit, SECOND_FEATURES, type AlignmentModel } from '../../engine/align/score.ts'
import type { LogisticModel } from '../../engine/logistic.ts'
import { inThousandths } from '../../engine/rounded.ts'
import { boost } from './boost.ts'
import type { Gold, GoldPair } from './gold.ts'
import { modelOf, regress, Regression, type Example } from './regression.ts'

/** Strengths of the pull towards zero. */
const PULL = { first: 1.5, second: 5 }
/** Pairs below this score are no links whatever else is known of them. */
const LEAST_LIKELY = 0.02
/** Meetings are held out in so many parts for the second stage to learn from. */
const FOLDS = 5
/** Chosen by the F1 of the rows on held-out meetings. */
const UNLINKED_COST = 2

/** A pair with the features of its sentence pairs, which no weight changes. */
export interface Prepped<Pair extends Gold = Gold> {
  pair: Pair
  prepared: Prepared
}

const draft = (readout: Readout, text: string): ReadoutDraft => ({
  ...readout,
  text,
  tokens: readDocument(text).sentences.map((sentence) => {
    standardLexicon.conceptsIn(sentence.tokens, () => sentence.words)
    return sentence.tokens
  })
})

/** A pair whose sides are at hand as the alignment needs them. */
export const prepDrafts = <Pair extends Gold>(
  pair: Pair,
  us: ReadoutDraft,
  cn: ReadoutDraft
): Prepped<Pair> => ({ pair, prepared: prepare(us, cn, alignmentModel, standardLexicon, -Infinity) })

export const prep = (pair: GoldPair): Prepped<GoldPair> => {
  const { us, cn } = pair.comparison.readouts
  return prepDrafts(pair, draft(us, pair.texts.us), draft(cn, pair.texts.cn))
}

const withLogits = (prepared: Prepared, model: AlignmentModel): Prepared => {
  const pairs = prepared.pairs.map((pair) => ({ ...pair, logit: firstLogit(pair.features, model) }))
  const byPlace = new Map(pairs.map((pair) => [`${pair.us} ${pair.cn}`, pair]))
  return { ...prepared, pairs, pairOf: (us, cn) => byPlace.get(`${us} ${cn}`) }
}

const isLink = (pair: Gold, { us, cn }: { us: number; cn: number }): boolean => pair.links.has(`${us} ${cn}`)

/** The features of a model, in the order of its weights. */
interface Names {
  first: readonly string[]
  parts: readonly string[]
  second: readonly string[]
}

const namesOf = (data: readonly Prepped[], without: ReadonlySet<string>): Names => ({
  first: FEATURES.filter((name) => !without.has(name)),
  parts: without.has('parts')
    ? []
    : [
        ...new Set(data.flatMap(({ prepared }) => prepared.pairs.flatMap(({ features }) => features.parts)))
      ].sort(),
  second: SECOND_FEATURES.filter((name) => !without.has(name))
})

/** Long pairs have many more links: a pair counts by the root of their number, so that short ones are heard too. */
const weightsOf = (data: readonly Prepped[]): Map<Prepped, number> => {
  const root = new Map(data.map((entry) => [entry, Math.max(1, entry.pair.links.size) ** -0.25]))
  const all = data.reduce((sum, entry) => sum + entry.pair.links.size, 0)
  const weighed = data.reduce((sum, entry) => sum + entry.pair.links.size * (root.get(entry) ?? 0), 0)
  return new Map([...root].map(([entry, weight]) => [entry, (weight * all) / weighed]))
}

/** Adds the pairs of sentences of a pair, with what the first stage asks of each. */
const addFirst = (
  regression: Regression,
  { pair, prepared }: Prepped,
  { first, parts }: Names,
  weight: number
): void => {
  const places = new Map(parts.map((part, at) => [part, first.length + at]))
  for (const entry of prepared.pairs)
    regression.add(
      (value) => {
        for (const [at, name] of first.entries()) value(at, entry.features.values[name as Feature])
        const own = entry.features.parts.flatMap((part) => places.get(part) ?? [])
        for (const place of [...new Set(own)].sort((a, b) => a - b)) value(place, 1)
      },
      { isLink: isLink(pair, entry), weight }
    )
}

/** The weights of a model's first stage, from which a fit to nearly the same meetings has not far to go. */
const startOf = ({ first, parts }: Names, near: AlignmentModel): number[] => [
  ...first.map((name) => near.first.weights[name] ?? 0),
  ...parts.map((part) => near.parts[part] ?? 0),
  near.first.bias
]

const NO_MODEL: LogisticModel = { bias: 0, weights: {} }

/** A model whose first stage has these weights, and whose second is not fitted yet. */
const draftOf = ({ first, parts }: Names, weights: readonly number[]): AlignmentModel => ({
  first: modelOf(first, [...weights.slice(0, first.length), weights[first.length + parts.length] ?? 0]),
  parts: Object.fromEntries(parts.map((part, at) => [part, inThousandths(weights[first.length + at] ?? 0)])),
  second: NO_MODEL,
  counterpart: NO_MODEL,
  acceptance: { features: [], bias: 0, trees: [] },
  together: NO_MODEL,
  unlinkedCost: UNLINKED_COST
})

const secondExamples = ({ pair, prepared }: Prepped, { second }: Names, weight: number): Example[] => {
  const contextOf = contextsOf(prepared)
  return prepared.pairs.map((entry) => {
    const values: Record<string, number> = { ...contextOf(entry), ...entry.features.values }
    return { values: second.map((name) => values[name] ?? 0), isLink: isLink(pair, entry), weight }
  })
}

/** The sentences of both sides, with whether the gold has a counterpart for them. */
const sentenceExamples = ({ pair, prepared }: Prepped, model: AlignmentModel, weight: number): Example[] => {
  const links = scoredLinks(prepared, model)
  return SIDES.flatMap((side) =>
    [...counterpartFeatures(links, side, prepared)].map(([at, features]) => ({
      values: COUNTERPART_FEATURES.map((name) => features[name]),
      isLink: !pair.only[side].has(at),
      weight
    }))
  )
}

/** All pairs that are not wholly unlikely, asked once more. */
const pairExamples = ({ pair, prepared }: Prepped, model: AlignmentModel, weight: number): Example[] => {
  const links = scoredLinks(prepared, model)
  const featuresOf = acceptanceOf(links, prepared, model)
  return links
    .filter(({ score }) => score >= LEAST_LIKELY)
    .flatMap((link) => {
      const values = featuresOf(link)
      return values ? [{ values, isLink: isLink(pair, link), weight }] : []
    })
}

/** Pairs of right links of one sentence, with whether the gold has them in one group. */
const tieExamples = ({ pair, prepared }: Prepped, model: AlignmentModel, weight: number): Example[] => {
  const examples: Example[] = []
  const { links } = linksOf(prepared, model)
  const inOne = (one: Link, other: Link): boolean =>
    pair.groups.some(
      ({ us, cn }) =>
        us.includes(one.us) && us.includes(other.us) && cn.includes(one.cn) && cn.includes(other.cn)
    )
  const right = links.filter((link) => isLink(pair, link))
  eachPairOfLinks(right, prepared, (one, other, features) => {
    examples.push({
      values: TOGETHER_FEATURES.map((name) => features[name]),
      isLink: inOne(one, other),
      weight
    })
  })
  return examples
}

/**
 * Fits both stages of the alignment. The second learns from log odds that the first gives to meetings it was not fitted
 * to, since its odds for those it was fitted to are surer than they will be for texts it has never seen.
 *
 * @param without features left out, for an ablation
 * @param near a model fitted to nearly the same meetings, which saves rounds
 */
export const train = (
  data: readonly Prepped[],
  without: ReadonlySet<string> = new Set(),
  near?: AlignmentModel
): AlignmentModel => {
  const names = namesOf(data, without)
  const weights = weightsOf(data)
  const regression = new Regression(names.first.length + names.parts.length, PULL.first)
  const meetings = [...new Set(data.map(({ pair }) => pair.meeting))]
  const foldOf = ({ pair }: Prepped): number => meetings.indexOf(pair.meeting) % FOLDS
  const folds = data.flatMap((entry) => {
    addFirst(regression, entry, names, weights.get(entry) ?? 1)
    return entry.prepared.pairs.map(() => foldOf(entry))
  })
  const fitted = regression.fit(near && startOf(names, near))
  const held = Array.from({ length: FOLDS }, (_none, fold) => {
    const draft = draftOf(
      names,
      regression.fit(fitted, (at) => folds[at] !== fold)
    )
    const isHeld = (entry: Prepped): boolean => foldOf(entry) === fold
    return data.filter(isHeld).map((entry) => ({
      entry: { ...entry, prepared: withLogits(entry.prepared, draft) },
      weight: weights.get(entry) ?? 1
    }))
  }).flat()
  const contextual = held.flatMap(({ entry, weight }) => secondExamples(entry, names, weight))
  const second = regress(contextual, names.second.length, PULL.second)
  const seen = { ...draftOf(names, fitted), second: modelOf(names.second, second) }
  const sentences = held.flatMap(({ entry, weight }) => sentenceExamples(entry, seen, weight))
  const asked = {
    ...seen,
    counterpart: modelOf(COUNTERPART_FEATURES, regress(sentences, COUNTERPART_FEATURES.length, PULL.second))
  }
  const pairs = held.flatMap(({ entry, weight }) => pairExamples(entry, asked, weight))
  const accepting = {
    ...asked,
    acceptance: boost(pairs, ACCEPTANCE_FEATURES)
  }
  const ties = held.flatMap(({ entry, weight }) => tieExamples(entry, accepting, weight))
  return {
    ...accepting,
    together: modelOf(TOGETHER_FEATURES, regress(ties, TOGETHER_FEATURES.length, PULL.second))
  }
}

/** The links that a model proposes from a probability on, with their scores. */
export const proposed = ({ prepared }: Prepped, model: AlignmentModel, least?: number): Map<string, number> =>
  new Map(
    linksOf(withLogits(prepared, model), model, least).links.map(({ us, cn, score }) => [
      `${us} ${cn}`,
      score
    ])
  )

/** The links of the groups that a model makes, with the score of the surest group of each, as a reader would see them. */
export const groupedBy = ({ pair, prepared }: Prepped, model: AlignmentModel): Map<string, number> => {
  const links = new Map<string, number>()
  const firstInTie = pair.texts.us <= pair.texts.cn ? 'us' : 'cn'
  const seen = withLogits(prepared, model)
  const { links: found } = linksOf(seen, model)
  const ties = tiesOf(found, seen, model)
  for (const { us, cn, score } of bundlesOf(found, ties, model.unlinkedCost, firstInTie))
    for (const one of us)
      for (const other of cn) {
        const link = `${one} ${other}`
        links.set(link, Math.max(links.get(link) ?? 0, score))
      }
  return links
}

/** Models fitted without each meeting (in either language), by the meeting's name. */
export const leaveOneOut = (
  data: readonly Prepped[],
  without?: ReadonlySet<string>
): Map<string, AlignmentModel> => {
  const near = train(data, without)
  return new Map(
    [...new Set(data.map(({ pair }) => pair.meeting))].map((meeting) => [
      meeting,
      train(
        data.filter(({ pair }) => pair.meeting !== meeting),
        without,
        near
      )
    ])
  )
}
