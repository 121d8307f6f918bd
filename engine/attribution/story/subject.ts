import type { Mention, StoryIndex } from '../../entities/entity-index.ts'
import { hasNameInParts } from '../../entities/chinese-name-ends.ts'
import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import type { TokenisedText } from '../../text/document.ts'
import type { Token } from '../../text/tokens.ts'
import type { Side } from '../../model.ts'
import { aboutIn } from './sentence-topic.ts'
import { chineseNameIn, isNobodyInChinese, sideOfChineseName, sideOfChineseSurname } from './chinese.ts'
import { cut, isSetIn, partEnd, type Clause } from './clause.ts'
import { concernedIn } from './cleft.ts'
import { bodiesIn, hasChinesePresident, type Bodies } from './institutions.ts'
import { DiscourseState } from './discourse-state.ts'
import { headOf } from './head.ts'
import { namelessIn } from './definite-descriptions.ts'
import { isOrganAgain } from './state-media.ts'
import { People } from './people.ts'
import { ofPlace } from '../../entities/story-mentions.ts'
import { SPOKESPEOPLE } from '../../entities/beside-offices.ts'
import { type Names, PRONOUNS, SURNAME_LIKE_A_PRONOUN } from '../../entities/story-names.ts'
import {
  elsewhereIn,
  explainsOutsider,
  isBehindPreposition,
  outsiderIn
} from '../../entities/third-parties.ts'
import { isHeOrShe, LONGEST_NAME, titledBefore } from './reference.ts'
import { Abroad, isOfAnotherPlace, isOfTaipeiOrSeoul } from './third-party-names.ts'
import { HEADS, sideOf } from '../../entities/sides.ts'
import { areTogether, canSpeak, firstOf, isForeign, isSurname, type Part } from './speakers.ts'
import { wordSet } from '../../text/word-sets.ts'

const HONORIFICS = wordSet(cues.honorifics)
const OPENERS = wordSet(cues.openers)
const OFFICIALS = wordSet(cues.officials)
const PLURALS = wordSet(cues.plurals)
const THEY = wordSet(cues.they)

/** A source opens its clause, but for a title, an article or a place in time before it. */
export const OPENING = { en: 8, zh: 28 }

/** Who a subject names, and at which token. */
export interface Named {
  side: Side
  from: number
}

/** Finds who the subject of a clause is, in a story read from its beginning. */
export class Subjects {
  readonly #entities: StoryIndex
  /** Surnames that the story gives a side, or none. */
  readonly names: Names
  readonly #known: Map<string, Side | null>
  /** Which sentences are about a third country. */
  readonly abroad: Abroad
  readonly #bodies: Bodies
  /** "The president" can only be the United States'. */
  readonly #hasOnePresident: boolean
  readonly #heard = new DiscourseState()
  readonly #people: People
  /** Whoever spoke last is only supposed to have. */
  #isSupposed = false

  constructor({ text: story, tokens: words }: TokenisedText, entities: StoryIndex) {
    this.#entities = entities
    this.#known = new Map(entities.names)
    this.names = this.#known
    this.abroad = new Abroad((tokens, text) => entities.mentionsIn(tokens, text))
    this.#people = new People(story, this.names)
    const mentions = this.#entities.mentionsIn(words, story)
    this.#bodies = bodiesIn(mentions, words)
    this.#hasOnePresident = !hasChinesePresident(mentions, words)
  }

  /** Who spoke last: what "he said" refers to, and "the spokesman"; null after somebody else's words. */
  get last(): Side | null {
    return this.#heard.last
  }

  /** Somebody spoke; or, null, somebody of neither side. */
  heard(side: Side | null, said?: string, sentence?: string): void {
    this.#heard.hear(side, said, sentence)
    this.#people.hear(side, said ?? '', sentence)
  }

