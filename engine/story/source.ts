import { castOf, type Cast, type Mention } from '../attribute/cast.ts'
import cues from '../lexicon/data/story-cues.json' with { type: 'json' }
import type { Lexicon } from '../lexicon/lexicon.ts'
import { PhraseMatcher, type PhraseMatch } from '../match/phrases.ts'
import { tokenise, type Token } from '../match/tokens.ts'
import type { Side } from '../model.ts'
import {
  introducedNames,
  mentionsIn,
  namesOutsider,
  PRONOUNS,
  SPOKESPEOPLE,
  wordSet,
  type Names
} from './names.ts'

/** Who a clause of a news story names as the source of what it reports. */
export interface Source {
  side: Side
  /** The words that name it: "Blinken said", "according to a Foreign Ministry readout". */
  said: string
}

/** Stands where a quote was: neither letter nor punctuation mark. */
export const BLANK = '\uFFFC'
const CLAUSE_END = /[,;:，；：—\uFFFC]/u
const AFTER_A_QUOTE = /\uFFFC[\s,，]*$/u

/** A clause with its quotes blanked. */
interface Clause {
  text: string
  tokens: Token[]
  language: 'en' | 'zh'
}
type Place = Omit<PhraseMatch<unknown>, 'value'>

const OUTLETS = wordSet(cues.outlets)
const ARTICLES = wordSet(cues.articles)
/** Right before a verb: what a government has long been saying, and not what it said now; a noun in Chinese. */
const BACKGROUND = wordSet(cues.background)
/** Before a subject: what follows tells when or why, and is nobody's statement. */
const SUBORDINATORS = wordSet(cues.subordinators)
const SET_IN = wordSet(cues.setIn)
const QUOTING = wordSet(cues.quoting)
/** "China claims the island as its own": a position of long standing, told by the journalist. */
const HOLDING = wordSet(cues.holdingAs.verbs)
const AS = wordSet(cues.holdingAs.as)
/** What reports a statement in a story and in no readout ("complained"), and what reports nothing ("called off"). */
const storyVerbs = (['en', 'zh'] as const).map(
  (language) =>
    new PhraseMatcher([
      ...cues.verbs[language].map((phrase) => ({ phrase, value: true })),
      ...cues.notReporting[language].map((phrase) => ({ phrase, value: false }))
    ])
)
const verbsIn = ({ tokens, language }: Clause, lexicon: Lexicon): Place[] => {
  const own = storyVerbs[language === 'en' ? 0 : 1]?.findLongest(tokens) ?? []
  const standard = lexicon.verbs[language]
    .findLongest(tokens)
    .filter(({ from, to }) => own.every((other) => other.to <= from || other.from >= to))
  return [...standard, ...own.filter(({ value }) => value)].sort((a, b) => a.from - b.from)
}
const ACCORDING = cues.accordingTo.map((phrase) => tokenise(phrase).map(({ text }) => text))

/** A source stands at most so many tokens before its verb, or after it; a Chinese one so many characters. */
const REACH = { en: 9, zh: 28 }
/** A source opens its clause, but for a title, an article or a place in time before it. */
const OPENING = { en: 8, zh: 28 }
/** Parts of a sentence that are looked through behind a verb without a subject of its own. */
const PARTS_BEHIND = 3
/** Words between the words set in and the verb: "also", "later". */
const MOST_ADVERBS = 2
/** A pronoun is its whole subject, but for a word like "also". */
const PRONOUN_WORDS = 2

const sideOf = ({ party, never }: Mention, last: Side | null): Side | null => {
  if (party === 'us' || party === 'cn') return party
  if (party !== null) return null
  if (never.includes('us')) return 'cn'
  if (never.includes('cn')) return 'us'
  return last
}

const ends = ({ text, tokens }: Clause, after: number): boolean =>
  CLAUSE_END.test(text.slice(tokens[after]?.end ?? 0, tokens[after + 1]?.start ?? text.length))

/** Index of the first token of the part between two marks that a token stands in. */
const partStart = (clause: Clause, at: number): number => {
  let index = at
  while (index > 0 && !ends(clause, index - 1)) index--
  return index
}

/** Index after the last token of that part. */
const partEnd = (clause: Clause, at: number): number => {
  let index = at
  while (index < clause.tokens.length && !ends(clause, index)) index++
  return Math.min(index + 1, clause.tokens.length)
}

const cut = (clause: Clause, from: number, to: number): string =>
  clause.text.slice(clause.tokens[from]?.start ?? 0, clause.tokens[to - 1]?.end ?? clause.text.length)

/** Whether a part that opens so tells of the subject and is not it: "who spoke in Beijing", "flanked by aides". */
const isSetIn = (token: Token | undefined): boolean =>
  token !== undefined &&
  (SET_IN.has(token.text) || (!token.capital && /\p{L}{3}(?:ing|ed)$/u.test(token.text)))

/** Finds the sources in a story, read from its beginning: pronouns refer to whoever spoke last. */
export class Sources {
  readonly #cast: Cast
  readonly #lexicon: Lexicon
  readonly #names: Names
  /** Who spoke last: what "he said" refers to, and "the spokesman"; null after somebody else's words. */
  last: Side | null = null

  constructor(story: string, lexicon: Lexicon) {
    this.#cast = castOf([story])
    this.#lexicon = lexicon
    this.#names = introducedNames(story, this.#cast)
  }

  /** The first source in a clause: "according to …", a subject before its verb, or one after it ("…,” said Blinken"). */
  find(text: string): Source | null {
    const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
    const clause: Clause = { text, tokens: tokenise(text), language }
    return this.#accordingTo(clause) ?? this.#reporting(clause)
  }

