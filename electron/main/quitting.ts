import type { App } from 'electron'
import type { Storage } from './storage.ts'
import type { WindowHooks } from './windows.ts'

/**
 * The end of the app: when its last window closes (not on macOS), or when the user quits. A window with work that is
 * not saved holds it up; when that window has closed the end goes on, unless the user called it off.
 *
 * @returns what the windows tell it
 */
export const setupQuitting = (
  app: Pick<App, 'on' | 'quit'>,
  storage: Pick<Storage, 'settings' | 'recent'>,
  mac: boolean
): WindowHooks => {
  let isQuitting = false
  let isSettled = false
  app.on('before-quit', () => {
    isQuitting = true
  })
  app.on('window-all-closed', () => {
    if (!mac || isQuitting) app.quit()
  })
  // What is being written is written before the process ends.
  app.on('will-quit', (event) => {
    if (isSettled) return
    event.preventDefault()
    void Promise.allSettled([storage.settings.get(), storage.recent.list()]).then(() => {
      isSettled = true
      app.quit()
    })
  })
  return {
    onCancelClosing: () => {
      isQuitting = false
    },
    onClosed: () => {
      if (isQuitting) app.quit()
    }
  }
}
