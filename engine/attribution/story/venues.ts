import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import { PhraseMatcher } from '../../text/phrases.ts'
import { SIDES } from '../../model.ts'

/** Where only one side's officials speak: "he wrote on *Truth Social*". */
export const VENUES = new PhraseMatcher(
  SIDES.flatMap((side) => cues.venues[side].map((phrase) => ({ phrase, value: side })))
)
