import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { isPlaceholder } from '../../../electron/contract/publisher.ts'
import { aptSource, makeAptRepository } from '../../../electron/packaging/apt-repository.ts'
import { IDENTITY } from '../../../electron/packaging/identity.ts'
import { makeManifests } from '../../../electron/packaging/manifests.ts'
import { runChild } from '../../../electron/runtime/child.ts'

const RELEASES = 'https://code.example/parallax/releases'
const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex')
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-managers-'))
})
afterEach(() => rm(folder, { recursive: true }))
const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8')

describe('manifests of a release', () => {
  const { version } = IDENTITY
  const installer = `parallax-${version}-win-x64.exe`
  const image = `parallax-${version}-mac-universal.dmg`

  it('winget’s three, each with what its schema requires', async () => {
    await writeFile(join(folder, installer), 'an installer')
    const names = await makeManifests(folder, RELEASES, '2026-12-24')
    const manifests = await Promise.all(
      names.map(async (name) => parse(await read(name)) as Record<string, unknown>)
    )
    expect(names).toEqual([
      'Parallax.Parallax.yaml',
      'Parallax.Parallax.installer.yaml',
      'Parallax.Parallax.locale.en-US.yaml'
    ])
    expect(manifests.map(({ ManifestType }) => ManifestType)).toEqual([
      'version',
      'installer',
      'defaultLocale'
    ])
    for (const manifest of manifests)
      expect(manifest).toMatchObject({
        PackageIdentifier: 'Parallax.Parallax',
        PackageVersion: version,
        ManifestVersion: '1.10.0'
      })
    expect(manifests[0]).toHaveProperty('DefaultLocale', 'en-US')
    expect(manifests[1]).toMatchObject({
      InstallerType: 'nullsoft',
      Scope: 'user',
      ReleaseDate: '2026-12-24',
      Installers: [
        {
          Architecture: 'x64',
          InstallerUrl: `${RELEASES}/download/v${version}/${installer}`,
          InstallerSha256: sha256('an installer').toUpperCase()
        }
      ]
    })
    expect(manifests[2]).toMatchObject({ PackageLocale: 'en-US', License: 'MIT', PackageUrl: RELEASES })
    for (const text of ['Publisher', 'PackageName', 'ShortDescription'])
      expect(String(manifests[2]?.[text]).length, text).toBeGreaterThan(2)
  })

  it('Homebrew’s cask, which leaves drafts and projects where they are', async () => {
    await writeFile(join(folder, image), 'an image')
    expect(await makeManifests(folder, RELEASES, null)).toEqual(['parallax.rb'])
    const cask = await read('parallax.rb')
    expect(cask).toContain(`version "${version}"`)
    expect(cask).toContain(`sha256 "${sha256('an image')}"`)
    const url = /^ {2}url "(.*)"$/mu.exec(cask)?.[1]
    expect(url).not.toContain(version)
    expect(url?.replaceAll('#{version}', version)).toBe(`${RELEASES}/download/v${version}/${image}`)
    expect(cask).toContain('app "Parallax.app"')
    expect(cask).not.toContain('Application Support')
  })

  it('none for packages that have no manager of this kind', async () => {
    await writeFile(join(folder, 'parallax.tar.gz'), 'an archive')
    expect(await makeManifests(folder, RELEASES, null)).toEqual([])
    expect(await readdir(folder)).toEqual(['parallax.tar.gz'])
  })
})

describe('the repository for apt', () => {
  const options = { key: null, releases: RELEASES, now: new Date('2026-12-24T12:00:00Z') }

  it('is nothing where there is no package', async () => {
    expect(await makeAptRepository(folder, options)).toBe('nothing')
    expect(await readdir(folder)).toEqual([])
  })

  it.runIf(process.platform === 'linux')('lists each package with the sum of its bytes', async () => {
    const tree = join(folder, 'tree/DEBIAN')
    await mkdir(tree, { recursive: true })
    const control =
      'Package: p\nVersion: 1~beta\nArchitecture: amd64\nMaintainer: A <a@b.example>\nDescription: short\n longer\n'
    await writeFile(join(tree, 'control'), control)
    const { code } = await runChild('dpkg-deb', ['--build', join(folder, 'tree'), join(folder, 'p.deb')])
    expect(code).toBe(0)
    expect(await makeAptRepository(folder, options)).toBe('unsigned')
    const deb = await readFile(join(folder, 'p.deb'))
    const packages = await read('Packages')
    expect(packages).toBe(`${control}Filename: p.deb\nSize: ${deb.length}\nSHA256: ${sha256(deb)}\n`)
    const release = await read('Release')
    expect(release).toContain('Date: Thu, 24 Dec 2026 12:00:00 UTC\n')
    expect(release).toContain('Architectures: amd64\n')
    for (const list of ['Packages', 'Packages.gz']) {
      const content = await readFile(join(folder, list))
      expect(release).toContain(` ${sha256(content)} ${content.length} ${list}\n`)
    }
    // Who has no signed list is not told to trust one that is not.
    expect(await readdir(folder)).not.toContain('parallax.sources')
  })

  it('is told to apt with the key in it, in the form of its files', () => {
    expect(aptSource(`${RELEASES}/latest/download/`, '-----BEGIN-----\n\nabc\n-----END-----')).toBe(
      `Types: deb\nURIs: ${RELEASES}/latest/download/\nSuites: /\nSigned-By:\n -----BEGIN-----\n .\n abc\n -----END-----\n`
    )
  })
})

it.each([
  ['invalid.parallax.Parallax', true],
  ['authors@parallax.invalid', true],
  ['https://parallax.invalid/releases', true],
  ['io.github.somebody.Parallax', false],
  ['https://invalid.example/releases', false]
])('%s is a placeholder: %s', (value, placeholder) => {
  expect(isPlaceholder(value)).toBe(placeholder)
})
