import data from './data/claim-cues.json' with { type: 'json' }
import { phrasesOf, PhraseMatcher } from '../text/phrases.ts'
import type { Language } from '../model.ts'

/** What a word or phrase tells of the claim that it stands in. */
export type ClaimCue =
  | 'deny'
  | 'refuse'
  | 'hope'
  | 'condition'
  | 'question'
  | 'oppose'
  | 'depends'
  | 'warning'
  | 'assurance'
  | 'commitment'
  | 'demand'
  | 'view'
  | 'talks'
  | 'negation'
  | 'past'
  | 'plain'

const LISTS: readonly (readonly [ClaimCue, Record<Language, readonly string[]>])[] = [
  ['view', data.views],
  ['commitment', data.commitments],
  ['demand', data.demands],
  ['talks', data.describing],
  ['assurance', data.assurances],
  ['warning', data.warnings],
  ['depends', data.depends],
  ['question', data.governors.question],
  ['condition', data.governors.condition],
  ['oppose', data.governors.oppose],
  ['hope', data.governors.hope],
  ['refuse', data.governors.refuse],
  ['deny', data.governors.deny],
  ['plain', data.plain]
]

const matcherFor = (language: Language): PhraseMatcher<ClaimCue> =>
  new PhraseMatcher(LISTS.flatMap(([value, forms]) => forms[language].map((phrase) => ({ phrase, value }))))

/** What denies a Chinese clause or puts it into the past; a longer word with a negation in it is `plain`. */
export const chineseSigns = new PhraseMatcher<ClaimCue>([
  ...data.pastZh.map((phrase) => ({ phrase, value: 'past' as const })),
  ...data.negationsZh.negating.map((phrase) => ({ phrase, value: 'negation' as const })),
  ...data.negationsZh.plain.map((phrase) => ({ phrase, value: 'plain' as const }))
])

/** Words by which a commitment is less than one. */
export const hedges = phrasesOf(data.hedges)

/** Words of what is set into a clause to say who says it. */
export const { asides, participles } = data
/** English words that want what stands behind them. */
export const wanting: ReadonlySet<string> = new Set(data.wanting)
/** Verbs of asking in all their forms, as part of a pattern. */
export const requesting = data.requesting.map((verb) => verb.replace('*', '\\p{Ll}*')).join('|')

/** Words by which a journalist asks, in what a spokesperson answers. */
export const questions = phrasesOf(data.questions)

/** Words with which a text speaks of conditions. */
export const conditional = phrasesOf(data.conditional)

/** Names for everyone, and for the two sides. */
export const everyone = new PhraseMatcher<'other' | 'both'>([
  ...[...data.everyone.en, ...data.everyone.zh].map((phrase) => ({ phrase, value: 'other' as const })),
  ...[...data.together.en, ...data.together.zh].map((phrase) => ({ phrase, value: 'both' as const }))
])

/** Words that tell of what kind a claim is, whether it denies or refuses, and what governs it. */
export const claimCues: Record<Language, PhraseMatcher<ClaimCue>> = {
  en: matcherFor('en'),
  zh: matcherFor('zh')
}

/** Words between two claims that belong to neither, longest first. */
export const connectives: Record<Language, readonly string[]> = {
  en: [...data.connectives.en].sort((a, b) => b.length - a.length),
  zh: [...data.connectives.zh].sort((a, b) => b.length - a.length)
}

/** Thanks, greetings, condolences. */
export const courtesies = phrasesOf(data.courtesies)

/** "Adding that", "noting that": with these a participle reports another statement. */
export const reportingParticiples: ReadonlySet<string> = new Set(data.reportingIng)
/** "Nothing in the text limits …": subjects that deny their verb. */
export const deniers: Record<Language, ReadonlySet<string>> = {
  en: new Set(data.nobody.en),
  zh: new Set(data.nobody.zh)
}
/** Chinese words with which a clause goes on with the one before, and with which one leads on to the next. */
export const dependentOpenings: readonly string[] = data.dependentZh
export const leadingOpenings: readonly string[] = data.openingZh

export const figureWords = data.figures

/** Verbs of which whoever is told stands between them and what they say: "*told* reporters that". By their dictionary form. */
export const tellingVerbs: ReadonlySet<string> = new Set(data.telling)

/** Verbs behind which a clause of its own is what they say: "*said* the plants were closed". By their dictionary form. */
export const bareContentVerbs: ReadonlySet<string> = new Set(data.bareContent)

/** Nouns that may only stand for what was said before. */
export const { shellNouns } = data
/** Nouns for what two sides meet in, and what they have from it, in one form that both numbers begin with. */
export const { meetingNouns } = data
/** Participles of whom something is said to: "they were *told* that". */
export const { told } = data
/** Participles that before a noun are adjectives. */
export const participialAdjectives: ReadonlySet<string> = new Set(data.participialAdjectives)
/** Nouns whose "that" says what they hold: "the *view* that". Behind others it only adds to them: "the ships that". */
export const contentNouns: ReadonlySet<string> = new Set(data.contentNouns)

/** Words whose "that" leads in no statement: "*so* that", "*provided* that". */
export const purposeBefore: ReadonlySet<string> = new Set(data.purposeBefore)

/** Dictionary forms of verbs whose object does what follows without "to": "*lets* makers buy". */
export const letting: ReadonlySet<string> = new Set(data.letting)
