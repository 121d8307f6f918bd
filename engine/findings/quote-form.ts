import { clauseAt, finiteAt, isBase, verbAt } from '../claims/english-verbs.ts'
import { asides, deniers } from '../lexicon/claim-cues.ts'
import { isPastForm, verbGroupAt, type VerbGroup } from '../syntax/verb-groups.ts'
import { firstFrom, type Word } from '../syntax/word.ts'
import { otherSide } from '../model.ts'
import { overlaps } from '../text/spans.ts'
import { wordsOf, type Quote } from './draft.ts'
import { isListItem } from './list-items.ts'
import { wordsInParts } from './list-parts.ts'
import type { Material } from './material.ts'
import { asksAt, doerAt, isEquation, UNCHANGED, type Doer } from './doer.ts'

/** In which grammar a quotation stands in a sentence: as a clause, as what somebody does, as a phrase; and which of its words. */

/**
 * What stands before a quotation and is none of it: a number in a list, a joining word, a time counted from what is not quoted
 * ("*six days later,* a frigate"). Not "*Also* discussed was …": there the subject stands behind.
 */
const LIST_NUMBER =
  /^(?:(?:(?:an?|the|\p{L}+)\s+)?(?:hour|day|week|month|year)s?\s+(?:later|earlier),?\s+|on\s+that\s+(?:day|occasion),?\s+|(?:and|but|or|also(?!\s+\w+\s+(?:is|are|was|were)\b)|then)\s+|(?:first|second|third|fourth|fifth|sixth|lastly|finally),\s+)+/iu
/** What leads in a clause that is quoted: "*that* China will", ", *reiterating that* commitments are". */
const LEAD_IN = /^(?:(?:and |but )?that (?!(?:is|was|has|access|same)\b))(?=\p{L})/u
const ADDED = /^(?:and |but |while )?\p{Ll}+ing that (?=\p{L})/u
const PRONOUN = /^(?:he|she|they)\s+(?:also\s+|further\s+)?/iu
/** Of what one text has the other side say "it" is that side: "*it* has no intention". */
const PRONOUN_OR_IT =
  /^(?:he|she|they|it(?! (?:is|was|remains) (?:hoped|up to|necessary|important|clear|for|time|the|a|in)\b))\s+(?:also\s+|further\s+)?/iu
export const SAYING = asides.verbs.join('|')
/** Sources within a sentence: ", she said", ", the Secretary warned". */
const AFTERWORD = new RegExp(
  `,\\s+(?:(?:(?:he|she|they)|the [\\p{L}’. ]{3,30}|\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+){0,3})\\s+(?:${SAYING}|told [\\p{L} ]{3,20})|(?:${SAYING}) (?:the )?\\p{Lu}[\\p{L}’.-]+(?: \\p{Lu}[\\p{L}’.-]+){0,3})$`,
  'u'
)

/** "Mr. Stanwyck", "President Shen". */
const NAME = String.raw`(?:\p{Lu}[\p{L}.’'-]+ ){0,3}\p{Lu}[\p{L}’'-]+`

/** The same within a clause: "firms that go on selling, *he warned,* will be sanctioned". */
const ASIDE = new RegExp(
  `,\\s+(?:he|she|they|it|the (?:[\\p{L}.]+ ){0,3}(?:${[...asides.persons, ...asides.offices, 'side'].join('|')})|${NAME})\\s+(?:${SAYING}|told)(?: (?:him|her|them|${NAME}))?,(?=\\s)`,
  'u'
)

/** Words without the same in whatever verb their sentence has for it: "Article IV*, she reminded the Foreign Minister,* extends". */
const withoutAside = (material: Material, { passage }: Quote, words: string): string => {
  const { source, verb } = passage.sentence.attribution
  if (!source || verb?.start !== source.end + 1) return words
  const said = material.sides[passage.side].text.slice(source.start, verb.end)
  return /^(?:he|she|they|it) \p{Ll}+$/u.test(said)
    ? words.replace(new RegExp(`,\\s+${said}(?:\\s+[^,;:]{1,40})?,(?=\\s+\\p{Ll})`, 'u'), ' …')
    : words
}

