import { carryLink, carryMergeGroups, carryMove, carrySplitGroup, carryUnlink } from './rebase-links.ts'
import {
  carryAddFinding,
  carryMergeSentences,
  carrySplitSentence,
  onFinding,
  onGroup,
  onSentences,
  onTarget
} from './rebase-places.ts'
import { carried, type Carried, type Crossing } from './crossing.ts'
import type { Operation } from './operation.ts'

/** A note is on the first of the sentences that its sentence has become. */
const once = ({ operations, ...rest }: Carried): Carried => ({ operations: operations.slice(0, 1), ...rest })

/** Says in terms of another work what was said in those of the one it was made for. */
export const carry = (crossing: Crossing, operation: Operation): Carried => {
  switch (operation.do) {
    case 'link':
      return carryLink(crossing, operation)
    case 'unlink':
      return carryUnlink(crossing, operation)
    case 'move':
      return carryMove(crossing, operation)
    case 'split-group':
      return carrySplitGroup(crossing, operation)
    case 'merge-groups':
      return carryMergeGroups(crossing, operation)
    case 'split-sentence':
      return carrySplitSentence(crossing, operation)
    case 'merge-sentences':
      return carryMergeSentences(crossing, operation)
    case 'set-topic': {
      const { target } = operation
      return target.on === 'group'
        ? onGroup(crossing, target.id, (id) => ({ ...operation, target: { on: 'group', id } }))
        : onSentences(crossing, target.id, (id) => ({ ...operation, target: { on: 'sentence', id } }))
    }
    case 'set-speaker':
      return onSentences(crossing, operation.sentence, (sentence) => ({ ...operation, sentence }))
    case 'set-relation':
    case 'verify':
      return onGroup(crossing, operation.group, (group) => ({ ...operation, group }))
    case 'judge':
    case 'relabel':
      return onFinding(crossing, operation.finding, (finding) => ({ ...operation, finding }))
    case 'add-finding':
      return carryAddFinding(crossing, operation)
    case 'note':
      return once(onTarget(crossing, operation.target, (target) => ({ ...operation, target })))
    case 'tag':
      return onTarget(crossing, operation.target, (target) => ({ ...operation, target }))
    case 'reset':
      return carried(operation)
  }
}
