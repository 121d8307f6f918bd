import { reportingVerbs, strengthened, type ReportingVerb } from '../lexicon/reporting-verbs.ts'
import type { PhraseMatch } from '../match/phrases.ts'
import { tokenise, type Token } from '../match/tokens.ts'
import type { Attribution, Language, Side, Speaker } from '../model.ts'
import type { Segmentation } from '../segment/segment.ts'
import type { Cast, Mention } from './cast.ts'
import { cues } from './cues.ts'
import { firstSubject, subjectBefore, type Subject } from './subject.ts'

/** Where a readout stands in its comparison. */
export interface AttributionContext {
  language: Language
  /** The place of this readout. */
  side: Side
  /** Party in each place; null where unknown. */
  parties: Record<Side, string | null>
  cast: Cast
}

export interface Attributed {
  speaker: Speaker
  attribution: Attribution
}

/** What is carried from sentence to sentence. */
interface State {
  speaker: Speaker
  paragraph: number
  /** Side of the last single person or office that spoke; what "he" refers to. */
  person: Side | null
}

/** Acts that only someone who speaks can do; "China supports" may as well be part of a longer statement. */
const SPEECH_ACTS = new Set(['inform', 'raise'])
/** A verb further from its subject than this, in tokens, belongs to another clause. */
const REACH: Record<Language, number> = { en: 40, zh: 60 }
/** A subject within so many tokens of the beginning can make an unattributed sentence its own side's statement. */
const OPENING = 6
/** A source this many tokens from the beginning opens its sentence. */
const AT_ONCE = 3
const FUTURE = new Set(['will', 'shall'])
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
/** After these a verb tells what ought to be or has been, and does not report what was said. */
const BEFORE_CONTENT = new Set([
  ...['have', 'has', 'had', 'should', 'must', 'can', 'could', 'may', 'to', 'not', 'if', 'stay'],
  ...['要', '应', '需', '可', '能', '共', '互']
])
const PASSIVE = new Set(['was', 'were', 'been'])
const NOT_ACTIVE = new Set(['is', 'are', 'be'])
const JOINT_ACTS = new Set(['raise', 'agree', 'praise', 'inform', 'commit', 'request'])

/** The place of a party or an office; an office that several have is the other side's if this side has none such. */
const sideOf = (party: string | null, never: readonly string[], context: AttributionContext): Side | null => {
  const { parties, side } = context
  if (party !== null) return party === parties.us ? 'us' : party === parties.cn ? 'cn' : null
  const possible = (['us', 'cn'] as const).filter((place) => {
    const id = parties[place]
    return id === null || !never.includes(id)
  })
  const [only] = possible
  return possible.length === 1 && only !== undefined ? only : side
}

const isSpeech = (speaker: Speaker): speaker is Side => speaker === 'us' || speaker === 'cn'

