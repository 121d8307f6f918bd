/** "1 sentence", "2 sentences". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** A text in so many characters at most, cut behind a word where it has such. */
export const shortened = (text: string, most = 60): string => {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}

/** This moment: ISO date and time. */
export const now = (): string => new Date().toISOString()
