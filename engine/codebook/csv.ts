import { fromCsv, toCsv } from '../csv.ts'
import type { Code } from './code.ts'
import { MOST_CODES, readFrom, type CodebookRead, type CodeDraft } from './codebook.ts'

/** A codebook as a table: id, name, colour, shape, description. */

const COLUMNS = ['id', 'name', 'colour', 'shape', 'description'] as const
type Column = (typeof COLUMNS)[number]

export const codebookToCsv = (codes: readonly Code[]): string =>
  toCsv(
    COLUMNS,
    codes.map((code) => COLUMNS.map((column) => code[column]))
  )

/** Columns by what they may be called; a table of names alone is a codebook too. */
const NAMES: Record<Column, readonly string[]> = {
  id: ['id', 'guid', '编号'],
  name: [
    'name',
    'code',
    'code name',
    'codesystem',
    'tag',
    'label',
    'title',
    '名称',
    '代码',
    '编码',
    '标签',
    '节点'
  ],
  colour: ['colour', 'color', 'farbe', '颜色', '色'],
  shape: ['shape', '形状'],
  description: [
    'description',
    'definition',
    'memo',
    'comment',
    '说明',
    '描述',
    '定义',
    '备注',
    '备忘录',
    '注释'
  ]
}

/** What spreadsheets write first to say what parts the columns. */
const SEPARATOR_LINE = /^\uFEFF?sep=.\r?\n/iu

export const codebookFromCsv = (text: string): CodebookRead => {
  const [header = [], ...rows] = fromCsv(text.replace(SEPARATOR_LINE, ''))
  const titles = header.map((title) => title.trim().toLowerCase())
  const placeOf = (column: Column): number => titles.findIndex((title) => NAMES[column].includes(title))
  if (placeOf('name') < 0)
    return {
      ok: false,
      message: 'This table has no column “name”; its first row must say what is in each column.'
    }
  if (rows.length > MOST_CODES)
    return {
      ok: false,
      message: `This table has ${rows.length} rows, more than a codebook may have (${MOST_CODES}).`
    }
  const drafts = rows.map((row): CodeDraft => {
    const cell = (column: Column): string | undefined => row[placeOf(column)]
    return {
      id: cell('id'),
      name: cell('name') ?? '',
      colour: cell('colour'),
      shape: cell('shape'),
      description: cell('description')
    }
  })
  const nameless = drafts.findIndex(({ name }) => name.trim() === '')
  if (nameless >= 0) return { ok: false, message: `Code ${nameless + 1} of this table has no name.` }
  if (drafts.length === 0) return { ok: false, message: 'This table has no codes in it.' }
  return readFrom(drafts)
}
