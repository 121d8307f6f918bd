import data from '../lexicon/data/topic-choice.json' with { type: 'json' }
import type { SentenceDraft } from '../draft.ts'
import type { ConceptUse, Lexicon } from '../lexicon/lexicon.ts'
import { NARRATION_TOPIC, SPEECH_TOPIC } from '../lexicon/topics.ts'
import { bearingOf } from '../meaning/bearing.ts'
import { standingContent } from '../meaning/withdrawn.ts'
import { onceFor } from '../once-for.ts'
import { rounded } from '../rounded.ts'
import type { Token } from '../text/tokens.ts'
import { FieldWords } from './field-words.ts'
import { logChance, readingSigns, topicChances } from './reading.ts'
import { surroundingsOf } from './surroundings.ts'

/** What speaks for a topic being the first of a sentence. */
export const CHOICE_FEATURES = [
  'weighed',
  'weightiest',
  'strongest',
  'further',
  'first',
  'place',
  'leads',
  'beside',
  'office',
  'firstPart',
  'frameOfList',
  'listed',
  'specific',
  'alone',
  'carried',
  'carriedUnnamed',
  'carriedInParagraph',
  'carriedGeneric',
  'carriedNarration',
  'before',
  'speechUnnamed',
  'subject',
  'subjectUnnamed',
  'speechAfterNarration',
  'narrationOfOne',
  'words',
  'wordsUnnamed',
  'read',
  'narrates',
  'joint',
  'opens',
  'unnamed'
] as const
export type ChoiceFeatures = Record<(typeof CHOICE_FEATURES)[number], number>

export interface ChoiceModel {
  weights: Record<string, number>
  /** What each topic is worth by itself; of topics of the reader's own nothing is known. */
  topics: Record<string, number>
}

export const choiceModel: ChoiceModel = data.model

/** A topic that a sentence may be about. */
export interface Candidate {
  id: string
  features: ChoiceFeatures
  /** How strongly its concepts name it. */
  sum: number
}

/** From this number of specific topics on a sentence is a list of fields, in which order decides. */
const LIST = 3
/** What the further concepts of a topic add to its strongest: a list of three matters is first about its first. */
const REST = 0.3
/** What a generic topic counts beside a specific one: a sentence on Taiwan that also names the relationship. */
const GENERIC_FACTOR = 0.95
/** How much the first concept of a sentence counts more than the last: what comes first is what it is about. */
const FIRST_BONUS = 0.5
/** What each topic of a list counts where the sentence first names its frame: what it says of these fields. */
const LISTED = 0.5
/** Weight of a topic carried over from the sentence before. */
const CARRIED = 0.8
/** From this weight on a topic is a matter of the sentence's own. */
const OWN_MATTER = 0.3
/** A name of an office tells so little of its matter. */
const IN_OFFICE = 0.2

interface Named {
  /** Weights of its concepts, each more the nearer it stands to the beginning. */
  weights: number[]
  strongest: number
  all: number
  first: number
  place: number
  leads: boolean
  beside: boolean
  office: boolean
  parts: number
  frame: boolean
}

const fieldWords = onceFor((lexicon: Lexicon) => new FieldWords(lexicon.concepts))

const namedIn = (
  uses: readonly ConceptUse[],
  { text, start }: SentenceDraft,
  tokens: readonly Token[]
): Map<string, Named> => {
  const placeOf = surroundingsOf(text, start, tokens)
  const named = new Map<string, Named>()
  for (const [order, { concept, spans }] of uses.entries()) {
    const span = spans[0]
    if (!span) continue
    const around = placeOf(span)
    const known: Named = named.get(concept.topic) ?? {
      weights: [],
      strongest: 0,
      all: 0,
      first: order,
      place: (span.start - start) / Math.max(1, text.length),
      leads: false,
      beside: true,
      office: true,
      parts: around.parts,
      frame: false
    }
    const weight = concept.weight * (around.isOffice ? IN_OFFICE : 1)
    known.strongest = Math.max(known.strongest, weight)
    known.all += weight
    known.weights.push(weight * (1 + FIRST_BONUS * (1 - (span.start - start) / Math.max(1, text.length))))
    known.leads ||= around.leads && !around.isOffice
    known.beside &&= around.isBeside
    known.office &&= around.isOffice
    known.frame ||= concept.frame
    named.set(concept.topic, known)
  }
  return named
}

