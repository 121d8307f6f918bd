import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build, Platform } from 'electron-builder'
import { releasesPage, unnamed } from '../contract/publisher.ts'
import { ensureBuild } from '../runtime/build.ts'
import { runChild } from '../runtime/child.ts'
import { ensureElectron, isReachable, wantedVersion } from '../runtime/electron.ts'
import { ROOT } from '../runtime/paths.ts'
import { REGISTRY_VERSION, registryFolder } from '../runtime/registry-electron.ts'
import { Plain, run, say } from '../runtime/say.ts'
import { makeAptRepository } from './apt-repository.ts'
import { releaseOf, type Release } from './changelog.ts'
import { sha256Of } from './checksums.ts'
import { configurationOf } from './config.ts'
import { sizeTable } from './contents.ts'
import { makeDeb } from './deb.ts'
import { IDENTITY } from './identity.ts'
import { makeManifests } from './manifests.ts'
import { noticesOf } from './notices.ts'
import { bomOf } from './sbom.ts'
import { shippedPackages } from './shipped.ts'

const DIST = join(ROOT, 'dist')
const NOTICES = join(DIST, 'notices')
/** What is handed on, with its checksums; nothing else is in this folder. */
const RELEASE = join(DIST, 'release')
const PACKAGES = /\.(?:deb|tar\.gz|AppImage|rpm|exe|zip|dmg)$/u
/** electron-builder's tools for AppImage and rpm are there and nowhere else. */
const TOOLS = 'https://github.com/electron-userland/electron-builder-binaries/releases/'
const LIMIT_MS = 15 * 60_000

interface Ingredient {
  folder: string
  version: string
}

