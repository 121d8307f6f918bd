import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from 'playwright/test'
import { ensureElectron } from '../../electron/runtime/electron.ts'
import { HOLD } from './hold.ts'
import { goIdle, LastingApp, type RunningApp } from './lasting.ts'

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

/** An app of a test's own. */
interface OwnApp extends RunningApp {
  /** What Chromium's network stack did, read after the app has ended. */
  networkLog: () => Promise<string>
}

interface Launching {
  /**
   * Opens the app with the user's words: file paths, `--sample`. The first of a test is a window of an app that the
   * tests before had too, closed and as new; each other one an app of its own.
   */
  launch: (...words: string[]) => Promise<RunningApp>
  /** Starts an app of the test's own with the user's words, on a fresh profile. */
  launchAlone: (...words: string[]) => Promise<OwnApp>
  /** Starts it on a profile that is there: after it was closed or killed. */
  launchOn: (profile: string, ...words: string[]) => Promise<OwnApp>
  /** A folder for one profile; gone after the test. */
  newProfile: () => Promise<string>
  /** What the apps printed, and the pages. */
  output: string[]
  /** For tests of which the start and the end of the app are a part: `launch` is `launchAlone`. */
  isAlone: boolean
  /** For tests of what a window does when it is idle, such as having a worker ready: else it keeps that (`goIdle`). */
  isIdle: boolean
}

/** Of one process of the test runner. */
interface Lasting {
  lasting: LastingApp
}

const keepOutputOfApp = (electron: ElectronApplication, output: string[]): void => {
  const keep = (chunk: Buffer): number => output.push(chunk.toString())
  electron.process().stdout?.on('data', keep)
  electron.process().stderr?.on('data', keep)
}

const prepare = (window: Page, output: string[]): void => {
  window.setDefaultTimeout(STEP_LIMIT_MS)
  window.on('console', (message) => output.push(`[window] ${message.text()}\n`))
  window.on('pageerror', (error) => output.push(`[window] ${String(error)}\n`))
}

const start = async (profile: string, words: string[], output: string[]): Promise<RunningApp> => {
  const { path, args } = await ensureElectron()
  const electron = await _electron.launch({
    executablePath: path,
    args: [...HOLD, ...args, `--user-data-dir=${profile}`, ...words],
    timeout: START_LIMIT_MS
  })
  keepOutputOfApp(electron, output)
  return { electron, window: await electron.firstWindow({ timeout: START_LIMIT_MS }) }
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

export const test = base.extend<Launching, Lasting>({
  isAlone: [false, { option: true }],
  isIdle: [false, { option: true }],

  lasting: [
    // eslint-disable-next-line no-empty-pattern -- the test runner reads this pattern to know what is needed
    async ({}, use) => {
      const lasting = new LastingApp((profile, words, output) => start(profile, [ROOT, ...words], output))
      await use(lasting)
      await lasting.end()
    },
    { scope: 'worker' }
  ],

  // eslint-disable-next-line no-empty-pattern -- as above
  output: async ({}, use, info) => {
    const output: string[] = []
    await use(output)
    if (info.status !== info.expectedStatus) await info.attach('output', { body: output.join('') })
  },

  // eslint-disable-next-line no-empty-pattern -- as above
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
  launchOn: async ({ newProfile: _newProfile, output }, use) => {
    const apps: ElectronApplication[] = []
    await use(async (profile, ...words) => {
      const netLog = join(profile, 'network.json')
      const app = await start(profile, [`--log-net-log=${netLog}`, ROOT, ...words], output)
      apps.push(app.electron)
      prepare(app.window, output)
      return {
        ...app,
        networkLog: async () => {
          await app.electron.close()
          return readFile(netLog, 'utf8')
        }
      }
    })
    await Promise.all(apps.map(end))
  },

  launchAlone: async ({ launchOn, newProfile }, use) => {
    await use(async (...words) => launchOn(await newProfile(), ...words))
  },

  launch: async ({ launchAlone, isAlone, isIdle, lasting, output }, use) => {
    let isTaken = isAlone
    await use(async (...words) => {
      if (isTaken) return launchAlone(...words)
      isTaken = true
      const app = await lasting.open(words)
      prepare(app.window, output)
      if (isIdle) await goIdle(app.window)
      return app
    })
    if (isAlone) return
    output.push(...lasting.output.splice(0))
    await lasting.leave()
  }
})

export { expect } from 'playwright/test'

/** Waits until the screen has settled in a state: nothing loaded, at work, or a comparison shown. */
export const settled = (window: Page, state: 'empty' | 'ready'): Promise<void> =>
  window.locator(`html[data-state="${state}"]`).waitFor({ state: 'attached' })

/** Starts with the sample and waits for its comparison. */
export const launchSample = async <App extends RunningApp>(
  launch: (...words: string[]) => Promise<App>
): Promise<App> => {
  const app = await launch('--sample')
  await settled(app.window, 'ready')
  return app
}

/** The same on a profile of the test's own, which another start finds again. */
export const sampleOn = (launchOn: Launching['launchOn'], profile: string): Promise<OwnApp> =>
  launchSample((...words) => launchOn(profile, ...words))

export { menu } from './menu.ts'
