import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import type { Token } from '../../text/tokens.ts'
import { BLANK, partEnd, partStart, type Clause } from './clause.ts'
import { HEADS } from '../../entities/sides.ts'
import { opensContent, type Place } from './verbs.ts'
import { matcherOf, wordSet } from '../../text/word-sets.ts'

/** Verbs of telling that tell nothing where they stand: of a deed, of silence, of a subject without what was said of it. */

const NOT = wordSet(cues.silence.not)
const SILENT = matcherOf(cues.silence.verbs)
const BETWEEN = wordSet([...cues.beforeBackground, ...cues.silence.between])
const WITHHELD = matcherOf(cues.silence.withheld)
const UNNAMED = cues.silence.names
const BUT = wordSet(cues.but)
/** Words from "but" to the end of the verb behind it: "*but it also said*". */
const BUT_REACH = 4
const OBJECTS = cues.deedObjects.map(({ verbs, objects }) => ({
  verbs: wordSet(verbs),
  objects: matcherOf(objects)
}))
const PHONING = wordSet(cues.phoning.verbs)
const BEHIND_A_CALL = wordSet(cues.phoning.behind)
const LISTING = wordSet(cues.listing.verbs)
const LISTED_TO = wordSet(cues.listing.to)
const FINITE = wordSet(cues.listing.finite)
const RAISING = matcherOf(cues.noContent.verbs)
const SUBJECT_MATTERS = matcherOf(cues.noContent.objects)
const CONTENT = wordSet(cues.noContent.content)
const GIVING = wordSet(cues.noContent.accounts.verbs)
const ACCOUNTS = wordSet(cues.noContent.accounts.nouns)
const RESPONDING = wordSet(cues.noContent.responding)
const YES_OR_NO = wordSet(cues.noContent.yesOrNo)
/** Most words of how or when somebody answered. */
const ANSWER_REACH = 3
const QUOTING = wordSet(cues.quoting)
const SPEECH = matcherOf(cues.speech)
const EVERYTHING = wordSet(cues.everything)
const CITING = wordSet(cues.noContent.citing)
const STAGE = wordSet(cues.stageDirections)
const AUDIENCE = wordSet(cues.audience)
const ARTICLES = wordSet(cues.articles)
const PASSIVE = wordSet(cues.passive)
/** Most words of whom it is told: "the photographers". */
const STAGE_REACH = 2
const SUBORDINATORS = wordSet(cues.subordinators)
const QUESTIONED = wordSet(cues.questioned)
const ASKED_ABOUT = wordSet(cues.askedAbout)
const NOUNS = wordSet(cues.nouns.words)
const BEFORE_A_NOUN = wordSet(cues.nouns.before)
const NAMING = wordSet(cues.naming)
const WHAT = 'what'
const OF_WHAT = new Set([WHAT, ...cues.relatives])
/** Words between "what" and the verb: "what *the Chinese government* calls". */
const NAMING_REACH = 6
/** Words between a verb and the thing that it was done to: "claimed *the whole of the* reef". */
const OBJECT_REACH = 5

/** Where a word of telling behind a "not" stands; a word like "also" or "immediately" may stand between. */
const isNegated = (tokens: readonly Token[], at: number): boolean => {
  let before = at - 1
  while (BETWEEN.has(tokens[before]?.text ?? '') || (tokens[before]?.text ?? '').endsWith('ly')) before--
  // "not" is passed over among those words as well.
  return tokens.slice(Math.max(0, before), at).some(({ text }) => NOT.has(text))
}

/**
 * "It *did not confirm* a meeting", "the readout *does not mention* that Xi had warned of it", in Chinese "不愿说明": a
 * side's silence, with all that it is silent about; but "did not confirm the figure *but said* …".
 */
