import type { Span } from '../model.ts'

const STOPS = new Set('。！？!?…')
const CLOSERS = new Set('”’」』）)》〉】"¹²³⁴⁵⁶⁷⁸⁹⁰')
/** Mark of a note behind a stop. */
const NOTE = /\s?[[［〔]\d{1,3}[\]］〕]/uy
const OPENERS = new Map([
  ['（', '）'],
  ['(', ')'],
  ['《', '》']
])

/**
 * Splits Chinese text into sentences. A semicolon does not end one. A stop inside brackets does not either, and a
 * quotation that ends with its own stop ends the sentence after its closing mark.
 *
 * @param text one paragraph
 * @param offset of the paragraph in its text
 */
export const chineseSentences = (text: string, offset: number): Span[] => {
  const spans: Span[] = []
  let start = 0
  let closing: string | undefined
  let closingLimit = 0
  /** Marks that do not come any more: each is looked for to the end of the text once. */
  const gone = new Set<string>()
  const push = (end: number): void => {
    const piece = text.slice(start, end)
    const lead = piece.length - piece.trimStart().length
    if (/[\p{L}\p{N}\p{Script=Han}]/u.test(piece))
      spans.push({ start: offset + start + lead, end: offset + start + piece.trimEnd().length })
    start = end
  }
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (closing === undefined) {
      const partner = OPENERS.get(character)
      // A bracket that is never closed must not swallow the rest of the text.
      if (partner !== undefined && !gone.has(partner)) {
        closingLimit = text.indexOf(partner, at)
        if (closingLimit > 0) closing = partner
        else gone.add(partner)
      }
    } else if (at >= closingLimit) closing = undefined
    if (closing !== undefined || !STOPS.has(character)) continue
    let end = at + 1
    while (STOPS.has(text.charAt(end)) || CLOSERS.has(text.charAt(end))) end++
    for (NOTE.lastIndex = end; NOTE.test(text); end = NOTE.lastIndex);
    // A closing quotation mark followed by a comma or a word goes on with the sentence around it.
    if (text.charAt(end) !== '，' && text.charAt(end) !== '、') push(end)
    at = end - 1
  }
  push(text.length)
  return spans
}
