// Plain JavaScript: the command line is built with it before anything is compiled.
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MEANING = join(ROOT, 'engine/meaning')
const BYTES = '\0table-bytes'
const DATA = '\0data:'
/** The concepts for this module, which asks for nothing but their places. */
const PLACES = '\0places:'
const PLACES_READER = '/lexicon/concept-places.ts'
/** Tables of the lexicon, and of the model of English. */
const IS_DATA = /(?:\/engine\/lexicon\/data\/|\/wink-eng-lite-web-model\/).*\.json$/u
/** The largest table of the package of English, and the module that reads it: it takes a copy, since it changes it. */
const MODEL = '/eng-core-web-model.json'
const MODEL_READER = '/wink-eng-lite-web-model/dist/read-core-model.js'
/** What it does at each start, and what is done in its place: the table's bytes are not read as letters first. */
const SHORTER = new Map([
  ['JSON.parse(JSON.stringify(originalModel))', 'originalModel.copy()'],
  ['new Uint32Array(bufferFromBase64(model.lexicon))', 'new Uint32Array(originalModel.lexicon())']
])

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
 * JSON or program without what ASCII has not, which is read fastest.
 *
 * @param {string} json
 */
export const inAscii = (json) =>
  // eslint-disable-next-line no-control-regex -- all that ASCII has
  json.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The second name is what a package in the older form of modules is given. */
const NAMES = "export { table as default, table as 'module.exports' }"

/** @param {unknown} table */
const asProgram = (table) => `const table = JSON.parse(${JSON.stringify(JSON.stringify(table))})\n${NAMES}`

/**
 * The concepts without their words, for a window that has no need of them.
 *
 * @param {{ concepts: { id: string, topic: string, sub: string, weight: number }[] }} table
 */
const placesOf = ({ concepts }) => ({
  concepts: concepts.map(({ id, topic, sub, weight }) => ({ id, topic, sub, weight }))
})

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
    if (!found || !IS_DATA.test(found.id.replaceAll('\\', '/'))) return null
    const data = importer?.endsWith(PLACES_READER) ? PLACES : DATA
    return `${data}${found.id}.js`
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
    if (!id.startsWith(DATA) && !id.startsWith(PLACES)) return null
    const path = id.slice((id.startsWith(DATA) ? DATA : PLACES).length, -'.js'.length)
    const table = JSON.parse(readFileSync(path, 'utf8'))
    if (id.startsWith(PLACES)) return asProgram(placesOf(table))
    if (!id.endsWith(`${MODEL}.js`)) return asProgram(table)
    const { lexicon, ...others } = table
    const bytes = Buffer.from(lexicon, 'base64')
    const json = JSON.stringify(others)
    // To parse it is a copy too; read when one is first asked for.
    if (from === 'app') {
      const words = this.emitFile({ type: 'asset', name: 'english-model-words.json', source: json })
      const places = this.emitFile({ type: 'asset', name: 'english-model-lexicon.bin', source: bytes })
      return `${FROM_APP}
const table = {
  copy: () => read(import.meta.ROLLUP_FILE_URL_${words}, 'json'),
  lexicon: () => read(import.meta.ROLLUP_FILE_URL_${places})
}
${NAMES}`
    }
    this.emitFile({ type: 'asset', fileName: 'english-model-words.json', source: inAscii(json) })
    this.emitFile({ type: 'asset', fileName: 'english-model-lexicon.bin', source: bytes })
    return `${FROM_FILE}
const table = {
  copy: () => JSON.parse(readFileSync(join(__dirname, 'english-model-words.json'), 'latin1')),
  lexicon: () => read('english-model-lexicon.bin')
}
${NAMES}`
  },
  transform(code, id) {
    if (!id.replaceAll('\\', '/').endsWith(MODEL_READER)) return null
    let shorter = code
    for (const [long, short] of SHORTER) {
      if (!code.includes(long)) this.error(`${id} no longer reads its table by ${long}`)
      shorter = shorter.replace(long, short)
    }
    return shorter
  }
})
