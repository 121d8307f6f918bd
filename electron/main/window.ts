import { join } from 'node:path'
import { BrowserWindow, dialog, nativeTheme } from 'electron'
import { DEFAULT_SIZE, LEAST_SIZE, type Area } from './bounds.ts'
import { APP_PAGE, isOwnAddress } from './origin.ts'
import { webPreferences } from './security.ts'

/** Paper of both colour schemes (renderer/styles/tokens.css), so that no white flash precedes the page. */
const PAPER = { light: '#f6f4ef', dark: '#15171a' }

/** A window that dies again within this time is not simply opened again: the user decides. */
const CRASH_LOOP_MS = 10_000

export interface WindowOptions {
  /** Address of the development server, null in a built app. */
  development: string | null
  developer: boolean
  /** Where it opens; null where the system chooses. */
  place: Area | null
  isMaximised: boolean
  /** Called before a dead window's page is loaded again. */
  onRecover: () => void
}

/** The page was still loading when its window was closed, the app quit, or another load came: no failure. */
const wasAborted = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED'

/** Loads the page again when its process dies; never leaves a blank window. */
const recoverFromCrashes = (window: BrowserWindow, load: () => void, onRecover: () => void): void => {
  let lastCrash = -Infinity
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const again = performance.now() - lastCrash < CRASH_LOOP_MS
    lastCrash = performance.now()
    onRecover()
    if (!again) {
      load()
      return
    }
    const choice = dialog.showMessageBoxSync({
      type: 'error',
      message: 'The window stopped working twice in a row.',
      detail: 'Open it again empty, or quit and start with other texts.',
      buttons: ['Open again', 'Quit'],
      cancelId: 1
    })
    if (choice === 0) load()
    else window.destroy()
  })
}

/**
 * Brings the page back where a script of it went to an address that no request is made for, and no event can prevent:
 * `about:blank`, `about:srcdoc`, an error page of Chromium's.
 */
const stayOnPage = (
  { webContents }: BrowserWindow,
  isOwn: (address: string) => boolean,
  load: () => void,
  onRecover: () => void
): void => {
  const back = (address: string): void => {
    if (isOwn(address)) return
    onRecover()
    // Not while Chromium is still at the navigation.
    setImmediate(load)
  }
  webContents.on('did-navigate', (_event, address) => {
    back(address)
  })
  webContents.on('did-fail-load', (_event, _code, _reason, address, isMainFrame) => {
    if (isMainFrame) back(address)
  })
}

export const openWindow = ({
  development,
  developer,
  place,
  isMaximised,
  onRecover
}: WindowOptions): BrowserWindow => {
  const window = new BrowserWindow({
    ...(place ?? DEFAULT_SIZE),
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    show: false,
    title: 'Parallax',
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: webPreferences(join(import.meta.dirname, '../preload/index.cjs'), developer)
  })
  window.once('ready-to-show', () => {
    if (isMaximised) window.maximize()
    window.show()
  })
  const load = (): void => {
    if (window.isDestroyed()) return
    window.loadURL(development ?? APP_PAGE).catch((error: unknown) => {
      if (window.isDestroyed() || wasAborted(error)) return
      // Not `showErrorBox`, which stops the whole app until it is answered.
      void dialog.showMessageBox({
        type: 'error',
        message: 'Parallax could not show its window.',
        detail: String(error)
      })
    })
  }
  recoverFromCrashes(window, load, onRecover)
  stayOnPage(window, (address) => isOwnAddress(address, development), load, onRecover)
  load()
  return window
}
