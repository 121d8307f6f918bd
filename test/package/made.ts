import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../..')
export const DIST = join(ROOT, 'dist')

/** Path of the made package with an ending. */
export const made = (ending: string): string => {
  const file = readdirSync(DIST).find((name) => name.endsWith(ending))
  if (file === undefined) throw new Error(`there is no ${ending} in dist/: npm run package makes it`)
  return join(DIST, file)
}
