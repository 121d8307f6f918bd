import { EXPORT_KINDS, type ExportKind } from '../../electron/contract/storage.ts'
import type { CitationStyle } from '../../engine/cite/cite.ts'
import type { ExportFormat } from '../../engine/report/export.ts'

/** What the reader may choose in the export dialog: the forms that the engine writes, and two that the app makes of them. */
export const CHOICES = [
  'docx',
  'pdf',
  'html',
  'markdown',
  'findings',
  'rows',
  'json',
  'svg',
  'png'
] as const satisfies readonly (ExportFormat | 'pdf' | 'png')[]
export type Choice = (typeof CHOICES)[number]

interface About {
  name: string
  kind: ExportKind
  /** What the engine writes for it. */
  from: ExportFormat
  /** Whether the reader chooses what goes in. */
  hasParts: boolean
}

export const ABOUT: Record<Choice, About> = {
  docx: { name: EXPORT_KINDS.docx, kind: 'docx', from: 'docx', hasParts: true },
  pdf: { name: EXPORT_KINDS.pdf, kind: 'pdf', from: 'html', hasParts: true },
  html: { name: 'Web page, whole in one file', kind: 'html', from: 'html', hasParts: true },
  markdown: { name: EXPORT_KINDS.md, kind: 'md', from: 'markdown', hasParts: true },
  findings: { name: 'Table of the findings (CSV)', kind: 'csv', from: 'findings', hasParts: false },
  rows: { name: 'Table of the aligned rows (CSV)', kind: 'csv', from: 'rows', hasParts: false },
  json: { name: 'All of it as data (JSON)', kind: 'json', from: 'json', hasParts: false },
  svg: { name: 'Picture of the overview (SVG)', kind: 'svg', from: 'svg', hasParts: false },
  png: { name: 'Picture of the overview (PNG)', kind: 'png', from: 'svg', hasParts: false }
}

export const STYLE_NAMES: Record<CitationStyle, string> = {
  chicago: 'Chicago (notes)',
  apa: 'APA 7',
  mla: 'MLA 9'
}
