import type { Target } from '../../../../engine/edit/operation.ts'
import type { Work } from '../../../../engine/edit/work.ts'
import { SIDES, type Comparison, type Side, type Span } from '../../../../engine/model.ts'

/** What a work is, as simply as it can be said: lists, and nothing that is told or counted. */
export interface ModelSentence extends Span {
  id: string
  paragraph: number
  speaker: string
  topics: [id: string, weight: number][]
  marks: string[]
}

export interface ModelGroup {
  id: string
  us: string[]
  cn: string[]
  relation: string
  topic: string | null
  marks: string[]
}

export interface ModelFinding {
  id: string
  kind: string
  topic: string
  say: string
  judged: string | null
  us: string[]
  cn: string[]
  spans: Record<Side, Span[]>
}

export interface Model {
  us: ModelSentence[]
  cn: ModelSentence[]
  groups: ModelGroup[]
  findings: ModelFinding[]
  notes: Map<string, string>
  tags: Set<string>
  verified: Set<string>
  touched: boolean
}

export const modelOf = ({ readouts, groups, findings }: Comparison): Model => {
  const sentences = (side: Side): ModelSentence[] =>
    readouts[side].sentences.map(({ id, start, end, paragraph, speaker, topics, byHand = [] }) => ({
      id,
      start,
      end,
      paragraph,
      speaker,
      topics: topics.map((topic) => [topic.id, topic.weight]),
      marks: [...byHand]
    }))
  return {
    us: sentences('us'),
    cn: sentences('cn'),
    groups: groups.map(({ id, us, cn, relation, topic, byHand = [] }) => ({
      id,
      us: [...us],
      cn: [...cn],
      relation,
      topic: byHand.includes('topic') ? topic : null,
      marks: [...byHand]
    })),
    findings: findings.map(({ id, kind, topic, say, judged, us, cn, spans }) => ({
      id,
      kind,
      topic,
      say,
      judged: judged ?? null,
      us: [...us],
      cn: [...cn],
      spans
    })),
    notes: new Map(),
    tags: new Set(),
    verified: new Set(),
    touched: false
  }
}

/** What a note or tag is kept under. */
export const key = (target: Target): string => (target.on === 'whole' ? 'whole' : `${target.on} ${target.id}`)

/** What of a work the model knows, and the model in the same words. */
export const essenceOfWork = ({ comparison, notes, tags, verified }: Work): string[] => {
  const model = modelOf(comparison)
  for (const { target, text } of notes) model.notes.set(key(target), text)
  for (const { target, tag } of tags) model.tags.add(`${key(target)} | ${tag}`)
  for (const id of verified) model.verified.add(id)
  return essence(model)
}

export const essence = (model: Model): string[] => [
  ...SIDES.flatMap((side) =>
    model[side].map(
      ({ id, start, end, speaker, topics, marks }) =>
        `${id} ${start}-${end} ${speaker} ${topics[0]?.[0] ?? ''} ${marks.sort().join()}`
    )
  ),
  ...model.groups.map(
    ({ id, us, cn, relation, topic, marks }) =>
      `${id}: ${us.join()} | ${cn.join()} ${relation} ${topic ?? ''} ${marks.sort().join()}`
  ),
  ...model.findings
    .map(({ id, kind, judged, us, cn }) => `${id} ${kind} ${judged ?? ''} ${us.join()} | ${cn.join()}`)
    .sort(),
  ...[...model.notes].map(([place, text]) => `${place}: ${text}`).sort(),
  ...[...model.tags].sort(),
  ...[...model.verified].sort()
]
