// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- seen from wherever this file is read
/// <reference path="./papaparse.d.ts" />
import Papa from 'papaparse'

/** Tables that a spreadsheet opens right, Chinese too, and that come back as they were. */

/**
 * What a spreadsheet would take for a formula is kept from being one by an apostrophe, which is taken away again: the
 * text of a readout is anybody's. Full-width signs count too, since spreadsheets set up for Chinese or Japanese take
 * them for plain ones.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/u

/** Told by it, spreadsheets read UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

export const toCsv = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK +
  Papa.unparse(
    { fields: [...header], data: rows.map((row) => [...row]) },
    { escapeFormulae: FORMULA, newline: '\r\n' }
  ) +
  '\r\n'

/** The rows of a table, whatever parts its columns; those that are empty are left out. */
export const fromCsv = (text: string): string[][] =>
  Papa.parse(text.replace(/^\uFEFF/u, ''), { skipEmptyLines: 'greedy' }).data.map((row) =>
    row.map((cell) => (GUARDED.test(cell) ? cell.slice(1) : cell))
  )