/** The unpacked Electron that `npm start` found. */
const electronHere = async (): Promise<Ingredient> => {
  const { path } = await ensureElectron()
  const folder = dirname(realpathSync(path))
  const versionFile = join(folder, 'version')
  if (existsSync(versionFile))
    return { folder, version: readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') }
  if (folder === realpathSync(registryFolder())) return { folder, version: REGISTRY_VERSION }
  throw new Plain(`${folder} does not say which Electron it is: it has no file “version”.`)
}

/** Licence, notices and bill of materials, made of what the build put in. */
const writeNotices = async (electron: string): Promise<void> => {
  const packages = await shippedPackages()
  const { executable: name, version, licence } = IDENTITY
  await mkdir(NOTICES, { recursive: true })
  await cp(join(ROOT, 'LICENSE'), join(NOTICES, 'LICENSE.parallax.txt'))
  await writeFile(join(NOTICES, 'THIRD-PARTY-NOTICES.txt'), noticesOf(packages))
  const bom = bomOf({ name, version, licence, electron }, packages)
  await writeFile(join(NOTICES, 'sbom.cdx.json'), `${JSON.stringify(bom, null, 2)}\n`)
}

/** The unpacked app as an archive that needs no installation. */
const makeTarball = async (app: string): Promise<void> => {
  const name = `${IDENTITY.executable}-${IDENTITY.version}-linux-${process.arch}`
  const file = join(DIST, `${name}.tar.gz`)
  const words = [
    '--owner=0',
    '--group=0',
    '--sort=name',
    `--transform=s,^\\.,${name},`,
    '-czf',
    file,
    '-C',
    app,
    '.'
  ]
  const { code, output } = await runChild('tar', words, { limitMs: LIMIT_MS })
  if (code !== 0) throw new Plain(`tar failed: ${output.trim()}`)
}

/** Tells the package managers of what was made, so that they install and update it. */
const tellManagers = async (date: string | null): Promise<void> => {
  // The repository's key, armoured and without a passphrase; a secret of the workflow, and nowhere else.
  const key = process.env['APT_SIGNING_KEY'] ?? ''
  const options = { key: key === '' ? null : key, releases: releasesPage, now: new Date() }
  if ((await makeAptRepository(RELEASE, options)) === 'unsigned')
    say('the lists for apt are not signed: APT_SIGNING_KEY is not set.')
  if (releasesPage !== null) await makeManifests(RELEASE, releasesPage, date)
  else say('no manifests for winget and Homebrew: publisher.json does not say where releases will be.')
}

/** Gathers what was made, the bill of materials and the checksums of all, as `sha256sum --check` reads them. */
const gather = async ({ date, notes }: Release): Promise<void> => {
  await mkdir(RELEASE)
  await writeFile(join(RELEASE, 'NOTES.md'), notes)
  for (const name of (await readdir(DIST)).filter((entry) => PACKAGES.test(entry)))
    await rename(join(DIST, name), join(RELEASE, name))
  const system = `${process.platform}-${process.arch}`
  await cp(
    join(NOTICES, 'sbom.cdx.json'),
    join(RELEASE, `${IDENTITY.executable}-${IDENTITY.version}-${system}.cdx.json`)
  )
  await tellManagers(date)
  const sums: string[] = []
  for (const name of (await readdir(RELEASE)).sort()) {
    sums.push(`${await sha256Of(join(RELEASE, name))}  ${name}\n`)
    const { size } = await stat(join(RELEASE, name))
    if (PACKAGES.test(name)) say(`${name}: ${(size / 1e6).toFixed(1)} MB`)
  }
  await writeFile(join(RELEASE, `SHA256SUMS-${system}`), sums.join(''))
}

const onPath = async (program: string): Promise<boolean> =>
  (await runChild('sh', ['-c', `command -v ${program}`])).code === 0

/** The further kinds that electron-builder makes, of which one line says why where they cannot be had here. */
const makeFurther = async (app: string, config: ReturnType<typeof configurationOf>): Promise<void> => {
  if (!(await isReachable(process.env['ELECTRON_BUILDER_BINARIES_MIRROR'] ?? TOOLS))) {
    say('no AppImage and no .rpm: electron-builder’s tools for them cannot be fetched from here.')
    return
  }
  const kinds = ['AppImage']
  if (await onPath('rpmbuild')) kinds.push('rpm')
  else say('no .rpm: rpmbuild is not here.')
  await build({ targets: Platform.LINUX.createTarget(kinds), prepackaged: app, config })
}

const packageForLinux = async (electron: Ingredient, released: string | null): Promise<string> => {
  const config = configurationOf({
    output: DIST,
    notices: NOTICES,
    electronVersion: electron.version,
    electronDist: electron.folder
  })
  await build({ targets: Platform.LINUX.createTarget('dir'), config })
  const app = join(DIST, process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`)
  await makeTarball(app)
  if (await onPath('dpkg-deb')) await makeDeb(app, DIST, released)
  else say('no .deb: dpkg-deb is not here.')
  await makeFurther(app, config)
  return app
}

/** Windows and macOS: electron-builder fetches the Electron that the product ships, for each architecture. */
const packageElsewhere = async (): Promise<void> => {
  await build({
    config: configurationOf({
      output: DIST,
      notices: NOTICES,
      electronVersion: wantedVersion(),
      electronDist: null
    })
  })
}

/**
 * `npm run package`: what people of this platform install. With `--release` it refuses what must not be handed on: an
 * Electron that is not the product's, a changelog that does not tell of this version, a publisher without a name.
 */
run(async () => {
  const forRelease = process.argv.includes('--release')
  const release = releaseOf(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'), IDENTITY.version)
  if (forRelease && release.problem !== null) throw new Plain(release.problem)
  if (forRelease && unnamed.length > 0)
    throw new Plain(`electron/packaging/publisher.json does not say who publishes: ${unnamed.join(', ')}.`)
  const linux = process.platform === 'linux'
  const electron = linux ? await electronHere() : null
  const version = electron?.version ?? wantedVersion()
  if (version !== wantedVersion()) {
    const line = `made with Electron ${version}, not with the product’s ${wantedVersion()}`
    if (forRelease) throw new Plain(`a release cannot be ${line}.`)
    say(`${line}: for trying and for tests, not to be handed on.`)
  }
  await rm(DIST, { recursive: true, force: true })
  await ensureBuild()
  await writeNotices(version)
  if (electron === null) {
    await packageElsewhere()
    await gather(release)
    return 0
  }
  const app = await packageForLinux(electron, release.date)
  await gather(release)
  for (const line of await sizeTable(app)) console.log(line)
  return 0
})
