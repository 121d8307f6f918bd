import { betweenOffices } from './chinese-names.ts'
import { sideOfSurname } from './standing.ts'
import type { Mention } from './entity-index.ts'
import cues from '../lexicon/data/story-cues.json' with { type: 'json' }
import type { TokenisedText } from '../text/document.ts'
import { tokenise, type Token } from '../text/tokens.ts'
import type { Side } from '../model.ts'
import { chineseByOffice, ChineseNameEnds, isChineseName } from './chinese-name-ends.ts'
import {
  elsewhereIn,
  formerOfficials,
  isBehindPreposition,
  isExplainedAway,
  namesOutsider
} from './third-parties.ts'
import {
  attachedNames,
  describedInChinese,
  describedInEnglish,
  leadingInChinese,
  ofStateBodies
} from './described-names.ts'
import { chineseOfficials, POSTS } from './chinese-posts.ts'
import { afterTitle, nameAfter, nameBefore, nameBehind, nameOf } from './beside-offices.ts'
import { facingChinese, pairsOfNames } from './pairs-of-names.ts'
import { ONE_SYLLABLE, PINYIN } from './pinyin.ts'
import { HEADS, isField } from './sides.ts'
import { wordSet } from '../text/word-sets.ts'

/** Behind an office, a name as it is written in Taipei and in Seoul, and not in Beijing: "spokesman Hsiao Kuang-wei". */
const AS_IN_TAIPEI = /^(?: \p{Ll}+)* \p{Lu}\p{L}+ \p{Lu}\p{L}+-\p{Ll}/u

/** "He", "she": whoever spoke last. */
export const PRONOUNS = wordSet(cues.pronouns)
const ROLES = wordSet(cues.roles)
const HONORIFICS = wordSet([...cues.honorifics, ...cues.ranks])
const OPENERS = wordSet([...cues.openers, ...cues.setIn, ...cues.subordinators])
const PRESIDENTS = wordSet(cues.presidents)
const BELONGING = wordSet(cues.belonging)
const LEADS = wordSet(cues.leads)
/** Words from a verb of leading to whose people are led: "*led the* American delegation". */
const LED_WITHIN = 2

const GENDERED = wordSet([...cues.gendered.he, ...cues.gendered.she])
/** Letters that hold "himself". */
const LONGEST_PRONOUN = 10
/** Words between a country and the role: "China's top diplomat". */
const ROLE_REACH = 4
/** Surnames, as they are written later in the story, and whose they are; null for those of former officials. */
export type Names = ReadonlyMap<string, Side | null>

/** A surname at the head of a sentence is a pronoun there; it is kept with its capital, as no other. */
export const SURNAME_LIKE_A_PRONOUN = 'He'

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
    tokens.flatMap(({ text: word, capital, end, start }, at) => {
      if (!capital || !/^, \d\d\b/u.test(text.slice(end, end + 6))) return []
      // "Zhao Meilan, 58", later "Mrs. Zhao".
      const before = tokens[at - 1]
      return before?.capital === true && text.slice(before.end, start) === ' ' ? [before.text, word] : [word]
    })
  )

/**
 * Surnames of full Chinese names that no reader knows and that the story gives at first without an office or any word
 * of who that is: "Zhao Ruiting stood in line", later "Zhao", who is not the spokesman of that name.
 */
const namesakes = (text: string, tokens: readonly Token[], mentions: readonly Mention[]): Set<string> =>
  new Set(
    tokens.flatMap(({ text: word, capital, end }, at) => {
      const [before, next] = [tokens[at - 1], tokens[at + 1]]
      const isName =
        capital &&
        next?.capital === true &&
        text.slice(end, next.start) === ' ' &&
        PINYIN.test(word) &&
        PINYIN.test(next.text) &&
        !PRONOUNS.has(word) &&
        !POSTS.has(before?.text ?? '') &&
        tokens.findIndex((token) => token.text === word) === at &&
        /^ \p{Ll}/u.test(text.slice(next.end)) &&
        !(before?.capital === true && text.slice(before.end, tokens[at]?.start) === ' ')
      return isName && !mentions.some(({ from, to }) => from <= at && to > at + 1) ? [word] : []
    })
  )

/** Both words of a name that is explained as an outsider’s: "Wu Xinbo, a scholar", later "Mr. Wu". */
const explainedStrangers = (text: string, tokens: readonly Token[]): Set<string> =>
  new Set(
    tokens.flatMap(({ text: word, capital, end }, at) => {
      const next = tokens[at + 1]
      const isName = capital && next?.capital === true && text.slice(end, next.start) === ' '
      return isName && isExplainedAway(text, tokens, at + 2) ? [word, next.text] : []
    })
  )

