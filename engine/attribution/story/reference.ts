import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import { PhraseMatcher } from '../../text/phrases.ts'
import type { Token } from '../../text/tokens.ts'
import { SIDES, type Side } from '../../model.ts'
import { SPOKESPEOPLE } from '../../entities/beside-offices.ts'
import { PRONOUNS, type Names } from '../../entities/story-names.ts'
import { isBehindPreposition, wordBefore } from '../../entities/third-parties.ts'
import { HEADS } from '../../entities/sides.ts'
import { isSurname, type Part } from './speakers.ts'
import { wordSet } from '../../text/word-sets.ts'

/** Subjects without a name: roles that one side has, pronouns, and what refers back to whoever spoke last. */

const OUTLETS = wordSet(cues.outlets)
const ROLES = wordSet(cues.roles)
const ARTICLES = wordSet(cues.articles)
const BELONGING = wordSet(cues.belonging)
const POSSESSIVES = wordSet(cues.possessives)
/** "An aide *to the president*". */
const ATTACHED = wordSet(cues.attached)
const FORMER = wordSet(cues.former)
const CALLINGS = wordSet(cues.callings)
const ORDINALS = wordSet(cues.ordinals)
const OFFICIALS = wordSet(cues.officials)
const OF_AN_OFFICIAL = wordSet([
  ...cues.articles,
  ...cues.possessives,
  ...cues.ordinals,
  ...cues.titleWords,
  ...cues.heads,
  ...cues.openers,
  ...cues.beforeAnOfficial
])
/** Behind an official without a country: of anybody’s, or of another place. */
const KNOWN_BODIES = wordSet([...cues.genericBodies, ...cues.bodiesOfAPerson])
const NOT_THEIRS = wordSet([...cues.there, ...cues.familiar])
const BOTH = wordSet(cues.together)
const HE_OR_SHE = wordSet(cues.heOrShe)
/** The titles of those who are "he", or "she", later in the sentence. */
const TITLES_OF = new Map(
  Object.entries(cues.titlesOf).map(([pronoun, titles]) => [pronoun, wordSet(titles)])
)
/** Most words of a full name. */
export const LONGEST_NAME = 4
/** A pronoun is its whole subject, but for a word like "also". */
const PRONOUN_WORDS = 2

/** "The secretary", "the foreign minister": roles that one side has, whoever spoke last. */
export const roles = new PhraseMatcher(
  SIDES.flatMap((side) => cues.rolesOf[side].map((phrase) => ({ phrase, value: side })))
)
/** "The president" and no more, where nobody has spoken just before: the United States', as newspapers have it. */
export const rolesOfTheUs = new PhraseMatcher(
  cues.rolesOfTheUs.map((phrase) => ({ phrase, value: 'us' as const }))
)
export const roleIn = (matcher: PhraseMatcher<Side>, part: readonly Token[]): Side | null => {
  const [found] = matcher.findLongest(part)
  return found?.from === 0 ? found.value : null
}

/** A name of its own is somebody new. */
export const isNewName = (phrase: string): boolean => /\p{Lu}\p{L}+\s+\p{Lu}/u.test(phrase)

/** "Spokesman Tommy Pigott": no office, which would tell whose he is. */
export const isSpokesmanWithName = (part: readonly Token[], phrase: string): boolean =>
  SPOKESPEOPLE.has(part[0]?.text ?? '') &&
  part.length > 1 &&
  part.length <= LONGEST_NAME &&
  part.slice(1).every(({ capital }) => capital) &&
  !phrase.includes(',')

/** Most words between "second" and "official": "a second senior defense official". */
const OFFICIAL_REACH = 3

/** "A second defense official", "another official": one more of those who were heard without a name. */
export const isAnotherOfficial = (part: readonly Token[]): boolean => {
  const ordinal = part.slice(0, 2).findIndex(({ text }) => ORDINALS.has(text))
  return (
    ordinal >= 0 &&
    part.slice(ordinal + 1, ordinal + 1 + OFFICIAL_REACH).some(({ text }) => OFFICIALS.has(text))
  )
}

export const isHeOrShe = (token: Token | undefined): boolean => HE_OR_SHE.has(token?.text ?? '')

