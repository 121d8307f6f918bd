import data from '../lexicon/data/attribution-cues.json' with { type: 'json' }
import { otherSide, SIDES, type Side } from '../model.ts'
import type { DocumentSentence } from '../text/document.ts'
import type { Clause, Parts } from './clause.ts'
import { sideOf, type AttributionContext } from './stands-for.ts'
import type { Subject } from './subject.ts'

/** Whom "he" and "she" can mean: "Shen told *her*" says of which side she is. */

const GENDERS = ['he', 'she'] as const
type Gender = (typeof GENDERS)[number]

const WORDS = new Map(
  GENDERS.flatMap((gender) => data.genders[gender].words.map((word) => [word, gender] as const))
)
const OBJECTS = new Map(
  GENDERS.flatMap((gender) => data.genders[gender].objects.map((word) => [word, gender] as const))
)
/** A sentence with its clauses, before it is told whom their subjects stand for. */
export interface SentenceRead {
  sentence: DocumentSentence
  parts: Parts
  clauses: Clause[]
}

/** Tokens from a subject to the pronoun that its verb has for an object: "I *have just told* him". */
const REACH = 4

/** What pronouns the people of each side have, as far as a text tells. */
export class Pronouns {
  readonly #known: Record<Side, Set<Gender>> = { us: new Set(), cn: new Set() }
  /** Whose official tells of himself as "I", and so is no "he". */
  #speaker: Side | null = null

  constructor(read: readonly SentenceRead[], context: AttributionContext) {
    const used = new Set<Gender>()
    for (const { sentence, clauses } of read) {
      for (const { text } of sentence.tokens) {
        const gender = WORDS.get(text) ?? OBJECTS.get(text)
        if (gender) used.add(gender)
      }
      for (const { subject } of clauses) {
        const side = subject && personOf(subject, context)
        const gender = side && objectOf(subject, sentence)
        // "Shen told *her*", "I gave *him* the list": somebody else, and so of the other side.
        if (side && gender) this.#learn(gender, otherSide(side))
        if (side && gender && subject.kind === 'speaker') this.#speaker = side
      }
    }
    // Where the text has both "he" and "she", and one side is known to be one of them, the other is the other.
    if (used.size === GENDERS.length) for (const side of SIDES) this.#completeFrom(side)
  }

  #learn(gender: Gender, side: Side | null): void {
    if (side) this.#known[side].add(gender)
  }

  #completeFrom(side: Side): void {
    const [gender, another] = this.#known[side]
    const other = this.#known[otherSide(side)]
    if (gender && !another && other.size === 0) other.add(gender === 'he' ? 'she' : 'he')
  }

  /** Whose a pronoun is, given of which side a person was named last: not that person’s whose pronoun is the other one. */
  sideOf(word: string, person: Side | null): Side | null {
    const gender = WORDS.get(word)
    if (gender === undefined || person === null) return person
    const own = this.#known[person]
    const isOther = own.size > 0 && !own.has(gender)
    const isSpokenTo =
      person === this.#speaker && own.size === 0 && this.#known[otherSide(person)].has(gender)
    return isOther || isSpokenTo ? otherSide(person) : person
  }
}

const personOf = (subject: Subject, context: AttributionContext): Side | null => {
  if (subject.kind === 'speaker') return context.side
  return subject.kind === 'party' && subject.named !== 'party' && subject.people !== true
    ? sideOf(subject, context)
    : null
}

/** The pronoun that a clause has for an object; "her" before a noun is whose the noun is. */
const objectOf = ({ to }: Subject, { tokens, words }: DocumentSentence): Gender | undefined => {
  const behind = tokens.slice(to, to + REACH)
  const end = behind.findIndex(({ text }) => OBJECTS.has(text))
  const pronoun = behind[end]
  if (!pronoun) return undefined
  const at = words.findIndex(({ start }) => start === pronoun.start)
  const verbs = words
    .slice(0, at)
    .findLast(({ start, pos }) => start >= (behind[0]?.start ?? 0) && pos !== 'ADV')
  const isOwner = /^(?:NOUN|PROPN|ADJ|NUM)$/u.test(words[at + 1]?.pos ?? '')
  return verbs?.pos === 'VERB' && !isOwner ? OBJECTS.get(pronoun.text) : undefined
}
