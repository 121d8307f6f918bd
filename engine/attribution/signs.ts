import type { Language, Speaker } from '../model.ts'
import { otherSide, type Side } from '../model.ts'
import { TELLING_CLASSES } from '../syntax/word.ts'
import type { DocumentSentence } from '../text/document.ts'
import type { Clause, Parts } from './clause.ts'
import { accepting } from './cues.ts'
import type { Form } from './forms.ts'
import type { AttributionContext } from './stands-for.ts'
import { sign } from './weighing.ts'

/** Whose statement a sentence may report, as seen from its own readout. */
export const ROLES = ['issuer', 'counterpart', 'both', 'narrator'] as const
export type Role = (typeof ROLES)[number]

export const roleOf = (speaker: Speaker, issuer: Side): Role =>
  speaker === 'both' || speaker === 'narrator' ? speaker : speaker === issuer ? 'issuer' : 'counterpart'

export const speakerOf = (role: Role, issuer: Side): Speaker =>
  role === 'issuer' ? issuer : role === 'counterpart' ? otherSide(issuer) : role

/** A clause with whom its subject stands for. */
export interface Actor {
  clause: Clause
  /** Null where the subject tells of nobody who may speak. */
  role: Role | null
  /** Whom its verb has for an object: "thanked *the Chinese side*"; null where nobody is named. */
  object: Role | null
}

/** How often a sentence names somebody of the issuer, of the other party, and of neither or of nobody knows whom. */
export type Names = Record<'issuer' | 'other' | 'third', number>

/** A sentence as attribution sees it. */
export interface Reading {
  sentence: DocumentSentence
  parts: Parts
  names: Names
  actors: Actor[]
  opensParagraph: boolean
  form: Form
}

/** Whom a sentence names, in its subject or elsewhere. */
export const namesIn = ({ mentions }: Parts, { parties, side }: AttributionContext): Names => {
  const counts = { issuer: 0, other: 0, third: 0 }
  for (const { party } of mentions)
    counts[
      party !== null && party === parties[side]
        ? 'issuer'
        : party !== null && party === parties[otherSide(side)]
          ? 'other'
          : 'third'
    ]++
  return counts
}

/** Readings in the order of their text. */
export type Readings = readonly Reading[]

const QUESTION = 'question'
/** Clauses behind the third tell little, and a list may have dozens. */
const CLAUSES = 3
/** So many sentences at the beginning are told apart from all that follow. */
const OPENING = 3
/** Further back than this it no longer matters how far. */
const FAR = 3
const MANY = 2

const whoIn = (reading: Reading | undefined): string =>
  reading?.actors[0] ? (reading.actors[0].role ?? 'nobody') : 'no clause'

const kindIn = (reading: Reading | undefined): string => {
  const clause = reading?.actors[0]?.clause
  return clause?.subject?.kind ?? (clause?.isStranger ? 'unknown name' : 'thing named')
}

const namedIn = ({ subject }: Clause): string =>
  subject?.kind === 'party'
    ? `${subject.named}${subject.people ? ' people' : ''}`
    : subject?.kind === 'together' && subject.people
      ? 'people'
      : ''

/** Whose thing a clause is about. */
const ownerIn = ({ about }: Clause, { parties, side }: AttributionContext): string =>
  about === null ? 'nobody' : about === parties[side] ? 'issuer' : 'other'

/** What the main clause shows. */
const mainSigns = (reading: Reading, context: AttributionContext): string[] => {
  const { actors, opensParagraph } = reading
  const [actor] = actors
  if (!actor) return ['no clause']
  const { clause, role, object } = actor
  const { tense, passive, hasContent, predicate, topic } = clause
  const [who, kind, named] = [whoIn(reading), kindIn(reading), namedIn(clause)]
  const act = clause.verb?.value.act ?? 'no report'
  const owner = ownerIn(clause, context)
  const signs = [
    sign('main who', who),
    sign('main kind', kind, named, who),
    sign('main tense', who, tense),
    sign('main form', kind, who, tense, hasContent),
    sign('main voice', tense, passive),
    sign('main voice', who, passive),
    sign('main voice', kind, passive),
    sign('main reports', clause.verb !== null, who, kind),
    sign('main act', act, who),
    sign('main place', who, kind, opensParagraph),
    sign('main owner', owner),
    sign('main owner', owner, tense)
  ]
  if (object)
    signs.push(
      sign('main object', object, who),
      sign('main object', object, act),
      sign('main object', object, kind)
    )
  if (passive) signs.push(sign('main done to', who, act))
  if (clause.meeting) signs.push('main tells of meeting', sign('main tells of meeting', kind))
  if (clause.isCopula) signs.push(sign('main copula', who))
  if (hasContent) signs.push(sign('main content', who))
  if (!clause.subject) signs.push(sign('main agentless', tense, passive, opensParagraph))
  if (predicate) signs.push(sign('main verb', predicate), sign('main verb', predicate, who))
  if (topic && (role === null || role === 'both' || role === 'narrator')) signs.push(sign('main noun', topic))
  return signs
}

