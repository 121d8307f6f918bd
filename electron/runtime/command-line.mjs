// The command line built once, and what V8 compiles of it kept: to compile it anew took most of each call. Plain
// JavaScript, since it runs before anything is compiled.
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
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Script } from 'node:vm'

/** What it is made of: a change in any of these builds it anew. */
const FOLDERS = ['engine', 'electron/cli']
const FILES = ['electron/runtime/command-line.mjs', 'package-lock.json']
const ENTRY = 'electron/cli/index.ts'
const BUILT = 'index.cjs'
/** Builds that are kept: a call may still run the one before. */
const KEPT = 2
/** From this size on, in bytes, a table is kept beside the program. */
const LARGE_TABLE = 1_000_000
const TABLE = '\0table:'
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
 * Text in the encoding that is read fastest.
 *
 * @param {string} text
 * @returns {['latin1' | 'utf16le', Buffer]}
 */
const encoded = (text) => {
  // eslint-disable-next-line no-control-regex -- all that a byte can say
  const encoding = /^[\u0000-\u00ff]*$/.test(text) ? 'latin1' : 'utf16le'
  return [encoding, Buffer.from(text, encoding)]
}

/** @param {string} json */
const inAscii = (json) =>
  // eslint-disable-next-line no-control-regex -- all that ASCII has
  json.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The package of English reads a copy of its table, since it changes it: to parse it once more is a copy too. */
const COPY = 'JSON.parse(JSON.stringify(originalModel))'

/**
 * Large tables stay files of their own, each read when something of it is first asked for: not every call needs all.
 *
 * @returns {import('vite').Plugin}
 */
const tablesBeside = () => ({
  name: 'tables-beside',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!source.endsWith('.json')) return null
    const found = await this.resolve(source, importer, { skipSelf: true })
    return found && statSync(found.id).size > LARGE_TABLE ? `${TABLE}${found.id}.js` : null
  },
  load(id) {
    if (!id.startsWith(TABLE)) return null
    const name = basename(id, '.json.js')
    const table = JSON.parse(readFileSync(id.slice(TABLE.length, -'.js'.length), 'utf8'))
    /** @type {(part: string, text: string) => string} what reads the text of a part */
    const beside = (part, text) => {
      const fileName = `${name}${part}`
      const [encoding, source] = encoded(text)
      this.emitFile({ type: 'asset', fileName, source })
      return `readFileSync(join(__dirname, ${JSON.stringify(fileName)}), '${encoding}')`
    }
    const isLarge = (/** @type {unknown} */ value) => typeof value === 'string' && value.length > LARGE_TABLE
    const rest = Object.entries(table).filter(([, value]) => !isLarge(value))
    const readRest = beside('.json', inAscii(JSON.stringify(Object.fromEntries(rest))))
    const members = Object.entries(table).map(([member, value]) => {
      const read = isLarge(value) ? beside(`.${member}.txt`, value) : `table()[${JSON.stringify(member)}]`
      return `${JSON.stringify(member)}: once(() => ${read})`
    })
    return `import { readFileSync } from 'node:fs'
import { join } from 'node:path'
const once = (read) => {
  let value
  return { enumerable: true, get: () => (value ??= read()) }
}
const read = () => JSON.parse(${readRest})
const table = once(read).get
const members = Object.defineProperties({}, { ${members.join(', ')} })
Object.defineProperty(members, 'copy', { value: () => ({ ...members, ...read() }) })
export { members as default, members as 'module.exports' }`
  },
  transform(code, id) {
    return id.endsWith('read-core-model.js') ? code.replace(COPY, 'originalModel.copy()') : null
  }
})

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
  await bundle({
    configFile: false,
    root,
    logLevel: 'error',
    // Large tables are read faster as JSON than as program.
    json: { stringify: true },
    plugins: [tablesBeside(), packageOutside()],
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

/** What V8 has compiled of a file is kept beside it, for the V8 that has compiled it. */
const COMPILED = `.${process.versions.v8}-${process.arch}.compiled`

/** What a file of the program finds around it. */
const SCOPE = ['exports', 'require', 'module', '__filename', '__dirname', 'importOutside']

/**
 * @param {string} path
 * @param {Buffer} data
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
    const words = `(function (${SCOPE.join(', ')}) {${readFileSync(path, 'utf8')}\n})`
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
