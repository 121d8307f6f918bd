import { strengthened, type ReportingVerb, type VerbMatchers } from '../lexicon/reporting-verbs.ts'
import type { PhraseMatch } from '../text/phrases.ts'
import { tokenise, type Token } from '../text/tokens.ts'
import type { Attribution, Language, Side, Speaker } from '../model.ts'
import type { Segmentation } from '../text/segment.ts'
import type { EntityIndex } from '../entities/entity-index.ts'
import { mainClause, partsOf, type Clause } from './clause.ts'
import { insideOf, type PlaceOf } from './nested.ts'
import type { Subject } from './subject.ts'

/** Where a readout stands in its comparison. */
export interface AttributionContext {
  language: Language
  /** The place of this readout. */
  side: Side
  /** Party in each place; null where unknown. */
  parties: Record<Side, string | null>
  entities: EntityIndex
  verbs: VerbMatchers
}

export interface Attributed {
  speaker: Speaker
  attribution: Attribution
}

/** What is carried from sentence to sentence. */
interface State {
  speaker: Speaker
  /** The sentence begins a paragraph. */
  opensParagraph: boolean
  /** Side of the last single person or office that spoke; what "he" refers to. */
  person: Side | null
}

/** Acts that only someone who speaks can do; "China supports" may as well be part of a longer statement. */
const SPEECH_ACTS = new Set(['inform', 'raise'])
/** A source this many tokens from the beginning opens its sentence. */
const AT_ONCE = 3
const FUTURE = new Set(['will', 'shall'])
/** After these a verb tells what ought to be or has been, and does not report what was said. */
const BEFORE_CONTENT = new Set([
  ...['have', 'has', 'had', 'should', 'must', 'can', 'could', 'may', 'to', 'not', 'if', 'stay'],
  ...['要', '应', '需', '可', '能', '共', '互']
])
const PASSIVE = new Set(['was', 'were', 'been'])
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

/** A sentence that names its source but has no reporting verb: "The United States will defend …". */
const declared = (subject: Subject, speaker: Speaker, tokens: readonly Token[], state: State): boolean => {
  if (subject.kind !== 'party') return speaker === 'both' && !isSpeech(state.speaker)
  if (!isSpeech(state.speaker)) return true
  // A paragraph of its own with "China will …" is a commitment of China, not more of the speech before it.
  return state.opensParagraph && subject.named === 'party' && FUTURE.has(tokens[subject.to]?.text ?? '')
}

const decide = (
  { verb, subject, meeting }: Clause,
  tokens: readonly Token[],
  state: State,
  context: AttributionContext
): Attributed => {
  const continued: Attributed = { speaker: state.speaker, attribution: { how: 'continued' } }
  const inSpeech = isSpeech(state.speaker) && !state.opensParagraph
  if (meeting) return inSpeech ? continued : { speaker: 'narrator', attribution: { how: 'named' } }
  const speaker = subject && speakerOfSubject(subject, state, context)
  if (!subject || speaker === null) return continued
  const source = { start: subject.start, end: subject.end }
  if (!verb)
    return declared(subject, speaker, tokens, state)
      ? { speaker, attribution: { how: 'named', source } }
      : continued
  // In the middle of a statement "China supports" and "the two sides should" are part of it, not a new source.
  const isCountry = subject.kind === 'party' && subject.named === 'party'
  if (inSpeech && (isCountry || subject.kind === 'together') && !startsAnew(verb, subject, tokens, isCountry))
    return continued
  const before = tokens[verb.from - 1]?.text ?? ''
  // "Foreign Minister X was invited": who did it is the issuer.
  const passive = PASSIVE.has(tokens[verb.from]?.text ?? '') || PASSIVE.has(before)
  const { start, end, value } = verb
  const { lemma, act } = value
  const strength = strengthened(value, before, context.language)
  return {
    speaker: passive && isSpeech(speaker) ? context.side : speaker,
    attribution: { how: 'named', source, verb: { start, end, lemma, act, strength } }
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
  const placeOf: PlaceOf = ({ kind, party = null, never = [] }) => {
    if (kind === 'together') return 'both'
    return kind === 'party' ? sideOf(party, never, context) : null
  }
  let state: State = { speaker: 'narrator', opensParagraph: true, person: null }
  return sentences.map((sentence, index) => {
    const tokens = tokenise(text.slice(sentence.start, sentence.end), sentence.start)
    const parts = partsOf(tokens, text, context.language, context.entities, context.verbs)
    const clause = mainClause(tokens, parts, context.language)
    state = { ...state, opensParagraph: sentence.paragraph !== sentences[index - 1]?.paragraph }
    // The opening tells of the meeting, whatever its verb, unless someone speaks in it at once.
    const opens = index === 0 && clause.verb === null
    const attributed = decide(opens ? { ...clause, meeting: true } : clause, tokens, state, context)
    const { subject } = clause
    const isPerson = subject?.kind === 'party' && subject.named !== 'party'
    const named =
      isPerson && attributed.attribution.how === 'named'
        ? sideOf(subject.party, subject.never, context)
        : null
    // Until someone is named, "he" is the official of the readout's own side.
    state = {
      ...state,
      speaker: attributed.speaker,
      person: named ?? (index === 0 ? context.side : state.person)
    }
    const how =
      attributed.attribution.how === 'continued' && index === 0 ? 'assumed' : attributed.attribution.how
    const inside = isSpeech(attributed.speaker)
      ? insideOf(tokens, parts, clause, context.language, placeOf)
      : {}
    // Whoever speaks does not ask himself: "China must be respected" is no demand on China by China.
    const { addressee, within } = inside
    const isOther = addressee && addressee.speaker !== attributed.speaker
    return {
      speaker: attributed.speaker,
      attribution: {
        ...attributed.attribution,
        how,
        ...(isOther ? { addressee } : {}),
        ...(within ? { within } : {})
      }
    }
  })
}
