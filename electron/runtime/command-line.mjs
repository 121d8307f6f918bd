// The command line built once, and what V8 compiles of it kept: to compile it anew took most of each call. Plain
// JavaScript, since it runs before anything is compiled.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'

/** What it is made of: a change in any of these builds it anew. */
const FOLDERS = ['engine', 'electron/cli', 'electron/tables']
const FILES = ['electron/runtime/command-line.mjs', 'package-lock.json']
const ENTRY = 'electron/cli/index.ts'
const BUILT = 'index.cjs'
/** Builds that are kept: a call may still run the one before. */
const KEPT = 2
/** How it is stored: in ASCII, a byte a letter on disk as in memory. One letter beyond it would make it two for all of them. */
const LETTERS = 'latin1'
/** A package that stays outside, since it finds its own files by where it lies. */
const OUTSIDE = 'pdfjs-dist'

/**
 * Name, size and time of each file, which tell of a change without reading the files.
 *
 * @param {string} path
 */
const stateOf = (path) => {
  const { size, mtimeMs } = statSync(path)
  return `${path} ${size} ${mtimeMs}`
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
const statesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? statesIn(path) : stateOf(path)
    })

/** @param {string} folder */
const tidy = (folder) => {
  const made = readdirSync(folder)
    .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
    .sort((one, other) => other.at - one.at)
  for (const { path } of made.slice(KEPT)) rmSync(path, { recursive: true, force: true })
}

/**
 * Compiled code that was kept cannot import by itself: `runBuilt` does it.
 *
 * @returns {import('vite').Plugin}
 */
const packageOutside = () => ({
  name: 'package-outside',
  enforce: 'pre',
  transform: (code) => code.replaceAll(`import('${OUTSIDE}/`, `importOutside('${OUTSIDE}/`)
})

/**
 * @param {string} root
 * @param {string} outDir
 */
const build = async (root, outDir) => {
  const { build: bundle } = await import('vite')
  const { inAscii, tables } = await import('../tables/plugin.mjs')
  await bundle({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [tables('file'), packageOutside()],
    ssr: { noExternal: true, external: [OUTSIDE] },
    build: {
      ssr: join(root, ENTRY),
      ssrEmitAssets: true,
      target: 'node20',
      outDir,
      minify: true,
      rolldownOptions: {
        // What V8 has compiled can be kept of CommonJS alone.
        output: { format: 'cjs', entryFileNames: BUILT, chunkFileNames: '[name]-[hash].cjs' }
      }
    }
  })
  for (const name of readdirSync(outDir))
    if (name.endsWith('.cjs'))
      writeFileSync(join(outDir, name), inAscii(readFileSync(join(outDir, name), 'utf8')), LETTERS)
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
  const now = [
    ...FOLDERS.flatMap((path) => statesIn(join(root, path))),
    ...FILES.map((path) => stateOf(join(root, path)))
  ].join('\n')
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

/** For which V8 a file is that is kept. */
const ENGINE = `${process.versions.v8}-${process.arch}`
/** What V8 has compiled of a file is kept beside it, for the V8 that has compiled it. */
const COMPILED = `.${ENGINE}.compiled`

/**
 * What V8 is told of a call, most of which end before it pays to optimise what they run: to optimise seven times later
 * than by itself, to collect young objects in one thread, and to keep the room for them small, since each page of
 * memory that is touched first costs more than to collect in it.
 */
const FOR_SHORT_CALLS = [
  '--interrupt-budget=1000000',
  '--no-parallel-scavenge',
  '--semi-space-growth-factor=1'
]

/**
 * Those that this V8 knows, since it complains of others; asked once, for it takes a process.
 *
 * @param {string} folder of the program
 * @returns {string[]}
 */
const knownFlags = (folder) => {
  const kept = join(folder, `flags.${ENGINE}.json`)
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'))
  const { stdout } = spawnSync(process.execPath, ['--v8-options'], { encoding: 'utf8' })
  const known = FOR_SHORT_CALLS.filter((flag) =>
    stdout.includes(` --${flag.replace(/^--(?:no-)?|=.*$/gu, '')} `)
  )
  keep(kept, JSON.stringify(known))
  return known
}

/** What a file of the program finds around it. */
const SCOPE = ['exports', 'require', 'module', '__filename', '__dirname', 'importOutside']

/**
 * @param {string} path
 * @param {Buffer | string} data
 */
const keep = (path, data) => {
  const beside = `${path}-${process.pid}`
  try {
    writeFileSync(beside, data)
    renameSync(beside, path)
  } catch {
    // A folder that cannot be written to, or was tidied away meanwhile: the next call compiles again.
    rmSync(beside, { force: true })
  }
}

/**
 * Makes V8 ready for a call. Before the program runs, since what is kept of it is only for the flags it was compiled with.
 *
 * @param {string} program path of its entry
 */
export const expectShortCall = (program) => {
  for (const flag of knownFlags(dirname(program))) setFlagsFromString(flag)
}

/**
 * Runs the built program within this process.
 *
 * @param {string} program path of its entry
 * @returns {unknown} what it exports
 */
export const runBuilt = (program) => {
  const folder = dirname(program)
  const others = createRequire(program)
  /** @type {Map<string, { exports: unknown }>} */
  const modules = new Map()

  const importOutside = (/** @type {string} */ name) => import(pathToFileURL(others.resolve(name)).href)

  /** @param {string} path */
  const load = (path) => {
    const known = modules.get(path)
    if (known) return known.exports
    const made = { exports: {} }
    modules.set(path, made)
    const kept = `${path}${COMPILED}`
    const words = `(function (${SCOPE.join(', ')}) {${readFileSync(path, LETTERS)}\n})`
    const cachedData = existsSync(kept) ? readFileSync(kept) : undefined
    const script = new Script(words, { filename: path, cachedData })
    // At the end of the call all is compiled that a call needs.
    if (script.cachedDataRejected !== false) process.once('exit', () => keep(kept, script.createCachedData()))
    /** @param {string} name */
    const require = (name) => (name.startsWith('./') ? load(join(folder, name)) : others(name))
    script.runInThisContext()(made.exports, require, made, path, folder, importOutside)
    return made.exports
  }

  return load(program)
}
