import { join } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, protocol, session } from 'electron'
import { handlersFor, type LaunchState } from './handlers.ts'
import { setupIpc } from './ipc.ts'
import { launchArguments } from './launch.ts'
import { LexiconFile } from './lexicon-file.ts'
import { setupMenu } from './menu.ts'
import { developmentPage } from './origin.ts'
import { registerScheme, serveApp } from './protocol.ts'
import { setupSecurity } from './security.ts'
import { openWindow } from './window.ts'

const development = developmentPage(app.isPackaged, process.env)
const state: LaunchState = {
  ...launchArguments(process.argv, process.defaultApp, process.cwd()),
  recovered: false
}

const open = (): void => {
  openWindow({
    development,
    developer: !app.isPackaged,
    onRecover: () => {
      state.recovered = true
    }
  })
}

registerScheme(protocol)

app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit()
})
app.on('activate', () => {
  if (BrowserWindow.getAllWindows().length === 0) open()
})

// Not awaited at the top level: Electron holds "ready" back until this module has been evaluated.
app
  .whenReady()
  .then(() => {
    setupSecurity(app, session.defaultSession, development)
    serveApp(session.defaultSession.protocol, join(import.meta.dirname, '../renderer'))
    setupIpc(ipcMain, handlersFor(state, new LexiconFile(app.getPath('userData'))), development)
    open()
    setupMenu(!app.isPackaged)
  })
  .catch((error: unknown) => {
    dialog.showErrorBox('Parallax could not start', String(error))
    app.exit(1)
  })
