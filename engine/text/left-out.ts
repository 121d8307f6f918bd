import type { ParagraphKind } from '../model.ts'
import { legible } from './legible.ts'
import { inOriginal } from './offsets.ts'
import { paragraphsOf } from './paragraphs.ts'

/** A paragraph that is shown and not compared. */
export interface LeftOut {
  kind: Exclude<ParagraphKind, 'body' | 'item'>
  text: string
}

/**
 * What of a text no sentence is made of: title, datelines, headings, notices and end marks. All its other words are
 * compared, so that a reader who looks here has seen all that was left out.
 */
export const leftOut = (text: string): LeftOut[] => {
  const understood = legible(text)
  return paragraphsOf(understood.text).flatMap((paragraph) => {
    const { kind } = paragraph
    if (kind === 'body' || kind === 'item') return []
    const { start, end } = inOriginal(understood, paragraph)
    return [{ kind, text: text.slice(start, end) }]
  })
}
