import type { Readout, Sentence, TopicShare } from '../model.ts'
import { inThousandths } from '../rounded.ts'

/** What the shares need to know of a topic: where it comes in the list, and what it is called. */
export interface NamedTopic {
  id: string
  label: { en: string }
}

interface Share {
  words: number
  ids: string[]
}

/** What a topic counts that a claim names and that is not among those its sentence is about. */
const NAMED_IN_PASSING = 0.2

/**
 * How the words of a sentence are spread over topics: each claim has its part of them by its length, for what it names
 * itself; one that names nothing goes with what its sentence is about.
 */
const spreadOf = ({ claims = [], topics }: Sentence): { topic: string; part: number }[] => {
  const about = new Map(topics.map(({ id, weight }) => [id, weight]))
  const main = topics[0]?.id
  if (main === undefined) return []
  const lengths = claims.map(({ span }) => span.end - span.start)
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  if (whole === 0) return [{ topic: main, part: 1 }]
  return claims.flatMap((claim, at) => {
    const part = (lengths[at] ?? 0) / whole
    const weights = claim.topics.map((topic) => ({
      topic,
      weight: Math.max(about.get(topic) ?? 0, NAMED_IN_PASSING)
    }))
    const sum = weights.reduce((total, { weight }) => total + weight, 0)
    return sum === 0
      ? [{ topic: main, part }]
      : weights.map(({ topic, weight }) => ({ topic, part: (part * weight) / sum }))
  })
}

/** The words that each topic has, and the sentences whose first topic it is. */
const byTopic = ({ sentences }: Readout): ReadonlyMap<string, Share> => {
  const shares = new Map<string, Share>()
  const shareOf = (topic: string): Share => {
    const share = shares.get(topic) ?? { words: 0, ids: [] }
    shares.set(topic, share)
    return share
  }
  for (const sentence of sentences) {
    const first = sentence.topics[0]?.id
    if (first !== undefined) shareOf(first).ids.push(sentence.id)
    for (const { topic, part } of spreadOf(sentence)) shareOf(topic).words += part * sentence.words
  }
  return shares
}

const NONE: Share = { words: 0, ids: [] }

/** The least share that is told: what a text names at all is never told as nothing. */
const LEAST = 0.001

const rounded = (words: number, of: Readout): number =>
  words === 0 ? 0 : Math.max(LEAST, inThousandths(words / Math.max(1, of.words)))

/** How each side spreads its words over the topics, claim by claim, in the order of the list. */
export const sharesOf = (us: Readout, cn: Readout, topics: readonly NamedTopic[]): TopicShare[] => {
  const shares = { us: byTopic(us), cn: byTopic(cn) }
  return topics.flatMap(({ id, label }) => {
    const [one, other] = [shares.us.get(id) ?? NONE, shares.cn.get(id) ?? NONE]
    return one.ids.length + other.ids.length === 0 && one.words + other.words === 0
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
