import { SIDES, type Comparison, type Finding, type Side } from '../model.ts'
import type { Source } from '../project/project.ts'
import { passageText } from '../wording/names.ts'
import { citedOf } from './cited.ts'
import { cite, plainText, type CitationStyle } from './cite.ts'

export type Sources = Partial<Record<Side, Source>>

/** Words of a readout with their citation, as plain text for the clipboard. */
export const quoteWords = (
  comparison: Comparison,
  side: Side,
  words: string,
  sources: Sources,
  style: CitationStyle
): string => `“${words}”\n${plainText(cite(citedOf(comparison.readouts[side], sources[side]), style))}`

/** A passage with its citation. */
export const quotePassage = (
  comparison: Comparison,
  side: Side,
  sentences: readonly string[],
  sources: Sources,
  style: CitationStyle
): string => quoteWords(comparison, side, passageText(comparison, side, sentences), sources, style)

/** A finding with the words it rests on, each side's with its citation. */
export const quoteFinding = (
  comparison: Comparison,
  { say, words }: Finding,
  sources: Sources,
  style: CitationStyle
): string => {
  const passages = SIDES.filter((side) => words[side].length > 0).map((side) =>
    quoteWords(comparison, side, words[side].join(' […] '), sources, style)
  )
  return [say, ...passages].join('\n\n')
}
