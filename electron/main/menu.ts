import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import { COMMAND_CHANNEL, type MenuCommand } from '../contract/channels.ts'
import type { RecentProject } from '../contract/storage.ts'

/** What the items of the menu do. */
export interface MenuActions {
  /** To the window that has the user's attention. */
  send: (command: MenuCommand) => void
  newWindow: () => void
  /** @param id of a recent project */
  openRecent: (id: string) => void
  clearRecent: () => void
}

type Item = MenuItemConstructorOptions

const item = (label: string, click: () => void, accelerator?: string): Item => ({
  label,
  ...(accelerator === undefined ? {} : { accelerator }),
  click
})

const recentMenu = (recent: readonly RecentProject[], { openRecent, clearRecent }: MenuActions): Item => ({
  label: 'Open recent',
  enabled: recent.length > 0,
  submenu: [
    ...recent.map(({ id, name, folder }) => ({
      // An ampersand would mark the letter after it.
      label: `${name} — ${folder}`.replace(/&/gu, '&&'),
      click: () => {
        openRecent(id)
      }
    })),
    { type: 'separator' },
    item('Clear list', clearRecent)
  ]
})

/**
 * The application menu, as each platform has it. Single letters (j, k, s, ...) belong to the page, not to the menu,
 * since a menu accelerator would take them from text fields. Undo and redo go to the page as well, which knows whether
 * it is in a text field.
 */
export const menuTemplate = (
  mac: boolean,
  developer: boolean,
  recent: readonly RecentProject[],
  actions: MenuActions
): Item[] => {
  const command = (label: string, name: MenuCommand, accelerator?: string): Item =>
    item(
      label,
      () => {
        actions.send(name)
      },
      accelerator
    )
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        command('New comparison', 'new', 'CmdOrCtrl+N'),
        item('New window', actions.newWindow, 'CmdOrCtrl+Shift+N'),
        { type: 'separator' },
        command('Open readouts…', 'open', 'CmdOrCtrl+O'),
        command('Paste a readout…', 'paste', 'CmdOrCtrl+Shift+V'),
        command('Open the sample', 'sample'),
        { type: 'separator' },
        command('Open project…', 'open-project', 'CmdOrCtrl+Shift+O'),
        recentMenu(recent, actions),
        command('Save', 'save', 'CmdOrCtrl+S'),
        command('Save as…', 'save-as', 'CmdOrCtrl+Shift+S'),
        command('Earlier copies…', 'earlier-copies'),
        command('Export…', 'export', 'CmdOrCtrl+E'),
        { type: 'separator' },
        command('Lexicon…', 'lexicon', 'CmdOrCtrl+L'),
        { type: 'separator' },
        { role: 'close' },
        ...(mac ? [] : [{ role: 'quit' } as const])
      ]
    },
    {
      label: '&Edit',
      submenu: [
        command('Undo', 'undo', 'CmdOrCtrl+Z'),
        command('Redo', 'redo', mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        ...(mac ? [{ role: 'pasteAndMatchStyle' } as const] : []),
        { role: 'delete' },
        { role: 'selectAll' },
        { type: 'separator' },
        command('Find…', 'find', 'CmdOrCtrl+F')
      ]
    },
    {
      label: '&View',
      submenu: [
        command('Texts', 'view-texts', 'CmdOrCtrl+1'),
        command('Topics', 'view-topics', 'CmdOrCtrl+2'),
        command('Findings', 'view-findings', 'CmdOrCtrl+3'),
        { type: 'separator' },
        command('History of changes', 'history', 'CmdOrCtrl+Shift+H'),
        command('Swap sides', 'swap', 'CmdOrCtrl+Shift+X'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(developer ? [{ role: 'toggleDevTools' } as const] : [])
      ]
    },
    {
      label: '&Go',
      submenu: [
        command('Any command…', 'palette', 'CmdOrCtrl+K'),
        { type: 'separator' },
        command('Next passage or finding', 'next', 'CmdOrCtrl+Down'),
        command('Previous passage or finding', 'previous', 'CmdOrCtrl+Up')
      ]
    },
    ...(mac ? [{ role: 'windowMenu' } as const] : []),
    {
      role: 'help',
      submenu: [
        command('Guide', 'guide'),
        command('Keyboard shortcuts', 'shortcuts', 'F1'),
        // macOS has it in the menu of the app's name.
        ...(mac ? [] : [{ role: 'about', label: 'About Parallax' } as const])
      ]
    }
  ]
}

/** Puts the menu up; again whenever the list of recent projects changes. */
export const setupMenu = (
  developer: boolean,
  recent: readonly RecentProject[],
  actions: Omit<MenuActions, 'send'>
): void => {
  const send: MenuActions['send'] = (command) => {
    BrowserWindow.getFocusedWindow()?.webContents.send(COMMAND_CHANNEL, command)
  }
  const template = menuTemplate(process.platform === 'darwin', developer, recent, { ...actions, send })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
