import { isThere, note, tag, verify } from './annotations.ts'
import { addFinding, judge, relabel } from './findings.ts'
import { alreadySo, done, type Context, type Outcome } from './ground.ts'
import { link, mergeGroups, move, setRelation, splitGroup, unlink } from './links.ts'
import type { Operation } from './operation.ts'
import { groupOf } from './places.ts'
import { mergeSentences, setSpeaker, setTopic, splitSentence } from './sentences.ts'
import type { Work } from './work.ts'

/** The machine's comparison again. A check mark stays on a group that has the sentences it was checked with. */
const reset = (work: Work, { base }: Context): Outcome => {
  if (work.comparison === base) return alreadySo('This is the machine’s comparison as it is.')
  const isAsItWas = (id: string): boolean => {
    const [now, then] = [groupOf(work.comparison, id), groupOf(base, id)]
    return now !== undefined && then !== undefined && String([now.us, now.cn]) === String([then.us, then.cn])
  }
  const back: Work = { ...work, comparison: base }
  return done({
    ...back,
    notes: work.notes.filter(({ target }) => isThere(back, target)),
    tags: work.tags.filter(({ target }) => isThere(back, target)),
    verified: work.verified.filter(isAsItWas)
  })
}

/**
 * A work with an operation done to it. The work that is given stays as it is and shares with the new one what has not
 * changed; what cannot be done is refused in a sentence for the reader and never thrown.
 */
export const apply = (work: Work, operation: Operation, context: Context): Outcome => {
  switch (operation.do) {
    case 'link':
      return link(work, operation, context)
    case 'unlink':
      return unlink(work, operation, context)
    case 'move':
      return move(work, operation, context)
    case 'split-group':
      return splitGroup(work, operation, context)
    case 'merge-groups':
      return mergeGroups(work, operation, context)
    case 'split-sentence':
      return splitSentence(work, operation, context)
    case 'merge-sentences':
      return mergeSentences(work, operation, context)
    case 'set-topic':
      return setTopic(work, operation, context)
    case 'set-speaker':
      return setSpeaker(work, operation, context)
    case 'set-relation':
      return setRelation(work, operation, context)
    case 'judge':
      return judge(work, operation, context)
    case 'relabel':
      return relabel(work, operation, context)
    case 'add-finding':
      return addFinding(work, operation, context)
    case 'note':
      return note(work, operation, context)
    case 'tag':
      return tag(work, operation)
    case 'verify':
      return verify(work, operation)
    case 'reset':
      return reset(work, context)
  }
}
