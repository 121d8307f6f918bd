import type { Word } from './word.ts'

/** A noun phrase without what is attached behind it: "the U.S. side", not "the side of …". Word indices, `to` exclusive. */
export interface NounPhrase {
  from: number
  to: number
  /** The word that names what the phrase is: "side". */
  head: number
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'NUM', 'SYM', 'X'])
const MODIFIER = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM', 'SYM', 'X'])
const POSSESSIVE = new Set(["'s", '’s', "'", '’'])
/** Pronouns that stand before a noun; all others are a phrase by themselves. */
const POSSESSIVE_PRONOUNS = new Set(['its', 'their', 'his', 'our', 'your', 'my', 'her', 'whose'])
const QUANTIFIERS = new Set(['both', 'each', 'all', 'either', 'neither', 'some', 'many'])
const RELATIVES = new Set(['who', 'which', 'that', 'whom', 'what', 'whoever', 'there'])
const QUOTATION = new Set(['“', '”', '"', '‘'])

/** A hyphen inside a compound: "U.S.-China", "one-China". */
const isHyphen = (words: readonly Word[], at: number): boolean => {
  const word = words[at]
  const [before, after] = [words[at - 1], words[at + 1]]
  return /^[-–‑]$/u.test(word?.text ?? '') && before?.end === word?.start && after?.start === word?.end
}

export const isPossessive = (word: Word | undefined): boolean =>
  word !== undefined && POSSESSIVE.has(word.text) && word.pos !== 'AUX'

export const isPersonalPronoun = (word: Word | undefined): boolean =>
  word?.pos === 'PRON' && !POSSESSIVE_PRONOUNS.has(word.text) && !RELATIVES.has(word.text)

/**
 * The noun phrase that begins at a word; null where none does.
 *
 * @param starts word indices at which a name begins, so that "At the meeting Renner" is two phrases
 */
export const nounPhraseAt = (
  words: readonly Word[],
  from: number,
  starts: ReadonlySet<number> = new Set()
): NounPhrase | null => {
  let at = from
  let head = -1
  const first = words[at]
  if (!first) return null
  if (isPersonalPronoun(first) && first.text !== 'her') return { from, to: from + 1, head: from }
  if (QUANTIFIERS.has(first.text)) {
    head = at
    at++
  }
  while (words[at]?.pos === 'DET' || POSSESSIVE_PRONOUNS.has(words[at]?.text ?? '')) {
    if (RELATIVES.has(words[at]?.text ?? '') && words[at]?.text !== 'that') return null
    at++
  }
  const opened = at
  for (; at < words.length; at++) {
    const word = words[at]
    if (!word) break
    if (NOMINAL.has(word.pos) || (word.pos === 'ADJ' && word.capital)) {
      // A name behind a common noun begins a phrase of its own; behind a title or a name it goes on.
      const before = words[at - 1]
      if (head >= opened && starts.has(at) && before?.pos === 'NOUN' && !before.capital) break
      head = at
    } else if (isPossessive(word) && head >= opened) head = -1
    else if (isHyphen(words, at) || (QUOTATION.has(word.text) && head < opened)) continue
    else if (word.pos === 'ADJ') {
      // "found the talks useful": an adjective behind its noun tells of it, and is no part of the phrase.
      if (head >= opened && !MODIFIER.has(words[at + 1]?.pos ?? '')) break
    } else if (word.pos === 'ADV' && head < opened && words[at + 1]?.pos === 'ADJ') continue
    else if (word.pos === 'VERB' && head < opened && at > from && isParticiple(words, at)) continue
    else if (word.pos === 'CCONJ' && joinsModifiers(words, at)) continue
    else break
  }
  while (at > from && words[at - 1]?.pos === 'PUNCT') at--
  // "Both stressed", "Each will": a quantifier alone.
  if (head < from) return null
  return { from, to: Math.max(at, head + 1), head }
}

/** "the *detained* citizens", "a *working* group": a verb's form before the noun that it describes. */
const isParticiple = (words: readonly Word[], at: number): boolean =>
  /(?:ing|ed|en|wn)$/u.test(words[at]?.text ?? '') && MODIFIER.has(words[at + 1]?.pos ?? '')

/** "economic *and* trade teams": both describe the noun that follows. */
const joinsModifiers = (words: readonly Word[], at: number): boolean =>
  words[at - 1]?.pos === 'ADJ' &&
  (words[at + 1]?.pos === 'ADJ' || words[at + 1]?.pos === 'NOUN') &&
  MODIFIER.has(words[at + 2]?.pos ?? '')
