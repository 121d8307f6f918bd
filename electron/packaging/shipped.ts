import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../runtime/paths.ts'
import { Plain } from '../runtime/say.ts'

/** An npm package of which something is in the app. */
export interface ShippedPackage {
  name: string
  version: string
  /** SPDX expression. */
  licence: string
  /** Its licence and notice files. */
  texts: { file: string; text: string }[]
  /** Subresource integrity of the lock file. */
  integrity: string | null
}

interface Manifest {
  name: string
  version: string
  license?: string
  /** How licences were named before SPDX expressions. */
  licenses?: { type: string }[]
  dependencies?: Record<string, string>
}

interface Lock {
  packages: Record<string, { integrity?: string } | undefined>
}

const PACKAGE_LIST = join(ROOT, 'out/packages.json')

/** Published as one bundled file: what they depend on is in it, where our bundler does not see it. */
const BUNDLED_BY_THEIR_MAKERS = new Set(['docx'])

/** Files beside the code that hold the terms of what lies there. */
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)/iu
/** Folders of a package with terms of their own, for the tables and fonts that the app carries of it. */
const INNER_FOLDERS: Record<string, string[]> = { 'pdfjs-dist': ['cmaps', 'standard_fonts'] }

const readJson = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8')) as T

const textsIn = async (folder: string, name: string): Promise<ShippedPackage['texts']> => {
  const texts: ShippedPackage['texts'] = []
  for (const inner of ['', ...(INNER_FOLDERS[name] ?? [])])
    for (const file of (await readdir(join(ROOT, folder, inner))).filter((entry) => LICENCE_FILE.test(entry)))
      texts.push({
        file: inner === '' ? file : `${inner}/${file}`,
        text: (await readFile(join(ROOT, folder, inner, file), 'utf8')).replaceAll('\r\n', '\n').trim()
      })
  return texts
}

/** Where the lock file has a dependency of a package: below it or in a folder above, as Node looks for it. */
const folderOfDependency = (lock: Lock, from: string, name: string): string => {
  for (let at = from; ; at = at.slice(0, at.lastIndexOf('/node_modules/'))) {
    const folder = `${at}/node_modules/${name}`
    if (lock.packages[folder]) return folder
    if (!at.includes('/node_modules/')) return `node_modules/${name}`
  }
}

const readPackage = async (folder: string, lock: Lock): Promise<[ShippedPackage, inside: string[]]> => {
  const manifest = await readJson<Manifest>(join(ROOT, folder, 'package.json'))
  const { name, version } = manifest
  const licence = manifest.license ?? manifest.licenses?.map(({ type }) => type).join(' OR ')
  const texts = await textsIn(folder, name)
  if (!licence || texts.length === 0)
    throw new Plain(
      `${name} ${version} comes without ${licence ? 'the text of its licence' : 'a licence'}: it cannot be handed on.`
    )
  const inside = BUNDLED_BY_THEIR_MAKERS.has(name)
    ? Object.keys(manifest.dependencies ?? {})
        .filter((dependency) => !dependency.startsWith('@types/'))
        .map((dependency) => folderOfDependency(lock, folder, dependency))
    : []
  return [{ name, version, licence, texts, integrity: lock.packages[folder]?.integrity ?? null }, inside]
}

/**
 * The packages that the build put into the app, by name and version, each once.
 *
 * @throws Plain if one may not be handed on, since it says nothing of its licence
 */
export const shippedPackages = async (): Promise<ShippedPackage[]> => {
  const lock = await readJson<Lock>(join(ROOT, 'package-lock.json'))
  const found = new Map<string, ShippedPackage>()
  const waiting = await readJson<string[]>(PACKAGE_LIST)
  const seen = new Set(waiting)
  for (const folder of waiting) {
    const [shipped, inside] = await readPackage(folder, lock)
    found.set(`${shipped.name}@${shipped.version}`, shipped)
    for (const other of inside.filter((path) => !seen.has(path))) {
      seen.add(other)
      waiting.push(other)
    }
  }
  return [...found.values()].sort((a, b) =>
    a.name === b.name ? (a.version < b.version ? -1 : 1) : a.name < b.name ? -1 : 1
  )
}
