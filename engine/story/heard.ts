import cues from '../lexicon/data/story-cues.json' with { type: 'json' }
import { tokenise, type Token } from '../match/tokens.ts'
import type { Side } from '../model.ts'
import { isOrganAgain } from './organs.ts'
import { matcherOf, wordSet } from './words.ts'

const PLURALS = wordSet(cues.plurals)
const OFFICIALS = wordSet(cues.officials)
const ONE_OFFICIAL = wordSet(cues.oneOfficial)
const DOCUMENTS = wordSet(cues.documents)
const STATE_ORGANS = matcherOf(cues.stateOrgans)

/** Who has been heard in a story so far: what a subject without a name refers back to. */
export class Heard {
  /** Who spoke last: "he said"; null after somebody else's words. */
  last: Side | null = null
  /** Of which side officials without a name were heard last: "a second official", "one of them". */
  officials: Side | null = null
  /** The same, but for nobody else heard since: "one", "another". */
  several: Side | null = null
  /** The same of one of them: "the senior official". */
  official: Side | null = null
  /** Whose statement was cited last, whose readout: "the readout also said". */
  readonly #documents = new Map<string, Side>()
  /** Several people spoke last, who may be "they". */
  many = false
  /** A state's own newspaper or broadcaster was heard last: "the newspaper also said". */
  byOrgan = false

  /** Whose the text is that a subject takes up. */
  documentIn(part: readonly Token[]): Side | null {
    return part.map(({ text }) => this.#documents.get(text)).find((side) => side !== undefined) ?? null
  }

  /** Officials of a side are told of. */
  tellOf(side: Side): void {
    this.officials = side
    this.several = side
  }

  /** Somebody spoke; or, null, somebody of neither side. */
  hear(side: Side | null, said = '', sentence = said): void {
    this.last = side
    if (side === null) this.several = null
    const words = tokenise(said)
    this.byOrgan =
      STATE_ORGANS.findLongest(tokenise(sentence)).length > 0 || (this.byOrgan && isOrganAgain(words))
    this.many = words.some(({ text }) => PLURALS.has(text))
    if (!side) return
    if (words.some(({ text }) => OFFICIALS.has(text))) this.tellOf(side)
    for (const { text } of words) {
      if (ONE_OFFICIAL.has(text)) this.official = side
      if (DOCUMENTS.has(text)) this.#documents.set(text, side)
    }
  }
}
