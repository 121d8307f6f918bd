import type { Span } from '../model.ts'
import { within } from '../text/spans.ts'
import { countWords } from '../text/words.ts'
import { claimsOf, quoteOf, type ClaimAt } from './claim-pairs.ts'
import type { Quote } from './draft.ts'
import { governed, withCondition } from './governed.ts'
import type { Material } from './material.ts'
import { isParticipleFirst } from './quote-form.ts'
import { whole } from './whole.ts'

/** A claim quoted with all that it hangs on: its subject, its verb, and as much of its sentence as is soon read. */

/** So near the beginning of a claim, in characters, a quotation begins with it. */
const EDGE = 6
/** A sentence of so few words is quoted whole. */
const ROOMY = 34
/** From so few words on a long clause is cut to what is around its strongest words. */
const LEAST_WORDS = 20
const VERB_FIRST = /^(?:and |but )?(?:only |also |further |even |thus )?\p{Ll}+(?:[^s]s|ed)\s/u
/** "*Opposed* any change": a past behind what is said. */
const DONE = /^(?:and |but )?\p{Ll}+ed (?!by\b)/u
/** A verb without a subject, or what only points to what was named before. */
const BARE =
  /^(?:(?:and|but) )?(?:that )?(?:(?:is|are|was|were) (?!ready|willing|prepared|open|committed|concerned|opposed)|(?:will|would|has|have|had)(?: not| never)? (?:been|be) |(?:must|should|ought|can|could|may|might) |(?:they|these|those|this|such|that|it(?! (?:is|was)))\s)/u

/** "*Asked that he* be allowed to go home": whoever is asked for was named before. */
const ASKED_FOR = /^(?:(?:and|but) )?\p{Ll}+ (?:that|for) (?:he|she|they|his|her|their)\b/u

/** "Intruded and, *disregarding* repeated warnings, *collided*": what describes a subject that stands before it. */
const DESCRIBING = /^(?:(?:and|but),? )?\p{Ll}+ing [^,;:“”]{3,60}, (?:\p{Ll}+ly )?\p{Ll}+(?:ed|[^s]s)\s/u

const trimmedEnd = (text: string, { start, end }: Span): Span => ({
  start,
  end: start + text.slice(start, end).replace(/[\s.,。;；，]+$/u, '').length
})

/**
 * Where what asks for a clause begins, without which nobody would know what it is: "*asked that* exit bans no longer be used",
 * "*invited him to* pay a visit", "*renewed a proposal that* each side give notice"; null for none.
 */
const askedThat = (text: string, { claim, passage }: ClaimAt): number | null => {
  const { lead } = claim
  if (!lead) return null
  // "*Explained* how their rights are protected": what is asked or explained is no sentence by itself.
  if (INDIRECT.test(text.slice(lead.end, claim.span.end))) return leadingVerb(text, lead, passage)
  if (!/\b(?:that|to)\s*$/u.test(text.slice(lead.start, lead.end))) return null
  // "*It is imperative that* the U.S. side stop": what is wanted is no sentence by itself.
  if (claim.kind === 'demand' && IT_IS.test(text.slice(lead.start, lead.end))) return lead.start
  const last = passage.words.findLastIndex(({ end }) => end <= lead.end)
  const isOfNoun = passage.words[last]?.text === 'that' && passage.words[last - 1]?.pos === 'NOUN'
  if (!isOfNoun && (claim.kind !== 'demand' || claim.act === null)) return null
  return leadingVerb(text, lead, passage)
}

const INDIRECT = /^(?:how|why|whether)\b/u
const IT_IS = /^(?:and |but )?it (?:is|was|remains) [^,;]{3,40} that\s*$/iu

/** Where the verb stands that leads in what is said: "*reiterated* that policy has not changed"; null where it cannot be told. */
const leadingVerb = (text: string, lead: Span, { sentence }: ClaimAt['passage']): number | null => {
  const { source, verb } = sentence.attribution
  if (verb && within(verb, lead)) return verb.start
  if (source && within(source, lead)) return source.end + 1
  const [joining] = /^(?:and |but )?(?=\p{Ll})/u.exec(text.slice(lead.start, lead.end)) ?? []
  const isAct = joining !== undefined && VERB_FIRST.test(text.slice(lead.start, lead.end))
  return isAct ? lead.start + joining.length : null
}

