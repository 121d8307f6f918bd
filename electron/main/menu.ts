import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import { COMMAND_CHANNEL, type MenuCommand } from '../contract/channels.ts'

/** Sends a command to the window that has the user's attention. */
type Send = (command: MenuCommand) => void

const item = (
  label: string,
  command: MenuCommand,
  send: Send,
  accelerator?: string
): MenuItemConstructorOptions => ({
  label,
  ...(accelerator === undefined ? {} : { accelerator }),
  click: () => {
    send(command)
  }
})

/**
 * The application menu, as each platform has it. Single letters (j, k, s, ...) belong to the page, not to the menu,
 * since a menu accelerator would take them from text fields.
 */
export const menuTemplate = (mac: boolean, developer: boolean, send: Send): MenuItemConstructorOptions[] => [
  ...(mac ? [{ role: 'appMenu' } as const] : []),
  {
    label: '&File',
    submenu: [
      item('New comparison', 'new', send, 'CmdOrCtrl+N'),
      item('Open readouts…', 'open', send, 'CmdOrCtrl+O'),
      item('Paste a readout…', 'paste', send, 'CmdOrCtrl+Shift+V'),
      item('Open the sample', 'sample', send),
      { type: 'separator' },
      item('Lexicon…', 'lexicon', send, 'CmdOrCtrl+L'),
      { type: 'separator' },
      mac ? { role: 'close' } : { role: 'quit' }
    ]
  },
  { role: 'editMenu' },
  {
    label: '&View',
    submenu: [
      item('Texts', 'view-texts', send, 'CmdOrCtrl+1'),
      item('Topics', 'view-topics', send, 'CmdOrCtrl+2'),
      item('Findings', 'view-findings', send, 'CmdOrCtrl+3'),
      { type: 'separator' },
      item('Swap sides', 'swap', send, 'CmdOrCtrl+Shift+S'),
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
      item('Next passage or finding', 'next', send, 'CmdOrCtrl+Down'),
      item('Previous passage or finding', 'previous', send, 'CmdOrCtrl+Up')
    ]
  },
  ...(mac ? [{ role: 'windowMenu' } as const] : []),
  { role: 'help', submenu: [item('Keyboard shortcuts', 'shortcuts', send, 'F1')] }
]

/** Builds the menu and wires it to whichever window has the focus. */
export const setupMenu = (developer: boolean): void => {
  const send: Send = (command) => {
    BrowserWindow.getFocusedWindow()?.webContents.send(COMMAND_CHANNEL, command)
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate(process.platform === 'darwin', developer, send))
  )
}
