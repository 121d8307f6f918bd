import { indexEntities } from '../entities/entity-index.ts'
import { standardLexicon } from '../lexicon/lexicon.ts'
import { calls, placeMatcher } from '../lexicon/places.ts'
import { NARRATION_TOPIC } from '../lexicon/topics.ts'
import { beginningOfText, readDocument, type Document, type TokenisedText } from '../text/document.ts'
import { legible } from '../text/legible.ts'
import type { Language, ReadoutText } from '../model.ts'
import { partOf } from '../read.ts'
import { meetingDay, type Day } from './date.ts'
import { officialsIn, type Official } from '../entities/officials.ts'
import { recognise } from './side.ts'
import { titleAndOpening } from './title.ts'

/** What a text says of the meeting it reports on; by it texts are found that belong together. */
export interface Facts {
  language: Language
  title: string | null
  /** Whose readout it is, and how sure that is, 0 to 1. */
  party: string | null
  confidence: number
  /** The day of the meeting; null where the text does not say. */
  day: Day | null
  place: string | null
  /** Most often named first. */
  officials: Official[]
  /** Concepts of the lexicon that it names, by id: what it is about, in either language. */
  matters: Set<string>
}

/** What stands before a place where something happens, not where someone is from or a government is meant. */
const HAPPENS_IN = /(?:\b(?:in|at)\s+$|在[^，。]{0,4}$)/iu
/** "at Washington's request": a government. */
const POSSESSIVE = /^['’]s\b/u
const HAPPENS_AFTER = /^(?:会见|同|与|会谈|举行)/u
/** "the Vienna meeting"; where a government has its seat, its name with "talks" is no more than what it says. */
const CALLED_BY_PLACE = /^ (?:meeting|summit|accord|round|talks)\b/u
const TALKS = /^ talks\b/u
const SEATS = new Set(['Washington, D.C.', 'Beijing'])
/** "the embassy in Washington", "its own in Chengdu": what has its seat there; unless it is met at. */
const SEATED =
  /\b(?:embass(?:y|ies)|consulates?(?:[ -]general)?|consuls?|ambassadors?|missions?|ones?|own)\s+in\s+$/iu
const MET_AT = /\bat\s+(?:the|a|an|its|their)\s+(?:[\p{L}.’'-]+\s+){0,3}\p{L}+\s+in\s+$/u
/** A spokesman who speaks there, most often days after. */
const SPOKEN_IN = /发言人[^，。]{0,5}在$/u
/** "Ann Lee in Washington and Bo Chen in Beijing": who wrote a story, and where. */
const NAME_IN = String.raw`(?:\p{Lu}[\p{L}.’'-]*\s+){2,4}in\s+\p{Lu}[\p{L}.’' -]*?`
const WRITERS = new RegExp(`^(?:By\\s+)?${NAME_IN}(?:(?:,|;|,?\\s+and)\\s+${NAME_IN})+\\.?$`, 'u')

/** The line that a place of a text stands in. */
const lineAt = (text: string, at: number): string =>
  `${text}\n`.slice(text.lastIndexOf('\n', at) + 1, `${text}\n`.indexOf('\n', at))

/** Words before a place that tell of something else there than the meeting. */
const isOtherwise = (before: string): boolean =>
  (SEATED.test(before) && !MET_AT.test(before)) || SPOKEN_IN.test(before)

/** "She has been held in Chengdu since May": behind the first sentence a place is that of the meeting only where one is told of. */
const tellsOfMeeting = ({ sentences }: Document, place: number): boolean => {
  const at = sentences.findIndex(({ end }) => end > place)
  const sentence = sentences[at]
  return (
    at <= 0 ||
    sentence === undefined ||
    place < sentence.start ||
    standardLexicon.conceptsIn(sentence.tokens).some(({ concept }) => concept.topic === NARRATION_TOPIC)
  )
}

/** The first place of which the beginning says that the meeting was there. */
const placeIn = (document: Document, { text, tokens }: TokenisedText): string | null => {
  // Where a call is held is no place of the meeting.
  if (calls.findLongest(tokens).length > 0) return null
  const found = placeMatcher
    .findLongest(tokens)
    .filter(
      ({ start }) =>
        !isOtherwise(text.slice(Math.max(0, start - 60), start)) &&
        !WRITERS.test(lineAt(text, start)) &&
        tellsOfMeeting(document, start)
    )
    .find(
      ({ start, end, value }) =>
        (CALLED_BY_PLACE.test(text.slice(end, end + 10)) &&
          !(SEATS.has(value) && TALKS.test(text.slice(end, end + 7)))) ||
        (HAPPENS_IN.test(text.slice(Math.max(0, start - 8), start)) &&
          !POSSESSIVE.test(text.slice(end, end + 3))) ||
        HAPPENS_AFTER.test(text.slice(end, end + 4))
    )
  return found?.value ?? null
}

/** @returns null for a text without sentences */
export const factsOf = (readout: ReadoutText): Facts | null => {
  // Only the beginning is read: among many files there may be books.
  const document = readDocument(legible(beginningOfText(readout.text)).text)
  const { text: start, tokens } = document
  const entities = indexEntities([document])
  const part = partOf(readout, document, entities)
  if (!part) return null
  const { language, signs } = part
  const head = document.paragraphs
    .filter(({ kind }) => kind === 'title' || kind === 'dateline')
    .map((paragraph) => start.slice(paragraph.start, paragraph.end))
    .join('\n')
  const [first] = document.sentences
  const { title, opening } = titleAndOpening(document)
  const { party, confidence } = recognise(signs)
  return {
    language,
    title: title.words === '' ? null : title.words,
    party,
    confidence,
    day: meetingDay(head, first ? start.slice(first.start, first.end) : ''),
    place: placeIn(document, { text: start, tokens: opening.tokens }),
    officials: officialsIn(document, entities),
    matters: new Set(standardLexicon.conceptsIn(tokens).map(({ concept }) => concept.id))
  }
}
