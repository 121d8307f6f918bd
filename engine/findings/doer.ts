import { isBase, verbAt } from '../claims/english-verbs.ts'
import { clauseHead, RELATIVES } from '../syntax/clause-heads.ts'
import { isPersonalPronoun, nounPhraseAt } from '../syntax/noun-phrases.ts'
import type { VerbGroup } from '../syntax/verb-groups.ts'
import { firstFrom, type Word } from '../syntax/word.ts'
import { asides } from '../lexicon/claim-cues.ts'
import { otherSide, type Sentence, type Side, type Span } from '../model.ts'
import { overlaps } from '../text/spans.ts'

/** Who does what a quotation begins with, so that no act is told of somebody else. */

/**
 * `speaker` for whoever the sentence is reported of, `other` for the other side; the offset where the quotation has to begin
 * for its subject to stand in it; null where no verb begins it.
 */
export type Doer = 'speaker' | 'other' | number | null

/** A sentence in which somebody acts. */
export interface Acted {
  sentence: Sentence
  side: Side
  words: readonly Word[]
  /** Whom it names, and where. */
  named: readonly (Span & { bearer: Side | 'both' })[]
}

/** A subject has no more words than this. */
const FARTHEST = 30
/** Within these classes a phrase goes on: no subject begins behind them. */
const CLINGING = /^(?:ADP|DET|ADJ|NUM|NOUN|PROPN)$/u

const HYPHEN = /^[-‑–]$/u

/** Whether a phrase may begin at a word: "for some time *the U.S. side*", but not "the U.S. *side*". */
const begins = (words: readonly Word[], at: number): boolean => {
  const before = words[at - 1]
  // "The U.S.-*China* relationship"
  if (before && HYPHEN.test(before.text)) return false
  // "The restriction on leaving *the country* was imposed": the object of a gerund.
  if (before?.pos === 'VERB' && before.text.endsWith('ing') && words[at - 2]?.pos === 'ADP') return false
  if (!before || !CLINGING.test(before.pos) || RELATIVES.has(before.text)) return true
  return words[at]?.pos === 'DET' && (before.pos === 'NOUN' || before.pos === 'PROPN' || before.pos === 'NUM')
}

/** "Attempts to piece together *a bloc* have poisoned …": what is done by what a noun leads to. */
const isOfPurpose = (words: readonly Word[], at: number): boolean =>
  [at - 2, at - 3].some(
    (to) => words[to]?.text === 'to' && isBase(words, to + 1) && words[to - 1]?.pos === 'NOUN'
  ) && words[at - 1]?.pos !== 'SCONJ'

/** Whether what begins at a word is what an infinitive at the head of its clause is done to: "To accuse *China* of delay". */
const isObject = (words: readonly Word[], at: number): boolean =>
  isOfPurpose(words, at) ||
  (words[at - 2]?.text === 'to' &&
    isBase(words, at - 1) &&
    (at === 2 || words[at - 3]?.pos === 'PUNCT' || words[at - 3]?.pos === 'SCONJ'))

/** Where the subject of a finite verb begins; null where none stands right before it. */
export const subjectOf = (words: readonly Word[], verb: VerbGroup): number | null => {
  // "…, never to be the first, and *he* urged": a pronoun is a subject by itself.
  if (isPersonalPronoun(words[verb.from - 1])) return verb.from - 1
  let found: number | null = null
  for (let from = verb.from - 1; from >= Math.max(0, verb.from - FARTHEST); from--) {
    if (words[from]?.text === ';') break
    // "On visas, the Chinese side *expressed* concern that the U.S. side … refuses": another clause.
    if (found !== null && verbAt(words, from) !== null && !RELATIVES.has(words[from - 1]?.text ?? '')) break
    // "Through November 30, *2030,* and President Lu committed": a year is no subject.
    if (words[from]?.pos === 'NUM' && words[from + 1]?.text === ',') continue
    if (!nounPhraseAt(words, from)) continue
    if (clauseHead(words, from)?.verb.from !== verb.from) continue
    if (begins(words, from)) found = isObject(words, from) ? from - 2 : from
    else if (words[from]?.pos === 'DET') found ??= from
  }
  return found
}

/**
 * Where the subject begins that stands behind the nearest "that" and has no verb before a place: "that *the U.S. side*, using
 * … as a pretext, refuses"; null for none.
 */
