import type { Comparison, Group, Sentence, Side } from '../../engine/model.ts'
import { withoutDismissed } from '../../engine/report/judged.ts'

/** A comparison with the look-ups that the views need, made once. */
export interface Indexed {
  comparison: Comparison
  /** The comparison without the findings that were dismissed: what is counted, ranked and marked. */
  standing: Comparison
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
  const standing = withoutDismissed(comparison)
  const groupsOf = new Map<string, Group[]>([...sentences.keys()].map((id) => [id, []]))
  for (const group of standing.groups)
    for (const id of [...group.us, ...group.cn]) groupsOf.get(id)?.push(group)
  return {
    comparison,
    standing,
    sentences,
    sideOf: new Map([
      ...us.sentences.map(({ id }) => [id, 'us'] as const),
      ...cn.sentences.map(({ id }) => [id, 'cn'] as const)
    ]),
    groups: new Map(standing.groups.map((group) => [group.id, group])),
    groupsOf
  }
}
