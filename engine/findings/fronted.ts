import { isPredicate } from './quote-form.ts'
import type { Quote } from './draft.ts'
import type { Material } from './material.ts'

/** What a sentence puts before whoever acts: a topic, a time, a place. */

/** What leads to a topic at the beginning of a sentence, as alternatives; within one, in small letters. */
export const TOPIC_OPENERS = 'On|As for|As to|Regarding|Concerning|Turning to|With regard to'
const OPENERS_ANYWHERE = `${TOPIC_OPENERS}|${TOPIC_OPENERS.toLowerCase()}`

/**
 * A topic that is led to, up to its comma: no clause with a verb of its own ("On Ukraine China has added no fuel, and …"), and
 * nothing that only one side calls so ("the so-called labor issue").
 */
const TOPIC = String.raw`(?:${OPENERS_ANYWHERE})\b(?![^,]{0,60}\b(?:so-called|has|have|had|is|are|was|were|will|must|should)\b)`

/** "*On export controls,* the Chinese side will": what leads to a topic is the sentence's own to say. */
export const ON_TOPIC = new RegExp(`^(${TOPIC}[^,“”";\\p{Nd}]{2,60}), (?=\\p{L})(?!(?:and|or|but)\\b)`, 'u')

/** "*on* Taiwan", within a sentence. */
export const lowered = (opening: string): string => `${opening.charAt(0).toLowerCase()}${opening.slice(1)}`

/** A name as a pattern. */
export const literally = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

/** So much may stand before a name, an office. */
export const OFFICE_BEFORE = String.raw`(?:[\p{Lu}][\p{L}.’'-]* ){0,4}`

/** What may be put before whoever acts, as alternatives. */
const FRONTS = `${TOPIC_OPENERS}|During|Earlier|Later|At|In|After|Before|Following`
const OPENS_FRONTED = new RegExp(`^(?:${FRONTS})\\b`, 'u')

/** "*On Taiwan, he* called for restraint", "*Earlier in the day President Lu* met": what is put before, and whoever acts. */
const frontedBy = (name: string): RegExp =>
  new RegExp(
    `^((?:${FRONTS})\\b[^,“”";]{2,60}?),? (?:he|she|it${name === '' ? '' : `|(?:the )?${OFFICE_BEFORE}${literally(name)}`}) (?:also )?`,
    'u'
  )

/** "As to the *so-called labor issue*": one side's own word for it. */
const CALLED_SO = /\bso-called .+$/u

/** Words without what is put before whoever does them; undefined where nothing is. */
export const withoutFronted = (
  { sides }: Material,
  quote: Quote,
  words: string
): { words: string; opening: string } | undefined => {
  const { sentence, side } = quote.passage
  if (sentence.speaker === 'both' || sentence.speaker === 'narrator') return undefined
  if (!OPENS_FRONTED.test(words)) return undefined
  const { source, verb } = sentence.attribution
  const name = source ? sides[side].text.slice(source.start, source.end) : ''
  const [lead = '', opening] = frontedBy(name).exec(words) ?? []
  if (opening === undefined) return undefined
  const rest = words.slice(lead.length)
  const isAct = verb !== undefined && rest.startsWith(sides[side].text.slice(verb.start, verb.end))
  // "*In a humanitarian spirit,* the Chinese side will go on": what is said of how belongs to what is said.
  const isLead = isAct || (isPredicate(rest, quote) && ON_TOPIC.test(words))
  return isLead ? { words: rest, opening: opening.replace(CALLED_SO, '“$&”') } : undefined
}

/** What a sentence puts first for both of its halves: a topic that only the second leads to. */
export const inOrderOfTopic = (said: string, answer: string): { said: string; answer: string } => {
  const [lead = '', opening] = LED_TO.exec(answer) ?? []
  if (opening === undefined || LED_TO.test(said)) return { said, answer }
  return { said: `${lowered(opening)}, ${said}`, answer: answer.slice(lead.length) }
}
const LED_TO = new RegExp(`^(${TOPIC}[^,“”";]{2,60}), `, 'u')
