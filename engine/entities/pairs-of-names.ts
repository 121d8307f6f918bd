import { RANKS } from './ranks.ts'
import type { Mention } from './entity-index.ts'
import cues from '../lexicon/data/story-cues.json' with { type: 'json' }
import type { Token } from '../text/tokens.ts'
import type { Side } from '../model.ts'
import { PINYIN } from './pinyin.ts'
import { wordSet } from '../text/word-sets.ts'

/**
 * Two who are named together and without an office: "The envoys of the United States and China met. It was the first
 * encounter *between Daniel Whitcombe and Shen Guowei*". The one with a Chinese name is China's.
 */

const BETWEEN = wordSet(cues.between)
const AND = 'and'
const TITLES = wordSet([...cues.honorifics, ...cues.ranks, ...cues.titleWords])
/** Words of a full name. */
const SHORTEST = 2
const LONGEST = 3
/** Letters before the two in which both governments are told of; in their own paragraph no other is. */
const REACH = 500

/** The capitalised words from a place on that one space parts; a title before them is passed over. */
const nameAt = (
  text: string,
  tokens: readonly Token[],
  at: number
): { name: readonly Token[]; to: number } => {
  let from = at
  while (TITLES.has(tokens[from]?.text ?? '')) from++
  let to = from
  while (
    tokens[to]?.capital === true &&
    (to === from || text.slice(tokens[to - 1]?.end, tokens[to]?.start) === ' ')
  )
    to++
  const name = tokens.slice(from, to)
  return { name: name.length >= SHORTEST && name.length <= LONGEST ? name : [], to }
}

const isChinese = (name: readonly Token[]): boolean => name.every(({ text }) => PINYIN.test(text))

/**
 * "On one side sat *Rear Adm. Douglas Ferrant*. On the other sat Senior Col. Qiu Baoshan of China’s Southern Theater
 * Command": whoever has a rank and no country, in a paragraph that tells of a Chinese official and of no other country.
 */
export const facingChinese = (
  text: string,
  tokens: readonly Token[],
  names: ReadonlyMap<string, Side | null>,
  namesElsewhere: (part: readonly Token[]) => boolean
): string[] =>
  tokens.flatMap(({ text: rank, start }, at): string[] => {
    if (!RANKS.has(rank)) return []
    const next = tokens[at + 1]
    const isTitle = next && /^\.? $/u.test(text.slice(tokens[at]?.end, next.start))
    const { name } = isTitle ? nameAt(text, tokens, at + 1) : { name: [] }
    const surname = name.at(-1)
    if (!surname || isChinese(name) || names.has(surname.text)) return []
    const [from, to] = [text.lastIndexOf('\n', start), text.indexOf('\n', start)]
    const paragraph = tokens.filter((token) => token.start > from && (to < 0 || token.end <= to))
    const isFacing = paragraph.some(
      (token, index) =>
        token.capital &&
        names.get(token.text) === 'cn' &&
        names.get(paragraph[index + 1]?.text ?? '') === 'cn'
    )
    return isFacing && !namesElsewhere(paragraph) ? [surname.text] : []
  })

/** Surnames of such pairs, and whose they are. */
export const pairsOfNames = (
  text: string,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  namesElsewhere: (part: readonly Token[]) => boolean
): [string, Side][] =>
  tokens.flatMap(({ text: word, start }, at): [string, Side][] => {
    if (!BETWEEN.has(word)) return []
    const first = nameAt(text, tokens, at + 1)
    const and = first.to
    const second = tokens[and]?.text === AND ? nameAt(text, tokens, and + 1) : first
    if (first.name.length === 0 || second.name.length === 0 || second === first) return []
    const [own, other] = isChinese(second.name) ? [first.name, second.name] : [second.name, first.name]
    if (isChinese(own) || !isChinese(other)) return []
    const near = mentions.filter((mention) => mention.start >= start - REACH && mention.end <= start)
    const told = new Set(near.map(({ party }) => party))
    const paragraph = text.lastIndexOf('\n', start)
    const before = tokens.filter((token) => token.start > paragraph && token.end <= start)
    if (!told.has('us') || !told.has('cn') || namesElsewhere(before)) return []
    return [
      [own.at(-1)?.text ?? '', 'us'],
      [other[0]?.text ?? '', 'cn']
    ]
  })
