import { readFileSync } from 'node:fs'

/**
 * What readers' marks say of the findings: how many of each kind and rule are of use, and whether the weight tells the
 * useful from the rest, as it was and by a share of use a rule that is learnt from the other batches alone:
 * `npx tsx test/bench/findings-marks.ts`.
 */

/** A finding as a reader marked it, blind to how it was made. */
interface Marked {
  batch: string
  pair: string
  kind: string
  rule: string
  weight: number
  mark: 'useful' | 'idle' | 'wrong' | 'misleading'
  sentence: 'good' | 'awkward' | 'bad'
}

/** A rule is taken to be of use as often as all are, so many times over, before its own marks are counted. */
const PRIOR = 4
const useful = ({ mark }: Marked): number => Number(mark === 'useful')
const percent = (share: number): string => `${(100 * share).toFixed(0)}%`
const shareOf = (marks: readonly Marked[]): number =>
  marks.reduce((sum, mark) => sum + useful(mark), 0) / Math.max(1, marks.length)

const groupedBy = (marks: readonly Marked[], key: (mark: Marked) => string): Map<string, Marked[]> => {
  const groups = new Map<string, Marked[]>()
  for (const mark of marks) groups.set(key(mark), [...(groups.get(key(mark)) ?? []), mark])
  return groups
}

/** "omission", "term", "duty-reversed:each-on-the-other": terms and labels of the lexicon are one rule. */
const ruleOf = ({ rule }: Marked): string => rule.replace(/^(?<family>term|label):.*/u, '$<family>')

/** How often a useful finding of a pair stands before another of it: 0.5 is chance. */
const areaUnderCurve = (marks: readonly Marked[], score: (mark: Marked) => number): number => {
  let [right, all] = [0, 0]
  for (const pair of groupedBy(marks, ({ pair: name }) => name).values())
    for (const one of pair.filter(useful))
      for (const other of pair.filter((mark) => useful(mark) === 0)) {
        all += 1
        const difference = score(one) - score(other)
        right += difference > 0 ? 1 : difference === 0 ? 0.5 : 0
      }
  return right / Math.max(1, all)
}

/** Shares of use by rule, drawn towards the share of all. */
const learn = (marks: readonly Marked[]): ((mark: Marked) => number) => {
  const mean = shareOf(marks)
  const rules = groupedBy(marks, ruleOf)
  return (mark) => {
    const own = rules.get(ruleOf(mark)) ?? []
    return (own.length * shareOf(own) + PRIOR * mean) / (own.length + PRIOR)
  }
}

const { marks } = JSON.parse(readFileSync(new URL('findings-marks.json', import.meta.url), 'utf8')) as {
  marks: Marked[]
}
for (const [title, key] of [
  ['batch', ({ batch }: Marked) => batch],
  ['kind', ({ kind }: Marked) => kind],
  ['rule', ruleOf]
] as const) {
  console.log(`by ${title}: shown, useful, wrong or misleading, good sentences`)
  for (const [name, group] of [...groupedBy(marks, key)].sort((a, b) => b[1].length - a[1].length)) {
    const harmful = group.filter(({ mark }) => mark === 'wrong' || mark === 'misleading').length
    const good = group.filter(({ sentence }) => sentence === 'good').length
    console.log(
      `  ${name.padEnd(36)} ${String(group.length).padStart(3)}  ${percent(shareOf(group)).padStart(4)}  ${percent(harmful / group.length).padStart(4)}  ${percent(good / group.length).padStart(4)}`
    )
  }
}
console.log(`AUC within a pair, by weight: ${areaUnderCurve(marks, ({ weight }) => weight).toFixed(2)}`)
const batches = groupedBy(marks, ({ batch }) => batch)
const scores = new Map(
  [...batches].flatMap(([name, own]) => {
    const score = learn(marks.filter(({ batch }) => batch !== name))
    return own.map((mark): [Marked, number] => [mark, score(mark)])
  })
)
console.log(
  `AUC within a pair, by rule, learnt from the other batches: ${areaUnderCurve(marks, (mark) => scores.get(mark) ?? 0).toFixed(2)}`
)
