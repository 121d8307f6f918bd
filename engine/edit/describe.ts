import { KIND_NAMES } from '../wording/names.ts'
import type { Comparison, Speaker } from '../model.ts'
import { clipped } from './clipped.ts'
import type { EditTopic } from './ground.ts'
import type { Operation, Target } from './operation.ts'
import { groupOf, placesOf } from './places.ts'
import { topicLabel } from './regroup.ts'
import type { Work } from './work.ts'

/** Names that a history is told with. */
interface Names {
  topics: readonly EditTopic[]
  /** The codes of the codebook; a tag without one is called by its id. */
  codes?: readonly { id: string; name: string }[]
}

const listed = (items: readonly string[]): string =>
  items.length <= 1 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`

const speakerName = (speaker: Speaker, { readouts }: Comparison): string =>
  speaker === 'both'
    ? 'both sides'
    : speaker === 'narrator'
      ? 'the issuer itself'
      : readouts[speaker].partyInText

const told = (operation: Operation, before: Work, names: Names): string => {
  const { comparison } = before
  const sentence = (id: string): string => {
    const text = placesOf(comparison).get(id)?.sentence.text
    return text === undefined ? 'a sentence' : `“${clipped(text)}”`
  }
  const sentences = (ids: readonly string[]): string => listed(ids.map(sentence))
  const topic = (id: string): string => topicLabel(names.topics, id)
  const label = (id: string): string => {
    const group = groupOf(comparison, id)
    if (!group) return 'something'
    return group.matter.outside ? `“${group.matter.label}”` : topic(group.topic)
  }
  const finding = (id: string): string => {
    const found = comparison.findings.find((other) => other.id === id)
    return found ? `the finding “${clipped(found.say)}”` : 'a finding'
  }
  const tag = (id: string): string => `“${names.codes?.find((code) => code.id === id)?.name ?? id}”`
  const place = (target: Target): string => {
    switch (target.on) {
      case 'whole':
        return 'the whole comparison'
      case 'sentence':
        return sentence(target.id)
      case 'group':
        return `the passage on ${label(target.id)}`
      case 'finding':
        return finding(target.id)
    }
  }
  switch (operation.do) {
    case 'link': {
      const { us, cn, into } = operation
      return into === undefined
        ? `Linked ${sentences(us)} with ${sentences(cn)}.`
        : `Added ${sentences([...us, ...cn])} to the passage on ${label(into)}.`
    }
    case 'unlink':
      return `Took ${sentences(operation.sentences)} out of the passage on ${label(operation.group)}.`
    case 'move':
      return `Moved ${sentence(operation.sentence)} from the passage on ${label(operation.from)} to that on ${label(operation.to)}.`
    case 'split-group':
      return `${label(operation.group)}: made a passage of its own of ${sentences([...operation.us, ...operation.cn])}.`
    case 'merge-groups':
      return `Made one passage of those on ${listed(operation.groups.map(label))}.`
    case 'split-sentence': {
      const text = placesOf(comparison).get(operation.sentence)?.sentence
      const rest = text?.text.slice(operation.at - text.start) ?? ''
      return `Split ${sentence(operation.sentence)} before “${clipped(rest)}”.`
    }
    case 'merge-sentences':
      return `Joined ${sentence(operation.first)} with ${sentence(operation.second)}.`
    case 'set-topic': {
      const { target } = operation
      const subject = target.on === 'group' ? label(target.id) : sentence(target.id)
      return `${subject}: topic changed to ${topic(operation.topic)}.`
    }
    case 'set-speaker':
      return `${sentence(operation.sentence)}: speaker changed to ${speakerName(operation.speaker, comparison)}.`
    case 'set-relation':
      return `${label(operation.group)}: marked as ${operation.relation === 'shared' ? 'alike' : 'differing'}.`
    case 'judge': {
      const subject = finding(operation.finding)
      if (operation.judgement === null) return `Took back the judgement of ${subject}.`
      return `${operation.judgement === 'accepted' ? 'Accepted' : 'Dismissed'} ${subject}.`
    }
    case 'relabel':
      return `Called ${finding(operation.finding)} ${KIND_NAMES[operation.kind].name}.`
    case 'add-finding':
      return `Added the finding “${clipped(operation.say)}”.`
    case 'note':
      return operation.text.trim() === ''
        ? `Removed the note on ${place(operation.target)}.`
        : `Noted on ${place(operation.target)}: “${clipped(operation.text)}”.`
    case 'tag':
      return operation.on
        ? `Tagged ${place(operation.target)} with ${tag(operation.tag)}.`
        : `Took the tag ${tag(operation.tag)} off ${place(operation.target)}.`
    case 'verify':
      return operation.verified
        ? `${label(operation.group)}: marked as verified.`
        : `${label(operation.group)}: no longer marked as verified.`
    case 'reset':
      return 'Went back to the machine’s comparison.'
  }
}

/**
 * An operation in a sentence, for the history that the reader sees. Where it ends with words that have their own stop,
 * that ends it.
 *
 * @param before the work as it stood when the operation was made
 */
export const describe = (operation: Operation, before: Work, names: Names): string =>
  told(operation, before, names).replace(/(?<=[.!?。！？]”)\.$/u, '')
