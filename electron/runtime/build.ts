import { existsSync } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runChild } from './child.ts'
import { ROOT } from './paths.ts'
import { Plain, run, say } from './say.ts'

const SOURCES = [
  'docs/guide',
  'engine',
  'electron',
  'renderer',
  'electron.vite.config.ts',
  'svelte.config.js',
  'package-lock.json'
]
const STAMP = join(ROOT, 'out/.built')

/** Newest change below the sources, in milliseconds since the epoch, and their number, so that a removal counts. */
const sourceState = async (): Promise<string> => {
  let newest = 0
  let count = 0
  for (const source of SOURCES) {
    const path = join(ROOT, source)
    const entries = (await stat(path)).isDirectory() ? await readdir(path, { recursive: true }) : ['.']
    for (const entry of entries) {
      newest = Math.max(newest, (await stat(join(path, entry))).mtimeMs)
      count++
    }
  }
  return `${count} ${newest}`
}

/**
 * Builds the three parts into out/ unless they are newer than every source.
 *
 * @throws Plain with the end of the bundler's output
 */
export const ensureBuild = async (): Promise<void> => {
  const state = await sourceState()
  if (existsSync(STAMP) && (await readFile(STAMP, 'utf8')) === state) return
  say('building …')
  const { code, output } = await runChild(
    process.execPath,
    [join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: ROOT }
  )
  if (code !== 0) throw new Plain(`the build failed:\n${output.trim()}`)
  await writeFile(STAMP, state)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  run(async () => {
    await ensureBuild()
    return 0
  })
