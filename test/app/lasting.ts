import { existsSync, rmSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type ElectronApplication, type Page } from 'playwright/test'
import { FIRST_PREFERENCES } from '../../electron/contract/preferences.ts'
import { DEFAULT_SIZE } from '../../electron/main/bounds.ts'
import { launchArguments } from '../../electron/main/launch.ts'
import type { Settings } from '../../electron/storage/settings.ts'

/** An app that runs, with its first window. */
export interface RunningApp {
  electron: ElectronApplication
  window: Page
}

/** Starts the app on a profile with the user's words; what it prints comes to `output`. */
type Start = (profile: string, words: string[], output: string[]) => Promise<RunningApp>

/** Remembers what a test may put something else in the place of. */
const remember = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(({ app, BrowserWindow, dialog }) => {
    // It goes on without a window, as it does on macOS.
    app.removeAllListeners('window-all-closed').on('window-all-closed', () => undefined)
    const bounds = BrowserWindow.getAllWindows()[0]?.getBounds()
    const first = { dialog: { ...dialog }, bounds, names: Object.keys(globalThis) }
    Object.assign(globalThis, { first })
  })

/**
 * Has a page keep what it puts off until it is idle, of which most is the worker's reading of the lexicon: half a second
 * of the processor a window, for a comparison that most tests never ask for. One that is asked for starts it itself.
 */
const keepIdleWork = (): void => {
  const kept: IdleRequestCallback[] = []
  const whenIdle = globalThis.requestIdleCallback
  Object.assign(globalThis, {
    requestIdleCallback: (work: IdleRequestCallback) => kept.push(work),
    goIdle: () => {
      Object.assign(globalThis, { requestIdleCallback: whenIdle })
      for (const work of kept) whenIdle(work)
    }
  })
}

/** Lets a window do what it has kept for then, and what else it puts off. */
export const goIdle = (window: Page): Promise<void> =>
  window.evaluate(() => {
    // An app's first window has kept nothing.
    ;(globalThis as { goIdle?: () => void }).goIdle?.()
  })

/** Closes all windows, without saving, and goes on when they are gone, and what they changed in the app is undone. */
const closeWindows = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(async ({ BrowserWindow, clipboard, dialog, Menu }) => {
    const { first } = globalThis as unknown as {
      first: { dialog: object; bounds: Electron.Rectangle; names: string[] }
    }
    const clearRecent = (menu: Electron.Menu | null | undefined): void => {
      for (const item of menu?.items ?? [])
        if (item.label === 'Clear list') (item.click as () => void)()
        else clearRecent(item.submenu)
    }
    clearRecent(Menu.getApplicationMenu())
    const dontSave = 1
    dialog.showMessageBox = () => Promise.resolve({ response: dontSave, checkboxChecked: false })
    await Promise.all(
      BrowserWindow.getAllWindows().map(
        (window) =>
          new Promise<void>((done) => {
            window.once('closed', () => {
              done()
            })
            window.setBounds(first.bounds)
            window.webContents.setZoomFactor(1)
            window.close()
          })
      )
    )
    Object.assign(dialog, first.dialog)
    clipboard.clear()
    for (const name of Object.keys(globalThis))
      if (name !== 'first' && !first.names.includes(name)) Reflect.deleteProperty(globalThis, name)
  })

/** Whether another window finds the profile as the first one did; to be asked when all have closed. */
const isAsNew = async (profile: string): Promise<boolean> => {
  const path = (name: string): string => join(profile, name)
  const valueIn = async <T>(name: string): Promise<T> =>
    (JSON.parse(await readFile(path(name), 'utf8')) as { value: T }).value
  // Where the window was is the last that is written.
  await expect.poll(() => existsSync(path('settings.json')), { intervals: [10] }).toBe(true)
  const { window, preferences } = await valueIn<Settings>('settings.json')
  await rm(path('settings.json'))
  await rm(path('backups'), { recursive: true, force: true })
  const lists = [
    existsSync(path('recent.json')) ? await valueIn<unknown[]>('recent.json') : [],
    existsSync(path('drafts')) ? await readdir(path('drafts')) : []
  ]
  return (
    lists.every(({ length }) => length === 0) &&
    !existsSync(path('lexicon.json')) &&
    window?.isMaximised === false &&
    window.width === DEFAULT_SIZE.width &&
    window.height === DEFAULT_SIZE.height &&
    JSON.stringify(preferences) === JSON.stringify(FIRST_PREFERENCES)
  )
}

/**
 * An app that outlives a test: the next one asks it for a window, as another start of the program does, and need not
 * wait for processes to start. If a test leaves anything behind that is not in its window and cannot be undone, such as
 * a setting, the app ends with it.
 */
export class LastingApp {
  /** What the app has printed. */
  readonly output: string[] = []
  readonly #start: Start
  #running: { electron: ElectronApplication; profile: string } | null = null

  constructor(start: Start) {
    this.#start = start
  }

  async open(words: string[]): Promise<RunningApp> {
    if (this.#running === null) {
      const profile = await mkdtemp(join(tmpdir(), 'parallax-app-'))
      const running = await this.#start(profile, words, this.output)
      this.#running = { electron: running.electron, profile }
      running.electron.once('close', () => {
        this.#running = null
        rmSync(profile, { recursive: true, force: true })
      })
      await remember(running.electron)
      await running.electron.context().addInitScript(keepIdleWork)
      return running
    }
    const { electron } = this.#running
    const [window] = await Promise.all([
      electron.waitForEvent('window'),
      electron.evaluate(
        ({ app }, wanted) =>
          // What nothing holds may be collected before it is heard of, when the new window asks for room.
          new Promise<void>((done) => {
            Object.assign(globalThis, { opening: done })
            setImmediate(() => {
              app.emit('second-instance', {}, [], '', wanted)
              done()
            })
          }),
        launchArguments(['', ...words], false, process.cwd())
      )
    ])
    return { electron, window }
  }

  /** Closes what a test has opened. */
  async leave(): Promise<void> {
    if (this.#running === null) return
    const { electron, profile } = this.#running
    await closeWindows(electron)
    if (!(await isAsNew(profile))) await this.end()
  }

  async end(): Promise<void> {
    if (this.#running === null) return
    const { electron } = this.#running
    this.#running = null
    await electron.close()
  }
}
