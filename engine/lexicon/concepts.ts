import data from './data/concepts.json' with { type: 'json' }
import { PhraseMatcher, type PhraseMatch } from '../match/phrases.ts'
import type { Token } from '../match/tokens.ts'
import type { Span } from '../model.ts'

/** A notion of the field that both sides, in either language, may put in words of their own. */
export interface Concept {
  id: string
  /** First-level topic. */
  topic: string
  /** 0 to 1: how surely a sentence with it is about its topic and answers another that has it. */
  weight: number
}

/** A concept as it stands in a sentence, with all its places there. */
export interface ConceptUse {
  concept: Concept
  spans: Span[]
}

const matcher = new PhraseMatcher<Concept>(
  data.concepts.flatMap(({ id, topic, weight, en, zh }) => {
    const value: Concept = { id, topic, weight }
    return [...en, ...zh].map((phrase) => ({ phrase, value }))
  })
)

/** The concepts of a sentence in the order of their first place. */
export const conceptsIn = (tokens: readonly Token[]): ConceptUse[] => {
  const uses = new Map<string, ConceptUse>()
  for (const match of matcher.findAll(tokens)) {
    const use = uses.get(match.value.id) ?? { concept: match.value, spans: [] }
    uses.set(match.value.id, use)
    addSpan(use.spans, match)
  }
  return [...uses.values()]
}

/** Keeps the longer of two overlapping places. */
const addSpan = (spans: Span[], { start, end }: PhraseMatch<Concept>): void => {
  const last = spans.at(-1)
  if (last && start < last.end) last.end = Math.max(last.end, end)
  else spans.push({ start, end })
}
