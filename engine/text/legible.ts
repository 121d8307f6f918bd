import { LINE_ENDS } from './marks.ts'
import compounds from '../lexicon/data/compounds.json' with { type: 'json' }
import radicals from '../lexicon/data/radicals.json' with { type: 'json' }
import { composed, Derivation, unchanged, type Derived } from './offsets.ts'
import { paragraphsOf } from './paragraphs.ts'

/**
 * A text as it is understood and searched: the characters that a reader sees, whatever they are called in the file, and
 * lines that a program wrapped made whole. What is shown and quoted stays as it stands; each place here knows its place
 * there.
 */

const RADICALS = new Map(
  Array.from(radicals.pairs).flatMap((character, at, all) =>
    at % 2 === 0 ? [[character, all[at + 1] ?? character] as const] : []
  )
)
/** One simplified or traditional character for each radical; others stay as they are. */
export const withoutRadicals = (text: string): string =>
  text
    .replace(/[\u2f00-\u2fd5]/gu, (radical) => radical.normalize('NFKC'))
    .replace(/[\u2e80-\u2eff]/gu, (radical) => RADICALS.get(radical) ?? radical)

/** What is not seen: soft hyphens, joiners, marks of direction, variants of a form. */
const INVISIBLE =
  '(?:[\\u00ad\\u180e\\u200b\\u200c\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]|\\u200d|[\\ufe00-\\ufe0f]|[\\u{e0100}-\\u{e01ef}])'
/** A soft hyphen at the end of a line joins it to the next. */
const SOFT_BREAK = '\\u00ad[^\\S\\r\\n]*(?:\\r\\n|[\\r\\n])[^\\S\\r\\n]*(?=\\p{Ll})'
/** What Unicode itself calls the same: radicals, compatibility forms, ligatures, letters and figures of full width. */
const COMPATIBLE =
  '[\\u2f00-\\u2fd5\\uf900-\\ufaff\\ufb00-\\ufb06\\uff05\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a\\uff61-\\uff64\\u32c0-\\u32cb\\u33e0-\\u33fe\\u{2f800}-\\u{2fa1f}\\u{1d400}-\\u{1d7ff}]'
const LATER_RADICAL = '[\\u2e80-\\u2eff]'
/** Marks of Chinese in the forms of vertical lines and of small type, each with its usual one. */
const FORMS = new Map(
  Array.from(
    '︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︵（︶）︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹐，﹑、﹒．﹔；﹕：﹖？﹗！﹙（﹚）'
  ).flatMap((mark, at, all) => (at % 2 === 0 ? [[mark, all[at + 1] ?? mark] as const] : []))
)
const FORM = '[\\ufe10-\\ufe19\\ufe35-\\ufe44\\ufe50-\\ufe5a]'
/** Marks of English that stand where Chinese has its own: behind a character or what closes, and not before a figure or a letter. */
const HALF = new Map([
  ['.', '。'],
  ['．', '。'],
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['?', '？'],
  ['!', '！']
])
const BEHIND_HAN = '(?<=\\p{Script=Han}[”’]?|[」』）》〉】％])'
const AT_END = '(?=[^\\S\\r\\n]{0,2}(?:[”’」』]|$))'
const BEFORE_HAN = '(?=[^\\S\\r\\n]{0,2}[\\p{Script=Han}“‘「『（《〈【])'
const DOTS = `${BEHIND_HAN}(?:\\.{3,}|。{3,}|．{3,})`
const HALF_MARK = `${BEHIND_HAN}(?:[.．]${AT_END}|[,;:?!](?:${AT_END}|${BEFORE_HAN}))`
/** Between two characters a dot stands in foreign names as well; where a text has no other stop, it is one. */
const STOP_WITHIN = `${BEHIND_HAN}[.．]${BEFORE_HAN}`

/** Blanks that break no line, or are of another width. */
const BLANK = '[\\u00a0\\u2000-\\u200a\\u202f\\u205f]'
const HYPHEN = '[\\u2010\\u2011]'
/** A letter with its accent written apart. */
const ACCENTED = '[A-Za-z][\\u0300-\\u036f]+'
const DIGITS = '〇零○Ｏ一二三四五六七八九'
const CHINESE_DATE = `(?:[${DIGITS}]{4}年)(?:[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}[日号])?)?|[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日`

const FOLDABLE = new RegExp(
  `(${SOFT_BREAK}|${INVISIBLE}+)|(${COMPATIBLE}|${ACCENTED})|(${LATER_RADICAL})|(${HYPHEN})|(${CHINESE_DATE})|(${BLANK})|(${FORM})`,
  'gu'
)

/** 十一 → 11, 二十 → 20, 三十一 → 31. */
const number = (words: string): string => {
  const digit = (one: string): number => Math.max(0, '〇一二三四五六七八九'.indexOf(one))
  const [tens, ones] = words.includes('十') ? words.split('十') : ['', words]
  const ten = words.includes('十') ? (tens === '' ? 1 : digit(tens ?? '')) : 0
  return String(10 * ten + (ones === '' ? 0 : digit(ones ?? '')))
}
const dateInDigits = (date: string): string =>
  date
    .replace(/^[^年月]{4}(?=年)/u, (year) =>
      Array.from(year, (one) => (/[〇零○Ｏ]/u.test(one) ? '0' : number(one))).join('')
    )
    .replace(/[一二三四五六七八九十]{1,3}(?=[月日号])/gu, number)

