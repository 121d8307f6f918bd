import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../..')
const RELEASE = join(ROOT, 'dist/release')

/** Path of the made package with an ending. */
export const made = (ending: string): string => {
  const file = readdirSync(RELEASE).find((name) => name.endsWith(ending))
  if (file === undefined) throw new Error(`there is no ${ending} in dist/release: npm run package makes it`)
  return join(RELEASE, file)
}
