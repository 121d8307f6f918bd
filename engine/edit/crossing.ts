import { SIDES, type Group, type Side } from '../model.ts'
import type { Anchors } from './anchors.ts'
import { matterName } from '../wording/names.ts'
import { clipped } from './clipped.ts'
import type { Operation } from './operation.ts'
import { groupOf, placesOf } from './places.ts'
import type { Work } from './work.ts'

/** An operation in terms of another work. */
export interface Carried {
  /** None where there is nothing left to do. */
  operations: Operation[]
  /** What of it, or all of it, has lost its place. */
  lost?: string
}

export type Of<T extends Operation['do']> = Extract<Operation, { do: T }>
export type Ids = Record<Side, string[]>

export const KEPT: Carried = { operations: [] }
export const carried = (...operations: Operation[]): Carried => ({ operations })
export const lost = (why: string): Carried => ({ operations: [], lost: why })

/** The way from a work to another: what is called so in the one, as the other calls it. */
export interface Crossing {
  anchors: Anchors
  before: Work
  after: Work
  /** Each once, in the order in which they are asked for. */
  sentences: (ids: readonly string[]) => string[]
  group: (id: string) => Group | undefined
  /** The sentences of a group, whether or not they are still in one. */
  members: (id: string) => Ids
  finding: (id: string) => string | undefined
  /** Whose sentence of the new work it is. */
  sideOf: (id: string) => Side
  noSentence: (id: string) => string
  noGroup: (id: string) => string
  /** What of several sentences has no place any more; nothing where all have one. */
  missing: (ids: readonly string[]) => Pick<Carried, 'lost'>
}

export const crossingOf = (anchors: Anchors, before: Work, after: Work): Crossing => {
  const oldGroup = (id: string): Group | undefined => groupOf(before.comparison, id)
  const sentences = (ids: readonly string[]): string[] => [
    ...new Set(ids.flatMap((id) => anchors.sentences(id, before, after)))
  ]
  const noSentence = (id: string): string => {
    const text = placesOf(before.comparison).get(id)?.sentence.text
    return text === undefined
      ? 'Its sentence is no longer there.'
      : `The sentence “${clipped(text)}” is no longer in the text.`
  }
  return {
    anchors,
    before,
    after,
    sentences,
    group: (id) => {
      const old = oldGroup(id)
      return old && anchors.group(old, before, after)
    },
    members: (id) => {
      const old = oldGroup(id)
      return { us: sentences(old?.us ?? []), cn: sentences(old?.cn ?? []) }
    },
    finding: (id) => {
      const old = before.comparison.findings.find((other) => other.id === id)
      return old && anchors.finding(old, after)?.id
    },
    sideOf: (id) => placesOf(after.comparison).get(id)?.side ?? SIDES[0],
    noSentence,
    noGroup: (id) => {
      const old = oldGroup(id)
      return old
        ? `The passage on ${matterName(before.comparison, old.topic, old.matter)} is no longer set side by side.`
        : 'Its passage is no longer there.'
    },
    missing: (ids) => {
      const gone = ids.find((id) => anchors.sentences(id, before, after).length === 0)
      return gone === undefined ? {} : { lost: noSentence(gone) }
    }
  }
}
