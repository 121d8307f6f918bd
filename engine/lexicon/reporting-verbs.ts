import data from './data/reporting-verbs.json' with { type: 'json' }
import { PhraseMatcher } from '../text/phrases.ts'
import type { Language } from '../model.ts'

/** A reporting verb of the lexicon: the act it reports and its strength, 1 (weak) to 5 (strong). */
export interface ReportingVerb {
  lemma: string
  act: string
  strength: number
}

/** A verb with the forms by which it is found. */
export interface VerbEntry extends ReportingVerb {
  forms: string[]
}

export type VerbMatchers = Record<Language, PhraseMatcher<ReportingVerb>>

export const verbMatcher = (verbs: readonly VerbEntry[]): PhraseMatcher<ReportingVerb> =>
  new PhraseMatcher(
    verbs.flatMap(({ forms, lemma, act, strength }) =>
      forms.map((phrase) => ({ phrase, value: { lemma, act, strength } }))
    )
  )

export const standardVerbs: Record<Language, readonly VerbEntry[]> = { en: data.en, zh: data.zh }

const STRONGEST = 5
const strengtheners: Record<Language, ReadonlySet<string>> = {
  en: new Set(data.strengtheners.en),
  zh: new Set(data.strengtheners.zh)
}

/** A verb's strength with an adverb before it: "strongly urged" is one stronger than "urged", and no more than 5. */
export const strengthened = (verb: ReportingVerb, wordBefore: string, language: Language): number =>
  Math.min(STRONGEST, verb.strength + (strengtheners[language].has(wordBefore) ? 1 : 0))