/** What the clauses behind the first show, and what they show together with it. */
const furtherSigns = ({ actors, sentence }: Reading, language: Language): string[] => {
  const [main] = actors
  const signs: string[] = []
  for (const { clause, role } of actors.slice(1, CLAUSES)) {
    const who = role ?? 'nobody'
    signs.push(
      sign('also who', who),
      sign('also kind', clause.subject?.kind, namedIn(clause), who),
      sign('also tense', who, clause.tense)
    )
    if (clause.hasContent) signs.push(sign('also content', who))
    if (clause.predicate) signs.push(sign('also verb', clause.predicate))
    if (main?.role && role && main.role !== role && role !== 'narrator')
      signs.push(
        sign('another', clause.tense === main.clause.tense),
        sign('another', clause.tense, main.clause.tense, main.clause.verb !== null)
      )
  }
  // "China will examine the licenses; the U.S. side will put off the rule", "he invited her, and she accepted".
  const halves = actors.filter(({ role }) => role === 'issuer' || role === 'counterpart')
  const accepts = accepting[language].findAll(sentence.tokens).length > 0
  if (new Set(halves.map(({ role }) => role)).size > 1) {
    const reports = halves.some(({ clause }) => clause.verb !== null || clause.hasContent)
    const tenses = [...new Set(halves.map(({ clause }) => String(clause.tense)))].sort()
    signs.push('halves', sign('halves report', reports), sign('halves tense', ...tenses))
    if (accepts) signs.push('halves accept')
  }
  if (accepts) signs.push(sign('accepts', main?.clause.verb?.value.act ?? 'no report'))
  if (actors.length > 1) {
    const all = [...new Set(actors.map(({ role }) => role ?? 'nobody'))].sort()
    signs.push(sign('clauses', Math.min(FAR, actors.length), all.join('+')))
  }
  return signs
}

const nameSigns = ({ names, parts }: Reading): string[] => {
  const together = parts.cues.filter(({ value }) => value === 'together').length
  return [
    ...Object.entries(names).map(([who, count]) => sign('names', who, Math.min(MANY, count))),
    sign('names both', names.issuer > 0, names.other > 0),
    sign('says together', Math.min(MANY, together))
  ]
}

/** Back to the sentence that opens a list, so many sentences. */
const LONGEST_LIST = 12

/** The sentence that opens the list a sentence may be of: "The PRC will:". */
const listHead = (readings: Readings, at: number): number => {
  for (let head = at - 1; head >= 0 && at - head <= LONGEST_LIST; head--)
    if (readings[head]?.form.introduces) return head
  return -1
}

/** Who is named in the line before a list, of an item without a subject of its own; null for any other sentence. */
const openerOf = (readings: Readings, at: number): string | null => {
  const head = readings[at]?.form.isBare === true ? listHead(readings, at) : -1
  return head < 0 ? null : whoIn(readings[head])
}

/** Where a sentence stands in the layout of its text. */
const formSigns = (readings: Readings, at: number): string[] => {
  const reading = readings[at]
  if (!reading) return []
  const { form, opensParagraph, sentence } = reading
  const who = whoIn(reading)
  const tense = reading.actors[0]?.clause.tense ?? null
  const signs: string[] = []
  if (form.asks) signs.push('asks', sign('asks', form.exchange))
  if (form.exchange)
    signs.push(
      sign('exchange', form.exchange),
      sign('exchange', form.exchange, who, opensParagraph),
      sign('exchange', form.exchange, who, tense)
    )
  if (form.isItem) signs.push('item', sign('item', who, tense))
  if (form.introduces) signs.push('introduces', sign('introduces', who))
  const head = listHead(readings, at)
  if (head >= 0) {
    const opener = whoIn(readings[head])
    const near = at - head === 1
    signs.push(
      sign('list', opener, form.isItem),
      sign('list', opener, form.isItem, who),
      sign('list', opener, near, opensParagraph, who)
    )
    if (!reading.actors[0]) signs.push(sign('list', opener, 'no clause', sentence.words[0]?.pos))
  }
  return signs
}

