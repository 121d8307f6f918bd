import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import data from '../../lexicon/data/story-meetings.json' with { type: 'json' }
import { placeMatcher } from '../../lexicon/places.ts'
import { otherSide, type Side } from '../../model.ts'
import { PhraseMatcher } from '../../text/phrases.ts'
import type { Token } from '../../text/tokens.ts'
import { matcherOf, wordSet } from '../../text/word-sets.ts'
import type { Named, Person, StoryPeople } from './story-people.ts'

/** Where a story tells that two officials met or spoke. */

/** In one room, by telephone or video; null where the words do not tell. */
export type Form = 'person' | 'call' | null

/** What the words around a place tell of a meeting's day and place. */
export interface Setting {
  form: Form
  /** A day of the week, in small English letters. */
  day: string | null
  place: string | null
}

export interface Encounter extends Setting {
  us: Person[]
  cn: Person[]
  at: number
}

const FORMS = ['person', 'call', 'either'] as const
const formOf = (form: (typeof FORMS)[number]): Form => (form === 'either' ? null : form)
const matching = (lists: Readonly<Record<(typeof FORMS)[number], readonly string[]>>): PhraseMatcher<Form> =>
  new PhraseMatcher(FORMS.flatMap((form) => lists[form].map((phrase) => ({ phrase, value: formOf(form) }))))

const VERBS = matching(data.verbs)
const NOUNS = matching(data.nouns)
const CHINESE = new PhraseMatcher<Form>([
  ...data.zh.person.map((phrase) => ({ phrase, value: 'person' as const })),
  ...data.zh.call.map((phrase) => ({ phrase, value: 'call' as const }))
])
const TOLD = matcherOf(data.told)
const OTHER_TIMES = matcherOf(data.otherTimes)
const DAYS = new PhraseMatcher(
  Object.entries(data.days).flatMap(([day, words]) => words.map((phrase) => ({ phrase, value: day })))
)
const OF_TWO = wordSet(data.ofTwo)
const TO_COME = wordSet(data.toCome)
const DENIED = wordSet(data.denied)
const SINCE = wordSet(data.since)
const INTRODUCING = wordSet(data.introducing)
const YEAR = /^(?:19|20)\d\d$/u

const DEFINITE = wordSet(data.definite)
const SPEECH = wordSet(cues.speech)

/** Words between "in" and a noun of meeting. */
const INTRODUCED_WITHIN = 3
/** Words before a verb or noun of meeting in which it is denied or put off. */
const GOVERNED = 4
/** Words behind a verb of telling in which whoever is told is named. */
const TOLD_WITHIN = 5
/** Words behind "meeting with" in which somebody's name begins. */
const NAMED_WITHIN = 14

/** What a part of a story has, as words and people; places are those in the story. */
export interface Told {
  tokens: readonly Token[]
  named: readonly Named[]
  /** The whole story. */
  text: string
  isChinese: boolean
}

/** The forms, days and places that words name. */
export const settingsIn = (
  tokens: readonly Token[]
): { form: Set<Form>; day: Set<string>; place: Set<string> } => ({
  form: new Set(
    [NOUNS, VERBS, CHINESE].flatMap((forms) => forms.findLongest(tokens).map(({ value }) => value))
  ),
  day: new Set(DAYS.findLongest(tokens).map(({ value }) => value)),
  place: new Set(placeMatcher.findLongest(tokens).map(({ value }) => value))
})

const nearest = (
  named: readonly Named[],
  side: Side,
  from: number,
  to: number,
  last: boolean
): Named | undefined => {
  const inside = named.filter(({ person, start, end }) => person.side === side && start >= from && end <= to)
  return last ? inside.at(-1) : inside[0]
}

/** Those of one side who are named together there: "Bessent and Greer". */
const withThem = (one: Named, { named, text }: Told): Person[] => {
  const found = new Set([one.person])
  for (const step of [1, -1]) {
    let at = named.indexOf(one)
    for (;;) {
      const [here, next] = [named[at], named[at + step]]
      if (!here || next?.person.side !== one.person.side) break
      const between = text.slice(Math.min(here.end, next.end), Math.max(here.start, next.start))
      if (!/^(?:[^.;]{0,40}\band\b[^.;]{0,40}|, )$|^[和与、及]/u.test(between)) break
      found.add(next.person)
      at += step
    }
  }
  return [...found]
}

/** Whether words tell of another time than the story's own: of years ago, or of next week. */
const isElsewhen = (tokens: readonly Token[], at: number, end: number): boolean => {
  const since = tokens.findIndex(({ text }, index) => index >= end && SINCE.has(text))
  const own = since < 0 ? tokens : tokens.slice(0, since)
  const before = own.slice(Math.max(0, at - GOVERNED), at)
  return (
    before.some(({ text }) => TO_COME.has(text) || DENIED.has(text)) ||
    own.some(({ text }) => YEAR.test(text)) ||
    OTHER_TIMES.findLongest(own).length > 0
  )
}

