import { indexEntities } from '../entities/entity-index.ts'
import placesData from '../lexicon/data/places.json' with { type: 'json' }
import { standardLexicon } from '../lexicon/lexicon.ts'
import { placeMatcher } from '../lexicon/places.ts'
import { phrasesOf } from '../text/phrases.ts'
import { beginningOfText, readDocument, type TokenisedText } from '../text/document.ts'
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

/** Words by which a text tells of a call: where it is held is no place of the meeting. */
const calls = phrasesOf(placesData.calls)
/** What stands before a place where something happens, not where someone is from or a government is meant. */
const HAPPENS_IN = /(?:\b(?:in|at)\s+$|在[^，。]{0,4}$)/iu
/** "at Washington's request": a government. */
const POSSESSIVE = /^['’]s\b/u
const HAPPENS_AFTER = /^(?:会见|同|与|会谈|举行)/u

/** The first place of which the beginning says that the meeting was there. */
const placeIn = ({ text, tokens }: TokenisedText): string | null => {
  if (calls.findLongest(tokens).length > 0) return null
  const found = placeMatcher
    .findLongest(tokens)
    .find(
      ({ start, end }) =>
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
    place: placeIn({ text: start, tokens: opening.tokens }),
    officials: officialsIn(document, entities),
    matters: new Set(standardLexicon.conceptsIn(tokens).map(({ concept }) => concept.id))
  }
}
