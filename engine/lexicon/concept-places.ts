import data from './data/concepts.json' with { type: 'json' }
import type { Concept } from './concepts.ts'

/** What a concept is about and how much it says, without its words: a window needs no more, and so carries no more. */
export type ConceptPlace = Pick<Concept, 'topic' | 'sub' | 'weight'>

/** By id. */
export const conceptPlaces: ReadonlyMap<string, ConceptPlace> = new Map(
  data.concepts.map(({ id, topic, sub, weight }) => [id, { topic, sub, weight }])
)

/** A second-level topic, unique among all. */
export const partKey = ({ topic, sub }: Pick<Concept, 'topic' | 'sub'>): string => `${topic}.${sub}`
