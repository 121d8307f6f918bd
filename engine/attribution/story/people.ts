import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import { tokenise } from '../../text/tokens.ts'
import type { Side } from '../../model.ts'
import type { Names } from '../../entities/story-names.ts'
import { matcherOf, wordSet } from '../../text/word-sets.ts'

/** Which person "he" is, and which "she": the last who was heard, unless a title or other sentences give that one the other pronoun. */

const STATE_ORGANS = matcherOf(cues.stateOrgans)
const HE_OR_SHE = wordSet(cues.heOrShe)
/** The pronoun that each of its forms is of. */
const GENDERED = new Map(
  Object.entries(cues.gendered).flatMap(([pronoun, words]) =>
    words.map((word) => [word.toLowerCase(), pronoun])
  )
)
const PRONOUN_OF_TITLE = new Map(
  Object.entries(cues.titlesOf).flatMap(([pronoun, titles]) =>
    titles.map((title) => [title.toLowerCase(), pronoun])
  )
)
/** So many sentences more for one pronoun than for the other tell which is somebody's. */
const MARGIN = 2

/** What each name's pronoun is: by its title, or by what most sentences that begin with it go on with. */
const pronounsOf = (text: string, names: Names): Map<string, string> => {
  const votes = new Map<string, number>()
  const vote = (name: string, pronoun: string | undefined, weight: number): void => {
    if (pronoun !== undefined)
      votes.set(name, (votes.get(name) ?? 0) + (pronoun === 'she' ? weight : -weight))
  }
  const all = tokenise(text)
  for (const [at, { text: word, capital }] of all.entries())
    if (capital && names.has(word)) vote(word, PRONOUN_OF_TITLE.get(all[at - 1]?.text ?? ''), MARGIN)
  for (const sentence of text.split(/[.!?][”"’]?\s|\n/u)) {
    const tokens = tokenise(sentence)
    const own = tokens.filter(({ text: word, capital }) => capital && names.has(word))
    const pronouns = new Set(tokens.flatMap(({ text: word }) => GENDERED.get(word) ?? []))
    const [name] = own
    if (name && own.length === 1 && pronouns.size === 1) vote(name.text, [...pronouns][0], 1)
  }
  return new Map(
    [...votes]
      .filter(([, count]) => Math.abs(count) >= MARGIN)
      .map(([name, count]) => [name, count > 0 ? 'she' : 'he'])
  )
}

/** The people of a story, read from its beginning. */
export class People {
  readonly #names: Names
  readonly #pronouns: ReadonlyMap<string, string>
  /** Names of those who were heard, the last first. */
  readonly #heard: string[] = []
  /** Whoever was heard last, where by a name. */
  #last: string | null = null
  /** A newspaper was heard last, which is no "he". */
  #isByOrgan = false

  constructor(text: string, names: Names) {
    this.#names = names
    this.#pronouns = pronounsOf(text, names)
  }

  /** Whose side "he" or "she" is of where that cannot be whoever was heard last; undefined where it can. */
  sideOf(pronoun: string): Side | null | undefined {
    const own = this.#last === null ? undefined : this.#pronouns.get(this.#last)
    if (!this.#isByOrgan && (own === undefined || own === pronoun)) return undefined
    const other = this.#heard.find((name) => {
      const its = this.#pronouns.get(name)
      return its === pronoun || (this.#isByOrgan && its === undefined)
    })
    return other === undefined ? undefined : this.#names.get(other)
  }

  /** Somebody was heard, or told of, by these words. */
  hear(side: Side | null, said: string, sentence = said): void {
    const words = tokenise(said)
    const pronoun = words.find(({ text }) => HE_OR_SHE.has(text))?.text
    const name = words.find(({ text, capital }) => capital && (this.#names.get(text) ?? null) === side)
    const referent = this.#heard.find((other) => this.#pronouns.get(other) === pronoun)
    this.#last = side === null ? null : (name?.text ?? (pronoun === undefined ? null : (referent ?? null)))
    this.#isByOrgan = side !== null && name === undefined && STATE_ORGANS.findLongest(words).length > 0
    // "Deng told Kessler so, *Xinhua* reported": he is the first of his side who is named.
    const told = this.#isByOrgan
      ? tokenise(sentence).find(({ text, capital }) => capital && this.#names.get(text) === side)
      : undefined
    if (told) this.#heard.unshift(told.text)
    if (this.#last !== null) this.#heard.unshift(this.#last)
  }
}