/** What is set into a clause between commas: ", which was due to lapse on July 3,". */
const INSERTED =
  /,\s+(?:which|who|whose|guided|based|including|as|in accordance|at least)\b[^.;]{12,140}?,(?=\s+(?:will|would|has|have|had|is|are|was|were|does|do|did|should|must|can|may|import|remains?)\b)/u
/** A quotation of more words is read without what is set into it. */
const LONG = 16

/** The number of an item within what is agreed: "agreed*, third,* to carry on". */
const ENUMERATED = /,\s+(?:and\s+)?(?:first|second|third|fourth|fifth|sixth|finally|lastly)(?:ly)?,(?=\s)/gu

/** Whether a quotation begins behind a comma: ", *noting that* …"; "demanding that China …" may be what its sentence is about. */
const isAdded = ({ sides }: Material, { passage, span }: Quote): boolean =>
  /,\s*(?:and |but |while )?$/u.test(sides[passage.side].text.slice(passage.sentence.start, span.start))

/** Words as a sentence quotes them, from the first that tells something. */
export const bareWords = (material: Material, quote: Quote): string => {
  const { passage, span, elided } = quote
  const own = { passage, span: { start: span.start, end: elided?.start ?? span.end } }
  const rest = elided
    ? ` … ${wordsOf(material, { passage, span: { start: elided.end, end: span.end } })}`
    : ''
  const begun = `${wordsInParts(material, own)}${rest}`
    .replace(/\s+/gu, ' ')
    .replace(LIST_NUMBER, '')
    .replace(isAdded(material, quote) ? ADDED : '', '')
    .replace(LEAD_IN, '')
    .replace(ASIDE, ' …')
  const words = withoutAside(material, quote, begun).replace(ENUMERATED, ' …').replace(AFTERWORD, '')
  return words.split(' ').length > LONG ? words.replace(INSERTED, ' …') : words
}

/** Words from their verb on, where their subject is whoever is told to say them: "*pressed for* the release", of "The Secretary pressed for …". */
export const withoutSubject = (material: Material, quote: Quote, words: string): string => {
  const { passage, span } = quote
  const { sentence, side } = passage
  const { source } = sentence.attribution
  const { text, readout } = material.sides[side]
  if (!source || readout.language === 'zh' || sentence.speaker === 'narrator') return words
  if (source.start < span.start || source.start > span.start + ARTICLE || source.end >= span.end) return words
  const name = text.slice(span.start, source.end).replace(/\s+/gu, ' ')
  const [adverb = ''] = ADVERB.exec(words.slice(name.length)) ?? []
  const rest = words.slice(name.length + adverb.length)
  if ((sentence.speaker === 'both' && !JOINT.test(name)) || EXPLETIVE.test(words)) return words
  // "*Carver* was operating lawfully": a ship, and not the government that tells of it.
  const isOthers = (sentence.claims ?? []).some(
    (claim) => claim.actor === 'other' && overlaps(claim.span, source)
  )
  if (isOthers && sentence.attribution.verb === undefined) return words
  const isName =
    words.startsWith(name) &&
    words.slice(name.length).startsWith(' ') &&
    !/^ (?:and|,)/u.test(words.slice(name.length))
  // "China *demands* that": a verb of saying is one, whatever the tagger takes it for.
  const isSaying = sentence.attribution.verb?.start === source.end + adverb.length
  return isName && (isSaying || isPredicate(rest, { passage, span: { start: source.end, end: span.end } }))
    ? rest
    : words
}

/** Who stands for both. */
export const JOINT = /\b(?:two|both|sides|leaders|presidents|ministers|governments|delegations|they|each)\b/iu
const EXPLETIVE = /^it (?:is|was|remains) /iu
/** "The" before a name. */
const ARTICLE = 4
const ADVERB = /^ (?:also |further |again |nevertheless |then )?/u

