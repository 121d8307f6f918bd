import type { Language } from '../model.ts'

/** What a reader calls each language. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', zh: 'Chinese' }

/** A Han character says about as much as this many Latin letters, so that mixed texts are weighed fairly. */
const LETTERS_PER_HAN = 3

/** So much of a text, from its beginning, tells its language; there are texts of a book's length. */
const ENOUGH = 20_000

/** The language of most of a text's letters. */
export const detectLanguage = (whole: string): Language => {
  const text = whole.slice(0, ENOUGH)
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  return han * LETTERS_PER_HAN > latin ? 'zh' : 'en'
}

/**
 * Whether a text is mostly in a script that the engine has sentences and lexicon for.
 *
 * @returns false for a text in, say, Cyrillic or Arabic letters
 */
export const isReadableScript = (whole: string): boolean => {
  const text = whole.slice(0, ENOUGH)
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return 2 * (text.match(/[\p{Script=Han}\p{Script=Latin}]/gu)?.length ?? 0) >= letters
}