/** How strongly concepts name each topic, what the sentence goes on with among them. */
const weighedIn = (
  named: ReadonlyMap<string, Named>,
  carried: string | undefined,
  narrates: boolean,
  lexicon: Lexicon
): Map<string, number> => {
  const fields = [...named].filter(([id]) => !lexicon.isGeneric(id))
  const isList = fields.length >= LIST
  const firstField = Math.min(...fields.map(([, { first }]) => first))
  const framed = isList && [...named.values()].some(({ frame, first }) => frame && first < firstField)
  const weighed = new Map(
    [...named].map(([id, { weights }]) => {
      const isField = !lexicon.isGeneric(id)
      const strongest = Math.max(...weights)
      const all = weights.reduce((sum, weight) => sum + weight, 0)
      // The tone of the talks, and in a framed list the fields, are not what a list is first about.
      const isBeside = isList && (id === NARRATION_TOPIC || (framed && isField))
      const further = isList && isField ? 0 : REST
      const factor = (isBeside ? LISTED : 1) * (isField ? 1 : GENERIC_FACTOR)
      return [id, factor * (strongest + further * (all - strongest))]
    })
  )
  // A sentence that names a matter of its own, be it a general one, does not go on with another.
  const namesAnother = [...weighed].some(
    ([id, weight]) => id !== SPEECH_TOPIC && id !== carried && weight >= OWN_MATTER
  )
  if (carried !== undefined && !lexicon.isGeneric(carried) && !namesAnother)
    weighed.set(carried, (weighed.get(carried) ?? 0) + CARRIED)
  if (narrates) weighed.set(NARRATION_TOPIC, (weighed.get(NARRATION_TOPIC) ?? 0) + CARRIED)
  return weighed
}

/** What stands before a sentence. */
export interface Before {
  sentence: SentenceDraft
  /** First topic of it. */
  topic: string
}

/** How a sentence stands in its text. */
export interface Standing {
  isFirst: boolean
  /** Share of each specific topic among all that the text names. */
  subjects: ReadonlyMap<string, number>
}

/** What a text is about: how often its sentences name each specific topic, as a share. */
export const subjectsOf = (
  tokens: readonly (readonly Token[])[],
  lexicon: Lexicon
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  let all = 0
  for (const sentence of tokens)
    for (const topic of new Set(lexicon.conceptsIn(sentence).map(({ concept }) => concept.topic)))
      if (topic !== NARRATION_TOPIC && topic !== SPEECH_TOPIC) {
        counts.set(topic, (counts.get(topic) ?? 0) + 1)
        all++
      }
  return new Map([...counts].map(([topic, count]) => [topic, count / all]))
}

