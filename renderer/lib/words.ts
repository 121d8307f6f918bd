/** "1 sentence", "2 sentences". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** This moment: ISO date and time. */
export const now = (): string => new Date().toISOString()
