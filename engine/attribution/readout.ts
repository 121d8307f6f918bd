import { strengthened } from '../lexicon/reporting-verbs.ts'
import type { Attribution, Language, Side, Speaker } from '../model.ts'
import type { Document, DocumentSentence } from '../text/document.ts'
import { readChinese } from './chinese.ts'
import { NO_CLAUSE, partsOf, type Clause, type Parts } from './clause.ts'
import { readEnglish } from './english.ts'
import { accepting } from './cues.ts'
import { insideOf, type PlaceOf } from './nested.ts'
import {
  isPerson,
  isSpeech,
  sideOf,
  speakerOfSubject,
  type AttributionContext,
  type State
} from './stands-for.ts'
import type { Subject } from './subject.ts'

export interface Attributed {
  speaker: Speaker
  attribution: Attribution
}

/** A clause with whoever it names, and how far that tells whose statement it is. */
interface Named {
  clause: Clause
  subject: Subject
  speaker: Speaker
}

/** Acts that only someone who speaks can do; "China supports" may as well be part of a longer statement. */
const SPEECH_ACTS = new Set(['inform', 'raise'])
const INVITING = 'request'
const JOINT_ACTS = new Set(['raise', 'agree', 'praise', 'inform', 'commit', 'request'])
/** A source this many tokens from the beginning opens its sentence. */
const AT_ONCE = 3
/** After these a Chinese verb tells what ought to be or has been, and does not report what was said. */
const BEFORE_CONTENT = new Set(['要', '应', '需', '可', '能', '共', '互'])

/** Words on either side of a Chinese clause's middle in which a modal may stand. */
const MODAL_REACH = 2

/** 双方*应*加强, 双方*共*同: right behind the subject or right before the verb. */
const isModified = (
  { tokens }: DocumentSentence,
  subject: Subject,
  verb: NonNullable<Clause['verb']>
): boolean =>
  tokens
    .slice(subject.to, verb.from)
    .some(
      ({ text }, at, between) =>
        BEFORE_CONTENT.has(text) && (at < MODAL_REACH || at >= between.length - MODAL_REACH)
    )

/**
 * Whether a government or "the two sides", named while somebody speaks, is the source of another statement, and not what
 * the speaker talks about: "China should", "the two countries share", "the United States has imposed" are more of his.
 */
const startsAnew = (
  { clause, subject, speaker }: Named,
  sentence: DocumentSentence,
  state: State,
  issuer: Side
): boolean => {
  const { verb, tense } = clause
  if (tense === 'obliged' || tense === 'possible') return false
  // "The United States has given up none of its controls", in its own text after what the other side undertook.
  if (subject.kind === 'party' && speaker === issuer && !state.byPerson && tense !== null) return true
  const atOnce = subject.from - clause.from <= AT_ONCE
  const act = verb?.value.act ?? ''
  // "The Chinese side will withdraw …" after what the U.S. side said: a commitment is of whoever makes it.
  if (tense === 'future' && subject.kind !== 'plural') return atOnce || state.opensParagraph
  if (tense === 'perfect' && subject.kind === 'together') return false
  if (verb && isModified(sentence, subject, verb)) return false
  if (subject.kind === 'plural' && !verb) return false
  if (subject.kind !== 'party' && subject.kind !== 'thing') {
    if (subject.kind === 'together' && subject.people === true && atOnce && tense !== null) return true
    if (!verb) return state.opensParagraph && tense === 'past'
    return act === 'raise' || state.opensParagraph || (JOINT_ACTS.has(act) && atOnce)
  }
  // "The U.S. side spoke positively of …": what a government's people did in these talks, whatever the verb.
  if (tense === 'past' && subject.kind === 'party' && subject.people === true && atOnce) return true
  if (!verb) return clause.hasContent && tense === 'past'
  return (
    state.opensParagraph ||
    (SPEECH_ACTS.has(act) && atOnce && verb.from - subject.to <= AT_ONCE) ||
    speaker === state.speaker
  )
}

