import type { Language } from '../model.ts'

/** A Han character says about as much as this many Latin letters, so that mixed texts are weighed fairly. */
const LETTERS_PER_HAN = 3

/** The language of most of a text's letters. */
export const detectLanguage = (text: string): Language => {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  return han * LETTERS_PER_HAN > latin ? 'zh' : 'en'
}

/**
 * Whether a text is mostly in a script that the engine has sentences and lexicon for.
 *
 * @returns false for a text in, say, Cyrillic or Arabic letters
 */
export const isReadableScript = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return 2 * (text.match(/[\p{Script=Han}\p{Script=Latin}]/gu)?.length ?? 0) >= letters
}
