import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import { tokenise, type Token } from '../../text/tokens.ts'
import type { Side } from '../../model.ts'
import { isOrganAgain } from './state-media.ts'
import { matcherOf, wordSet } from '../../text/word-sets.ts'

const PLURALS = wordSet(cues.plurals)
const OFFICIALS = matcherOf(cues.officials)
const ONE_OFFICIAL = matcherOf(cues.oneOfficial)
const DOCUMENTS = matcherOf(cues.documents)
const OFFICIAL_WORDS = wordSet([...cues.officials, ...cues.oneOfficial])
/** Words before an official that do not tell which one it is. */
const UNTOLD = wordSet([...cues.articles, ...cues.beforeAnOfficial, ...cues.ordinals, ...cues.some, 'u', 's'])
/** Words from the description to the official: "a *senior* U.S. official". */
const DESCRIBED_REACH = 3
const STATE_ORGANS = matcherOf(cues.stateOrgans)

/** The texts that are named in some words. */
const namesIn = (words: readonly Token[]): string[] =>
  DOCUMENTS.findLongest(words).map(({ from, to }) =>
    words
      .slice(from, to)
      .map(({ text }) => text)
      .join('')
  )

/** Who has been heard in a story so far: what a subject without a name refers back to. */
export class DiscourseState {
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
  readonly #described = new Map<string, Side>()
  /** Several people spoke last, who may be "they". */
  many = false
  /** A state's own newspaper or broadcaster was heard last: "the newspaper also said". */
  byOrgan = false

  /** Of which side the last official was who was described so: "a *senior* U.S. official", later "the senior official". */
  describedSo(part: readonly Token[]): Side | null {
    return part.flatMap(({ text }) => this.#described.get(text) ?? [])[0] ?? null
  }

  /** Whose the text is that a subject takes up. */
  documentIn(part: readonly Token[]): Side | null {
    return (
      namesIn(part)
        .map((name) => this.#documents.get(name))
        .find((side) => side !== undefined) ?? null
    )
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
    if (OFFICIALS.findLongest(words).length > 0) this.tellOf(side)
    if (ONE_OFFICIAL.findLongest(words).length > 0) this.official = side
    for (const [at, { text }] of words.entries())
      if (
        !UNTOLD.has(text) &&
        words.slice(at + 1, at + 1 + DESCRIBED_REACH).some((word) => OFFICIAL_WORDS.has(word.text))
      )
        this.#described.set(text, side)
    for (const name of namesIn(words)) this.#documents.set(name, side)
  }
}
