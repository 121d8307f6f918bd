import data from './data/terms.json' with { type: 'json' }
import type { Span } from '../model.ts'

/** A thing with rival wordings: what Washington’s texts tend to say and what Beijing’s tend to say. */
export interface Term {
  id: string
  topic: string
  /** What the choice of wording signals. */
  signal: string
  /** 0 to 1. */
  weight: number
  /** Its wordings are said in one dispute and name no one thing: they are marked in the texts and set against each other in no finding. */
  apart?: boolean | undefined
}

/** A wording of a term in a text. The two are called after whose texts tend to use them, not after places. */
export interface TermUse extends Span {
  term: Term
  wording: 'us' | 'cn'
}

export interface TermEntry extends Term {
  wordings: Record<TermUse['wording'], { en: string[]; zh: string[] }>
  source?: string | undefined
}

export const standardTerms: readonly TermEntry[] = data.terms
