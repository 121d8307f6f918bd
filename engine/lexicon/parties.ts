import data from './data/parties.json' with { type: 'json' }

export type Party = (typeof data.parties)[number]

export const parties: readonly Party[] = data.parties

export const partyName = (id: string): string => parties.find((party) => party.id === id)?.name ?? id

/** The name as it stands inside a sentence: "the United States". */
export const partyInText = (id: string): string => parties.find((party) => party.id === id)?.inText ?? id

/** What stands before "readout": "US", "Chinese". */
export const partyAdjective = (id: string): string =>
  parties.find((party) => party.id === id)?.adjective ?? id.toUpperCase()
