import {
  bareContentVerbs,
  contentNouns,
  deniers,
  figureWords,
  participialAdjectives,
  participles,
  purposeBefore,
  tellingVerbs
} from '../lexicon/claim-cues.ts'
import { clauseHead, RELATIVES as RELATIVES_OR_THAT, type ClauseHead } from '../syntax/clause-heads.ts'
import { isPossessive } from '../syntax/noun-phrases.ts'
import { isPastForm, verbFollows, verbGroupAt, type Tense, type VerbGroup } from '../syntax/verb-groups.ts'
import type { Word } from '../syntax/word.ts'

/** The verbs of an English sentence as a claim needs them: which is the main one, and where what is said begins. */

export const QUOTES = new Set(['“', '”', '"', '‘', '’'])
/** Subjects that are listed with a comma before the last. */
const SHORTEST_LIST = 3
const FARTHEST_SUBJECT = 14
/** Words in which a clause shows by its verb that it is one. */
export const CLAUSE_REACH = 2 * FARTHEST_SUBJECT
const ASKING = new Set(['whether', 'how', 'why'])
const DENYING = new Set(['no', 'nothing', 'none', 'neither', 'little'])
const PREPOSED = new Set([
  'if',
  'when',
  'once',
  'unless',
  'although',
  'though',
  'as',
  'while',
  'until',
  'because'
])

export const textAt = (words: readonly Word[], at: number): string => words[at]?.text ?? ''

/** A dictionary form that follows no auxiliary: "lift" of "to stop the sales, *lift* the duties". */
export const isBase = (words: readonly Word[], at: number): boolean => {
  const word = words[at]
  return word?.pos === 'VERB' && word.text === word.lemma && !word.capital
}

/** "*She put* the case": of one person a verb without -s is a past. */
const isPastOfOne = (words: readonly Word[], { from }: VerbGroup): boolean => {
  const [verb, subject] = [words[from], words[from - 1]]
  return verb !== undefined && isPastForm(verb) && ONE.has(subject?.text ?? '')
}
const ONE = new Set(['he', 'she', 'it'])

/** The finite verb group that begins at a word, adverbs before it passed over. */
export const finiteAt = (words: readonly Word[], at: number): VerbGroup | null => {
  const group = verbGroupAt(words, at)
  if (!group) return null
  const first = words[group.from]
  const isInfinitive =
    group.from === group.head &&
    first?.text === first?.lemma &&
    first?.pos === 'VERB' &&
    !isPastOfOne(words, group)
  return isInfinitive ||
    isReduced(words, group) ||
    isOwned(words, group) ||
    isPartOfWord(words, group) ||
    isAdjective(words, group)
    ? null
    : group
}

/** "*Allied* aircraft". */
const isAdjective = (words: readonly Word[], { from, head }: VerbGroup): boolean =>
  from === head && participialAdjectives.has(textAt(words, head)) && words[head + 1]?.pos === 'NOUN'

/** "State-*sponsored* intrusions": part of a word of several. */
const isPartOfWord = (words: readonly Word[], { from }: VerbGroup): boolean =>
  HYPHEN.test(textAt(words, from - 1)) && words[from - 1]?.end === words[from]?.start

const HYPHEN = /^[-‑]$/u

/** "Last December’s *exercises*": what somebody has is a thing, whatever the tagger takes it for. */
const isOwned = (words: readonly Word[], { from }: VerbGroup): boolean =>
  words[from]?.pos === 'VERB' && isPossessive(words[from - 1])

/** Verbs that go with "by" themselves, or are told with how much by it. */
const NOT_DONE_BY = new Set(participles.notDoneBy)
const WITH_PREPOSITION = new Set(participles.with)

/** "Injuries *caused* by the fire", "applications *filed* by firms": a participle with its agent, behind its noun. */
const isReduced = (words: readonly Word[], { from, head }: VerbGroup): boolean => {
  const [noun, verb, by, agent] = words.slice(head - 1, head + 3)
  // "Antimony *bound* for American users".
  if (from === head && WITH_PREPOSITION.has(`${verb?.text} ${by?.text}`)) return true
  return (
    from === head &&
    noun?.pos === 'NOUN' &&
    verb?.pos === 'VERB' &&
    isPastForm(verb) &&
    !NOT_DONE_BY.has(verb.lemma) &&
    by?.text === 'by' &&
    agent?.pos !== 'NUM' &&
    agent?.pos !== 'VERB'
  )
}