/** Whether a clause names the source of its sentence, given who spoke before. */
const isSource = (named: Named, sentence: DocumentSentence, state: State, issuer: Side): boolean => {
  const { clause, subject, speaker } = named
  const inSpeech = isSpeech(state.speaker) && state.speech
  if (subject.kind === 'jointBody') return clause.tense === 'future'
  if (isPerson(subject))
    // "He is ready to work": in a speech what is told of somebody in the present is part of it.
    return (
      !inSpeech ||
      clause.verb !== null ||
      (clause.tense !== null && clause.tense !== 'present') ||
      clause.hasContent
    )
  if (subject.kind === 'plural' && clause.tense === 'present') return false
  if (inSpeech) return startsAnew(named, sentence, state, issuer)
  // What a government ought to do, the other side says.
  if (clause.tense === 'obliged' && subject.kind === 'party') return false
  if (subject.kind === 'thing')
    return !clause.passive && (clause.tense === 'future' || clause.tense === 'past')
  return clause.verb !== null || clause.tense !== null || subject.kind === 'party' || speaker === 'both'
}

const verbOf = ({ verb }: Clause, { tokens }: DocumentSentence, language: Language): Attribution['verb'] => {
  if (!verb) return undefined
  const { start, end, value } = verb
  const { lemma, act } = value
  return {
    start,
    end,
    lemma,
    act,
    strength: strengthened(value, tokens[verb.from - 1]?.text ?? '', language)
  }
}

const decide = (
  clauses: readonly Clause[],
  sentence: DocumentSentence,
  language: Language,
  state: State,
  context: AttributionContext
): Attributed => {
  const continued: Attributed = { speaker: state.speaker, attribution: { how: 'continued' } }
  const inSpeech = isSpeech(state.speaker) && !state.opensParagraph
  const [main] = clauses
  if (!main) return continued
  // "His counterparts were …": who met.
  if (main.subject?.kind === 'counterpart' && !main.verb && main.isCopula)
    return { speaker: 'narrator', attribution: { how: 'named' } }
  if (main.meeting) {
    const isContent = main.subject ? !isPerson(main.subject) : !main.isStranger
    return inSpeech && isContent ? continued : { speaker: 'narrator', attribution: { how: 'named' } }
  }
  const sources = clauses.flatMap((clause): Named[] => {
    const { subject } = clause
    const speaker = subject && speakerOfSubject(subject, state, context)
    if (!subject || speaker === null || (clause.afterContent && clause !== main)) return []
    const named = { clause, subject, speaker }
    return isSource(named, sentence, state, context.side) ? [named] : []
  })
  const [first] = sources
  if (first?.clause !== main) {
    // "American export controls were not up for negotiation", after what both did: the issuer's own affair.
    const isOwn = main.about !== null && main.about === context.parties[context.side]
    return isOwn && state.speaker !== 'narrator' && !state.byPerson
      ? { speaker: context.side, attribution: { how: 'continued' } }
      : impersonal(main, continued, context.side)
  }
  const { clause, subject } = first
  const verb = verbOf(clause, sentence, language)
  // "Foreign Minister X was invited": who did it is the issuer.
  const isDoneTo = clause.passive && clause.tense === 'past'
  const speaker = isDoneTo && isSpeech(first.speaker) ? context.side : first.speaker
  // "China will examine the licenses; the U.S. side will put off the rule", "he invited her, and she accepted": of both.
  const isCommitment = verb === undefined && !clause.hasContent
  const isOfBoth =
    isSpeech(first.speaker) &&
    ((isCommitment && sources.some((other) => isSpeech(other.speaker) && other.speaker !== first.speaker)) ||
      (verb?.act === INVITING && accepting[language].findAll(sentence.tokens).length > 0))
  return {
    speaker: isOfBoth ? 'both' : speaker,
    attribution: { how: 'named', source: spanOf(subject), ...(verb ? { verb } : {}) }
  }
}

