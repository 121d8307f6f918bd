import type { Mention } from './entity-index.ts'
import cues from '../lexicon/data/story-cues.json' with { type: 'json' }
import { standardLexicon } from '../lexicon/lexicon.ts'
import { PINYIN } from './pinyin.ts'
import { RANKS } from './ranks.ts'
import type { Token } from '../text/tokens.ts'
import { explainsOutsider, hasServed, isBehindPreposition, wordBefore } from './third-parties.ts'
import { wordSet } from '../text/word-sets.ts'

/** Which words beside an office are the name of whoever holds it. */

/** "spokesman", "official": who speaks for the side that was heard last. */
export const SPOKESPEOPLE = wordSet(cues.spokespeople)
const ROLES = wordSet(cues.roles)
const ARTICLES = wordSet(cues.articles)
const HEADS = wordSet(cues.heads)
/** Before a place, where a name would follow: no "by", "with". */
const PLACING = wordSet(cues.placing)
const NOT_A_NAME = wordSet([...cues.openers, ...cues.setIn, ...cues.prepositions, ...cues.days])
const BELONGING = wordSet(cues.belonging)
const HONORIFICS = wordSet([...cues.honorifics, ...cues.ranks])
/** What an office may be for: "for consular *affairs*". */
const FIELDS = wordSet(cues.fields)
const IN_A_FIELD = wordSet([...cues.belonging, 'and'])
const TITLE_WORDS = wordSet([
  ...cues.titleWords,
  ...cues.heads,
  ...cues.roles,
  ...cues.spokespeople,
  ...cues.honorifics,
  ...cues.ranks
])

/** Most words of a reporting verb. */
const LONGEST_VERB = 3
/** Most words between a name and the office that explains it: "a senior spokesman for the". */
const LONGEST_APPOSITION = 12
/** And between an office and the name set behind it: "ambassador to Washington, Xie Feng,". */
const LONGEST_ROLE = 7
/** Most letters of a word that is shortened with a stop: "Gen.". */
const SHORTENED = 4
/** Most words of a title between an office and the name: "deputy national security adviser". */
const LONGEST_TITLE = 6
/** Most words of an English name that an office introduces. */
const LONGEST_NAME = 4
/** And of one that a rank stands before. */
const SHORTEST_NAME = 2

/** What stands between two words of a name, "Theodora Wynn-Castle"; a stop only after an initial: "Martin J. Okafor". */
const isInName = (gap: string, before: Token | undefined): boolean =>
  /^(?:\s+|-)$/u.test(gap) || (/^\.\s+$/u.test(gap) && before?.text.length === 1)

/** What stands between two words of a title; a stop only after a shortened rank: "Senior Col. Wu Qian". */
const isInTitle = (gap: string, before: Token | undefined): boolean =>
  /^[\s-]+$/u.test(gap) || (/^\.\s+$/u.test(gap) && RANKS.has(before?.text ?? ''))

/** Most words of what an office is for: "of Foreign Affairs". */
const LONGEST_FIELD = 6

/** "Vice Minister *of Transport* Fu Xuyin": where the name of two words begins behind it; or where the field began. */
const afterField = (text: string, tokens: readonly Token[], at: number): number => {
  if (!BELONGING.has(tokens[at]?.text ?? '') && tokens[at]?.text !== 'for') return at
  let to = at + 1
  const isNext = (index: number): boolean =>
    index < at + LONGEST_FIELD &&
    /^ $/u.test(text.slice(tokens[index - 1]?.end, tokens[index]?.start)) &&
    (tokens[index]?.capital === true || IN_A_FIELD.has(tokens[index]?.text ?? ''))
  while (isNext(to)) to++
  const from = to - SHORTEST_NAME
  // A field of one word at least, and two for the name.
  return from > at + 1 &&
    tokens.slice(from, to).every(({ capital, text: word }) => capital && !TITLE_WORDS.has(word))
    ? from
    : at
}

/** "White House *economic adviser* Kevin Aldous": where the words of a title end in a role; or where they began. */
export const afterTitle = (text: string, tokens: readonly Token[], at: number): number => {
  let to = at
  for (; to < at + LONGEST_TITLE; to++) {
    const field = afterField(text, tokens, to)
    if (field > to) return field
    const token = tokens[to]
    const isOfTitle = token !== undefined && (!token.capital || TITLE_WORDS.has(token.text))
    const before = tokens[to - 1]
    if (!isOfTitle || !isInTitle(text.slice(before?.end ?? 0, token.start), before)) break
  }
  const last = tokens[to - 1]?.text ?? ''
  const isFor = tokens[at]?.text === 'for' && FIELDS.has(last)
  return isFor || ROLES.has(last) || SPOKESPEOPLE.has(last) || HONORIFICS.has(last) ? to : at
}

