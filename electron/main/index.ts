import { join } from 'node:path'
import { app, dialog, ipcMain, nativeTheme, protocol, session } from 'electron'
import { setupAbout } from './about.ts'
import { handlersFor } from './handlers.ts'
import { isOnlyInstance, setupInstance } from './instance.ts'
import { setupIpc } from './ipc.ts'
import { launchArguments } from './launch.ts'
import { LexiconFile } from './lexicon-file.ts'
import { developmentPage } from './origin.ts'
import { registerScheme, serveApp } from './protocol.ts'
import { setupQuitting } from './quitting.ts'
import { setupRecentMenu } from './recent-menu.ts'
import { closeNetwork, setupSecurity } from './security.ts'
import { storageIn } from './storage.ts'
import { tellOfChange, Windows } from './windows.ts'

const page = { development: developmentPage(app.isPackaged, process.env), developer: !app.isPackaged }
const wanted = launchArguments(process.argv, process.defaultApp, process.cwd())

const start = (): void => {
  const folder = app.getPath('userData')
  const storage = storageIn(folder, tellOfChange)
  const windows = new Windows(storage, page, setupQuitting(app, storage, process.platform === 'darwin'))
  // Read while Chromium gets ready.
  const settings = storage.settings.get()
  setupInstance(app, windows, wanted)
  app.on('activate', () => void windows.showAny())

  // Not awaited at the top level: Electron holds "ready" back until this module has been evaluated.
  app
    .whenReady()
    .then(async () => {
      setupAbout(app)
      setupSecurity(app, session.defaultSession, page.development)
      serveApp(session.defaultSession.protocol, join(import.meta.dirname, '../renderer'))
      const showMenu = setupRecentMenu(page.developer, storage.recent, windows)
      const handlers = handlersFor(windows, storage, new LexiconFile(folder), showMenu)
      setupIpc(ipcMain, handlers, page.development)
      nativeTheme.themeSource = (await settings).preferences.appearance
      await windows.openAll(wanted)
      showMenu()
    })
    .catch((error: unknown) => {
      dialog.showErrorBox('Parallax could not start', String(error))
      app.exit(1)
    })
}

registerScheme(protocol)
closeNetwork(app, page.development)
if (isOnlyInstance(app, wanted)) start()
else app.quit()
