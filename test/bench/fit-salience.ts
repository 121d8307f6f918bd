import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../electron/runtime/paths.ts'
import type { FindingDraft } from '../../engine/findings/draft.ts'
import { candidates } from '../../engine/findings/findings.ts'
import { findingSigns } from '../../engine/findings/finding-signs.ts'
import { chanceBy, type Salience, type SalienceModels } from '../../engine/findings/salience.ts'
import { SIDES, type Side } from '../../engine/model.ts'
import { groupedBy } from '../../engine/multimap.ts'
import { contentOf } from './expected-words.ts'
import { batchOf, goldPairs, type Expected, type GoldPair } from './gold.ts'
import { materialFor } from './material.ts'
import { boost, type Growth } from './boost.ts'
import { writeTable } from './tables.ts'

/**
 * Fits what a finding is worth: how likely it is useful, to the marks of readers who judged every finding that could be told
 * of a pair (`candidate-marks.json`), and how likely it is among the first five of its meeting, to these and to what the
 * authors of pairs expected; writes both into the lexicon's data: `npx tsx test/bench/fit-salience.ts`. Before that, each
 * batch is judged by weights fitted to all others.
 */
const MARKS = join(ROOT, 'test/bench/candidate-marks.json')
const FOLDERS = [
  '../shared/illustrative',
  '../shared/practice/pairs',
  ...['practice', 'marked', 'held'].map((folder) => `test/fixtures/${folder}`)
]
/** Chosen by the marks of batches that were left out. */
const GROWTH: Growth = { trees: 120, rate: 0.08, rows: 0.7, columns: 0.35 }
/** So many findings lead, and so many of the expected ones are the first. */
const LEADING = 3
const FIRST = 5
/** What an author did not write down may be worth as much: it counts for less than a reader's mark. */
const EXPECTED_WEIGHT = 0.4

interface Mark {
  pair: string
  rule: string
  mark: 'useful' | 'idle' | 'wrong' | 'misleading'
  worth: number
  sentence: 'good' | 'awkward' | 'bad'
  say: string
  /** What it quotes of each side: a finding that quotes the same is the same, however it is told. */
  words: Record<Side, string[]>
}

/** Whether a finding is the one that is expected: a sentence and a word in common on each side that this names. */
const isExpected = (draft: FindingDraft, expected: Expected, { comparison }: GoldPair): boolean =>
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

interface Judged {
  batch: string
  pair: string
  say: string
  signs: Record<string, number>
  /** What a reader made of it; undefined where none has seen it. */
  mark: Mark | undefined
  isExpected: boolean
  isFirst: boolean
}

const { marks } = JSON.parse(readFileSync(MARKS, 'utf8')) as { marks: Mark[] }
const marksByFinding = new Map(
  marks.flatMap((mark) => [
    [`${mark.pair} ${mark.say}`, mark] as const,
    [`${mark.pair} ${mark.rule} ${JSON.stringify(mark.words)}`, mark] as const
  ])
)
const marksByRule = groupedBy(marks, ({ pair, rule }) => `${pair} ${rule}`)

/** From this part of all their content words on two quotations are of the same: one that begins or ends a word or two elsewhere. */
const SAME = 0.75
const likeness = (one: readonly string[], other: readonly string[]): number => {
  const [mine, theirs] = [contentOf(one), contentOf(other)]
  const all = new Set([...mine, ...theirs])
  return all.size === 0 ? 1 : [...mine].filter((word) => theirs.has(word)).length / all.size
}

const markOf = (pair: string, { rule, say, words }: FindingDraft): Mark | undefined =>
  marksByFinding.get(`${pair} ${say}`) ??
  marksByFinding.get(`${pair} ${rule} ${JSON.stringify(words)}`) ??
  (marksByRule.get(`${pair} ${rule}`) ?? [])
    .map((mark) => ({
      mark,
      like: Math.min(...SIDES.map((side) => likeness(mark.words[side], words[side])))
    }))
    .filter(({ like }) => like >= SAME)
    .sort((a, b) => b.like - a.like)[0]?.mark

const judgedIn = (pair: GoldPair): Judged[] => {
  const material = materialFor(pair.comparison, pair.texts)
  const [short = ''] = pair.meeting.split('-')
  const isAmong = (draft: FindingDraft, expected: readonly Expected[]): boolean =>
    expected.some((one) => isExpected(draft, one, pair))
  return candidates(material).map((draft) => ({
    batch: batchOf(pair.meeting),
    pair: `${pair.meeting} ${pair.language}`,
    say: draft.say,
    signs: findingSigns(material, draft),
    mark: pair.language === 'en' ? markOf(short, draft) : undefined,
    isExpected: isAmong(draft, pair.expected),
    isFirst: isAmong(draft, pair.expected.slice(0, FIRST))
  }))
}

