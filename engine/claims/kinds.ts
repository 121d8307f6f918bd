import type { ClaimCue } from '../lexicon/claim-cues.ts'
import { otherSide, type Claim, type ClaimKind, type Side, type Span, type Speaker } from '../model.ts'
import type { PhraseMatch } from '../text/phrases.ts'
import type { Actor, Actors } from './actors.ts'
import type { Part } from './part.ts'

/** Of what kind a claim is, who acts in it and whether it denies: rows, the first that fits decides. */

export interface Reading {
  part: Part
  speaker: Speaker
  /** The act of its reporting verb; null where it has none. */
  act: string | null
  /** Words that tell, in what governs it and in its own words. */
  outer: readonly PhraseMatch<ClaimCue>[]
  inner: readonly PhraseMatch<ClaimCue>[]
  actors: Actors
  /** Whose readout it is, which speaks where nobody else does. */
  issuer: Side
  /** The subject of the claim before, with which one without a subject goes on. */
  inherited: Actor | null
  addressee: Side | 'both' | null
  hasFigure: boolean
  /** Its subject is a name that stands for neither side: "the Security Council". */
  isNamedOther: boolean
  isChinese: boolean
  /** It names nothing but the meeting. */
  tellsOfMeeting: boolean
  /** Behind what its sentence leads in with. */
  content: Span
}

const has = (cues: readonly PhraseMatch<ClaimCue>[], ...wanted: ClaimCue[]): boolean =>
  cues.some(({ value }) => wanted.includes(value))

/** Whoever speaks; the issuer, where the text speaks in its own voice. */
const voiceOf = ({ speaker, issuer }: Reading): Side | 'both' => (speaker === 'narrator' ? issuer : speaker)

/** Whoever is the subject of what is said; null where nobody is named. */
export const subjectOf = (reading: Reading): Actor | null => {
  const { part, actors, content, isChinese, inherited } = reading
  if (part.subject) return actors.firstIn(part.subject)
  return (isChinese ? actors.subjectIn(content) : null) ?? inherited
}

const asserting = (reading: Reading): Actor => {
  const subject = subjectOf(reading)
  return subject !== null && subject !== 'other' ? subject : voiceOf(reading)
}

const doer = (reading: Reading): Actor => {
  const subject = subjectOf(reading)
  if (subject !== null) return subject
  const { content, part } = reading
  return part.subject && part.subject.start >= content.start ? 'other' : voiceOf(reading)
}

/** Whom a demand is for: whoever ought to, else whoever is addressed, else the other side. */
const asked = (reading: Reading): Actor => {
  const { addressee, actors, part, content, isChinese } = reading
  const voice = voiceOf(reading)
  const subject = subjectOf(reading)
  if (subject !== null && subject !== voice) return subject
  if (subject === null && reading.isNamedOther) return 'other'
  const named = actors.otherThan(voice, isChinese ? part.span : content)
  if (named !== null) return named
  const outer = addressee ?? actors.otherThan(voice, part.governor ?? part.lead)
  return outer ?? (voice === 'both' ? 'both' : otherSide(voice))
}

/** Who is to do what is hoped for. */
const hopedFrom = (reading: Reading): Actor => {
  const { actors, content, isChinese, part } = reading
  const voice = voiceOf(reading)
  const subject = part.lead.end > part.lead.start || isChinese ? subjectOf(reading) : null
  return subject ?? actors.otherThan(voice, content) ?? actors.firstIn(content) ?? voice
}

const holder = (reading: Reading): Actor => voiceOf(reading)

const talking = (reading: Reading): Actor => {
  const { speaker, actors, part } = reading
  if (speaker !== 'narrator') return speaker
  return actors.namesBoth(part.span) ? 'both' : (actors.firstIn(part.span) ?? 'both')
}

interface Row {
  kind: ClaimKind
  when: (reading: Reading) => boolean
  actor: (reading: Reading) => Actor
}

const isOwn = (reading: Reading): boolean => asserting(reading) === voiceOf(reading)