/** Where what a claim says begins: behind what only leads in, but with what it depends on. */
const beginningOf = (material: Material, at: ClaimAt): number => {
  const { claim, passage } = at
  const { text } = material.sides[passage.side]
  const asked = askedThat(text, at)
  if (asked !== null) return asked
  const after = claim.kind === 'condition' ? claim.span.start : (claim.lead?.end ?? claim.span.start)
  const quote = quoteOf(material, at)
  if (claim.kind !== 'condition' && quote.span.start >= claim.span.start && quote.span.start <= after + EDGE)
    return quote.span.start
  return after + (/[\p{L}\p{N}“"$]/u.exec(text.slice(after))?.index ?? 0)
}

/** Whether words begin with what their source does, so that it need not be quoted. */
const isActOf = ({ claim }: ClaimAt): boolean =>
  claim.act !== null && claim.governor === undefined && claim.actor !== 'other'

/** A claim as it is quoted: to its end, with the clauses that it hangs on; null where these are more than is soon read. */
export const fullClause = (
  material: Material,
  at: ClaimAt,
  words: Span | undefined,
  most: number
): Quote | null => {
  const { passage } = at
  const { text, readout } = material.sides[passage.side]
  if (readout.language !== 'en') return quoteOf(material, at, words)
  const all = claimsOf(material, passage)
  const own = all.indexOf(at)
  let [first, last] = [own, own]
  const isBare = (one: ClaimAt): boolean => {
    const said = text.slice(beginningOf(material, one), one.claim.span.end)
    return (
      BARE.test(said) ||
      DESCRIBING.test(said) ||
      (one.claim.kind === 'demand' && ASKED_FOR.test(said)) ||
      isParticipleFirst(said) ||
      (VERB_FIRST.test(said) && !one.claim.lead && !isActOf(one))
    )
  }
  while (first > 0 && isBare(all[first] ?? at)) first--
  const least = first
  // "That the tampering with a cable … was reckless": a subject is quoted with its verb.
  const hangsOn = (next: ClaimAt | undefined): boolean =>
    next !== undefined &&
    /^[\s,]*$/u.test(text.slice(all[last]?.claim.span.end, next.claim.span.start)) &&
    BARE.test(text.slice(next.claim.span.start, next.claim.span.end))
  while (hangsOn(all[last + 1])) last++
  const shortest = text.slice(beginningOf(material, all[first] ?? at), all[last]?.claim.span.end)
  if (countWords(shortest) > most) {
    const quote = quoteOf(material, at, words)
    const isPart = quote.span.end < at.claim.span.end - EDGE
    return first === own && last === own && !(isPart && most > LEAST_WORDS) ? quote : null
  }
  // As much of the sentence around it as is soon read.
  const isRoomy = (from: number, to: number): boolean => {
    const [one, other] = [all[from], all[to]]
    return (
      one !== undefined &&
      other !== undefined &&
      countWords(text.slice(beginningOf(material, one), other.claim.span.end)) <= Math.min(most, ROOMY)
    )
  }
  // "Noted that no treaty limits them, *and proposed* …": what is done, behind what is said.
  const isAct = ({ claim: { governor, span } }: ClaimAt): boolean =>
    !governor && DONE.test(text.slice(span.start, span.end))
  const isActBehind = (next: ClaimAt | undefined): boolean =>
    next !== undefined &&
    at.claim.lead !== undefined &&
    (isAct(next) || (!next.claim.governor && next.claim.act !== null))
  while (isRoomy(first, last + 1) && !isActBehind(all[last + 1])) last++
  while (isRoomy(first - 1, last)) first--
  while (first < least && isBare(all[first] ?? at)) first++
  const lead = all[first]?.claim.lead
  // "*Reiterated that* policy has not changed, and opposed any change to …": the second is no part of what was reiterated.
  const acts = lead && all.slice(first + 1, last + 1).some(isAct) ? leadingVerb(text, lead, passage) : null
  const from = Math.max(acts ?? beginningOf(material, all[first] ?? at), material.statementStart(passage))
  const end = all[last]?.claim.span.end ?? at.claim.span.end
  const clause = governed(text, passage, { start: from, end }, readout.language)
  const around = whole(text, passage, trimmedEnd(text, clause), material.statementStart(passage))
  const quoted = withCondition(passage, around)
  if (countWords(text.slice(quoted.start, quoted.end)) > most) return null
  const elided = itemsBefore(text, at, all, quoted)
  return elided ? { passage, span: quoted, elided } : { passage, span: quoted }
}

/** So many words of a list are read along; of more the item that is meant is told alone. */
const READ_ALONG = 5

/** "Agreed *to resume the consultations and* to open a line": the items of a list between its verb and the one that is meant; null for none. */
const itemsBefore = (text: string, at: ClaimAt, all: readonly ClaimAt[], quoted: Span): Span | null => {
  const { governor, span } = at.claim
  const isItem = governor !== undefined && /^to\s/u.test(text.slice(span.start, span.end))
  if (!isItem || governor.start >= span.start || span.end > quoted.end) return null
  const [lead = ''] = /^.*?(?=\s+to\s*$)/u.exec(text.slice(governor.start, governor.end)) ?? []
  const start = Math.max(quoted.start, governor.start + lead.length)
  const last = all.find(({ claim }) => claim.span.start > span.start && claim.span.start < quoted.end)
  const isLong = countWords(text.slice(start, span.start)) > READ_ALONG
  return lead !== '' && isLong && last === undefined && start > quoted.start
    ? { start, end: span.start }
    : null
}
