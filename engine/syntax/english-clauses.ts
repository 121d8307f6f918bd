import {
  behindPrepositions,
  clauseHead,
  CONTENT,
  is,
  JOINING,
  LONGEST_INSERTION,
  type ClauseHead
} from './clause-heads.ts'
import { isPersonalPronoun, nounPhraseAt, type NounPhrase } from './noun-phrases.ts'
import { verbFollows, verbGroupAt, type VerbGroup } from './verb-groups.ts'
import type { Word } from './word.ts'

/** A finite clause of the first level: who does what. Word indices, `to` exclusive. */
export interface EnglishClause {
  from: number
  to: number
  /** The coordinated noun phrases of its subject: "the Secretary *and* the Director" are two. */
  subject: NounPhrase[]
  verb: VerbGroup
  /** Who does what is done, in the passive: "will be deferred *by the United States*"; null where nobody is named. */
  agent: NounPhrase | null
  /** Where what is said begins ("that the call was long"); null for a verb with no clause of its own behind it. */
  content: number | null
  /** Another clause's content stands before it: whether it goes on with that or begins anew, grammar cannot tell. */
  afterContent: boolean
  /** It holds only if something else does: "If …, the two countries will benefit". */
  conditional: boolean
  /** It begins where a clause may; else it was taken for want of a better one. */
  opens: boolean
}

/** Words from a verb to "that" behind it: "told the minister that", "made clear to his hosts that". */
const CONTENT_REACH = 9
const QUOTES = new Set(['“', '”', '"', '‘', '’', "'", '«', '»'])
/** What the tagger often takes for an adverb or a preposition: "*Once* the shipments have fallen, …". */
const SUBORDINATORS = new Set([
  'once',
  'when',
  'if',
  'unless',
  'although',
  'though',
  'because',
  'until',
  'as',
  'while',
  'whereas'
])
const CONDITIONS = new Set(['if', 'unless', 'should', 'were'])
const CONTRASTING = new Set(['while', 'whereas', 'but'])

/** So many words has the title of a numbered item at most: "2. *CRITICAL MINERALS.* China will …". */
const LONGEST_TITLE = 6

/** Behind the title of a numbered item, words with capitals up to a full stop; else the place. */
const behindTitle = (words: readonly Word[], from: number): number => {
  let at = from
  while (at - from < LONGEST_TITLE && (words[at]?.capital === true || is(words, at, 'and'))) at++
  const isTitle = at > from && is(words, at, '.') && words[at + 1]?.capital === true
  return isTitle ? at + 1 : from
}

/** Where the clause's content begins: behind "that", or at a subject and verb of its own right behind the verb. */
const contentOf = (
  words: readonly Word[],
  { verb }: ClauseHead,
  starts: ReadonlySet<number>
): number | null => {
  const end = Math.min(words.length, verb.to + CONTENT_REACH)
  for (let at = verb.to; at < end; at++) {
    const word = words[at]
    if (!word || word.text === ';') break
    if (
      CONTENT.has(word.text) &&
      (word.pos === 'SCONJ' || word.pos === 'PRON' || word.pos === 'DET' || word.pos === 'ADV')
    )
      if (word.text !== 'that' || verbFollows(words, at + 1, LONGEST_INSERTION)) return at
  }
  const bare = clauseHead(words, verb.to, starts)
  return bare?.subject.length === 1 ? verb.to : null
}

/** Words from a passive verb to "by". */
const AGENT_REACH = 4

/** "An assurance was given *by the PRC side*", also behind a short phrase: "was opened today by both". */
const agentOf = (
  words: readonly Word[],
  { verb }: ClauseHead,
  starts: ReadonlySet<number>
): NounPhrase | null => {
  if (!verb.passive) return null
  for (let at = verb.to; at < Math.min(words.length, verb.to + AGENT_REACH); at++) {
    const word = words[at]
    if (!word || word.pos === 'PUNCT' || word.pos === 'VERB') return null
    // "by March 1", "by sending": when or how, and not who.
    if (word.text === 'by') {
      const phrase = nounPhraseAt(words, at + 1, starts)
      return phrase && words.slice(phrase.from, phrase.to).every(({ pos }) => pos !== 'NUM') ? phrase : null
    }
  }
  return null
}

/** Where a sentence begins to say something: behind its number, its mark of quotation, its label ("Tariffs: …"). */
const opening = (words: readonly Word[], starts: ReadonlySet<number>): number => {
  let at = 0
  while (words[at]?.pos === 'PUNCT' || words[at]?.pos === 'SYM' || QUOTES.has(words[at]?.text ?? '')) at++
  if (words[at]?.pos === 'NUM' && /^[.)]$/u.test(words[at + 1]?.text ?? '')) at = behindTitle(words, at + 2)
  const label = nounPhraseAt(words, at, starts)
  const colon = label ? behindPrepositions(words, label.to, starts) : at + 1
  return is(words, colon, ':') && words[colon + 1] ? colon + 1 : at
}

