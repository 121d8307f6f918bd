import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ROOT } from '../../electron/runtime/paths.ts'
import { compare } from '../../engine/compare.ts'
import type { FindingDraft } from '../../engine/findings/draft.ts'
import { candidatesIn } from '../../engine/findings/findings.ts'
import type { Material } from '../../engine/findings/material.ts'
import { findingSigns, SIGN_NAMES } from '../../engine/findings/usefulness.ts'
import { SIDES, type Comparison, type Side } from '../../engine/model.ts'
import { materialFor } from './material.ts'
import { regress, type Example } from './regression.ts'
import marked from './findings-marks.json' with { type: 'json' }

/**
 * Fits how likely a finding is to be reported (`engine/lexicon/data/finding-usefulness.json`) to the differences that the
 * authors of the practice pairs expect and to readers' marks of findings that are still made: `npx tsx
 * test/bench/fit-findings.ts`. It prints what each batch reaches with weights learnt from the others.
 */

/** Practice pairs, and further folders of pairs beside the project. */
const FOLDERS = [join(ROOT, 'test/fixtures/practice'), ...process.argv.slice(2)]
const TARGET = join(ROOT, 'engine/lexicon/data/finding-usefulness.json')
const PULL = 6
/** A reader's mark counts as much as so many expected differences. */
const MARK = 2

/** What quotes words in passing is expected only under its own kind. */
const OF_FORM = new Set(['tone', 'protocol', 'order_weight', 'label'])

interface Expected {
  kind: string
  us: string[]
  cn: string[]
  words?: Partial<Record<Side, string[]>>
}
interface Gold {
  us: { id: string; text: string }[]
  cn: { id: string; text: string }[]
}
interface Candidate {
  batch: string
  pair: string
  draft: FindingDraft
  signs: number[]
  isExpected: boolean
  /** A reader's mark of the same finding; undefined where none was read. */
  mark: string | undefined
}

const SMALL = new Set(
  'the a an of to and in on for with that is are was were be it its by as at from this not no has have will said says'.split(
    ' '
  )
)
const wordsIn = (list: readonly string[]): Set<string> =>
  new Set(
    (
      list
        .join(' ')
        .toLowerCase()
        .match(/[\p{L}\p{N}'’-]+/gu) ?? []
    ).filter((word) => !SMALL.has(word))
  )
const meet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].some((item) => other.has(item))

/** Ids of the gold sentences that each sentence of a side covers by half, or lies in by half. */
const goldIds = (
  text: string,
  gold: Gold[Side],
  { readouts }: Comparison,
  side: Side
): Map<string, Set<string>> => {
  let from = 0
  const places = gold.map(({ id, text: words }) => {
    const start = text.indexOf(words, from)
    from = start + words.length
    return { id, start, end: from }
  })
  return new Map(
    readouts[side].sentences.map(({ id, start, end }) => [
      id,
      new Set(
        places
          .filter((place) => {
            const common = Math.min(place.end, end) - Math.max(place.start, start)
            return common > 0 && common >= 0.5 * Math.min(place.end - place.start, end - start)
          })
          .map((place) => place.id)
      )
    ])
  )
}

const read = <T>(folder: string, file: string): T => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T

/** Whether a finding is one that a reader marked: of the same rule or kind, with the same words on each side, mostly. */
const markOf = (pair: string, draft: FindingDraft): string | undefined => {
  const own = marked.marks.filter((mark) => pair.startsWith(`${mark.pair}-`))
  const isAlike = (quotes: Record<Side, string[]>, side: Side): boolean => {
    const [one, other] = [wordsIn(quotes[side]), wordsIn(draft.words[side])]
    const common = [...one].filter((word) => other.has(word)).length
    return one.size + other.size === 0 || common >= 0.5 * Math.max(1, Math.min(one.size, other.size))
  }
  const isBoth = draft.us.length > 0 && draft.cn.length > 0
  return own.find(({ quotes, kind, rule }) => {
    const wasBoth = quotes.us.length > 0 && quotes.cn.length > 0
    const isOneKind =
      kind === draft.kind ||
      (isBoth && wasBoth && !/^(?:term|label|tone|protocol|order)/u.test(rule + draft.rule))
    return isBoth === wasBoth && isOneKind && SIDES.every((side) => isAlike(quotes, side))
  })?.mark
}

interface Pair {
  pair: string
  batch: string
  material: Material
  texts: Record<Side, string>
  ids: Record<Side, Map<string, Set<string>>>
  expected: Expected[]
}

const pairIn = (folder: string): Pair[] => {
  const pair = basename(folder)
  const texts = {
    us: readFileSync(join(folder, 'us.txt'), 'utf8'),
    cn: readFileSync(join(folder, 'cn.txt'), 'utf8')
  }
  const compared = compare({ name: 'us', text: texts.us }, { name: 'cn', text: texts.cn })
  if (!compared.ok) return []
  const { comparison } = compared
  const gold = read<Gold>(folder, 'gold.json')
  return [
    {
      pair,
      batch: /^(?:p\d+|[a-z])/u.exec(pair)?.[0] ?? pair,
      material: materialFor(comparison, texts),
      texts,
      ids: {
        us: goldIds(texts.us, gold.us, comparison, 'us'),
        cn: goldIds(texts.cn, gold.cn, comparison, 'cn')
      },
      expected: read<Expected[]>(folder, 'findings.json')
    }
  ]
}

const isAbout = (
  { ids }: Pair,
  side: Side,
  sentences: readonly string[],
  wanted: readonly string[]
): boolean => meet(new Set(wanted), new Set(sentences.flatMap((id) => [...(ids[side].get(id) ?? [])])))

const candidatesOf = (one: Pair): Candidate[] => {
  const { pair, batch, material, expected } = one
  const fits = (draft: FindingDraft, wanted: Expected): boolean =>
    ((!OF_FORM.has(draft.kind) && !draft.rule.startsWith('term:')) || draft.kind === wanted.kind) &&
    SIDES.every((side) => {
      if (wanted[side].length === 0) return true
      const named = wordsIn(wanted.words?.[side] ?? [])
      return (
        isAbout(one, side, draft[side], wanted[side]) &&
        (named.size === 0 || meet(named, wordsIn(draft.words[side])))
      )
    })
  const { drafts, groups } = candidatesIn(material)
  return drafts.map((draft) => ({
    batch,
    pair,
    draft,
    signs: findingSigns(material, draft, groups),
    isExpected: expected.some((wanted) => fits(draft, wanted)),
    mark: markOf(pair, draft)
  }))
}

const examplesOf = (candidates: readonly Candidate[]): Example[] =>
  candidates.map(({ signs, isExpected, mark }) => ({
    values: signs,
    isLink: mark === undefined ? isExpected : mark === 'useful',
    weight: mark === undefined ? 1 : MARK
  }))

const scoreWith = (weights: readonly number[], signs: readonly number[]): number =>
  1 /
  (1 +
    Math.exp(-signs.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), weights[signs.length] ?? 0)))

