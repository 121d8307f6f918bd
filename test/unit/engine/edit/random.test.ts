import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ground } from '../../../../engine/edit/ground.ts'
import {
  editsOf,
  goTo,
  record,
  redo,
  replay,
  startHistory,
  undo,
  workOf,
  type History
} from '../../../../engine/edit/history.ts'
import type { Edits, Operation, Target } from '../../../../engine/edit/operation.ts'
import { rebase } from '../../../../engine/edit/rebase.ts'
import type { Work } from '../../../../engine/edit/work.ts'
import { FINDING_KINDS, SIDES, type Comparison, type Side } from '../../../../engine/model.ts'
import { readout, text } from '../readouts.ts'
import { brokenLaws, call, groundOf, japan, talks, talksInChinese } from './grounds.ts'
import { essence, essenceOfWork, modelOf, type Model } from './model-state.ts'
import { doToModel } from './model.ts'

/** So many sequences of so many steps; EDIT_RUNS asks for more of them. */
const RUNS = Number(process.env['EDIT_RUNS'] ?? 4)
const STEPS = 1000
const AT = '2026-05-14T09:00:00.000Z'

const grounds: Record<string, Ground> = { talks, talksInChinese, call, japan }
const WEIGHTS = {
  link: 14,
  widen: 6,
  unlink: 6,
  move: 4,
  'split-group': 4,
  'merge-groups': 2,
  'split-sentence': 5,
  'merge-sentences': 5,
  'set-topic': 6,
  'set-speaker': 4,
  'set-relation': 4,
  judge: 4,
  relabel: 2,
  'add-finding': 2,
  note: 6,
  tag: 6,
  verify: 4,
  reset: 0.3,
  undo: 8,
  redo: 5,
  goTo: 0.5,
  reload: 0.5,
  rerun: 0.3
}
type Kind = keyof typeof WEIGHTS
interface Step {
  kind: Kind
  /** By which it chooses among what there is. */
  dice: number[]
}
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    ...(Object.entries(WEIGHTS) as [Kind, number][]).map(([kind, weight]) => ({
      weight: weight * 10,
      arbitrary: fc.constant(kind)
    }))
  ),
  dice: fc.array(fc.nat(9999), { minLength: 8, maxLength: 8 })
})

