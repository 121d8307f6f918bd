import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import type { Token } from '../../text/tokens.ts'
import { otherSide, type Side } from '../../model.ts'
import { bodyTakenUp, type Bodies } from './institutions.ts'
import type { Clause } from './clause.ts'
import type { DiscourseState } from './discourse-state.ts'
import {
  isAnotherOfficial,
  isHeOrShe,
  isNewName,
  isSpokesmanWithName,
  refersBack,
  roleIn,
  roles,
  rolesOfTheUs,
  sideOfBody
} from './reference.ts'
import { matcherOf, wordSet } from '../../text/word-sets.ts'

/** Whose a subject is that has no name of a side in it, and only refers to whoever was heard: "the senior official". */

const OFFICIALS = wordSet(cues.officials)
/** The same in Chinese as well, where a word has several characters. */
const ANY_OFFICIAL = matcherOf(cues.officials)
const ORGAN_WORDS = wordSet(cues.organWords)
const QUOTING = wordSet(cues.quoting)
const THEY = wordSet(cues.they)
const BOTH = wordSet(cues.both)
const POSSESSIVES = wordSet(cues.possessives)
const COUNTERPARTS = matcherOf(cues.counterparts)
const oneOfThem = matcherOf(cues.oneOfThem)
const oneAlone = wordSet(cues.oneAlone)
/** Words of a title from "the" on: "the senior defense *official*". */
const TITLE_REACH = 3
const THAT_PERSON = wordSet(cues.thatPerson)
const MEMBERS = wordSet(cues.members.people)
const MEMBER_OF = wordSet(cues.members.of)
const BODIES = wordSet(cues.members.bodies)
const BODIES_OF_A_PERSON = wordSet(cues.bodiesOfAPerson)
const CLOSE = 'close'
const TO = 'to'
/** Words up to "person": "a second *person*". */
const MEMBER_REACH = 3

/** A subject of a clause, and whether the clause tells of another country. */
interface Subject {
  clause: Clause
  part: readonly Token[]
  from: number
  isAbroad: boolean
}

interface Nameless {
  side: Side
  /** Whether a name follows: "Spokesman *Tommy Pigott*". */
  isNamed: boolean
}

/** Where the body begins that somebody without a name is of: "a person in *the Chinese delegation*"; 0 for none. */
export const memberOf = (part: readonly Token[]): number => {
  const at = part.findIndex(({ text }, index) => index < MEMBER_REACH && MEMBERS.has(text))
  if (at < 0) return 0
  // "a person *close to* the vice-premier's office"
  const isClose = part[at + 1]?.text === CLOSE && part[at + 2]?.text === TO
  const body = at + (isClose ? 3 : 2)
  if (isClose) return BODIES_OF_A_PERSON.has(part.at(-1)?.text ?? '') ? body : 0
  const isOfABody =
    MEMBER_OF.has(part[at + 1]?.text ?? '') && part.slice(body).some(({ text }) => BODIES.has(text))
  return isOfABody ? body : 0
}

export const isOneOfThem = (part: readonly Token[]): boolean => oneOfThem.findLongest(part)[0]?.from === 0

const hasOfficial = (part: readonly Token[]): boolean => ANY_OFFICIAL.findLongest(part).length > 0

/** "The senior official said", after an official of the other side: the one without a name. */
const theOfficial = (part: readonly Token[], heard: DiscourseState): Side | null => {
  const isOne =
    part[0]?.text === 'the' &&
    part
      .slice(1, 1 + TITLE_REACH)
      .some(({ text }, at) => OFFICIALS.has(text) && !ORGAN_WORDS.has(part[at + 2]?.text ?? ''))
  return isOne && heard.last ? (heard.describedSo(part) ?? heard.official ?? heard.officials) : null
}

export const namelessIn = (
  subject: Subject,
  heard: DiscourseState,
  bodies: Bodies,
  hasOnePresident: boolean
): Nameless | null => {
  const { clause, part, from, isAbroad } = subject
  const phrase = clause.text.slice(part[0]?.start ?? 0, part.at(-1)?.end)
  const as = (side: Side | null): Nameless | null => side && { side, isNamed: false }
  const alone = part.map(({ text }) => text).join(' ')
  if (oneAlone.has(alone)) return as(heard.several)
  if (THAT_PERSON.has(alone)) return as(heard.last)
  // "One of them": of whoever was heard, or told of, as several; never of outsiders.
  if (isOneOfThem(part) || isAnotherOfficial(part))
    return as((hasOfficial(part) ? heard.officials : heard.several) ?? heard.last)
  if (heard.last && isSpokesmanWithName(part, phrase)) return { side: heard.last, isNamed: true }
  // "His counterpart, Song Yan": of the other side than he.
  if (POSSESSIVES.has(part[0]?.text ?? '') && COUNTERPARTS.findLongest(part).length > 0)
    return as(heard.last && otherSide(heard.last))
  const body = sideOfBody(part) ?? bodyTakenUp(part, bodies)
  if (body) return as(body)
  const role = roleIn(roles, part)
  if (role && !isNewName(phrase)) return as(role)
  const ofTheUs = roleIn(rolesOfTheUs, part)
  // "It quoted *the president* as saying": of whoever quotes.
  const isQuoted = QUOTING.has(clause.tokens[from - 1]?.text ?? '')
  if (ofTheUs && hasOnePresident && !isQuoted && !isNewName(phrase)) return as(ofTheUs)
  const side = role ?? theOfficial(part, heard) ?? heard.documentIn(part) ?? heard.last ?? ofTheUs
  if (
    part.some(({ text }) => THEY.has(text)) &&
    (!heard.many || clause.tokens.slice(0, from).some(({ text }) => BOTH.has(text)))
  )
    return null
  if (!side || !refersBack(part, phrase) || (isAbroad && !isHeOrShe(part[0]))) return null
  if (hasOfficial(part)) heard.tellOf(side)
  return as(side)
}
