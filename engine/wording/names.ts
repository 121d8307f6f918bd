import { topicLabel } from '../lexicon/topics.ts'
import type { Answer, Comparison, FindingKind, Group, Matter, Sentence, Side } from '../model.ts'

/** A topic by its label, of the reader's own lexicon too. */
export const topicName = (comparison: Comparison, topic: string): string =>
  comparison.topics.find((share) => share.topic === topic)?.label ?? topicLabel(topic)

/** Topic and matter in one line: "Taiwan: One China"; or, for what the lexicon does not know, the words of the text. */
export const matterName = (comparison: Comparison, topic: string, matter: Matter): string => {
  if (matter.outside) return `“${matter.label}”`
  const name = topicName(comparison, topic)
  return matter.part === undefined || matter.label === name ? name : `${name}: ${matter.label}`
}

/** A matter under the heading of its topic: "One China"; the topic's own name where it has no finer one. */
export const partName = (comparison: Comparison, topic: string, matter: Matter): string =>
  matter.outside ? `“${matter.label}”` : matter.label === '' ? topicName(comparison, topic) : matter.label

/** What it is called, everywhere, how a passage stands to the other readout; `counted` after a number. */
export const ANSWER_NAMES: Record<
  Answer,
  { name: string; means: string; counted: (count: number) => string }
> = {
  alike: { name: 'alike', means: 'the other readout reports the same', counted: () => 'alike' },
  differs: {
    name: 'differs',
    means: 'the other readout puts it differently',
    counted: (count) => (count === 1 ? 'differs' : 'differ')
  },
  partly: {
    name: 'partly answered',
    means: 'the other readout takes up some of it and leaves out the rest',
    counted: () => 'partly answered'
  },
  only: { name: 'only here', means: 'the other readout has nothing opposite it', counted: () => 'only here' }
}

/** How the two passages of a group stand to each other. */
export const relationName = (relation: Group['relation']): string =>
  ANSWER_NAMES[relation === 'shared' ? 'alike' : 'differs'].name

/** What a comparison is called for want of a name: by its parties. */
export const pairName = ({ us, cn }: Comparison['readouts']): string => `${us.partyName} – ${cn.partyName}`

/** Sentences that only one side has, in the order of its text. */
export const aloneOn = (comparison: Comparison, side: Side): Sentence[] =>
  sentencesOf(comparison, side, side === 'us' ? comparison.onlyUs : comparison.onlyCn)

/** Sentences of one side by their ids, in the order of its text. */
export const sentencesOf = (comparison: Comparison, side: Side, ids: readonly string[]): Sentence[] => {
  const wanted = new Set(ids)
  return comparison.readouts[side].sentences.filter(({ id }) => wanted.has(id))
}

/** The words of a group's passage on one side; "[…]" where sentences between are left out. */
export const passageText = (comparison: Comparison, side: Side, ids: readonly string[]): string => {
  const all = comparison.readouts[side].sentences
  const chosen = sentencesOf(comparison, side, ids)
  return chosen
    .map((sentence, at) => {
      const before = chosen[at - 1]
      const adjacent = before === undefined || all.indexOf(sentence) === all.indexOf(before) + 1
      return adjacent ? sentence.text : `[…] ${sentence.text}`
    })
    .join(' ')
}

/** What each kind is called in a list, and in one line what it means. */
export const KIND_NAMES: Record<FindingKind, { name: string; means: string }> = {
  reported_for_other: { name: 'Said for the other', means: 'what one readout has the other side say' },
  duty_reversed: { name: 'Duty reversed', means: 'one matter, laid on different shoulders' },
  omission: { name: 'Omission', means: 'what only one readout reports' },
  contested_term: { name: 'Contested term', means: 'rival wordings for one thing' },
  demand: { name: 'Demand', means: 'what one side asks the other to do or stop' },
  strength: { name: 'Strength', means: 'a stronger formula against a weaker, or a warning' },
  label: { name: 'Label', means: 'a name for the relationship' },
  tone: { name: 'Tone', means: 'how the talks are described' },
  order_weight: { name: 'Order and weight', means: 'what comes first and what takes most words' },
  protocol: { name: 'Protocol', means: 'who asked, rank, place, length' },
  clash: { name: 'Clash', means: 'who did what, told in opposite ways' },
  contradicted: { name: 'Contradicted', means: 'said for the other, whose own text says the reverse' },
  refusal: { name: 'Refusal', means: 'what one raises and the other rejects' },
  figure: { name: 'Figure or condition', means: 'a figure, date or condition that differs' },
  request: { name: 'Request', means: 'what one asks, and how the other answers' },
  translation: { name: 'Translation', means: 'one side’s text in its two languages' },
  agreement: { name: 'Agreement', means: 'what both report alike' }
}
