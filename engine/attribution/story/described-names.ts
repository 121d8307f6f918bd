import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import type { Mention } from '../../entities/entity-index.ts'
import { PINYIN } from '../../entities/pinyin.ts'
import type { Token } from '../../text/tokens.ts'
import type { Side } from '../../model.ts'
import { chineseNameAfter } from './chinese.ts'
import { HEADS, isField, sideOf } from './speakers.ts'
import { elsewhereIn, explainsOutsider, isBehindPreposition, wordBefore } from './third-parties.ts'
import { matcherOf, wordSet } from './words.ts'

/** Names that a story explains in any words: by an office before them, or by what stands behind them and a comma. */

const NOT_A_NAME = wordSet([
  ...cues.openers,
  ...cues.setIn,
  ...cues.prepositions,
  ...cues.days,
  ...cues.titleWords,
  ...cues.roles,
  ...cues.spokespeople,
  ...cues.heads,
  ...cues.honorifics,
  ...cues.ranks,
  ...cues.articles
])
const EXPLAINS = wordSet([...cues.articles, ...cues.relatives])
const WHO = wordSet(cues.relatives)
const LEADS = wordSet(cues.leads)
const POSTS = wordSet([...cues.roles, ...cues.spokespeople, ...cues.heads])
const EMPLOYERS = wordSet([...cues.belonging, ...cues.working, 'in', 'inside'])
const COUNTERPARTS = matcherOf(cues.counterparts)
/** Words of a name; and of what explains it. */
const SHORTEST = 2
const LONGEST = 4
const EXPLANATION = 16
/** Words from a government to the body that is its own: "China’s public security *ministry*". */
const BODY_REACH = 4

/** A run of capitalised words that no list knows. */
interface Name {
  from: number
  to: number
}

const gapBefore = (text: string, tokens: readonly Token[], at: number): string =>
  text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start ?? text.length)

const namesIn = (text: string, tokens: readonly Token[], mentions: readonly Mention[]): Name[] => {
  const taken = new Set(
    mentions.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at))
  )
  const isOne = (at: number): boolean => {
    const token = tokens[at]
    return token?.capital === true && !taken.has(at) && !NOT_A_NAME.has(token.text)
  }
  const names: Name[] = []
  for (let from = 0; from < tokens.length; from++) {
    if (!isOne(from)) continue
    let to = from + 1
    while (isOne(to) && /^(?: |\. |-)$/u.test(gapBefore(text, tokens, to))) to++
    if (to - from >= SHORTEST && to - from <= LONGEST) names.push({ from, to })
    from = to - 1
  }
  return names
}

/** Whose office or body an explanation names; null for none, or for several. */
const employerIn = (part: readonly Token[], text: string, mentions: readonly Mention[]): Side | null => {
  if (explainsOutsider(part) || elsewhereIn(part, text) >= 0) return null
  const sides = new Set<Side>()
  for (const mention of mentions) {
    const side = sideOf(mention)
    if (!side || isField(mention, { part, all: mentions })) continue
    const isBody =
      mention.kind === 'office' ||
      part.slice(mention.to, mention.to + BODY_REACH).some((token) => HEADS.has(token.text))
    const isOfIt =
      !isBehindPreposition(part, mention.from) || EMPLOYERS.has(wordBefore(part, mention.from)?.text ?? '')
    if (isBody && isOfIt) sides.add(side)
  }
  return sides.size === 1 ? ([...sides][0] ?? null) : null
}