/** An operation on what is there, now and then on what is not. */
const operationFor = (
  { kind, dice }: Step,
  { comparison }: Work,
  { texts, topics }: Ground
): Operation | null => {
  const number = (at: number): number => dice[at] ?? 0
  const pick = <T>(list: readonly T[], at: number): T | undefined =>
    list[number(at) % Math.max(1, list.length)]
  const sentence = (side: Side, at: number): string =>
    pick(comparison.readouts[side].sentences, at)?.id ?? 'u99'
  const side = pick(SIDES, 0) ?? 'us'
  const any = number(1) % 50 === 0 ? 'x1' : sentence(side, 1)
  const group = pick(comparison.groups, 2)
  const other = pick(comparison.groups, 3)
  const groupId = number(2) % 50 === 0 ? 'g99' : (group?.id ?? 'g99')
  const finding = pick(comparison.findings, 4)?.id ?? 'f99'
  const topic = pick(topics, 5)?.id ?? ''
  const some = (list: readonly string[], at: number): string[] =>
    list.filter((_, index) => (number(at) >> index) & 1)
  const targets: Target[] = [
    { on: 'whole' },
    { on: 'sentence', id: any },
    { on: 'group', id: groupId },
    { on: 'finding', id: finding }
  ]
  const target = pick(targets, 6) ?? { on: 'whole' }
  switch (kind) {
    case 'link':
      return {
        do: 'link',
        us: [sentence('us', 1), ...(number(5) % 3 ? [] : [sentence('us', 6)])],
        cn: [sentence(number(7) % 40 === 0 ? 'us' : 'cn', 4), ...(number(3) % 3 ? [] : [sentence('cn', 7)])]
      }
    case 'widen':
      return { do: 'link', us: side === 'us' ? [any] : [], cn: side === 'cn' ? [any] : [], into: groupId }
    case 'unlink':
      return {
        do: 'unlink',
        group: groupId,
        sentences: some([...(group?.us ?? []), ...(group?.cn ?? [])], 5)
      }
    case 'move':
      return {
        do: 'move',
        sentence: pick(group?.[side] ?? [], 4) ?? any,
        from: groupId,
        to: other?.id ?? 'g99'
      }
    case 'split-group':
      return { do: kind, group: groupId, us: some(group?.us ?? [], 4), cn: some(group?.cn ?? [], 5) }
    case 'merge-groups':
      return { do: kind, groups: [groupId, other?.id ?? 'g99', ...(number(6) % 4 ? [] : [groupId])] }
    case 'split-sentence': {
      const { start = 0, end = 0 } = pick(comparison.readouts[side].sentences, 1) ?? {}
      return { do: kind, sentence: any, at: start + (number(5) % (end - start + 2)) - 1 }
    }
    case 'merge-sentences': {
      const { sentences } = comparison.readouts[side]
      const at = number(1) % sentences.length
      return {
        do: kind,
        first: sentences[at]?.id ?? '',
        second: sentences[at + (number(3) % 9 ? 1 : 2)]?.id ?? ''
      }
    }
    case 'set-topic':
      if (number(6) % 2) return { do: kind, target: { on: 'sentence', id: any }, topic }
      return group?.topic === topic ? null : { do: kind, target: { on: 'group', id: groupId }, topic }
    case 'set-speaker':
      return { do: kind, sentence: any, speaker: pick(['us', 'cn', 'both', 'narrator'] as const, 5) ?? 'us' }
    case 'set-relation':
      return { do: kind, group: groupId, relation: number(5) % 2 ? 'shared' : 'differ' }
    case 'judge':
      return { do: kind, finding, judgement: pick(['accepted', 'dismissed', null] as const, 5) ?? null }
    case 'relabel':
      return { do: kind, finding, kind: pick(FINDING_KINDS, 5) ?? 'tone' }
    case 'add-finding': {
      const { start = 0 } = pick(comparison.readouts[side].sentences, 1) ?? {}
      const end = start + 1 + (number(5) % 60)
      const isCut = end <= texts[side].length && !/\p{Cs}/u.test(texts[side].slice(start, end))
      const spans = { us: [], cn: [], [side]: [{ start, end }] }
      return isCut
        ? { do: kind, kind: pick(FINDING_KINDS, 6) ?? 'tone', topic, spans, say: `${number(7) % 9}` }
        : null
    }
    case 'note':
      return { do: kind, target, text: number(5) % 5 ? `note ${number(7) % 20}` : '' }
    case 'tag':
      return { do: kind, target, tag: `t${number(7) % 4}`, on: number(5) % 3 > 0 }
    case 'verify':
      return { do: kind, group: groupId, verified: number(5) % 3 > 0 }
    case 'reset':
      return { do: 'reset' }
    case 'undo':
    case 'redo':
    case 'goTo':
    case 'reload':
    case 'rerun':
      return null
  }
}

/** The machine's answer by another lexicon: other groups under other ids, other topics, findings fewer and renamed. */
const otherAnswer = ({ base, ...rest }: Ground): Ground => {
  const groups = base.groups
    .filter((_, at) => at % 3 !== 1)
    .map((group, at) => ({ ...group, id: `g${at + 40}`, topic: 'trade' }))
  const [first, second] = groups
  if (first && second) first.us = [...new Set([...first.us, ...second.us])].sort()
  const findings = base.findings
    .filter((_, at) => at % 4 !== 2)
    .map((finding, at) => ({ ...finding, id: `f${at + 1}` }))
  const linked = (side: Side): Set<string> => new Set(groups.flatMap((group) => group[side]))
  const alone = (side: Side): string[] =>
    base.readouts[side].sentences.map(({ id }) => id).filter((id) => !linked(side).has(id))
  const comparison: Comparison = { ...base, groups, findings, onlyUs: alone('us'), onlyCn: alone('cn') }
  return { ...rest, base: comparison }
}

const corrected: Record<string, Ground> = {
  talks: groundOf(
    text(
      `A note by the editor: this text was corrected.\n\n${readout('talks', 'us').text.replace('candid', 'frank')}`
    ),
    readout('talks', 'cn')
  ),
  call: groundOf(readout('call', 'us'), text(readout('call', 'cn').text.replace('the', 'this')))
}

