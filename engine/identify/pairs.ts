import { LANGUAGE_NAMES } from '../text/language.ts'
import type { ReadoutText } from '../model.ts'
import { dayIn, daysBetween, writtenDay, type Day } from './date.ts'
import { factsOf, type Facts } from './facts.ts'
import { calledShortly, isSameOfficial, type Official } from '../entities/officials.ts'
import { isOneReadout } from './one-readout.ts'
import { placeTexts } from './assign-sides.ts'

/** Two readouts of one meeting, found among many texts. */
export interface Meeting {
  us: ReadoutText
  cn: ReadoutText
  /** Who met and when: “Blinken – Qin Gang, 18 June 2023”. */
  title: string
  /** Why the two belong together, strongest first. */
  reasons: string[]
}

export interface Meetings {
  pairs: Meeting[]
  /** Texts without a partner, and why. */
  alone: { name: string; why: string }[]
}

/** A text that may be paired, with what it says of its meeting. */
interface Entry {
  text: ReadoutText
  facts: Facts
  /** The day by its file's name or its page, where the text itself has none. */
  noted: Day | null
  folder: string
}

const SURE = 0.3
/** Two texts of one meeting reach this, by a day that both have, or by people and matters. */
const ENOUGH = 3
const FIRST_OFFICIALS = 3
const WEIGHTS = { sameDay: 3, nextDay: 1.5, official: 1.5, place: 0.75, folder: 2, matters: 3, sides: 0.5 }

const folderOf = (name: string): string => name.split('/').slice(0, -1).join('/')

const entryOf = (text: ReadoutText): Entry | null => {
  const facts = factsOf(text)
  const noted = dayIn(text.name) ?? dayIn(text.report?.date ?? '')
  return facts && { text, facts, noted, folder: folderOf(text.name) }
}

/** How telling each matter is: what all the texts name says nothing of which belong together. */
const rarityOf = (entries: readonly Entry[]): ((matter: string) => number) => {
  const counts = new Map<string, number>()
  for (const { facts } of entries)
    for (const matter of facts.matters) counts.set(matter, (counts.get(matter) ?? 0) + 1)
  return (matter) => Math.log((entries.length + 1) / (counts.get(matter) ?? 1))
}

/** Share of what two texts are about that they have in common, 0 to 1. */
const likeness = (one: Entry, other: Entry, rarity: (matter: string) => number): number => {
  const sum = (matters: Iterable<string>): number =>
    [...matters].reduce((total, matter) => total + rarity(matter) ** 2, 0)
  const shared = sum([...one.facts.matters].filter((matter) => other.facts.matters.has(matter)))
  const size = Math.sqrt(sum(one.facts.matters) * sum(other.facts.matters))
  return size === 0 ? 0 : shared / size
}

interface Sign {
  weight: number
  say: string
}

/** Signs that two texts are of one meeting; null where something rules it out. */
const signsFor = (one: Entry, other: Entry, rarity: (matter: string) => number): Sign[] | null => {
  const signs: Sign[] = []
  const [a, b] = [one.facts, other.facts]
  const sure = a.confidence >= SURE && b.confidence >= SURE && a.party !== null && b.party !== null
  if (sure && a.party === b.party) return null
  if (sure) signs.push({ weight: WEIGHTS.sides, say: 'they are of two sides' })

  const [day, otherDay] = [a.day ?? one.noted, b.day ?? other.noted]
  if (day && otherDay) {
    const apart = daysBetween(day, otherDay)
    // Clocks of the two capitals, and days of publication, are a day apart.
    if (apart > 1) return null
    signs.push(
      apart === 0
        ? { weight: WEIGHTS.sameDay, say: `both are of ${writtenDay(day.year === null ? otherDay : day)}` }
        : { weight: WEIGHTS.nextDay, say: `they are of ${writtenDay(day)} and ${writtenDay(otherDay)}` }
    )
  }
  const firsts = a.officials.slice(0, FIRST_OFFICIALS)
  const shared = firsts.filter((candidate) =>
    b.officials.slice(0, FIRST_OFFICIALS).some((official) => isSameOfficial(official, candidate))
  )
  for (const { name } of shared) signs.push({ weight: WEIGHTS.official, say: `both name ${name}` })
  if (shared.length === 0 && a.officials.length > 1 && b.officials.length > 1 && a.language === b.language)
    return null
  if (a.place !== null && a.place === b.place)
    signs.push({ weight: WEIGHTS.place, say: `both are of ${a.place}` })
  if (one.folder !== '' && one.folder === other.folder)
    signs.push({ weight: WEIGHTS.folder, say: `they stand in one folder, “${one.folder}”` })
  const alike = likeness(one, other, rarity)
  signs.push({ weight: WEIGHTS.matters * alike, say: 'they are about the same matters' })
  return signs
}

