// Plain JavaScript: the command line is built with it before anything is compiled.
import { basename, join } from 'node:path'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MEANING = join(ROOT, 'engine/meaning')
const BYTES = '\0table-bytes'
const DATA = '\0data:'
/** Tables of the lexicon, and of the model of English. */
const IS_DATA = /(?:\/engine\/lexicon\/data\/|\/wink-eng-lite-web-model\/).*\.json$/u
/** The largest table of the package of English, and the module that reads it: it takes a copy, since it changes it. */
const MODEL = '/eng-core-web-model.json'
const MODEL_READER = '/wink-eng-lite-web-model/dist/read-core-model.js'
const COPY = 'JSON.parse(JSON.stringify(originalModel))'

/** What is read from files is CommonJS in the end, and knows its folder by this name. */
const FROM_FILE = `import { readFileSync } from 'node:fs'
import { join } from 'node:path'
const read = (name) => {
  const { buffer, byteOffset, byteLength } = readFileSync(join(__dirname, name))
  return buffer.slice(byteOffset, byteOffset + byteLength)
}`

/** A worker may wait for an answer, and so the engine need not know that there is anything to wait for. */
const FROM_APP = `const read = (address, kind = 'arraybuffer') => {
  const request = new XMLHttpRequest()
  request.open('GET', address, false)
  request.responseType = kind
  request.send()
  if (request.status !== 200) throw new Error(address + ' is missing from the app')
  return request.response
}`

/**
 * JSON without what ASCII has not, which is read fastest.
 *
 * @param {string} json
 */
const inAscii = (json) =>
  // eslint-disable-next-line no-control-regex -- all that ASCII has
  json.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The second name is what a package in the older form of modules is given. */
const NAMES = "export { table as default, table as 'module.exports' }"

/** @type {Promise<Map<string, Uint8Array>> | undefined} */
let packed

/**
 * The large tables as bytes, by what engine/meaning/table-bytes.ts calls them; made once however many builds ask.
 *
 * @returns {Promise<Map<string, Uint8Array>>}
 */
const packTables = async () => {
  const { module } = await runnerImport(join(MEANING, 'pack-tables.ts'), {
    configFile: false,
    root: ROOT,
    logLevel: 'error'
  })
  const { packVectors, packDictionary } =
    /** @type {typeof import('../../engine/meaning/pack-tables.ts')} */ (module)
  return new Map([
    ['vectorBytes', packVectors()],
    ['dictionaryBytes', packDictionary()]
  ])
}

/**
 * Carries the lexicon in forms that are read fast: the large tables as bytes and the model of English as JSON in files of
 * their own, read when first asked for; all others as JSON in the program, which is read faster than program.
 *
 * @param {'file' | 'app'} from where the files are at run time: beside the program, or where a worker of the app asks
 * @returns {import('vite').Plugin}
 */
export const tables = (from) => ({
  name: 'tables',
  apply: 'build',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (source.endsWith('/table-bytes.ts')) return BYTES
    if (!source.endsWith('.json')) return null
    const found = await this.resolve(source, importer, { skipSelf: true })
    return found && IS_DATA.test(found.id.replaceAll('\\', '/')) ? `${DATA}${found.id}.js` : null
  },
  async load(id) {
    if (id === BYTES) {
      packed ??= packTables()
      const readers = [...(await packed)].map(([name, source]) => {
        if (from === 'app') {
          const file = this.emitFile({ type: 'asset', name: `word-data-${name}.bin`, source })
          return `export const ${name} = () => read(import.meta.ROLLUP_FILE_URL_${file})`
        }
        this.emitFile({ type: 'asset', fileName: `${name}.bin`, source })
        return `export const ${name} = () => read('${name}.bin')`
      })
      return [from === 'file' ? FROM_FILE : FROM_APP, ...readers].join('\n')
    }
    if (!id.startsWith(DATA)) return null
    const path = id.slice(DATA.length, -'.js'.length)
    const json = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')))
    if (!id.endsWith(`${MODEL}.js`)) return `const table = JSON.parse(${JSON.stringify(json)})\n${NAMES}`
    // To parse it is a copy too; read when one is first asked for.
    if (from === 'app') {
      const file = this.emitFile({ type: 'asset', name: 'english-model.json', source: json })
      return `${FROM_APP}\nconst table = { copy: () => read(import.meta.ROLLUP_FILE_URL_${file}, 'json') }\n${NAMES}`
    }
    const fileName = basename(path)
    this.emitFile({ type: 'asset', fileName, source: inAscii(json) })
    return `import { readFileSync } from 'node:fs'
import { join } from 'node:path'
const table = { copy: () => JSON.parse(readFileSync(join(__dirname, '${fileName}'), 'latin1')) }
${NAMES}`
  },
  transform(code, id) {
    if (!id.replaceAll('\\', '/').endsWith(MODEL_READER)) return null
    if (!code.includes(COPY)) this.error(`${id} no longer takes a copy of its table by ${COPY}`)
    return code.replace(COPY, 'originalModel.copy()')
  }
})