/** Verbs of several things. */
const PLURAL = /^(?:are|were|have|do|don)$/u

/** The verb that words begin with, which have no subject: "does not seek", "must not overstretch"; null for none. */
export const verbIn = (words: string, { passage, span }: Quote): VerbGroup | null => {
  const first = /^[\p{L}’']+/u.exec(words)?.[0] ?? ''
  const at = passage.words.findIndex(
    ({ start, text, capital }) => start >= span.start && text === first.toLowerCase() && !capital
  )
  if (at < 0 || first !== first.toLowerCase()) return null
  const { source } = passage.sentence.attribution
  // "Ms. Boyd *set out* the progress": a past that looks like a dictionary form.
  const isPast = UNCHANGED.test(first) && source?.end === (passage.words[at]?.start ?? 0) - 1
  const verb = isPast ? verbGroupAt(passage.words, at, true) : finiteAt(passage.words, at)
  // "*Are* narrow": what several things are, and no government.
  if (verb && passage.sentence.speaker !== 'both' && PLURAL.test(first)) return null
  const isNone =
    verb &&
    (isOfNoun({ passage, span }, verb) ||
      isEquation(passage.words, verb) ||
      isParticiple(passage.words, verb))
  return isNone ? null : verb
}

/** "Has escorted and *given* safe passage": a participle that is no past tense, whose auxiliary is not quoted. */
const isParticiple = (words: readonly Word[], { from, head }: VerbGroup): boolean =>
  from === head && NO_PAST.test(words[head]?.text ?? '')
const NO_PAST =
  /^(?:and )?(?:given|taken|done|gone|seen|known|shown|drawn|grown|thrown|written|driven|risen|spoken|broken|chosen|fallen|begun|borne|been)(?![\p{L}])/u

/** Whether words begin with such a participle. */
export const isParticipleFirst = (words: string): boolean => NO_PAST.test(words)

/** "*Allied* aircraft": a participle right before its noun, and none of the sentence's acts. */
const isOfNoun = ({ passage: { words, sentence } }: Quote, { from, head }: VerbGroup): boolean => {
  const [word, next] = [words[head], words[head + 1]]
  if (from !== head || !word || next?.pos !== 'NOUN' || !isPastForm(word)) return false
  const { verb } = sentence.attribution
  return (
    !(verb && overlaps(verb, word)) &&
    !(sentence.claims ?? []).some(({ span, act }) => act !== null && overlaps(span, word))
  )
}

/** "Made with forced labor in Xinjiang has no place": a participle whose noun is not quoted. */
const PARTICIPLE =
  /^\w+(?:ed|de|en)\b(?:(?![,;]|\b(?:that|which|who|whom|what|whether|how|why|if|as|when|and|but|to)\b).)*\b(?:is|are|has|have|will|was|were)\b/u

/**
 * Whether words begin with what their source does, and have no subject: "does not seek", "thanked". What must be done is
 * mostly another's: Beijing does not itself “must not overstretch”.
 */
export const isPredicate = (words: string, quote: Quote): boolean => {
  const verb = verbIn(words, quote)
  return verb !== null && verb.tense !== 'obliged' && !PARTICIPLE.test(words)
}

/** "A transition *in which* neither has a veto", "the event, *when* a fighter released flares": the next verb is of what it opens. */
const opensClause = (words: readonly Word[], at: number): boolean =>
  /^(?:which|whom|whose|who|where|when)$/u.test(words[at]?.text ?? '') &&
  (words[at - 1]?.pos === 'ADP' || words[at - 1]?.text === ',')

/** Whether any word of a quotation is a finite verb; "export controls *protect* security" has one in its dictionary form. */
const hasVerb = ({ passage: { words }, span }: Quote): boolean => {
  const first = firstFrom(words, span.start)
  if (clauseAt(words, first) !== null) return true
  let isWithin = false
  for (const [at, { start }] of words.entries()) {
    if (start < span.start || start >= span.end) continue
    if (opensClause(words, at)) isWithin = true
    // "…, in which a cutter crossed the bow, *severed* its array *and injured* two": all of it is of what was opened.
    else if (isWithin && /^(?:PUNCT|CCONJ)$/u.test(words[at - 1]?.pos ?? '') && clauseAt(words, at) !== null)
      isWithin = false
    if (verbAt(words, at) !== null && !isWithin) return true
  }
  return false
}

/** Whether what is quoted is done by neither side. */
const isOfThird = ({ passage: { sentence }, span }: Quote): boolean =>
  (sentence.claims ?? []).find((claim) => overlaps(claim.span, span))?.actor === 'other'

export type Form =
  | 'clause'
  | 'that'
  | 'whose'
  | 'described'
  | 'predicate'
  | 'told'
  | 'others'
  | 'phrase'
  | 'infinitive'
  | 'asked'
  | 'item'
  | 'item:act'

/** Where words of a quotation stand in the text. */
export const startOf = (material: Material, { passage, span }: Quote, words: string): number => {
  const at = material.sides[passage.side].text.slice(span.start, span.end).indexOf(words.split(' ')[0] ?? '')
  return span.start + Math.max(0, at)
}

/** A place so near the beginning of a claim, in characters, begins it. */
export const NEAR = 4

/** The grammar in which words of a quotation stand in a sentence. */
export const formOf = (material: Material, quote: Quote, words: string): Form => {
  if (isListItem(material, quote)) return 'item'
  const form = barelyFormOf(material, quote, words)
  if (form !== 'clause' || verbIn(words, quote) !== null) return form
  const start = startOf(material, quote, words)
  const { text } = material.sides[quote.passage.side]
  const isBehindThat = BEHIND_THAT.test(text.slice(quote.passage.sentence.start, start))
  return AFTER_THAT.test(words) || isBehindThat ? 'that' : form
}

const BEHIND_THAT = /\bthat $/iu

/** A clause that goes on behind "that": not one that begins as its sentence did, nor a question, nor a verb without its subject. */
const AFTER_THAT = /^(?!(?:how|why|whether|what|where|who)\b)\p{Ll}/u

const barelyFormOf = (material: Material, quote: Quote, words: string): Form => {
  const { readout } = material.sides[quote.passage.side]
  if (readout.language === 'zh') return 'clause'
  const verb = verbIn(words, quote)
  if (!verb && isSaidFrom(material, quote, words)) return 'predicate'
  if (FRONTED.test(words) && words.split(' ').length >= CLAUSE) return 'clause'
  if (verb) {
    const doer = doerOf(material, quote, words)
    // "It is hoped that *they should be removed*": what is to be done to something, and by nobody named.
    const isDemanded = verb.tense === 'obliged' && !verb.passive && isDemandedOfOther(quote)
    if (doer === 'other' || isDemanded) return 'others'
    return verb.tense === 'obliged' || (typeof doer === 'number' && isOfThird(quote)) ? 'clause' : 'predicate'
  }
  if (/^to \p{Ll}/u.test(words)) return AS_SUBJECT.test(words) ? 'that' : 'infinitive'
  if (isAsked(quote)) return 'asked'
  const { claims, start, end } = quote.passage.sentence
  const begins = (place: number): boolean => Math.abs(place - quote.span.start) <= NEAR
  const [first] = claims ?? []
  const isMost =
    quote.span.end >= end - NEAR ||
    (first && quote.span.end >= first.span.start + (first.span.end - first.span.start) * MOST)
  if (begins(start) && isMost && words.split(' ').length >= CLAUSE) return 'clause'
  // "*Nothing* in these understandings limits …": a subject that denies its verb, whatever the tagger takes that for.
  if (begins(start) && deniers.en.has(quote.passage.words[0]?.text ?? '')) return 'clause'
  if (!hasVerb(quote) && !isStatement(quote, words)) return 'phrase'
  const isWhole =
    begins(start) ||
    (claims ?? []).some(
      ({ span, lead, governor }) =>
        begins(lead?.end ?? span.start) || begins(span.start) || (governor && begins(governor.start))
    )
  return isWhole || words.split(' ').length >= CLAUSE ? 'clause' : 'phrase'
}

/** "*To ask it to join in negotiations between unequals* is neither fair nor realistic": an infinitive that is a subject. */
const AS_SUBJECT =
  /^to (?:(?![,;]|\b(?:that|which|who|what|if|when|and|but)\b).)* (?:is|was|does|did|has|will|would|can|cannot|must|should) /u

/** Who does what words of a quotation begin with. */
export const doerOf = (material: Material, quote: Quote, words: string): Doer =>
  doerAt(quote.passage, startOf(material, quote, words))

/** "*It* should not use the treaty": of the other side, by a pronoun that is not quoted. */
export const isDemandedOfOther = ({ passage: { sentence, side, words }, span }: Quote): boolean => {
  const claim = (sentence.claims ?? []).find((one) => overlaps(one.span, span))
  const before = words.findLast(({ end }) => end <= span.start)
  return (
    claim?.kind === 'demand' &&
    claim.actor === otherSide(side) &&
    sentence.speaker === side &&
    before?.pos === 'PRON'
  )
}

/** "*On Ukraine, the two sides* support": what is put before a clause. */
const FRONTED =
  /^(?:On|As for|As to|Regarding|Concerning|With regard to|In) [^,]{2,50}, (?:the|both|he|she|they|it|\p{Lu})/u

/** Whether words begin with the verb with which their sentence says who says it: "*demands* that the U.S. side release". */
export const isSaidFrom = (material: Material, quote: Quote, words: string): boolean =>
  quote.passage.sentence.attribution.verb?.start === startOf(material, quote, words)

/** Whether words are all of what a sentence says of somebody: a clause, though no verb of it is known for one. */
const isStatement = ({ passage: { sentence }, span }: Quote, words: string): boolean =>
  words.split(' ').length >= CLAUSE &&
  (sentence.claims ?? []).some(
    (claim) =>
      claim.act !== null &&
      (Math.abs((claim.lead?.end ?? claim.span.start) - span.start) <= NEAR ||
        Math.abs(sentence.start - span.start) <= NEAR) &&
      span.end >= claim.span.end - NEAR
  )

/** From its beginning so much of a sentence's first claim is a clause, whatever the tagger takes its verb for. */
const MOST = 0.4

/** What has so many words and is no list is read as a clause. */
const CLAUSE = 7

/**
 * "She pressed for": the pronoun is the side that the sentence names.
 *
 * @param ofGovernment whether "it" is, too
 */
export const withoutPronoun = (quote: Quote, words: string, ofGovernment = false): string => {
  const rest = words.replace(ofGovernment ? PRONOUN_OR_IT : PRONOUN, '')
  if (rest === words) return words
  // "She *voiced* alarm": what reports it is an act, whatever the tagger takes it for.
  const { source, verb } = quote.passage.sentence.attribution
  const isAct = verb?.start === (source?.end ?? 0) + 1 && rest.startsWith(verb.lemma.slice(0, STEM))
  return isAct || isPredicate(rest, quote) ? rest : words
}

/** So many letters of a verb are the same in its forms. */
const STEM = 3

/** "*Stop sending wrong signals*": what the other side is asked to do, from its verb on. */
const isAsked = (quote: Quote): boolean => startsWithBase(quote) && asksAt(quote.passage, quote.span.start)

/** "Bear a special responsibility", "take into account": a verb whose subject or auxiliary was cut off. */
export const startsWithBase = ({ passage: { words }, span }: Quote): boolean => {
  const at = firstFrom(words, span.start)
  return isBase(words, at) && words[at]?.start === span.start && span.start > (words[0]?.start ?? 0)
}
