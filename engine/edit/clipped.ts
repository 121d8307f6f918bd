/** So many characters of a sentence call it to mind; of one in Chinese, half as many. */
const LONGEST = 40
const LONGEST_HAN = 18

/** The beginning of a sentence, to call it by. */
export const clipped = (text: string): string => {
  const words = text.replace(/\s+/gu, ' ').trim()
  const characters = Array.from(words)
  const isHan =
    characters.filter((character) => /\p{Script=Han}/u.test(character)).length > characters.length / 2
  const longest = isHan ? LONGEST_HAN : LONGEST
  if (characters.length <= longest) return words
  const start = characters.slice(0, longest).join('')
  const space = start.lastIndexOf(' ')
  return `${(space > longest / 2 ? start.slice(0, space) : start).replace(/[\p{P}\s]+$/u, '')}…`
}
