// What a development Electron does with `electron FOLDER` and the registry's Electron, made for a packaged app, does
// not: load modules named with -r first, then the app in the folder that is the first other argument.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app as electronApp } from 'electron'

/**
 * What a development Electron sets of itself; not part of the public interface.
 * @typedef {{ setAppPath: (path: string) => void, setVersion: (version: string) => void }} Development
 */
const app = /** @type {Electron.App & Development} */ (electronApp)

const words = process.argv.slice(1)
const modules = words.filter((_word, at) => words[at - 1] === '-r' || words[at - 1] === '--require')
const folder = words.find((word) => !word.startsWith('-') && !modules.includes(word))

if (folder === undefined) {
  process.stderr.write('No app folder was given.\n')
  app.exit(1)
} else {
  const path = resolve(folder)
  const about = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
  Object.assign(process, { defaultApp: true })
  app.setAppPath(path)
  app.setName(about.productName ?? about.name)
  app.setVersion(about.version)
  const require = createRequire(join(path, 'package.json'))
  for (const module of modules) require(resolve(module))
  // Awaited at the top level: Electron becomes ready only after its entry, and so the app's, has been evaluated.
  await import(pathToFileURL(join(path, about.main)).href)
}
