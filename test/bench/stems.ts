import { readDocument } from '../../engine/text/document.ts'
import { contentStems } from '../../engine/wording/stem.ts'

const known = new Map<string, readonly (readonly string[])[]>()

/** The stems of each sentence of a text, each once; found once, however many ask. */
export const stemsIn = (text: string): readonly (readonly string[])[] => {
  const found =
    known.get(text) ?? readDocument(text).sentences.map(({ tokens }) => [...new Set(contentStems(tokens))])
  known.set(text, found)
  return found
}

/** The stems of a whole text, each once. */
export const stemsOfAll = (text: string): readonly string[] => [...new Set(stemsIn(text).flat())]
