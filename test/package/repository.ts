import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeAptRepository } from '../../electron/packaging/apt-repository.ts'
import { runChild } from '../../electron/runtime/child.ts'
import { made } from './made.ts'
import { ReleasePage } from './release-page.ts'

const run = async (program: string, ...words: string[]): Promise<string> => {
  const { code, output } = await runChild(program, words)
  if (code !== 0) throw new Error(`${program}: ${output}`)
  return output
}

/** A signing key that is thrown away. */
const newKey = async (work: string): Promise<string> => {
  const home = join(work, 'gpg')
  await mkdir(home, { mode: 0o700 })
  const gpg = ['--homedir', home, '--batch', '--quiet', '--passphrase', '']
  await run('gpg', ...gpg, '--quick-generate-key', 'A test <test@test.invalid>', 'ed25519', 'sign')
  const key = await run('gpg', ...gpg, '--armor', '--export-secret-keys')
  await run('gpgconf', '--homedir', home, '--kill', 'all')
  return key
}

/** The made package as an older version of itself. */
const makeOlder = async (work: string, version: string): Promise<string> => {
  const tree = join(work, 'older')
  await run('dpkg-deb', '-R', made('.deb'), tree)
  const control = join(tree, 'DEBIAN/control')
  const text = await readFile(control, 'utf8')
  await writeFile(control, text.replace(/^Version: .*$/mu, `Version: ${version}`))
  const file = join(work, 'older.deb')
  await run('dpkg-deb', '--root-owner-group', '-Znone', '--build', tree, file)
  await rm(tree, { recursive: true })
  return file
}

export interface Published {
  page: ReleasePage
  /** Folder of what the page has. */
  folder: string
  /** What tells apt of it. */
  source: string
  /** An older version, to be updated from. */
  older: string
  remove: () => Promise<void>
}

/** The made package, published as a signed release, with an older one beside it. */
export const publish = async (olderVersion: string): Promise<Published> => {
  const work = await mkdtemp(join(tmpdir(), 'parallax-repository-'))
  const folder = join(work, 'release')
  await mkdir(folder)
  await cp(made('.deb'), join(folder, 'parallax.deb'))
  const page = await ReleasePage.open(folder)
  const key = await newKey(work)
  const older = await makeOlder(work, olderVersion)
  await makeAptRepository(folder, { key, releases: page.address, now: new Date() })
  const remove = async (): Promise<void> => {
    await page.close()
    await rm(work, { recursive: true, force: true })
  }
  return { page, folder, source: join(folder, 'parallax.sources'), older, remove }
}
