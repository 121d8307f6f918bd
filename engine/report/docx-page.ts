import { HeadingLevel, Paragraph, Table, TableLayoutType, TextRun, WidthType, type TableRow } from 'docx'
import type { Side } from '../model.ts'
import type { ReportDocument } from './document.ts'
import { hex, words } from './docx-parts.ts'
import { writable } from './escape.ts'

/** The page of the Word report, and what stands across its whole width. */

/** Twentieths of a point: A4, and its margins. */
export const SHORT = 11_906
export const LONG = 16_838
export const MARGIN = 1_020

const widthOf = ({ options }: ReportDocument): number =>
  (options.paper === 'landscape' ? LONG : SHORT) - 2 * MARGIN

export const heading = (text: string, level: 'HEADING_1' | 'HEADING_2' = 'HEADING_1'): Paragraph =>
  new Paragraph({ heading: HeadingLevel[level], keepNext: true, children: [new TextRun(writable(text))] })

export const sideName = (report: ReportDocument, side: Side): TextRun =>
  words(report.parties[side], { bold: true, color: hex(report.picture.colours.sides[side]) })

export const table = (report: ReportDocument, columns: readonly number[], rows: TableRow[]): Table => {
  const width = widthOf(report)
  return new Table({
    rows,
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns.map((share) => Math.round(share * width))
  })
}
