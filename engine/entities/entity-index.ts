import officesData from '../lexicon/data/offices.json' with { type: 'json' }
import peopleData from '../lexicon/data/people.json' with { type: 'json' }
import cues from '../lexicon/data/attribution-cues.json' with { type: 'json' }
import verbs from '../lexicon/data/reporting-verbs.json' with { type: 'json' }
import { parties } from '../lexicon/parties.ts'
import { PhraseMatcher, type PhraseMatch } from '../text/phrases.ts'
import { tokenise, type Token } from '../text/tokens.ts'
import type { Span } from '../model.ts'

/** Someone who may be the source of a statement, named in a text; token indices `from` to `to`, exclusive. */
export interface Mention extends Span {
  kind: 'person' | 'office' | 'party'
  /** Party id; null for an office that more than one government has. */
  party: string | null
  /** Parties that cannot be meant. */
  never: readonly string[]
  text: string
  from: number
  to: number
}

interface Known {
  kind: Mention['kind']
  party: string | null
  never: readonly string[]
}

const office = (entry: { party?: string; never?: string[] }): Known => ({
  kind: 'office',
  party: entry.party ?? null,
  never: entry.never ?? []
})

const standing = [
  ...parties.flatMap((party) =>
    [...party.names, ...party.adjectives].map((phrase) => ({
      phrase,
      value: { kind: 'party' as const, party: party.id, never: [] }
    }))
  ),
  ...officesData.offices.flatMap((entry) =>
    [...entry.en, ...entry.zh].map((phrase) => ({ phrase, value: office(entry) }))
  )
]
const standingMatcher = new PhraseMatcher<Known>(standing)

interface Person {
  party: string
  name: string
  surname: string
  chinese: string[]
}

const people: readonly Person[] = Object.entries(peopleData.people).flatMap(([party, list]) =>
  list.map(([name = '', surname = '', ...chinese]) => ({ party, name, surname, chinese }))
)

/** The one country whose officials in the data file have a surname; none where two countries have it. */
const countryOfSurname = new Map<string, string>()
for (const { surname, party } of people) {
  const other = countryOfSurname.get(surname)
  countryOfSurname.set(surname, other === undefined || other === party ? party : '')
}

/** The party of the officials in the data file who have this surname, in small letters; null where they are of several. */
export const sideOfSurname = (surname: string): string | null => {
  const party = partyOfLowerCase.get(surname) ?? ''
  return party === '' ? null : party
}
const partyOfLowerCase = new Map(
  [...countryOfSurname].map(([surname, party]) => [surname.toLowerCase(), party])
)

const PRONOUNS = new Set(cues.pronouns.en.map((word) => word.toLowerCase()))

/** A surname this short, or like a pronoun, is only taken for one right after an office or the given name. */
const SHORTEST_LONE_SURNAME = 3

/** Most words of a name that an office introduces, and how far before the office its country may stand. */
const LONGEST_NAME = 3
const COUNTRY_REACH = 3

const isWord = (token: Token | undefined): token is Token => token?.capital ?? false

/** All who may speak in a comparison, and how to find them in a text. */
export interface EntityIndex {
  mentionsIn: (tokens: readonly Token[], text: string) => Mention[]
}

const toMention = ({ value, ...place }: PhraseMatch<Known>, text: string): Mention => ({
  ...value,
  text: text.slice(place.start, place.end),
  ...place
})

/** English names are written with capitals; "may" or "he" inside a sentence is nobody. */
const isNamed = (match: PhraseMatch<Known>, tokens: readonly Token[]): boolean => {
  const first = tokens[match.from]
  return (
    first !== undefined &&
    (first.capital || /\p{Script=Han}/u.test(first.text) || match.value.kind === 'party')
  )
}

/** People of the data file who occur in the texts, by full name or, where it is telling, by surname. */
const knownPeople = (texts: readonly string[]): { phrase: string; value: Known }[] => {
  const all = texts.join('\n')
  const entries: { phrase: string; value: Known }[] = []
  for (const { party, name, surname, chinese } of people) {
    const value: Known = { kind: 'person', party, never: [] }
    for (const phrase of chinese) if (all.includes(phrase)) entries.push({ phrase, value })
    // "WANG YI": newsletters set the names in capitals.
    const full = all.includes(name) || all.includes(name.toUpperCase())
    const lone =
      surname.length >= SHORTEST_LONE_SURNAME &&
      all.includes(surname) &&
      new RegExp(`\\b${surname}\\b`, 'u').test(all)
    if (full) entries.push({ phrase: name, value })
    const telling = !PRONOUNS.has(surname.toLowerCase())
    if (telling && (full || (lone && surname.length > SHORTEST_LONE_SURNAME)))
      entries.push({ phrase: surname, value })
  }
  return entries
}