/** The two who met: each side's official whom both texts name, else whom one does. */
const titleOf = (one: Entry, other: Entry): string => {
  const all = [...one.facts.officials, ...other.facts.officials]
  const firstOf = (party: string | null, not: Official | null): Official | null => {
    const own = all.filter(
      (official) => not === null || (official.party !== not.party && !isSameOfficial(official, not))
    )
    const mine = own.filter((official) => party !== null && official.party === party)
    const both = (list: Official[]): Official | undefined =>
      list.find((candidate) => all.filter((official) => isSameOfficial(official, candidate)).length > 1)
    return both(mine) ?? mine[0] ?? both(own) ?? null
  }
  const first = firstOf(one.facts.party, null)
  const second = firstOf(other.facts.party, first)
  const names = [first, second].flatMap((official) => (official ? [calledShortly(official)] : []))
  const day = [one.facts.day, other.facts.day, one.noted, other.noted]
  const known = day.find((candidate) => candidate?.year) ?? day.find((candidate) => candidate !== null)
  const who = names.length === 2 ? names.join(' – ') : (one.facts.title ?? other.facts.title ?? one.text.name)
  return known ? `${who}, ${writtenDay(known)}` : who
}

const MOST_LOOKED_AT = 3

/** Puts a side's text in its other language beside its first, the English one to be compared. */
const withTranslations = (entries: readonly Entry[]): Entry[] => {
  const rarity = rarityOf(entries)
  const taken = new Set<Entry>()
  return entries.flatMap((entry) => {
    if (taken.has(entry)) return []
    // Aligning two texts takes its time: only those most alike are looked at closely.
    const partner = entries
      .filter(
        (other) =>
          other !== entry &&
          !taken.has(other) &&
          other.facts.language !== entry.facts.language &&
          !datesApart(entry, other)
      )
      .map((other) => ({ other, alike: likeness(entry, other, rarity) }))
      .sort((x, y) => y.alike - x.alike)
      .slice(0, MOST_LOOKED_AT)
      .find(({ other }) => isOneReadout(entry.text, other.text))?.other
    if (!partner) return [entry]
    taken.add(partner)
    taken.add(entry)
    const [english, chinese] = entry.facts.language === 'en' ? [entry, partner] : [partner, entry]
    const { name, text } = chinese.text
    // A Chinese original is surer of its side than its translation.
    const surer = english.facts.confidence >= chinese.facts.confidence ? english.facts : chinese.facts
    return [
      {
        ...english,
        facts: {
          ...english.facts,
          party: surer.party,
          confidence: surer.confidence,
          day: english.facts.day ?? chinese.facts.day
        },
        text: { ...english.text, inOtherLanguage: { name, text } }
      }
    ]
  })
}

const datesApart = (one: Entry, other: Entry): boolean => {
  const [day, otherDay] = [one.facts.day ?? one.noted, other.facts.day ?? other.noted]
  return day !== null && otherDay !== null && daysBetween(day, otherDay) > 1
}

const whyAlone = (entry: Entry, all: readonly Entry[]): string => {
  const { party, confidence, language } = entry.facts
  const others = all.filter((other) => other !== entry)
  const known = party !== null && confidence >= SURE
  if (known && !others.some((other) => other.facts.party !== party))
    return 'All the texts here are of the same side.'
  return `No other text here is of the same meeting, as far as day, people and matters tell (read as ${LANGUAGE_NAMES[language]}${known ? '' : ', side not recognised'}).`
}

/**
 * Finds among many texts those that are two sides' readouts of one meeting, by day, people, place and matters; and a
 * side's text in its other language. Pure, and the same whatever order the texts come in.
 */
export const pairUp = (texts: readonly ReadoutText[]): Meetings => {
  const sorted = [...texts].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  const unread = sorted.filter((text) => factsOf(text) === null)
  const entries = withTranslations(sorted.flatMap((text) => entryOf(text) ?? []))
  const rarity = rarityOf(entries)
  const candidates = entries
    .flatMap((one, at) =>
      entries.slice(at + 1).flatMap((other) => {
        const signs = signsFor(one, other, rarity)
        const score = signs?.reduce((sum, { weight }) => sum + weight, 0) ?? 0
        return signs && score >= ENOUGH ? [{ one, other, signs, score }] : []
      })
    )
    .sort((a, b) => b.score - a.score)
  const taken = new Set<Entry>()
  const pairs: Meeting[] = []
  for (const { one, other, signs } of candidates) {
    if (taken.has(one) || taken.has(other)) continue
    taken.add(one).add(other)
    const { us, cn, swapped } = placeTexts(one.text, other.text)
    const reasons = [...signs].sort((a, b) => b.weight - a.weight).map(({ say }) => say)
    pairs.push({ us, cn, title: swapped ? titleOf(other, one) : titleOf(one, other), reasons })
  }
  return {
    pairs: pairs.sort((a, b) => (a.us.name < b.us.name ? -1 : 1)),
    alone: [
      ...entries
        .filter((entry) => !taken.has(entry))
        .map((entry) => ({ name: entry.text.name, why: whyAlone(entry, entries) })),
      ...unread.map(({ name }) => ({ name, why: 'It has no sentences in English or Chinese.' }))
    ]
  }
}