const behindThat = (words: readonly Word[], at: number): number | null => {
  for (let place = at - 1; place > 0; place--) {
    if (verbAt(words, place) !== null || words[place]?.text === ';') return null
    if (words[place]?.text === 'that' && nounPhraseAt(words, place + 1)) return place + 1
  }
  return null
}

/** The words of a source that is set in between commas, with its commas: "such conduct*, it said,* puts mariners at risk"; null for none. */
const asideIn = ({ words, sentence }: Acted): Pick<VerbGroup, 'from' | 'to'> | null => {
  const { source, verb } = sentence.attribution
  if (!source || !verb) return null
  const from = firstFrom(words, source.start) - 1
  const to = firstFrom(words, verb.end)
  return words[from]?.text === ',' && words[to]?.text === ',' && to > from ? { from, to: to + 1 } : null
}

/** The verbs before a place whose subject may be that of a verb without one, nearest first. */
const before = (passage: Acted, at: number): { from: number; verb: VerbGroup }[] => {
  const { words } = passage
  const aside = asideIn(passage)
  const found: { from: number; verb: VerbGroup }[] = []
  for (let place = at - 1; place >= 0; place--) {
    if (words[place]?.text === ';') break
    if (aside && place >= aside.from && place < aside.to) continue
    const verb = verbAt(words, place)
    if (!verb) continue
    // "Cooperation, *which began early* and bore fruit": the subject is what the clause adds to.
    const from = RELATIVES.has(words[place - 1]?.text ?? '')
      ? 0
      : aside?.to === place
        ? endingAt(words, aside.from)
        : (subjectOf(words, verb) ?? behindThat(words, place))
    if (from !== null) found.push({ from, verb })
  }
  return found
}

/** Where the noun phrase begins that ends before a word; null for none. */
const endingAt = (words: readonly Word[], end: number): number | null => {
  for (let from = end - 1; from >= 0; from--)
    if (nounPhraseAt(words, from)?.to === end && begins(words, from)) return from
  return null
}

/** Pronouns for whoever speaks; "it" and "this" stand for things, or for what was said. */
const PERSONS = /^(?:he|she|they|we|i)$/u

/** What acts for a country, behind its name. */
const ACTING: ReadonlySet<string> = new Set([...asides.persons, ...asides.offices])

/** Whom the words of a subject stand for; null where they tell nobody of the two. */
const standsFor = (passage: Acted, from: number, to: number): 'speaker' | 'other' | null => {
  const { words, sentence, named, side } = passage
  const [first, last] = [words[from], words[to - 1]]
  if (!first || !last) return null
  const span = { start: first.start, end: last.end }
  // "*To accuse China of delay* is contrary to the facts": an act that nobody is said to do.
  const phrase = nounPhraseAt(words, from)
  if (!phrase) return null
  const { source } = sentence.attribution
  if (source && overlaps(source, span)) return 'speaker'
  if (isPersonalPronoun(first) && to - from === 1) return PERSONS.test(first.text) ? 'speaker' : null
  // "*Americans* lost": people, and not their government.
  if (to - from === 1 && first.text.endsWith('s')) return null
  // Names behind a preposition are no subject: "the list *of the U.S. side*".
  const head = { start: span.start, end: words[phrase.to - 1]?.end ?? span.end }
  const [one, second] = named.filter((place) => overlaps(place, head))
  if (!one || second) return null
  // "*The U.S.-Philippines treaty* must not serve": a thing that is called after a country.
  const of = words[phrase.to - 1]
  if (of && of.start >= one.end && of.pos === 'NOUN' && !ACTING.has(of.lemma)) return null
  const speaker = sentence.speaker === 'narrator' ? side : sentence.speaker
  if (one.bearer === speaker) return 'speaker'
  return speaker !== 'both' && one.bearer === otherSide(speaker) ? 'other' : null
}

const BE = /^(?:is|are|was|were)$/u

/** "*Is* Chinese territory", "*is* a country": what somebody or something is said to be, and nothing that anybody does. */
export const isEquation = (words: readonly Word[], { from, to }: VerbGroup): boolean => {
  if (!BE.test(words[from]?.text ?? '') || to > from + 2) return false
  const next = words[to]
  return (
    next !== undefined &&
    (/^(?:DET|NOUN|PROPN|NUM)$/u.test(next.pos) || (next.pos === 'ADJ' && words[to + 1]?.pos === 'NOUN'))
  )
}

/** Verbs whose past is their dictionary form. */
export const UNCHANGED = /^(?:set|put|cut|let|hit|shut|cost|cast|quit|split)$/u