const areaUnderCurve = (scored: readonly { score: number; isGood: boolean; pair: string }[]): number => {
  let [right, all] = [0, 0]
  for (const one of scored)
    for (const other of scored)
      if (one.pair === other.pair && one.isGood && !other.isGood) {
        all += 1
        right += one.score > other.score ? 1 : one.score === other.score ? 0.5 : 0
      }
  return right / Math.max(1, all)
}

const pairs = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((pair) => existsSync(join(pair, 'findings.json')))
    .flatMap(pairIn)
)
const all = pairs.flatMap(candidatesOf)
const batches = [...new Set(all.map(({ batch }) => batch))]
const held = batches.flatMap((batch) => {
  const weights = regress(examplesOf(all.filter((one) => one.batch !== batch)), SIGN_NAMES.length, PULL)
  return all
    .filter((one) => one.batch === batch)
    .map((one) => ({ ...one, score: scoreWith(weights, one.signs) }))
})
const readOnes = held.filter(({ mark }) => mark !== undefined)
console.log(
  `${all.length} candidates, ${all.filter(({ isExpected }) => isExpected).length} expected, ${readOnes.length} marked`
)
console.log(
  `AUC within a pair, learnt from the other batches: expected ${areaUnderCurve(held.map(({ score, isExpected, pair }) => ({ score, isGood: isExpected, pair }))).toFixed(3)}, marked useful ${areaUnderCurve(readOnes.map(({ score, mark, pair }) => ({ score, isGood: mark === 'useful', pair }))).toFixed(3)}`
)
for (const share of [0, 0.3, 0.5, 0.7, 1]) {
  const mixed = held.map((one) => ({ ...one, score: share * one.draft.weight + (1 - share) * one.score }))
  const marks = mixed.filter(({ mark }) => mark !== undefined)
  console.log(
    `weight ${share}: expected ${areaUnderCurve(mixed.map(({ score, isExpected, pair }) => ({ score, isGood: isExpected, pair }))).toFixed(3)}, useful ${areaUnderCurve(marks.map(({ score, mark, pair }) => ({ score, isGood: mark === 'useful', pair }))).toFixed(3)}`
  )
}
for (const least of [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6]) {
  const kept = readOnes.filter(({ score }) => score >= least)
  const count = (...marks: string[]): number => kept.filter(({ mark }) => marks.includes(mark ?? '')).length
  console.log(
    `from ${least}: marked kept ${kept.length}: useful ${count('useful')}, idle ${count('idle')}, wrong or misleading ${count('wrong', 'misleading')}; candidates a pair ${(held.filter(({ score }) => score >= least).length / new Set(held.map(({ pair }) => pair)).size).toFixed(1)}`
  )
}
const weights = regress(examplesOf(all), SIGN_NAMES.length, PULL)
const round = (value: number): number => Math.round(value * 1000) / 1000
writeFileSync(
  TARGET,
  `${JSON.stringify(
    {
      about:
        'Weights by which an analyst is likely to report a finding, fitted by test/bench/fit-findings.ts to the differences that authors of practice pairs expect and to readers’ marks.',
      model: {
        bias: round(weights[SIGN_NAMES.length] ?? 0),
        weights: Object.fromEntries(SIGN_NAMES.map((name, at) => [name, round(weights[at] ?? 0)]))
      }
    },
    null,
    2
  )}\n`
)
for (const [at, name] of SIGN_NAMES.entries()) {
  const own = all.filter(({ signs }) => signs[at] !== 0)
  console.log(
    `  ${name.padEnd(16)} ${(weights[at] ?? 0).toFixed(2).padStart(6)}  ${String(own.length).padStart(5)}  expected ${((100 * own.filter(({ isExpected }) => isExpected).length) / Math.max(1, own.length)).toFixed(0)}%`
  )
}
