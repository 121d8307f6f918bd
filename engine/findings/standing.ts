import { clauseAt, contentAt, nextVerb } from '../claims/english-verbs.ts'
import { meetingNouns, requesting, shellNouns } from '../lexicon/claim-cues.ts'
import type { Word } from '../syntax/word.ts'
import { countWords } from '../text/words.ts'
import { overlaps } from '../text/spans.ts'
import type { Quote } from './draft.ts'
import type { Passage } from './material.ts'

/** Whether the quotations in a sentence stand by themselves: none begins, ends or turns on a word for what was named before. */

const QUOTATION = /(?<=“)[^”]*(?=”)/gu
const HAN = /\p{Script=Han}/u

/** The words of each quotation in a sentence. */
const quotationsIn = (say: string): string[] => say.match(QUOTATION) ?? []

/** Whether each quotation in a sentence has so many words; Chinese ones are not counted. */
export const haveWords = (say: string, least: number): boolean =>
  quotationsIn(say).every((words) => HAN.test(words) || countWords(words) >= least)

/** What somebody may be, and no fact: "it is *willing* to", of which "it" is somebody; not "it is imperative to". */
const DISPOSED = String.raw`(?:ready|willing|unwilling|prepared|determined|resolved|committed|concerned|open|opposed|glad|pleased|grateful|satisfied|confident|convinced|hopeful|aware|disappointed|alarmed|troubled|worried|able|unable|bound|entitled|free)`
/** "*It is hoped that*", "*it was also agreed to*", "*it is neither fair nor realistic to*": "it" stands for nothing. */
const EXPLETIVE = String.raw`(?:is|was) (?:(?:also|not|neither|further|\p{L}+ly) )*(?!${DISPOSED}\b)[\p{L}-]+(?: (?:and|or|nor) [\p{L}-]+)? (?:to|that)\b|makes (?:no |little )?sense\b`
/** "It is hoped that" and "It is U.S. satellites that" stand for nothing; "It will relist …" for somebody. */
const POINTING_START = new RegExp(
  String.raw`^(?:It (?!${EXPLETIVE}|(?:is|was) (?:(?:not )?(?:the |a )?(?:\p{L}[\p{L}.’'-]* ){1,4}(?:that|who)\b|hoped|for|up to|necessary|important|imperative|in|a|an|the|not|wrong|time|useful|willing|ready)\b)|They |He |She |This (?!is\b|year|month|week|time|morning|afternoon|evening)|That |These |Those (?!who\b|with\b|whose\b)|Both (?=be\b|were\b|are\b|will\b|should\b)|Such (?!\p{L}+ of\b)|Doing so|To (?:this|that) end)`,
  'iu'
)
/** "*That Taiwan was returned* is written down": a clause that is a subject. */
const CLAUSE_FIRST = /^[Tt]hat (?:\p{Lu}|the |an? )/u
const POINTING_END =
  /\b(?:it|them|this|these|those|so|both|there|him|her|thereof|accordingly|the following)$/iu
