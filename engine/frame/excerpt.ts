import type { Token } from '../match/tokens.ts'
import type { Language, Span } from '../model.ts'
import { overlaps } from '../spans.ts'

/** Most words of an excerpt, and most Chinese characters. */
const LONGEST: Record<Language, number> = { en: 16, zh: 28 }
/** An excerpt shorter than this goes on over a word at which a clause may be parted. */
const SHORTEST: Record<Language, number> = { en: 4, zh: 6 }
/** Words at which a clause may be parted, before an excerpt and after it. */
const BEFORE = new Set(['and', 'but', 'that', 'which', 'while', 'whether', 'because', 'or'])
const AFTER = new Set(['and', 'but', 'while', 'whereas', 'because', 'since', 'so', 'or'])
/** Words that no excerpt begins or ends with. */
const LOOSE = new Set([
  ...BEFORE,
  ...AFTER,
  'of',
  'to',
  'in',
  'on',
  'for',
  'with',
  'by',
  'a',
  'an',
  'the',
  'its',
  'as',
  'from'
])
const STARTS_WELL = new Set(['the', 'a', 'an', 'its', 'on', 'in', 'by', 'for', 'with', 'as'])
/** After these a stop ends nothing. */
const ABBREVIATED = new Set(['mr', 'mrs', 'ms', 'dr', 'gen', 'adm'])
const HARD = /[,;:.!?()，。；：！？、（）\n—–]/u
const MARKS: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['「', '」']
]

/** Whether the gap between two tokens ends a clause; a stop inside "U.S." or after an initial does not. */
const parts = (text: string, one: Token, other: Token, next: Token | undefined): boolean => {
  const gap = text.slice(one.end, other.start)
  if (!HARD.test(gap)) return false
  // "The United States, NATO and the European Union" are one list.
  if (gap === ', ' && one.capital && other.capital && next?.text === 'and') return false
  if (ABBREVIATED.has(one.text) && gap === '. ') return false
  return !/^\.\s?$/u.test(gap) || (one.text.length > 1 && gap !== '.')
}

/** Whether two tokens are one word or name, which nothing may cut: "U.S. side", "United States", "one-China". */
const clings = (text: string, one: Token | undefined, other: Token | undefined): boolean => {
  if (!one || !other) return false
  const gap = text.slice(one.end, other.start)
  if (gap === '-' || gap === '.' || gap === '.-' || gap === '’' || gap === "'") return true
  return (
    (one.capital && other.capital && gap === ' ') ||
    ((one.text.length === 1 || ABBREVIATED.has(one.text)) && gap === '. ')
  )
}

/** Words that may stand before a name. */
const ARTICLES = new Set(['the', 'a', 'an'])

/** "The United States | and the PRC": cut there, what is said of both would be said of one. */
const joinsNames = (tokens: readonly Token[], at: number): boolean => {
  if (tokens[at]?.text !== 'and') return false
  const next = tokens[at + (ARTICLES.has(tokens[at + 1]?.text ?? '') ? 2 : 1)]
  return tokens[at - 1]?.capital === true && next?.capital === true
}

/** Takes in the partner of a quotation mark that stands right at the edge. */
const balanced = (text: string, span: Span): Span => {
  let { start, end } = span
  for (const [open, close] of MARKS) {
    const words = text.slice(start, end)
    const depth = words.split(open).length - words.split(close).length
    if (depth > 0 && text.slice(end, end + 2).includes(close)) end = text.indexOf(close, end) + 1
    if (depth < 0 && text.slice(start - 1, start) === open) start -= 1
  }
  const odd = text.slice(start, end).split('"').length % 2 === 0
  if (odd && text[end] === '"') end += 1
  else if (odd && text[start - 1] === '"') start -= 1
  return { start, end }
}

/**
 * The words around a place that make sense by themselves: its clause, or as much of it as is soon read.
 *
 * @param text of the whole readout, which the tokens are of
 * @param core what must be in the excerpt
 */
export const excerpt = (text: string, tokens: readonly Token[], core: Span, language: Language): Span => {
  const inside = tokens.flatMap((token, at) => (overlaps(token, core) ? [at] : []))
  const [from, to] = [inside[0] ?? 0, inside.at(-1) ?? 0]
  let [first, last] = [from, to]
  const word = (at: number): string => tokens[at]?.text ?? ''
  const isParted = (left: number): boolean => {
    const [one, other] = [tokens[left], tokens[left + 1]]
    return !one || !other || parts(text, one, other, tokens[left + 2])
  }
  const room = (): boolean => last - first + 1 < LONGEST[language]
  const isLong = (): boolean => last - first + 1 >= SHORTEST[language]
  // "Does nothing but harm" would say the opposite without its end.
  const mayEnd = (at: number): boolean =>
    AFTER.has(word(at)) && !joinsNames(tokens, at) && !(word(at) === 'but' && word(at - 1) === 'nothing')
  const mayBegin = (at: number): boolean => BEFORE.has(word(at)) && !joinsNames(tokens, at)
  while (room() && !isParted(last) && !(mayEnd(last + 1) && isLong())) last++
  while (room() && !isParted(first - 1) && !(mayBegin(first - 1) && isLong())) first--
  if (ARTICLES.has(word(first - 1)) && joinsNames(tokens, first - 2)) first--
  if (joinsNames(tokens, first - 1)) first -= 2
  while (clings(text, tokens[first - 1], tokens[first])) first--
  while (clings(text, tokens[last], tokens[last + 1])) last++
  while (last > to && LOOSE.has(word(last))) last--
  while (first < from && LOOSE.has(word(first)) && !STARTS_WELL.has(word(first))) first++
  return balanced(text, { start: tokens[first]?.start ?? core.start, end: tokens[last]?.end ?? core.end })
}
