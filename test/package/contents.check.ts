import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { extractFile } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from 'playwright/test'
import { FUSES } from '../../electron/packaging/config.ts'
import { filesOfArchive, partsOf } from '../../electron/packaging/contents.ts'
import { ICON_SIZES } from '../../electron/packaging/icon-files.ts'
import { IDENTITY } from '../../electron/packaging/identity.ts'
import { runChild } from '../../electron/runtime/child.ts'
import { made, ROOT } from './made.ts'

/** What is in the made packages, read from them and not from what they were to be made of. */

/** More than this is looked at before it is handed on. */
const LARGEST = { archive: 24e6, deb: 110e6, tarball: 140e6 }

let tree = ''
let app = ''

test.beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'parallax-deb-'))
  const { code, output } = await runChild('dpkg-deb', ['-x', made('.deb'), tree])
  expect(code, output).toBe(0)
  app = join(tree, 'usr/lib/parallax')
})
test.afterAll(() => rm(tree, { recursive: true, force: true }))

test('the fuses are those of a product', async () => {
  const wire = await getCurrentFuseWire(join(app, IDENTITY.executable))
  for (const [name, on] of Object.entries(FUSES)) {
    const option = FuseV1Options[(name.charAt(0).toUpperCase() + name.slice(1)) as keyof typeof FuseV1Options]
    expect(wire[option], name).toBe(on ? FuseState.ENABLE : FuseState.DISABLE)
  }
})

test('the archive has the built app and nothing of its making', () => {
  const archive = join(app, 'resources/app.asar')
  const files = filesOfArchive(archive)
  expect(files.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      'package.json',
      'out/main/index.js',
      'out/preload/index.cjs',
      'out/renderer/index.html'
    ])
  )
  const allowed =
    /^(?:package\.json|out\/main\/[\w.-]+\.js|out\/preload\/index\.cjs|out\/renderer\/(?:index\.html|assets\/[\w.-]+\.(?:js|css|woff2|png|svg|webp)|fonts\/[\w./-]+\.(?:woff2?|json)|pdf\/(?:cmaps|standard_fonts)\/[\w.-]+))$/u
  expect(files.filter(({ path }) => !allowed.test(path))).toEqual([])
  const code = files.filter(({ path }) => /\.(?:c?js|css|html|json)$/u.test(path))
  for (const { path } of code) {
    const text = extractFile(archive, path).toString()
    expect(text, `${path} names a source map of ours`).not.toMatch(/^\/\/# sourceMappingURL=(?!pdf)/mu)
    expect(text.includes(ROOT), `${path} names a folder of this machine`).toBe(false)
    expect(text.includes('--no-sandbox'), `${path} turns the sandbox off`).toBe(false)
  }
  const about = JSON.parse(extractFile(archive, 'package.json').toString()) as object
  expect(Object.keys(about)).not.toEqual(expect.arrayContaining(['devDependencies']))
})

test('nothing else can be loaded, and nothing of development lies about', async () => {
  expect((await readdir(join(app, 'resources'))).sort()).toEqual(['app.asar', 'apparmor-profile'])
  const { output } = await runChild('find', [
    tree,
    '-name',
    '*.map',
    '-o',
    '-name',
    'node_modules',
    '-o',
    '-name',
    '*.ts'
  ])
  expect(output.trim()).toBe('')
})

test('all is root’s own, and only the sandbox’s helper is SUID', async () => {
  const { output } = await runChild('dpkg-deb', ['-c', made('.deb')])
  const lines = output.trim().split('\n')
  expect(lines.filter((line) => !/^\S+ root\/root /u.test(line))).toEqual([])
  expect(lines.filter((line) => /^\S*[sS]/u.test(line)).join()).toMatch(/^-rwsr-xr-x [^,]*\/chrome-sandbox$/u)
})

test('the desktop’s own checkers are content', async () => {
  const desktop = await runChild('desktop-file-validate', [
    join(tree, 'usr/share/applications/parallax.desktop')
  ])
  expect(desktop.output).toBe('')
  const metainfo = join(tree, `usr/share/metainfo/${IDENTITY.appId}.metainfo.xml`)
  const { code, output } = await runChild('appstreamcli', ['validate', '--no-net', metainfo])
  expect(code, output).toBe(0)
})

test('icons of the app and of its files, in all sizes', async () => {
  const theme = join(tree, 'usr/share/icons/hicolor')
  const sizes = [...ICON_SIZES.filter((size) => size <= 512).map((size) => `${size}x${size}`), 'scalable']
  expect((await readdir(theme)).sort()).toEqual([...sizes].sort())
  for (const size of sizes) {
    const ending = size === 'scalable' ? 'svg' : 'png'
    for (const name of ['apps/parallax', 'mimetypes/application-x-parallax-project'])
      expect((await stat(join(theme, size, `${name}.${ending}`))).size).toBeGreaterThan(100)
  }
})

test('every work in the bill of materials has its notice', async () => {
  const bom = JSON.parse(await readFile(join(app, 'sbom.cdx.json'), 'utf8')) as {
    components: { type: string; name: string; version?: string }[]
  }
  const notices = await readFile(join(app, 'THIRD-PARTY-NOTICES.txt'), 'utf8')
  const libraries = bom.components.filter(({ type }) => type !== 'framework')
  expect(libraries.length).toBeGreaterThan(30)
  for (const { name, version } of libraries)
    expect(notices).toContain(version === undefined ? `${name} (` : `${name} ${version} (`)
  expect((await readdir(app)).filter((name) => name.startsWith('LICENSE')).sort()).toEqual([
    'LICENSE.electron.txt',
    'LICENSE.parallax.txt',
    'LICENSES.chromium.html'
  ])
})

test('the bill of materials is in the form of its standard', async () => {
  const bom = await readFile(join(app, 'sbom.cdx.json'), 'utf8')
  expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(bom)).toBeNull()
  expect(await readFile(made('.cdx.json'), 'utf8')).toBe(bom)
})

test('the checksums are those of all that is handed on', async () => {
  const release = dirname(made('.deb'))
  const sums = (await readdir(release)).filter((name) => name.startsWith('SHA256SUMS'))
  const { code, output } = await runChild('sha256sum', ['--check', '--strict', ...sums], { cwd: release })
  expect(code, output).toBe(0)
  const checked = output.trim().split('\n')
  expect(checked.length).toBe((await readdir(release)).length - sums.length)
})

test('none of it has grown unseen', async () => {
  const archive = join(app, 'resources/app.asar')
  expect((await stat(archive)).size).toBeLessThan(LARGEST.archive)
  const parts = partsOf(filesOfArchive(archive))
  for (const { name, bytes, most } of parts) expect(bytes, name).toBeLessThan(most)
  expect((await stat(made('.deb'))).size).toBeLessThan(LARGEST.deb)
  expect((await stat(made('.tar.gz'))).size).toBeLessThan(LARGEST.tarball)
})