const endOfPart = (text: string, tokens: readonly Token[], from: number): number => {
  let to = from + 1
  while (
    to < tokens.length &&
    to < from + EXPLANATION &&
    !/[,;:“”"\n—]|[.!?]\s/u.test(gapBefore(text, tokens, to).replace(/^\.$/u, ''))
  )
    to++
  return to
}

/** The mentions between two tokens, counted from the first of these. */
const mentionsBetween = (mentions: readonly Mention[], from: number, to: number): Mention[] =>
  mentions
    .filter((mention) => mention.from >= from && mention.to <= to)
    .map((mention) => ({ ...mention, from: mention.from - from, to: mention.to - from }))

/** "Wei Xiaojun, *who heads the bureau at China’s ministry*", "*China’s chief delegate, Vice Minister* Yan Dong" */
export const describedInEnglish = (
  text: string,
  tokens: readonly Token[],
  mentions: readonly Mention[]
): [string, Side][] =>
  namesIn(text, tokens, mentions).flatMap(({ from, to }): [string, Side][] => {
    const name = tokens.slice(from, to)
    const isChinese = name.every((token) => PINYIN.test(token.text))
    const [given, surname] = [name[0]?.text ?? '', name.at(-1)?.text ?? '']
    let side: Side | null = null
    if (gapBefore(text, tokens, to) === ', ') {
      const end = endOfPart(text, tokens, to)
      const part = tokens.slice(to, end)
      const holds = WHO.has(part[0]?.text ?? '')
        ? LEADS.has(part[1]?.text ?? '')
        : part.some((token) => POSTS.has(token.text))
      const opens = EXPLAINS.has(part[0]?.text ?? '') || mentionsBetween(mentions, to, end)[0]?.from === 0
      if (holds && opens) side = employerIn(part, text, mentionsBetween(mentions, to, end))
    }
    if (!side) {
      let start = from
      let commas = 0
      while (start > 0 && start > from - EXPLANATION) {
        const gap = gapBefore(text, tokens, start)
        if (/[;:“”"\n—()]|[.!?]\s/u.test(gap) && !/^\. ?$/u.test(gap)) break
        if (gap.includes(',') && commas++ > 0) break
        start--
      }
      const comma = tokens.findLastIndex(
        (_, at) => at > start && at <= from && gapBefore(text, tokens, at).includes(',')
      )
      const before = tokens.slice(start, from)
      if (isChinese && COUNTERPARTS.findLongest(before).length > 0) side = 'cn'
      // "China’s chief delegate, Vice Minister …": one who is explained twice.
      const isApposed =
        comma > 0 && tokens.slice(comma, from).every((token) => token.capital || token.text === 'of')
      const first = comma > 0 && !isApposed ? comma : start
      const last = tokens[from - 1]
      if (!side && last && POSTS.has(last.text) && first < from)
        side = employerIn(tokens.slice(first, from), text, mentionsBetween(mentions, first, from))
    }
    if (!side || (side === 'us' && isChinese)) return []
    return side === 'cn'
      ? [
          [given, side],
          [surname, side]
        ]
      : [[surname, side]]
  })

const TITLE = new RegExp(`(?:${cues.titleEndingsZh.join('|')})`, 'gu')
const TITLE_REACH = 24
/** A time, or what somebody does: 发言人*星期三*, 官员*证实*. */
const NO_NAME = new RegExp(`^(?:${cues.notNamesZh.behindTitles.join('|')})`, 'u')

/** 美国助理贸易代表*霍瓦特*, 中国民航局运输司司长*梁楠*: behind whatever title that follows a government or its body. */
export const describedInChinese = (text: string, mentions: readonly Mention[]): [string, Side][] =>
  [...text.matchAll(TITLE)].flatMap(({ index, 0: { length } }): [string, Side][] => {
    const end = index + length
    const before = /[^，。；：！？“”\n]*$/u.exec(text.slice(Math.max(0, end - TITLE_REACH), end))?.[0] ?? ''
    const first = end - before.length
    const owner = mentions.findLast(
      (mention) =>
        mention.start >= first &&
        mention.end <= end &&
        mention.party !== null &&
        mention.kind !== 'person' &&
        !/[驻对访赴抵与和同]$/u.test(text.slice(0, mention.start))
    )
    const side = owner && sideOf(owner)
    if (!side || /[与和同、的前]/u.test(text.slice(owner.end, index))) return []
    const name = chineseNameAfter(text, end)
    return name && !NO_NAME.test(name) ? [[name, side]] : []
  })
