import { EXPORT_KINDS, type ExportKind } from '../../electron/contract/storage.ts'
import type { CitationStyle } from '../../engine/cite/cite.ts'
import type { ExportFormat } from '../../engine/report/export.ts'
import { words } from '../words/words.ts'

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

const { choices } = words.exporting

export const ABOUT: Record<Choice, About> = {
  docx: { name: EXPORT_KINDS.docx, kind: 'docx', from: 'docx', hasParts: true },
  pdf: { name: EXPORT_KINDS.pdf, kind: 'pdf', from: 'html', hasParts: true },
  html: { name: choices.html, kind: 'html', from: 'html', hasParts: true },
  markdown: { name: EXPORT_KINDS.md, kind: 'md', from: 'markdown', hasParts: true },
  findings: { name: choices.findings, kind: 'csv', from: 'findings', hasParts: false },
  rows: { name: choices.rows, kind: 'csv', from: 'rows', hasParts: false },
  json: { name: choices.json, kind: 'json', from: 'json', hasParts: false },
  svg: { name: choices.svg, kind: 'svg', from: 'svg', hasParts: false },
  png: { name: choices.png, kind: 'png', from: 'svg', hasParts: false }
}

export const STYLE_NAMES: Record<CitationStyle, string> = {
  chicago: 'Chicago (notes)',
  apa: 'APA 7',
  mla: 'MLA 9'
}