  #accordingTo(clause: Clause): Source | null {
    const { tokens, language } = clause
    for (const phrase of ACCORDING)
      for (const at of tokens.keys())
        if (phrase.every((word, offset) => tokens[at + offset]?.text === word)) {
          const from = at + phrase.length
          const to = Math.min(from + REACH[language], partEnd(clause, from))
          const named = this.#named(clause, from, to)
          if (named) return { side: named.side, said: cut(clause, at, to) }
        }
    return null
  }

  #reporting(clause: Clause): Source | null {
    const { text, tokens, language } = clause
    for (const verb of verbsIn(clause, this.#lexicon)) {
      if (this.#isBackground(clause, verb)) continue
      // "Xinhua quoted Xi as saying": whose words they are stands between.
      const quoting = tokens.findLastIndex(({ text }, at) => at < verb.from && QUOTING.has(text))
      const start = Math.max(partStart(clause, verb.from), quoting + 1)
      const from = Math.max(start, verb.from - REACH[language])
      if (tokens.slice(from, verb.from).some((token) => SUBORDINATORS.has(token.text))) continue
      const before = this.#named(clause, from, verb.from)
      if (before) {
        // A subject that reaches back as far as one looks is cut where its source is named.
        const first = from > start ? before.from : from
        return { side: before.side, said: cut(clause, first, verb.to) }
      }
      const behind = this.#behind(clause, start, verb.from)
      if (behind) return { side: behind.side, said: cut(clause, behind.from, verb.to) }
      // After a quote the verb may come first.
      if (AFTER_A_QUOTE.test(text.slice(0, verb.start))) {
        const to = Math.min(verb.to + REACH[language], partEnd(clause, verb.to))
        // "…,” said Matthew Miller, the State Department spokesman"
        const next = Math.min(to + REACH[language], partEnd(clause, to))
        const after = this.#named(clause, verb.to, to) ?? this.#explained(clause, verb.to, to, next)
        if (after) return { side: after.side, said: cut(clause, verb.from, to) }
      }
    }
    return null
  }

  /** The subject lies behind words set in: "Blinken, who arrived on Sunday, said"; the verb has none beside it. */
  #behind(clause: Clause, start: number, verb: number): { side: Side; from: number } | null {
    if (
      start === 0 ||
      verb - start > MOST_ADVERBS ||
      !/[,，]\s*$/u.test(clause.text.slice(0, clause.tokens[start]?.start))
    )
      return null
    let to = start
    for (let parts = 0; parts < PARTS_BEHIND && to > 0; parts++) {
      const from = partStart(clause, to - 1)
      if (!isSetIn(clause.tokens[from])) {
        const named = this.#named(clause, from, Math.min(to, from + OPENING[clause.language]))
        if (named) return named
        if (namesOutsider(clause.tokens.slice(from, to))) return null
      }
      to = from
    }
    return null
  }

  /** Somebody new, whose office follows: "Matthew Miller, the State Department spokesman". */
  #explained(clause: Clause, from: number, to: number, next: number): { side: Side; from: number } | null {
    const name = clause.tokens.slice(from, to)
    return name.length > 0 && name.every(({ capital }) => capital) && !namesOutsider(clause.tokens.slice(to))
      ? this.#named(clause, to, next)
      : null
  }

  /** What has long been said or held is no statement of the day, unless its words are quoted. */
  #isBackground(clause: Clause, verb: Place): boolean {
    const { text, tokens } = clause
    if ([verb.from - 1, verb.from].some((at) => BACKGROUND.has(tokens[at]?.text ?? '')))
      return !text.includes(BLANK)
    return (
      HOLDING.has(tokens[verb.from]?.text ?? '') &&
      tokens.slice(verb.to, partEnd(clause, verb.to)).some(({ text }) => AS.has(text))
    )
  }

  /** Who is named between two tokens as a source; null for nobody, or somebody who speaks for neither side. */
  #named(clause: Clause, from: number, to: number): { side: Side; from: number } | null {
    const part = clause.tokens.slice(from, to)
    if (part.length === 0 || namesOutsider(part)) return null
    const phrase = cut(clause, from, to)
    const mentions = mentionsIn(this.#cast, part, clause.text)
    // Another government's office is nobody's here: "Japan's foreign ministry".
    const [opening] = mentions
    if (opening?.party && opening.party !== 'us' && opening.party !== 'cn') return null
    const telling = mentions.find(({ party }) => party !== null) ?? opening
    if (telling) {
      const side = sideOf(telling, this.last)
      return side && { side, from: from + telling.from }
    }
    const surname = part.findIndex(({ text, capital }) => capital && this.#names.has(text))
    const named = this.#names.get(part[surname]?.text ?? '')
    if (named) return { side: named, from: from + surname }
    if (clause.language === 'zh')
      for (const [name, side] of this.#names) if (phrase.includes(name)) return { side, from }
    return this.last && this.#refersBack(part, phrase) ? { side: this.last, from } : null
  }

  /** "He", "the official", "the statement": whoever spoke last. */
  #refersBack(part: readonly Token[], phrase: string): boolean {
    const alone = part.filter(({ text }) => !ARTICLES.has(text))
    if (alone.some(({ text }) => PRONOUNS.has(text)) && alone.length <= PRONOUN_WORDS) return true
    const words = part.map(({ text }) => text).join('')
    const speaks =
      alone.some(({ text }) => SPOKESPEOPLE.has(text) || OUTLETS.has(text)) ||
      [...SPOKESPEOPLE, ...OUTLETS].some((word) => /\p{Script=Han}/u.test(word) && words.includes(word))
    // A name of its own is somebody new.
    return speaks && !/\p{Lu}\p{L}+\s+\p{Lu}/u.test(phrase)
  }
}
