import type { Table } from 'docx'
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  TableRow,
  TextRun
} from 'docx'
import { SIDES, type Side } from '../model.ts'
import { INK, QUIET } from './colours.ts'
import { has, type ReportDocument } from './document.ts'
import { heading, LONG, MARGIN, SHORT, sideName, table } from './docx-page.ts'
import {
  annotation,
  BULLETS,
  cell,
  citation,
  FACES,
  hex,
  item,
  markedWords,
  marksOf,
  paragraph,
  quiet,
  SIZES,
  words
} from './docx-parts.ts'
import { brief } from './docx-brief.ts'
import { writable } from './escape.ts'
import type { FindingEntry } from './finding-entries.ts'
import { percent } from './overview.ts'
import type { AloneEntry, MarkedSentence, RowEntry } from './row-entries.ts'

/** The report as a Word file: headings, tables that stay editable, the sides' names again on each page. */

const sentence = (report: ReportDocument, side: Side, entry: MarkedSentence): TextRun[] => [
  ...(entry.gap ? [quiet('[…] ')] : []),
  ...entry.pieces.map(({ text, mark }) => markedWords(text, mark, report.languages[side])),
  ...(entry.byHand ? marksOf(['changed by hand']) : [])
]

const headRow = (report: ReportDocument): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: SIDES.map((side) => cell([paragraph([sideName(report, side)])], { lines: ['bottom'] }))
  })

const rowOf = (report: ReportDocument, row: RowEntry): TableRow[] => {
  const texts = (side: Side) =>
    cell(
      row[side].map((entry) => paragraph(sentence(report, side, entry))),
      { lines: side === 'cn' ? ['left'] : [] }
    )
  const confidence = row.confidence === null ? '' : `, confidence ${row.confidence.toFixed(2)}`
  const said = [
    ...[...row.differences, ...row.partly].map((line) => item([words(line)])),
    ...annotation(row),
    ...[...row.us, ...row.cn].flatMap((entry) => annotation(entry, ` on ${entry.id}`)),
    ...(row.reasons.length === 0
      ? []
      : [paragraph([quiet(`Side by side because: ${row.reasons.join('; ')}.`)])])
  ]
  return [
    new TableRow({
      cantSplit: true,
      children: [
        cell(
          [
            paragraph(
              [
                words(row.name, { bold: true }),
                quiet(`  ${row.relation}${confidence}`),
                ...marksOf(row.marks)
              ],
              { keepNext: true }
            )
          ],
          { span: 2, lines: ['top'] }
        )
      ]
    }),
    new TableRow({ cantSplit: true, children: SIDES.map(texts) }),
    new TableRow({ cantSplit: true, children: [cell(said, { span: 2 })] })
  ]
}

/** A bar of the overview: no picture, but shaded blanks, which every program shows and prints. */
const bar = (report: ReportDocument, share: number, side: Side): TextRun =>
  words('\u00a0'.repeat(Math.round(share * 40)), {
    size: 16,
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: hex(report.picture.colours.sides[side]) }
  })

const topicsTable = (report: ReportDocument): Table => {
  const { topics } = report
  const widest = Math.max(0.01, ...topics.flatMap(({ us, cn }) => [us, cn]))
  const row = (us: TextRun[], label: TextRun[], cn: TextRun[], tableHeader = false): TableRow =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: [
        cell([paragraph(us, { alignment: AlignmentType.RIGHT, spacing: { after: 0 } })]),
        cell([paragraph(label, { alignment: AlignmentType.CENTER, spacing: { after: 0 } })]),
        cell([paragraph(cn, { spacing: { after: 0 } })])
      ]
    })
  return table(
    report,
    [0.37, 0.26, 0.37],
    [
      row([sideName(report, 'us')], [quiet('share of words')], [sideName(report, 'cn')], true),
      ...topics.map(({ label, us, cn }) =>
        row(
          [quiet(`${percent(us)} `), bar(report, us / widest, 'us')],
          [words(label)],
          [bar(report, cn / widest, 'cn'), quiet(` ${percent(cn)}`)]
        )
      )
    ]
  )
}

