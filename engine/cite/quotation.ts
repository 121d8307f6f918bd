import { SIDES, type Comparison, type Finding, type Side } from '../model.ts'
import type { Source } from '../project/project.ts'
import { passageText } from '../report/overview.ts'
import { escaped } from '../report/escape.ts'
import { citedOf } from './cited.ts'
import { cite, plainText, type CitationStyle, type Run } from './cite.ts'

/** Something for the clipboard: as plain text, and as HTML for programs that keep italics. */
export interface Quotation {
  text: string
  html: string
}

export const runsHtml = (runs: readonly Run[]): string =>
  runs.map(({ text, italic }) => (italic ? `<i>${escaped(text)}</i>` : escaped(text))).join('')

interface Quoted {
  words: string
  citation: readonly Run[]
  language: 'en' | 'zh'
}

const asPlain = ({ words, citation }: Quoted): string => `“${words}”\n${plainText(citation)}`
const asHtml = ({ words, citation, language }: Quoted): string =>
  `<blockquote lang="${language}">“${escaped(words)}”</blockquote><p>${runsHtml(citation)}</p>`

export type Sources = Partial<Record<Side, Source>>

const quoted = (
  comparison: Comparison,
  side: Side,
  words: string,
  sources: Sources,
  style: CitationStyle
): Quoted => {
  const readout = comparison.readouts[side]
  return { words, citation: cite(citedOf(readout, sources[side]), style), language: readout.language }
}

/** Words of a readout with their citation. */
export const quoteWords = (
  comparison: Comparison,
  side: Side,
  words: string,
  sources: Sources,
  style: CitationStyle
): Quotation => {
  const passage = quoted(comparison, side, words, sources, style)
  return { text: asPlain(passage), html: asHtml(passage) }
}

/** A passage with its citation. */
export const quotePassage = (
  comparison: Comparison,
  side: Side,
  sentences: readonly string[],
  sources: Sources,
  style: CitationStyle
): Quotation => quoteWords(comparison, side, passageText(comparison, side, sentences), sources, style)

/** A finding with the words it rests on, each side's with its citation. */
export const quoteFinding = (
  comparison: Comparison,
  { say, words }: Finding,
  sources: Sources,
  style: CitationStyle
): Quotation => {
  const passages = SIDES.filter((side) => words[side].length > 0).map((side) =>
    quoted(comparison, side, words[side].join(' […] '), sources, style)
  )
  return {
    text: [say, ...passages.map(asPlain)].join('\n\n'),
    html: `<p>${escaped(say)}</p>${passages.map(asHtml).join('')}`
  }
}
