import { existsSync, readFileSync } from 'node:fs'
import { runChild } from './child.ts'
import { Plain, say } from './say.ts'

/**
 * What a bare Debian or Ubuntu lacks for an Electron window; alternatives where newer releases renamed a package.
 * Only asked for on those systems: others have no such list, and a missing library is named by Electron itself.
 */
const PACKAGES = [
  ['xvfb'],
  ['xauth'],
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libxss1'],
  ['fonts-noto-cjk'],
  ['fonts-liberation'],
  // Reads the PDFs that the app prints, in its tests.
  ['poppler-utils']
]
const INSTALL_LIMIT_MS = 10 * 60_000

const isDebian = (): boolean => {
  const release = '/etc/os-release'
  return existsSync(release) && /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync(release, 'utf8'))
}

/**
 * The names to install, of those that are missing.
 *
 * @param present names of installed packages
 * @param known whether the package index has a name; decides between an old and a new name
 */
export const missingPackages = (present: ReadonlySet<string>, known: (name: string) => boolean): string[] =>
  PACKAGES.filter((names) => !names.some((name) => present.has(name))).map(
    (names) => names.find(known) ?? names[0] ?? ''
  )

const installedPackages = async (): Promise<Set<string>> => {
  const { output } = await runChild('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\\n'])
  return new Set(
    output.split('\n').flatMap((line) => {
      const [name = '', status] = line.split(' ')
      return status === 'installed' ? [name] : []
    })
  )
}

const apt = async (...words: string[]): Promise<string> => {
  const { code, output, timedOut } = await runChild('apt-get', ['-y', ...words], {
    limitMs: INSTALL_LIMIT_MS,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  })
  if (code !== 0)
    throw new Plain(
      `apt-get ${words[0] ?? ''} ${timedOut ? 'took too long' : `failed: ${output.trim().slice(-300)}`}`
    )
  return output
}

/**
 * Installs missing system packages where that is ours to do (Debian or Ubuntu, as root); elsewhere names them in
 * one line and goes on, since a desktop may well have what it needs under other names.
 */
export const ensureSystemPackages = async (): Promise<void> => {
  if (process.platform !== 'linux' || !isDebian()) return
  const present = await installedPackages()
  const root = process.getuid?.() === 0
  if (missingPackages(present, () => true).length === 0) return
  if (root) await apt('update')
  const index = await runChild('apt-cache', ['pkgnames'])
  const known = new Set(index.output.split('\n'))
  const missing = missingPackages(present, (name) => known.has(name))
  if (!root) {
    say(`these system packages may be needed: sudo apt-get install ${missing.join(' ')}`)
    return
  }
  say(`installing system packages: ${missing.join(' ')} …`)
  await apt('install', '--no-install-recommends', ...missing)
}
