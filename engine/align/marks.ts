import places from '../lexicon/data/places.json' with { type: 'json' }
import { genreWords } from '../lexicon/genre-words.ts'
import { tokenise, type Token } from '../text/tokens.ts'
import { isContentWord } from '../wording/stem.ts'

/** Figures with their scale: "$1.4 billion", "20 million", 4.8万. */
const FIGURE = /(?<![\p{L}\p{N}.])(\d[\d,]*(?:\.\d+)?)\s*(thousand|million|billion|trillion|万亿|亿|万)?/giu
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  万: 1e4,
  亿: 1e8,
  万亿: 1e12
}
/** Smaller whole numbers are everywhere. */
const LEAST_FIGURE = 10

/** The figures of a sentence by their value, so that 1,140, 20 million and 2000万 are found in either language. */
const figuresIn = (text: string): string[] =>
  [...text.matchAll(FIGURE)].flatMap(([, digits = '', scale = '']) => {
    const value = Number(digits.replaceAll(',', '')) * (SCALES[scale.toLowerCase()] ?? 1)
    return value >= LEAST_FIGURE || !Number.isInteger(value) ? [`#${Math.round(value * 100) / 100}`] : []
  })

let settings: ReadonlySet<string> | undefined
/** Names of places where officials meet, of governments, offices and officials: where and who, but not what. */
export const isSetting = (word: string): boolean => {
  settings ??= new Set(
    [...places.places.flatMap(({ en, zh }) => [...en, ...zh]), ...genreWords()].flatMap((phrase) =>
      tokenise(phrase).map(({ text }) => text)
    )
  )
  return settings.has(word)
}

/** Figures and capitalised words that the other side, in either language, could share; settings are none. */
export const marksOf = (text: string, tokens: readonly Token[]): Set<string> =>
  new Set([
    ...figuresIn(text),
    ...tokens
      .filter(
        ({ text: word, capital }, index) => capital && index > 0 && isContentWord(word) && !isSetting(word)
      )
      .map(({ text: word }) => word)
  ])
