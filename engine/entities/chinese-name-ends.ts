import storyCues from '../lexicon/data/story-cues.json' with { type: 'json' }
import { standardLexicon } from '../lexicon/lexicon.ts'
import type { Side } from '../model.ts'
import { tokenise } from '../text/tokens.ts'
import type { Mention } from './entity-index.ts'

/** Where a Chinese name ends, which no blank and no capital tells. */

const NOT_IN_NAMES = new Set(storyCues.notInNames)
/** Most characters of a Chinese name, or of a foreign one in Chinese; and the fewest. */
const LONGEST_CHINESE_NAME = 5
const SHORTEST_CHINESE_NAME = 2
/** And of a foreign one with all its parts. */
const LONGEST_FOREIGN_NAME = 24
const SURNAMES = new Set(storyCues.surnamesZh)

/** The longest run of characters after a Chinese title that comes again in the text: "国务卿*艾德顿*". */
export const chineseNameAfter = (text: string, at: number): string | null => {
  const dotted = surnameBehindDot(text, at)
  if (dotted) return dotted
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
  return chineseNameOnce(run)
}

/** 发言人*周三*说: a day, and no name. */
const DAY = new RegExp(`^(?:${storyCues.notNamesZh.days.join('|')})`, 'u')

/** A Chinese name that the story gives only once: a surname, and what stands before a word that is in no name. */
const chineseNameOnce = (run: string): string | null => {
  if (!SURNAMES.has(run.charAt(0))) return null
  const length = [SHORTEST_CHINESE_NAME, SHORTEST_CHINESE_NAME + 1].find(
    (end) => NOT_IN_NAMES.has(run.charAt(end)) && !NOT_IN_NAMES.has(run.charAt(end - 1))
  )
  const name = length === undefined ? null : run.slice(0, length)
  return name !== null && !DAY.test(name) ? name : null
}

/** "副部长杰弗里·*凯斯勒*": the surname of a foreign name, which later stands alone, or is ended by a mark or a word that is in no name. */
const surnameBehindDot = (text: string, at: number): string | null => {
  const whole = /^(?:\p{Script=Han}{1,6}[·•・‧]){1,2}(\p{Script=Han}{2,5})/u.exec(
    text.slice(at, at + LONGEST_FOREIGN_NAME)
  )
  const run = whole?.[1]
  if (!whole || !run) return null
  const behind = at + whole[0].length
  for (let length = run.length; length >= SHORTEST_CHINESE_NAME; length--)
    if (text.includes(run.slice(0, length), behind)) return run.slice(0, length)
  const end = Array.from(run).findIndex((character) => NOT_IN_NAMES.has(character))
  return end < 0 ? run : end >= SHORTEST_CHINESE_NAME ? run.slice(0, end) : null
}

/** 国防部长*阿兹曼·哈欣*: a name in two parts is no Chinese one. */
const NAME_IN_PARTS = /^\p{Script=Han}{1,8}[·・‧]/u
const LONGEST_PART = 10
export const hasNameInParts = ({ end }: Mention, text: string): boolean =>
  NAME_IN_PARTS.test(text.slice(end, end + LONGEST_PART))

/** "外交部长": in Chinese, without a country before it, an office that only China’s government has of the two. */
export const chineseByOffice = (mention: Mention, text: string): Side | null => {
  const { kind, never, start, text: office } = mention
  const isChinese =
    kind === 'office' &&
    !hasNameInParts(mention, text) &&
    /\p{Script=Han}/u.test(office) &&
    never.includes('us') &&
    !never.includes('cn') &&
    !storyCues.elsewhere.zh.some((place) => text.endsWith(place, start))
  return isChinese ? 'cn' : null
}
