import data from './data/topics.json' with { type: 'json' }
import type { Language } from '../model.ts'

export type Topic = (typeof data.topics)[number]

/** The first-level topics, in the order in which they are usually listed. */
export const topics: readonly Topic[] = data.topics

const byId = new Map(topics.map((topic) => [topic.id, topic]))

export const topicLabel = (id: string, language: Language = 'en'): string =>
  byId.get(id)?.label[language] ?? id

/** Whether sharing this topic alone says little. */
export const isGenericTopic = (id: string): boolean => byId.get(id)?.generic ?? false
