import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from 'playwright/test'
import { ensureElectron } from '../../electron/runtime/electron.ts'
import { HOLD } from './hold.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const READOUTS = resolve(import.meta.dirname, '../fixtures/readouts')

/** A start that hangs is told with what Electron printed, before the test's own time is up. */
const START_LIMIT_MS = 120_000

/** How long one step of a test may take before it counts as hung. */
const STEP_LIMIT_MS = 60_000

/** The app's folder and what starts it, for tests that start a second one themselves. */
export const startWords = async (
  profile: string,
  ...words: string[]
): Promise<[path: string, words: string[]]> => {
  const { path, args } = await ensureElectron()
  return [path, [...args, `--user-data-dir=${profile}`, ROOT, ...words]]
}

/** Absolute path of a fixture readout: `readout('talks', 'us')`. */
export const readout = (pair: string, side: 'us' | 'cn' | 'cn.zh'): string =>
  join(READOUTS, pair, `${side}.txt`)

/** An app that runs, with its first window. */
export interface RunningApp {
  electron: ElectronApplication
  window: Page
  /** What Chromium's network stack did, read after the app has ended. */
  networkLog: () => Promise<string>
}

interface Launching {
  /** Starts the app with the user's words: file paths, `--sample`; a fresh profile each time. */
  launch: (...words: string[]) => Promise<RunningApp>
  /** Starts it on a profile that is there: after it was closed or killed. */
  launchOn: (profile: string, ...words: string[]) => Promise<RunningApp>
  /** A folder for one profile; gone after the test. */
  newProfile: () => Promise<string>
}

/** Ends an app that may have work that is not saved, or may be dead already. */
const end = async (app: ElectronApplication): Promise<void> => {
  const dontSave = 1
  await app
    .evaluate(({ dialog }, response) => {
      dialog.showMessageBox = () => Promise.resolve({ response, checkboxChecked: false })
    }, dontSave)
    .catch(() => undefined)
  await app.close()
}

export const test = base.extend<Launching>({
  // eslint-disable-next-line no-empty-pattern -- the test runner reads this pattern to know what is needed
  newProfile: async ({}, use) => {
    const profiles: string[] = []
    await use(async () => {
      const profile = await mkdtemp(join(tmpdir(), 'parallax-app-'))
      profiles.push(profile)
      return profile
    })
    await Promise.all(profiles.map((profile) => rm(profile, { recursive: true, force: true })))
  },

  // `newProfile` is asked for, so that its folders outlive the apps.
  launchOn: async ({ newProfile: _newProfile }, use, info) => {
    const { path, args } = await ensureElectron()
    const apps: ElectronApplication[] = []
    const output: string[] = []

    await use(async (profile, ...words) => {
      const netLog = join(profile, 'network.json')
      const electron = await _electron.launch({
        executablePath: path,
        args: [...HOLD, ...args, `--user-data-dir=${profile}`, `--log-net-log=${netLog}`, ROOT, ...words],
        timeout: START_LIMIT_MS
      })
      apps.push(electron)
      const keep = (chunk: Buffer): number => output.push(chunk.toString())
      electron.process().stdout?.on('data', keep)
      electron.process().stderr?.on('data', keep)
      const window = await electron.firstWindow({ timeout: START_LIMIT_MS })
      window.setDefaultTimeout(STEP_LIMIT_MS)
      window.on('console', (message) => output.push(`[window] ${message.text()}\n`))
      window.on('pageerror', (error) => output.push(`[window] ${String(error)}\n`))
      return {
        electron,
        window,
        networkLog: async () => {
          await electron.close()
          return readFile(netLog, 'utf8')
        }
      }
    })

    await Promise.all(apps.map(end))
    if (info.status !== info.expectedStatus) await info.attach('output', { body: output.join('') })
  },

  launch: async ({ launchOn, newProfile }, use) => {
    await use(async (...words) => launchOn(await newProfile(), ...words))
  }
})

export { expect } from 'playwright/test'

/** Waits until the screen has settled in a state: nothing loaded, at work, or a comparison shown. */
export const settled = (window: Page, state: 'empty' | 'ready'): Promise<void> =>
  window.locator(`html[data-state="${state}"]`).waitFor({ state: 'attached' })

/** Starts with the sample and waits for its comparison. */
export const launchSample = async (launch: Launching['launch']): Promise<RunningApp> => {
  const app = await launch('--sample')
  await settled(app.window, 'ready')
  return app
}

/** The same on a profile of the test's own, which another start finds again. */
export const sampleOn = (launchOn: Launching['launchOn'], profile: string): Promise<RunningApp> =>
  launchSample((...words) => launchOn(profile, ...words))

export { menu } from './menu.ts'
