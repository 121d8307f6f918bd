import { genreWords } from '../lexicon/genre-words.ts'
import { onceFor } from '../once-for.ts'
import { tokenise, type Token } from '../text/tokens.ts'
import { isContentWord } from '../wording/stem.ts'
import { chineseWords, type WordAt } from './dictionary.ts'
import { meaningOf, type Meaning } from './vectors.ts'

/** The known words of a sentence, each once, without those that every readout has. */
export type Content = readonly ContentWord[]
export interface ContentWord extends Meaning, WordAt {}

const SHORTEST = 3
const ENGLISH = /^[a-z]+$/

let ofTheGenre: ReadonlySet<string> | undefined
let inChinese: ReadonlySet<string> | undefined

/** Words of parties, offices and reporting, in either language, by which one readout is like any other. */
const isOfTheGenre = (word: string): boolean => {
  const phrases = (): Token[][] => genreWords().map((phrase) => tokenise(phrase))
  ofTheGenre ??= new Set(phrases().flatMap((tokens) => tokens.map(({ text }) => text)))
  // Words of more than one character are cut by the dictionary, which is not read for an English word.
  if (ofTheGenre.has(word) || ENGLISH.test(word)) return ofTheGenre.has(word)
  inChinese ??= new Set(phrases().flatMap((tokens) => chineseWords(tokens).map(({ word }) => word)))
  return inChinese.has(word)
}

/** The content of the tokens of a sentence; looked up once for all who ask. */
export const contentOf = onceFor((tokens: readonly Token[]): Content => {
  const english = tokens
    .map(({ text, start, end }) => ({ word: text, start, end }))
    .filter(({ word }) => word.length >= SHORTEST && ENGLISH.test(word) && isContentWord(word))
  const content = new Map<string, ContentWord>()
  for (const place of [...english, ...chineseWords(tokens)]) {
    if (content.has(place.word) || isOfTheGenre(place.word)) continue
    const meaning = meaningOf(place.word)
    if (meaning) content.set(place.word, { ...place, ...meaning })
  }
  return [...content.values()]
})