/** People whom the texts introduce by office and name, whom no list need know. */
const introducedPeople = (
  texts: readonly string[],
  known: ReadonlySet<string>
): { phrase: string; value: Known }[] => {
  const entries = new Map<string, Known>()
  for (const text of texts) {
    const tokens = tokenise(text)
    const matches = standingMatcher.findLongest(tokens).filter((match) => isNamed(match, tokens))
    for (const [at, match] of matches.entries()) {
      if (match.value.kind !== 'office') continue
      const before = matches[at - 1]
      const country =
        before?.value.kind === 'party' && match.from - before.to <= COUNTRY_REACH ? before.value.party : null
      const party = match.value.party ?? country
      if (party === null && match.value.never.length === 0) continue
      const name: Token[] = []
      for (let next = match.to; next < match.to + LONGEST_NAME; next++) {
        const token = tokens[next]
        const gap = text.slice(tokens[next - 1]?.end ?? 0, token?.start)
        // A stop only follows an initial ("Antony J. Blinken"); after a word it ends the sentence.
        const initial = (tokens[next - 1]?.text.length ?? 0) === 1
        if (!isWord(token) || !(initial ? /^\.?[ \u00a0]+$/u : /^[ \u00a0]+$/u).test(gap)) break
        name.push(token)
      }
      const words = name.map(({ start, end }) => text.slice(start, end))
      const [first = '', last = ''] = [words[0], words.at(-1)]
      if (words.length === 0 || known.has(words.join(' ').toLowerCase())) continue
      // "President Xi": the office is of more than one country, the surname is known.
      const of = party ?? countryOfSurname.get(last) ?? ''
      const value: Known = {
        kind: 'person',
        party: of !== '' && !match.value.never.includes(of) ? of : null,
        never: match.value.never
      }
      // A later, shorter mention ("Foreign Minister X") does not unlearn the country of the first.
      const learn = (phrase: string): void => {
        if ((entries.get(phrase)?.party ?? null) === null) entries.set(phrase, value)
      }
      learn(words.join(' '))
      for (const part of [first, last])
        if (part.length >= SHORTEST_LONE_SURNAME && !PRONOUNS.has(part.toLowerCase())) learn(part)
    }
  }
  return [...entries].map(([phrase, value]) => ({ phrase, value }))
}

const chineseSpeech = new PhraseMatcher(
  verbs.zh
    .filter(({ act }) => act === 'inform' || act === 'criticise')
    .flatMap(({ forms }) => forms.map((phrase) => ({ phrase, value: phrase })))
)
const SHORTEST_CHINESE_NAME = 2
const LONGEST_CHINESE_NAME = 7

/** All that stands right before a verb of speech in a Chinese text, at every length that a name can have. */
const beforeSpeech = (tokens: readonly Token[], text: string): Set<string> => {
  const found = new Set<string>()
  for (const { start } of chineseSpeech.findAll(tokens))
    for (let length = SHORTEST_CHINESE_NAME; length <= LONGEST_CHINESE_NAME; length++)
      found.add(text.slice(Math.max(0, start - length), start))
  return found
}

/**
 * The name right after an office in Chinese, where no space shows its end: the longest run of characters there that
 * elsewhere in the text stands before a verb of speech.
 */
const chineseNameAt = (text: string, start: number, speakers: ReadonlySet<string>): string | null => {
  for (let length = LONGEST_CHINESE_NAME; length >= SHORTEST_CHINESE_NAME; length--) {
    const name = text.slice(start, start + length)
    if (/^[\p{Script=Han}·]+$/u.test(name) && speakers.has(name)) return name
  }
  return null
}

/** People whom a Chinese text introduces by office and name. */
const introducedInChinese = (text: string): { phrase: string; value: Known }[] => {
  if (!/\p{Script=Han}/u.test(text)) return []
  const tokens = tokenise(text)
  const speakers = beforeSpeech(tokens, text)
  const matches = standingMatcher.findLongest(tokens)
  return matches.flatMap((match, at) => {
    if (match.value.kind !== 'office') return []
    const before = matches[at - 1]
    const country =
      before?.value.kind === 'party' && match.from - before.to <= COUNTRY_REACH ? before.value.party : null
    const name = chineseNameAt(text, match.end, speakers)
    const party = match.value.party ?? country
    if (name === null || (party === null && match.value.never.length === 0)) return []
    return [{ phrase: name, value: { kind: 'person', party, never: match.value.never } }]
  })
}

/**
 * Gathers who may speak in these texts: governments and offices of the lexicon, officials of the data file who
 * occur in them, and people whom they introduce.
 */
export const indexEntities = (unordered: readonly string[]): EntityIndex => {
  // Who is learnt first must not depend on the places of the texts.
  const texts = [...unordered].sort()
  const known = knownPeople(texts)
  const names = new Set(known.map(({ phrase }) => phrase.toLowerCase()))
  const introduced = [...introducedPeople(texts, names), ...texts.flatMap(introducedInChinese)]
  const people = [...introduced.filter(({ phrase }) => !names.has(phrase.toLowerCase())), ...known]
  // A longer name wins over a part of it; at equal length a person over an office or a government.
  const matcher = new PhraseMatcher<Known>([...standing, ...people])
  return {
    mentionsIn: (tokens, text) =>
      matcher
        .findLongest(tokens)
        .filter((match) => isNamed(match, tokens))
        .map((match) => toMention(match, text))
  }
}
