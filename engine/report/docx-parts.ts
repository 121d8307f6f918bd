import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  TableCell,
  TextRun,
  UnderlineType,
  type IParagraphOptions,
  type IRunOptions
} from 'docx'
import type { Run } from '../cite/cite.ts'
import type { Language } from '../model.ts'
import type { Mark } from '../wording/passage.ts'
import type { Annotation } from './annotations.ts'
import { INK, QUIET, RULE, TERM_PAPER } from './colours.ts'
import { writable } from './escape.ts'

/** The pieces that the Word report is made of. */

/** Word wants colours without their sign. */
export const hex = (colour: string): string => colour.replace('#', '')

/**
 * Word chooses a face by the script of each character, so that both must be named; SimSun comes with Word on both of
 * its systems. For Chinese text the hint sends quotation marks and dashes, which both scripts have, to the Chinese face. Times has a likeness on
 * every system, with the same widths.
 */
export const FACES = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: 'SimSun'
}
const fontFor = (language: Language) => (language === 'zh' ? { ...FACES, hint: 'eastAsia' } : FACES)

/** Name of the one list style. */
export const BULLETS = 'differences'

/** Half points. */
export const SIZES = { text: 22, small: 17 } as const

export const words = (text: string, options: IRunOptions = {}, language: Language = 'en'): TextRun =>
  new TextRun({
    font: fontFor(language),
    language: { value: 'en-US', eastAsia: 'zh-CN' },
    ...options,
    text: writable(text).replace(/[ \t\r\n]+/gu, ' ')
  })

export const quiet = (text: string): TextRun => words(text, { color: hex(QUIET), size: SIZES.small })

/** How a word is marked: not by colour alone, as in the HTML report. */
const MARKED: Record<Mark, IRunOptions> = {
  term: {
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: hex(TERM_PAPER) },
    underline: { type: UnderlineType.SINGLE, color: hex(INK) }
  },
  difference: { underline: { type: UnderlineType.SINGLE, color: hex(INK) } },
  only: { underline: { type: UnderlineType.DOTTED, color: hex(INK) } },
  same: {}
}
export const markedWords = (text: string, mark: Mark | null, language: Language): TextRun =>
  words(text, mark === null ? {} : MARKED[mark], language)

export const citation = (runs: readonly Run[], language: Language): TextRun[] =>
  runs.map(({ text, italic }) => words(text, { italics: italic }, language))

export const paragraph = (children: TextRun[], options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ spacing: { after: 90, line: 276 }, alignment: AlignmentType.LEFT, ...options, children })

export const item = (children: TextRun[], keepNext = false): Paragraph =>
  paragraph(children, {
    numbering: { reference: BULLETS, level: 0 },
    spacing: { after: 40, line: 264 },
    keepNext
  })

/** What the researcher did, in brackets after what it was done to. */
export const marksOf = (marks: readonly string[]): TextRun[] =>
  marks.map((mark) => words(` [${mark}]`, { bold: true, size: SIZES.small }))

export const annotation = ({ note, tags }: Annotation, on = ''): Paragraph[] => [
  ...(note === null
    ? []
    : note.split('\n').map((line, at) =>
        paragraph([...(at === 0 ? [words(`Note${on}: `, { bold: true })] : []), words(line)], {
          border: { left: { style: BorderStyle.SINGLE, size: 12, space: 6, color: hex(RULE) } },
          indent: { left: 120 }
        })
      )),
  ...(tags.length === 0
    ? []
    : [
        paragraph(
          tags.flatMap(({ name, colour }, at) => [
            ...(at === 0 ? [quiet('Tags: ')] : [quiet(', ')]),
            words(name, { size: SIZES.small, underline: { type: UnderlineType.THICK, color: hex(colour) } })
          ])
        )
      ])
]

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const LINE = { style: BorderStyle.SINGLE, size: 4, color: hex(RULE) } as const

/** A cell with no lines but those named. */
export const cell = (
  children: Paragraph[],
  { span = 1, lines = [] }: { span?: number; lines?: ('top' | 'bottom' | 'left')[] } = {}
): TableCell =>
  new TableCell({
    children: children.length > 0 ? children : [new Paragraph({})],
    columnSpan: span,
    margins: { top: 50, bottom: 50, left: 110, right: 110 },
    borders: {
      top: lines.includes('top') ? LINE : NO_LINE,
      bottom: lines.includes('bottom') ? LINE : NO_LINE,
      left: lines.includes('left') ? LINE : NO_LINE,
      right: NO_LINE
    }
  })
