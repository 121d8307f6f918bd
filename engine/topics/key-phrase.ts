import { genreWords } from '../lexicon/genre-words.ts'
import { tokenise, type Token } from '../text/tokens.ts'
import { chineseWords } from '../meaning/dictionary.ts'
import { meaningOf } from '../meaning/vectors.ts'
import type { Span } from '../model.ts'
import { isContentWord } from '../wording/stem.ts'

/** Most words of a key phrase, and most Chinese characters. */
const MOST_WORDS = 3
/** A word that the vectors do not know is a rare one. */
const UNKNOWN_WEIGHT = 1

let ofTheGenre: ReadonlySet<string> | undefined
const isOfTheGenre = (word: string): boolean => {
  ofTheGenre ??= new Set(genreWords().flatMap((phrase) => tokenise(phrase).map(({ text }) => text)))
  return ofTheGenre.has(word)
}

interface Weighted extends Span {
  weight: number
}

const HAN = /\p{Script=Han}/u

const englishWords = (tokens: readonly Token[]): Weighted[] =>
  tokens
    .filter(({ text }) => !HAN.test(text) && isContentWord(text) && !isOfTheGenre(text))
    .map(({ text, start, end }) => ({ start, end, weight: meaningOf(text)?.weight ?? UNKNOWN_WEIGHT }))

const wordsOf = (tokens: readonly Token[]): Weighted[] =>
  tokens.some(({ text }) => HAN.test(text))
    ? chineseWords(tokens)
        .filter(({ word }) => !isOfTheGenre(word) && !Array.from(word).every(isOfTheGenre))
        .map(({ word, start, end }) => ({ start, end, weight: meaningOf(word)?.weight ?? UNKNOWN_WEIGHT }))
    : englishWords(tokens)

/**
 * What a sentence is about in its own words, where the lexicon has no matter for it: the run of content words that
 * tells most.
 *
 * @returns the span of the phrase in the text; undefined for a sentence without content words
 */
export const keyPhrase = (text: string, tokens: readonly Token[]): Span | undefined => {
  const words = wordsOf(tokens)
  let best: (Weighted & { count: number }) | undefined
  for (let from = 0; from < words.length; from++) {
    let weight = 0
    for (let count = 1; count <= MOST_WORDS; count++) {
      const [first, word, before] = [words[from], words[from + count - 1], words[from + count - 2]]
      if (!first || !word) break
      // Only words in a row make a phrase.
      if (count > 1 && before && !/^[\s-]*$/u.test(text.slice(before.end, word.start))) break
      weight += word.weight
      if (!best || weight > best.weight) best = { start: first.start, end: word.end, weight, count }
    }
  }
  return best && { start: best.start, end: best.end }
}