export const isSilence = ({ tokens, text, language }: Clause, verb: Place): boolean => {
  if (text.includes(BLANK)) return false
  const start = partStart({ tokens, text, language }, verb.from)
  const part = tokens.slice(start, verb.to)
  const isTakenUp = part.slice(-BUT_REACH).some((token) => BUT.has(token.text))
  // But "一名不愿透露姓名的官员说": only the name is withheld.
  const isWithheld = WITHHELD.findLongest(tokens.slice(start)).some(
    ({ from, end }) => start + from <= verb.from && !UNNAMED.some((name) => text.startsWith(name, end))
  )
  const unsaid = SILENT.findLongest(part).some(({ from }) => isNegated(tokens, start + from))
  return !isTakenUp && (unsaid || isWithheld)
}

/** "Trump, *asked by* reporters", "the map *described by* the agency": what others did. */
const isDoneByOthers = ({ tokens }: Clause, { from, to }: Place): boolean =>
  (tokens[from]?.text ?? '').endsWith('ed') &&
  !QUOTING.has(tokens[from]?.text ?? '') &&
  tokens[to]?.text === 'by' &&
  !(tokens[to + 1]?.text ?? '').endsWith('ing')

/** "Wang, *asked about* the fish, smiled": what he was asked, and how he took it. */
const isAskedAbout = (clause: Clause, { from, to }: Place): boolean =>
  from > 0 &&
  partStart(clause, from) === from &&
  QUESTIONED.has(clause.tokens[from]?.text ?? '') &&
  ASKED_ABOUT.has(clause.tokens[to]?.text ?? '') &&
  !clause.text.includes(BLANK)

const isSaid = (words: readonly Token[]): boolean => words.some(({ text }) => FINITE.has(text))

/** "Renner *called* Gao on Friday": by telephone; but "called China a partner". */
const isByTelephone = (tokens: readonly Token[], behind: readonly Token[], verb: Place): boolean => {
  const next = behind.findIndex(({ capital }) => !capital)
  return (
    PHONING.has(tokens[verb.from]?.text ?? '') &&
    behind[0]?.capital === true &&
    (next < 0 || BEHIND_A_CALL.has(behind[next]?.text ?? ''))
  )
}

/** "China *added* five more elements to its list", "*denied* entry", "*claimed* the reef": done, and not said. */
const isDeedDone = (clause: Clause, verb: Place): boolean => {
  const { tokens, text } = clause
  if (isDoneByOthers(clause, verb) || isAskedAbout(clause, verb)) return true
  if (text.includes(BLANK)) return false
  const word = tokens[verb.from]?.text ?? ''
  const end = partEnd(clause, verb.from)
  const behind = tokens.slice(verb.to, end)
  // "…, China added": what was said stands before it.
  if (behind.length === 0 || opensContent(tokens, verb)) return false
  if (isByTelephone(tokens, behind, verb)) return true
  const to = behind.findIndex((token) => LISTED_TO.has(token.text))
  const isOfAList = to >= 0 || /^\p{N}/u.test(behind[0]?.text ?? '')
  if (LISTING.has(word) && isOfAList && !isSaid(to < 0 ? behind : behind.slice(0, to))) return true
  const near = tokens.slice(verb.from + 1, verb.to + OBJECT_REACH)
  return (
    !isSaid(near) &&
    OBJECTS.some(({ verbs, objects }) => verbs.has(word) && objects.findLongest(near).length > 0)
  )
}

/** "Beijing *offered a cooler version*", "the readout *struck a harsher tone* on trade": how it was told, and not what. */
const isAccountGiven = (tokens: readonly Token[], behind: readonly Token[], verb: Place): boolean => {
  if (!GIVING.has(tokens[verb.from]?.text ?? '')) return false
  const account = behind.findIndex(({ text }) => ACCOUNTS.has(text))
  return account >= 0 && account < OBJECT_REACH && !isSaid(behind)
}

/** "Beijing *responded within hours*", "he *answered at length*": that there was an answer. */
const isMereAnswer = (tokens: readonly Token[], behind: readonly Token[], verb: Place): boolean =>
  RESPONDING.has(tokens[verb.from]?.text ?? '') &&
  behind.length <= ANSWER_REACH &&
  !isSaid(behind) &&
  !behind.some(({ text }) => YES_OR_NO.has(text))

