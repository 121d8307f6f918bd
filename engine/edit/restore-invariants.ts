import { byPlace } from '../align/groups.ts'
import { SIDES, type Comparison, type Finding, type Group, type Readout, type Side } from '../model.ts'
import { sharesOf, type NamedTopic } from '../topics/shares.ts'
import { retargeted } from './annotations.ts'
import type { Ground } from './ground.ts'
import { placesOf, type Places } from './places.ts'
import type { Work } from './work.ts'

/** What an operation has changed. */
export interface Change {
  readouts?: Record<Side, Readout>
  groups?: Group[]
  findings?: Finding[]
}

const indices = (ids: readonly string[], places: Places): number[] => ids.map((id) => places.get(id)?.at ?? 0)

const ordered = (groups: readonly Group[], places: Places): Group[] =>
  groups
    .map((group) => ({ group, us: indices(group.us, places), cn: indices(group.cn, places) }))
    .sort(byPlace)
    .map(({ group }) => group)

/** Topics that the lexicon of today does not have keep their label and come last. */
const topicsIn = (comparison: Comparison, { topics }: Pick<Ground, 'topics'>): NamedTopic[] => {
  const known = new Set(topics.map(({ id }) => id))
  return [
    ...topics,
    ...comparison.topics
      .filter(({ topic }) => !known.has(topic))
      .map(({ topic, label }) => ({ id: topic, label: { en: label } }))
  ]
}

/** Groups that have come to hold the same sentences are one, under the id of the first. */
const fallenTogether = (work: Work): Work => {
  const seen = new Map<string, string>()
  let result = work
  for (const { id, us, cn } of work.comparison.groups) {
    const key = `${us.join(' ')} | ${cn.join(' ')}`
    const first = seen.get(key)
    if (first === undefined) seen.set(key, id)
    else result = retargeted(result, { on: 'group', id }, { on: 'group', id: first })
  }
  if (result === work && seen.size === work.comparison.groups.length) return work
  const kept = new Set(seen.values())
  const groups = work.comparison.groups.filter(({ id }) => kept.has(id))
  return { ...result, comparison: { ...work.comparison, groups } }
}

/** A work with the change in it, and all that follows from it: order, what stands alone, shares of the topics. */
export const settled = (work: Work, change: Change, ground: Pick<Ground, 'topics'>): Work => {
  const changed: Comparison = { ...work.comparison, ...change }
  if (!change.readouts && !change.groups) return { ...work, comparison: changed }
  const linked = new Set(changed.groups.flatMap(({ us, cn }) => [...us, ...cn]))
  const alone = (side: Side): string[] =>
    changed.readouts[side].sentences.flatMap(({ id }) => (linked.has(id) ? [] : [id]))
  const [onlyUs = [], onlyCn = []] = SIDES.map(alone)
  const comparison: Comparison = {
    ...changed,
    groups: ordered(changed.groups, placesOf(changed)),
    onlyUs,
    onlyCn,
    topics: change.readouts
      ? sharesOf(changed.readouts.us, changed.readouts.cn, topicsIn(changed, ground))
      : changed.topics
  }
  return fallenTogether({ ...work, comparison })
}
