// Plain JavaScript: the command line is built with it before anything is compiled.
import { basename, join } from 'node:path'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { importSource } from './import-source.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MEANING = join(ROOT, 'engine/meaning')
const BYTES = '\0table-bytes'
const DATA = '\0data:'
/** The concepts for this module, which asks for nothing but their places. */
const PLACES = '\0places:'
const PLACES_READER = '/lexicon/concept-places.ts'
/** Tables of the lexicon, and of the model of English. */
const IS_DATA = /(?:\/engine\/lexicon\/data\/|\/wink-eng-lite-web-model\/).*\.json$/u
/** The largest table of the package of English. */
const MODEL = '/eng-core-web-model.json'
/** Its words are found by halving (known-words.ts). */
const KNOWN_WORDS = join(ROOT, 'electron/tables/known-words.ts')
/**
 * What the modules that read the model do at each start, and what is done in its place: the table is not copied, its
 * bytes are not read as letters first, and its words are not numbered one by one.
 *
 * @type {Record<string, [long: string, short: string][]>}
 */
const SHORTER = {
  '/wink-eng-lite-web-model/dist/read-core-model.js': [
    ['JSON.parse(JSON.stringify(originalModel))', 'originalModel.copy()'],
    ['new Uint32Array(bufferFromBase64(model.lexicon))', 'new Uint32Array(originalModel.lexicon())'],
    [
      'featuresData.lexeme.hash=Object.create(null);for(let k=0;k<featuresData.lexeme.list.length;k+=1)' +
        'featuresData.lexeme.hash[featuresData.lexeme.list[k]]=k',
      'featuresData.lexeme={list:originalModel.words()}'
    ]
  ],
  '/wink-nlp/src/cache.js': [
    ['var lexemesHash = model.features.lexeme.hash;', ''],
    ['var index = h[ value ];', "var index = name === 'lexeme' ? l.numberOf( value ) : h[ value ];"],
    ['index = h[ value ] = f.index;', "index = f.index;\n      if ( name !== 'lexeme' ) h[ value ] = index;"],
    ['var index = lexemesHash[ text ];', 'var index = lxm.list.numberOf( text );'],
    ['return lxm.list[ index ];', 'return lxm.list.at( index );']
  ]
}

/**
 * Machines of what is never asked of the model (engine/syntax/english-tagger.ts: parts of speech alone), which it reads
 * at each start all the same: empty ones in their place.
 *
 * @type {Record<string, unknown>}
 */
const UNASKED = {
  'eng-cer-meta-model.json': [],
  'eng-ner-model.json': [],
  'eng-sbd-model.json': [],
  'eng-negation-model.json': ['[]'],
  'eng-sa-model.json': ['[]']
}

/** What is read from files is CommonJS in the end, and knows its folder by this name. */
const FROM_FILE = `import { readFileSync } from 'node:fs'
import { join } from 'node:path'
const read = (name) => {
  const { buffer, byteOffset, byteLength } = readFileSync(join(__dirname, name))
  return byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength)
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

/** A table with more letters has a file of its own beside the command line, whose program is read sooner without it. */
const LARGE = 8_000

/** The second name is what a package in the older form of modules is given. */
const NAMES = "export { table as default, table as 'module.exports' }"

/** @param {string} json */
const asProgram = (json) => `const table = JSON.parse(${JSON.stringify(json)})\n${NAMES}`

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
  const { module } = await importSource(join(MEANING, 'pack-tables.ts'))
  const { packAssociations, packDictionary, packReadoutWords, packVectors } =
    /** @type {typeof import('../../engine/meaning/pack-tables.ts')} */ (module)
  return new Map([
    ['vectorBytes', packVectors()],
    ['dictionaryBytes', packDictionary()],
    ['associationsEnBytes', packAssociations('en')],
    ['associationsZhBytes', packAssociations('zh')],
    ['readoutWordsEnBytes', packReadoutWords('en')],
    ['readoutWordsZhBytes', packReadoutWords('zh')]
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
    const table = UNASKED[basename(path)] ?? JSON.parse(readFileSync(path, 'utf8'))
    if (id.startsWith(PLACES)) return asProgram(JSON.stringify(placesOf(table)))
    if (!id.endsWith(`${MODEL}.js`)) {
      const json = JSON.stringify(table)
      if (from === 'file' && json.length > LARGE) {
        const fileName = basename(path)
        this.emitFile({ type: 'asset', fileName, source: inAscii(json) })
        return `${FROM_FILE}\nconst table = JSON.parse(readFileSync(join(__dirname, '${fileName}'), 'latin1'))\n${NAMES}`
      }
      return asProgram(json)
    }
    const { lexicon, ...others } = table
    const { module } = await importSource(KNOWN_WORDS)
    const { packWords } = /** @type {typeof import('./known-words.ts')} */ (module)
    const known = packWords(table.features.lexeme.list)
    const bytes = Buffer.from(lexicon, 'base64')
    // Its words apart from all else; to parse what is left is a copy too. Read when one is first asked for.
    const json = JSON.stringify({ ...others, features: { ...others.features, lexeme: {} } })
    const parts = [
      `import { KnownWords } from ${JSON.stringify(KNOWN_WORDS)}`,
      from === 'app' ? FROM_APP : FROM_FILE
    ]
    if (from === 'app') {
      const rest = this.emitFile({ type: 'asset', name: 'english-model-rest.json', source: json })
      const words = this.emitFile({ type: 'asset', name: 'english-model-words.bin', source: known })
      const places = this.emitFile({ type: 'asset', name: 'english-model-lexicon.bin', source: bytes })
      parts.push(`const table = {
  copy: () => read(import.meta.ROLLUP_FILE_URL_${rest}, 'json'),
  words: () => new KnownWords(read(import.meta.ROLLUP_FILE_URL_${words})),
  lexicon: () => read(import.meta.ROLLUP_FILE_URL_${places})
}`)
    } else {
      this.emitFile({ type: 'asset', fileName: 'english-model-rest.json', source: inAscii(json) })
      this.emitFile({ type: 'asset', fileName: 'english-model-words.bin', source: known })
      this.emitFile({ type: 'asset', fileName: 'english-model-lexicon.bin', source: bytes })
      parts.push(`const table = {
  copy: () => JSON.parse(readFileSync(join(__dirname, 'english-model-rest.json'), 'latin1')),
  words: () => new KnownWords(read('english-model-words.bin')),
  lexicon: () => read('english-model-lexicon.bin')
}`)
    }
    return [...parts, NAMES].join('\n')
  },
  transform(code, id) {
    const path = id.replaceAll('\\', '/')
    const reader = Object.keys(SHORTER).find((name) => path.endsWith(name))
    let shorter = code
    for (const [long, short] of SHORTER[reader ?? ''] ?? []) {
      if (!code.includes(long)) this.error(`${id} no longer reads its table by ${long}`)
      shorter = shorter.replace(long, short)
    }
    return reader === undefined ? null : shorter
  }
})