/** "*Sarah Okonjo* has heard both arguments. Her son …": somebody of whom the story goes on to tell. */
const AT_HEAD = /(?:^|[.!?”"]\s|\n)(\p{Lu}\p{Ll}+) (\p{Lu}\p{Ll}+) \p{Ll}[^.!?\n]{0,300}\.\s{1,4}/gu
const strangersAtHead = (text: string): string[] =>
  [...text.matchAll(AT_HEAD)].flatMap(({ index, 0: { length }, 1: given, 2: surname }) => {
    const [next] = tokenise(text.slice(index + length, index + length + LONGEST_PRONOUN))
    const isTold = next !== undefined && GENDERED.has(next.text)
    return isTold && given && surname && !HONORIFICS.has(given.toLowerCase())
      ? [given.toLowerCase(), surname.toLowerCase()]
      : []
  })

const BETWEEN_OFFICES = betweenOffices(8)
const isBehindAnother = (text: string, at: number): boolean =>
  cues.elsewhere.zh.some((place) => text.endsWith(place, at))

/** "美国商务部*副部长*": a Chinese office is of the government or the body that stands before it with nothing but its title between. */
const partyOfBodyBefore = (
  text: string,
  { kind, start, text: office }: Mention,
  mentions: readonly Mention[]
): Mention['party'] => {
  if (kind !== 'office' || !/\p{Script=Han}/u.test(office)) return null
  const body = mentions.findLast(
    (mention) =>
      mention.party !== null &&
      mention.kind !== 'person' &&
      mention.start < start &&
      BETWEEN_OFFICES.test(text.slice(mention.end, start))
  )
  // 台湾*外交部*发言人
  return body && !isBehindAnother(text, body.start) ? body.party : null
}

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
  if ((isOther || before?.text === 's') && /^[ \u00a0]$/u.test(gap)) return false
  const name = nameAfter(text, tokens, to, new Set())
  // "President Ann Lee of Mexico"
  const behind = to + name.length
  const isOfAPlace = BELONGING.has(tokens[behind]?.text ?? '') && tokens[behind + 1]?.capital === true
  const known = sideOfSurname(name.at(-1) ?? '')
  // "President Lai": of Taiwan's, or of anybody's.
  const isChineseName = name.length === 1 && ONE_SYLLABLE.test(name[0] ?? '')
  return name.length > 0 && !isChineseName && !isOfAPlace && (known === null || known === 'us')
}

/**
 * Names that the story gives with an office of one side: "Foreign Minister Gu Mingche", later "Gu". Of two or three
 * words either end may be the surname; one that both sides have tells nothing.
 */
export const namesOfStory = ({ text, tokens }: TokenisedText, mentions: readonly Mention[]): Names => {
  const names = new Map<string, Side | null>()
  const both = new Set<string>()
  const ends = new ChineseNameEnds({ text, tokens })
  const isParty = new Set(
    mentions.flatMap(({ kind, from, to }) => (kind === 'party' ? tokens.slice(from, to) : []))
  )
  /** Where the office of another country stands right behind its name: "South Korea's national security adviser". */
  const abroad = new Set(
    mentions.flatMap(({ kind, party, to }) =>
      kind === 'party' && party !== 'us' && party !== 'cn' ? [to, tokens[to]?.text === 's' ? to + 1 : to] : []
    )
  )
  /** Where an office stands right behind the name of its country: "Chinese *Foreign Ministry*". */
  const whose = new Set(mentions.flatMap(({ kind, to }) => (kind === 'party' ? [to, to + 1] : [])))
  const foreign = new Set<string>()
  const own = new Set<string>()
  const whole = { part: tokens, all: mentions }
  const strangers = explainedStrangers(text, tokens)
  const officials = new Set(
    mentions.flatMap(({ kind, from, to }) =>
      kind === 'person' ? tokens.slice(from, to).map((token) => token.text) : []
    )
  )
  const introduced = strangersAtHead(text).filter((word) => !officials.has(word))
  const anybody = new Set([...peopleOfAge(text, tokens), ...namesakes(text, tokens, mentions)])
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
      mention.party ??
      partyOfBodyBefore(text, mention, mentions) ??
      (isOwnPresident(text, tokens, mention) ? 'us' : chineseByOffice(mention, text))
    const before = tokens.slice(Math.max(0, from - 1), from)
    // "Ministry spokesman Hsiao Kuang-wei", of no country that is told.
    const isOfTaipei = AS_IN_TAIPEI.test(text.slice(end)) && !whose.has(from)
    // "SINGAPORE — Defense Secretary Harlan": whence it is reported.
    const isBeside = /^[\s\p{L}’']*$/u.test(text.slice(tokens[from - 1]?.end, tokens[from]?.start))
    const belongsElsewhere =
      kind === 'office' && ((isBeside && (elsewhereIn(before, text) >= 0 || abroad.has(from))) || isOfTaipei)
    // "Philippine Defense Secretary Gilberto Teodoro", later "Teodoro".
    if (belongsElsewhere) for (const word of nameAfter(text, tokens, to, isParty)) foreign.add(word)
    if (party !== 'us' && party !== 'cn') continue
    if (kind === 'person') {
      // "Lin Jian": a Chinese surname stands first.
      const surname = tokens[party === 'cn' && to - from === 2 ? from : to - 1]?.text
      // "President Xi": later "Xi", too short to be known for a name by itself.
      if (/\p{Script=Han}/u.test(office)) introduce(office, party)
      else if (to - from > 1 || !(anybody.has(surname ?? '') || strangers.has(surname ?? '')))
        introduce(surname, party)
      continue
    }
    if (namesOutsider(before) || belongsElsewhere || isField(mention, whole)) continue
    // "Shen Boyuan, China's top diplomat": the role makes him its official.
    const isOffice =
      kind === 'office' ||
      // "the deputy head *of the Chinese team*"
      (HEADS.has(tokens[to]?.text ?? '') &&
        isBehindPreposition(tokens, from) &&
        tokens.slice(Math.max(0, from - ROLE_REACH), from).some((token) => ROLES.has(token.text))) ||
      tokens.slice(to, to + ROLE_REACH).some((token) => ROLES.has(token.text)) ||
      // "Thomas Hale, who led the American delegation".
      tokens.slice(Math.max(0, from - LED_WITHIN), from).some((token) => LEADS.has(token.text))
    const rivals = mentions.filter(
      (other) =>
        (other.party === 'us' || other.party === 'cn') && other.party !== party && !isField(other, whole)
    )
    const ahead = isOffice ? nameBefore(text, tokens, from, rivals) : []
    const hasTitle = kind === 'office' || afterTitle(text, tokens, to) > to
    const after = hasTitle ? nameAfter(text, tokens, to, isParty) : []
    for (const name of [after, ahead, nameBehind(text, tokens, from, to, rivals), nameOf(tokens, from, text)])
      if (name.length > 1 || name === ahead || (name === after && mention.party === null)) {
        introduce(name[0], party)
        introduce(name.at(-1), party)
        for (const word of name) own.add(word)
      }
    const title = cues.titles.find((words) => text.startsWith(words, end))
    const isTitle = title !== undefined || cues.titles.some((words) => office.endsWith(words))
    const name = isTitle ? ends.after(end + (title?.length ?? 0)) : null
    // 副部长库柏, of no country that is told: no name that China's officials have.
    const isOwnForm = chineseByOffice(mention, text) === null || mention.party !== null
    if (isOwnForm || (name && isChineseName(name.whole))) introduce(name?.taken, party)
  }
  const isKnownOrAbroad = (from: number, name: number): boolean =>
    abroad.has(from) ||
    mentions.some((one) => one.kind === 'person' && one.party !== null && one.from <= name && one.to > name)
  for (const name of chineseOfficials(text, tokens, isKnownOrAbroad)) introduce(name, 'cn')
  const lone = standingAlone(text, tokens)
  for (const [at, { text: word, capital }] of tokens.entries()) {
    // "Mr. Xi", or Xi all over: an official whom every reader knows, given without first name or office.
    const isTitled = HONORIFICS.has(tokens[at - 1]?.text ?? '') || lone.has(word)
    // "Minister Lin Chia-lung": so names are written in Taipei, and not in Beijing.
    const isHyphenated = /^ \p{Lu}\p{L}*-\p{Ll}/u.test(text.slice(tokens[at]?.end))
    const side = capital && isTitled ? sideOfSurname(word) : null
    if (
      (side === 'us' || side === 'cn') &&
      !names.has(word) &&
      !anybody.has(word) &&
      !isHyphenated &&
      !strangers.has(word) &&
      !isExplainedAway(text, tokens, at + 1)
    )
      introduce(word, side)
  }
  const pairs = pairsOfNames(text, tokens, mentions, (part) => elsewhereIn(part, text) >= 0)
  for (const [word, side] of pairs) if (!names.has(word) && !foreign.has(word)) introduce(word, side)
  const described = [
    ...describedInChinese(text, mentions, ends),
    ...ofStateBodies(text, ends),
    ...describedInEnglish(text, tokens, mentions)
  ].filter(([word]) => !names.has(word) && !foreign.has(word) && !anybody.has(word) && !strangers.has(word))
  for (const [word, side] of described) introduce(word, side)
  const facing = facingChinese(text, tokens, names, (part) => elsewhereIn(part, text) >= 0)
  for (const word of facing) if (!foreign.has(word) && !anybody.has(word)) introduce(word, 'us')
  for (const [word, side] of attachedNames(text, names)) if (!anybody.has(word)) introduce(word, side)
  for (const word of both) names.delete(word)
  for (const [word, side] of leadingInChinese(text, ends)) names.set(word, side)
  // A surname that readers know is an official's, but here a stranger's.
  const known = mentions.flatMap(({ kind, from, to }) =>
    kind === 'person' && to - from === 1 ? [tokens[from]?.text ?? ''] : []
  )
  for (const word of [...anybody, ...introduced, ...known.filter((surname) => strangers.has(surname))])
    if (!names.has(word)) names.set(word, null)
  for (const word of foreign) if (!own.has(word) && sideOfSurname(word) === null) names.set(word, null)
  for (const word of formerOfficials(text, mentions, tokens)) names.set(word, null)
  return names
}
