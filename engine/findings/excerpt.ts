import type { Token } from '../text/tokens.ts'
import type { Language, Span } from '../model.ts'
import { overlaps } from '../text/spans.ts'
import { gapAfter, goesOn, isCondition, isInList, isInRow, isOpening } from './commas.ts'
import { endCost, isJoining, startCost } from './boundary-costs.ts'

/** Words, or Chinese characters, of an excerpt: so many at most, or so many where a whole clause has no more. */
const LONGEST: Record<Language, number> = { en: 16, zh: 28 }
const WHOLE: Record<Language, number> = { en: 22, zh: 36 }
/** The end of a clause is looked for so many tokens away. */
const FARTHEST = 120
/** What is shorter than this is rather read with more around it. */
const SHORTEST: Record<Language, number> = { en: 4, zh: 6 }
const TOO_SHORT = 3
/** So many words more are read where they end the clause, or make a better end, where each costs so much. */
const OVERLENGTH = 4
const EXTRA = 0.3
/** What each word before what must be in the excerpt costs, and each that is left out after it. */
const LEAD = 0.08
const REST = 0.04
/** Subjects that stand for what was said before; so short a clause with one says nothing by itself. */
const POINTING = new Set(['this', 'that', 'these', 'it', 'they'])
const POINTED_WITHIN = 9
/** After these a stop ends nothing. */
const ABBREVIATED = new Set(['mr', 'mrs', 'ms', 'dr', 'gen', 'adm'])
const COMMA = /^(?:, |，)$/u
const HARD = /[,;:.!?()，。；：！？（）\n—–]/u
const MARKS: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['「', '」']
]

/** Whether two tokens are one word or name, which nothing may cut: "U.S. side", "United States", "one-China". */
const clings = (text: string, one: Token | undefined, other: Token | undefined): boolean => {
  if (!one || !other) return false
  const gap = text.slice(one.end, other.start)
  if (gap === '-' || gap === '.' || gap === '.-' || gap === '’' || gap === "'") return true
  if (gap === ',' && /\d$/u.test(one.text) && /^\d/u.test(other.text)) return true
  return (
    (one.capital && other.capital && gap === ' ') ||
    ((one.text.length === 1 || ABBREVIATED.has(one.text)) && gap === '. ')
  )
}

/** Whether the gap after a token is the comma of a list or of a row of adjectives, or parts an opening phrase. */
const isWithin = (text: string, tokens: readonly Token[], at: number): boolean =>
  isInList(text, tokens, at) || isInRow(tokens, at) || isOpening(tokens, at) || isCondition(text, tokens, at)

