import { castOf, type Cast, type Mention } from '../attribute/cast.ts'
import cues from '../lexicon/data/story-cues.json' with { type: 'json' }
import { standardLexicon } from '../lexicon/lexicon.ts'
import { parties } from '../lexicon/parties.ts'
import { PhraseMatcher } from '../match/phrases.ts'
import { tokenise, type Token } from '../match/tokens.ts'
import { SIDES, type Side } from '../model.ts'

/** A set of words as `tokenise` gives them. */
export const wordSet = (list: readonly string[]): ReadonlySet<string> =>
  new Set(list.map((word) => word.toLowerCase()))

/** "spokesman", "official": who speaks for the side that was heard last. */
export const SPOKESPEOPLE = wordSet(cues.spokespeople)
const OUTSIDERS = wordSet(cues.outsiders)
/** "He", "she": whoever spoke last. */
export const PRONOUNS = wordSet(cues.pronouns)
const ROLES = wordSet(cues.roles)
const NOT_IN_NAMES = new Set(cues.notInNames)

/** Most characters of a Chinese name, or of a foreign one in Chinese; and the fewest. */
const LONGEST_CHINESE_NAME = 5
const SHORTEST_CHINESE_NAME = 2
/** Most words between a name and the office that explains it: "a senior spokesman for the". */
const LONGEST_APPOSITION = 7
/** Words between a country and the role: "China's top diplomat". */
const ROLE_REACH = 4
/** Most words of an English name that an office introduces. */
const LONGEST_NAME = 3

/** Whether somebody is named who speaks for neither side: an analyst, a newspaper, a former minister. */
export const namesOutsider = (tokens: readonly Token[]): boolean =>
  tokens.some(({ text }) => OUTSIDERS.has(text))

/** In a story an issuer is a source as an office is: "the State Department said", "the ministry said". */
const issuers = new PhraseMatcher([
  ...parties.flatMap(({ id, issuers: names }) => names.map((phrase) => ({ phrase, value: id }))),
  ...SIDES.flatMap((side) => cues.sides[side].map((phrase) => ({ phrase, value: side })))
])

/** All who are named in a story's words as possible sources, in their order. */
export const mentionsIn = (cast: Cast, tokens: readonly Token[], text: string): Mention[] =>
  [
    ...cast.mentionsIn(tokens, text),
    ...issuers.findLongest(tokens).map(({ value, ...place }) => ({
      ...place,
      kind: 'office' as const,
      party: value,
      never: [],
      text: text.slice(place.start, place.end)
    }))
  ].sort((a, b) => a.from - b.from)

/** Surnames, as they are written later in the story, and whose they are. */
export type Names = ReadonlyMap<string, Side>

/** The words of a name right after an office: "Foreign Minister *Gu Mingche*", "spokesperson, *Tang Lian*,". */
const nameAfter = (text: string, tokens: readonly Token[], at: number, isParty: Set<Token>): string[] => {
  let from = at
  while (from < at + 2 && SPOKESPEOPLE.has(tokens[from]?.text ?? '')) from++
  const name: string[] = []
  for (let index = from; index < from + LONGEST_NAME; index++) {
    const token = tokens[index]
    const gap = text.slice(tokens[index - 1]?.end ?? 0, token?.start ?? 0)
    if (
      !token?.capital ||
      isParty.has(token) ||
      !/^\s+(?:\p{Lu}\.\s+)?$|^, $/u.test(gap) ||
      (index > from && gap === ', ')
    )
      break
    name.push(token.text)
  }
  return name
}

/** The words of a name that an office explains: "*Lin Jian*, a spokesman for the Foreign Ministry". */
const nameBefore = (text: string, tokens: readonly Token[], at: number): string[] => {
  const gapBefore = (index: number): string =>
    text.slice(tokens[index - 1]?.end ?? 0, tokens[index]?.start ?? 0)
  let start = at
  while (start > 0 && start > at - LONGEST_APPOSITION && !/[,.;:“”"\n]/u.test(gapBefore(start))) start--
  if (!/^, $/u.test(gapBefore(start)) || namesOutsider(tokens.slice(start, at))) return []
  const name: string[] = []
  for (let index = start - 1; index >= 0 && name.length < LONGEST_NAME; index--) {
    const token = tokens[index]
    if (!token?.capital) break
    name.unshift(token.text)
    if (!/^\s+(?:\p{Lu}\.\s+)?$/u.test(gapBefore(index))) break
  }
  return name
}

/** The longest run of characters after a Chinese title that comes again in the text: "国务卿*艾德顿*". */
const chineseNameAfter = (text: string, at: number): string | null => {
  if (
    standardLexicon.verbs.zh.findLongest(tokenise(text.slice(at, at + LONGEST_CHINESE_NAME)))[0]?.from === 0
  )
    return null
  const run = /^\p{Script=Han}+/u.exec(text.slice(at, at + LONGEST_CHINESE_NAME))?.[0] ?? ''
  for (let length = run.length; length >= SHORTEST_CHINESE_NAME; length--) {
    const name = run.slice(0, length)
    if (Array.from(name).some((character) => NOT_IN_NAMES.has(character))) continue
    if (text.includes(name, at + length)) return name
  }
  return null
}

/**
 * Names that the story gives with an office of one side: "Foreign Minister Gu Mingche", later "Gu". Of two or three
 * words either end may be the surname; one that both sides have tells nothing.
 */
export const introducedNames = (text: string, cast: Cast = castOf([text])): Names => {
  const names = new Map<string, Side>()
  const both = new Set<string>()
  const tokens = tokenise(text)
  const mentions = mentionsIn(cast, tokens, text)
  const isParty = new Set(
    mentions.flatMap(({ kind, from, to }) => (kind === 'party' ? tokens.slice(from, to) : []))
  )
  const introduce = (word: string | null | undefined, side: Side): void => {
    // “He” may be a surname; at the head of a sentence it is a pronoun.
    if (!word || PRONOUNS.has(word)) return
    if (names.has(word) && names.get(word) !== side) both.add(word)
    names.set(word, side)
  }
  for (const { kind, party, from, to, end, text: office } of mentions) {
    if (party !== 'us' && party !== 'cn') continue
    if (kind === 'person') {
      // "President Xi": later "Xi", too short to be known for a name by itself.
      introduce(tokens[to - 1]?.text, party)
      continue
    }
    if (namesOutsider(tokens.slice(Math.max(0, from - 1), from))) continue
    // "Shen Boyuan, China's top diplomat": the role makes him its official.
    const isOffice =
      kind === 'office' || tokens.slice(to, to + ROLE_REACH).some((token) => ROLES.has(token.text))
    const before = isOffice ? nameBefore(text, tokens, from) : []
    for (const name of [nameAfter(text, tokens, to, isParty), before])
      if (name.length > 1) {
        introduce(name[0], party)
        introduce(name.at(-1), party)
      }
    const title = cues.titles.find((words) => text.startsWith(words, end))
    if (title !== undefined) introduce(chineseNameAfter(text, end + title.length), party)
    else if (cues.titles.some((words) => office.endsWith(words)))
      introduce(chineseNameAfter(text, end), party)
  }
  for (const word of both) names.delete(word)
  return names
}