/** "Is on *course to* exceed", "in *order to*": what a noun leads to is not asked for. */
const isOfNoun = (words: readonly Word[], start: number): boolean => {
  const at = firstFrom(words, start)
  return (
    words[at - 1]?.text === 'to' && words[at - 2]?.pos === 'NOUN' && LEADING.has(words[at - 2]?.text ?? '')
  )
}
const LEADING = new Set([
  'course',
  'order',
  'track',
  'way',
  'plan',
  'effort',
  'attempt',
  'intention',
  'right'
])

/** Whether the other side is asked to do what stands at a place. */
export const asksAt = ({ sentence, side, words }: Acted, start: number): boolean =>
  sentence.speaker === side &&
  !isOfNoun(words, start) &&
  !UNCHANGED.test(words.find((word) => word.start >= start)?.text ?? '') &&
  (sentence.claims ?? []).some(
    ({ span, kind, actor }) =>
      kind === 'demand' && actor === otherSide(side) && span.start <= start && start < span.end
  )

/** Who does what begins at a place of an English sentence. */
export const doerAt = (passage: Acted, start: number): Doer => {
  const { words } = passage
  const opens = firstFrom(words, start)
  const opening = words[opens]
  if (opening?.start !== start || opening.capital) return null
  // "This … and *only hardens* their resolve".
  const at = opening.pos === 'ADV' && verbAt(words, opens) === null ? opens + 1 : opens
  const first = words[at]
  if (!first) return null
  const verb = verbAt(words, at)
  const place = (index: number): number => words[index]?.start ?? start
  if (!verb) {
    // "… should keep its word and *stop sending signals*", "*to release the modules*": the verb it hangs on has the subject.
    const isInfinitive = first.text === 'to' && isBase(words, at + 1)
    const hangs = isInfinitive || (isBase(words, at) && !asksAt(passage, start))
    const governing = at > 0 && hangs ? before(passage, at) : []
    const [named] = governing.filter(
      (subject) => standsFor(passage, subject.from, subject.verb.from) !== null
    )
    const whose = named ?? governing[0]
    return whose ? place(whose.from) : null
  }
  const subjects = before(passage, at)
  // "Noted that seizures have fallen, and *pressed for* more": an act of whoever the sentence is reported of.
  const { claims, attribution } = passage.sentence
  const isAct = (claims ?? []).some(
    (claim) => claim.span.start === start && claim.act !== null && !claim.governor && !claim.lead
  )
  // "Pointed out that the U.S. side talks of risk and *keeps tightening*": in the present it is no act of saying.
  const isOfSaying =
    verb.tense === 'past' ||
    attribution.verb?.start === start ||
    (attribution.verb === undefined &&
      subjects.every((one) => standsFor(passage, one.from, one.verb.from) === 'speaker'))
  // "That the U.S. side has politicized trade, *overstretched* the concept": what somebody has done goes on.
  const [nearest] = subjects
  const isOfPerfect =
    verb.from === verb.head &&
    nearest?.verb.tense === 'perfect' &&
    standsFor(passage, nearest.from, nearest.verb.from) !== 'speaker'
  const own = subjectOf(words, verb)
  if (own === null && isAct && isOfSaying && !isOfPerfect && attribution.source && first.pos !== 'AUX')
    return 'speaker'
  if (own !== null) return (isEquation(words, verb) ? null : standsFor(passage, own, at)) ?? place(own)
  // "412 plants *that* were allowed to lapse": what it adds to stands before it.
  if (RELATIVES.has(words[at - 1]?.text ?? '')) return place(0)
  const inserted = behindThat(words, at)
  if (inserted !== null)
    return standsFor(passage, inserted, nounPhraseAt(words, inserted)?.to ?? at) ?? place(inserted)
  if (subjects.length === 0) return at === 0 ? null : place(0)
  // Of "said that the list is long and lacks proof" the verb that is in the same tense has the same subject.
  const isBare = verb.from === verb.head
  const alike = subjects.filter(
    (subject) => subject.verb.tense === verb.tense || (isBare && subject.verb.tense === 'perfect')
  )
  const likely = alike.length > 0 ? alike : subjects
  const [doer, ...others] = likely.map((subject) => standsFor(passage, subject.from, subject.verb.from))
  return doer && others.every((one) => one === doer) ? doer : place(likely[0]?.from ?? 0)
}
