import stopwords from '../lexicon/data/stopwords.json' with { type: 'json' }
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

const ENGLISH = new Set(stopwords.en)
/**
 * Every third word of English is one of those that hold sentences together; some of them are words of Italian or German
 * too ("a", "in", "am"), but hardly every tenth.
 */
const LEAST_ENGLISH = 0.17
/** With fewer words than this the share is chance. */
const LEAST_WORDS = 20
/** Chinese has no kana but in a name or two; of Japanese they are half. */
const MOST_KANA = 0.12

/** Whether a text is in one of the two languages, by its scripts and the small words of English. */
export const isReadable = (whole: string): boolean => {
  if (!isReadableScript(whole)) return false
  const text = whole.slice(0, ENOUGH)
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  const han = count(/\p{Script=Han}/gu)
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  if (kana > MOST_KANA * (han + kana)) return false
  if (detectLanguage(text) === 'zh') return true
  const words = text.toLowerCase().match(/\p{Script=Latin}+/gu) ?? []
  return (
    words.length < LEAST_WORDS ||
    words.filter((word) => ENGLISH.has(word)).length >= LEAST_ENGLISH * words.length
  )
}