const ROWS: readonly Row[] = [
  {
    kind: 'talks',
    when: ({ speaker, act, tellsOfMeeting, outer, inner, part }) => {
      const all = [...outer, ...inner]
      if (act === 'raise' && speaker === 'both') return true
      if (has(all, 'commitment', 'demand', 'hope', 'refuse', 'deny', 'oppose', 'view', 'depends'))
        return false
      if (act === 'raise' || (inner[0]?.value === 'talks' && part.lead.end === part.lead.start)) return true
      return tellsOfMeeting && (speaker === 'narrator' || (speaker === 'both' && act === null))
    },
    actor: talking
  },
  { kind: 'condition', when: ({ outer, inner }) => has([...outer, ...inner], 'depends'), actor: asked },
  { kind: 'warning', when: ({ outer, inner }) => has([...outer, ...inner], 'warning'), actor: holder },
  {
    kind: 'assurance',
    when: (reading) =>
      (has(reading.outer, 'deny') || (reading.isChinese && has(reading.inner, 'deny'))) && isOwn(reading),
    actor: asserting
  },
  { kind: 'hope', when: ({ outer, inner }) => has([...outer, ...inner], 'hope'), actor: hopedFrom },
  {
    kind: 'demand',
    when: ({ outer, inner, act, part, isChinese }) =>
      has(outer, 'demand') ||
      act === 'demand' ||
      part.tense === 'obliged' ||
      (has(inner, 'demand') && (isChinese || part.tense !== 'past' || inner[0]?.value === 'demand')),
    actor: asked
  },
  {
    kind: 'commitment',
    when: ({ inner, part }) => has(inner, 'commitment') && has(inner, 'refuse') && part.tense !== 'past',
    actor: doer
  },
  { kind: 'view', when: ({ outer }) => has(outer, 'deny', 'refuse'), actor: holder },
  {
    kind: 'assurance',
    when: (reading) => has(reading.inner, 'assurance') && reading.speaker !== 'both',
    actor: asserting
  },
  {
    kind: 'view',
    when: ({ act, inner, outer }) =>
      ((act === 'praise' || act === 'criticise') && has([...outer, ...inner], 'view', 'oppose', 'refuse')) ||
      has(inner.slice(0, 1), 'view', 'oppose', 'refuse'),
    actor: holder
  },
  {
    kind: 'commitment',
    when: (reading) =>
      (reading.part.tense === 'future' || has([...reading.outer, ...reading.inner], 'commitment')) &&
      doer(reading) !== 'other' &&
      reading.part.tense !== 'perfect' &&
      !(reading.isChinese && reading.part.tense === 'past'),
    actor: doer
  },
  {
    kind: 'assurance',
    when: (reading) =>
      reading.part.negated &&
      reading.speaker !== 'both' &&
      isOwn(reading) &&
      subjectOf(reading) === voiceOf(reading),
    actor: asserting
  },
  {
    kind: 'fact',
    when: ({ part, hasFigure }) =>
      part.tense === 'past' || part.tense === 'perfect' || (hasFigure && part.tense !== 'possible'),
    actor: doer
  },
  { kind: 'view', when: () => true, actor: asserting }
]

/** Kinds in which a negation denies what is said; a demand to stop asserts that it is to stop. */
const DENIABLE = new Set<ClaimKind>(['fact', 'view', 'assurance', 'talks', 'condition'])

const polarityOf = (kind: ClaimKind, { outer, inner, part }: Reading): Claim['polarity'] => {
  if (kind === 'commitment') return part.negated || has(inner, 'refuse') ? 'refused' : 'asserted'
  if (!DENIABLE.has(kind)) return 'asserted'
  if (kind !== 'assurance' && has([...outer, ...inner], 'refuse')) return 'refused'
  return part.negated || has([...outer, ...inner], 'deny') ? 'denied' : 'asserted'
}

export const readKind = (reading: Reading): Pick<Claim, 'kind' | 'polarity' | 'actor'> => {
  const row = ROWS.find(({ when }) => when(reading))
  const kind = row?.kind ?? 'view'
  return { kind, polarity: polarityOf(kind, reading), actor: row?.actor(reading) ?? 'other' }
}