/** Words that are no names; in Chinese, characters outside of names. */
const wordSigns = ({ sentence, parts }: Reading, language: Language): string[] => {
  const words =
    language === 'en'
      ? sentence.words.filter(({ pos }) => TELLING_CLASSES.has(pos)).map(({ lemma }) => lemma)
      : sentence.tokens
          .filter(({ start, end }) => !parts.mentions.some((name) => name.start < end && name.end > start))
          .map(({ text }) => text)
  return [...new Set(words)].map((word) => sign('word', word))
}

/** Who is named in the sentences around, whoever speaks in them. */
const aroundSigns = (readings: Readings, at: number): string[] => {
  const reading = readings[at]
  if (!reading) return []
  const [before, next] = [readings[at - 1], readings[at + 1]]
  const [who, kind] = [whoIn(reading), kindIn(reading)]
  const signs: string[] = []
  if (next && !next.opensParagraph) signs.push(sign('next', whoIn(next)), sign('next', whoIn(next), who))
  if (before)
    signs.push(
      sign('before', whoIn(before), who, reading.opensParagraph),
      sign('before', whoIn(before), kindIn(before), kind)
    )
  let first = at
  while (first > 0 && readings[first]?.opensParagraph === false) first--
  if (first !== at) {
    const opening = whoIn(readings[first])
    const tense = reading.actors[0]?.clause.tense ?? null
    signs.push(
      sign('paragraph', opening),
      sign('paragraph', opening, who),
      sign('paragraph', opening, kind, tense)
    )
  }
  let named = at - 1
  while (named >= 0 && ['nobody', 'narrator', 'no clause'].includes(whoIn(readings[named]))) named--
  if (named >= 0) {
    const last = whoIn(readings[named])
    signs.push(
      sign('last named', last, who),
      sign('last named', last, who, Math.min(FAR, at - 1 - named), reading.opensParagraph)
    )
  }
  return signs
}

/** What a sentence shows of whose statement it reports, whoever spoke before: names of signs, in no order. */
export const signsOf = (
  readings: Readings,
  at: number,
  language: Language,
  context: AttributionContext
): string[] => {
  const reading = readings[at]
  if (!reading) return []
  // Whatever a question tells, its asker is nobody.
  if (reading.form.exchange === 'question') return ['always', QUESTION, ...wordSigns(reading, language)]
  const opener = openerOf(readings, at)
  // "Cut its tariff on *U.S.* gas": whoever is named in it does not do it.
  if (opener !== null) return ['always', sign('bare item', opener), ...wordSigns(reading, language)]
  return [
    'always',
    sign('opens paragraph', reading.opensParagraph),
    sign('sentence', Math.min(OPENING, at)),
    ...mainSigns(reading, context),
    ...furtherSigns(reading, language),
    ...nameSigns(reading),
    ...formSigns(readings, at),
    ...aroundSigns(readings, at),
    ...wordSigns(reading, language)
  ]
}

/** What a sentence shows given whose statement the sentence before it reports; null for the first. */
export const signsAfter = (
  readings: Readings,
  at: number,
  before: Role | null,
  context: AttributionContext
): string[] => {
  const reading = readings[at]
  if (!reading) return []
  if (reading.form.exchange === 'question') return [sign('after', before ?? 'nothing', QUESTION)]
  const opener = openerOf(readings, at)
  if (opener !== null) return [sign('after', before ?? 'nothing', 'bare item', opener)]
  const { names } = reading
  const [actor] = reading.actors
  const [who, kind] = [whoIn(reading), kindIn(reading)]
  const tense = actor ? actor.clause.tense : 'no clause'
  const after = sign('after', before ?? 'nothing')
  const signs = [
    after,
    sign(after, reading.opensParagraph),
    sign(after, 'who', who),
    sign(after, 'kind', who, kind),
    sign(after, 'form', who, kind, tense),
    sign(after, 'reports', who, reading.opensParagraph, actor ? actor.clause.verb !== null : 'no clause'),
    sign(after, 'tense', tense),
    sign(after, 'names', names.issuer > 0, names.other > 0, who)
  ]
  if (actor)
    signs.push(
      sign(after, 'content', who, actor.clause.hasContent),
      sign(after, 'owner', ownerIn(actor.clause, context))
    )
  return signs
}
