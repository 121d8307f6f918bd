// The command line built once: compiling its TypeScript and reading the lexicon anew took most of each call. Plain
// JavaScript, since it runs before anything is compiled.
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What it is made of: a change of any of these builds it anew. */
const SOURCES = [
  'engine',
  'electron/cli',
  'electron/runtime/command-line.mjs',
  'electron/tables',
  'package-lock.json'
]
const ENTRY = 'electron/cli/index.ts'
const BUILT = 'index.mjs'
/** Builds that are kept: a call may still run the one before. */
const KEPT = 2

/**
 * Name, size and time of each file, which tell of a change without reading the files.
 *
 * @param {string} path
 * @returns {string[]}
 */
const states = (path) => {
  const { size, mtimeMs } = statSync(path)
  const entries = statSync(path).isDirectory() ? readdirSync(path).sort() : null
  return entries ? entries.flatMap((name) => states(join(path, name))) : [`${path} ${size} ${mtimeMs}`]
}

/** @param {string} folder */
const tidy = (folder) => {
  const made = readdirSync(folder)
    .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
    .sort((one, other) => other.at - one.at)
  for (const { path } of made.slice(KEPT)) rmSync(path, { recursive: true, force: true })
}

/**
 * @param {string} root
 * @param {string} outDir
 */
const build = async (root, outDir) => {
  const { build: bundle } = await import('vite')
  const { tables } = await import('../tables/plugin.mjs')
  await bundle({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [tables('file')],
    ssr: { noExternal: true, external: ['pdfjs-dist'] },
    build: {
      ssr: join(root, ENTRY),
      ssrEmitAssets: true,
      target: 'node20',
      outDir,
      minify: true,
      rolldownOptions: { output: { entryFileNames: BUILT, chunkFileNames: '[name]-[hash].mjs' } }
    }
  })
}

/**
 * The built command line of the sources as they are now; built where there is none yet.
 *
 * @param {string} root folder of the checkout
 * @param {string} [cache] where builds are kept; packages are looked for in the folders above it
 * @returns {Promise<string>} path of the program
 * @throws where it cannot be built or kept
 */
export const builtCommandLine = async (root, cache = join(root, 'node_modules/.cache/parallax-cli')) => {
  const now = SOURCES.flatMap((path) => states(join(root, path))).join('\n')
  const folder = join(cache, createHash('sha256').update(now).digest('hex').slice(0, 16))
  const program = join(folder, BUILT)
  if (existsSync(program)) return program
  mkdirSync(cache, { recursive: true })
  // Beside its place and put there whole, so that another call at the same time finds all of it or none.
  const made = mkdtempSync(join(cache, 'making-'))
  try {
    await build(root, made)
    if (!existsSync(program)) renameSync(made, folder)
  } catch (error) {
    if (!existsSync(program)) throw error
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
  tidy(cache)
  return program
}
