import offices from './data/offices.json' with { type: 'json' }
import people from './data/people.json' with { type: 'json' }
import verbs from './data/reporting-verbs.json' with { type: 'json' }
import { parties } from './parties.ts'

/** Names of parties, offices and people, and reporting verbs: what stands in every readout whatever its matter. */
export const genreWords = (): string[] => [
  ...parties.flatMap(({ names, adjectives }) => [...names, ...adjectives]),
  ...offices.offices.flatMap(({ en, zh }) => [...en, ...zh]),
  ...Object.values(people.people).flat(2),
  ...[...verbs.en, ...verbs.zh].flatMap(({ forms }) => forms)
]
