import * as v from 'valibot'
import {
  FINDING_KINDS,
  type Comparison,
  type Difference,
  type Evidence,
  type Finding,
  type Group,
  type MeetingsOfStory,
  type TopicShare
} from '../../model.ts'
import { matter, readout } from './readout.ts'
import { bothSides, count, id, ids, number, side, spans, text, texts, type SchemaOf } from './values.ts'

const evidence: SchemaOf<Evidence> = v.looseObject({
  kind: v.picklist(['concept', 'topic', 'name', 'words', 'passage', 'speaker', 'position']),
  say: text,
  weight: number,
  us: spans,
  cn: spans
})

const difference: SchemaOf<Difference> = v.looseObject({
  kind: v.picklist(['finding', 'speaker', 'verb', 'term', 'words', 'extent']),
  finding: v.exactOptional(id),
  say: text,
  weight: number,
  us: spans,
  cn: spans
})

/** Sentences of one side that stand in a group: a group without any on a side is none. */
const members = v.pipe(ids, v.minLength(1))

const group: SchemaOf<Group> = v.looseObject({
  id,
  topic: id,
  matter,
  us: members,
  cn: members,
  relation: v.picklist(['shared', 'differ']),
  score: number,
  evidence: v.array(evidence),
  framing: v.array(difference),
  wordMarks: v.exactOptional(v.looseObject({ sameUs: spans, sameCn: spans, onlyUs: spans, onlyCn: spans })),
  byHand: v.exactOptional(v.array(v.picklist(['made', 'members', 'topic', 'relation'])))
})

const finding: SchemaOf<Finding> = v.looseObject({
  id,
  kind: v.picklist(FINDING_KINDS),
  topic: id,
  us: ids,
  cn: ids,
  words: bothSides(texts),
  spans: bothSides(spans),
  rule: text,
  say: text,
  note: v.exactOptional(text),
  only: v.exactOptional(side),
  glosses: v.exactOptional(v.array(v.looseObject({ words: text, english: text }))),
  inOtherLanguage: v.exactOptional(v.looseObject({ sentences: ids, words: texts, spans })),
  weight: number,
  judged: v.exactOptional(v.picklist(['accepted', 'dismissed'])),
  byHand: v.exactOptional(v.picklist(['made', 'relabelled']))
})

const topicShare: SchemaOf<TopicShare> = v.looseObject({
  topic: id,
  label: text,
  us: number,
  cn: number,
  usSentences: ids,
  cnSentences: ids
})

const own = v.looseObject({
  name: text,
  topics: count,
  concepts: count,
  terms: count,
  verbs: count,
  off: count
})

const meetings: SchemaOf<MeetingsOfStory> = v.looseObject({
  all: v.array(v.looseObject({ id, name: text, statements: bothSides(spans) })),
  ofNone: bothSides(spans),
  compared: v.exactOptional(id)
})

export const comparison: SchemaOf<Comparison> = v.looseObject({
  version: v.literal(1),
  engine: v.looseObject({ version: text, lexicon: text, own: v.exactOptional(own) }),
  readouts: bothSides(readout),
  groups: v.array(group),
  onlyUs: ids,
  onlyCn: ids,
  perhaps: v.exactOptional(v.array(v.looseObject({ us: id, cn: id, score: number }))),
  topics: v.array(topicShare),
  findings: v.array(finding),
  story: v.exactOptional(text),
  meetings: v.exactOptional(meetings)
})
