import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import type { Token } from '../../text/tokens.ts'
import type { Side } from '../../model.ts'
import type { Clause } from './clause.ts'
import type { Names } from '../../entities/story-names.ts'
import type { Part } from './speakers.ts'
import { matcherOf } from '../../text/word-sets.ts'

/** Whom a Chinese part names, where no blank and no capital tells where a name begins and ends. */

/** Whose name of the story a Chinese phrase has; null too in English, where a name is a word. */
export const sideOfChineseName = (phrase: string, names: Names): Side | null => {
  for (const [name, side] of names)
    if (side && /\p{Script=Han}/u.test(name) && phrase.includes(name)) return side
  return null
}

const AFTER_SURNAME = matcherOf(cues.afterSurnameZh)

/** "*習*又說": whose surname alone opens a part, as Hong Kong papers have it. */
export const sideOfChineseSurname = (part: readonly Token[], names: Names): Side | null => {
  const [surname] = part
  const isAlone = part.length === 1 || AFTER_SURNAME.findLongest(part.slice(1))[0]?.from === 0
  if (!surname || !isAlone || !/^\p{Script=Han}$/u.test(surname.text)) return null
  const sides = new Set(
    [...names].flatMap(([name, side]) => (side && name.startsWith(surname.text) ? [side] : []))
  )
  return sides.size === 1 ? ([...sides][0] ?? null) : null
}

/** Where a Chinese part has a name of the story: "*韩卓思*接受美国媒体采访"; infinity for nowhere. */
export const chineseNameIn = ({ part, text, language, names }: Part): number => {
  if (language === 'en') return Infinity
  const start = part[0]?.start ?? 0
  const phrase = text.slice(start, part.at(-1)?.end)
  const places = [...names].flatMap(([name, side]) => {
    const at = side ? phrase.indexOf(name) : -1
    return at < 0 ? [] : [part.findIndex((token) => token.start >= start + at)]
  })
  return Math.min(Infinity, ...places)
}

const SET_IN_OPENS = matcherOf(cues.setInZh)

/** "*被问到中方作何回应时*，这名官员……": a part that tells when, and of nobody who speaks. */
export const isSetInChinese = ({ tokens, language }: Clause, from: number, to: number): boolean =>
  language === 'zh' && SET_IN_OPENS.findLongest(tokens.slice(from, to))[0]?.from === 0

const BOTH = matcherOf(cues.bothZh)
const HALLS = matcherOf(cues.hallsElsewhere)

/** "*双方*同意", "国防部长顾立雄在*立法院*表示": both sides together, or another government's official. */
export const isNobodyInChinese = (part: readonly Token[], text: string): boolean =>
  // Behind the place and the names of a dateline as well.
  BOTH.findLongest(part).some(({ from, start }) => from === 0 || /[）)】]$/u.test(text.slice(0, start))) ||
  HALLS.findLongest(part).length > 0
