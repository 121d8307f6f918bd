import { otherSide, SIDES, type Comparison, type Group, type Side } from '../model.ts'
import { retargeted, withoutGroup } from './annotations.ts'
import { alreadySo, done, refused, type Context, type Outcome } from './ground.ts'
import type { Operation } from './operation.ts'
import { groupOf, holds, placesOf } from './places.ts'
import { madeGroup, marked, regrouped } from './regroup.ts'
import { settled } from './restore-invariants.ts'
import type { Work } from './work.ts'

/** Which sentences stand side by side. */

type Of<T extends Operation['do']> = Extract<Operation, { do: T }>
type Ids = Record<Side, readonly string[]>

const NO_GROUP = 'This passage is no longer there.'
const NO_SENTENCE = 'One of these sentences is no longer there.'

const without = (ids: readonly string[], gone: readonly string[]): string[] =>
  ids.filter((id) => !gone.includes(id))

/** What is wrong with sentences that are to be of their sides; undefined for nothing. */
const faultIn = (ids: Ids, comparison: Comparison): string | undefined => {
  const places = placesOf(comparison)
  const { readouts } = comparison
  for (const side of SIDES)
    for (const id of ids[side]) {
      const place = places.get(id)
      if (!place) return NO_SENTENCE
      if (place.side !== side)
        return `“${place.sentence.text}” is a sentence of the ${readouts[otherSide(side)].partyAdjective} readout, not of the ${readouts[side].partyAdjective} one.`
    }
  return undefined
}

const isOf = (group: Group, { us, cn }: Ids): boolean =>
  group.us.length === new Set(us).size && group.cn.length === new Set(cn).size && holds(group, us, cn)

/** Puts groups in the places of those of their ids; new ones go in, null takes one out. */
const replaced = (groups: readonly Group[], changes: ReadonlyMap<string, Group | null>): Group[] => {
  const present = new Set(groups.map(({ id }) => id))
  return [
    ...groups.flatMap((group) => {
      const change = changes.get(group.id)
      return change === undefined ? [group] : change ? [change] : []
    }),
    ...[...changes].flatMap(([id, group]) => (group && !present.has(id) ? [group] : []))
  ]
}

/** A group with fewer sentences; null where a side has none left. */
const shrunk = (group: Group, gone: readonly string[], work: Work, context: Context): Group | null => {
  const left = { us: without(group.us, gone), cn: without(group.cn, gone) }
  if (left.us.length === 0 || left.cn.length === 0) return null
  return regrouped(group, left, work.comparison, context.topics)
}

const finish = (work: Work, changes: ReadonlyMap<string, Group | null>, context: Context): Outcome => {
  let rest = work
  for (const [id, group] of changes)
    if (!group) rest = withoutGroup(rest, id, groupOf(work.comparison, id)?.us[0])
  return done(settled(rest, { groups: replaced(work.comparison.groups, changes) }, context))
}

export const link = (work: Work, { us, cn, into }: Of<'link'>, context: Context): Outcome => {
  const { comparison } = work
  const fault = faultIn({ us, cn }, comparison)
  if (fault !== undefined) return refused(fault)
  if (into !== undefined) {
    const group = groupOf(comparison, into)
    if (!group) return refused(NO_GROUP)
    if (us.length + cn.length === 0) return refused('Choose a sentence to link.')
    if (holds(group, us, cn)) return alreadySo('These sentences are in this passage already.')
    if ([...us, ...cn].some((id) => group.us.includes(id) || group.cn.includes(id)))
      return refused('One of these sentences is in this passage already.')
    const wider = { us: [...group.us, ...us], cn: [...group.cn, ...cn] }
    return finish(work, new Map([[into, regrouped(group, wider, comparison, context.topics)]]), context)
  }
  if (us.length === 0 || cn.length === 0) return refused('A link needs a sentence of each readout.')
  if (comparison.groups.some((group) => holds(group, us, cn)))
    return alreadySo('These sentences stand side by side already.')
  const made = madeGroup(context.id, { us, cn }, 'shared', comparison, context.topics)
  return finish(work, new Map([[made.id, made]]), context)
}