interface Clause {
  verb: PhraseMatch<ReportingVerb> | null
  subject: Subject | null
  /** The sentence tells of the meeting itself. */
  meeting: boolean
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
  !mentions.some((mention) => mention.start < end && start < mention.end)

/** The first verb that reports speech or tells of the meeting, with its subject. */
const mainClause = (tokens: readonly Token[], text: string, context: AttributionContext): Clause => {
  const { language, cast } = context
  const mentions = cast.mentionsIn(tokens, text)
  const cueMatches = cues[language].findLongest(tokens)
  const subjectAt = (limit: number): Subject | null => {
    const subject = subjectBefore(tokens, limit, mentions, cueMatches, language)
    return subject && limit - subject.to <= REACH[language] ? subject : null
  }
  const verbs = reportingVerbs[language].findLongest(tokens).filter((verb) => isVerb(verb, tokens, mentions))
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

/** The speaker that a subject stands for, given who spoke last; null where it does not tell. */
const speakerOfSubject = (subject: Subject, state: State, context: AttributionContext): Speaker | null => {
  switch (subject.kind) {
    case 'together':
      return 'both'
    case 'plural':
      return isSpeech(state.speaker) ? state.speaker : 'both'
    case 'pronoun':
      return state.person ?? (isSpeech(state.speaker) ? state.speaker : null)
    case 'party':
      return sideOf(subject.party, subject.never, context)
    case 'meetingNoun':
      return 'narrator'
  }
}

/** Whether a country or "the two sides" in the middle of a paragraph is the source of another statement. */
const startsAnew = (
  verb: PhraseMatch<ReportingVerb>,
  subject: Subject,
  tokens: readonly Token[],
  isCountry: boolean
): boolean => {
  if (tokens.slice(subject.to, verb.from).some(({ text }) => BEFORE_CONTENT.has(text))) return false
  if (!isCountry && verb.value.act === 'raise') return true
  const atOnce = subject.from <= AT_ONCE
  return isCountry
    ? SPEECH_ACTS.has(verb.value.act) && atOnce && verb.from - subject.to <= AT_ONCE
    : JOINT_ACTS.has(verb.value.act) && atOnce
}

const decide = (
  clause: Clause,
  tokens: readonly Token[],
  state: State,
  context: AttributionContext
): Attributed => {
  const { verb, subject, meeting } = clause
  const continued: Attributed = { speaker: state.speaker, attribution: { how: 'continued' } }
  const newParagraph = state.paragraph < 0
  const inSpeech = isSpeech(state.speaker) && !newParagraph
  if (meeting)
    return isSpeech(state.speaker) && inSpeech
      ? continued
      : { speaker: 'narrator', attribution: { how: 'named' } }
  if (!subject) return continued
  const speaker = speakerOfSubject(subject, state, context)
  if (speaker === null) return continued
  const source = { start: subject.start, end: subject.end }
  const isCountry = subject.kind === 'party' && subject.named === 'party'
  if (!verb) {
    if (subject.kind !== 'party')
      return speaker === 'both' && !isSpeech(state.speaker)
        ? { speaker, attribution: { how: 'named', source } }
        : continued
    const declares = FUTURE.has(tokens[subject.to]?.text ?? '')
    if (isSpeech(state.speaker) && !(newParagraph && declares && isCountry)) return continued
    return { speaker, attribution: { how: 'named', source } }
  }
  // In the middle of a statement "China supports" and "the two sides should" are part of it, not a new source.
  if (inSpeech && (isCountry || subject.kind === 'together') && !startsAnew(verb, subject, tokens, isCountry))
    return continued
  const before = tokens[verb.from - 1]?.text ?? ''
  // "Foreign Minister X was invited": who did it is the issuer.
  const passive = PASSIVE.has(tokens[verb.from]?.text ?? '') || PASSIVE.has(before)
  return {
    speaker: passive && isSpeech(speaker) ? context.side : speaker,
    attribution: {
      how: 'named',
      source,
      verb: {
        start: verb.start,
        end: verb.end,
        lemma: verb.value.lemma,
        act: verb.value.act,
        strength: strengthened(verb.value, before, context.language)
      }
    }
  }
}

/**
 * Says for each sentence whose statement it reports. A sentence that names no source of its own goes on with the
 * statement before it; the opening is the issuer's own narration until someone speaks.
 *
 * @returns one entry a sentence, in order
 */
export const attribute = (
  text: string,
  { sentences }: Segmentation,
  context: AttributionContext
): Attributed[] => {
  let state: State = { speaker: 'narrator', paragraph: -1, person: null }
  return sentences.map((sentence, index) => {
    const tokens = tokenise(text.slice(sentence.start, sentence.end), sentence.start)
    const clause = mainClause(tokens, text, context)
    const fresh = sentence.paragraph !== state.paragraph
    // The opening tells of the meeting, whatever its verb, unless someone speaks in it at once.
    const opens = index === 0 && clause.verb === null
    const attributed = decide(
      opens ? { ...clause, meeting: true } : clause,
      tokens,
      fresh ? { ...state, paragraph: -1 } : state,
      context
    )
    const { subject } = clause
    const isPerson =
      subject?.kind === 'party' && subject.named !== 'party' && attributed.attribution.how === 'named'
    const named = isPerson ? sideOf(subject.party, subject.never, context) : null
    const person = named ?? (index === 0 ? context.side : state.person)
    state = { speaker: attributed.speaker, paragraph: sentence.paragraph, person }
    return attributed.attribution.how === 'continued' && index === 0
      ? { ...attributed, attribution: { how: 'assumed' } }
      : attributed
  })
}
