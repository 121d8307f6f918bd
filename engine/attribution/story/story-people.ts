import type { EntityIndex, Mention } from '../../entities/entity-index.ts'
import data from '../../lexicon/data/story-meetings.json' with { type: 'json' }
import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import { placeMatcher } from '../../lexicon/places.ts'
import type { Side, Span } from '../../model.ts'
import { detectLanguage } from '../../text/language.ts'
import type { Token } from '../../text/tokens.ts'
import { SURNAME_LIKE_A_PRONOUN, type Names } from '../../entities/story-names.ts'
import { matcherOf, wordSet } from '../../text/word-sets.ts'

/** Somebody of one side whom a story names. */
export interface Person {
  /** As it is shown: of Americans the surname, of others the whole name. */
  name: string
  side: Side
  /** How often the story names him. */
  times: number
  /** A spokesman or spokeswoman, who reports of meetings and is in none. */
  speaksForOthers: boolean
}

/** A place where somebody is named, or called by the office that the story gave him. */
export interface Named extends Span {
  person: Person
  /** By side and office alone, as whoever the story has most of: "the American envoy". */
  isMeant?: true
}

/** A story with its words and all whom it names. */
export interface PeopleOfStory {
  text: string
  tokens: readonly Token[]
  people: StoryPeople
}

const TITLES = wordSet([...cues.titleWords, ...cues.roles, ...cues.honorifics])
const SPOKESPEOPLE = data.spokespeople.join('|')
/** "Spokesman *Paul Reyes*", "a spokeswoman for the ministry, *Bai Ying*". */
const SPEAKS_BEFORE = new RegExp(
  `(?:${SPOKESPEOPLE})(?:[^.;“”"\\n]{0,60}, (?:\\p{Lu}\\p{L}{1,4}\\. )*|\\s?)$`,
  'iu'
)
/** "*Bai Ying*, another ministry spokeswoman". */
const SPEAKS_BEHIND = new RegExp(`^, [^,.;“”"\\n]{0,60}(?:${SPOKESPEOPLE})`, 'iu')
const BESIDE = 90
const ROLES = wordSet([...cues.roles, ...cues.honorifics, ...cues.ranks])
const POSSESSIVES = wordSet(cues.possessives)
/** Most words of an office, and of a name. */
const LONGEST_OFFICE = 5
const LONGEST_NAME = 4
/** Most letters of a title that is shortened with a stop: "Gen.". */
const SHORTENED = 4
/** Two characters at least, or a foreign name with its points. */
const CHINESE_NAME = /^[\p{Script=Han}·]{2,}$/u
const NO_NAME = new RegExp(data.noNames.join('|'), 'u')
const OUTLETS = matcherOf(cues.stateOrgans)
const MEANT = wordSet(data.meant)

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at)

/** What the story calls somebody, as words in its order. */
interface Run extends Span {
  words: string[]
  side: Side
  from: number
}

const sideIn = (side: string | null | undefined): Side | null =>
  side === 'us' || side === 'cn' ? side : null

/**
 * The people of both sides whom a story names, and every place where it does: by the whole name, by the surname alone
 * (of two who have it, whoever was named last), or by an office that only one of them was given ("the premier").
 */
export class StoryPeople {
  readonly #text: string
  readonly #tokens: readonly Token[]
  readonly #mentions: readonly Mention[]
  /** In the order of the story. */
  readonly named: readonly Named[]
  readonly people: readonly Person[]

  constructor(text: string, tokens: readonly Token[], entities: EntityIndex, names: Names) {
    this.#text = text
    this.#tokens = tokens
    this.#mentions = entities.mentionsIn(tokens, text)
    const runs = detectLanguage(text) === 'zh' ? this.#inChinese(names) : this.#inEnglish(names)
    const byName = this.#resolved(runs.sort((one, other) => one.start - other.start))
    this.people = [...new Set(byName.map(({ person }) => person))]
    const byOffice = this.#byOffice(byName)
    const meant = this.#meant([...byName, ...byOffice])
    this.named = [...byName, ...byOffice, ...meant].sort((one, other) => one.start - other.start)
  }

  /** Who is named in a stretch of the story, in its order. */
  within({ start, end }: Span): Named[] {
    return this.named.filter((named) => named.start >= start && named.end <= end)
  }

