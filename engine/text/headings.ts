import data from '../lexicon/data/sentence-words.json' with { type: 'json' }
import { endOf, endsSentence, ITEM, SPEAKER_IN_CAPITALS } from './marks.ts'

/**
 * What is a heading and no sentence. A heading stands beside the comparison, so that whatever may be a sentence is taken
 * for one: a heading is short, titled in form, has no verb, and something stands below it.
 */

const VERBS = new Set(data.en)
const HAN_VERBS = new RegExp(data.zh.join('|'), 'u')
const SMALL = /^(?:a|an|the|of|and|or|but|nor|in|on|at|to|for|with|by|from|as|vs\.?|v\.|via|per|into|over)$/iu

const LONGEST = 100
const LONGEST_HAN = 20
const MOST_WORDS = 14
/** Without capitals ("Taiwan and the region") a heading is shorter. */
const MOST_PLAIN_WORDS = 6
const LONGEST_TITLE = 240
const LONGEST_HAN_TITLE = 60
/** A title without capitals may be a sentence ("Xi, Biden hold talks in Bali"), but not a long one. */
const MOST_TITLE_WORDS = 20

const HAN = /\p{Script=Han}/u
/** 问：, before what is asked. */
const ASKS_OR_ANSWERS = /^[问答][:：]/u
const wordsIn = (words: string): string[] => words.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
const bare = (word: string): string => word.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
const isVerb = (word: string): boolean => VERBS.has(bare(word)) || /^\p{Ll}{2,}ed$/u.test(word)

/** Whether words have a verb of a sentence; only a short line is asked. */
const hasVerb = (words: string): boolean =>
  HAN.test(words) ? HAN_VERBS.test(words) : wordsIn(words).some(isVerb)

/** Whether each word of weight begins with a capital, as in English titles. */
export const isTitleCase = (words: string): boolean =>
  /\p{Lu}/u.test(words) && wordsIn(words).every((word) => SMALL.test(word) || !/^[^\p{L}]*\p{Ll}/u.test(word))

/** In capitals, in title case, plain; null for what is none. */
export type HeadingForm = 'capitals' | 'titled' | 'plain'

/** What form of a heading a line has; whether it is one depends on what stands around it. */
export const headingForm = (words: string): HeadingForm | null => {
  if (words.length > LONGEST || /[\r\n]/u.test(words)) return null
  if (SPEAKER_IN_CAPITALS.test(words) || ASKS_OR_ANSWERS.test(words)) return null
  if (endsSentence(words) || /[^\p{L}\p{N}%]$/u.test(endOf(words)) || /\s[-–—]\s/u.test(words)) return null
  if (HAN.test(words))
    return words.length <= LONGEST_HAN && !/[，；,;。！？]/u.test(words) && !hasVerb(words) ? 'titled' : null
  const all = wordsIn(words)
  if (all.length > MOST_WORDS) return null
  if (words === words.toUpperCase()) return all.length <= 3 || !all.some(isVerb) ? 'capitals' : null
  if (/[,;]/u.test(words)) return null
  if (isTitleCase(words)) return 'titled'
  return all.length <= MOST_PLAIN_WORDS && !all.some(isVerb) ? 'plain' : null
}

/** Whether the first line of a text can be its title; it is one where more stands below it. */
export const canBeTitle = (words: string): boolean => {
  if (words.length > LONGEST_TITLE || endsSentence(words) || ITEM.test(words)) return false
  if (/[:：;；,，]$/u.test(endOf(words))) return false
  if (HAN.test(words)) return words.length <= LONGEST_HAN_TITLE && !/[。！？]|日，/u.test(words)
  const all = wordsIn(words)
  if (isTitleCase(words)) return true
  return all.length <= MOST_TITLE_WORDS && !/\b(?:today|yesterday)\b/iu.test(words)
}

const DATELINE =
  /^[（(]?[^.。]{0,60}\b\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}\b[^.。]{0,25}[）)]?:?$|^[（(]?[^。]{0,30}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日[^。]{0,20}[）)]?$/u

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const DAY_FIRST = new RegExp(
  `^[（(]?[^.。]{0,60}\\b\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH},?\\s+\\d{4}\\b[^.。]{0,25}[）)]?:?$`,
  'iu'
)
const IN_FIGURES = /^(?:\d{1,2}\/\d{1,2}\/\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[^.。]{0,25}$/u
/** Stops that end no sentence: "Sept. 3", "WASHINGTON, D.C.", "9:45 a.m.". */
const ABBREVIATING = new RegExp(`(?<=\\b${MONTH})\\.|(?<=\\b\\p{L})\\.`, 'giu')

/** Whether a line gives a day, perhaps with place and issuer, and nothing more. */
export const isDateline = (words: string): boolean => {
  if (words.length > LONGEST_TITLE || hasVerb(words)) return false
  const bare = words.replace(ABBREVIATING, '')
  return DATELINE.test(bare) || DAY_FIRST.test(bare) || IN_FIGURES.test(bare)
}
