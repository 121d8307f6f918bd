import type { Paragraph } from 'docx'
import { TableRow, type Table } from 'docx'
import { SIDES } from '../model.ts'
import { QUIET } from './colours.ts'
import { furtherLine } from './brief-matters.ts'
import type { BriefQuote } from './brief.ts'
import type { ReportDocument } from './document.ts'
import { heading, sideName, table } from './docx-page.ts'
import { annotation, cell, hex, item, paragraph, quiet, words } from './docx-parts.ts'

/** The first page of the Word report. */

const quoteOf = (report: ReportDocument, { side, who, place, pieces }: BriefQuote): Paragraph => {
  const language = report.languages[side]
  return paragraph(
    [
      words(`${who}  `, { bold: true, color: hex(report.picture.colours.sides[side]) }),
      words('“', {}, language),
      ...pieces.map(({ text, isQuoted }) => words(text, isQuoted ? {} : { color: hex(QUIET) }, language)),
      words('”', {}, language),
      quiet(`  ${place}`)
    ],
    { indent: { left: 360 }, spacing: { after: 50, line: 252 }, keepLines: true }
  )
}

const matters = (report: ReportDocument): (Paragraph | Table)[] => {
  const { brief } = report
  if (brief.matters.length === 0) return []
  const line = (cells: Paragraph[], tableHeader = false): TableRow =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: cells.map((content) => cell([content], { lines: ['bottom'] }))
    })
  const tight = { spacing: { after: 0 } }
  return [
    heading('Matters'),
    table(
      report,
      [0.42, 0.2, 0.19, 0.19],
      [
        line(
          [
            paragraph([quiet('matter')], tight),
            paragraph([quiet('in')], tight),
            ...SIDES.map((side) => paragraph([sideName(report, side), quiet(' paragraph')], tight))
          ],
          true
        ),
        ...brief.matters.map(({ name, standing, us, cn }) =>
          line([name, standing, us || '–', cn || '–'].map((text) => paragraph([words(text)], tight)))
        )
      ]
    ),
    ...(brief.furtherMatters === 0 ? [] : [paragraph([quiet(furtherLine(brief.furtherMatters))])])
  ]
}

/** What differs most, with its quotations, and what there is beside it. */
export const brief = (report: ReportDocument): (Paragraph | Table)[] => {
  const { meeting, common, differences, figures, talks } = report.brief
  return [
    heading('The meeting'),
    ...meeting.map((quote) => quoteOf(report, quote)),
    paragraph([words(common)]),
    ...(differences.length === 0 ? [] : [heading('What differs most')]),
    ...differences.flatMap((entry, at) => [
      paragraph([words(`${at + 1}.  ${entry.say}`, { bold: true })], {
        indent: { left: 360, hanging: 360 },
        keepNext: true
      }),
      ...entry.quotes.map((quote) => quoteOf(report, quote)),
      ...(entry.terms === null ? [] : [paragraph([quiet(entry.terms)], { indent: { left: 360 } })]),
      ...annotation(entry)
    ]),
    ...matters(report),
    ...(figures.length === 0 ? [] : [heading('Figures and dates')]),
    ...figures.map(({ who, items }) =>
      paragraph([
        words(`${who}  `, { bold: true }),
        ...items.flatMap(({ words: quoted, place, side }, at) => [
          words(`${at === 0 ? '' : '; '}“${quoted}”`, {}, report.languages[side]),
          quiet(` ${place}`)
        ])
      ])
    ),
    ...(talks.length === 0 ? [] : [heading('How each describes the talks')]),
    ...talks.map((say) => item([words(say)]))
  ]
}
