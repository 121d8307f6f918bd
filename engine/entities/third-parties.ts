import type { Mention } from './entity-index.ts'
import cues from '../lexicon/data/story-cues.json' with { type: 'json' }
import { PhraseMatcher } from '../text/phrases.ts'
import type { Token } from '../text/tokens.ts'
import { matcherOf, wordSet } from '../text/word-sets.ts'

/** Those whom a story names and who speak for neither side: analysts, other governments, officials of the past. */

/** False where an outsider’s word is part of something else: "social media", "the *People*’s Bank of China". */
const outsiders = new PhraseMatcher([
  ...cues.outsiders.map((phrase) => ({ phrase, value: true })),
  ...[...cues.notOutsiders, ...cues.sides.us, ...cues.sides.cn].map((phrase) => ({ phrase, value: false }))
])
const elsewhere = matcherOf([...cues.elsewhere.en, ...cues.elsewhere.zh])
const PREPOSITIONS = wordSet(cues.prepositions)
const FORMER = wordSet(cues.former)
const SERVED = wordSet(cues.served)
const UNTIL = matcherOf(cues.until)
const DELEGATIONS = wordSet(cues.delegations)
const BEEN = wordSet(cues.been)
const ROLES = wordSet(cues.roles)
const ACCREDITED = wordSet(cues.accredited)
const BELONGING = wordSet(cues.belonging)
const SPEAKS = wordSet([...cues.spokespeople, ...cues.roles])
const ARTICLES = wordSet(cues.articles)
/** "The Taiwan question", in Chinese: a matter and no government. */
const MATTERS = cues.elsewhere.matters

/** Whether somebody is named who speaks for neither side: an analyst, a newspaper, a former minister. */
export const namesOutsider = (tokens: readonly Token[]): boolean => outsiderIn(tokens) >= 0

/** "The secretary of state *until 2028*", "who *was* ambassador there": an office of the past. */
export const isOfThePast = (explanation: readonly Token[]): boolean =>
  UNTIL.findLongest(explanation).length > 0 ||
  (explanation[0]?.text === 'who' &&
    BEEN.has(explanation[1]?.text ?? '') &&
    !PREPOSITIONS.has(explanation[2]?.text ?? '') &&
    explanation.slice(2, 4).some(({ text }) => ROLES.has(text)))

/** Whether what explains a name says that he speaks for neither side. */
export const explainsOutsider = (explanation: readonly Token[]): boolean =>
  namesOutsider(explanation) || isOfThePast(explanation) || isFormerOne(explanation)

/** Where a subject names one; -1 for nowhere. */
export const outsiderIn = (part: readonly Token[]): number =>
  outsiders
    .findLongest(part)
    // "The former secretary said": by a name that was given before, whoever he is now.
    .find(({ value, from }) => value && !(FORMER.has(part[from]?.text ?? '') && isNameless(part, from)))
    ?.from ?? -1

/** ", *the former secretary of state*,": behind a name, what he was. */
export const isFormerOne = (explanation: readonly Token[]): boolean =>
  explanation.slice(0, FORMER_AHEAD).some(({ text }) => FORMER.has(text))

const isNameless = (part: readonly Token[], at: number): boolean =>
  part[at - 1]?.text === 'the' && !part.slice(at).some(({ capital }) => capital)

/** Index of the word before a place in a subject, its article passed over. */
const indexBefore = (part: readonly Token[], at: number): number => {
  let before = at - 1
  while (ARTICLES.has(part[before]?.text ?? '')) before--
  return before
}

export const wordBefore = (part: readonly Token[], at: number): Token | undefined =>
  part[indexBefore(part, at)]

/** "close *to the* Chinese leadership", "In Beijing Wang said": what stands behind a preposition. */
export const isBehindPreposition = (part: readonly Token[], at: number): boolean =>
  PREPOSITIONS.has(wordBefore(part, at)?.text ?? '')

/** "A *spokesman for the* Norwegian foreign ministry": whose he is. */
const isOfABody = (part: readonly Token[], at: number): boolean => {
  const of = indexBefore(part, at)
  return BELONGING.has(part[of]?.text ?? '') && SPEAKS.has(part[of - 1]?.text ?? '')
}

