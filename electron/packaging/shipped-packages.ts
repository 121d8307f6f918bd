import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Plugin } from 'vite'

/** What the builds of one run have met so far; all of them run in one process. */
const met = new Set<string>()

/**
 * The folder of the npm package that a module is of.
 *
 * @param id as the bundler names it: a path, perhaps with a mark before it and a query behind
 * @returns null for what is of no package
 */
export const packageFolderOf = (id: string): string | null => {
  const path = id.replaceAll('\\', '/').replace(/^\0/u, '')
  return /(?:^|\/)(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/?@][^/?]*)\//u.exec(path)?.[1] ?? null
}

/**
 * Notes which npm packages the bundler put into the app, since that, and not the list of dependencies, is what is handed
 * on to others: licence notices and the bill of materials are made of it.
 *
 * @param list file that gets the packages' folders, relative to the project
 * @param copied files that another plugin copies in without the bundler's knowing where they are from
 */
export const noteShippedPackages = (list: string, copied: readonly string[] = []): Plugin => ({
  name: 'note-shipped-packages',
  generateBundle(_options, bundle) {
    const note = (id: string): void => {
      const folder = packageFolderOf(id)
      if (folder !== null) met.add(folder)
    }
    copied.forEach(note)
    for (const part of Object.values(bundle))
      if (part.type === 'asset') part.originalFileNames.forEach(note)
      else
        for (const [id, { renderedLength }] of Object.entries(part.modules)) if (renderedLength > 0) note(id)
    mkdirSync(dirname(list), { recursive: true })
    writeFileSync(list, `${JSON.stringify([...met].sort(), null, 2)}\n`)
  }
})