/** "An aide *told the photographers to* step back": where to stand, and nothing of the talks. */
const isStageDirection = (tokens: readonly Token[], rest: readonly Token[], verb: Place): boolean => {
  const to = rest.findIndex(({ text }) => text === 'to')
  return (
    SPEECH.findLongest(tokens.slice(verb.from, verb.to)).length > 0 &&
    to > 0 &&
    to <= STAGE_REACH &&
    STAGE.has(rest[to + 1]?.text ?? '') &&
    rest.slice(0, to).every(({ text }) => AUDIENCE.has(text) || ARTICLES.has(text))
  )
}

/** "Liu *raised the subject* over dinner": that something was spoken of, and not what was said. */
const isWithoutContent = (clause: Clause, verb: Place): boolean => {
  const { tokens, text } = clause
  if (text.includes(BLANK)) return false
  // "The issue that she *cited when* she came": the object stands before it.
  if (CITING.has(tokens[verb.from]?.text ?? '') && SUBORDINATORS.has(tokens[verb.to]?.text ?? '')) return true
  const end = partEnd(clause, verb.from)
  const rest = tokens.slice(verb.to, end)
  if (isAccountGiven(tokens, rest, verb) || isMereAnswer(tokens, rest, verb)) return true
  if (isStageDirection(tokens, rest, verb)) return true
  const [raising] = RAISING.findLongest(tokens.slice(verb.from, end))
  if (raising?.from !== 0) return false
  const behind = tokens.slice(verb.from + raising.to, end)
  const [matter] = SUBJECT_MATTERS.findLongest(behind)
  return matter?.from === 0 && !CONTENT.has(behind[matter.to]?.text ?? '')
}

/** Most adjectives before a noun: "a *far less conciliatory* note". */
const MOST_ADJECTIVES = 3

/** "Struck the same *note*", "the *claim* is old": a noun, and no verb; but "the officials *note*". */
const isNoun = (clause: Clause, { from }: Place): boolean => {
  const { tokens } = clause
  const start = partStart(clause, from)
  if (from <= start || !NOUNS.has(tokens[from]?.text ?? '')) return false
  if (BEFORE_A_NOUN.has(tokens[from - 1]?.text ?? '')) return true
  if ((tokens[from]?.text ?? '').endsWith('ed')) return false
  let before = from - 1
  const isAdjective = (token: Token | undefined): boolean =>
    token !== undefined && !token.capital && !HEADS.has(token.text) && !ARTICLES.has(token.text)
  while (before > start && before >= from - MOST_ADJECTIVES && isAdjective(tokens[before])) before--
  return before < from - 1 && ARTICLES.has(tokens[before]?.text ?? '')
}

/**
 * "A rise in *what the Pentagon calls* unsafe flights", "the islands, *which China calls* its own, are": named in passing;
 * "little of *what Gao said* surprised her", "*nothing that Renner said* was new": of what was said, and not what.
 */
const isInPassing = (clause: Clause, { from, to }: Place): boolean => {
  const { tokens, text } = clause
  const start = Math.max(partStart(clause, from), from - NAMING_REACH)
  const at = tokens.findIndex((token, index) => index >= start && index < from && OF_WHAT.has(token.text))
  const of = tokens[at]?.text
  if (NAMING.has(tokens[from]?.text ?? '')) return of === WHAT || (of !== undefined && !text.includes(BLANK))
  const isOfSpeech = SPEECH.findLongest(tokens.slice(from, to)).length > 0
  // But "“Tomorrow” was *all that* the Chinese would say".
  const isAll = EVERYTHING.has(tokens[at - 1]?.text ?? '') && !PASSIVE.has(tokens[at - 2]?.text ?? '')
  return isOfSpeech && (of === WHAT || (at > 0 && isAll))
}

/** Whether a verb that reports elsewhere reports nothing here. */
export const tellsNothing = (clause: Clause, verb: Place): boolean =>
  isNoun(clause, verb) ||
  isInPassing(clause, verb) ||
  isDeedDone(clause, verb) ||
  isWithoutContent(clause, verb) ||
  isSilence(clause, verb)
