import type { ReportingVerb, VerbMatchers } from '../lexicon/reporting-verbs.ts'
import type { PhraseMatch } from '../text/phrases.ts'
import type { Token } from '../text/tokens.ts'
import type { Language } from '../model.ts'
import type { EntityIndex, Mention } from '../entities/entity-index.ts'
import { cues, type Cue } from './cues.ts'
import { firstSubject, subjectBefore, type Subject } from './subject.ts'
import { overlaps } from '../text/spans.ts'

/** A verb further from its subject than this, in tokens, belongs to another clause. */
const REACH: Record<Language, number> = { en: 40, zh: 60 }
/** Where no verb reports anything, the subject is sought among so many tokens at the beginning. */
const OPENING = 6
/** After these an English word that could be a verb is a noun. */
const BEFORE_NOUN = new Set([
  'a',
  'an',
  'the',
  'its',
  'his',
  'her',
  'their',
  'our',
  'this',
  'that',
  'of',
  'no',
  'in'
])
const NOT_ACTIVE = new Set(['is', 'are', 'be'])

/** What a sentence says of its source. */
export interface Clause {
  verb: PhraseMatch<ReportingVerb> | null
  subject: Subject | null
  /** The sentence tells of the meeting itself. */
  meeting: boolean
}

/** What a sentence is made of, as far as attribution can tell. */
export interface Parts {
  mentions: Mention[]
  cues: PhraseMatch<Cue>[]
  /** Reporting verbs, in order. */
  verbs: PhraseMatch<ReportingVerb>[]
}

export const partsOf = (
  tokens: readonly Token[],
  text: string,
  language: Language,
  entities: EntityIndex,
  reportingVerbs: VerbMatchers
): Parts => {
  const mentions = entities.mentionsIn(tokens, text)
  return {
    mentions,
    cues: cues[language].findLongest(tokens),
    verbs: reportingVerbs[language].findLongest(tokens).filter((verb) => isVerb(verb, tokens, mentions))
  }
}

/** Not a participle, not a noun ("the demand"), not a part of a name ("United States"). */
const isVerb = (
  { from, start, end }: PhraseMatch<ReportingVerb>,
  tokens: readonly Token[],
  mentions: readonly Mention[]
): boolean =>
  !(tokens[from]?.text.endsWith('ing') ?? false) &&
  !BEFORE_NOUN.has(tokens[from - 1]?.text ?? '') &&
  !NOT_ACTIVE.has(tokens[from - 1]?.text ?? '') &&
  !mentions.some((mention) => overlaps(mention, { start, end }))

/** The first verb that reports speech or tells of the meeting, with its subject. */
export const mainClause = (
  tokens: readonly Token[],
  { mentions, cues: cueMatches, verbs }: Parts,
  language: Language
): Clause => {
  const subjectAt = (limit: number): Subject | null => {
    const subject = subjectBefore(tokens, limit, mentions, cueMatches, language)
    return subject && limit - subject.to <= REACH[language] ? subject : null
  }
  const meetings = cueMatches.filter(({ value }) => value === 'meeting')
  for (const verb of verbs) {
    const subject = subjectAt(verb.from)
    const meeting = meetings.find(({ from }) => from <= verb.from)
    if (meeting && subjectAt(meeting.from))
      return { verb: null, subject: subjectAt(meeting.from), meeting: true }
    if (subject) return { verb, subject, meeting: subject.kind === 'meetingNoun' }
  }
  const meeting = meetings[0]
  if (meeting) return { verb: null, subject: subjectAt(meeting.from), meeting: true }
  const opening = firstSubject(tokens.slice(0, OPENING), mentions, cueMatches, language)
  return { verb: null, subject: opening, meeting: opening?.kind === 'meetingNoun' && opening.from <= 2 }
}
