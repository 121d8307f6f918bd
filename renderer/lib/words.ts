/** "China’s", "the United States’": whose readout it is. */
export const possessive = (name: string): string => (name.endsWith('s') ? `${name}’` : `${name}’s`)

/** "1 sentence", "2 sentences". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
