import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { describe, expect, it } from 'vitest'
import { ENGINE_VERSION, LEXICON_VERSION } from '../../../engine/version.ts'
import { releaseOf } from '../../../electron/packaging/changelog.ts'
import { debianVersion } from '../../../electron/packaging/deb.ts'
import { icnsOf, icoOf } from '../../../electron/packaging/icon-files.ts'
import { desktopEntry, metainfo, mimeDefinition } from '../../../electron/packaging/linux-entries.ts'
import { noticesOf } from '../../../electron/packaging/notices.ts'
import { bomOf } from '../../../electron/packaging/sbom.ts'
import type { ShippedPackage } from '../../../electron/packaging/shipped.ts'
import { packageFolderOf } from '../../../electron/packaging/shipped-packages.ts'

describe('the package that a bundled module is of', () => {
  it.each([
    ['/home/a/node_modules/diff/lib/index.js', 'node_modules/diff'],
    ['C:\\a\\node_modules\\@noble\\hashes\\sha2.js', 'node_modules/@noble/hashes'],
    ['\0/a/node_modules/jszip/lib/index.js?commonjs-module', 'node_modules/jszip'],
    ['/a/node_modules/linkedom/node_modules/entities/x.js', 'node_modules/linkedom/node_modules/entities'],
    ['../node_modules/@fontsource/inter/files/a.woff2', 'node_modules/@fontsource/inter'],
    ['/a/engine/compare.ts', null],
    ['\0vite/preload-helper.js', null]
  ])('%s: %s', (id, folder) => {
    expect(packageFolderOf(id)).toBe(folder)
  })
})

const DIGEST = createHash('sha512').update('a package').digest()
const shipped: ShippedPackage[] = [
  {
    name: '@a/b',
    version: '1.0.0',
    licence: 'MIT',
    texts: [{ file: 'LICENSE', text: 'The terms of b' }],
    integrity: `sha512-${DIGEST.toString('base64')}`
  },
  {
    name: 'c',
    version: '2.0.0',
    licence: '(MIT OR GPL-3.0)',
    texts: [{ file: 'N', text: 'T' }],
    integrity: null
  }
]
const app = { name: 'parallax', version: '1.2.3', licence: 'MIT', electron: '45.0.0' }

it('notices name each work with its terms', () => {
  const notices = noticesOf(shipped)
  expect(notices).toMatch(/^@a\/b 1\.0\.0 \(MIT\)\n\nThe terms of b$/mu)
  expect(notices).toContain('CC-CEDICT (CC-BY-SA-4.0)')
})

it('the bill of materials lists what is in the app, the same for the same', () => {
  const bom = bomOf(app, shipped)
  expect(bom).toMatchObject({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: { component: { name: 'parallax', version: '1.2.3' } }
  })
  expect(bom).toHaveProperty(
    'components',
    expect.arrayContaining([
      expect.objectContaining({
        purl: 'pkg:npm/%40a/b@1.0.0',
        hashes: [{ alg: 'SHA-512', content: DIGEST.toString('hex') }]
      }),
      expect.objectContaining({ purl: 'pkg:npm/c@2.0.0', licenses: [{ expression: '(MIT OR GPL-3.0)' }] }),
      expect.objectContaining({ purl: 'pkg:npm/electron@45.0.0' })
    ])
  )
  expect(bomOf(app, shipped)).toEqual(bom)
  expect(bom).toHaveProperty(
    'serialNumber',
    expect.stringMatching(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u)
  )
})

it('the bill of materials is in the form of its standard', async () => {
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6)
  expect(await validator.validate(JSON.stringify(bomOf(app, shipped)))).toBeNull()
  expect(await validator.validate(JSON.stringify({ ...bomOf(app, shipped), other: 1 }))).not.toBeNull()
})

describe('the changelog, before a release', () => {
  const versions = `Engine ${ENGINE_VERSION}, lexicon ${LEXICON_VERSION}.`
  it.each([
    [`# Changelog\n\n## 1.2.0 (2026-12-24)\n\n${versions}\n`, '2026-12-24', null],
    [`## 1.2.0 (unreleased)\n\n${versions}\n`, null, /calls 1\.2\.0 unreleased/u],
    [`## 1.1.0 (2026-12-24)\n\n${versions}\n`, null, /begins with 1\.1\.0/u],
    ['## 1.2.0 (2026-12-24)\n\n- News\n', '2026-12-24', /does not say/u],
    [`## 1.2.0 (2026-12-24)\n\n## 1.1.0 (2026-01-01)\n\n${versions}\n`, '2026-12-24', /does not say/u],
    ['# Changelog\n', null, /no version/u]
  ])('%j', (text, date, problem) => {
    const release = releaseOf(text, '1.2.0')
    expect(release.date).toBe(date)
    if (problem === null) expect(release.problem).toBeNull()
    else expect(release.problem).toMatch(problem)
  })
})

it('what the changelog says of a version goes with its release, and nothing of the one before', () => {
  const text =
    '# Changelog\n\n## 1.2.0 (2026-12-24)\n\nEngine 1.\n\n- News\n\n## 1.1.0 (2026-01-01)\n\n- Old\n'
  expect(releaseOf(text, '1.2.0').notes).toBe('Engine 1.\n\n- News\n')
  expect(releaseOf(text, '1.3.0').notes).toBe('')
})

it('every released version says which engine and lexicon it had', () => {
  const changelog = readFileSync(join(import.meta.dirname, '../../../CHANGELOG.md'), 'utf8')
  const entries = changelog.split(/^(?=## )/mu).slice(1)
  expect(entries.length).toBeGreaterThan(0)
  for (const entry of entries) {
    expect(entry).toMatch(/^## \d+\.\d+\.\d+(?:-[\w.]+)? \((?:unreleased|\d{4}-\d{2}-\d{2})\)$/mu)
    if (!entry.includes('(unreleased)')) expect(entry).toMatch(/^Engine [\d.]+, lexicon [\d.]+\.$/mu)
  }
})

it('a version before a release sorts before it in Debian', () => {
  expect(debianVersion('1.0.0-beta.1')).toBe('1.0.0~beta.1')
  expect(debianVersion('1.0.0')).toBe('1.0.0')
})

it('the desktop is told of the files that are opened', () => {
  expect(desktopEntry()).toMatch(/^MimeType=application\/x-parallax-project;text\/plain;/mu)
  expect(mimeDefinition()).toContain('<glob pattern="*.parallax"/>')
  expect(metainfo('2026-12-24')).toContain('date="2026-12-24"')
  expect(metainfo(null)).not.toContain('<releases>')
})

describe('icon files', () => {
  const pictures = [16, 256, 1024].map((size) => ({ size, png: Buffer.from(`png of ${size}`) }))

  it('Windows’ has the sizes up to 256, each found by its offset', () => {
    const ico = icoOf(pictures)
    expect(ico.readUInt16LE(4)).toBe(2)
    expect(ico.readUInt8(6)).toBe(16)
    expect(ico.readUInt8(22)).toBe(0)
    const at = ico.readUInt32LE(22 + 12)
    expect(ico.subarray(at, at + ico.readUInt32LE(22 + 8)).toString()).toBe('png of 256')
  })

  it('macOS’ states its own length and that of each picture', () => {
    const icns = icnsOf(pictures)
    expect(icns.readUInt32BE(4)).toBe(icns.length)
    expect(icns.toString('latin1', 8, 12)).toBe('icp4')
    expect(icns.readUInt32BE(12)).toBe(8 + 'png of 16'.length)
  })
})
