import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import type { Mention } from '../../entities/entity-index.ts'
import type { Token } from '../../text/tokens.ts'
import { partEnd, type Clause } from './clause.ts'
import type { Names } from '../../entities/story-names.ts'
import { elsewhereIn, explainsOutsider } from '../../entities/third-parties.ts'
import { LONGEST_NAME } from './reference.ts'
import { wordSet } from '../../text/word-sets.ts'

/** People whom a story introduces without an office of either side, and places that are neither's. */

const THERE = wordSet(cues.there)
const ROLES = wordSet([...cues.roles, ...cues.officials, ...cues.spokespeople])
const TITLES = wordSet([...cues.honorifics, 'dr'])
const OWN = wordSet(cues.own)
/** Between a name and whom somebody works for. */
const EMPLOYED = wordSet(cues.employed)
/** What tells who somebody is, behind the name and a comma. */
const EXPLAINS = wordSet([...cues.articles, ...cues.relatives])

/** "Nils Aas, a fisherman, watched the cars.", "Brigitte Moe, 61, had come": a name that no office of a side explains. */
export const isStranger = (
  { tokens, text, language }: Clause,
  from: number,
  end: number,
  names: Names,
  all: readonly Mention[]
): boolean => {
  const first = TITLES.has(tokens[from]?.text ?? '') ? from + 1 : from
  const name = tokens.slice(first, end)
  const next = tokens[end]
  const explanation = tokens.slice(end, partEnd({ tokens, text, language }, end))
  const isUnknown = (words: readonly Token[]): boolean =>
    words.every(({ text: word, capital }) => capital && !names.get(word))
  const of = name.findIndex(({ capital }) => !capital)
  // "Evan Feil of a fund in Boston is not convinced."
  if (of >= 2 && of <= LONGEST_NAME && EMPLOYED.has(name[of]?.text ?? ''))
    return (
      isUnknown(name.slice(0, of)) &&
      !all.some(
        (mention) =>
          (mention.party === 'us' || mention.party === 'cn') && mention.from >= from && mention.from < end
      )
    )
  if (!next || name.length > LONGEST_NAME || name.length < (first > from ? 1 : 2)) return false
  return (
    text.slice(tokens[end - 1]?.end, next.start) === ', ' &&
    (EXPLAINS.has(next.text) || /^\d/u.test(next.text) || explainsOutsider(explanation)) &&
    isUnknown(name) &&
    !all.some((mention) => mention.from >= from && mention.from < end)
  )
}

/** "I asked Nils Aas, who studies the Arctic, about it.": a name that opens no part, but ends one. */
export const tellsOfStranger = (clause: Clause, names: Names, all: readonly Mention[]): boolean =>
  clause.tokens.some(({ capital }, at) => {
    if (!capital || at === 0 || clause.tokens[at - 1]?.capital === true) return false
    return isStranger(clause, at, partEnd(clause, at), names, all)
  })

/** "Ministry spokesman *Hsiao Kuang-wei*": as names are written in Taipei and in Seoul, and not in Beijing. */
export const isOfTaipeiOrSeoul = (part: readonly Token[], text: string, names: Names): boolean =>
  part.some(
    ({ capital, end, text: word }, at) =>
      capital &&
      part[at - 1]?.capital === true &&
      /^-\p{Ll}/u.test(text.slice(end, end + 2)) &&
      !names.get(word) &&
      !names.get(part[at - 1]?.text ?? '')
  )

/** "A trade ministry official *there* said": of the place that the story has just told of. */
export const isOfAnotherPlace = (part: readonly Token[]): boolean =>
  part.some(({ text }, at) => THERE.has(text) && ROLES.has(part[at - 1]?.text ?? ''))

/** Remembers which sentences are about a third country, for whoever stands in them without a country. */
export class Abroad {
  readonly #mentionsIn: (tokens: readonly Token[], text: string) => readonly Mention[]
  /** The sentence before was about one. */
  #wasAbroad = false

  constructor(mentionsIn: (tokens: readonly Token[], text: string) => readonly Mention[]) {
    this.#mentionsIn = mentionsIn
  }

  /** A sentence has been read. */
  tellOf(clause: Clause): void {
    this.#wasAbroad = this.#opens(clause, 0)
  }

  /** Whether a part of a clause that begins at a token is about a third country: "*Oman* has not been asked to". */
  #opens(clause: Clause, from: number): boolean {
    const part = clause.tokens.slice(from, partEnd(clause, from))
    const [first] = this.#mentionsIn(part, clause.text)
    return (
      elsewhereIn(part, clause.text) === 0 ||
      (first?.from === 0 && first.party !== null && first.party !== 'us' && first.party !== 'cn')
    )
  }

  /**
   * Whether a third country is told of before a subject that may be there: "*In Taipei*, the president’s office said", "*Oman*
   * has not been asked to, its foreign ministry said".
   */
  has(clause: Clause, subject: readonly Token[]): boolean {
    if (clause.tokens[0]?.text === 'in') return this.#opens(clause, 1)
    const [first] = subject
    if (!first || !OWN.has(first.text)) return false
    return first.start === clause.tokens[0]?.start ? this.#wasAbroad : this.#opens(clause, 0)
  }
}
