import {
  SIDES,
  type Answer,
  type Comparison,
  type Difference,
  type Group,
  type Matter,
  type Sentence,
  type Side
} from '../model.ts'
import { addTo } from '../multimap.ts'
import { onceFor } from '../once-for.ts'
import { aloneOn, sentencesOf } from '../wording/names.ts'
import { onlyTerms, toldOnce } from './told-once.ts'

/** A matter as a reader has it before him: what both texts have on it, or what one alone has on a topic. */
export interface Row {
  key: string
  topic: string
  matter: Matter
  /** The pairs of passages on it, in their order; none where one side alone has it. */
  groups: readonly Group[]
  us: readonly Sentence[]
  cn: readonly Sentence[]
  answer: Exclude<Answer, 'partly'>
  /** What differs in it, strongest first; what another row tells already is left out. */
  differences: readonly Difference[]
}

/** A row holds no more than this, so that a text of a book's length has rows that can be shown. */
const MOST_GROUPS = 12
const MOST_ALONE = 40

/** Groups on one second-level topic are on one matter; where it is not known of both, those that share a sentence. */
const isSameMatter = (one: Group, other: Group): boolean => {
  if (one.topic !== other.topic) return false
  if (one.matter.part !== undefined && other.matter.part !== undefined)
    return one.matter.part === other.matter.part
  return SIDES.some((side) => one[side].some((id) => other[side].includes(id)))
}

const gathered = (groups: readonly Group[]): Group[][] => {
  const rows: Group[][] = []
  /** Only rows on its topic can be a group's. */
  const byTopic = new Map<string, Group[][]>()
  for (const group of groups) {
    const row = byTopic
      .get(group.topic)
      ?.findLast((known) => known.length < MOST_GROUPS && known.some((other) => isSameMatter(group, other)))
    if (row) row.push(group)
    else {
      const begun = [group]
      rows.push(begun)
      addTo(byTopic, group.topic, begun)
    }
  }
  return rows
}

/** What is told of several pairs at once, in one line what only one side has: how long each is says nothing then. */
const differencesOf = (
  comparison: Comparison,
  groups: readonly Group[],
  told: ReadonlyMap<string, readonly Difference[]>
): Difference[] => {
  const all = groups.flatMap(({ id }) => told.get(id) ?? [])
  if (groups.length === 1) return all.sort((a, b) => b.weight - a.weight)
  const terms = all.filter(({ kind }) => kind === 'term')
  const only = onlyTerms(
    comparison,
    { us: terms.flatMap(({ us }) => us), cn: terms.flatMap(({ cn }) => cn) },
    Math.max(0, ...terms.map(({ weight }) => weight))
  )
  const says = new Set<string>()
  return [...all.filter(({ kind }) => kind !== 'term' && kind !== 'extent'), ...(only ? [only] : [])]
    .sort((a, b) => b.weight - a.weight)
    .filter(({ say }) => {
      const isNew = !says.has(say)
      says.add(say)
      return isNew
    })
}

const rowOf = (
  comparison: Comparison,
  groups: readonly Group[],
  told: ReadonlyMap<string, readonly Difference[]>
): Row => {
  const [first] = groups
  const members = (side: Side): Sentence[] =>
    sentencesOf(
      comparison,
      side,
      groups.flatMap((group) => group[side])
    )
  return {
    key: first?.id ?? '',
    topic: first?.topic ?? '',
    matter: first?.matter ?? { label: '' },
    groups,
    us: members('us'),
    cn: members('cn'),
    answer: groups.every(({ relation }) => relation === 'shared') ? 'alike' : 'differs',
    differences: differencesOf(comparison, groups, told)
  }
}

/** The second-level topic of sentences, where they have one in common. */
const matterAmong = (sentences: readonly Sentence[]): Matter => {
  const [first] = sentences
  if (first && sentences.every(({ matter }) => matter.label === first.matter.label)) return first.matter
  return { label: '' }
}

/** What one side alone has, a row a topic; in the order of its text. */
const aloneRows = (comparison: Comparison, side: Side): Row[] => {
  const byTopic = new Map<string, Sentence[][]>()
  for (const sentence of aloneOn(comparison, side)) {
    const topic = sentence.topics[0]?.id ?? ''
    const rows = byTopic.get(topic) ?? []
    byTopic.set(topic, rows)
    const last = rows.at(-1)
    if (last && last.length < MOST_ALONE) last.push(sentence)
    else rows.push([sentence])
  }
  return [...byTopic].flatMap(([topic, rows]) =>
    rows.map((sentences) => ({
      key: `${side}-${sentences[0]?.id ?? ''}`,
      topic,
      matter: matterAmong(sentences),
      groups: [],
      us: [],
      cn: [],
      [side]: sentences,
      answer: 'only' as const,
      differences: []
    }))
  )
}

/** The groups that are on one matter together, by the id of each of them. */
export const mattersOf = onceFor(
  ({ groups }: Comparison): ReadonlyMap<string, readonly Group[]> =>
    new Map(gathered(groups).flatMap((matter) => matter.map(({ id }) => [id, matter])))
)

/** The matters of a comparison: those that both have, in the order of the groups, then what one side alone has. */
export const rowsOf = (comparison: Comparison): Row[] => {
  const told = toldOnce(comparison)
  return [
    ...[...new Set(mattersOf(comparison).values())].map((groups) => rowOf(comparison, groups, told)),
    ...aloneRows(comparison, 'us'),
    ...aloneRows(comparison, 'cn')
  ]
}