/** The finite verb group that begins at this very word; null where none does. */
export const verbAt = (words: readonly Word[], at: number): VerbGroup | null => {
  const verb = finiteAt(words, at)
  return verb?.from === at ? verb : null
}

/** The first finite verb between two words, the second exclusive; null where none stands there. */
export const nextVerb = (words: readonly Word[], from: number, to: number): VerbGroup | null => {
  for (let at = from; at < to; at++) {
    const verb = verbAt(words, at)
    if (verb) return verb
  }
  return null
}

/** What sets words into a subject: of two that are joined without a comma the second may have the first's clause. */
const SETS_IN = new Set([',', '(', '—', '–', '--', ...RELATIVES_OR_THAT])

/**
 * A subject with its finite verb that begins at a word, by the one finder of subjects.
 *
 * @param isPlain nothing is set into the subject: "the tools *that make them* are narrowly drawn" may begin in the middle of
 *   another
 */
export const clauseAt = (
  words: readonly Word[],
  at: number,
  isPlain = true
): { subject: [number, number]; verb: VerbGroup } | null => {
  const head = clauseHead(words, at)
  if (!head || isReduced(words, head.verb) || isOfTwoClauses(words, at, head)) return null
  if (!agrees(words, head)) return null
  for (let place = at; isPlain && place < head.verb.from; place++)
    if (SETS_IN.has(textAt(words, place))) return null
  return { subject: [at, head.verb.from], verb: head.verb }
}

/** "Ships and *aircraft come*": a dictionary form has a plural for its subject, of which one alone may be the end. */
const agrees = (words: readonly Word[], { subject, verb }: ClauseHead): boolean => {
  const word = words[verb.from]
  const [only, another] = subject
  const isBare = word?.pos === 'VERB' && word.text === word.lemma
  return !isBare || another !== undefined || (only !== undefined && isPlural(words, only.head))
}

const isPlural = (words: readonly Word[], head: number): boolean =>
  /s$|^(?:they|we|i|you|both|all)$/u.test(textAt(words, head))

/** "With finger-pointing and *pressure, and it* is hoped": what looks like a list of subjects, and ends one clause. */
const isOfTwoClauses = (words: readonly Word[], from: number, { subject, verb }: ClauseHead): boolean => {
  let joins = 0
  for (let at = from; at < verb.from; at++)
    if (textAt(words, at) === ',' && textAt(words, at + 1) === 'and') joins++
  return joins > 1 || (joins === 1 && subject.length < SHORTEST_LIST)
}

/** Words that open a clause within a clause, wherever it stands. */
export const OPENING = ['that', 'because', 'since', 'if', 'when', 'while', 'whether'] as const

/**
 * The nearest word before a place that opens a clause which has had no verb by then: in "until a just, lasting | and binding
 * agreement is reached", "until"; null where a verb comes first.
 *
 * @param after the words up to this one are not looked at
 */
export const openedBefore = (
  words: readonly Word[],
  place: number,
  after: number,
  opening: ReadonlySet<string>
): number | null => {
  for (let at = place - 1; at > after; at--) {
    if (verbAt(words, at) !== null || isBase(words, at)) return null
    if (opening.has(textAt(words, at))) return at
  }
  return null
}

interface Main {
  subject: [number, number] | null
  verb: VerbGroup
}

/** The first finite verb from a place on that is not inside an opening "if …," clause, with its subject. */
export const mainVerb = (words: readonly Word[], from: number): Main | null => {
  let at = from
  while (words[at]?.pos === 'PUNCT' || QUOTES.has(textAt(words, at))) at++
  if (PREPOSED.has(textAt(words, at)) && textAt(words, at + 1) !== 'for')
    while (at < words.length && textAt(words, at) !== ',') at++
  at = behindOpening(words, at)
  const opened = at
  for (; at < words.length; at++) {
    const verb = verbAt(words, at)
    if (!verb || isInserted(words, verb)) continue
    const isBehindNoun = at > opened
    return { subject: isBehindNoun ? [opened, at] : null, verb }
  }
  return null
}

/** Behind "Asked about the licenses," where a clause follows its comma; else the place. */
const behindOpening = (words: readonly Word[], from: number): number => {
  const word = words[from]
  if (word?.pos !== 'VERB' || !word.capital || !isPastForm(word)) return from
  for (let at = from + 1; at < Math.min(words.length, from + CLAUSE_REACH); at++)
    if (textAt(words, at) === ',' && clauseAt(words, at + 1)) return at + 1
  return from
}