const all = FOLDERS.flatMap((folder) => goldPairs(join(ROOT, folder)))
  .filter(({ expected }) => expected.length > 0)
  .flatMap(judgedIn)
const marked = all.filter(({ mark }) => mark !== undefined)
const names = [...new Set(all.flatMap(({ signs }) => Object.keys(signs)))].sort()
const valuesOf = ({ signs }: Judged): number[] => names.map((name) => signs[name] ?? 0)

const isUseful = ({ mark }: Judged): boolean => mark?.mark === 'useful'
const isHarmful = ({ mark }: Judged): boolean => mark?.mark === 'wrong' || mark?.mark === 'misleading'
const isWellTold = ({ mark }: Judged): boolean => mark?.sentence === 'good'
const isBad = ({ mark }: Judged): boolean => mark?.sentence === 'bad'
const isSameSentence = ({ mark, say }: Judged): boolean => mark?.say === say

const fitted = (isWanted: (one: Judged) => boolean): SalienceModels => {
  const example = (one: Judged, isLink: boolean, weight: number) => ({
    values: valuesOf(one),
    isLink,
    weight
  })
  const seen = marked.filter(isWanted)
  const useful = seen.map((one) => example(one, isUseful(one), 1))
  const harmful = seen.map((one) => example(one, isHarmful(one), 1))
  const leading = all
    .filter(isWanted)
    .map((one) =>
      one.mark ? example(one, one.mark.worth === 3, 1) : example(one, one.isFirst, EXPECTED_WEIGHT)
    )
  // How a sentence reads was judged of these very words.
  const wellTold = seen.filter(isSameSentence).map((one) => example(one, isWellTold(one), 1))
  const model = (examples: ReturnType<typeof example>[]) => boost(examples, names, GROWTH)
  return {
    useful: model(useful),
    harmful: model(harmful),
    leading: model(leading),
    wellTold: model(wellTold)
  }
}

const models = new Map(
  [...new Set(all.map(({ batch }) => batch))].map((batch) => [batch, fitted((one) => one.batch !== batch)])
)
const chanceOf = (one: Judged, question: keyof Salience): number => {
  const model = models.get(one.batch)
  return model ? chanceBy(model[question], one.signs) : 0
}
const shareOf = (list: readonly Judged[], is: (one: Judged) => boolean): string =>
  `${((100 * list.filter(is).length) / Math.max(1, list.length)).toFixed(1)}%`
const pairs = [...new Set(marked.map(({ pair }) => pair))]
console.log(
  `${all.length} findings, ${marked.length} of them marked; all that are marked: useful ${shareOf(marked, isUseful)}, harmful ${shareOf(marked, isHarmful)}`
)
for (const least of [0.5, 0.55, 0.6, 0.65, 0.7, 0.75])
  for (const most of [1, 0.2, 0.15, 0.12])
    for (const plain of [0, 0.5, 0.6, 0.65]) {
      const kept = marked.filter(
        (one) =>
          chanceOf(one, 'useful') >= least &&
          chanceOf(one, 'harmful') <= most &&
          chanceOf(one, 'wellTold') >= plain
      )
      const same = kept.filter(isSameSentence)
      console.log(
        `useful from ${least} on, harmful to ${most}, well told from ${plain} on: ${(kept.length / pairs.length).toFixed(1)} a pair, useful ${shareOf(kept, isUseful)}, harmful ${shareOf(kept, isHarmful)}, well told ${shareOf(same, isWellTold)}, badly ${shareOf(same, isBad)}, of worth 3 ${kept.filter(({ mark }) => mark?.worth === 3).length} of ${marked.filter(({ mark }) => mark?.worth === 3).length}`
      )
    }
for (const [name, score] of [
  ['leading', (one: Judged) => chanceOf(one, 'leading')],
  ['leading and useful', (one: Judged) => chanceOf(one, 'leading') * chanceOf(one, 'useful')]
] as const) {
  const first = pairs.flatMap((pair) =>
    marked
      .filter((one) => one.pair === pair)
      .sort((a, b) => score(b) - score(a))
      .slice(0, LEADING)
  )
  console.log(
    `the first ${LEADING} by ${name}: worth 3 ${shareOf(first, ({ mark }) => mark?.worth === 3)}, useful ${shareOf(first, isUseful)}, expected among the first five ${shareOf(first, (one) => one.isFirst)}`
  )
}
const about =
  'How likely a finding is useful, and among the first five of its meeting, by its rule, what it quotes, who says it, how surely it is linked and how it is told; fitted by test/bench/fit-salience.ts to the marks of readers and to what the authors of pairs expect. None of their text is in it.'
const table = fitted(() => true)
const trees = Object.fromEntries(
  Object.entries(table).map(([question, { bias, trees }]) => [question, { bias, trees }])
)
writeTable('finding-salience.json', about, { features: names, ...trees })
