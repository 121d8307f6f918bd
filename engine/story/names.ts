import { castOf, sideOfSurname, type Cast, type Mention } from '../attribute/cast.ts'
import cues from '../lexicon/data/story-cues.json' with { type: 'json' }
import { parties } from '../lexicon/parties.ts'
import { PhraseMatcher } from '../match/phrases.ts'
import { tokenise, type Token } from '../match/tokens.ts'
import { SIDES, type Side } from '../model.ts'
import { chineseByOffice, chineseNameAfter } from './chinese.ts'
import {
  elsewhereIn,
  formerOfficials,
  hasServed,
  isBehindPreposition,
  explainsOutsider,
  isExplainedAway,
  namesOutsider,
  wordBefore
} from './outsiders.ts'
import { isField } from './speakers.ts'
import { wordSet } from './words.ts'

/** "spokesman", "official": who speaks for the side that was heard last. */
export const SPOKESPEOPLE = wordSet(cues.spokespeople)
/** "He", "she": whoever spoke last. */
export const PRONOUNS = wordSet(cues.pronouns)
const ROLES = wordSet(cues.roles)
const RANKS = wordSet(cues.ranks)
const HONORIFICS = wordSet([...cues.honorifics, ...cues.ranks])
const TITLE_WORDS = wordSet([
  ...cues.titleWords,
  ...cues.heads,
  ...cues.roles,
  ...cues.spokespeople,
  ...cues.honorifics,
  ...cues.ranks
])
const OPENERS = wordSet([...cues.openers, ...cues.setIn, ...cues.subordinators])
const GENERIC = wordSet(cues.genericBodies)
const PRESIDENTS = wordSet(cues.presidents)
const ARTICLES = wordSet(cues.articles)
const BELONGING = wordSet(cues.belonging)

/** Most words between a name and the office that explains it: "a senior spokesman for the". */
const LONGEST_APPOSITION = 12
/** And between an office and the name set behind it: "ambassador to Washington, Xie Feng,". */
const LONGEST_ROLE = 7
/** Most letters of a word that is shortened with a stop: "Gen.". */
const SHORTENED = 4
/** Most words of a title between an office and the name: "deputy national security adviser". */
const LONGEST_TITLE = 6
/** Words between a country and the role: "China's top diplomat". */
const ROLE_REACH = 4
/** Most words of an English name that an office introduces. */
const LONGEST_NAME = 4

/** In a story an issuer is a source as an office is: "the State Department said", "the ministry said". */
const issuers = new PhraseMatcher([
  ...parties.flatMap(({ id, issuers: names }) => names.map((phrase) => ({ phrase, value: id }))),
  ...SIDES.flatMap((side) => cues.sides[side].map((phrase) => ({ phrase, value: side })))
])

/** Words from a government to the body that is its own: "the PLA’s Joint Staff *Department*". */
const OWN_REACH = 3

/** A department or a ministry is of whoever stands right before it. */
const withoutGeneric = (mentions: readonly Mention[]): Mention[] =>
  mentions.filter(
    ({ text, from }) =>
      !GENERIC.has(text.toLowerCase()) ||
      !mentions.some(
        ({ party, to }) => (party === 'us' || party === 'cn') && to <= from && from - to <= OWN_REACH
      )
  )

/** All who are named in a story's words as possible sources, in their order. */
export const mentionsIn = (cast: Cast, tokens: readonly Token[], text: string): Mention[] =>
  withoutGeneric(
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
  )

/** Surnames, as they are written later in the story, and whose they are; null for those of former officials. */
export type Names = ReadonlyMap<string, Side | null>

/** A surname at the head of a sentence is a pronoun there; it is kept with its capital, as no other. */
export const SURNAME_LIKE_A_PRONOUN = 'He'

/** What stands between two words of a name; a stop only after an initial: "Martin J. Okafor". */
const isInName = (gap: string, before: Token | undefined): boolean =>
  /^\s+$/u.test(gap) || (/^\.\s+$/u.test(gap) && before?.text.length === 1)

/** What stands between two words of a title; a stop only after a shortened rank: "Senior Col. Wu Qian". */
const isInTitle = (gap: string, before: Token | undefined): boolean =>
  /^[\s-]+$/u.test(gap) || (/^\.\s+$/u.test(gap) && RANKS.has(before?.text ?? ''))