  /** Whose people alone are named in a clause, wherever: "The reporters were leaving when Mr. Rowan waved them back." */
  onlySide({ tokens, text }: Clause): Side | null {
    const sides = new Set<Side>()
    for (const { kind, party } of this.#entities.mentionsIn(tokens, text))
      if (kind === 'person' && (party === 'us' || party === 'cn')) sides.add(party)
    for (const token of tokens) {
      const side = token.capital ? this.names.get(token.text) : null
      if (side) sides.add(side)
    }
    return sides.size === 1 ? ([...sides][0] ?? null) : null
  }

  /** Looks with somebody else for whoever spoke last. */
  withLast<T>(side: Side | null, look: () => T): T {
    const { last } = this
    this.#heard.last = side
    this.#isSupposed = true
    const found = look()
    this.#heard.last = last
    this.#isSupposed = false
    return found
  }

  /** Whose a pronoun is: of a person, where it is "he" or "she". */
  #lastOf(pronoun: Token | undefined): Side | null {
    const person =
      isHeOrShe(pronoun) && pronoun && !this.#isSupposed ? this.#people.sideOf(pronoun.text) : undefined
    return person === undefined || this.last === null ? this.last : person
  }

  /** A part of a clause, with all who are named in it. */
  within(clause: Clause, part: readonly Token[]): Part {
    const { text, language } = clause
    const mentions = this.#entities.mentionsIn(part, text)
    const all = this.abroad.has(clause, part) ? ofPlace(mentions) : mentions
    return { part, all, text, language, names: this.names }
  }

  /** Whether whoever is named first between two tokens is of a third country: "the Philippine foreign ministry". */
  isOfAThird(clause: Clause, from: number, to: number): boolean {
    const within = this.within(clause, clause.tokens.slice(from, to))
    const { third, own } = firstOf(within)
    return third < own || (own === Infinity && this.abroad.has(clause, within.part))
  }

  /** Whose a document is that a part takes up: "the readout". */
  documentOf(part: readonly Token[]): Side | null {
    return part[0]?.text === 'the' ? this.#heard.documentIn(part) : null
  }

