import { join } from 'node:path'
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

/** Parts of the archive, by what they are; the first that fits counts. */
const PARTS: [name: string, pattern: RegExp][] = [
  ['typefaces', /\.(?:woff2?|ttf|pfb)$|^out\/renderer\/fonts\//u],
  ['tables for PDFs', /^out\/renderer\/pdf\//u],
  ['engine with lexicon', /\/analysis\.worker-/u],
  ['the rest of our code', /./u]
]

const MB = 1_000_000

/**
 * What takes the room in an unpacked app, as lines of a table.
 *
 * @param app its folder
 */
export const sizeTable = async (app: string): Promise<string[]> => {
  const packed = filesOfArchive(join(app, 'resources/app.asar'))
  const sizes = new Map<string, number>(PARTS.map(([name]) => [name, 0]))
  for (const { path, bytes } of packed) {
    const [name = ''] = PARTS.find(([, pattern]) => pattern.test(path)) ?? []
    sizes.set(name, (sizes.get(name) ?? 0) + bytes)
  }
  const ours = packed.reduce((sum, { bytes }) => sum + bytes, 0)
  const all = await sizeOf(app)
  sizes.set('Electron and notices', all - ours)
  sizes.set('together', all)
  return [...sizes].map(([name, bytes]) => `${name.padEnd(22)}${(bytes / MB).toFixed(1).padStart(7)} MB`)
}