/** "It was agreed that …", "Views were exchanged": what was done together, by nobody named. */
const impersonal = (
  { passive, verb, tense, subject }: Clause,
  continued: Attributed,
  issuer: Side
): Attributed =>
  passive &&
  tense === 'past' &&
  (!subject || subject.kind === 'thing') &&
  verb &&
  JOINT_ACTS.has(verb.value.act) &&
  verb.value.act !== 'inform'
    ? { speaker: verb.value.act === 'raise' ? issuer : 'both', attribution: { how: 'named' } }
    : continued

const spanOf = ({ start, end }: Subject): { start: number; end: number } => ({ start, end })

const clausesOf = (sentence: DocumentSentence, parts: Parts, language: Language): Clause[] =>
  language === 'en' ? readEnglish(sentence, parts) : readChinese(sentence.tokens, parts)

/**
 * Says for each sentence whose statement it reports. A sentence that names no source of its own goes on with the
 * statement before it; the opening is the issuer's own narration until someone speaks.
 *
 * @returns one entry a sentence, in order
 */
export const attribute = (document: Document, context: AttributionContext): Attributed[] => {
  const { text, language, sentences } = document
  const placeOf: PlaceOf = ({ kind, party = null, never = [] }) => {
    if (kind === 'together') return 'both'
    return kind === 'party' ? sideOf({ party, never }, context) : null
  }
  let state: State = {
    speaker: 'narrator',
    opensParagraph: true,
    person: null,
    people: null,
    government: null,
    speech: false,
    byPerson: false
  }
  return sentences.map((sentence, index) => {
    const parts = partsOf(sentence, text, language, context.entities, context.verbs)
    const clauses = clausesOf(sentence, parts, language)
    const clause = clauses[0] ?? NO_CLAUSE
    state = { ...state, opensParagraph: sentence.paragraph !== sentences[index - 1]?.paragraph }
    // The opening tells of the meeting, whatever its verb, unless someone speaks in it at once.
    const opens = index === 0 && clause.verb === null
    const attributed = decide(
      opens ? [{ ...clause, meeting: true }] : clauses,
      sentence,
      language,
      state,
      context
    )
    state = { ...state, ...heardIn(clause, attributed, index === 0, state, context) }
    const how =
      attributed.attribution.how === 'continued' && index === 0 ? 'assumed' : attributed.attribution.how
    const inside = isSpeech(attributed.speaker)
      ? insideOf(sentence.tokens, parts, clause, language, placeOf)
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

/** What a sentence leaves for the next: who spoke, and whom "he", "they" and "it" mean. */
const heardIn = (
  { subject, hasContent }: Clause,
  { speaker, attribution }: Attributed,
  isFirst: boolean,
  state: State,
  context: AttributionContext
): Omit<State, 'opensParagraph'> => {
  const isNamed = attribution.how === 'named'
  const named = subject?.kind === 'party' && isNamed ? sideOf(subject, context) : null
  const isOne = subject?.kind === 'party' && subject.named !== 'party'
  const speech = isNamed
    ? attribution.verb !== undefined || hasContent || (state.speech && state.speaker === speaker)
    : state.speech
  // "China will buy …", told as a fact, is no speech that the next sentence could go on with.
  const isDeclared = isNamed && isSpeech(speaker) && !speech
  return {
    speaker: isDeclared ? context.side : speaker,
    // Until someone is named, "he" is the official of the readout's own side.
    person: isOne && named ? named : isFirst ? context.side : state.person,
    people: subject === null || subject.kind === 'plural' ? state.people : isOne ? null : named,
    government: subject?.kind === 'party' && !isOne ? (named ?? state.government) : state.government,
    speech,
    byPerson:
      isNamed && subject ? isPerson(subject) && isSpeech(speaker) : state.byPerson && isSpeech(speaker)
  }
}
