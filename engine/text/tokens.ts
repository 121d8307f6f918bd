import type { Span } from '../model.ts'
import { simplifiedOf } from './fold.ts'

/** A word, or one Han character: the unit in which phrases of either language are matched. */
export interface Token extends Span {
  /** Lower case, traditional characters as simplified ones; as it stands otherwise. */
  text: string
  /** Begins with a capital letter. */
  capital: boolean
}

/**
 * A word begins with a letter or a digit: a mark without one, such as a lone variation selector, is none. An apostrophe
 * before two letters or more is inside a name (O’Brien, Ren’ai); before one it parts (China’s).
 */
const TOKEN =
  /\p{Script=Han}|(?!\p{Script=Han})[\p{L}\p{N}](?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])*(?:['’](?!\p{Script=Han})\p{L}{2,})*/gu
const FIRST = new RegExp(TOKEN, 'u')

const tokenOf = (match: RegExpExecArray, offset: number): Token => {
  const [word] = match
  const start = offset + match.index
  const lower = word.toLowerCase()
  return {
    text: simplifiedOf(word) ?? (lower.includes('’') ? lower.replaceAll('’', "'") : lower),
    capital: lower.charCodeAt(0) !== word.charCodeAt(0),
    start,
    end: start + word.length
  }
}

/**
 * Splits text into words and Han characters. Hyphens, stops and the apostrophe of a possessive split too, so that
 * "one-China", "U.S." and "Biden’s" are matched by their parts, however they are typeset.
 *
 * @param offset added to the spans, for a text cut out of a longer one
 */
export const tokenise = (text: string, offset = 0): Token[] => {
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) tokens.push(tokenOf(match, offset))
  return tokens
}

/** The first of the tokens, for which the others need not be found. */
export const firstToken = (text: string): Token | undefined => {
  const match = FIRST.exec(text)
  return match ? tokenOf(match, 0) : undefined
}

/** Index of the first token that does not begin before a place. */
const firstFrom = (tokens: readonly Token[], place: number): number => {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.start ?? Infinity) < place) low = middle + 1
    else high = middle
  }
  return low
}

/** The tokens of a part of a text. */
export const tokensWithin = (tokens: readonly Token[], start: number, end: number): Token[] =>
  tokens.slice(firstFrom(tokens, start), firstFrom(tokens, end))