/** "The policy, *based* on three documents, has not changed": a participle between commas is not the verb. */
const isInserted = (words: readonly Word[], { from, head, to }: VerbGroup): boolean => {
  if (textAt(words, from - 1) !== ',' || from !== head || words[head]?.pos !== 'VERB') return false
  for (let at = to; at < words.length; at++)
    if (textAt(words, at) === ',' && verbAt(words, at + 1)) return true
  return false
}

/** Where what is said begins behind a verb: at "that", "whether", "to", or at a clause of its own; null where it says nothing further. */
export const contentAt = (words: readonly Word[], verb: VerbGroup): number | null => {
  const isPlain = words[verb.head]?.pos === 'VERB' || words[verb.head]?.text === 'is'
  for (let at = verb.to; at < Math.min(words.length, verb.to + FARTHEST_SUBJECT); at++) {
    const word = words[at]
    if (!word || word.text === ';' || word.text === ',') return null
    if (RELATIVES.has(word.text)) return null
    if (word.text === 'that' && verbFollows(words, at + 1, CLAUSE_REACH))
      return leadsIn(words, verb, at) ? at + 1 : null
    if (ASKING.has(word.text)) return at + 1
    if (word.text === 'to' && words[at + 1]?.pos === 'VERB' && isPlain)
      return isOfNoun(words, verb, at) ? null : at + 1
    if (word.pos === 'VERB' && at > verb.to + 1) break
  }
  if (!bareContentVerbs.has(words[verb.head]?.lemma ?? '')) return null
  const clause = clauseAt(words, verb.to)
  return clause && !isPeriod(words.slice(...clause.subject)) ? verb.to : null
}

/** "The sale announced *last month* violates …": a time is no subject of what is announced. */
const isPeriod = (subject: readonly Word[]): boolean => {
  const nouns = subject.filter(({ pos }) => pos === 'NOUN' || pos === 'PROPN')
  return nouns.length > 0 && nouns.every(({ lemma }) => PERIODS.has(lemma))
}
const PERIODS = new Set(figureWords.periods.en)

/** "Is in no *position to* interfere": what somebody is to do hangs on a noun, without which it would be told as done. */
const isOfNoun = (words: readonly Word[], { head, to }: VerbGroup, at: number): boolean =>
  words[head]?.pos === 'AUX' && words.slice(to, at).some(({ pos }) => pos === 'NOUN')

const RELATIVES = new Set(['who', 'whom', 'whose', 'which'])

/** What is a part of a verb where it looks like a preposition: "pointed *out* that". */
const PARTICLES = new Set(['out', 'up', 'down', 'off'])

/** Whether "that" leads in what a verb says: not in "412 plants *that* were allowed to lapse", nor in "exists so *that*". */
const leadsIn = (words: readonly Word[], verb: VerbGroup, at: number): boolean => {
  if (at === verb.to) return true
  const before = words[at - 1]
  if (!before || purposeBefore.has(before.text)) return false
  if (verbAt(words, at + 1)) return false
  // "Opened *with that* intercept, telling …": behind a preposition it points.
  if (before.pos === 'ADP' && !PARTICLES.has(before.text)) return false
  if (before.pos !== 'NOUN') return true
  return contentNouns.has(before.lemma) || tellingVerbs.has(words[verb.head]?.lemma ?? '')
}

/** "*Has* the means" is of now, though it looks like a perfect whose verb is missing. */
const HAVING = new Set(['has', 'have'])
export const tenseOf = (words: readonly Word[], { tense, from, head }: VerbGroup): Tense =>
  from === head && HAVING.has(textAt(words, head)) ? 'present' : tense

/** "Did not", "has sent *no* weapons", "*Nothing* in the text limits". */
export const isNegated = (words: readonly Word[], { subject, verb }: Main): boolean => {
  if (verb.negated) return true
  if (subject && deniers.en.has(textAt(words, subject[0]))) return true
  for (let at = verb.from; at < Math.min(words.length, verb.to + 2); at++) {
    if (words[at]?.pos === 'PUNCT') return false
    if (DENYING.has(textAt(words, at)) && !isPossessive(words[at + 1])) return true
  }
  return false
}