/** Whether a person is named in a part, or told of by a role. */
export const isPerson = (within: Part): boolean => {
  const { part, all, language, names } = within
  return (
    isHeOrShe(part[0]) ||
    all.some(({ kind }) => kind !== 'party') ||
    (part[0]?.text === 'the' && part.some(({ text }) => ROLES.has(text))) ||
    part.some(
      ({ text }, at) => (all.length > 0 && HEADS.has(text)) || SPOKESPEOPLE.has(text) || isSurname(at, within)
    ) ||
    (language === 'zh' &&
      [...names.keys()].some((name) =>
        part
          .map(({ text }) => text)
          .join('')
          .includes(name)
      ))
  )
}

/** The words that tell whose somebody is: "a spokesperson for *the vice president’s office*"; none for most. */
const bodyIn = (part: readonly Token[]): readonly Token[] => {
  const from = part.findIndex((_, at) => {
    const head = part[at - 2]?.text ?? ''
    const word = wordBefore(part, at)?.text ?? ''
    return (BELONGING.has(word) && HEADS.has(head)) || (word === 'to' && ATTACHED.has(head))
  })
  return from < 0 ? [] : part.slice(from)
}

/** "A spokesperson for the vice president": of whose side the role is. */
export const sideOfBody = (part: readonly Token[]): Side | null => {
  const body = bodyIn(part)
  return roleIn(roles, body) ?? roleIn(rolesOfTheUs, body)
}

/** "A senior defense *official*"; but not "a port official", "a Boeing spokesman", "officials there". */
const isOfAGovernment = (part: readonly Token[], at: number): boolean =>
  part.slice(0, at).every(({ text }) => OF_AN_OFFICIAL.has(text) || text.endsWith('ly')) &&
  !NOT_THEIRS.has(part[at + 1]?.text ?? '')

/** "He", "the official", "the statement": whoever spoke last. */
export const refersBack = (part: readonly Token[], phrase: string): boolean => {
  const alone = part.filter(({ text }) => !ARTICLES.has(text))
  if (alone.some(({ text }) => PRONOUNS.has(text)) && alone.length <= PRONOUN_WORDS)
    return alone[0]?.text !== 'it' || alone.length === 1
  // "a spokeswoman for the presidential office": somebody new, of a body that is nobody's here.
  // But "a spokeswoman for the embassy", that was told of.
  const body = bodyIn(part)
  if (body.length > 0)
    return body.length === 2 && body[0]?.text === 'the' && KNOWN_BODIES.has(body[1]?.text ?? '')
  // "Officials on both sides": of neither alone.
  if (part.some(({ text }) => BOTH.has(text))) return false
  // "The former television host": what he was before, who has just been heard.
  if (FORMER.has(part[1]?.text ?? '') && CALLINGS.has(part.at(-1)?.text ?? '')) return part[0]?.text === 'the'
  const words = part.map(({ text }) => text).join('')
  const speaks =
    part.some(
      ({ text }, at) =>
        ((SPOKESPEOPLE.has(text) && isOfAGovernment(part, at)) ||
          OUTLETS.has(text) ||
          (ROLES.has(text) && POSSESSIVES.has(part[0]?.text ?? ''))) &&
        !isBehindPreposition(part, at)
    ) || [...SPOKESPEOPLE, ...OUTLETS].some((word) => /\p{Script=Han}/u.test(word) && words.includes(word))
  return speaks && !isNewName(phrase)
}

/** "When a reporter shouted at *Mr. Ma*, he paused": the only one in the sentence so far whose title is the pronoun's. */
export const titledBefore = (tokens: readonly Token[], at: number, names: Names): Side | null => {
  const titles = TITLES_OF.get(tokens[at]?.text ?? '')
  const sides = new Set(
    tokens.flatMap(({ text }, index) => {
      const surname = tokens[index + 1]
      const isBefore = index + 1 < at && titles?.has(text) === true && surname?.capital === true
      return isBefore ? [names.get(surname.text) ?? null] : []
    })
  )
  return sides.size === 1 ? ([...sides][0] ?? null) : null
}
