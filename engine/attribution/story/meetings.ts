import data from '../../lexicon/data/story-meetings.json' with { type: 'json' }
import { SIDES, type Side, type Span } from '../../model.ts'
import { groupedBy } from '../../multimap.ts'
import { tokenise, tokensWithin } from '../../text/tokens.ts'
import { encountersIn, settingsIn, type Encounter, type Setting, type Told } from './encounters.ts'
import type { PeopleOfStory, Person } from './story-people.ts'
import { matcherOf, wordSet } from '../../text/word-sets.ts'
import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }

/** Which meetings a story tells of, and which of them each statement belongs to. */

/** A part of the story: a statement of a side, or, with null, what is told around it. */
export interface PartOfStory extends Span {
  side: Side | 'both' | null
  attributedTo: string
  paragraph: number
  /** Place of its sentence in the story: of two parts of one sentence it is the same. */
  sentence: number
  /** A heading or a question, in which nobody is told to have met. */
  isAside: boolean
}

/** A story as it was read. */
export interface StoryRead extends PeopleOfStory {
  quotes: readonly Span[]
  isChinese: boolean
}

interface MeetingTold extends Setting {
  us: Person[]
  cn: Person[]
  /** Where it is first told of. */
  at: number
}

const AGAIN = matcherOf(data.again)
const TO_OTHERS = matcherOf(data.toOthers)
const PRONOUNS = wordSet([...cues.pronouns, 'i', 'we'])

const areInCommon = <T>(ones: readonly T[], others: readonly T[]): boolean =>
  ones.some((one) => others.includes(one))
const differ = <T>(one: T | null, other: T | null): boolean => one !== null && other !== null && one !== other

/** Whether what is told of two meetings can be one: no call and a meeting, and not of another day in another place. */
const mayBeOne = (one: Setting, other: Setting): boolean =>
  !differ(one.form, other.form) && !(differ(one.day, other.day) && differ(one.place, other.place))

const add = (list: Person[], more: readonly Person[]): void => {
  for (const person of more) if (!list.includes(person)) list.push(person)
}

/** Meetings out of all places where one is told of: those of the same two, unless they met twice. */
const meetingsOf = (encounters: readonly Encounter[]): MeetingTold[] => {
  const meetings: MeetingTold[] = []
  const isOfMany = ({ us, cn }: Encounter): boolean => us.length > 1 || cn.length > 1
  // What names several of a side is read last: "met Qin, Wang and Xi" may tell of three meetings.
  for (const encounter of [...encounters.filter((one) => !isOfMany(one)), ...encounters.filter(isOfMany)]) {
    const { us, cn, form, day, place, at } = encounter
    const ofThese = meetings.filter((one) => areInCommon(one.us, us) && areInCommon(one.cn, cn))
    if (isOfMany(encounter) && ofThese.length > 1) continue
    const same = ofThese.filter((one) => mayBeOne(one, encounter))
    const [known, another] = same
    if (!known) meetings.push({ us: [...us], cn: [...cn], form, day, place, at })
    else if (!another) {
      add(known.us, us)
      add(known.cn, cn)
      known.form ??= form
      known.day ??= day
      known.place ??= place
      known.at = Math.min(known.at, at)
    }
  }
  return meetings.sort((one, other) => one.at - other.at)
}

/** Officials of a side who are named in what a meeting is called. */
const MOST_NAMED = 2

/** How much a part's own words say for a meeting. */
const WEIGHTS = { together: 5, named: 4, first: 1 }
const SETTINGS = [
  ['form', 3],
  ['day', 2],
  ['place', 2]
] as const

/** The meeting that is told of first. */
const CHIEF = 0

/** Reads a story from its beginning and keeps of which meeting it is telling. */
class Telling {
  readonly #meetings: readonly MeetingTold[]
  readonly #texts: ReadonlyMap<PartOfStory, Told>
  #current: { meeting: number; paragraph: number } | null = null
  /** Which meeting each side's last statement belongs to; null for none. */
  readonly #last = new Map<Side | 'both', { meeting: number | null; paragraph: number }>()

  constructor(meetings: readonly MeetingTold[], texts: ReadonlyMap<PartOfStory, Told>) {
    this.#meetings = meetings
    this.#texts = texts
  }

