import type { Span } from '../model.ts'
import abbreviations from '../lexicon/data/abbreviations.json' with { type: 'json' }
import { TITLE_IN_CAPITALS } from './marks.ts'

const TITLES = new Set(abbreviations.beforeAName)
const BEFORE_NUMBER = new Set(abbreviations.beforeANumber)
const OPENERS = new Set(abbreviations.sentenceOpeners)
/** "the U.S. Under Secretary": an official and no new sentence. */
const TITLES_LIKE_OPENERS = abbreviations.titlesLikeOpeners

/**
 * A stop with whatever closes after it: quotes, brackets, marks of notes ([1], ¹). Looked for from the first of several
 * marks only, so that a line of a million dots is read once.
 */
const STOP = /(?<![.!?…])([.!?…]+)((?:["”’'»)\]¹²³⁰-⁹]|\[\p{L}?\d{1,3}\]| \[\d{1,3}\](?!\p{L}))*)(\s+|$)/gu
/** The word right before a stop, with the stops inside it ("U.S", "a.m", "Ph.D"). */
const WORD_BEFORE = /[\p{L}\p{N}.&’'-]+$/u
const WORD_AFTER = /^["“‘'«([]*([\p{L}\p{N}]+)/u
const ACRONYM = /^(?:\p{L}\.)+\p{L}$/u
/** "2. CRITICAL MINERALS", "IV.": the number of an item with its title in capitals, or either alone, which belongs to what it heads. */
const ITEM_TITLE = new RegExp(
  String.raw`^\s*(?:\p{N}{1,2}|[IVX]{2,5}|(?:\p{N}{1,2}[.)]\s+)?${TITLE_IN_CAPITALS})$`,
  'u'
)
const INITIAL = /^\p{Lu}$/u
/** How far back a word can reach that decides about a stop; keeps the look-back constant. */
const LOOK_BACK = 40

const isBoundary = (before: string, stops: string, after: string): boolean => {
  const next = WORD_AFTER.exec(after)?.[1] ?? ''
  if (/^\p{Ll}/u.test(next)) return false // a sentence begins with a capital, a digit or a quotation
  if (stops !== '.') return true
  const word = (WORD_BEFORE.exec(before)?.[0] ?? '').replace(/^.*[-'’](?=\p{L}\.)|^['’]+/u, '')
  const bare = word.toLowerCase()
  if (TITLES.has(bare)) return false
  if (BEFORE_NUMBER.has(bare)) return !/^\p{N}/u.test(next)
  // "the U.S. President" or "in the U.S. The President": only a word that opens sentences ends one here.
  if (ACRONYM.test(word))
    return OPENERS.has(next) && !TITLES_LIKE_OPENERS.some((title) => after.startsWith(title))
  if (INITIAL.test(word) || abbreviations.eitherWay.includes(bare)) return OPENERS.has(next)
  return true
}

/**
 * Splits English text into sentences.
 *
 * @param text one paragraph, possibly wrapped over lines
 * @param offset of the paragraph in its text
 * @returns spans without surrounding white space, in order
 */
export const englishSentences = (text: string, offset: number): Span[] => {
  const spans: Span[] = []
  let start = 0
  const push = (end: number): void => {
    const piece = text.slice(start, end)
    const lead = piece.length - piece.trimStart().length
    if (piece.trim() !== '')
      spans.push({ start: offset + start + lead, end: offset + start + piece.trimEnd().length })
    start = end
  }
  for (const match of text.matchAll(STOP)) {
    const [whole, stops = '', closers = '', space = ''] = match
    const end = match.index + whole.length
    const before = text.slice(Math.max(0, match.index - LOOK_BACK), match.index)
    const after = text.slice(end, end + LOOK_BACK)
    const isTitle = space !== '' && stops === '.' && ITEM_TITLE.test(text.slice(start, match.index))
    if (space === '' || (!isTitle && isBoundary(before, stops, after)))
      push(match.index + stops.length + closers.length)
  }
  push(text.length)
  return spans
}