  /** Who is named between two tokens as a source; null for nobody, or somebody who speaks for neither side. */
  named(clause: Clause, start: number, end: number): Named | null {
    const head = headOf(clause, start, end)
    if (!head) return null
    const { from, to } = head
    const part = clause.tokens.slice(from, to)
    // "She met Wang and said", "he smiled and told": a pronoun at the head is the subject, whoever is named behind it.
    // Behind a Chinese comma it is whoever the sentence has told of.
    if (
      isHeOrShe(part[0]) &&
      (clause.language === 'en' || start === 0 || this.#hasToldOfNone(clause, start))
    ) {
      const side =
        this.#surname(clause, from) ?? titledBefore(clause.tokens, from, this.names) ?? this.#lastOf(part[0])
      return side && { side, from }
    }
    // "*Mr. He* struck a more formal note"
    if (HONORIFICS.has(part[0]?.text ?? '') && isHeOrShe(part[1])) {
      const side = this.#surname(clause, from + 1)
      if (side) return { side, from }
    }
    if (clause.language === 'zh' && isNobodyInChinese(part, clause.text)) return null
    const phrase = cut(clause, from, to)
    const within = this.within(clause, part)
    const mentions = within.all.filter((mention) => canSpeak(mention, within))
    const [opening] = mentions
    const surname = part.findIndex((_, at) => isSurname(at, within))
    const first = Math.min(opening?.from ?? Infinity, surname < 0 ? chineseNameIn(within) : surname)
    if (this.#heard.byOrgan && isOrganAgain(part)) return { side: 'cn', from }
    const isElsewhere = isOfAnotherPlace(part) || isOfTaipeiOrSeoul(part, clause.text, this.names)
    if (!within.all.some(({ kind }) => kind === 'party') && isElsewhere) return null
    const outsider = outsiderIn(part)
    // "Rubio in a talk with reporters"; but not "Chinese analysts", nor "a person close to Rubio".
    // In Chinese a name goes before whatever belongs to it.
    const isSubject =
      clause.language === 'en'
        ? outsider <= first || !isBehindPreposition(part, outsider)
        : outsider < chineseNameIn(within) &&
          !(opening && opening.kind !== 'party' && opening.from < outsider)
    if (outsider >= 0 && isSubject) return null
    const elsewhere = elsewhereIn(part, clause.text)
    // "A finance ministry official from Zambia": an office that belongs there.
    const isThere = opening?.kind === 'office' && isBehindPreposition(part, elsewhere)
    if (elsewhere >= 0 && (elsewhere <= first || isThere)) return null
    // Another government's office is nobody's here: "Japan's foreign ministry".
    if (opening?.party && opening.party !== 'us' && opening.party !== 'cn') return null
    if (opening?.never.includes('us') && opening.never.includes('cn')) return null
    // "Harmon was asked whether Xi …": whose side the story has told, though the office does not.
    const isToldOf = opening?.kind === 'person' && (this.names.get(part[opening.to - 1]?.text ?? '') ?? null)
    const telling = isToldOf ? opening : (mentions.find(({ party }) => party !== null) ?? opening)
    const isOfNobody = telling?.party === null && sideOfChineseName(phrase, this.names) === null
    if (telling && isOfNobody && clause.language === 'zh' && hasNameInParts(telling, clause.text)) return null
    if (telling) {
      if (areTogether(mentions, within) || isForeign(telling, within)) return null
      const named = this.names.get(part[surname]?.text ?? '')
      // "Ambassador Dane": an office of either side, a name of one.
      const side =
        (telling.party === null ? (named ?? sideOfChineseName(phrase, this.names)) : null) ??
        sideOf(telling) ??
        // "Spokesperson Tang Lian", after the ministry: its own.
        (SPOKESPEOPLE.has(telling.text.toLowerCase()) ? this.last : null)
      if (side && part.some(({ text }) => OFFICIALS.has(text))) this.#heard.tellOf(side)
      if (side) return { side, from: from + telling.from }
      if (telling.party !== null) return null
    }
    const named = this.names.get(part[surname]?.text ?? '')
    if (named) return { side: named, from: from + surname }
    const chinese = sideOfChineseName(phrase, this.names) ?? sideOfChineseSurname(part, this.names)
    if (chinese) return { side: chinese, from }
    const nameless = namelessIn(
      { clause, part, from, isAbroad: this.abroad.has(clause, part) },
      this.#heard,
      this.#bodies,
      this.#hasOnePresident
    )
    if (nameless?.isNamed) this.learn(clause, from + 1, to, nameless.side)
    return nameless && { side: nameless.side, from }
  }

  /** "临行前，*他*写道": a pronoun behind a Chinese comma, before which nobody is named. */
  #hasToldOfNone({ text, tokens, language }: Clause, start: number): boolean {
    return aboutIn(this, { text, tokens: tokens.slice(0, start), language }) === undefined
  }

  /** "…, said *He*", "*He*, speaking through an interpreter, said": a surname, where a pronoun would not stand so. */
  #surname({ tokens, text }: Clause, at: number): Side | null {
    const token = tokens[at]
    const isName = token?.capital === true && (at > 0 || text.startsWith(',', token.end))
    return isName ? (this.names.get(SURNAME_LIKE_A_PRONOUN) ?? null) : null
  }

