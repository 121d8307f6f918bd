const SYLLABLE =
  '(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:iang|iong|uang|[aeio]ng|ian|iao|uai|uan|[aeiu]n|[aeu]i|ao|ou|iu|[iu]e|[iu]a|uo|[aoeiuü])|er|\\p{Script=Han})'
/** How Chinese names are spelt in English: by syllables, in lower case. */
export const PINYIN = new RegExp(`^${SYLLABLE}+$`, 'u')
/** A surname alone is one of them. */
export const ONE_SYLLABLE = new RegExp(`^${SYLLABLE}$`, 'u')

const OF_PERSON = new RegExp(`^${SYLLABLE}{1,2}$`, 'u')
/** Whether the words of a name are spelt as those of Chinese names are: none of them is longer than two syllables. */
export const isPinyinName = (words: readonly string[]): boolean =>
  words.length > 0 && words.every((word) => OF_PERSON.test(word))
