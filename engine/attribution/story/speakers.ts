import type { Mention } from '../../entities/entity-index.ts'
import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import type { Side } from '../../model.ts'
import type { Token } from '../../text/tokens.ts'
import type { Names } from '../../entities/story-names.ts'
import { PINYIN } from '../../entities/pinyin.ts'
import { HEADS, isField, sideOf } from '../../entities/sides.ts'
import { elsewhereIn, isBehindPreposition } from '../../entities/third-parties.ts'
import { wordSet } from '../../text/word-sets.ts'
import type { Clause } from './clause.ts'

/** Which of those whom a subject names may be the subject itself, and do not only tell of it. */

const ONE = 'one'
const AFTER_A_PARTY = wordSet(cues.afterAParty)
const DAYS = wordSet(cues.days)
const NOT_A_FIRST_NAME = wordSet([
  ...cues.openers,
  ...cues.honorifics,
  ...cues.ranks,
  ...cues.heads,
  ...cues.roles,
  ...cues.days
])
/** Most words of a name behind an office. */
const LONGEST_NAME = 3
const TITLES = wordSet([...cues.honorifics, ...cues.ranks, ...cues.titleWords])
const EMPLOYED = wordSet(cues.employed)
const ARTICLES = wordSet(cues.articles)
/** Words from the first of two who are named together to the second: "Washington *and its rival* Beijing". */
const TOGETHER_REACH = 6

/** A subject, all who are named in it, and the story's names. */
export interface Part {
  part: readonly Token[]
  all: readonly Mention[]
  /** The clause that the tokens' offsets are into. */
  text: string
  language: 'en' | 'zh'
  names: Names
}

/** Whether a surname belongs to somebody else's full name: "Sarah *Sullivan*", "*Wang* Jisi". */
const isOfNewName = (from: number, to: number, { part, all, text, names }: Part): boolean => {
  const isOther = (at: number, gap: string): boolean => {
    const token = part[at]
    return (
      token?.capital === true &&
      /^[ \u00a0]$/u.test(gap) &&
      !names.has(token.text) &&
      !all.some((other) => other.from <= at && other.to > at)
    )
  }
  const after = part[to]
  const before = part[from - 1]
  if (isOther(to, text.slice(part[to - 1]?.end, after?.start)) && !DAYS.has(after?.text ?? '')) return true
  return (
    isOther(from - 1, text.slice(before?.end, part[from]?.start)) && !NOT_A_FIRST_NAME.has(before?.text ?? '')
  )
}

/** Where a name begins with its title: "a supporter of *President Ann* Castle". */
const nameFrom = (part: readonly Token[], surname: number, names: Names): number => {
  let from = surname
  for (;;) {
    const before = part[from - 1]
    if (!before || !(TITLES.has(before.text) || (before.capital && names.has(before.text)))) return from
    from--
  }
}

/** Where the full name begins that a surname belongs to. */
const personFrom = ({ all }: Part, at: number): number =>
  all.find(({ kind, from, to }) => kind === 'person' && from <= at && to > at)?.from ?? at

/** Whether a surname that the story has introduced stands at a place of a subject. */
export const isSurname = (at: number, within: Part): boolean => {
  const token = within.part[at]
  return (
    token !== undefined &&
    token.capital &&
    within.names.has(token.text) &&
    !isBehindPreposition(within.part, nameFrom(within.part, personFrom(within, at), within.names)) &&
    !isOfNewName(at, at + 1, within)
  )
}

/** "China said", "Chinese officials said"; but not "Chinese companies said" or "China’s exports". */
const isWholeSubject = (to: number, { part, all, names }: Part): boolean => {
  const isPossessive = part[to]?.text === 's'
  const rest = part.slice(isPossessive ? to + 1 : to)
  const [next] = rest
  if (!next) return !isPossessive
  // "The American *one*": of two readouts.
  if (next.text === ONE && rest.length === 1) return true
  if (!isPossessive && (next.capital || AFTER_A_PARTY.has(next.text) || next.text.endsWith('ly'))) return true
  return (
    rest.some(({ text, capital }) => HEADS.has(text) || (capital && names.has(text))) ||
    all.some(({ from, kind }) => from >= to && kind !== 'party')
  )
}

