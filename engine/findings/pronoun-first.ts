import { overlaps } from '../text/spans.ts'
import type { Quote } from './draft.ts'

/** Sentences that begin with a pronoun for whoever they are reported of, or with whose something is: told with who it is. */

/** "*He* took issue with", "*They* plan to": a pronoun that begins a sentence for whoever it is reported of, whose verb stands next to it. */
const PERSON_FIRST =
  /^(?:(He|She)|They) (?:(?:also|further|then) )?(?=\p{Ll})(?!and\b|or\b|themselves\b|both\b|all\b)/u

/** Words without such a pronoun: what somebody does, whatever the tagger takes its verb for; null for none. */
export const withoutPerson = ({ passage: { sentence, side } }: Quote, words: string): string | null => {
  const found = PERSON_FIRST.exec(words)
  if (!found) return null
  return sentence.speaker === (found[1] === undefined ? 'both' : side) ? words.slice(found[0].length) : null
}

/** "*Its* negative list has been cut", "*Their* teams will meet": whose it is, of the side itself and of what both do. */
const WHOSE = /^(?:[Ii]ts|Their) (?=\p{L})/u

/**
 * Words without whose they are, where the sentence of a finding can say it; null where they are another's: "*its* demand that
 * China join" is no demand of China.
 */
export const withoutWhose = ({ passage, span }: Quote, words: string): string | null => {
  const whose = WHOSE.exec(words)?.[0].toLowerCase()
  if (whose === undefined || words.split(' ').length < CLAUSE_WORDS) return null
  const { sentence, side, named } = passage
  if (whose === 'their ') return sentence.speaker === 'both' ? words.slice(whose.length) : null
  const isOfOther = named.some((place) => overlaps(place, span))
  return sentence.speaker === side && !isOfOther ? words.slice(whose.length) : null
}
const CLAUSE_WORDS = 5

/** What leads in what both say, without the pronoun that begins it: "*agreed that*", of "They agreed that"; null for none. */
export const leadOfPerson = (lead: string): string | null => {
  const [pronoun] = PERSON_FIRST.exec(lead) ?? []
  return pronoun === undefined ? null : lead.slice(pronoun.length)
}

/** "*Noting that 14 companies were listed, he* warned", "*While acknowledging progress, she* pressed for". */
const DESCRIBED =
  /^(?<act>(?:While )?\p{L}\p{Ll}+(?:ing|ed)) (?<circumstance>[^“”;]{8,150}?), (?<who>he|she|they|it) (?:also |then )?(?=\p{Ll})/u

/**
 * A sentence that begins with what somebody did or was asked beside what it tells, parted into both: "*noting* | that … were
 * listed | warned that …"; null for none.
 */
export const described = (
  { passage: { sentence, side, words: all } }: Quote,
  words: string
): { act: string; circumstance: string; rest: string } | null => {
  const found = DESCRIBED.exec(words)
  const { act, circumstance, who } = found?.groups ?? {}
  if (!found || act === undefined || circumstance === undefined || !/^\p{Lu}/u.test(act)) return null
  if (sentence.speaker !== (who === 'they' ? 'both' : side)) return null
  const { source, verb } = sentence.attribution
  // "It" is a government where it is the one that the sentence is reported of.
  if (who === 'it' && (!source || verb?.start !== source.end + 1 || source.end - source.start > 2))
    return null
  const participle = all.find(({ text }) => text === act.toLowerCase().replace(/^while /u, ''))
  if (participle?.pos !== 'VERB') return null
  return { act: act.toLowerCase(), circumstance, rest: words.slice(found[0].length) }
}
