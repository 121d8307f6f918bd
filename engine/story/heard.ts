import cues from '../lexicon/data/story-cues.json' with { type: 'json' }
import { tokenise } from '../match/tokens.ts'
import type { Side } from '../model.ts'
import { matcherOf, wordSet } from './words.ts'

const PLURALS = wordSet(cues.plurals)
const STATE_ORGANS = matcherOf(cues.stateOrgans)

/** Who has been heard in a story so far: what a subject without a name refers back to. */
export class Heard {
  /** Who spoke last: "he said"; null after somebody else's words. */
  last: Side | null = null
  /** Of which side officials without a name were heard last: "a second official", "one of them". */
  officials: Side | null = null
  /** The same, but for nobody else heard since: "one", "another". */
  several: Side | null = null
  /** Several people spoke last, who may be "they". */
  many = false
  /** A state's own newspaper or broadcaster was heard last: "the newspaper also said". */
  byOrgan = false

  /** Officials of a side are told of. */
  tellOf(side: Side): void {
    this.officials = side
    this.several = side
  }

  /** Somebody spoke; or, null, somebody of neither side. */
  hear(side: Side | null, said = '', sentence = said): void {
    this.last = side
    this.byOrgan = STATE_ORGANS.findLongest(tokenise(sentence)).length > 0
    this.many = tokenise(said).some(({ text }) => PLURALS.has(text))
    if (side === null) this.several = null
  }
}