/** Whether a clause may begin at a word: behind a mark or, where the sentence opens with a phrase of time or place, at a name. */
const mayOpen = (words: readonly Word[], at: number, first: number, starts: ReadonlySet<number>): boolean => {
  if (at === first) return true
  const before = words[at - 1]
  if (!before) return false
  if (before.pos === 'PUNCT' && !/^[-–‑(]$/u.test(before.text)) return true
  const lead = words[first]?.pos
  const adverbial = lead === 'ADP' || lead === 'ADV'
  const isName =
    starts.has(at) || isPersonalPronoun(words[at]) || /^(?:DET|PROPN)$/u.test(words[at]?.pos ?? '')
  return adverbial && isName && /^(?:NOUN|PROPN|NUM|ADV)$/u.test(before.pos)
}

/**
 * Where no clause begins at a place that may open one, as in "Beginning in May the PRC will receive …": the first noun
 * phrase that has a finite verb behind it.
 */
const anyClause = (
  words: readonly Word[],
  first: number,
  starts: ReadonlySet<number>
): EnglishClause | null => {
  for (let at = first; at < words.length; at++) {
    const before = words[at - 1]
    if (at > first && (before?.pos === 'ADJ' || before?.pos === 'DET' || before?.pos === 'ADP')) continue
    const found = clauseHead(words, at, starts)
    if (found) return { ...toClause(words, at, found, false, starts), opens: false }
  }
  return null
}

/**
 * The clauses of the first level of an English sentence, in order: the main clause, and those joined to it by a
 * semicolon or a conjunction that have a subject of their own.
 *
 * @param starts word indices at which a name begins
 */
export const englishClauses = (words: readonly Word[], starts: ReadonlySet<number>): EnglishClause[] => {
  const clauses: EnglishClause[] = []
  const first = opening(words, starts)
  // "While the one side said, *the other* …": what a conjunction opens is no clause of the first level.
  const subordinate = words[first]?.pos === 'SCONJ' || SUBORDINATORS.has(words[first]?.text ?? '')
  let at = first
  if (subordinate) while (at < words.length && !is(words, at, ',')) at++
  for (; at < words.length && clauses.length === 0; at++) {
    if (!mayOpen(words, at, first, starts)) continue
    const found = clauseHead(words, at, starts)
    if (found) clauses.push(toClause(words, at, found, false, starts))
  }
  const lone = clauses.length === 0 ? anyClause(words, first, starts) : null
  if (lone) clauses.push(lone)
  const main = clauses[0]
  if (!main) return []
  main.conditional = CONDITIONS.has(words[first]?.text ?? '')
  let content = main.content !== null
  for (at = main.verb.to; at < words.length; at++) {
    const word = words[at]
    const ends = word?.text === ';'
    const joined = word !== undefined && (ends || JOINING.has(word.text))
    if (!joined) continue
    const begin = ends && JOINING.has(words[at + 1]?.text ?? '') ? at + 2 : at + 1
    const found = clauseHead(words, begin, starts) ?? behindAdverbial(words, begin, starts)
    if (!found || found.verb.to <= at) continue
    const last = clauses.at(-1)
    if (last) last.to = at
    const clause = toClause(words, begin, found, content && !ends && !CONTRASTING.has(word.text), starts)
    clauses.push(clause)
    content ||= clause.content !== null
    at = clause.verb.to
  }
  return clauses
}

const DAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday)$/u

/** Behind what tells when, where and how: "announced *on Tuesday in Lima*". */
const behindCircumstances = (words: readonly Word[], from: number, starts: ReadonlySet<number>): number => {
  for (let at = from; ;) {
    const isAdverb = words[at]?.pos === 'ADV' || DAY.test(words[at]?.text ?? '')
    const behind = isAdverb ? at + 1 : behindPrepositions(words, at, starts)
    if (behind === at) return at
    at = behind
  }
}

/**
 * The clause that names its sentence's source behind what is said: "…, *the President proposed*", "…, *she noted*, pressing
 * for more", "…, *both governments announced on Friday*"; null where none does.
 */
export const attributiveClause = (
  words: readonly Word[],
  starts: ReadonlySet<number>
): EnglishClause | null => {
  for (let at = 1; at < words.length; at++) {
    const mark = words[at - 1]?.text ?? ''
    if (mark !== ',' && !QUOTES.has(mark)) continue
    const found = clauseHead(words, at, starts)
    if (!found || found.verb.head !== found.verb.from) continue
    const next = words[behindCircumstances(words, found.verb.to, starts)]
    if (next && next.pos !== 'PUNCT') continue
    return { ...toClause(words, at, found, false, starts), content: 0 }
  }
  return null
}

/** "…, *sneered a US official*": a verb before its subject, behind what is said; null where none stands so. */
export const invertedClause = (
  words: readonly Word[],
  starts: ReadonlySet<number>
): Pick<EnglishClause, 'subject' | 'verb'> | null => {
  for (let at = 1; at < words.length; at++) {
    const before = words[at - 1]
    if (before?.pos !== 'PUNCT' && before?.pos !== 'X') continue
    const verb = verbGroupAt(words, at)
    const word = words[at]
    if (verb?.head !== at || word?.pos !== 'VERB' || verb.tense !== 'past') continue
    const phrase = nounPhraseAt(words, verb.to, starts)
    const end = phrase ? words[behindPrepositions(words, phrase.to, starts)] : undefined
    if (phrase && (end === undefined || end.pos === 'PUNCT')) return { subject: [phrase], verb }
  }
  return null
}

/** "; *in return,* the U.S. side will": a short adverbial before the subject. */
const behindAdverbial = (
  words: readonly Word[],
  from: number,
  starts: ReadonlySet<number>
): ClauseHead | null => {
  if (words[from]?.pos !== 'ADP' && words[from]?.pos !== 'ADV') return null
  for (let at = from + 1; at < Math.min(words.length, from + CONTENT_REACH); at++)
    if (is(words, at, ',')) return clauseHead(words, at + 1, starts)
  return null
}

const toClause = (
  words: readonly Word[],
  from: number,
  found: ClauseHead,
  afterContent: boolean,
  starts: ReadonlySet<number>
): EnglishClause => ({
  ...found,
  from,
  to: words.length,
  agent: agentOf(words, found, starts),
  content: contentOf(words, found, starts),
  afterContent,
  conditional: false,
  opens: true
})
