import data from './data/topics.json' with { type: 'json' }
import type { Language } from '../model.ts'

export interface Topic {
  id: string
  label: Record<Language, string>
  description: string
  generic: boolean
  disputed: number
  standsFor?: string | undefined
  /** The second level. */
  parts: { id: string; label: Record<Language, string>; idle?: boolean | undefined }[]
}

/** The first-level topics, in the order in which they are usually listed. */
export const topics: readonly Topic[] = data.topics

const standIn = (kind: 'speech' | 'narration'): string =>
  topics.find(({ standsFor }) => standsFor === kind)?.id ?? topics[0]?.id ?? ''

/** The topics of speech, and of narration, that name no matter. */
export const SPEECH_TOPIC = standIn('speech')
export const NARRATION_TOPIC = standIn('narration')

const byId = new Map(topics.map((topic) => [topic.id, topic]))

export const topicLabel = (id: string, language: Language = 'en'): string =>
  byId.get(id)?.label[language] ?? id
