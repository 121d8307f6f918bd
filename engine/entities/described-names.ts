import cues from '../lexicon/data/story-cues.json' with { type: 'json' }
import type { Mention } from './entity-index.ts'
import { PINYIN } from './pinyin.ts'
import type { Token } from '../text/tokens.ts'
import type { Side } from '../model.ts'
import { isChineseName, type ChineseNameEnds } from './chinese-name-ends.ts'
import { HEADS, isField, sideOf } from './sides.ts'
import { elsewhereIn, explainsOutsider, isBehindPreposition, wordBefore } from './third-parties.ts'
import { matcherOf, wordSet } from '../text/word-sets.ts'

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

const INITIAL = /^\p{L}$/u

const endOfPart = (text: string, tokens: readonly Token[], from: number): number => {
  let to = from + 1
  while (
    to < tokens.length &&
    to < from + EXPLANATION &&
    !/[,;:“”"\n—]|[.!?]\s/u.test(
      // The stops of "the U.S. delegation" part nothing.
      gapBefore(text, tokens, to).replace(INITIAL.test(tokens[to - 1]?.text ?? '') ? /^\./u : /^\.$/u, '')
    )
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

const ATTACHED = [...cues.attached, ...cues.spokespeople, 'deputy'].join('|')
const NAME = '\\p{Lu}\\p{L}+(?:[ -]\\p{Lu}\\p{L}+){1,2}'
const PRINCIPAL = '(?:(?:Mr|Ms|Mrs|Dr)\\.? )?(\\p{Lu}\\p{L}+)'
/** "*Ma Jiahui*, an aide to Ruan", "Thorne’s spokesman, *Ben Hale*," */
const ATTACHED_BEHIND = new RegExp(
  `(${NAME}), (?:an?|the|his|her) (?:\\p{Ll}+ ){0,2}(?:${ATTACHED}) (?:to|of|for) ${PRINCIPAL}\\b`,
  'gu'
)
const ATTACHED_BEFORE = new RegExp(
  `\\b(\\p{Lu}\\p{L}+)[’']s (?:\\p{Ll}+ ){0,2}(?:${ATTACHED}),? (${NAME})\\b`,
  'gu'
)

/** Surnames of those who speak for somebody whose side the story has told. */
export const attachedNames = (text: string, names: ReadonlyMap<string, Side | null>): [string, Side][] =>
  [
    ...[...text.matchAll(ATTACHED_BEHIND)].map(([, name, principal]) => [name, principal]),
    ...[...text.matchAll(ATTACHED_BEFORE)].map(([, principal, name]) => [name, principal])
  ].flatMap(([name = '', principal = '']): [string, Side][] => {
    const side = names.get(principal.toLowerCase())
    const words = name.toLowerCase().split(/[ -]/u)
    const own = side === 'cn' ? [words[0] ?? '', words.at(-1) ?? ''] : [words.at(-1) ?? '']
    return side ? own.filter((word) => !names.has(word)).map((word) => [word, side]) : []
  })

const LEADING_ZH = {
  us: cues.leadingZh.us.join('|'),
  cn: cues.leadingZh.cn.join('|'),
  roles: cues.leadingZh.roles.join('|')
}
const TITLE = new RegExp(`(?:${cues.titleEndingsZh.join('|')})`, 'gu')
const TITLE_REACH = 24
/** How the name of a ministry ends. */
const BODY_ENDING = /[部署局院委会]$/u
/** 美国助理贸易代表*霍瓦特*, 中国民航局运输司司长*梁楠*: behind whatever title that follows a government or its body. */
export const describedInChinese = (
  text: string,
  mentions: readonly Mention[],
  ends: ChineseNameEnds
): [string, Side][] =>
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
    const between = owner ? text.slice(owner.end, index) : ''
    // 美国卫生*与*公众服务部: what joins two matters of one body.
    if (!side || (BODY_ENDING.test(between) ? /[同、的前]/u : /[与和同、的前]/u).test(between)) return []
    const name = ends.after(end)
    return name ? [[name.taken, side]] : []
  })

/** 国家卫生健康委员会主任*褚怀安*: a body of the state, of no country that is told, is China’s. */
const STATE_BODY =
  /(?:^|中国|[^\p{Script=Han}])国家\p{Script=Han}{2,10}?(?:委员会|委|总局|局|署)(?:党组书记、)?副?(?:主任|局长|署长)/gu
export const ofStateBodies = (text: string, ends: ChineseNameEnds): [string, Side][] =>
  [...text.matchAll(STATE_BODY)].flatMap(({ index, 0: { length } }): [string, Side][] => {
    const name = ends.after(index + length)
    return name && isChineseName(name.whole) ? [[name.whole, 'cn']] : []
  })

/** 美方*牵头人*、商务部副部长布兰登·*基尔默*: whose delegation somebody leads, whatever his office. */
const OF_THE_US = new RegExp(`^(?:${LEADING_ZH.us})$`, 'u')
const LEADING = new RegExp(
  `(${LEADING_ZH.us}|${LEADING_ZH.cn})的?\\p{Script=Han}{0,6}?(?:${LEADING_ZH.roles})(?:是|为|、)`,
  'gu'
)
const LED_REACH = 40

export const leadingInChinese = (text: string, ends: ChineseNameEnds): [string, Side][] =>
  [...text.matchAll(LEADING)].flatMap(({ index, 0: { length }, 1: party = '' }): [string, Side][] => {
    const from = index + length
    const clause = /^[^，。；！？“”\n]*/u.exec(text.slice(from, from + LED_REACH))?.[0] ?? ''
    const name = [...clause.matchAll(TITLE)]
      .map((title) => ends.after(from + title.index + title[0].length))
      .findLast((named) => named !== null)
    return name ? [[name.taken, OF_THE_US.test(party) ? 'us' : 'cn']] : []
  })