/** The words of a name right after an office: "Foreign Minister *Gu Mingche*". */
export const nameAfter = (
  text: string,
  tokens: readonly Token[],
  at: number,
  isParty: Set<Token>
): string[] => {
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
export const nameBehind = (
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  rivals: readonly Mention[]
): string[] => {
  const gapBefore = (index: number): string =>
    text.slice(tokens[index - 1]?.end ?? 0, tokens[index]?.start ?? text.length)
  // "ambassador to Washington": whither, and not whose; but "as the US vice president, Marcus Delaney, arrived".
  const isWhither = isBehindPreposition(tokens, from) && !BELONGING.has(wordBefore(tokens, from)?.text ?? '')
  let start = from
  while (start > from - LONGEST_ROLE && isInRole(gapBefore(start), tokens[start - 1])) start--
  if (isWhither && tokens.slice(start, from).some(isSpeaker)) return []
  let comma = to
  while (comma < to + LONGEST_ROLE && isInRole(gapBefore(comma), tokens[comma - 1])) comma++
  // "Defense Secretary Marcus Dell and his Chinese counterpart, *Gao Yunfeng*": of whom the nearer names.
  const isOfRival = rivals.some(
    (rival) => rival.from >= to && rival.from < comma && tokens.slice(rival.to, comma).some(isSpeaker)
  )
  if (isOfRival) return []
  if (gapBefore(comma) !== ', ' || !tokens.slice(isWhither ? from : start, comma).some(isSpeaker)) return []
  const name: string[] = []
  let first = comma
  // "The Chinese negotiator, *Vice Premier* Shen Guoliang,": a title before the name is none of it.
  while (TITLE_WORDS.has(tokens[first]?.text ?? '') && isInTitle(gapBefore(first + 1), tokens[first])) first++
  let at = first
  while (at < first + LONGEST_NAME && tokens[at]?.capital === true) {
    if (at > first && !isInName(gapBefore(at), tokens[at - 1])) break
    name.push(tokens[at]?.text ?? '')
    at++
  }
  return gapBefore(at).startsWith(',') ? name : []
}

/** The words of a name of a rank and its body: "Gen. *Luo Jianhua* of the People’s Liberation Army". */
export const nameOf = (tokens: readonly Token[], at: number, text: string): string[] => {
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

/** Whether a mark parts two words; no stop of a shortened one, "a U.S. official", but one behind a name: "an aide to Ruan. She". */
const isParted = (gap: string, before: Token | undefined): boolean => {
  if (/[,;:“”"\n]/u.test(gap)) return true
  if (!gap.includes('.') || !before) return gap.includes('.')
  const isName =
    before.capital && before.text.length > 1 && PINYIN.test(before.text) && !HONORIFICS.has(before.text)
  return isName || before.text.replaceAll('.', '').length > SHORTENED
}

/** The words of a name that an office explains: "*Lin Jian*, a spokesman for the Foreign Ministry". */
export const nameBefore = (
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
    // "Grassley, an Iowa Republican, urged the administration": what he did, and no post.
    standardLexicon.verbs.en.findLongest(tokens.slice(start, start + LONGEST_VERB))[0]?.from === 0 ||
    explainsOutsider(tokens.slice(start, end + 1)) ||
    hasServed(tokens, start)
  )
    return []
  const post = tokens.slice(start, end + 1)
  const holdsOne = tokens.slice(start, at).some((token) => isSpeaker(token) || HEADS.has(token.text))
  // "a supporter of the president", "a law professor at the embassy’s gate": only beside, and no post.
  if (isBehindPreposition(tokens, at) && !holdsOne) return []
  const name: string[] = []
  let first = start
  while (first > 0 && name.length < LONGEST_NAME) {
    const token = tokens[first - 1]
    // "When Isaacman, the administrator, …"
    if (!token?.capital || NOT_A_NAME.has(token.text)) break
    name.unshift(token.text)
    first--
    if (!isInName(gapBefore(first), tokens[first - 1])) break
  }
  // "Lieutenant General Jing Jianfeng, deputy chief of": a rank is before the name, and none of it.
  while (name.length > SHORTEST_NAME && TITLE_WORDS.has(name[0] ?? '')) name.shift()
  // "In Washington, the Treasury secretary said", "in the South China Sea, the Pentagon’s …": a place.
  const before = /^\s+$/u.test(gapBefore(first)) ? (tokens[first - 1]?.text ?? '') : ''
  if (PLACING.has(before) || name.some((word) => TITLE_WORDS.has(word))) return []
  // "Song, deputy director of the commission’s office, told": a surname alone, at the head of a sentence.
  const isAtHead = start < 2 || /[.!?”"’]\s+$|\n/u.test(gapBefore(start - 1))
  if (name.length === 1 && !(isAtHead && post.some(isSpeaker) && gapBefore(end + 1) === ', ')) return []
  return name
}
