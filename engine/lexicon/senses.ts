import data from './data/senses.json' with { type: 'json' }
import type { PartOfSpeech, Word } from '../syntax/word.ts'
import { PhraseMatcher, type PhraseMatch } from '../text/phrases.ts'
import type { Token } from '../text/tokens.ts'

/** A term that names its concept only in some surroundings. */
export interface SenseRow {
  concept: string
  /** The term, as in the concepts' lists. */
  pattern: string
  /** Parts of speech that its first word may have, in English. */
  pos?: string[] | undefined
  /** Phrases one of which must stand in the sentence. */
  with?: string[] | undefined
  /** Phrases none of which may. */
  unless?: string[] | undefined
  /** A sentence in which it names the concept, and one in which it does not. */
  example: string
  nearMiss: string
}

export const senseRows: readonly SenseRow[] = data.senses

/** The words of a sentence with their parts of speech; read when a term asks for them. None in Chinese. */
export type ReadWords = () => readonly Word[]

const matcherOf = (phrases: readonly string[] | undefined): PhraseMatcher<true> | undefined =>
  phrases && new PhraseMatcher<true>(phrases.map((phrase) => ({ phrase, value: true })))

/** Whether a phrase stands in a sentence elsewhere than inside the term itself. */
const standsBeside = (
  matcher: PhraseMatcher<true>,
  tokens: readonly Token[],
  { start, end }: PhraseMatch<unknown>
): boolean => matcher.findAll(tokens).some((found) => found.start < start || found.end > end)

/** What must hold around a term for it to name its concept. */
export class Sense {
  readonly #pos: ReadonlySet<string> | undefined
  readonly #with: PhraseMatcher<true> | undefined
  readonly #unless: PhraseMatcher<true> | undefined

  constructor({ pos, with: beside, unless }: SenseRow) {
    this.#pos = pos && new Set<string>(pos)
    this.#with = matcherOf(beside)
    this.#unless = matcherOf(unless)
  }

  /** @param words undefined where the parts of speech are not known: then they decide nothing */
  holds(match: PhraseMatch<unknown>, tokens: readonly Token[], words: ReadWords | undefined): boolean {
    if (this.#unless && standsBeside(this.#unless, tokens, match)) return false
    if (this.#with && !standsBeside(this.#with, tokens, match)) return false
    if (!this.#pos || !words) return true
    const word = words().find(({ start, end }) => start <= match.start && match.start < end)
    const pos: PartOfSpeech | undefined = word?.pos
    return pos === undefined || this.#pos.has(pos)
  }
}
