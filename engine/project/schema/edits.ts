import * as v from 'valibot'
import type { Edits, Operation, Target } from '../../edit/operation.ts'
import { FINDING_KINDS } from '../../model.ts'
import { bothSides, count, id, ids, spans, speaker, text, time, type SchemaOf } from './values.ts'

const kind = v.picklist(FINDING_KINDS)

const target: SchemaOf<Target> = v.union([
  v.looseObject({ on: v.literal('whole') }),
  v.looseObject({ on: v.picklist(['sentence', 'group', 'finding']), id })
])

const doing = <Name extends Operation['do'], E extends v.ObjectEntries>(name: Name, entries: E) =>
  v.looseObject({ do: v.literal(name), ...entries })

/** One for each operation; a missing one, or one that lets through what is none, does not compile. */
const OPERATIONS = {
  link: doing('link', { us: ids, cn: ids, into: v.exactOptional(id) }),
  unlink: doing('unlink', { group: id, sentences: ids }),
  move: doing('move', { sentence: id, from: id, to: id }),
  'split-group': doing('split-group', { group: id, us: ids, cn: ids }),
  'merge-groups': doing('merge-groups', { groups: ids }),
  'split-sentence': doing('split-sentence', { sentence: id, at: count }),
  'merge-sentences': doing('merge-sentences', { first: id, second: id }),
  'set-topic': doing('set-topic', {
    target: v.looseObject({ on: v.picklist(['sentence', 'group']), id }),
    topic: id
  }),
  'set-speaker': doing('set-speaker', { sentence: id, speaker }),
  'set-relation': doing('set-relation', { group: id, relation: v.picklist(['shared', 'differ']) }),
  judge: doing('judge', { finding: id, judgement: v.nullable(v.picklist(['accepted', 'dismissed'])) }),
  relabel: doing('relabel', { finding: id, kind }),
  'add-finding': doing('add-finding', { kind, topic: id, spans: bothSides(spans), say: text }),
  note: doing('note', { target, text }),
  tag: doing('tag', { target, tag: id, on: v.boolean() }),
  verify: doing('verify', { group: id, verified: v.boolean() }),
  reset: doing('reset', {})
} satisfies { [Name in Operation['do']]: SchemaOf<Extract<Operation, { do: Name }>> }

const operation: SchemaOf<Operation> = v.variant('do', Object.values(OPERATIONS))

const entry = v.looseObject({ operation, at: time })

export const edits: SchemaOf<Edits> = v.looseObject({ entries: v.array(entry), undone: v.array(entry) })
