import data from './data/concepts.json' with { type: 'json' }
import { PhraseMatcher, type PhraseMatch } from '../match/phrases.ts'
import type { Token } from '../match/tokens.ts'
import type { Span } from '../model.ts'

/** A notion of the field that both sides, in either language, may put in words of their own. */
export interface Concept {
  id: string
  /** First-level topic. */
  topic: string
  /** Second-level topic, unique within the first. */
  sub: string
  /** 0 to 1: how surely a sentence with it is about its topic and answers another that has it. */
  weight: number
  /** May head a list of fields ("cooperation in such areas as …"), which then is about it first. */
  frame: boolean
}

/** A concept as it stands in a sentence, with all its places there. */
export interface ConceptUse {
  concept: Concept
  spans: Span[]
}

/** A phrase that names a concept, or one in which its words mean something else. */
interface Term {
  concept: Concept
  names: boolean
}

interface ConceptEntry extends Omit<Concept, 'frame'> {
  frame?: boolean
  en: string[]
  zh: string[]
  never?: string[]
}

const entries: readonly ConceptEntry[] = data.concepts

const matcher = new PhraseMatcher<Term>(
  entries.flatMap(({ id, topic, sub, weight, frame = false, en, zh, never = [] }) => {
    const concept: Concept = { id, topic, sub, weight, frame }
    return [
      ...[...en, ...zh].map((phrase) => ({ phrase, value: { concept, names: true } })),
      ...never.map((phrase) => ({ phrase, value: { concept, names: false } }))
    ]
  })
)

const within = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** The concepts of a sentence in the order of their first place. */
export const conceptsIn = (tokens: readonly Token[]): ConceptUse[] => {
  const uses = new Map<string, ConceptUse>()
  const matches = matcher.findAll(tokens)
  const others = matches.filter(({ value }) => !value.names)
  for (const match of matches) {
    const { concept, names } = match.value
    if (!names || others.some((other) => other.value.concept === concept && within(match, other))) continue
    const use = uses.get(concept.id) ?? { concept, spans: [] }
    uses.set(concept.id, use)
    addSpan(use.spans, match)
  }
  return [...uses.values()]
}

/** Keeps the longer of two overlapping places. */
const addSpan = (spans: Span[], { start, end }: PhraseMatch<Term>): void => {
  const last = spans.at(-1)
  if (last && start < last.end) last.end = Math.max(last.end, end)
  else spans.push({ start, end })
}
