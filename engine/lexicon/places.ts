import { PhraseMatcher, phrasesOf } from '../text/phrases.ts'
import placesData from './data/places.json' with { type: 'json' }

/** Places where officials of two governments meet, in either language, by their English names. */
export const placeMatcher = new PhraseMatcher(
  placesData.places.flatMap(({ en, zh }) =>
    [...en, ...zh].map((phrase) => ({ phrase, value: en[0] ?? phrase }))
  )
)

/** Words by which a text tells of a call. */
export const calls = phrasesOf(placesData.calls)