/** The first day that words name behind a place, else the last before it. */
const settingAt = (tokens: readonly Token[], at: number, form: Form): Setting => {
  const pick = (found: readonly { value: string; from: number }[]): string | null =>
    (found.find(({ from }) => from >= at) ?? found.at(-1))?.value ?? null
  return { form, day: pick(DAYS.findLongest(tokens)), place: pick(placeMatcher.findLongest(tokens)) }
}

interface Cue {
  from: number
  to: number
  form: Form
  isNoun: boolean
  /** Whoever is named behind it is the other of the two. */
  isOfTwo: boolean
}

/** "*In* talks earlier in the day, Shen said": what opens a sentence. */
const isIntroduced = (tokens: readonly Token[], at: number): boolean =>
  at < NAMED_WITHIN &&
  tokens.slice(Math.max(0, at - INTRODUCED_WITHIN), at).some(({ text }) => INTRODUCING.has(text))

/** "after *the* call": one that was told of already. */
const isDefinite = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - INTRODUCED_WITHIN), at).some(({ text }) => DEFINITE.has(text))

const cuesIn = ({ tokens, isChinese }: Told): Cue[] => {
  if (isChinese)
    return CHINESE.findLongest(tokens).map(({ from, to, value }) => ({
      from,
      to,
      form: value,
      isNoun: false,
      isOfTwo: false
    }))
  const verbs = VERBS.findLongest(tokens)
  const nouns = NOUNS.findLongest(tokens).filter(
    ({ from, to }) => !verbs.some((verb) => verb.from < to && verb.to > from)
  )
  return [
    ...verbs.map(({ from, to, value }) => ({ from, to, form: value, isNoun: false, isOfTwo: false })),
    ...nouns.map(({ from, to, value }) => ({
      from,
      to,
      form: value,
      isNoun: true,
      isOfTwo: OF_TWO.has(tokens[to]?.text ?? '')
    }))
  ].sort((one, other) => one.from - other.from)
}

const ofTwo = (ones: Person[], others: Person[], side: Side): Record<Side, Person[]> =>
  side === 'us' ? { us: ones, cn: others } : { us: others, cn: ones }

/** "Lu *told* Harwick": two who speak to each other have met. */
const toldIn = (told: Told): Encounter[] => {
  const { tokens, named } = told
  return TOLD.findLongest(tokens).flatMap(({ from, to }) => {
    const [start, end] = [
      tokens[to]?.start ?? 0,
      tokens[Math.min(to + TOLD_WITHIN, tokens.length) - 1]?.end ?? 0
    ]
    const listener = named.find((other) => other.start >= start && other.end <= end)
    if (!listener || isElsewhen(tokens, from, to)) return []
    const side = otherSide(listener.person.side)
    const speaker = nearest(named, side, 0, tokens[from]?.start ?? 0, true)
    // "Biden was frank, Sullivan *said*, and told Xi": whoever speaks of it has not told him.
    const between = speaker
      ? tokens.filter(({ start: at, end: to }) => at >= speaker.end && to <= (tokens[from]?.start ?? 0))
      : []
    return speaker && !between.some(({ text }) => SPEECH.has(text))
      ? [
          {
            form: null,
            day: null,
            place: null,
            ...ofTwo([listener.person], [speaker.person], listener.person.side),
            at: listener.start
          }
        ]
      : []
  })
}

/**
 * The meetings that a sentence tells of. Of two who met, one may only be meant ("his talks with Wang"): then it is
 * whomever the story has most of on that side.
 */
export const encountersIn = (all: Told, people: StoryPeople): Encounter[] => {
  const told = { ...all, named: all.named.filter(({ person }) => !person.speaksForOthers) }
  const { tokens, named, isChinese } = told
  const found: Encounter[] = []
  for (const { from, to, form, isOfTwo, isNoun } of cuesIn(told)) {
    if (isElsewhen(tokens, from, to)) continue
    const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0]
    const reach = tokens[Math.min(to + NAMED_WITHIN, tokens.length) - 1]?.end ?? end
    const behind = named.filter((other) => other.start >= end && other.end <= reach)
    const before = named.findLast((other) => other.end <= start)
    const first = behind[0] ?? (isOfTwo ? undefined : before)
    if (!first) continue
    const side = otherSide(first.person.side)
    const other = nearest(named, side, 0, start, true) ?? nearest(named, side, end, reach, false)
    const areBothBehind = behind.length > 0 && other !== undefined && behind.includes(other)
    if (isNoun && !isOfTwo && !(isIntroduced(tokens, from) && (areBothBehind || !isDefinite(tokens, from))))
      continue
    // "His talks with Wang", "In talks with reporters": of two who met one has to be named as the other.
    const central = isOfTwo || behind.length > 0 ? people.central(side) : undefined
    const others = other ? withThem(other, told) : central ? [central] : []
    if (others.length > 0)
      found.push({
        ...ofTwo(withThem(first, told), others, first.person.side),
        at: start,
        ...settingAt(tokens, from, form)
      })
  }
  return [...found, ...(isChinese ? [] : toldIn(told))]
}
