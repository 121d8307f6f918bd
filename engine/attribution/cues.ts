import data from '../lexicon/data/attribution-cues.json' with { type: 'json' }
import { PhraseMatcher } from '../text/phrases.ts'
import type { Language } from '../model.ts'

/** What a word or phrase may be to the attribution of its sentence. */
export type Cue = 'together' | 'pronoun' | 'plural' | 'speaker' | 'meeting' | 'meetingNoun'

const matcherFor = (language: Language): PhraseMatcher<Cue> =>
  new PhraseMatcher<Cue>([
    ...data.meetingNouns[language].map((phrase) => ({ phrase, value: 'meetingNoun' as const })),
    ...data.meeting[language].map((phrase) => ({ phrase, value: 'meeting' as const })),
    ...data.plural[language].map((phrase) => ({ phrase, value: 'plural' as const })),
    ...data.pronouns[language].map((phrase) => ({ phrase, value: 'pronoun' as const })),
    ...(language === 'zh'
      ? data.firstPerson.zh.map((phrase) => ({ phrase, value: 'speaker' as const }))
      : []),
    ...data.together[language].map((phrase) => ({ phrase, value: 'together' as const }))
  ])

export const cues: Record<Language, PhraseMatcher<Cue>> = { en: matcherFor('en'), zh: matcherFor('zh') }

const phrases = (words: Record<Language, string[]>): Record<Language, PhraseMatcher<true>> => {
  const matcher = (language: Language): PhraseMatcher<true> =>
    new PhraseMatcher(words[language].map((phrase) => ({ phrase, value: true as const })))
  return { en: matcher('en'), zh: matcher('zh') }
}
/** Verbs whose object is whoever is spoken to or asked; and words between whoever is asked and what is asked. */
export const telling = phrases(data.telling)
export const obliging = phrases(data.obliging)
export const accepting = phrases(data.accepting)
export const towards: ReadonlySet<string> = new Set(data.towards.zh)

/** Words after which a name is not the subject of its sentence: "during a meeting with X". */
export const notBeforeASource: ReadonlySet<string> = new Set(data.notBeforeASource)