/** Whether the gap after a token ends a clause; a stop inside "U.S." or after an initial does not. */
const parts = (text: string, tokens: readonly Token[], at: number): boolean => {
  const [one, other] = [tokens[at], tokens[at + 1]]
  if (!one || !other) return true
  const gap = text.slice(one.end, other.start)
  if (!HARD.test(gap) || clings(text, one, other)) return false
  if (gap === ', ' && isWithin(text, tokens, at)) return false
  if (ABBREVIATED.has(one.text) && gap === '. ') return false
  return !/^\.\s?$/u.test(gap) || (one.text.length > 1 && gap !== '.')
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

/** First and last token, both in it. */
interface Window {
  first: number
  last: number
}

/** The clause around some tokens. */
const clauseAround = (
  text: string,
  tokens: readonly Token[],
  { first, last }: Window,
  language: Language
): Window => {
  let [from, to] = [first, last]
  const opens = (at: number): boolean =>
    (parts(text, tokens, at - 1) && !goesOn(text, tokens, at - 1)) || tokens[at - 1]?.text === 'that'
  while (from > 0 && first - from < FARTHEST && !opens(from)) from--
  const goOn = (): void => {
    while (to < tokens.length - 1 && to - last < FARTHEST && !parts(text, tokens, to)) to++
  }
  goOn()
  // "Today, 50 years on, …": what a sentence opens with is told with what it opens.
  while (from === 0 && to < SHORTEST[language] && COMMA.test(gapAfter(text, tokens, to))) {
    to++
    goOn()
  }
  // "…, and this is dangerous": what a sentence only points to is told with it.
  const isPointing = (): boolean =>
    POINTING.has(tokens[isJoining(tokens[from]) ? from + 1 : from]?.text ?? '')
  if (from > 0 && to - from < POINTED_WITHIN && isPointing() && gapAfter(text, tokens, from - 1) === ', ') {
    from--
    while (from > 0 && first - from < FARTHEST && !opens(from)) from--
  }
  while (from < first && isJoining(tokens[from])) from++
  return { first: from, last: to }
}

/** How many words begin before each token of a window: "U.S." is one, as "China’s" and "high-tech" are. */
const wordsBefore = (
  text: string,
  tokens: readonly Token[],
  { first, last }: Window
): ((at: number) => number) => {
  const counts = [0]
  for (let at = first; at <= last; at++) {
    const isOne = at > first && /^[-.’']$/u.test(gapAfter(text, tokens, at - 1))
    counts.push((counts.at(-1) ?? 0) + (isOne ? 0 : 1))
  }
  return (at) => counts[at - first] ?? 0
}

/** Of all windows of a clause around some tokens the one that is cut at the best places. */
const bestWindow = (
  text: string,
  tokens: readonly Token[],
  core: Window,
  clause: Window,
  language: Language
): Window => {
  const near = {
    first: Math.max(clause.first, core.first - 2 * WHOLE[language]),
    last: Math.min(clause.last, core.last + 2 * WHOLE[language])
  }
  const before = wordsBefore(text, tokens, near)
  const length = (first: number, last: number): number => before(last + 1) - before(first)
  const isWhole = near.first === clause.first && near.last === clause.last
  const isShort = isWhole && length(clause.first, clause.last) <= WHOLE[language]
  const longest = Math.max((isShort ? WHOLE : LONGEST)[language], length(core.first, core.last))
  const starts: { at: number; cost: number }[] = []
  for (let at = core.first; at >= near.first && length(at, core.last) <= longest; at--)
    if (!clings(text, tokens[at - 1], tokens[at]))
      starts.push({
        at,
        cost:
          LEAD * length(at, core.first - 1) +
          (at === clause.first ? 0 : startCost(text, tokens, at, clause.first))
      })
  const ends: { at: number; cost: number }[] = []
  for (let at = core.last; at <= near.last && length(core.first, at) <= longest + OVERLENGTH; at++)
    if (!clings(text, tokens[at], tokens[at + 1]))
      ends.push({
        at,
        cost:
          at === clause.last
            ? 0
            : REST * Math.min(longest, length(at + 1, near.last)) + endCost(text, tokens, at)
      })
  let [best, least] = [core, Infinity]
  for (const start of starts)
    for (const end of ends) {
      const words = length(start.at, end.at)
      const extra = Math.max(0, words - longest)
      if (extra > OVERLENGTH) break
      const cost =
        start.cost +
        end.cost +
        (end.at === clause.last ? 0 : EXTRA * extra) +
        (words < SHORTEST[language] ? TOO_SHORT : 0)
      if (cost < least) [best, least] = [{ first: start.at, last: end.at }, cost]
    }
  return best
}

/**
 * The words around a place that make sense by themselves: its clause, or as much of it as is soon read.
 *
 * @param text of the whole readout, which the tokens are of
 * @param core what must be in the excerpt
 */
export const excerpt = (text: string, tokens: readonly Token[], core: Span, language: Language): Span => {
  const inside = tokens.flatMap((token, at) => (overlaps(token, core) ? [at] : []))
  const held = { first: inside[0] ?? 0, last: inside.at(-1) ?? 0 }
  const clause = clauseAround(text, tokens, held, language)
  const { first, last } = bestWindow(text, tokens, held, clause, language)
  return balanced(text, { start: tokens[first]?.start ?? core.start, end: tokens[last]?.end ?? core.end })
}
