const SYLLABLE =
  '(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:iang|iong|uang|[aeio]ng|ian|iao|uai|uan|[aeiu]n|[aeu]i|ao|ou|iu|[iu]e|[iu]a|uo|[aoeiuü])|er|\\p{Script=Han})'
/** How Chinese names are spelt in English: by syllables, in lower case. */
export const PINYIN = new RegExp(`^${SYLLABLE}+$`, 'u')
/** A surname alone is one of them. */
export const ONE_SYLLABLE = new RegExp(`^${SYLLABLE}$`, 'u')
