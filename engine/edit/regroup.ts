import { plainDifferences } from '../align/differences.ts'
import { framed, spansWithin } from '../findings/beside.ts'
import type { Comparison, Difference, Evidence, Group, Matter, Sentence, Side, Span } from '../model.ts'
import { commonTopic } from '../topics/common-topic.ts'
import { wordMarks } from '../wording/marks.ts'
import type { EditTopic } from './ground.ts'
import { inTextOrder, placesOf, sentencesAt } from './places.ts'

type Ids = Record<Side, readonly string[]>
type Members = Record<Side, readonly Sentence[]>

/** What a group that was made or widened by hand rests on. */
const LINKED_BY_HAND: Evidence = { kind: 'passage', say: 'linked by hand', weight: 1, us: [], cn: [] }

/** Adds a mark of the researcher's hand, once. */
export const marked = <T extends string>(marks: readonly T[] | undefined, mark: T): T[] => [
  ...new Set([...(marks ?? []), mark])
]

export const topicLabel = (topics: readonly EditTopic[], id: string): string =>
  topics.find((topic) => topic.id === id)?.label.en ?? id

/** What a sentence or a group is about whose topic was set by hand. */
export const matterOf = (topics: readonly EditTopic[], topic: string): Matter => ({
  label: topicLabel(topics, topic)
})

/** The matter of the first sentence that is about the topic. */
const matterAmong = ({ us, cn }: Members, topic: string, topics: readonly EditTopic[]): Matter =>
  [...us, ...cn].find((sentence) => sentence.topics[0]?.id === topic)?.matter ?? matterOf(topics, topic)

/** What has places keeps those that lie in the members; it goes with the last of a side. */
const keptWithin = <T extends Record<Side, Span[]>>(entries: readonly T[], members: Members): T[] =>
  entries.flatMap((entry) => {
    const [us, cn] = [spansWithin(members.us, entry.us), spansWithin(members.cn, entry.cn)]
    const isBare = (entry.us.length > 0 && us.length === 0) || (entry.cn.length > 0 && cn.length === 0)
    return isBare ? [] : [{ ...entry, us, cn }]
  })

const TOLD_ANEW: ReadonlySet<Difference['kind']> = new Set(['finding', 'speaker', 'verb', 'extent'])

const membersOf = ({ us, cn }: Ids, comparison: Comparison): Members => {
  const places = placesOf(comparison)
  return { us: sentencesAt(us, places), cn: sentencesAt(cn, places) }
}

/**
 * A group with what is told beside it, and its word marks, as its sentences are now. What only the lexicon could say
 * anew stays as far as its places are in the group, and goes where the group has grown, since the other side may have
 * it now.
 */
export const reframed = (group: Group, comparison: Comparison, hasGrown = false): Group => {
  const { readouts, findings } = comparison
  const members = membersOf(group, comparison)
  const kept = hasGrown ? [] : group.framing.filter(({ kind }) => !TOLD_ANEW.has(kind))
  const names = { us: readouts.us.partyInText, cn: readouts.cn.partyInText }
  const others = [
    ...plainDifferences([...members.us], [...members.cn], names),
    ...keptWithin(kept, members)
  ].sort((a, b) => b.weight - a.weight)
  const marks = wordMarks(members.us, members.cn, readouts)
  const changed: Group = { ...group, framing: framed(findings, members, others) }
  if (marks) changed.wordMarks = marks
  else delete changed.wordMarks
  return changed
}

/** A group with other members than it had. */
export const regrouped = (
  group: Group,
  ids: Record<Side, Iterable<string>>,
  comparison: Comparison,
  topics: readonly EditTopic[]
): Group => {
  const places = placesOf(comparison)
  const [us, cn] = [inTextOrder(ids.us, places), inTextOrder(ids.cn, places)]
  const members = membersOf({ us, cn }, comparison)
  const hasGrown = us.some((id) => !group.us.includes(id)) || cn.some((id) => !group.cn.includes(id))
  const isGeneric = (id: string): boolean => topics.find((topic) => topic.id === id)?.generic ?? false
  const topic = group.byHand?.includes('topic')
    ? group.topic
    : (commonTopic(members.us, members.cn, isGeneric) ?? group.topic)
  const reasons = keptWithin(
    group.evidence.filter(({ say }) => say !== LINKED_BY_HAND.say),
    members
  )
  const isByHand =
    hasGrown || reasons.length === 0 || group.evidence.some(({ say }) => say === LINKED_BY_HAND.say)
  return reframed(
    {
      ...group,
      topic,
      matter: topic === group.topic ? group.matter : matterAmong(members, topic, topics),
      us,
      cn,
      score: hasGrown ? 1 : group.score,
      evidence: isByHand ? [LINKED_BY_HAND, ...reasons] : reasons,
      byHand: group.byHand?.includes('made') ? group.byHand : marked(group.byHand, 'members')
    },
    comparison,
    hasGrown
  )
}

/** A group that the researcher makes. */
export const madeGroup = (
  id: string,
  ids: Record<Side, Iterable<string>>,
  relation: Group['relation'],
  comparison: Comparison,
  topics: readonly EditTopic[]
): Group =>
  regrouped(
    {
      id,
      topic: '',
      matter: { label: '' },
      us: [],
      cn: [],
      relation,
      score: 1,
      evidence: [],
      framing: [],
      byHand: ['made']
    },
    ids,
    comparison,
    topics
  )