/** "White House *economic adviser* Kevin Aldous": where the words of a title end in a role; or where they began. */
const afterTitle = (text: string, tokens: readonly Token[], at: number): number => {
  let to = at
  for (; to < at + LONGEST_TITLE; to++) {
    const token = tokens[to]
    const isOfTitle = token !== undefined && (!token.capital || TITLE_WORDS.has(token.text))
    const before = tokens[to - 1]
    if (!isOfTitle || !isInTitle(text.slice(before?.end ?? 0, token.start), before)) break
  }
  const last = tokens[to - 1]?.text ?? ''
  return ROLES.has(last) || SPOKESPEOPLE.has(last) || HONORIFICS.has(last) ? to : at
}

/** The words of a name right after an office: "Foreign Minister *Gu Mingche*". */
const nameAfter = (text: string, tokens: readonly Token[], at: number, isParty: Set<Token>): string[] => {
  const from = afterTitle(text, tokens, at)
  const name: string[] = []
  for (let index = from; index < from + LONGEST_NAME; index++) {
    const token = tokens[index]
    const gap = text.slice(tokens[index - 1]?.end ?? 0, token?.start ?? 0)
    const isNext = index === from ? isInTitle : isInName
    if (!token?.capital || isParty.has(token) || !isNext(gap, tokens[index - 1])) break
    name.push(token.text)
  }
  return name
}

const isSpeaker = ({ text }: Token): boolean => SPOKESPEOPLE.has(text) || ROLES.has(text)

