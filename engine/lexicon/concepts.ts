import data from './data/concepts.json' with { type: 'json' }

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
  /** Matters that a text does not name may be folded into it: "other issues of common concern". */
  catchAll: boolean
}

export interface ConceptEntry extends Omit<Concept, 'frame' | 'catchAll'> {
  frame?: boolean | undefined
  catchAll?: boolean | undefined
  en: string[]
  zh: string[]
  never?: string[] | undefined
}

export const standardConcepts: readonly ConceptEntry[] = data.concepts
