import { readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { listPackage, statFile } from '@electron/asar'
import { sizeOf } from './folder-size.ts'

/** A file of the app's archive. */
interface Packed {
  /** With slashes and without one before it. */
  path: string
  bytes: number
}

/** The files in the archive that all code of the app is in. */
export const filesOfArchive = (archive: string): Packed[] =>
  listPackage(archive, { isPack: false }).flatMap((entry) => {
    const path = entry.replaceAll('\\', '/').replace(/^\//u, '')
    const stat = statFile(archive, path.split('/').join(process.platform === 'win32' ? '\\' : '/'))
    return 'size' in stat ? [{ path, bytes: stat.size }] : []
  })

/** The files of a build that go into the archive: config.ts takes the same. */
export const filesOfBuild = async (root: string): Promise<Packed[]> => {
  const files: Packed[] = []
  for (const part of ['main', 'preload', 'renderer'])
    for (const entry of await readdir(join(root, 'out', part), { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name)
      if (entry.isFile() && !entry.name.endsWith('.map'))
        files.push({ path: relative(root, file).split(sep).join('/'), bytes: (await stat(file)).size })
    }
  return files
}

/** A part of what is in the archive. */
interface Part {
  name: string
  bytes: number
  /** More than this is looked at before it is handed on. */
  most: number
}

/** Parts of the archive, by what they are; the first that fits counts. */
const PARTS: readonly { name: string; pattern: RegExp; most: number }[] = [
  { name: 'typefaces', pattern: /\.(?:woff2?|ttf|pfb)$|^out\/renderer\/fonts\//u, most: 6e6 },
  { name: 'dictionary, word vectors', pattern: /\/word-data-/u, most: 6.5e6 },
  { name: 'model of English', pattern: /\/english-model-/u, most: 4.5e6 },
  { name: 'lexicon', pattern: /\/lexicon-data-/u, most: 1.8e6 },
  { name: 'guide’s pictures', pattern: /\.webp$/u, most: 1.5e6 },
  { name: 'tables for PDFs', pattern: /^out\/renderer\/pdf\//u, most: 1.5e6 },
  { name: 'our code, libraries', pattern: /./u, most: 5e6 }
]

/** What the files of the app's archive are, each file in one part. */
export const partsOf = (files: readonly Packed[]): Part[] => {
  const partOf = (path: string): string | undefined => PARTS.find(({ pattern }) => pattern.test(path))?.name
  return PARTS.map(({ name, most }) => ({
    name,
    most,
    bytes: files.reduce((sum, { path, bytes }) => (partOf(path) === name ? sum + bytes : sum), 0)
  }))
}

const MB = 1_000_000

/**
 * What takes the room in an unpacked app, as lines of a table.
 *
 * @param app its folder
 */
export const sizeTable = async (app: string): Promise<string[]> => {
  const parts = partsOf(filesOfArchive(join(app, 'resources/app.asar')))
  const ours = parts.reduce((sum, { bytes }) => sum + bytes, 0)
  const all = await sizeOf(app)
  return [
    ...parts,
    { name: 'ours together', bytes: ours },
    { name: 'Electron and notices', bytes: all - ours },
    { name: 'all together', bytes: all }
  ].map(({ name, bytes }) => `${name.padEnd(26)}${(bytes / MB).toFixed(1).padStart(7)} MB`)
}
