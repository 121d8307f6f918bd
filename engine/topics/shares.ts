import type { Readout, TopicShare } from '../model.ts'

/** What the shares need to know of a topic: where it comes in the list, and what it is called. */
export interface NamedTopic {
  id: string
  label: { en: string }
}

interface Share {
  words: number
  ids: string[]
}

/** The sentences of each first topic and how many words they have. */
const byTopic = ({ sentences }: Readout): ReadonlyMap<string, Share> => {
  const shares = new Map<string, Share>()
  for (const { id, words, topics } of sentences) {
    const topic = topics[0]?.id
    if (topic === undefined) continue
    const share = shares.get(topic) ?? { words: 0, ids: [] }
    share.words += words
    share.ids.push(id)
    shares.set(topic, share)
  }
  return shares
}

const NONE: Share = { words: 0, ids: [] }

const rounded = (words: number, of: Readout): number =>
  Math.round((words / Math.max(1, of.words)) * 1000) / 1000

/** How each side spreads its words over the topics, in the order of the list. */
export const sharesOf = (us: Readout, cn: Readout, topics: readonly NamedTopic[]): TopicShare[] => {
  const shares = { us: byTopic(us), cn: byTopic(cn) }
  return topics.flatMap(({ id, label }) => {
    const [one, other] = [shares.us.get(id) ?? NONE, shares.cn.get(id) ?? NONE]
    return one.ids.length + other.ids.length === 0
      ? []
      : [
          {
            topic: id,
            label: label.en,
            us: rounded(one.words, us),
            cn: rounded(other.words, cn),
            usSentences: [...one.ids],
            cnSentences: [...other.ids]
          }
        ]
  })
}