const finding = (report: ReportDocument, entry: FindingEntry): Paragraph[] => [
  paragraph(
    [
      words(`${entry.kind} · ${entry.topic}`, { bold: true, size: SIZES.small, color: hex(QUIET) }),
      ...marksOf(entry.marks)
    ],
    { keepNext: true, spacing: { before: 160, after: 20 } }
  ),
  paragraph([words(entry.say)], { keepNext: true }),
  ...(entry.terms === null ? [] : [paragraph([quiet(entry.terms)], { keepNext: true })]),
  ...(entry.signals === null
    ? []
    : [paragraph([words(entry.signals, { italics: true, color: hex(QUIET) })], { keepNext: true })]),
  ...SIDES.filter((side) => entry.words[side].length > 0).map((side) =>
    paragraph(
      [
        sideName(report, side),
        words('  '),
        ...entry.words[side].map((quote) => words(`“${quote}” `, {}, report.languages[side]))
      ],
      { indent: { left: 240 }, keepNext: true }
    )
  ),
  ...annotation(entry),
  paragraph([quiet(`${entry.id} · rule ${entry.rule} · weight ${entry.weight.toFixed(2)}`)])
]

const aloneOf = (report: ReportDocument, side: Side, entry: AloneEntry): Paragraph[] => [
  paragraph([words(entry.name, { bold: true, size: SIZES.small, color: hex(QUIET) })], {
    keepNext: true,
    spacing: { before: 120, after: 20 }
  }),
  paragraph(sentence(report, side, entry)),
  ...annotation(entry)
]

const opening = (report: ReportDocument): Paragraph[] => [
  new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(writable(report.title))] }),
  ...(report.subtitle === null ? [] : [paragraph([quiet(report.subtitle)])]),
  ...SIDES.map((side) =>
    paragraph([
      sideName(report, side),
      words('  '),
      ...citation(report.sources[side].citation, report.languages[side]),
      quiet(`  (${report.sources[side].facts})`)
    ])
  ),
  ...(report.caution === null ? [] : [paragraph([words(report.caution, { bold: true })])]),
  ...annotation(report.whole)
]

const contents = (report: ReportDocument): (Paragraph | Table)[] => [
  ...opening(report),
  ...(has(report, 'verdict') ? brief(report) : []),
  ...(has(report, 'overview') ? [heading('Topics'), topicsTable(report)] : []),
  ...(has(report, 'findings') && report.findings.length > 0
    ? [heading('Findings'), ...report.findings.flatMap((entry) => finding(report, entry))]
    : []),
  ...(has(report, 'rows') && report.rows.length > 0
    ? [
        heading('Side by side'),
        table(report, [0.5, 0.5], [headRow(report), ...report.rows.flatMap((row) => rowOf(report, row))])
      ]
    : []),
  ...(has(report, 'alone')
    ? SIDES.flatMap((side) => [
        heading(`Only here: ${report.parties[side]}`),
        ...(report.alone[side].length === 0
          ? [paragraph([words('Nothing.')])]
          : report.alone[side].flatMap((entry) => aloneOf(report, side, entry)))
      ])
    : []),
  ...(report.codebook.length === 0
    ? []
    : [
        heading('Codebook'),
        ...report.codebook.map(({ name, description }) =>
          paragraph([words(name, { bold: true }), words(description === '' ? '' : `  ${description}`)])
        )
      ]),
  paragraph([quiet(report.figures)], { spacing: { before: 400, after: 60 } }),
  paragraph([quiet(report.provenance)])
]

const style = (size: number, before: number, after: number) => ({
  run: {
    size,
    bold: true,
    color: hex(INK),
    font: FACES
  },
  paragraph: { spacing: { before, after } }
})

const footer = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            size: SIZES.small,
            color: hex(QUIET),
            children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES]
          })
        ]
      })
    ]
  })

/** @returns the bytes of a .docx file */
export const reportDocx = async (report: ReportDocument): Promise<Uint8Array> => {
  const document = new Document({
    title: writable(report.title),
    creator: 'Parallax',
    description: writable(report.provenance),
    styles: {
      default: {
        document: {
          run: {
            size: SIZES.text,
            color: hex(INK),
            font: FACES
          }
        },
        title: style(40, 0, 80),
        heading1: style(27, 400, 120),
        heading2: style(22, 240, 60)
      }
    },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 300, hanging: 200 } } }
            }
          ]
        }
      ]
    },
    sections: [
      {
        properties: {
          page: {
            // The library turns the two itself for landscape.
            size: {
              width: SHORT,
              height: LONG,
              orientation:
                report.options.paper === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
            },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN }
          }
        },
        footers: { default: footer() },
        children: contents(report)
      }
    ]
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}
