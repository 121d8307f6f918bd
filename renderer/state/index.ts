import type { Comparison, Group, Sentence, Side } from '../../engine/model.ts'

/** A comparison with the look-ups that the views need, made once. */
export interface Indexed {
  comparison: Comparison
  sentences: ReadonlyMap<string, Sentence>
  /** The readout that a sentence is of. */
  sideOf: ReadonlyMap<string, Side>
  groups: ReadonlyMap<string, Group>
  /** Groups of a sentence; empty for one that only its side has. */
  groupsOf: ReadonlyMap<string, readonly Group[]>
}

export const indexComparison = (comparison: Comparison): Indexed => {
  const { us, cn } = comparison.readouts
  const sentences = new Map([...us.sentences, ...cn.sentences].map((sentence) => [sentence.id, sentence]))
  const groupsOf = new Map<string, Group[]>([...sentences.keys()].map((id) => [id, []]))
  for (const group of comparison.groups)
    for (const id of [...group.us, ...group.cn]) groupsOf.get(id)?.push(group)
  return {
    comparison,
    sentences,
    sideOf: new Map([
      ...us.sentences.map(({ id }) => [id, 'us'] as const),
      ...cn.sentences.map(({ id }) => [id, 'cn'] as const)
    ]),
    groups: new Map(comparison.groups.map((group) => [group.id, group])),
    groupsOf
  }
}
