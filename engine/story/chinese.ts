import type { Side } from '../model.ts'
import type { Names } from './names.ts'
import type { Part } from './speakers.ts'

/** Names in Chinese, where no blank and no capital tells where one begins and ends. */

/** Whose name of the story a Chinese phrase has; null too in English, where a name is a word. */
export const sideOfChineseName = (phrase: string, names: Names): Side | null => {
  for (const [name, side] of names)
    if (side && /\p{Script=Han}/u.test(name) && phrase.includes(name)) return side
  return null
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