const sentencesIn = ({ comparison, tags }: Work): string[] =>
  SIDES.flatMap((side) =>
    comparison.readouts[side].sentences.map(
      ({ start, end, speaker, topics, byHand = [], text: words, id }) => {
        const own = tags
          .filter(({ target }) => target.on === 'sentence' && target.id === id)
          .map(({ tag }) => tag)
        const topic = byHand.includes('topic') ? topics[0]?.id : undefined
        return JSON.stringify({ start, end, speaker, topic, words, tags: own.sort() })
      }
    )
  )

/** Carried over to itself nothing changes; to another answer, what is said of sentences does not. */
const expectCarried = (history: History, name: string): void => {
  const { ground } = history
  const own = rebase(ground, editsOf(history), ground)
  expect(own.lost).toEqual([])
  expect(workOf(replay(ground, own.edits).history)).toEqual(workOf(history))
  const other = otherAnswer(ground)
  const onOther = rebase(ground, editsOf(history), other)
  const played = replay(other, onOther.edits)
  expect(played.failed).toEqual([])
  const work = workOf(played.history)
  expect(brokenLaws(work, other)).toEqual([])
  expect(sentencesIn(work)).toEqual(sentencesIn(workOf(history)))
  for (const { why } of onOther.lost) expect(why).toMatch(/passage|finding|sentence/u)
  const newText = corrected[name]
  if (!newText) return
  const onText = replay(newText, rebase(ground, editsOf(history), newText).edits)
  expect(onText.failed).toEqual([])
  expect(brokenLaws(workOf(onText.history), newText)).toEqual([])
}

const reloaded = (history: History): History => {
  const file = JSON.parse(JSON.stringify(editsOf(history))) as Edits
  const loaded = replay(history.ground, file)
  expect(loaded.failed).toEqual([])
  expect(workOf(loaded.history)).toEqual(workOf(history))
  return loaded.history
}

const modelAt = (models: readonly Model[], { at }: History): Model => {
  const model = models[at]
  if (!model) throw new Error('the history is longer than the model’s')
  return model
}

const run = (name: string, steps: readonly Step[]): { done: number; refused: number } => {
  const ground = grounds[name]
  if (!ground) throw new Error(name)
  let history = startHistory(ground)
  let models: Model[] = [modelOf(ground.base)]
  const count = { done: 0, refused: 0 }
  for (const one of steps) {
    if (one.kind === 'undo') history = undo(history)
    else if (one.kind === 'redo') history = redo(history)
    else if (one.kind === 'goTo') history = goTo(history, (one.dice[0] ?? 0) % (models.length + 1))
    else if (one.kind === 'reload') history = reloaded(history)
    else if (one.kind === 'rerun') expectCarried(history, name)
    else {
      const operation = operationFor(one, workOf(history), ground)
      if (!operation) continue
      const model = structuredClone(modelAt(models, history))
      const isDone = doToModel(model, operation, `h${history.at + 1}`, ground.texts, ground.base)
      const recorded = record(history, operation, AT)
      expect(recorded.ok, JSON.stringify(operation)).toBe(isDone)
      count[isDone ? 'done' : 'refused']++
      if (recorded.ok) {
        history = recorded.history
        models = [...models.slice(0, history.at), model]
      } else expect(recorded.message).toMatch(/^\S.*\.$/u)
    }
    const work = workOf(history)
    expect(essenceOfWork(work)).toEqual(essence(modelAt(models, history)))
    expect(brokenLaws(work, ground)).toEqual([])
  }
  expectCarried(history, name)
  return count
}

describe('any edits', () => {
  it(
    'make what the simple model makes, through undo, redo, saving, opening and a new run of the machine',
    () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...Object.keys(grounds)),
          fc.array(step, { minLength: STEPS, maxLength: STEPS, size: 'max' }),
          (name, steps) => {
            const { done, refused } = run(name, steps)
            expect(done).toBeGreaterThan(STEPS / 4)
            expect(refused).toBeGreaterThan(0)
          }
        ),
        { numRuns: RUNS, endOnFailure: true }
      )
    },
    Math.max(600_000, RUNS * 15_000)
  )
})
