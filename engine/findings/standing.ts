/** Whether the quotations in a sentence stand by themselves: none begins, ends or turns on a word for what was named before. */

const QUOTATION = /“(?<words>[^”]*)”/gu
/** "It is hoped that" stands for nothing; "It will relist …" for somebody. */
const POINTING_START =
  /^(?:It (?!is (?:hoped|for|up to|necessary|important|imperative|in|a|the|not|wrong|time|useful)\b)|They |He |She |This |That |These |Those |Both (?=be\b|were\b|are\b|will\b|should\b)|Such |Doing so|To this end)/u
const POINTING_END = /\b(?:it|them|this|these|those|so|both|there|him|her|thereof|accordingly)$/iu
const POINTING_WITHIN =
  /\b(?:that|and) (?:both|these|they) (?=be\b|were\b|are\b|will\b|should\b)|\bfor (?:them|this)\b|\bthe (?:latter|former)(?!’s request|'s request)\b/u
/** "Warned *that they* could end in bloodshed", "tear *these* down": near its beginning nothing was named that it may mean. */
const POINTING_EARLY =
  /^(?:\S+\s+){0,4}(?:that|when|if|should|hopes?)\s+(?:they|these|those|it(?! (?:is|was|will|would) (?:hoped|up|for|necessary|important|time)\b))\s|^(?:\S+\s+){0,6}(?:it|them|these|those)\s+(?:off|down|up|out|back|away)\b/iu
/** "Stop *this practice*", but not "this year". */
const DEMONSTRATIVE =
  /^(?:\S+\s+){0,7}(?:this|these|those|such)\s+(?!year|month|week|time|spring|summer|autumn|fall|winter|century|day|morning|afternoon|evening|decade|is\b|was\b|as\b)\p{Ll}/iu
/** "Demanded *its* withdrawal", "coercion *there* puts the economy at risk": whose and where was said before. */
const POINTING_POSSESSIVE =
  /^(?:demand|urg|call|press|sought|seek|ask|request|insist)\p{Ll}*\s+(?:for\s+|on\s+|upon\s+)?(?:its|their|his|her)\s(?!counterpart|opposite)/u
const POINTING_THERE =
  /\b(?<!from |over )there\s+(?!is\b|are\b|was\b|were\b|will\b|would\b|should\b|can\b|may\b|must\b|has\b|have\b|had\b|exists?\b|remains?\b|be\b|being\b)/iu
/** Breaks off behind "that" and its subject: "dissatisfaction that the U.S. side, using security as a pretext". */
const BROKEN_OFF = /\bthat [^,“”]{3,60}, \p{Ll}+ing [^,“”]+$/u
/** A clause that hangs on another, which is not quoted. */
const HANGING =
  /^(?:how|as (?:long|far|soon) as|so long as|whether|because|while|whereas|to see that|if [^,]+$|should [^,]+$|once [^,]+$|when [^,]+$|after [^,]+$|noting|recalling|citing|stressing|asked to|as (?:a|an|the) [^,]+$)\b/iu
/** What had its subject before it. */
const HEADLESS =
  /^(?:is|are|was|were) (?!ready|willing|prepared|clear|open|committed|concerned|deeply|gravely|opposed|glad|pleased|firmly)/u
/** In so many words what a pronoun at the end means is mostly named: "respects China’s system and does not seek to change *it*". */
const NAMES_BEFORE = 10
/** A quotation of so few words is a term or an adjective, not a statement. */
const STATEMENT = 4

export const isDangling = (say: string): boolean =>
  [...say.matchAll(QUOTATION)].some(({ groups }) => {
    const words = groups?.['words'] ?? ''
    const length = words.split(' ').length
    return (
      length >= STATEMENT &&
      (POINTING_START.test(words) ||
        (POINTING_END.test(words) && length < NAMES_BEFORE) ||
        HANGING.test(words) ||
        HEADLESS.test(words) ||
        POINTING_WITHIN.test(words) ||
        POINTING_EARLY.test(words) ||
        POINTING_POSSESSIVE.test(words) ||
        POINTING_THERE.test(words) ||
        BROKEN_OFF.test(words) ||
        DEMONSTRATIVE.test(words))
    )
  })