  /** Whom the story names most often of a side, but for spokespeople. */
  central(side: Side): Person | undefined {
    return this.people
      .filter((person) => person.side === side && !person.speaksForOthers)
      .sort((one, other) => other.times - one.times)[0]
  }

  /** Whether somebody is introduced as one who speaks for others. */
  #speaks({ start, end }: Span): boolean {
    return (
      SPEAKS_BEFORE.test(this.#text.slice(Math.max(0, start - BESIDE), start)) ||
      SPEAKS_BEHIND.test(this.#text.slice(end, end + BESIDE))
    )
  }

  #areJoined(at: number): boolean {
    const [word, next] = [this.#tokens[at], this.#tokens[at + 1]]
    return word !== undefined && /^(?: \p{Lu}\.)? $/u.test(this.#text.slice(word.end, next?.start))
  }

  /** Runs of words of names that stand beside each other: "Antony J. Blinken", "Wang Yi". */
  #inEnglish(names: Names): Run[] {
    const tokens = this.#tokens
    const sides = new Map<number, Side>()
    const isPlace = new Set(
      [...placeMatcher.findLongest(tokens), ...OUTLETS.findLongest(tokens)].flatMap(({ from, to }) =>
        range(from, to)
      )
    )
    for (const { kind, party, from, to } of this.#mentions) {
      const own = names.get(tokens[to - 1]?.text ?? '')
      const side = sideIn(to - from > 1 ? (party ?? own) : (own ?? party))
      if (kind !== 'person' || !side || OUTLETS.findLongest(tokens.slice(from, to)).length > 0) continue
      for (const at of range(from, to)) sides.set(at, side)
    }
    for (const [at, { text, capital }] of tokens.entries()) {
      const side = capital && !sides.has(at) && !isPlace.has(at) ? sideIn(names.get(text)) : null
      if (side) sides.set(at, side)
      // "*He* Lifeng": a surname like a pronoun, before the rest of the name.
      const isSurname =
        tokens[at - 1]?.text === SURNAME_LIKE_A_PRONOUN.toLowerCase() && this.#areJoined(at - 1)
      if (side === 'cn' && isSurname && names.has(SURNAME_LIKE_A_PRONOUN)) sides.set(at - 1, side)
    }
    const runs: Run[] = []
    for (const [at, side] of [...sides].sort(([one], [other]) => one - other)) {
      const [last, token] = [runs.at(-1), tokens[at]]
      if (!token) continue
      const goesOn =
        last !== undefined &&
        last.from + last.words.length === at &&
        last.words.length < LONGEST_NAME &&
        this.#areJoined(at - 1)
      if (last && goesOn) {
        last.words.push(token.text)
        last.end = token.end
      } else if (!TITLES.has(token.text) || names.has(token.text))
        runs.push({ words: [token.text], side, start: token.start, end: token.end, from: at })
    }
    return runs
  }

  #inChinese(names: Names): Run[] {
    const found: Run[] = []
    const add = (start: number, name: string, side: Side): void => {
      const end = start + name.length
      if (!found.some((other) => other.start < end && other.end > start))
        found.push({ words: [name], side, start, end, from: -1 })
    }
    for (const { kind, party, start, text } of this.#mentions) {
      const side = sideIn(names.get(text) ?? party)
      if (kind === 'person' && CHINESE_NAME.test(text) && side) add(start, text, side)
    }
    // The shortest first: "特朗普" and not "特朗普周五".
    for (const [name, side] of [...names].sort(([one], [other]) => one.length - other.length)) {
      if (!side || !CHINESE_NAME.test(name) || NO_NAME.test(name)) continue
      for (let at = this.#text.indexOf(name); at >= 0; at = this.#text.indexOf(name, at + 1))
        add(at, name, side)
    }
    return found
  }

  /** Runs of one name are one person’s; a single word is of whoever was last named with it. */
  #resolved(runs: readonly Run[]): Named[] {
    const whole = new Map<string, Person>()
    const latest = new Map<string, Person>()
    const called = ({ words, start, end, side }: Run): string => {
      const name = this.#text.slice(start, end)
      return side === 'us' && words.length > 1 ? (name.split(/\s+/u).at(-1) ?? name) : name
    }
    // A surname that stands alone before the whole name does, as in headlines, is of the first who has it.
    for (const run of runs) {
      const key = `${run.side} ${run.words.join(' ')}`
      if (run.words.length < 2 || whole.has(key)) continue
      const person = { name: called(run), side: run.side, times: 0, speaksForOthers: this.#speaks(run) }
      whole.set(key, person)
      for (const word of run.words)
        if (!latest.has(`${run.side} ${word}`)) latest.set(`${run.side} ${word}`, person)
    }
    return runs.map((run) => {
      const { side, words, start, end } = run
      const key = `${side} ${words.join(' ')}`
      // "习近平时": a name with what stands behind it.
      const [word = ''] = words
      const shorter = CHINESE_NAME.test(word)
        ? [...latest].find(([known]) => `${side} ${word}`.startsWith(known))
        : undefined
      if (shorter) {
        shorter[1].times++
        return { person: shorter[1], start, end }
      }
      const person = (words.length > 1 ? whole.get(key) : latest.get(key)) ?? {
        name: called(run),
        side,
        times: 0,
        speaksForOthers: this.#speaks(run)
      }
      person.times++
      for (const word of words) latest.set(`${side} ${word}`, person)
      return { person, start, end }
    })
  }

  /** Whether a word is one of a title that goes on with the next. */
  #isOfTitle(at: number): boolean {
    const [word, next] = [this.#tokens[at], this.#tokens[at + 1]]
    return (
      word !== undefined &&
      TITLES.has(word.text) &&
      (word.text.length <= SHORTENED ? /^\.?[ \u00a0-]$/u : /^[ \u00a0-]$/u).test(
        this.#text.slice(word.end, next?.start)
      )
    )
  }

  /** The words of an office that stand before a token: "Vice Premier *He*". */
  #officeBefore(at: number): string[] {
    let from = at
    while (from > 0 && at - from < LONGEST_OFFICE && this.#isOfTitle(from - 1)) from--
    return this.#tokens.slice(from, at).map(({ text }) => text)
  }

  /** "The American *envoy*", "his Chinese *counterpart*": of a side the one whom the story has most of. */
  #meant(named: readonly Named[]): Named[] {
    return this.#mentions.flatMap(({ kind, party, from, to, start }) => {
      const side = sideIn(party)
      const person = side && this.central(side)
      let end = to
      while (end < to + LONGEST_OFFICE && TITLES.has(this.#tokens[end]?.text ?? '')) end++
      const [last, next] = [this.#tokens[end - 1], this.#tokens[end]]
      const isMeant =
        kind !== 'person' &&
        end > from + 1 &&
        MEANT.has(last?.text ?? '') &&
        !named.some(
          (other) => other.start === next?.start || (other.start < (last?.end ?? 0) && other.end > start)
        )
      // "Chinese Premier Li Qiang", or a stranger's name: nobody is meant.
      const isNamed = next?.capital === true && /^ $/u.test(this.#text.slice(last?.end, next.start))
      return person && last && isMeant && !isNamed
        ? [{ person, start, end: last.end, isMeant: true as const }]
        : []
    })
  }

  /** "*The premier* said", "its *foreign minister*": by the office that the story gave one person alone. */
  #byOffice(byName: readonly Named[]): Named[] {
    const holders = new Map<string, Set<Person>>()
    const place = new Map(this.#tokens.map(({ start }, at) => [start, at]))
    for (const { person, start } of byName) {
      const office = this.#officeBefore(place.get(start) ?? 0)
      if (!ROLES.has(office.at(-1) ?? '')) continue
      for (const from of office.keys()) {
        const words = office.slice(from).join(' ')
        holders.set(words, (holders.get(words) ?? new Set()).add(person))
      }
    }
    const taken = new Set(byName.map(({ start }) => start))
    const found: Named[] = []
    for (let at = 0; at < this.#tokens.length; at++) {
      if (!POSSESSIVES.has(this.#tokens[at]?.text ?? '')) continue
      let to = at + 1
      while (to < at + LONGEST_OFFICE && TITLES.has(this.#tokens[to]?.text ?? '')) to++
      const [first, last, next] = [this.#tokens[at + 1], this.#tokens[to - 1], this.#tokens[to]]
      const office = this.#tokens
        .slice(at + 1, to)
        .map(({ text }) => text)
        .join(' ')
      const [person, other] = holders.get(office) ?? []
      if (first && last && person && !other && !taken.has(next?.start ?? -1))
        found.push({ person, start: first.start, end: last.end })
    }
    return found
  }
}
