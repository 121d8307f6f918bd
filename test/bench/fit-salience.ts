import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../electron/runtime/paths.ts'
import type { FindingDraft } from '../../engine/findings/draft.ts'
import { candidates } from '../../engine/findings/findings.ts'
import { salienceLogit, salienceSigns } from '../../engine/findings/salience.ts'
import type { LogisticModel } from '../../engine/logistic.ts'
import { SIDES } from '../../engine/model.ts'
import { batchOf, goldPairs, type Expected, type GoldPair } from './gold.ts'
import { materialFor } from './material.ts'
import { modelOf, regress } from './regression.ts'

/**
 * Fits how likely an analyst is to count a finding among the first five of a meeting to the findings that the authors of
 * pairs expected, and writes it into the lexicon's data: `npx tsx test/bench/fit-salience.ts [FOLDER ...]`. Before that,
 * each batch is judged by weights fitted to all others.
 */
const OUT = join(ROOT, 'engine/lexicon/data/finding-salience.json')
const FOLDERS = ['../shared/illustrative', '../shared/practice/pairs', 'test/fixtures/practice']
const PULL = 3
/** So many findings lead, and so many of the expected ones are the first. */
const LEADING = 3
const FIRST = 5

/** Words that say nothing of what a finding is about. */
const SMALL = new Set(
  'the a an of to and in on for with that is are was were be it its by as at from this not no has have will said says'.split(
    ' '
  )
)
const contentOf = (words: readonly string[] = []): Set<string> =>
  new Set(
    (
      words
        .join(' ')
        .toLowerCase()
        .match(/[\p{L}\p{N}'’-]+/gu) ?? []
    ).filter((word) => !SMALL.has(word))
  )

/** Whether a finding is the one that is expected: a sentence and a word in common on each side that this names. */
const isExpected = (
  draft: FindingDraft,
  expected: Expected,
  { comparison }: GoldPair,
  loose = true
): boolean =>
  (loose &&
    SIDES.every((side) =>
      expected[side].some((at) => draft[side].includes(comparison.readouts[side].sentences[at]?.id ?? ''))
    )) ||
  SIDES.every((side) => {
    if (expected[side].length === 0) return true
    const { sentences } = comparison.readouts[side]
    const wanted = contentOf(expected.words[side])
    const given = contentOf(draft.words[side])
    return (
      expected[side].some((at) => draft[side].includes(sentences[at]?.id ?? '')) &&
      (wanted.size === 0 || [...wanted].some((word) => given.has(word)))
    )
  })

interface Ranked {
  batch: string
  pair: string
  signs: Record<string, number>
  isFirst: boolean
  strict: boolean
  weight: number
}

const examplesOf = (pair: GoldPair): Ranked[] => {
  const material = materialFor(pair.comparison, pair.texts)
  return candidates(material).map((draft) => ({
    batch: batchOf(pair.meeting),
    pair: pair.meeting,
    signs: salienceSigns(material, draft),
    isFirst: pair.expected.slice(0, FIRST).some((expected) => isExpected(draft, expected, pair)),
    strict: pair.expected.slice(0, FIRST).some((expected) => isExpected(draft, expected, pair, false)),
    weight: draft.weight
  }))
}

const fit = (examples: readonly Ranked[]): LogisticModel => {
  const names = [...new Set(examples.flatMap(({ signs }) => Object.keys(signs)))].sort()
  const ofFirst = examples.map(({ signs, isFirst }) => ({
    values: names.map((name) => signs[name] ?? 0),
    isLink: isFirst,
    weight: 1
  }))
  return modelOf(names, regress(ofFirst, names.length, PULL))
}

/** Of the findings that lead each pair the share that is among the first that its author expects. */
const judged = (examples: readonly Ranked[], score: (one: Ranked) => number): string => {
  const pairs = [...new Set(examples.map(({ pair }) => pair))]
  const leading = pairs.flatMap((pair) =>
    examples
      .filter((one) => one.pair === pair)
      .sort((one, other) => score(other) - score(one))
      .slice(0, LEADING)
  )
  return `${((100 * leading.filter(({ strict }) => strict).length) / leading.length).toFixed(1)}%`
}

const examples = [...FOLDERS, ...process.argv.slice(2)]
  .flatMap((folder) => goldPairs(join(ROOT, folder)))
  .filter(({ expected }) => expected.length > 0)
  .flatMap(examplesOf)
const models = new Map(
  [...new Set(examples.map(({ batch }) => batch))].map((batch) => [
    batch,
    fit(examples.filter((one) => one.batch !== batch))
  ])
)
const none: LogisticModel = { bias: 0, weights: {} }
console.log(
  `of the first ${LEADING} findings a pair, among the first ${FIRST} expected: by the weights of the rules ${judged(examples, ({ weight }) => weight)}, fitted to the other batches ${judged(examples, (one) => salienceLogit(models.get(one.batch) ?? none, one.signs))} (${examples.length} findings)`
)
const about =
  'How likely a finding is among the first five of a meeting, by its rule, what it quotes, who says it and where; fitted by test/bench/fit-salience.ts to what the authors of pairs expect. None of their text is in it.'
writeFileSync(OUT, `${JSON.stringify({ about, model: fit(examples) }, null, 2)}\n`)
