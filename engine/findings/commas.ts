import type { Token } from '../text/tokens.ts'
import { CONDITIONAL, PREPOSITIONS } from './boundary-costs.ts'

/** No part of a list is longer than so many words, and one of more than one is a name. */
const LONGEST_PART = 3
/** No list is looked through farther than so many tokens; a longer one is no quote, and a text may be one list. */
const FARTHEST = 60
/** A list whose last part has more words is one of parts of any length. */
const LONG_PART = 7
/** So many words after the beginning, or after "that", are an opening phrase: "On climate change, …". */
const LONGEST_OPENING = 4
/** So many tokens of a condition are told with what it conditions. */
const LONGEST_CONDITION = 14
const LEADING = new Set(['that', 'whether'])
/** Endings of adjectives: "candid, constructive dialogue". */
const ADJECTIVAL = /(?:ic|al|ive|ous|able|ible|ful)$/u

/** What stands between a token and the next; nothing after the last. */
export const gapAfter = (text: string, tokens: readonly Token[], at: number): string => {
  const [one, other] = [tokens[at], tokens[at + 1]]
  return one && other ? text.slice(one.end, other.start) : ''
}

/** Words that only go on with what stands before a comma: "actions in the region, including toward …". */
const GOING_ON = new Set(['including', 'such'])

/** Whether what comes after a comma only goes on with what stands before it. */
export const goesOn = (text: string, tokens: readonly Token[], at: number): boolean =>
  gapAfter(text, tokens, at) === ', ' && GOING_ON.has(tokens[at + 1]?.text ?? '')

/** Whether the clause that a comma ends is a condition: "If it is handled badly, …". */
export const isCondition = (text: string, tokens: readonly Token[], at: number): boolean => {
  const from = chunkStart(text, tokens, at)
  return at - from < LONGEST_CONDITION && CONDITIONAL.has(tokens[from]?.text ?? '')
}

/** Words of some tokens: what hyphens join is one. */
const wordsIn = (text: string, part: readonly Token[]): number =>
  part.filter((token, at) => at === 0 || text.slice(part[at - 1]?.end, token.start) !== '-').length

/** Whether some tokens are one part of a list: a single word, or a name. */
const isPart = (text: string, part: readonly Token[]): boolean => {
  const words = wordsIn(text, part)
  return words === 1 || (words > 1 && words <= LONGEST_PART && part.every(({ capital }) => capital))
}

/** Where the tokens between two gaps that are more than a space begin. */
const chunkStart = (text: string, tokens: readonly Token[], last: number): number => {
  let from = last
  while (from > 0 && last - from < FARTHEST && /^(?:[ .’']|\. |-)$/u.test(gapAfter(text, tokens, from - 1)))
    from--
  return from
}

/** Words from the "and" of a list to the end of its last part. */
const lastPartFrom = (text: string, tokens: readonly Token[], at: number): number => {
  const ahead = tokens.slice(at + 1, at + 1 + FARTHEST).findIndex(({ text: word }) => word === 'and')
  const from = at + 1 + ahead
  let to = from
  while (
    to - from < FARTHEST &&
    gapAfter(text, tokens, to) !== '' &&
    !/[,;:.]\s/u.test(gapAfter(text, tokens, to))
  )
    to++
  return to - from
}

/** Whether what comes before a list is of it, too: "Taiwan, the war in Ukraine, fentanyl, and citizens who …". */
const goesOnFrom = (text: string, tokens: readonly Token[], at: number): boolean => {
  for (let last = at; at - last < FARTHEST;) {
    const from = chunkStart(text, tokens, last)
    if (from === 0 || gapAfter(text, tokens, from - 1) !== ', ') return false
    if (!isPart(text, tokens.slice(from, last + 1))) return !isOpening(tokens, from - 1)
    last = from - 1
  }
  return false
}

/** Whether the tokens after a comma are parts of a list up to its "and". */
const goesOnAsList = (text: string, tokens: readonly Token[], at: number): boolean => {
  for (let from = at + 1; from < Math.min(tokens.length, at + FARTHEST);) {
    let to = from
    while (
      to - from < FARTHEST &&
      /^[ -]$/u.test(gapAfter(text, tokens, to)) &&
      tokens[to + 1]?.text !== 'and'
    )
      to++
    if (!isPart(text, tokens.slice(from, to + 1))) return false
    if (tokens[to + 1]?.text === 'and') return true
    if (gapAfter(text, tokens, to) !== ', ') return false
    from = to + 1
  }
  return false
}

/** Whether the tokens before a comma are a part of a list. */
const endsPart = (text: string, tokens: readonly Token[], at: number): boolean => {
  const from = chunkStart(text, tokens, at)
  return from > 0 && gapAfter(text, tokens, from - 1) === ', ' && isPart(text, tokens.slice(from, at + 1))
}

/**
 * "The United States, NATO and the European Union", "common, comprehensive, and cooperative": whether the comma after
 * a token is one of a list of names or single words that "and" closes.
 */
export const isInList = (text: string, tokens: readonly Token[], at: number): boolean =>
  (tokens[at + 1]?.text === 'and' ? endsPart(text, tokens, at) : goesOnAsList(text, tokens, at)) &&
  !(lastPartFrom(text, tokens, at) > LONG_PART && goesOnFrom(text, tokens, at))

/** "Candid, constructive dialogue": whether an adjective comes after the comma, and what both describe. */
export const isInRow = (tokens: readonly Token[], at: number): boolean =>
  at > 0 && ADJECTIVAL.test(tokens[at + 1]?.text ?? '') && tokens[at + 2]?.text !== 'and'

/**
 * "On climate change, …", "Yesterday, …", "said that 50 years ago, …": whether a comma after a token ends a phrase that
 * is nothing without what it opens.
 */
export const isOpening = (tokens: readonly Token[], at: number): boolean => {
  for (let from = at; from >= 0 && at - from < LONGEST_OPENING; from--) {
    if (LEADING.has(tokens[from - 1]?.text ?? '')) return true
    if (from === 0) return at === 0 || PREPOSITIONS.has(tokens[0]?.text ?? '')
  }
  return false
}
