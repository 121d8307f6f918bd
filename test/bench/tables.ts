import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../electron/runtime/paths.ts'

/** The folders of pairs that weights are fitted to: the known ones beside the project, and others. */
export const goldFolders = (others: readonly string[]): string[] => {
  const folders = [
    ...['../shared/corpus', '../shared/illustrative', '../shared/practice/pairs'].map((folder) =>
      join(ROOT, folder)
    ),
    ...others
  ]
  const missing = folders.filter((folder) => !existsSync(folder))
  if (missing.length > 0) {
    console.error(`There is no corpus at ${missing.join(', ')}.`)
    process.exit(1)
  }
  return folders
}

/** Writes what was learnt into the lexicon's data. */
export const writeTable = (file: string, about: string, table: object): void => {
  const data = JSON.stringify({ about, ...table }, null, 2)
  writeFileSync(join(ROOT, 'engine/lexicon/data', file), `${data}\n`)
}