export const unlink = (work: Work, operation: Of<'unlink'>, context: Context): Outcome => {
  const group = groupOf(work.comparison, operation.group)
  if (!group) return refused(NO_GROUP)
  const gone = operation.sentences
  if (gone.length === 0) return refused('Choose a sentence to take out.')
  if (gone.some((id) => !group.us.includes(id) && !group.cn.includes(id)))
    return refused('One of these sentences is not in this passage.')
  return finish(work, new Map([[group.id, shrunk(group, gone, work, context)]]), context)
}

export const move = (work: Work, { sentence, from, to }: Of<'move'>, context: Context): Outcome => {
  const { comparison } = work
  const [one, other] = [groupOf(comparison, from), groupOf(comparison, to)]
  const place = placesOf(comparison).get(sentence)
  if (!one || !other) return refused(NO_GROUP)
  if (!place) return refused(NO_SENTENCE)
  const { side } = place
  if (!one[side].includes(sentence)) return refused('This sentence is not in the passage it is to leave.')
  if (one === other) return alreadySo('This sentence is in this passage already.')
  if (other[side].includes(sentence))
    return refused('This sentence is in both passages; take it out of the one.')
  const wider = { us: [...other.us], cn: [...other.cn] }
  wider[side].push(sentence)
  return finish(
    work,
    new Map([
      [from, shrunk(one, [sentence], work, context)],
      [to, regrouped(other, wider, comparison, context.topics)]
    ]),
    context
  )
}

export const splitGroup = (
  work: Work,
  { group: id, us, cn }: Of<'split-group'>,
  context: Context
): Outcome => {
  const { comparison } = work
  const group = groupOf(comparison, id)
  if (!group) return refused(NO_GROUP)
  if (!holds(group, us, cn)) return refused('One of these sentences is not in this passage.')
  if (us.length === 0 || cn.length === 0) return refused('The new passage needs a sentence of each readout.')
  // What a side has alone answers in both passages: one statement against two may be one against each.
  const left = (side: Side, gone: readonly string[]): string[] => {
    const rest = without(group[side], gone)
    return rest.length === 0 ? group[side] : rest
  }
  const stays = { us: left('us', us), cn: left('cn', cn) }
  if (holds({ ...group, ...stays }, group.us, group.cn))
    return refused('This is the whole passage; choose a part of it.')
  if (comparison.groups.some((other) => isOf(other, { us, cn })))
    return refused('There is a passage of these sentences already; take them out of this one.')
  const rest = regrouped(group, stays, comparison, context.topics)
  const made = madeGroup(context.id, { us, cn }, group.relation, comparison, context.topics)
  return finish(
    work,
    new Map([
      [id, rest],
      [made.id, made]
    ]),
    context
  )
}

export const mergeGroups = (work: Work, { groups: ids }: Of<'merge-groups'>, context: Context): Outcome => {
  const { comparison } = work
  const groups = [...new Set(ids)].flatMap((id) => groupOf(comparison, id) ?? [])
  if (groups.length < new Set(ids).size) return refused(NO_GROUP)
  const [first, ...others] = groups
  if (!first || others.length === 0) return refused('Choose two passages or more to make one of them.')
  const whole = regrouped(
    first,
    { us: groups.flatMap(({ us }) => us), cn: groups.flatMap(({ cn }) => cn) },
    comparison,
    context.topics
  )
  const differs = !first.byHand?.includes('relation') && groups.some(({ relation }) => relation === 'differ')
  const merged: Group = differs ? { ...whole, relation: 'differ' } : whole
  const left = others.reduce(
    (rest, { id }) => retargeted(rest, { on: 'group', id }, { on: 'group', id: first.id }),
    work
  )
  const kept = comparison.groups.filter(({ id }) => !others.some((other) => other.id === id))
  return done(settled(left, { groups: replaced(kept, new Map([[first.id, merged]])) }, context))
}

export const setRelation = (
  work: Work,
  { group: id, relation }: Of<'set-relation'>,
  context: Context
): Outcome => {
  const group = groupOf(work.comparison, id)
  if (!group) return refused(NO_GROUP)
  if (group.relation === relation)
    return alreadySo(
      relation === 'shared'
        ? 'This passage is marked as alike already.'
        : 'This passage is marked as differing already.'
    )
  const changed: Group = { ...group, relation, byHand: marked(group.byHand, 'relation') }
  return finish(work, new Map([[id, changed]]), context)
}
