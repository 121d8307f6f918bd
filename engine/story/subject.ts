import { castOf, type Cast, type Mention } from '../attribute/cast.ts'
import cues from '../lexicon/data/story-cues.json' with { type: 'json' }
import type { Token } from '../match/tokens.ts'
import { PhraseMatcher } from '../match/phrases.ts'
import { SIDES, type Side } from '../model.ts'
import { cut, isSetIn, partEnd, type Clause } from './clause.ts'
import { introducedNames, mentionsIn, PRONOUNS, SPOKESPEOPLE } from './names.ts'
import { elsewhereIn, isBehindPreposition, outsiderIn, wordBefore } from './outsiders.ts'
import { areTogether, canSpeak, HEADS, isSurname, type Part } from './speakers.ts'
import { wordSet } from './words.ts'

const OUTLETS = wordSet(cues.outlets)
const ROLES = wordSet(cues.roles)
const ARTICLES = wordSet(cues.articles)
const OPENERS = wordSet(cues.openers)
const OFFICIALS = wordSet(cues.officials)
const oneOfThem = new PhraseMatcher(cues.oneOfThem.map((phrase) => ({ phrase, value: true })))
const oneAlone = wordSet(cues.oneAlone)
const BELONGING = wordSet(cues.belonging)
const POSSESSIVES = wordSet(cues.possessives)
const HE_OR_SHE = wordSet(cues.heOrShe)
const THEY = wordSet(cues.they)
const BOTH = wordSet(cues.both)
const RELATIVES = wordSet(cues.relatives)

/** A source opens its clause, but for a title, an article or a place in time before it. */
export const OPENING = { en: 8, zh: 28 }
/** Most words of a full name. */
const LONGEST_NAME = 4
/** A pronoun is its whole subject, but for a word like "also". */
const PRONOUN_WORDS = 2

/** "The secretary", "the foreign minister": roles that one side has, whoever spoke last. */
const roles = new PhraseMatcher(
  SIDES.flatMap((side) => cues.rolesOf[side].map((phrase) => ({ phrase, value: side })))
)
/** "The president" and no more, where nobody has spoken just before: the United States', as newspapers have it. */
const rolesOfTheUs = new PhraseMatcher(cues.rolesOfTheUs.map((phrase) => ({ phrase, value: 'us' as const })))
const roleIn = (matcher: PhraseMatcher<Side>, part: readonly Token[]): Side | null => {
  const [found] = matcher.findLongest(part)
  return found?.from === 0 ? found.value : null
}

/** A name of its own is somebody new. */
const isNewName = (phrase: string): boolean => /\p{Lu}\p{L}+\s+\p{Lu}/u.test(phrase)

/** "Spokesman Tommy Pigott": no office, which would tell whose he is. */
const isSpokesmanWithName = (part: readonly Token[], phrase: string): boolean =>
  SPOKESPEOPLE.has(part[0]?.text ?? '') &&
  part.length > 1 &&
  part.length <= LONGEST_NAME &&
  part.slice(1).every(({ capital }) => capital) &&
  !phrase.includes(',')

const isHeOrShe = (token: Token | undefined): boolean => HE_OR_SHE.has(token?.text ?? '')

/** Who a subject names, and at which token. */
export interface Named {
  side: Side
  from: number
}

const sideOf = ({ party, never }: Mention): Side | null => {
  if (party === 'us' || party === 'cn') return party
  if (party !== null) return null
  if (never.includes('us')) return 'cn'
  return never.includes('cn') ? 'us' : null
}

/** Finds who the subject of a clause is, in a story read from its beginning. */
export class Subjects {
  readonly #cast: Cast
  readonly #names: Map<string, Side | null>
  /** Who spoke last: what "he said" refers to, and "the spokesman"; null after somebody else's words. */
  last: Side | null = null
  /** Of which side officials without a name were heard last: "a second official", "one of them". */
  #officials: Side | null = null

  constructor(story: string) {
    this.#cast = castOf([story])
    this.#names = new Map(introducedNames(story, this.#cast))
  }

  /** Looks with somebody else for whoever spoke last. */
  withLast<T>(side: Side | null, look: () => T): T {
    const { last } = this
    this.last = side
    const found = look()
    this.last = last
    return found
  }

