import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { runChild } from '../runtime/child.ts'
import { Plain } from '../runtime/say.ts'
import { sha256Of } from './checksums.ts'
import { IDENTITY } from './identity.ts'

/**
 * The lists that make a folder with Debian packages a repository that apt installs and updates from. It is a flat one:
 * lists and packages lie side by side, as the files of a release do, so that the page of the newest release is the
 * repository and no package lies on a server twice.
 *
 * @see https://wiki.debian.org/DebianRepository/Format#Flat_Repository_Format
 */

/** A release's files are found below its page under this name, whichever is the newest. */
const NEWEST = 'latest/download/'

const run = async (program: string, words: string[]): Promise<string> => {
  const { code, output } = await runChild(program, words)
  if (code !== 0) throw new Plain(`${program} failed: ${output.trim()}`)
  return output.trim()
}

/** Signs the list of lists with a key of gpg's own form, in a home that is gone after it. */
const sign = async (folder: string, key: string): Promise<string> => {
  const home = await mkdtemp(join(tmpdir(), 'parallax-sign-'))
  const gpg = (...words: string[]): Promise<string> =>
    run('gpg', ['--homedir', home, '--batch', '--yes', '--quiet', ...words])
  try {
    const secret = join(home, 'key.asc')
    await writeFile(secret, key, { mode: 0o600 })
    await gpg('--import', secret)
    const release = join(folder, 'Release')
    await gpg('--clearsign', '--output', join(folder, 'InRelease'), release)
    await gpg('--armor', '--detach-sign', '--output', join(folder, 'Release.gpg'), release)
    return await gpg('--armor', '--export')
  } finally {
    await runChild('gpgconf', ['--homedir', home, '--kill', 'all'])
    await rm(home, { recursive: true, force: true })
  }
}

/** Whether there was a package to list, and whether the lists are signed. */
type Made = 'nothing' | 'unsigned' | 'signed'

/** What a user puts into /etc/apt/sources.list.d, with the key that the lists are signed by. */
export const aptSource = (address: string, publicKey: string): string =>
  `Types: deb
URIs: ${address}
Suites: /
Signed-By:
${publicKey
  .split('\n')
  .map((line) => ` ${line || '.'}`)
  .join('\n')}
`

interface AptOptions {
  /** Armoured private key without a passphrase; null leaves the lists unsigned. */
  key: string | null
  /** The page of the releases; null where none is known. */
  releases: string | null
  /** Day that the lists are of. */
  now: Date
}

/**
 * Writes the lists beside the Debian packages of a folder, and, where they are signed and the address is known, the
 * file that tells apt of them.
 */
export const makeAptRepository = async (
  folder: string,
  { key, releases, now }: AptOptions
): Promise<Made> => {
  const debs = (await readdir(folder)).filter((name) => name.endsWith('.deb')).sort()
  if (debs.length === 0) return 'nothing'
  const stanzas: string[] = []
  const architectures = new Set<string>()
  for (const name of debs) {
    const file = join(folder, name)
    architectures.add(await run('dpkg-deb', ['--field', file, 'Architecture']))
    const control = await run('dpkg-deb', ['--field', file])
    stanzas.push(
      `${control}\nFilename: ${name}\nSize: ${(await stat(file)).size}\nSHA256: ${await sha256Of(file)}\n`
    )
  }
  const packages = Buffer.from(stanzas.join('\n'))
  const lists = { Packages: packages, 'Packages.gz': gzipSync(packages, { level: 9 }) }
  for (const [name, content] of Object.entries(lists)) await writeFile(join(folder, name), content)
  const sums = Object.entries(lists).map(
    ([name, content]) => ` ${createHash('sha256').update(content).digest('hex')} ${content.length} ${name}`
  )
  await writeFile(
    join(folder, 'Release'),
    `Origin: ${IDENTITY.name}
Label: ${IDENTITY.name}
Suite: stable
Architectures: ${[...architectures].join(' ')}
Date: ${now.toUTCString().replace('GMT', 'UTC')}
SHA256:
${sums.join('\n')}
`
  )
  if (key === null) return 'unsigned'
  const publicKey = await sign(folder, key)
  if (releases !== null)
    await writeFile(
      join(folder, `${IDENTITY.executable}.sources`),
      aptSource(`${releases}/${NEWEST}`, publicKey)
    )
  return 'signed'
}