/** Where a subject names another country ("Mexico’s foreign ministry"); -1 for nowhere. */
export const elsewhereIn = (part: readonly Token[], text: string): number => {
  const found = elsewhere
    .findLongest(part)
    .find(
      ({ from, end }) =>
        (!isBehindPreposition(part, from) || isOfABody(part, from)) &&
        !ACCREDITED.has(wordBefore(part, from)?.text ?? '') &&
        !MATTERS.some((matter) => text.startsWith(matter, end))
    )
  return found?.from ?? -1
}

/** Whether the words right before a place name a third country, as its own: "*Taiwan’s* foreign minister"; but not "in Taiwan". */
export const isBehindThird = (tokens: readonly Token[], at: number): boolean => {
  const end = tokens[at - 1]?.text === 's' ? at - 1 : at
  return elsewhere.findLongest(tokens.slice(Math.max(0, end - LONGEST_COUNTRY), end)).some(({ from, to }) => {
    const first = Math.max(0, end - LONGEST_COUNTRY) + from
    return to - from === end - first && !isBehindPreposition(tokens, first)
  })
}

/** Words of a country’s name: "Papua New Guinea". */
const LONGEST_COUNTRY = 3
/** Words of an explanation up to "former". */
const FORMER_AHEAD = 2
/** Most words between "former" and the name: "former U.S. Secretary of State". */
const FORMER_REACH = 6
/** Most words of an explanation behind a name: ", a senior fellow at a research group,". */
const EXPLANATION = 12

const isFormer = (text: string, tokens: readonly Token[], at: number): boolean => {
  const former = tokens.findLastIndex(
    (token, index) => index < at && index >= at - FORMER_REACH && FORMER.has(token.text)
  )
  // In one sentence; the stops of "U.S." part nothing.
  return former >= 0 && !/[,;:“”"!?]|\p{Ll}\./u.test(text.slice(tokens[former]?.end, tokens[at]?.start))
}

/** Words from "who headed" to what is headed: "the Chinese delegation". */
const HEADED_REACH = 4

/**
 * "Evan Medeiros, *who served* in the last White House": whether an explanation that begins there says so; but not "who
 * headed the delegation", which did so today.
 */
export const hasServed = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'who' &&
  SERVED.has(tokens[at + 1]?.text ?? '') &&
  !tokens.slice(at + 2, at + 2 + HEADED_REACH).some(({ text }) => DELEGATIONS.has(text))

/**
 * Surnames of officials that the story gives to people who are none now: "former President Rowan". Whoever is also
 * named with an office and without that word stays an official.
 */
export const formerOfficials = (
  text: string,
  mentions: readonly Mention[],
  tokens: readonly Token[]
): Set<string> => {
  const former = new Set<string>()
  const present = new Set<string>()
  for (const { kind, from, to, end } of mentions) {
    const surname = tokens[to - 1]?.text
    if (kind !== 'person' || surname === undefined) continue
    // "Liu, a former envoy, said": by the surname alone, somebody whom the story has introduced as what he is.
    const isExplained =
      to - from > 1 &&
      text.slice(end, tokens[to]?.start) === ', ' &&
      isFormerOne(tokens.slice(to, to + FORMER_AHEAD))
    const isNone = isFormer(text, tokens, from)
    if (isNone || hasServed(tokens, to) || isExplained) former.add(surname)
    // "Under Secretary Philippa Drane, a former prosecutor": what she was before.
    if (!isNone && mentions.some((office) => office.kind === 'office' && office.to === from))
      present.add(surname)
  }
  for (const surname of present) former.delete(surname)
  return former
}

/** Whether a name is explained as an outsider’s: "Ann Lee, *a professor of Chinese history*". */
export const isExplainedAway = (text: string, tokens: readonly Token[], to: number): boolean => {
  if (!/^, $/u.test(text.slice(tokens[to - 1]?.end ?? 0, tokens[to]?.start ?? 0))) return false
  let end = to
  while (
    end < to + EXPLANATION &&
    end < tokens.length &&
    (end === to || /^[^,.;:“”"\n]*$/u.test(text.slice(tokens[end - 1]?.end ?? 0, tokens[end]?.start ?? 0)))
  )
    end++
  return explainsOutsider(tokens.slice(to, end))
}
