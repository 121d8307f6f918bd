import type { Side } from '../model.ts'
import { carried, KEPT, lost, type Carried, type Crossing, type Of } from './crossing.ts'
import type { Operation, Target } from './operation.ts'
import { placesOf } from './places.ts'

/** Decisions on one sentence, group or finding, in terms of another work. */

export const carrySplitSentence = (crossing: Crossing, { sentence, at }: Of<'split-sentence'>): Carried => {
  const { after, anchors, before, sentences, noSentence } = crossing
  const old = placesOf(before.comparison).get(sentence)
  const ids = sentences([sentence])
  const offset = old && anchors.offset(at, old.side)
  if (!old || ids.length === 0 || offset === undefined) return lost(noSentence(sentence))
  const holder = ids
    .flatMap((id) => placesOf(after.comparison).get(id)?.sentence ?? [])
    .find(({ start, end }) => start < offset && offset < end)
  return holder ? carried({ do: 'split-sentence', sentence: holder.id, at: offset }) : KEPT
}

export const carryMergeSentences = (
  crossing: Crossing,
  { first, second }: Of<'merge-sentences'>
): Carried => {
  const { sentences, noSentence } = crossing
  const [one, other] = [sentences([first]), sentences([second])]
  if (one.length === 0) return lost(noSentence(first))
  if (other.length === 0) return lost(noSentence(second))
  const [head = '', ...others] = [...new Set([...one, ...other])]
  return carried(...others.map((id): Operation => ({ do: 'merge-sentences', first: head, second: id })))
}

/** What is said of a sentence is said of each that it is now. */
export const onSentences = (
  { sentences, noSentence }: Crossing,
  id: string,
  operation: (id: string) => Operation
): Carried => {
  const found = sentences([id])
  return found.length > 0 ? carried(...found.map(operation)) : lost(noSentence(id))
}

export const onGroup = (
  { group, noGroup }: Crossing,
  id: string,
  operation: (id: string) => Operation
): Carried => {
  const found = group(id)
  return found ? carried(operation(found.id)) : lost(noGroup(id))
}

export const onFinding = (
  { finding }: Crossing,
  id: string,
  operation: (id: string) => Operation
): Carried => {
  const found = finding(id)
  return found === undefined ? lost('The finding is no longer made.') : carried(operation(found))
}

export const onTarget = (
  crossing: Crossing,
  target: Target,
  operation: (target: Target) => Operation
): Carried => {
  switch (target.on) {
    case 'whole':
      return carried(operation(target))
    case 'sentence':
      return onSentences(crossing, target.id, (id) => operation({ on: 'sentence', id }))
    case 'group':
      return onGroup(crossing, target.id, (id) => operation({ on: 'group', id }))
    case 'finding':
      return onFinding(crossing, target.id, (id) => operation({ on: 'finding', id }))
  }
}

export const carryAddFinding = ({ anchors }: Crossing, operation: Of<'add-finding'>): Carried => {
  const places = (side: Side) => operation.spans[side].map((span) => anchors.words(span, side))
  const [us, cn] = [places('us'), places('cn')]
  if ([...us, ...cn].includes(undefined)) return lost('Its words are no longer in the text.')
  const spans = { us: us.flatMap((span) => span ?? []), cn: cn.flatMap((span) => span ?? []) }
  return carried({ ...operation, spans })
}
