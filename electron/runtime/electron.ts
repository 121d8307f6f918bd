import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runChild } from './child.ts'
import { ROOT } from './paths.ts'
import { fetchRegistryElectron, REGISTRY_VERSION, registryFolder } from './registry-electron.ts'
import { Plain, say } from './say.ts'

export interface ElectronRuntime {
  /** Absolute path of the executable. */
  path: string
  /** For the reader: version and where it is from. */
  description: string
  /** Switches that this machine needs before all others. */
  args: string[]
}

const PROBE_LIMIT_MS = 10_000
const DOWNLOAD_LIMIT_MS = 10 * 60_000
const RELEASES = 'https://github.com/electron/electron/releases/download/'

/** The version of Electron that the product ships. */
export const wantedVersion = (): string =>
  (JSON.parse(readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8')) as { version: string })
    .version

/** The executable of the `electron` package, if its binary has been fetched and is of the package's version. */
const installed = (): string | null => {
  const folder = join(ROOT, 'node_modules/electron')
  const pathFile = join(folder, 'path.txt')
  const versionFile = join(folder, 'dist/version')
  if (!existsSync(pathFile) || !existsSync(versionFile)) return null
  if (readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') !== wantedVersion()) return null
  const path = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(path) ? path : null
}

const cached = (): string | null => {
  const path = join(registryFolder(), 'electron')
  return existsSync(path) ? path : null
}

/** As root, Chromium's sandbox cannot be set up; development and tests go on without, the product never does. */
const machineArguments = (): string[] =>
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []

const describeFallback = (): string =>
  `Electron ${REGISTRY_VERSION} from the npm registry (for development and tests; the product ships ${wantedVersion()})`

/** An Electron that is there already, in the order of preference; null if there is none. */
export const presentElectron = (environment: NodeJS.ProcessEnv = process.env): ElectronRuntime | null => {
  const args = machineArguments()
  const named = environment['PARALLAX_ELECTRON']
  if (named) return { path: named, description: `Electron at ${named} (PARALLAX_ELECTRON)`, args }
  const own = installed()
  if (own !== null) return { path: own, description: `Electron ${wantedVersion()}`, args }
  const fallback = environment['PARALLAX_RETRY_ELECTRON'] ? null : cached()
  return fallback === null ? null : { path: fallback, description: describeFallback(), args }
}

/** Whether an address answers at all. */
export const isReachable = async (address: string): Promise<boolean> => {
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_LIMIT_MS) })
    return true
  } catch {
    return false
  }
}

/** Lets the `electron` package fetch its own binary, if its source answers at all. */
const fetchOwnElectron = async (): Promise<void> => {
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror']
  const proxied = Boolean(process.env['HTTPS_PROXY'] ?? process.env['https_proxy'])
  const source = mirror ?? RELEASES
  // Behind a proxy only the installer knows the way, so it is simply tried.
  if (!proxied && !(await isReachable(source))) {
    say(`${new URL(source).host} cannot be reached from here.`)
    return
  }
  say(`fetching Electron ${wantedVersion()} from ${new URL(source).host} …`)
  const { code, output, timedOut } = await runChild(
    process.execPath,
    [join(ROOT, 'node_modules/electron/install.js')],
    {
      limitMs: DOWNLOAD_LIMIT_MS,
      env: { ...process.env, ...(proxied ? { ELECTRON_GET_USE_PROXY: '1' } : {}) }
    }
  )
  if (timedOut) say(`it did not arrive within ${DOWNLOAD_LIMIT_MS / 60_000} minutes.`)
  else if (code !== 0) say(`that failed: ${output.trim().split('\n').at(-1) ?? ''}`)
}

/**
 * Makes sure that there is an Electron to run: one that is there already, else the version of package.json from its
 * release page or `ELECTRON_MIRROR`, else (Linux on x64) the npm registry's.
 *
 * @throws Plain, one line, if none can be had
 */
export const ensureElectron = async (): Promise<ElectronRuntime> => {
  const there = presentElectron()
  if (there !== null) return there
  await fetchOwnElectron()
  if (installed() === null) {
    if (process.platform !== 'linux' || process.arch !== 'x64')
      throw new Plain(
        `no Electron for ${process.platform} ${process.arch}: connect to the internet, set ELECTRON_MIRROR to a mirror of Electron's releases, or set PARALLAX_ELECTRON to an Electron executable, and run this again.`
      )
    if (cached() === null) await fetchRegistryElectron()
  }
  const runtime = presentElectron({ ...process.env, PARALLAX_RETRY_ELECTRON: undefined })
  if (runtime === null) throw new Plain('no Electron could be had; the reasons stand above.')
  return runtime
}
