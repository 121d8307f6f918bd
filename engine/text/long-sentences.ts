import type { Span } from '../model.ts'

/**
 * No sentence that somebody wrote to be read is longer, in characters; what is longer has lost its stops, and is cut
 * into pieces. What the engine does with a sentence grows with the square of its length.
 */
const LONGEST = 1_000
/** So far back from there a comma or a blank is looked for to cut at. */
const LOOK_BACK = 300
const COMMAS = /[，,；;、：:](?!.*[，,；;、：:])/su
const BLANK = /\s(?!.*\s)/su

/** Where a piece that begins at `start` ends. */
const endOfPiece = (text: string, start: number): number => {
  const limit = start + LONGEST
  const from = limit - LOOK_BACK
  const tail = text.slice(from, limit)
  const at = COMMAS.exec(tail)?.index ?? BLANK.exec(tail)?.index
  if (at !== undefined) return from + at + 1
  // Not inside a character that is written in two parts.
  return /[\udc00-\udfff\p{M}]/u.test(text.charAt(limit)) ? limit - 1 : limit
}

/** A sentence, or the pieces of one that is too long; together they have all its words. */
export const piecesOf = <S extends Span>(text: string, sentence: S): S[] => {
  const pieces: S[] = []
  let { start } = sentence
  while (sentence.end - start > LONGEST) {
    const end = endOfPiece(text, start)
    const piece = text.slice(start, end)
    const lead = piece.length - piece.trimStart().length
    if (piece.trim() !== '')
      pieces.push({ ...sentence, start: start + lead, end: start + piece.trimEnd().length })
    start = end
  }
  const rest = text.slice(start, sentence.end)
  if (rest.trim() !== '')
    pieces.push({ ...sentence, start: start + rest.length - rest.trimStart().length, end: sentence.end })
  return pieces
}
