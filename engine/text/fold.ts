import data from '../lexicon/data/traditional.json' with { type: 'json' }

const characters = Array.from(data.pairs)
const simplified = new Map(
  characters.flatMap((character, at) => {
    const partner = characters[at + 1]
    return at % 2 === 0 && partner !== undefined ? [[character, partner] as const] : []
  })
)

/** The simplified form of a traditional character; undefined for every other. */
export const simplifiedOf = (character: string): string | undefined => simplified.get(character)

/** A text in simplified characters; every place in it is the same place in the text. */
export const inSimplified = (text: string): string =>
  text.replace(/\p{Script=Han}/gu, (character) => {
    const form = simplifiedOf(character) ?? character
    return form.length === character.length ? form : character
  })

const QUOTES: Record<string, string> = { '‘': "'", '’': "'", '“': '"', '”': '"', '「': '"', '」': '"' }

/**
 * A text as it is searched: small letters, simplified characters, straight quotes, one kind of blank. Every place in it
 * is the same place in the text: what would change the length stays as it is.
 */
export const folded = (text: string): string =>
  Array.from(text, (character) => {
    const form = simplifiedOf(character) ?? QUOTES[character] ?? character.toLowerCase()
    if (/\s/u.test(character)) return ' '
    return form.length === character.length ? form : character
  }).join('')
