import { actorsOf } from './actors.ts'
import { strengthened } from '../lexicon/reporting-verbs.ts'
import type { Attribution, Language, Side, Speaker } from '../model.ts'
import type { Document, DocumentSentence } from '../text/document.ts'
import { readChinese } from './chinese.ts'
import { NO_CLAUSE, partsOf, type Clause } from './clause.ts'
import { readEnglish } from './english.ts'
import { formsOf, labelOf, NO_FORM } from './forms.ts'
import { likeliestRoles } from './likeliest.ts'
import { capitalsIn } from './name-words.ts'
import { insideOf, type PlaceOf } from './nested.ts'
import { namesIn, speakerOf, type Actor, type Reading, type Readings, type Role } from './signs.ts'
import { Pronouns, type SentenceRead } from './pronouns.ts'
import { isSpeech, sideOf, type Antecedents, type AttributionContext } from './stands-for.ts'
import type { Subject } from './subject.ts'

export interface Attributed {
  speaker: Speaker
  attribution: Attribution
}

/** Whom "he", "they" and "it" mean after a clause. */
const antecedentsAfter = (
  { clause: { subject, meeting }, role }: Actor,
  before: Antecedents,
  context: AttributionContext
): Antecedents => {
  if (subject?.kind === 'together') return { ...before, people: 'both' }
  if (subject?.kind === 'stranger' || subject?.kind === 'pronoun')
    return { ...before, person: sideOfRole(role, context) ?? before.person }
  if (subject?.kind !== 'party') return before
  const side = sideOf(subject, context)
  // "They" may be the people of a government, or it and another; after one person, they are nobody known.
  return subject.named === 'party'
    ? { ...before, people: side, government: side ?? before.government }
    : { ...before, people: meeting ? 'both' : null, person: side ?? before.person }
}

const sideOfRole = (role: Role | null, { side }: AttributionContext): Side | null => {
  const speaker = role && speakerOf(role, side)
  return speaker !== null && isSpeech(speaker) ? speaker : null
}

/** Reads the sentences of a document: their clauses, and whom the subjects stand for. */
export const readingsOf = (
  { text, language, sentences }: Document,
  context: AttributionContext
): Readings => {
  const forms = formsOf({ text, sentences })
  const capitals = language === 'en' ? capitalsIn(sentences) : new Set<string>()
  const read = sentences.map((sentence): SentenceRead => {
    const parts = partsOf(sentence, text, language, context.entities, context.verbs)
    const from = sentence.start + labelOf(text.slice(sentence.start, sentence.end))
    const clauses =
      language === 'en' ? readEnglish(sentence, parts, capitals, from) : readChinese(sentence.tokens, parts)
    return { sentence, parts, clauses }
  })
  const pronouns = new Pronouns(read, context)
  // Until someone is named, "he" is the official of the readout's own side.
  let before: Antecedents = { person: context.side, people: null, government: null }
  return read.map(({ sentence, parts, clauses }, index) => {
    const actors = actorsOf(clauses, before, context, (subject, person) =>
      pronouns.sideOf(sentence.tokens[subject.from]?.text ?? '', person)
    )
    for (const actor of actors) before = antecedentsAfter(actor, before, context)
    const opensParagraph = sentence.paragraph !== sentences[index - 1]?.paragraph
    const form = forms[index] ?? NO_FORM
    return { sentence, parts, names: namesIn(parts, context), actors, opensParagraph, form }
  })
}

const spanOf = ({ start, end }: Subject): { start: number; end: number } => ({ start, end })

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

/** The clause that names whoever a sentence was found to be of, if one does. */
const sourceIn = (actors: readonly Actor[], role: Role): Clause | null => {
  const [main] = actors
  // "China will …; the U.S. side will …": of both, by the two together.
  const isOfHalves =
    role === 'both' &&
    main?.role !== null &&
    actors.some((other) => other.role !== null && other.role !== main?.role)
  if (main && isOfHalves) return main.clause
  const named = actors.find((actor) => actor.role === role && (actor === main || !actor.clause.afterContent))
  return named?.clause ?? null
}

/** Why a sentence is its speaker's. */
const reasonOf = (
  { actors, sentence }: Reading,
  role: Role,
  before: Role | null,
  language: Language
): Attribution => {
  const clause = sourceIn(actors, role)
  if (clause?.subject) {
    const verb = verbOf(clause, sentence, language)
    return { how: 'named', source: spanOf(clause.subject), ...(verb ? { verb } : {}) }
  }
  const [main] = actors
  const isTold = role === 'narrator' && main?.clause.meeting === true
  return { how: isTold ? 'named' : role === before ? 'continued' : 'assumed' }
}

/**
 * Says for each sentence whose statement it reports: by who does what in its clauses, how it is told, and whose
 * statement stands before it.
 *
 * @returns one entry a sentence, in order
 */
export const attribute = (document: Document, context: AttributionContext): Attributed[] => {
  const { language } = document
  const placeOf: PlaceOf = ({ kind, party = null, never = [] }) => {
    if (kind === 'together') return 'both'
    return kind === 'party' ? sideOf({ party, never }, context) : null
  }
  const readings = readingsOf(document, context)
  const roles = likeliestRoles(readings, language, context)
  return readings.map((reading, at) => {
    const role = roles[at] ?? 'narrator'
    const speaker = speakerOf(role, context.side)
    const attribution = reasonOf(reading, role, roles[at - 1] ?? null, language)
    return { speaker, attribution: { ...attribution, ...othersIn(reading, speaker, language, placeOf) } }
  })
}

/** Who is addressed in a statement of one side, and whose words it reports in its turn. */
const othersIn = (
  { sentence, parts, actors }: Reading,
  speaker: Speaker,
  language: Language,
  placeOf: PlaceOf
): Pick<Attribution, 'addressee' | 'within'> => {
  if (!isSpeech(speaker)) return {}
  const { addressee, within } = insideOf(
    sentence.tokens,
    parts,
    actors[0]?.clause ?? NO_CLAUSE,
    language,
    placeOf
  )
  // Whoever speaks does not ask himself: "China must be respected" is no demand on China by China.
  const isOther = addressee && addressee.speaker !== speaker
  return { ...(isOther ? { addressee } : {}), ...(within ? { within } : {}) }
}