  /** Who is named between two tokens as a source; null for nobody, or somebody who speaks for neither side. */
  named(clause: Clause, from: number, end: number): Named | null {
    // What tells of the subject is none of it: "an official *who briefed reporters*".
    const relative = clause.tokens.findIndex(({ text }, at) => at > from && at < end && RELATIVES.has(text))
    const to = relative < 0 ? end : relative
    const part = clause.tokens.slice(from, to)
    if (part.length === 0) return null
    // "She met Wang and said", "he smiled and told": a pronoun at the head is the subject, whoever is named behind it.
    if (isHeOrShe(part[0])) return this.last && { side: this.last, from }
    const phrase = cut(clause, from, to)
    const all = mentionsIn(this.#cast, part, clause.text)
    const within: Part = { part, all, text: clause.text, language: clause.language, names: this.#names }
    const mentions = all.filter((mention) => canSpeak(mention, within))
    const [opening] = mentions
    const surname = part.findIndex((_, at) => isSurname(at, within))
    const first = Math.min(opening?.from ?? Infinity, surname < 0 ? Infinity : surname)
    const outsider = outsiderIn(part)
    // "Rubio in a talk with reporters"; but not "Chinese analysts", nor "a person close to Rubio".
    if (outsider >= 0 && (outsider <= first || !isBehindPreposition(part, outsider))) return null
    const abroad = elsewhereIn(part, clause.text)
    if (abroad >= 0 && abroad <= first) return null
    // Another government's office is nobody's here: "Japan's foreign ministry".
    if (opening?.party && opening.party !== 'us' && opening.party !== 'cn') return null
    const telling = mentions.find(({ party }) => party !== null) ?? opening
    if (telling?.kind === 'office' && telling.party !== 'us' && this.#isAbroad(clause)) return null
    if (telling) {
      if (areTogether(mentions, within)) return null
      const named = this.#names.get(part[surname]?.text ?? '')
      // "Ambassador Dane": an office of either side, a name of one.
      const side =
        (telling.party === null ? named : null) ??
        sideOf(telling) ??
        // "Spokesperson Tang Lian", after the ministry: its own.
        (SPOKESPEOPLE.has(telling.text.toLowerCase()) ? this.last : null)
      if (side && part.some(({ text }) => OFFICIALS.has(text))) this.#officials = side
      if (side) return { side, from: from + telling.from }
      if (telling.party !== null) return null
    }
    const named = this.#names.get(part[surname]?.text ?? '')
    if (named) return { side: named, from: from + surname }
    if (clause.language === 'zh')
      for (const [name, side] of this.#names) if (side && phrase.includes(name)) return { side, from }
    if (oneOfThem.findLongest(part)[0]?.from === 0 || oneAlone.has(part.map(({ text }) => text).join(' '))) {
      const officials = this.#officials ?? this.last
      return officials && { side: officials, from }
    }
    const spokesman = this.last && isSpokesmanWithName(part, phrase)
    if (spokesman && this.last) {
      this.learn(clause, from + 1, to, this.last)
      return { side: this.last, from }
    }
    const role = roleIn(roles, part)
    if (role && !isNewName(phrase)) return { side: role, from }
    const side = role ?? this.last ?? roleIn(rolesOfTheUs, part)
    if (
      part.some(({ text }) => THEY.has(text)) &&
      clause.tokens.slice(0, from).some(({ text }) => BOTH.has(text))
    )
      return null
    return side && this.#refersBack(part, phrase) ? { side, from } : null
  }

  /** "but in a post on X *it said*": a pronoun right before its verb is whoever the sentence has told of, or the last. */
  pronoun(clause: Clause, start: number, verb: number): Named | null {
    const word = clause.tokens[verb - 1]
    if (!word || verb - 1 < start || !PRONOUNS.has(word.text)) return null
    const opening = clause.tokens[start]
    if (verb - 1 > start && !OPENERS.has(opening?.text ?? '')) return null
    // "whom she told", "but it said": of whom the sentence told before; not in "Mr. Xi, he said, was strong".
    const told =
      start > 0 && verb - 1 > start
        ? this.about({ ...clause, tokens: clause.tokens.slice(0, start) })
        : undefined
    const side = told === undefined ? this.last : (told?.side ?? null)
    return side && { side, from: verb - 1 }
  }

  /** Whether a pronoun right before a verb stands behind other words of its part: "an effort *she* said". */
  isPronounInside({ tokens }: Clause, start: number, verb: number): boolean {
    const word = tokens[verb - 1]
    return verb - 1 > start && word !== undefined && !word.capital && PRONOUNS.has(word.text)
  }

  /** Whoever has spoken with a full name is known by the surname from here on: "Larry Aldous, his adviser, said". */
  learn(clause: Clause, from: number, to: number, side: Side): void {
    const name = clause.tokens.slice(from, to)
    const surname = name.at(-1)
    if (surname && name.length > 1 && name.length <= LONGEST_NAME && name.every(({ capital }) => capital))
      if (!this.#names.has(surname.text)) this.#names.set(surname.text, side)
  }

  /** Somebody new, whose office follows: "Matthew Miller, the State Department spokesman". */
  explained(clause: Clause, from: number, to: number, next: number): Named | null {
    const name = clause.tokens.slice(from, to)
    const explanation = clause.tokens.slice(to, next)
    return name.length > 0 &&
      name.every(({ capital }) => capital) &&
      !isSetIn(explanation[0]) &&
      explanation.some(({ text }) => HEADS.has(text))
      ? this.named(clause, to, next)
      : null
  }

  /**
   * Whom a sentence that reports no statement is about, for what is said after it: "Rubio paused." Undefined where it
   * is about no person, null where about somebody of neither side.
   */
  about(clause: Clause): (Named & { said: string }) | null | undefined {
    this.#tellsOfOfficials(clause)
    for (let from = 0; from < clause.tokens.length;) {
      const end = partEnd(clause, from)
      const whole = clause.tokens.slice(from, Math.min(end, from + OPENING[clause.language]))
      const outsider = outsiderIn(whole)
      // "Rubio called in the reporters": he was named before them.
      const part = outsider > 0 ? whole.slice(0, outsider) : whole
      const to = from + part.length
      if (!isSetIn(part[0])) {
        if (outsider === 0 || elsewhereIn(part, clause.text) === 0) return null
        const isPerson = this.#isPerson(clause, part)
        const named = isPerson ? this.named(clause, from, to) : null
        if (named) return { ...named, said: cut(clause, named.from, to) }
        // Somebody else, of whom "he" is said from here on.
        if (outsider > 0 || isPerson) return null
      }
      from = end
    }
    return this.#concerned(clause)
  }

  /** "A phrase that American officials tried to explain": who "one of them" is in the next sentence. */
  #tellsOfOfficials({ tokens, text }: Clause): void {
    for (const { kind, party, to } of mentionsIn(this.#cast, tokens, text))
      if (kind === 'party' && (party === 'us' || party === 'cn') && OFFICIALS.has(tokens[to]?.text ?? ''))
        this.#officials = party
  }

  /** "For Mr. Rowan, the visit was a homecoming." */
  #concerned(clause: Clause): (Named & { said: string }) | undefined {
    if (clause.tokens[0]?.text !== 'for') return undefined
    const to = partEnd(clause, 0)
    const named = this.named(clause, 1, to)
    return named ? { ...named, said: cut(clause, named.from, to) } : undefined
  }

  /** "In Taipei, the foreign ministry said": an office that its name does not give to a side is of that place. */
  #isAbroad(clause: Clause): boolean {
    if (clause.tokens[0]?.text !== 'in') return false
    const place = clause.tokens.slice(1, partEnd(clause, 0))
    const [first] = mentionsIn(this.#cast, place, clause.text)
    return (
      elsewhereIn(place, clause.text) === 0 ||
      (first?.from === 0 && first.party !== null && first.party !== 'us' && first.party !== 'cn')
    )
  }

  /** Whether only a government’s seat is named, which may be a mere place. */
  isPlace(clause: Clause, from: number, to: number): boolean {
    const part = clause.tokens.slice(from, to)
    const mentions = mentionsIn(this.#cast, part, clause.text)
    return (
      mentions.every(({ kind }) => kind === 'party') &&
      !part.some(({ text }) => HEADS.has(text) || this.#names.has(text))
    )
  }

  #isPerson(clause: Clause, part: readonly Token[]): boolean {
    const all = mentionsIn(this.#cast, part, clause.text)
    const within: Part = { part, all, text: clause.text, language: clause.language, names: this.#names }
    return (
      isHeOrShe(part[0]) ||
      all.some(({ kind }) => kind !== 'party') ||
      (part[0]?.text === 'the' && part.some(({ text }) => ROLES.has(text))) ||
      part.some(
        ({ text }, at) =>
          (all.length > 0 && HEADS.has(text)) || SPOKESPEOPLE.has(text) || isSurname(at, within)
      ) ||
      (clause.language === 'zh' &&
        [...this.#names.keys()].some((name) =>
          part
            .map(({ text }) => text)
            .join('')
            .includes(name)
        ))
    )
  }

  /** "He", "the official", "the statement": whoever spoke last. */
  #refersBack(part: readonly Token[], phrase: string): boolean {
    const alone = part.filter(({ text }) => !ARTICLES.has(text))
    if (alone.some(({ text }) => PRONOUNS.has(text)) && alone.length <= PRONOUN_WORDS)
      return alone[0]?.text !== 'it' || alone.length === 1
    // "a spokeswoman for the presidential office": somebody new, of a body that is nobody's here.
    if (
      part.some(
        (_, at) => BELONGING.has(wordBefore(part, at)?.text ?? '') && HEADS.has(part[at - 2]?.text ?? '')
      )
    )
      return false
    const words = part.map(({ text }) => text).join('')
    const speaks =
      part.some(
        ({ text }, at) =>
          (SPOKESPEOPLE.has(text) ||
            OUTLETS.has(text) ||
            (ROLES.has(text) && POSSESSIVES.has(part[0]?.text ?? ''))) &&
          !isBehindPreposition(part, at)
      ) || [...SPOKESPEOPLE, ...OUTLETS].some((word) => /\p{Script=Han}/u.test(word) && words.includes(word))
    return speaks && !isNewName(phrase)
  }
}
