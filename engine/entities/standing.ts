import officesData from '../lexicon/data/offices.json' with { type: 'json' }
import peopleData from '../lexicon/data/people.json' with { type: 'json' }
import { parties } from '../lexicon/parties.ts'
import { PhraseMatcher } from '../text/phrases.ts'
import { tokenise, type Token } from '../text/tokens.ts'

/** What is known of somebody who may speak. */
export interface Known {
  kind: 'person' | 'office' | 'party'
  /** Party id; null for an office that more than one government has. */
  party: string | null
  /** Parties that cannot be meant. */
  never: readonly string[]
  /** Of somebody whose country no office tells: whether the name is spelt as Chinese ones are. */
  chinese?: boolean
}

/** A name, an office or a government, as texts write it. */
export interface Entry {
  phrase: string
  tokens?: readonly Token[]
  value: Known
}

const office = (entry: { party?: string; never?: string[] }): Known => ({
  kind: 'office',
  party: entry.party ?? null,
  never: entry.never ?? []
})

const entries: Entry[] = [
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

/** Governments and offices of the lexicon: they stand, whoever holds them. Tokenised once, for the index of each comparison. */
export const standing: readonly Entry[] = entries.map((entry) => ({
  ...entry,
  tokens: tokenise(entry.phrase)
}))
export const standingMatcher = new PhraseMatcher<Known>([...standing])

/** An official of the data file. */
interface Person {
  party: string
  name: string
  surname: string
  chinese: string[]
}

export const people: readonly Person[] = Object.entries(peopleData.people).flatMap(([party, list]) =>
  list.map(([name = '', surname = '', ...chinese]) => ({ party, name, surname, chinese }))
)

/** The one country whose officials in the data file have a surname; none where two countries have it. */
export const countryOfSurname = new Map<string, string>()
for (const { surname, party } of people) {
  const other = countryOfSurname.get(surname)
  countryOfSurname.set(surname, other === undefined || other === party ? party : '')
}

const partyOfLowerCase = new Map(
  [...countryOfSurname].map(([surname, party]) => [surname.toLowerCase(), party])
)

/** The party of the officials in the data file who have this surname, in small letters; null where they are of several. */
export const sideOfSurname = (surname: string): string | null => {
  const party = partyOfLowerCase.get(surname) ?? ''
  return party === '' ? null : party
}
