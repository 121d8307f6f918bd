import { dialog, type BrowserWindow } from 'electron'
import { COMMAND_CHANNEL, type MenuCommand } from '../contract/channels.ts'
import type { OpenWindow } from './windows.ts'

const SAVE = 0
const DISCARD = 1
const CANCEL = 2

const ask = async (window: BrowserWindow): Promise<number> => {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: 'Save your work before the window closes?',
    detail: 'What you do not save is lost.',
    buttons: ['&Save', '&Don’t save', '&Cancel'],
    defaultId: SAVE,
    cancelId: CANCEL,
    normalizeAccessKeys: true,
    noLink: true
  })
  return response
}

/** What comes of the user's answer. */
export interface Closing {
  /** The user does not want the work saved. */
  onDiscard: () => Promise<void>
  /** The user wants to go on: what was ending the app is called off. */
  onCancel: () => void
}

/**
 * Asks before a window closes whose work is not saved. To save, the window is told to and closes itself when it has
 * (the call `closeNow`); until then it stays, so that whatever keeps it from saving can be read and dealt with.
 */
export const askBeforeClosing = (open: OpenWindow, { onDiscard, onCancel }: Closing): void => {
  const { window } = open
  let isAsking = false
  const settle = async (): Promise<void> => {
    const answer = await ask(window)
    if (window.isDestroyed()) return
    if (answer === SAVE) window.webContents.send(COMMAND_CHANNEL, 'save-and-close' satisfies MenuCommand)
    else if (answer === DISCARD) {
      await onDiscard()
      open.mayClose = true
      window.close()
    } else onCancel()
  }
  window.on('close', (event) => {
    // A page that is dead cannot save; its draft is on disk and offered at the next start.
    if (!open.isEdited || open.mayClose || window.webContents.isCrashed()) return
    event.preventDefault()
    if (isAsking) return
    isAsking = true
    void settle().finally(() => {
      isAsking = false
    })
  })
}