  /** "but in a post on X *it said*": a pronoun right before its verb is whoever the sentence has told of, or the last. */
  pronoun(clause: Clause, start: number, verb: number): Named | null {
    const word = clause.tokens[verb - 1]
    if (!word || verb - 1 < start || !PRONOUNS.has(word.text)) return null
    // "*Mr He* said"
    const surname = isHeOrShe(word) ? this.#surname(clause, verb - 1) : null
    if (surname) return { side: surname, from: verb - 1 }
    // "The Americans had a file that, *they* said, was new": whom the sentence has told of.
    const isMany = this.#heard.many || clause.tokens.slice(0, start).some(({ text }) => PLURALS.has(text))
    if (THEY.has(word.text) && !isMany) return null
    const concerned = start > 0 && isHeOrShe(word) ? concernedIn(this, clause) : undefined
    if (concerned) return { side: concerned.side, from: verb - 1 }
    const opening = clause.tokens[start]
    if (verb - 1 > start && !OPENERS.has(opening?.text ?? '')) return null
    // "whom she told", "but it said": of whom the sentence told before; not in "Mr. Xi, he said, was strong".
    const told =
      start > 0 && (verb - 1 > start || /[;；]\s*$/u.test(clause.text.slice(0, word.start)))
        ? aboutIn(this, { ...clause, tokens: clause.tokens.slice(0, start) })
        : undefined
    const side =
      titledBefore(clause.tokens, verb - 1, this.names) ??
      (told === undefined ? this.#lastOf(word) : (told?.side ?? null))
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
    if (!surname || name.length < 2 || name.length > LONGEST_NAME || !name.every(({ capital }) => capital))
      return
    // A Chinese surname is the first word of the name.
    const words = side === 'cn' ? [name[0], surname] : [surname]
    for (const word of words) if (word && !this.names.has(word.text)) this.#known.set(word.text, side)
  }

  /** Somebody new, whose office follows: "Matthew Miller, the State Department spokesman". */
  explained(clause: Clause, from: number, to: number, next: number): Named | null {
    const name = clause.tokens.slice(from, to)
    const explanation = clause.tokens.slice(to, next)
    const isExplained =
      name.length > 0 &&
      name.every(({ capital }) => capital) &&
      !isSetIn(explanation[0]) &&
      explanation.some(({ text }) => HEADS.has(text)) &&
      !explainsOutsider(clause.tokens.slice(to, partEnd(clause, to)))
    const named = isExplained ? this.named(clause, to, next) : null
    if (named) this.learn(clause, from, to, named.side)
    return named
  }

  /** Whose people are named between two tokens, in their order. */
  sidesIn(clause: Clause, from: number, to: number): Side[] {
    const within = this.within(clause, clause.tokens.slice(from, to))
    const { part, all, names, text } = within
    const found: { side: Side | null; at: number }[] = all.map((mention) => {
      const told = mention.kind === 'person' ? names.get(part[mention.to - 1]?.text ?? '') : undefined
      return { side: told === null ? null : (sideOf(mention) ?? told ?? null), at: mention.start }
    })
    for (const [at, { text: word, capital, start }] of part.entries())
      if (capital && !all.some((other) => other.from <= at && other.to > at))
        found.push({ side: names.get(word) ?? null, at: start })
    if (clause.language === 'zh') {
      const [first, last] = [part[0]?.start ?? 0, part.at(-1)?.end ?? 0]
      for (const [name, side] of names) {
        const at = text.indexOf(name, first)
        if (at >= 0 && at < last) found.push({ side, at })
      }
    }
    return found.sort((one, other) => one.at - other.at).flatMap(({ side }) => side ?? [])
  }

  /** The same for those of an English subject who may speak: of "the Chinese Embassy in Washington" the embassy. */
  speakersIn(clause: Clause, from: number, to: number): Side[] {
    const within = this.within(clause, clause.tokens.slice(from, to))
    const all = this.sidesIn(clause, from, to)
    const end = within.all.find((mention) => !canSpeak(mention, within))?.from ?? 0
    const ahead = end > 0 ? this.sidesIn(clause, from, from + end) : []
    return ahead.length > 0 ? ahead : all
  }

  /** All who are named in a clause. */
  mentionsOf({ tokens, text }: Clause): readonly Mention[] {
    return this.#entities.mentionsIn(tokens, text)
  }

  /** Officials of a side are told of: who "one of them" is in the next sentence. */
  tellOf(side: Side): void {
    this.#heard.tellOf(side)
  }

  /** Whether a part that opens so tells of the subject and is not it; but for a name that ends as a participle does. */
  isSetIn(token: Token | undefined): boolean {
    return isSetIn(token) && !(token?.capital === true && this.names.has(token.text))
  }

  /** Whether somebody is named as names are written in Taipei and in Seoul, whom the story has given no side. */
  isOfTaipei(clause: Clause, from: number, to: number): boolean {
    return isOfTaipeiOrSeoul(clause.tokens.slice(from, to), clause.text, this.names)
  }

  /** Whether a part is nothing but a name that the story has introduced: "*Teller*, a former executive, said". */
  isKnownName(clause: Clause, from: number, to: number): boolean {
    const words = clause.tokens.slice(from, to)
    const name = words.at(-1)
    return words.length === 1 && name?.capital === true && (this.names.get(name.text) ?? null) !== null
  }

  /** Whether only a government’s seat is named, which may be a mere place. */
  isPlace(clause: Clause, from: number, to: number): boolean {
    const part = clause.tokens.slice(from, to)
    const mentions = this.#entities.mentionsIn(part, clause.text)
    return (
      mentions.every(({ kind }) => kind === 'party') &&
      !part.some(({ text }) => HEADS.has(text) || this.names.has(text))
    )
  }
}
