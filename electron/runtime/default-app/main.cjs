// What a development Electron does with `electron FOLDER` and the registry's Electron, made for a packaged app, does
// not: load modules named with -r first, then the app in the folder that is the first other argument.
const { readFileSync } = require('node:fs')
const Module = require('node:module')
const { join, resolve } = require('node:path')
const { pathToFileURL } = require('node:url')
const { app } = require('electron')

const words = process.argv.slice(1)
const modules = words.filter((_word, at) => words[at - 1] === '-r' || words[at - 1] === '--require')
const folder = words.find((word) => !word.startsWith('-') && !modules.includes(word))

if (folder === undefined) {
  process.stderr.write('No app folder was given.\n')
  app.exit(1)
} else {
  const path = resolve(folder)
  const about = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
  process.defaultApp = true
  app.setAppPath(path)
  app.setName(about.productName ?? about.name)
  app.setVersion(about.version)
  if (modules.length > 0) Module._preloadModules(modules.map((module) => resolve(module)))
  import(pathToFileURL(join(path, about.main)).href).catch((error) => {
    process.stderr.write(`${error.stack}\n`)
    app.exit(1)
  })
}