/** "Li Bin *of the People’s Liberation Army*": whom somebody with a full name works for. */
const isEmployer = (part: readonly Token[], at: number): boolean => {
  const of = at - 1 - (ARTICLES.has(part[at - 1]?.text ?? '') ? 1 : 0)
  return (
    EMPLOYED.has(part[of]?.text ?? '') && part[of - 1]?.capital === true && part[of - 2]?.capital === true
  )
}

/**
 * "Foreign Minister Anita Anand": of an office that the United States do not have, but with no Chinese name, and so of
 * neither side where no country is told.
 */
export const isForeign = (
  { kind, party, never, from, to }: Mention,
  { part, text, names }: Part
): boolean => {
  if (party !== null || !never.includes('us')) return false
  const name = kind === 'person' ? part.slice(from, to) : part.slice(to, to + LONGEST_NAME)
  const end = name.findIndex(({ capital }) => !capital)
  const words = (end < 0 ? name : name.slice(0, end)).filter(({ text }) => !DAYS.has(text))
  // "Foreign Minister Lin Chia-lung": so names are written in Taipei, and not in Beijing.
  const isHyphenated = text.charAt(words.at(-1)?.end ?? 0) === '-'
  const isForeignName = isHyphenated || words.some((word) => !PINYIN.test(word.text))
  return isForeignName && !words.some((word) => names.get(word.text) === 'cn')
}

export const canSpeak = (mention: Mention, within: Part): boolean => {
  const { kind, from, to } = mention
  const { part, names } = within
  if (isField(mention, within)) return false
  if (within.language === 'zh') return kind !== 'person' || names.get(mention.text) !== null
  // "close to the Chinese leadership"; but "a spokesman for the Chinese Foreign Ministry".
  const first = kind === 'person' ? nameFrom(part, from, names) : from
  if (
    isBehindPreposition(part, first) &&
    !part.slice(0, first).some(({ text }) => HEADS.has(text)) &&
    !isEmployer(part, from)
  )
    return false
  if (kind === 'person')
    return names.get(part[to - 1]?.text ?? '') !== null && (to - from > 1 || !isOfNewName(from, to, within))
  return kind !== 'party' || isWholeSubject(to, within)
}

/** "Washington and Beijing said": both, and so neither. */
export const areTogether = (mentions: readonly Mention[], { part, language, names }: Part): boolean => {
  const named = part.flatMap(({ text, capital }, from) => {
    const party = capital ? names.get(text) : null
    return party ? [{ party, from, to: from + 1 }] : []
  })
  // "Ellen Marsh and Chinese President Gao Wenbin": a name is one of the two as well.
  const [first, ...others] = [...mentions, ...named]
    .filter(({ party }) => party !== null)
    .sort((a, b) => a.from - b.from)
  const other = others.find(({ party }) => party !== first?.party)
  const last =
    others.findLast(({ party, from }) => party === first?.party && from < (other?.from ?? 0)) ?? first
  return (
    language === 'en' &&
    last !== undefined &&
    other !== undefined &&
    other.from - last.to < TOGETHER_REACH &&
    part.slice(last.to, other.from).some(({ text }) => text === 'and')
  )
}

/** Where a part first names a third country, or its office, that may speak, and where somebody of a side; infinity for nowhere. */
export const firstOf = (within: Part): { third: number; own: number } => {
  const { part, all, text, names } = within
  const foreign = all.find(
    (mention) => canSpeak(mention, within) && mention.party !== null && !isOfASide(mention)
  )
  const elsewhere = elsewhereIn(part, text)
  return {
    third: Math.min(elsewhere < 0 ? Infinity : elsewhere, foreign?.from ?? Infinity),
    own: Math.min(
      ...all.filter((mention) => sideOf(mention) !== null).map(({ from }) => from),
      ...part.flatMap(({ text: word, capital }, at) => (capital && names.get(word) ? [at] : []))
    )
  }
}

const isOfASide = ({ party }: Mention): boolean => party === 'us' || party === 'cn'

/** Whose a clause is that is nothing but a name that the story has introduced, with a title or without; null for nobody’s. */
export const sideOfName = ({ tokens, text, language }: Clause, names: Names): Side | null => {
  if (language === 'zh') return [...names].find(([name]) => text.endsWith(name))?.[1] ?? null
  const name = tokens.at(-1)
  return name && tokens.every(({ capital }) => capital) ? (names.get(name.text) ?? null) : null
}