const POINTING_WITHIN =
  /\bsays? otherwise\b|\b(?:do|does|did) so,|\bthe (?:latter|former)(?!’s request|'s request)\b/u
/** "Warned *that they* could end in bloodshed", "tear *these* down": near its beginning nothing was named that it may mean. */
const POINTING_EARLY =
  /^(?:\S+\s+){0,4}(?:that|when|if|should|hopes?)\s+(?:they|these|those(?! (?:who|with|whose)\b)|it(?! (?:is|was|will|would) (?:hoped|up|for|necessary|important|time)\b))\s|^(?:\S+\s+){0,6}(?:it|them|these|those)\s+(?:off|down|up|out|back|away)\b/iu
/** "Stop *this practice*", but not "this year" or "no such thing": the demonstrative with the words that say what it means. */
const DEMONSTRATIVES =
  /(?<![\p{L}-])(?:[Tt]his|[Tt]hese|[Tt]hose|(?<!\b[Nn]o )[Ss]uch)\s+(?!year|month|week|time|spring|summer|autumn|fall|winter|century|day|morning|afternoon|evening|decade|is\b|was\b|as\b|who\b|in\b|of\b|that\b|which\b|with\b|from\b|whose\b|\p{L}+ of\b)(\p{Ll}[\p{L}-]*(?: \p{Ll}[\p{L}-]*){0,2})/gu
/** What so many words into a quotation is pointed to is mostly named in it. */
const POINTS_EARLY = 8
/** A noun of fewer letters is in too many others. */
const SHORTEST_NOUN = 4
/** "*This channel*", "*these understandings*": what the two meet in and for, which every reader of the two texts has before him. */
const OF_MEETING = new RegExp(`^(?:\\p{Ll}+ )?(?:${meetingNouns.join('|')})\\b`, 'u')

/** Whether words point early to a thing that is named neither in them nor before: "correct such practices". */
const pointsToUnnamed = (words: string, before: string): boolean =>
  [...words.matchAll(DEMONSTRATIVES)].some(({ index, 1: thing = '', 0: all }) => {
    const named = `${before} ${words.slice(0, index)}`.toLowerCase()
    if (words.slice(0, index).split(' ').length > POINTS_EARLY) return false
    if (!/^such/iu.test(all) && OF_MEETING.test(thing)) return false
    const stems = thing.split(' ').map((word) => word.replace(/e?s$/u, ''))
    return !stems.some((stem) => stem.length >= SHORTEST_NOUN && named.includes(stem))
  })

/** "Demanded *its* withdrawal", "coercion *there* puts the economy at risk": whose and where was said before. */
const POINTING_POSSESSIVE = new RegExp(
  `^(?:${requesting})\\s+(?:for\\s+|on\\s+|upon\\s+)?(?:its|their|his|her)\\s(?!counterpart|opposite)`,
  'u'
)
const POINTING_THERE =
  /^(?!\P{Lu}.* \p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+ \p{Lu}).*\b(?<!from |over |(?:is|are|was|were) )[Tt]here\s+(?!is\b|are\b|was\b|were\b|will\b|would\b|should\b|can\b|may\b|must\b|has\b|have\b|had\b|exists?\b|remains?\b|be\b|being\b)/u
/** "Without *which*", "and that if it happens again *we*": breaks off where something begins. */
const OPENS_AT_END =
  /\b(?:on the one hand|which|whom|whose|we|the|and|or|if|of|from|(?:last|next|this|on|in) \p{L}+ in)$/u
/** "Reports *that “had* exchanges”": a clause without its subject. */
const NO_SUBJECT =
  /\bthat “(?:(?:had|has|is|was|were|are|will|would|did|does|must|should|can|could)\b|\p{Ll}+ing [^,“”]{3,60}, (?:\p{Ll}+ly )?\p{Ll}+ed )/u
/** "Said “*discussing* a declaration”": what was said of it stands before it. */
const SAID_GERUND = /\bsaid “\p{Ll}+ing (?:an?|the|its|his|her|their|to|of|on|with|for)\b/u
/** Breaks off behind "that" and its subject: "dissatisfaction that the U.S. side, using security as a pretext". */
const BROKEN_OFF = /\bthat (?:the |an? |\p{Lu})[^,“”]{3,60}, \p{Ll}+ing [^,“”]+$/u
/** "The root *of* the problem", "on the merits *of* the issue": what these lead to is the matter itself. */
const OF_WHOLE = String.raw`(?<!\b(?:root|roots|cause|merits?|key|heart|crux|core|essence) (?:of|to) )`
/** "That deadline", "this issue": a noun that only stands for what was said before. */
const POINTING_NOUN = new RegExp(
  `\\b(?:this|that|these|those|such) (?:${shellNouns.join('|')})\\b|${OF_WHOLE}\\bthe (?:${shellNouns.join('|')})$`,
  'iu'
)
/** A clause that hangs on another, which is not quoted; not "as long as … do not cease, … will not stop". */
const HANGING =
  /^(?:having|how|(?:as (?:long|far|soon) as|so long as|because|while|whereas) [^,]+$|whether (?!.*\b(?:depends?|hinges?|rests?|bears?|is (?:up|for|a matter))\b)|to see that|if [^,]+$|once (?!again\b|more\b)[^,]+$|when [^,]+$|after [^,]+$|nor|noting|recalling|citing|stressing|asked to|as (?:a|an|the) [^,]+$)\b/iu
/** "*Should cooperation fall short* …"; not "Washington “*should* set this right”". */
const INVERTED_CONDITION = /^Should [^,]+$/u
/**
 * What had its subject before it, or a part of that: "*not artificial intelligence*, should", "*is* imperative that". Whoever a
 * sentence names may be disposed to something, in or among something, or at work on it.
 */
const HEADLESS = new RegExp(
  String.raw`^not [^,]{3,40}, (?:should|must|will|can|may)\b|^(?:is|are|was|were) (?!(?:\p{L}+ly |also |still |not )*(?:${DISPOSED}|clear|among|against|itself|in|on|of|direct|blunt|\p{Ll}+ing)\b)`,
  'u'
)
/** "Is to cut “*its* tariff”": whose is said right before. */
const OWNED = /(?<=\b(?:is|are) to \p{Ll}+ “)(?:its|their) /gu
/** In so many words what a pronoun at the end means is mostly named: "respects China’s system and does not seek to change *it*". */
const NAMES_BEFORE = 10
/** A quotation of so few words is a term or an adjective, not a statement. */
const STATEMENT = 4

/** "*Its demand* that China join": whose was said before. */
const WHOSE_FIRST = /^(?:its|their|his|her) \p{L}/iu
/** "Agreed to discuss *the matter* separately": one that was named before. */
const THE_MATTER = new RegExp(
  `${OF_WHOLE}\\bthe (?:${shellNouns.join('|')})(?! (?:of|that|which|who|whether|how|where|between|on|in|for|to|is to|at hand)\\b|’s|'s)\\b`,
  'u'
)

/** Whether a quotation hangs on words that are nowhere in the sentence. */
const hangs = (words: string, length: number): boolean =>
  (POINTING_START.test(words) && !CLAUSE_FIRST.test(words)) ||
  WHOSE_FIRST.test(words) ||
  HANGING.test(words) ||
  INVERTED_CONDITION.test(words) ||
  HEADLESS.test(words) ||
  OPENS_AT_END.test(words) ||
  POINTING_WITHIN.test(words) ||
  POINTING_EARLY.test(words) ||
  POINTING_POSSESSIVE.test(words) ||
  POINTING_THERE.test(words) ||
  BROKEN_OFF.test(words) ||
  (POINTING_END.test(words) && length < NAMES_BEFORE && !THING_AT_END.test(words))
/** "Strongly opposes *them*", "*this* is a thief crying ‘stop thief’": a thing, which what is answered may name. */
const THING_AT_END = /\b(?:it|them|this|these|those)$/iu

/** "By one year …, *during that period*": how long it is was said, which is looked for only where these words are. */
const OF_PERIOD =
  /\bduring (?:this|that) period\b(?<=\b(?:year|month|week|day)s?\b.*\bduring (?:this|that) period)/u

/** Whether a quotation points to a thing that it does not name. */
const pointsAtThing = (words: string, length: number, before: string): boolean =>
  POINTING_NOUN.test(words.replace(OF_PERIOD, '')) ||
  THE_MATTER.test(words) ||
  pointsToUnnamed(words, before) ||
  words.startsWith('This is ') ||
  /\bfor this\b/iu.test(words) ||
  (length < NAMES_BEFORE && THING_AT_END.test(words))

/**
 * Whether a quotation of a sentence leans on what is not in it.
 *
 * @param isAnswered whether the quotations behind the first surely answer it: “those goods” are then the goods that it names
 */
export const isDangling = (say: string, isAnswered = false): boolean =>
  NO_SUBJECT.test(say) ||
  SAID_GERUND.test(say) ||
  quotationsIn(say.replace(OWNED, '')).some((words, at, all) => {
    const length = words.split(' ').length
    const before = all.slice(0, at).join(' ')
    return (
      length >= STATEMENT &&
      (hangs(words, length) || (!(isAnswered && at > 0) && pointsAtThing(words, length, before)))
    )
  })

/** Pronouns for several, and for one thing; "it is" and "it was" mostly stand for nothing. */
const SEVERAL = /^(?:them|they|these|those|both|none|neither|others)$/u
const ONE = /^(?:it|one|ones|this)$/u
const EXPLETIVE_VERB = /^(?:is|was|remains|would|will|has|had)$/u
/** What is counted without being named: "all *three*", "the other *two*". */
const COUNTED = /^(?:two|three|four|five|six|several)$/u
const HYPHEN = /^[-‑–]$/u
const isOfTwo = ({ text }: Word): boolean => THE_TWO.test(text)
const isNoun = ({ pos }: Word): boolean => pos === 'NOUN' || pos === 'PROPN'

/** Those who make up the two sides: "the two sides", "both" by itself of what both did. */
const THE_TWO = /^(?:sides|parties|countries|governments|leaders|presidents|militaries|peoples)$/u

/** "Look into *them*": none of the several things that were named before it; "those of", at the beginning, never are. */
const meansSeveral = (named: readonly Word[], word: Word, next: Word | undefined): boolean => {
  if (named.length === 0) return /^(?:those|these)$/u.test(word.text) && next?.text === 'of'
  if (next && (next.text === 'of' || isNoun(next) || next.pos === 'ADJ' || next.text.startsWith('wh')))
    return false
  // "*Those* with special responsibility should pay": whoever they are.
  if (word.text === 'those' && next && /^(?:ADP|VERB)$/u.test(next.pos)) return false
  return !named.some((one) => isNoun(one) && (one.text.endsWith('s') || one.text !== one.lemma))
}

/** "*Each delegation* …", "*China* …": whoever begins is one. */
const isOfParty = ([first, second]: readonly Word[]): boolean =>
  first?.pos === 'PROPN' || (/^(?:each|the|neither)$/u.test(first?.text ?? '') && second?.pos === 'NOUN')

/** "Not a party to *it*": nothing that was named before it but the parties. */
const meansOne = (
  named: readonly Word[],
  things: readonly Word[],
  word: Word,
  next: Word | undefined
): boolean => {
  // "The *one*-China principle" counts, "a stronger *one* before the meeting" points.
  if (word.text === 'one' && (named.at(-1)?.pos !== 'ADJ' || HYPHEN.test(next?.text ?? ''))) return false
  if (word.text === 'this' && next && !EXPLETIVE_VERB.test(next.text) && next.pos !== 'PUNCT') return false
  // "Each delegation explained how *it reads* the rules": who speaks in it.
  if (
    word.text === 'it' &&
    next &&
    (EXPLETIVE_VERB.test(next.text) || (next.pos === 'VERB' && isOfParty(named)))
  )
    return false
  return named.length > 0 && !things.some((one) => isNoun(one) && !LIGHT.has(one.text))
}
/** "Put an *end* to it": nouns that name nothing. */
const LIGHT = new Set(['end', 'stop', 'account', 'effect', 'place', 'part', 'side', 'sides', 'heed'])

/** "That all *three* be home"; "the two" are the two sides. */
const meansCounted = (named: readonly Word[], next: Word | undefined): boolean =>
  /^(?:all|other)$/u.test(named.at(-1)?.text ?? '') &&
  (!next || /^(?:AUX|VERB|PUNCT|ADP)$/u.test(next.pos)) &&
  !named.some(isNoun)

/**
 * Whether a quotation of an English sentence names nothing that one of its pronouns may mean: "undertook to look into *them*",
 * "asked that all *three* be home", "put forward a stronger *one*".
 *
 * @param isAnswer whether it answers another quotation, in which the thing may be named
 */
export const pointsOutside = ({ passage, span: { start, end } }: Quote, isAnswer = false): boolean => {
  const { words } = passage
  const own = words.filter((word) => word.start >= start && word.end <= end)
  // "*To carry out* cooperation": an item whose list says who does it.
  if (own[0]?.text === 'to' && own[0].capital && nextVerb(own, 1, own.length) === null) return true
  // "*So did* the refiners", "*what does* exist is": goes on with what is not quoted.
  if (own[0]?.text === 'so' && own[1]?.pos === 'AUX') return true
  if (own[0]?.text === 'what' && /^(?:does|did|do)$/u.test(own[1]?.text ?? '')) return true
  // "*What* | the U.S. side committed to was to remove it": what is done is a subject with the word before it.
  const before = own[0] && words[words.indexOf(own[0]) - 1]
  if (before?.text === 'what') return true
  // "Obtain information | *without hindrance*, and attempts are doomed": begins in the middle of a phrase.
  if (
    own[0]?.pos === 'ADP' &&
    own.length >= NAMES_BEFORE &&
    /^(?:NOUN|PROPN|ADJ|VERB)$/u.test(before?.pos ?? '')
  )
    return true
  if (isCutRelative(passage, own) || breaksOff(words, own)) return true
  if (isAnswer) return false
  const isThing = (one: Word): boolean => !passage.named.some((place) => overlaps(place, one))
  return own.some((word, at) => {
    const next = own[at + 1]
    // A determiner has its noun behind it.
    if (next && (isNoun(next) || next.pos === 'ADJ') && word.pos !== 'PRON') return false
    const named = own.slice(0, at)
    // "At a time convenient to *both*": of what both did, the two sides.
    if (word.text === 'both' && (passage.sentence.speaker === 'both' || named.some(isOfTwo))) return false
    if (SEVERAL.test(word.text)) return meansSeveral(named, word, next)
    if (ONE.test(word.text)) return meansOne(named, named.filter(isThing), word, next)
    return COUNTED.test(word.text) && meansCounted(named, next)
  })
}

/** "The root cause of *maritime* | and air risks": ends before what its last word describes, joins or leads to. */
const breaksOff = (words: readonly Word[], own: readonly Word[]): boolean => {
  const last = own.at(-1)
  const next = last && words[words.indexOf(last) + 1]
  if (!last || !next || next.pos === 'PUNCT' || own.length < STATEMENT) return false
  // "The release of *11 UN* | and embassy employees": what so many are called goes on.
  const counted = own.at(-2)?.pos === 'NUM'
  if (counted && (last.pos === 'PROPN' || last.pos === 'ADJ') && /^(?:and|or)$/u.test(next.text)) return true
  if (last.pos === 'ADJ') return next.pos === 'NOUN' || next.text === 'and' || next.text === 'or'
  return /^(?:DET|CCONJ|SCONJ)$/u.test(last.pos) || last.text === 'of' || last.text === 'to'
}

/** Words that part two clauses. */
const PARTS = /^(?:PUNCT|CCONJ|SCONJ)$/u

/** "*The U.S. side announced last month are massive*": a clause that adds to a noun before it, with the verb of that noun. */
const isCutRelative = ({ named }: Passage, words: readonly Word[]): boolean => {
  const clause = clauseAt(words, 0)
  const subject = clause && words[clause.subject[1] - 1]
  // "The rules *published in April* are needed": what is published publishes nothing.
  if (!subject || !named.some((place) => overlaps(place, subject))) return false
  if (contentAt(words, clause.verb) !== null) return false
  const next = nextVerb(words, clause.verb.to, words.length)
  if (!next || words[next.from]?.pos !== 'AUX') return false
  return !words
    .slice(clause.verb.to, next.from)
    .some(
      ({ pos, text }) =>
        PARTS.test(pos) || /^(?:that|which|who|whom|whose|what|where|when|how|to)$/u.test(text)
    )
}

/** Of some quotations those that stand by themselves; all, where none does. */
export const standing = <T extends Quote>(quotes: readonly T[]): readonly T[] => {
  const alone = quotes.filter((quote) => !pointsOutside(quote))
  return alone.length > 0 ? alone : quotes
}