/** What stands between two words before a name; a stop only after a shortened one, or an initial. */
const isInRole = (gap: string, before: Token | undefined): boolean =>
  /^[ \u00a0’'-]+$/u.test(gap) || (/^\.[ \u00a0]?$/u.test(gap) && (before?.text.length ?? 0) <= SHORTENED)

/** The words of a name set behind whom it explains: "a spokesman for the Chinese Embassy in Paris, *Lin Jian*,". */
const nameBehind = (text: string, tokens: readonly Token[], from: number, to: number): string[] => {
  const gapBefore = (index: number): string =>
    text.slice(tokens[index - 1]?.end ?? 0, tokens[index]?.start ?? text.length)
  // "ambassador to Washington": whither, and not whose; but "as the US vice president, Marcus Delaney, arrived".
  const isWhither = isBehindPreposition(tokens, from) && !BELONGING.has(wordBefore(tokens, from)?.text ?? '')
  let start = from
  while (start > from - LONGEST_ROLE && isInRole(gapBefore(start), tokens[start - 1])) start--
  if (isWhither && tokens.slice(start, from).some(isSpeaker)) return []
  let comma = to
  while (comma < to + LONGEST_ROLE && isInRole(gapBefore(comma), tokens[comma - 1])) comma++
  if (gapBefore(comma) !== ', ' || !tokens.slice(isWhither ? from : start, comma).some(isSpeaker)) return []
  const name: string[] = []
  let first = comma
  while (RANKS.has(tokens[first]?.text ?? '') && isInTitle(gapBefore(first + 1), tokens[first])) first++
  let at = first
  while (at < first + LONGEST_NAME && tokens[at]?.capital === true) {
    if (at > first && !isInName(gapBefore(at), tokens[at - 1])) break
    name.push(tokens[at]?.text ?? '')
    at++
  }
  return gapBefore(at).startsWith(',') ? name : []
}

/** The words of a name of a rank and its body: "Gen. *Luo Jianhua* of the People’s Liberation Army". */
const nameOf = (tokens: readonly Token[], at: number, text: string): string[] => {
  const of = at - 1 - (ARTICLES.has(tokens[at - 1]?.text ?? '') ? 1 : 0)
  if (!BELONGING.has(tokens[of]?.text ?? '')) return []
  let first = of
  while (first > of - LONGEST_NAME && tokens[first - 1]?.capital === true) {
    if (first < of && !isInName(text.slice(tokens[first - 1]?.end, tokens[first]?.start), tokens[first - 1]))
      break
    first--
  }
  return RANKS.has(tokens[first - 1]?.text ?? '') ? tokens.slice(first, of).map((token) => token.text) : []
}

/** Whether a mark parts two words; no stop of a shortened one: "a U.S. official". */
const isParted = (gap: string, before: Token | undefined): boolean =>
  /[,;:“”"\n]/u.test(gap) || (gap.includes('.') && (before?.text.replaceAll('.', '').length ?? 0) > SHORTENED)

/** The words of a name that an office explains: "*Lin Jian*, a spokesman for the Foreign Ministry". */
const nameBefore = (
  text: string,
  tokens: readonly Token[],
  at: number,
  rivals: readonly Mention[]
): string[] => {
  const gapBefore = (index: number): string =>
    text.slice(tokens[index - 1]?.end ?? 0, tokens[index]?.start ?? 0)
  let start = at
  while (start > 0 && start > at - LONGEST_APPOSITION && !isParted(gapBefore(start), tokens[start - 1]))
    start--
  // "Marcus Delaney, and China’s premier": two people.
  if (tokens[start]?.text === 'and') return []
  // "who runs the Chinese foreign ministry’s American department": whatever is named first.
  if (rivals.some(({ from }) => from >= start && from < at)) return []
  let end = at
  while (end < at + LONGEST_APPOSITION && !isParted(gapBefore(end + 1), tokens[end])) end++
  if (
    !/^, $/u.test(gapBefore(start)) ||
    explainsOutsider(tokens.slice(start, end + 1)) ||
    hasServed(tokens, start)
  )
    return []
  const name: string[] = []
  for (let index = start - 1; index >= 0 && name.length < LONGEST_NAME; index--) {
    const token = tokens[index]
    if (!token?.capital) break
    name.unshift(token.text)
    if (!isInName(gapBefore(index), tokens[index - 1])) break
  }
  return name
}

/** Capitalised words that stand at least twice without another beside them, and once inside a sentence. */
const standingAlone = (text: string, tokens: readonly Token[]): Set<string> => {
  const counts = new Map<string, { times: number; inside: boolean }>()
  for (const [at, { text: word, capital, start, end }] of tokens.entries()) {
    const [before, after] = [tokens[at - 1], tokens[at + 1]]
    const isPart = (other: Token | undefined, gap: string): boolean => other?.capital === true && gap === ' '
    if (
      !capital ||
      isPart(before, text.slice(before?.end, start)) ||
      isPart(after, text.slice(end, after?.start))
    )
      continue
    const inside = /[\p{Ll},]\s$/u.test(text.slice(0, start).slice(-2))
    const { times, inside: was } = counts.get(word) ?? { times: 0, inside: false }
    counts.set(word, { times: times + 1, inside: was || inside })
  }
  return new Set([...counts].flatMap(([word, { times, inside }]) => (times > 1 && inside ? [word] : [])))
}

/** Surnames whose bearers' age the reader is told: "Mrs. Zhao, 58", who may be anybody. */
const peopleOfAge = (text: string, tokens: readonly Token[]): Set<string> =>
  new Set(
    tokens.flatMap(({ text: word, capital, end }) =>
      capital && /^, \d\d\b/u.test(text.slice(end, end + 6)) ? [word] : []
    )
  )

/** "President Castellane", without a country: the reader's own, the United States', as newspapers have it. */
const isOwnPresident = (
  text: string,
  tokens: readonly Token[],
  { kind, from, to, text: office }: Mention
): boolean => {
  if (kind !== 'office' || !PRESIDENTS.has(office.toLowerCase())) return false
  const [before, next] = [tokens[from - 1], tokens[from]]
  const gap = text.slice(before?.end ?? 0, next?.start)
  // "Swiss President", "Brazil's President".
  const isOther = before?.capital === true && !OPENERS.has(before.text)
  if ((isOther || before?.text === 's') && !/[.\n]/u.test(gap)) return false
  const name = nameAfter(text, tokens, to, new Set())
  // "President Ann Lee of Mexico"
  const behind = to + name.length
  const isOfAPlace = BELONGING.has(tokens[behind]?.text ?? '') && tokens[behind + 1]?.capital === true
  const known = sideOfSurname(name.at(-1) ?? '')
  return name.length > 0 && !isOfAPlace && (known === null || known === 'us')
}

/**
 * Names that the story gives with an office of one side: "Foreign Minister Gu Mingche", later "Gu". Of two or three
 * words either end may be the surname; one that both sides have tells nothing.
 */
export const introducedNames = (text: string, cast: Cast = castOf([text])): Names => {
  const names = new Map<string, Side | null>()
  const both = new Set<string>()
  const tokens = tokenise(text)
  const mentions = mentionsIn(cast, tokens, text)
  const isParty = new Set(
    mentions.flatMap(({ kind, from, to }) => (kind === 'party' ? tokens.slice(from, to) : []))
  )
  /** Where the office of another country stands right behind its name: "South Korea's national security adviser". */
  const abroad = new Set(
    mentions.flatMap(({ kind, party, to }) =>
      kind === 'party' && party !== 'us' && party !== 'cn' ? [to, tokens[to]?.text === 's' ? to + 1 : to] : []
    )
  )
  const whole = { part: tokens, all: mentions }
  const anybody = peopleOfAge(text, tokens)
  const introduce = (word: string | null | undefined, side: Side): void => {
    if (!word) return
    if (PRONOUNS.has(word)) {
      if (word === SURNAME_LIKE_A_PRONOUN.toLowerCase()) names.set(SURNAME_LIKE_A_PRONOUN, side)
      return
    }
    if (names.has(word) && names.get(word) !== side) both.add(word)
    names.set(word, side)
  }
  for (const mention of mentions) {
    const { kind, from, to, end, text: office } = mention
    const party =
      mention.party ?? (isOwnPresident(text, tokens, mention) ? 'us' : chineseByOffice(mention, text))
    if (party !== 'us' && party !== 'cn') continue
    if (kind === 'person') {
      // "Lin Jian": a Chinese surname stands first.
      const surname = tokens[party === 'cn' && to - from === 2 ? from : to - 1]?.text
      // "President Xi": later "Xi", too short to be known for a name by itself.
      if (/\p{Script=Han}/u.test(office)) introduce(office, party)
      else if (to - from > 1 || !anybody.has(surname ?? '')) introduce(surname, party)
      continue
    }
    const before = tokens.slice(Math.max(0, from - 1), from)
    const belongsElsewhere = kind === 'office' && (elsewhereIn(before, text) >= 0 || abroad.has(from))
    if (namesOutsider(before) || belongsElsewhere) continue
    // "Shen Boyuan, China's top diplomat": the role makes him its official.
    const isOffice =
      kind === 'office' || tokens.slice(to, to + ROLE_REACH).some((token) => ROLES.has(token.text))
    const rivals = mentions.filter(
      (other) =>
        (other.party === 'us' || other.party === 'cn') && other.party !== party && !isField(other, whole)
    )
    const ahead = isOffice ? nameBefore(text, tokens, from, rivals) : []
    const hasTitle = kind === 'office' || afterTitle(text, tokens, to) > to
    const after = hasTitle ? nameAfter(text, tokens, to, isParty) : []
    for (const name of [after, ahead, nameBehind(text, tokens, from, to), nameOf(tokens, from, text)])
      if (name.length > 1) {
        introduce(name[0], party)
        introduce(name.at(-1), party)
      }
    const title = cues.titles.find((words) => text.startsWith(words, end))
    if (title !== undefined) introduce(chineseNameAfter(text, end + title.length), party)
    else if (cues.titles.some((words) => office.endsWith(words)))
      introduce(chineseNameAfter(text, end), party)
  }
  const lone = standingAlone(text, tokens)
  for (const [at, { text: word, capital }] of tokens.entries()) {
    // "Mr. Xi", or Xi all over: an official whom every reader knows, given without first name or office.
    const isTitled = HONORIFICS.has(tokens[at - 1]?.text ?? '') || lone.has(word)
    const side = capital && isTitled ? sideOfSurname(word) : null
    if (
      (side === 'us' || side === 'cn') &&
      !names.has(word) &&
      !anybody.has(word) &&
      !isExplainedAway(text, tokens, at + 1)
    )
      introduce(word, side)
  }
  for (const word of both) names.delete(word)
  for (const word of anybody) if (!names.has(word)) names.set(word, null)
  for (const word of formerOfficials(text, mentions, tokens)) names.set(word, null)
  return names
}