/** Each character by the name under which the lexicon has it. */
const foldCharacters = (text: string): Derived => {
  if (text.search(FOLDABLE) < 0) return unchanged(text)
  const derivation = new Derivation(text)
  for (const {
    index,
    0: whole,
    1: unseen,
    3: radical,
    4: hyphen,
    5: date,
    6: blank,
    7: form
  } of text.matchAll(FOLDABLE)) {
    const end = index + whole.length
    if (unseen !== undefined) derivation.put(index, end, '')
    else if (radical !== undefined) derivation.put(index, end, RADICALS.get(radical) ?? radical)
    else if (hyphen !== undefined) derivation.put(index, end, '-')
    else if (blank !== undefined) derivation.put(index, end, ' ')
    else if (date !== undefined) derivation.put(index, end, dateInDigits(date))
    else if (form !== undefined) derivation.put(index, end, FORMS.get(form) ?? form)
    else derivation.put(index, end, whole.normalize('NFKC'))
  }
  return derivation.derived()
}

const MARKS = new RegExp(`(${DOTS})|${HALF_MARK}`, 'gmu')
const MARKS_AND_STOPS = new RegExp(`(${DOTS})|${HALF_MARK}|${STOP_WITHIN}`, 'gmu')
/** Marks of English in Chinese as those that it has; after all else, since it depends on what stands around them. */
const foldMarks = (text: string): Derived => {
  const marks = text.includes('。') ? MARKS : MARKS_AND_STOPS
  if (text.search(marks) < 0) return unchanged(text)
  const derivation = new Derivation(text)
  for (const { index, 0: mark, 1: dots } of text.matchAll(marks))
    derivation.put(index, index + mark.length, dots === undefined ? (HALF.get(mark) ?? mark) : '……')
  return derivation.derived()
}

const CJK = '[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef“”‘’—…]'
const CJK_END = new RegExp(`${CJK}$`, 'u')
const CJK_START = new RegExp(`^${CJK}`, 'u')
const FIRST_PARTS = new Set(compounds.firstParts)
const CLOSED = new RegExp(`^(?:${compounds.closed.join('|')})`, 'u')
const SUFFIXES = new Set(compounds.suffixes)

/** Words in small letters, as a text has them, with their hyphens; asked for only where a line ends in one. */
const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? [])

/**
 * What two halves of a word at the end of a line and the beginning of the next make: one word, unless the text has the
 * compound with its hyphen, or the first half is one that makes such compounds.
 *
 * @param before ends in the first half with its hyphen
 * @returns whether the hyphen stays; null where no word is parted
 */
export const keepsHyphen = (before: string, after: string, words: ReadonlySet<string>): boolean | null => {
  const start = /(\p{L}+)[-\u2010]$/u.exec(before.slice(-40))?.[1]?.toLowerCase()
  const end = /^\p{Ll}+/u.exec(after.slice(0, 40))?.[0]
  if (start === undefined || end === undefined) return null
  if (words.has(start + end)) return false
  if (words.has(`${start}-${end}`)) return true
  return FIRST_PARTS.has(start) && !SUFFIXES.has(end) && !CLOSED.test(start + end)
}

const BREAK = /[^\S\r\n\u2028\u2029]*(?:\r\n|[\r\n\v\f\u0085\u2028])[\s\u0085]*(?:>+[^\S\r\n]?)*\s*/gu
const LINE_END = new RegExp(String.raw`\r\n|[${LINE_ENDS}]`, 'u')
const BLANK_LINE = /(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*[\r\n]|\u2029/u

const putBreaks = (
  derivation: Derivation,
  text: string,
  start: number,
  end: number,
  words: () => Set<string>
): void => {
  const inside = text.slice(start, end)
  for (const { index, 0: whole } of inside.matchAll(BREAK)) {
    const before = inside.slice(Math.max(0, index - 40), index)
    const after = inside.slice(index + whole.length, index + whole.length + 40)
    const parted = /[-\u2010]$/u.test(before) ? keepsHyphen(before, after, words()) : null
    const from = start + index
    if (parted === false) derivation.put(from - 1, from + whole.length, '')
    else if (parted === true || (CJK_END.test(before) && CJK_START.test(after)))
      derivation.put(from, from + whole.length, '')
    else derivation.put(from, from + whole.length, ' ')
  }
}

const lazily = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** Lines that a program wrapped made whole; paragraphs stand apart by blank lines then. */
const unwrap = (text: string): Derived => {
  const paragraphs = paragraphsOf(text)
  if (!paragraphs.some(({ start, end }) => LINE_END.test(text.slice(start, end)))) return unchanged(text)
  const derivation = new Derivation(text)
  const words = lazily(() => wordsOf(text))
  let before = 0
  for (const [at, { start, end }] of paragraphs.entries()) {
    const gap = text.slice(before, start)
    const line = LINE_END.exec(gap)
    if (at > 0 && line && !BLANK_LINE.test(gap))
      derivation.put(before + line.index, before + line.index + line[0].length, '\n\n')
    putBreaks(derivation, text, start, end, words)
    before = end
  }
  return derivation.derived()
}

/** One step after another, each with the way back over all before it. */
const inSteps = (text: string, steps: readonly ((text: string) => Derived)[]): Derived =>
  steps.reduce<Derived>((before, step) => {
    const after = step(before.text)
    if (after.text === before.text) return before
    return before.text === text ? after : composed(before, after)
  }, unchanged(text))

/** A text as it is understood. Of one that is made of it, it is the same again. */
export const legible = (text: string): Derived => inSteps(text, [foldCharacters, unwrap, foldMarks])

const unwrapPiece = (text: string): Derived => {
  if (!LINE_END.test(text)) return unchanged(text)
  const derivation = new Derivation(text)
  putBreaks(
    derivation,
    text,
    0,
    text.length,
    lazily(() => wordsOf(text))
  )
  return derivation.derived()
}
/** A piece of one paragraph as it is understood; all line breaks in it are a program's. */
export const legiblePiece = (text: string): Derived => inSteps(text, [foldCharacters, unwrapPiece, foldMarks])
