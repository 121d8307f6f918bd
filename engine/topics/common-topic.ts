import type { Sentence } from '../model.ts'

/** What a topic that is not specific counts when the topic of a group is chosen. */
const GENERIC_FACTOR = 0.5

type Topical = Pick<Sentence, 'topics'>

/**
 * The topic that the sentences of both sides have most of together.
 *
 * @param isGeneric whether sharing a topic alone says little
 * @returns undefined for sentences without topics
 */
export const commonTopic = (
  us: readonly Topical[],
  cn: readonly Topical[],
  isGeneric: (topic: string) => boolean
): string | undefined => {
  const share = (sentences: readonly Topical[]): Map<string, number> => {
    const sums = new Map<string, number>()
    for (const { topics } of sentences)
      for (const [rank, { id }] of topics.entries())
        sums.set(id, (sums.get(id) ?? 0) + 1 / (1 + rank) / sentences.length)
    return sums
  }
  const [one, other] = [share(us), share(cn)]
  const both = [...new Set([...one.keys(), ...other.keys()])].map((id) => {
    const factor = isGeneric(id) ? GENERIC_FACTOR : 1
    const [less = 0, more = 0] = [one.get(id) ?? 0, other.get(id) ?? 0].sort((a, b) => a - b)
    // Only what both have makes the matter; what one has alone decides where they have nothing in common.
    return { id, value: Math.round((factor * less + more / 100) * 1e6) }
  })
  both.sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1))
  return both[0]?.id
}
