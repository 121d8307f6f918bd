import data from './data/parties.json' with { type: 'json' }

export type Party = (typeof data.parties)[number]

export const parties: readonly Party[] = data.parties

export const partyName = (id: string): string => parties.find((party) => party.id === id)?.name ?? id