/** All topics that a sentence could be about, with what speaks for each. */
export const candidatesOf = (
  sentence: SentenceDraft,
  tokens: readonly Token[],
  before: Before | undefined,
  { isFirst, subjects }: Standing,
  lexicon: Lexicon
): Candidate[] => {
  const uses = lexicon.conceptsIn(tokens)
  const named = namedIn(uses, sentence, tokens)
  const specific = [...named].filter(([id, { office }]) => !lexicon.isGeneric(id) && !office)
  const isList = specific.length >= LIST
  const earliest = Math.min(...[...named.values()].filter(({ office }) => !office).map(({ first }) => first))
  const earliestField = Math.min(...specific.map(([, { first }]) => first))
  const content = standingContent(tokens, lexicon)
  const near = fieldWords(lexicon).of(content)
  const chances = topicChances(readingSigns(uses, content, bearingOf(tokens, lexicon), sentence, isFirst))
  // A topic of the reader's own is as likely as the likeliest, since nothing is known of it.
  const unknown = Math.max(...chances.values())
  const inParagraph = before?.sentence.paragraph === sentence.paragraph
  const goesOn = inParagraph && before.sentence.speaker === sentence.speaker
  const weighed = weighedIn(
    named,
    goesOn ? before.topic : undefined,
    sentence.speaker === 'narrator',
    lexicon
  )
  const weightiest = Math.max(...weighed.values())
  return lexicon.topics.map(({ id }) => {
    const own = named.get(id)
    const isGeneric = lexicon.isGeneric(id)
    const isBefore = before?.topic === id
    const strongest = own?.strongest ?? 0
    return {
      id,
      sum: own ? strongest + REST * (own.all - strongest) : 0,
      features: {
        weighed: rounded(weighed.get(id) ?? 0),
        weightiest: weighed.get(id) === weightiest ? 1 : 0,
        strongest: rounded(strongest),
        further: own ? rounded(Math.log1p(own.all - strongest)) : 0,
        first: own?.first === earliest ? 1 : 0,
        place: own ? rounded(1 - own.place) : 0,
        leads: own?.leads ? 1 : 0,
        beside: own?.beside ? 1 : 0,
        office: own?.office ? 1 : 0,
        firstPart: own && !isGeneric && own.first === earliestField ? 1 : 0,
        frameOfList:
          isList && isGeneric && own !== undefined && own.frame && own.first < earliestField ? 1 : 0,
        listed: isList && own && !isGeneric ? 1 : 0,
        specific: own && !isGeneric ? 1 : 0,
        alone: own && named.size === 1 ? 1 : 0,
        carried: goesOn && isBefore ? 1 : 0,
        carriedUnnamed: goesOn && isBefore && specific.length === 0 ? 1 : 0,
        carriedInParagraph: inParagraph && isBefore ? 1 : 0,
        carriedGeneric: inParagraph && isBefore && isGeneric ? 1 : 0,
        carriedNarration: isBefore && id === NARRATION_TOPIC ? 1 : 0,
        subject: rounded(subjects.get(id) ?? 0),
        subjectUnnamed: named.size === 0 ? rounded(subjects.get(id) ?? 0) : 0,
        speechUnnamed: named.size === 0 && id === SPEECH_TOPIC ? 1 : 0,
        speechAfterNarration:
          named.size === 0 && id === SPEECH_TOPIC && before?.topic === NARRATION_TOPIC ? 1 : 0,
        narrationOfOne:
          id === NARRATION_TOPIC && (sentence.speaker === 'us' || sentence.speaker === 'cn') ? 1 : 0,
        before: isBefore && named.size === 0 ? 1 : 0,
        words: rounded(4 * (near.get(id) ?? 0)),
        wordsUnnamed: named.size === 0 ? rounded(4 * (near.get(id) ?? 0)) : 0,
        read: logChance(chances.get(id) ?? unknown),
        narrates: sentence.speaker === 'narrator' && id === NARRATION_TOPIC ? 1 : 0,
        joint: sentence.speaker === 'both' && id !== SPEECH_TOPIC && id !== NARRATION_TOPIC ? 1 : 0,
        opens: isFirst && id === NARRATION_TOPIC ? 1 : 0,
        unnamed: own ? 0 : 1
      }
    }
  })
}

/** How likely it is, on a scale of its own, that a topic is the first of its sentence. */
export const worthOf = ({ id, features }: Candidate, model: ChoiceModel = choiceModel): number => {
  let sum = model.topics[id] ?? 0
  for (const name of CHOICE_FEATURES) {
    const value = features[name]
    if (value !== 0) sum += (model.weights[name] ?? 0) * value
  }
  return rounded(sum)
}
