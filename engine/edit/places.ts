import { SIDES, type Comparison, type Group, type Readout, type Sentence, type Side } from '../model.ts'

/** Where a sentence stands. */
export interface Place {
  side: Side
  /** Index into the side's sentences. */
  at: number
  sentence: Sentence
}

export type Places = ReadonlyMap<string, Place>

/** Most operations leave the sentences as they are, so that their places need finding once. */
const known = new WeakMap<Record<Side, Readout>, Places>()

/** Where each sentence of a comparison stands, by its id. */
export const placesOf = ({ readouts }: Comparison): Places => {
  const found = known.get(readouts)
  if (found) return found
  const places = new Map<string, Place>()
  for (const side of SIDES)
    for (const [at, sentence] of readouts[side].sentences.entries())
      places.set(sentence.id, { side, at, sentence })
  known.set(readouts, places)
  return places
}

/** Ids each once, in the order of the text. */
export const inTextOrder = (ids: Iterable<string>, places: Places): string[] =>
  [...new Set(ids)].sort((a, b) => (places.get(a)?.at ?? 0) - (places.get(b)?.at ?? 0))

export const sentencesAt = (ids: readonly string[], places: Places): Sentence[] =>
  ids.flatMap((id) => places.get(id)?.sentence ?? [])

export const groupOf = ({ groups }: Comparison, id: string): Group | undefined =>
  groups.find((group) => group.id === id)

const contains = (all: readonly string[], some: readonly string[]): boolean =>
  some.every((id) => all.includes(id))

/** Whether a group holds all of these sentences. */
export const holds = (group: Group, us: readonly string[], cn: readonly string[]): boolean =>
  contains(group.us, us) && contains(group.cn, cn)