  #isInAny(person: Person): boolean {
    return this.#meetings.some((meeting) => meeting[person.side].includes(person))
  }

  /** The only meeting of which something holds; null where it holds of none, or of more. */
  #only(holds: (meeting: MeetingTold) => boolean): number | null {
    const [one, other] = this.#meetings.flatMap((meeting, at) => (holds(meeting) ? [at] : []))
    return one !== undefined && other === undefined ? one : null
  }

  /** What each of the meetings is told by in a part, with how much that says. */
  #signsIn(told: Told): [meeting: number | null, weight: number][] {
    const people = [...new Set(told.named.flatMap(({ person, isMeant }) => (isMeant ? [] : [person])))]
    const own = [
      ...new Set(people.map((person) => this.#only((meeting) => meeting[person.side].includes(person))))
    ].filter((meeting) => meeting !== null)
    const signs: [number | null, number][] = [
      [this.#only((meeting) => SIDES.every((side) => areInCommon(meeting[side], people))), WEIGHTS.together],
      ...own.map((meeting): [number, number] => [meeting, WEIGHTS.named]),
      [own[0] ?? null, WEIGHTS.first]
    ]
    // "He told reporters on Monday": then and there he spoke of it.
    if (TO_OTHERS.findLongest(told.tokens).length > 0) return signs
    const settings = settingsIn(told.tokens)
    for (const [key, weight] of SETTINGS) {
      if (key !== 'form' && this.#meetings.some((meeting) => meeting[key] === null)) continue
      for (const value of settings[key])
        if (value !== null) signs.push([this.#only((meeting) => meeting[key] === value), weight])
    }
    return signs
  }

  /** The meeting that the part's own words tell of: by who is named, by form, day or place. */
  #byWords(part: PartOfStory): number | null {
    const told = this.#texts.get(part)
    const scores = this.#meetings.map(() => 0)
    for (const [meeting, weight] of told ? this.#signsIn(told) : [])
      if (meeting !== null) scores[meeting] = (scores[meeting] ?? 0) + weight
    const most = Math.max(...scores)
    if (most === 0) return null
    const current = this.#current?.meeting
    return current !== undefined && scores[current] === most ? current : scores.indexOf(most)
  }

  /** The meeting of a statement whose own words name none. */
  #byPlace(part: PartOfStory): number | null {
    const { side, paragraph, attributedTo } = part
    const told = this.#texts.get(part)
    if (!told) return null
    const last = side === null ? undefined : this.#last.get(side)
    const isNamed =
      tokenise(attributedTo).some(({ text, capital }) => capital && !PRONOUNS.has(text)) ||
      told.named.some(({ start, end }) => attributedTo.includes(told.text.slice(start, end)))
    // "He said", "the official added": of whatever that side spoke last.
    if (!isNamed && last && paragraph - last.paragraph <= 1) return last.meeting
    if (TO_OTHERS.findLongest(told.tokens).length > 0) return null
    const current = this.#current
    if (paragraph === current?.paragraph) return current.meeting
    const isByParticipant = told.named.some(({ person }) => this.#isInAny(person))
    if (!isByParticipant && AGAIN.findLongest(told.tokens).length === 0) return null
    return current && paragraph - current.paragraph <= 1 ? current.meeting : CHIEF
  }

  /** @returns the meetings of the parts of a sentence; null for none */
  read(parts: readonly PartOfStory[]): (number | null)[] {
    const byWords = parts.map((part) => this.#byWords(part))
    const anywhere = byWords.find((meeting) => meeting !== null) ?? null
    return parts.map((part, at) => {
      const own = byWords[at] ?? anywhere
      const meeting = own ?? (part.side === null ? null : this.#byPlace(part))
      if (own !== null) this.#current = { meeting: own, paragraph: part.paragraph }
      if (part.side !== null) this.#last.set(part.side, { meeting, paragraph: part.paragraph })
      return meeting
    })
  }
}

/** "Harwick–Lu Zhengan, by phone, Monday". */
const nameOf = ({ us, cn, form, day }: MeetingTold): string => {
  const who = (people: readonly Person[]): string =>
    people
      .slice(0, MOST_NAMED)
      .map(({ name }) => name)
      .join(' and ')
  const when = day && `${day.charAt(0).toUpperCase()}${day.slice(1)}`
  return [`${who(us)}–${who(cn)}`, form === 'call' ? 'call' : null, when]
    .filter((words) => words !== null)
    .join(', ')
}

/** The words of a part, without those that it quotes. */
const toldIn = ({ start, end }: Span, story: StoryRead): { whole: Told; plain: Told } => {
  const { text, isChinese } = story
  const quotes = story.quotes.filter((quote) => quote.start < end && quote.end > start)
  const tokens = tokensWithin(story.tokens, start, end)
  const named = story.people.within({ start, end })
  const isPlain = (span: Span): boolean =>
    !quotes.some((quote) => quote.start <= span.start && quote.end >= span.end)
  return {
    whole: { text, isChinese, tokens, named },
    plain: { text, isChinese, tokens: tokens.filter(isPlain), named: named.filter(isPlain) }
  }
}

/**
 * The meetings of a story, the chief one first, and which of them each part belongs to; null for what is of none.
 * Without two meetings of which somebody is reported there is nothing to tell apart.
 */
export const meetingsIn = (
  parts: readonly PartOfStory[],
  story: StoryRead
): { meetings: { id: string; name: string }[]; of: (number | null)[] } => {
  const told = new Map(parts.map((part) => [part, toldIn(part, story)]))
  const encounters = parts.flatMap((part) => {
    const plain = told.get(part)?.plain
    return plain && !part.isAside ? encountersIn(plain, story.people) : []
  })
  const all = meetingsOf(encounters)
  if (all.length < 2) return { meetings: [], of: parts.map(() => null) }
  const telling = new Telling(all, new Map([...told].map(([part, { whole }]) => [part, whole])))
  const found = [...groupedBy(parts, ({ sentence }) => sentence).values()].flatMap((whole) =>
    telling.read(whole)
  )
  const used = all.filter((_, meeting) =>
    found.some((one, at) => one === meeting && parts[at]?.side !== null)
  )
  if (used.length < 2) return { meetings: [], of: parts.map(() => null) }
  const named = used.map((meeting, at) => ({ id: `m${at + 1}`, name: nameOf(meeting) }))
  const places = new Map(used.map((meeting, at) => [all.indexOf(meeting), at]))
  return { meetings: named, of: found.map((meeting) => places.get(meeting ?? -1) ?? null) }
}
