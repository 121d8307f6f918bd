import type { Readout, TopicShare } from '../model.ts'

/** What the shares need to know of a topic: where it comes in the list, and what it is called. */
export interface NamedTopic {
  id: string
  label: { en: string }
}

const shareOf = (readout: Readout, topic: string): { words: number; ids: string[] } => {
  const about = readout.sentences.filter(({ topics: [first] }) => first?.id === topic)
  const words = about.reduce((sum, sentence) => sum + sentence.words, 0)
  return {
    words: Math.round((words / Math.max(1, readout.words)) * 1000) / 1000,
    ids: about.map(({ id }) => id)
  }
}

/** How each side spreads its words over the topics, in the order of the list. */
export const sharesOf = (us: Readout, cn: Readout, topics: readonly NamedTopic[]): TopicShare[] =>
  topics.flatMap(({ id, label }) => {
    const [one, other] = [shareOf(us, id), shareOf(cn, id)]
    return one.ids.length + other.ids.length === 0
      ? []
      : [
          {
            topic: id,
            label: label.en,
            us: one.words,
            cn: other.words,
            usSentences: one.ids,
            cnSentences: other.ids
          }
        ]
  })
