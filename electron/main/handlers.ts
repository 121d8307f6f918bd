import { BrowserWindow, dialog } from 'electron'
import { readChosenFile } from './files.ts'
import type { Handlers } from './ipc.ts'
import type { LaunchArguments } from './launch.ts'

/** What the window may know of how it came to be; `recovered` is told once. */
export interface LaunchState extends LaunchArguments {
  recovered: boolean
}

/** The app's answer to each call of the contract. */
export const handlersFor = (state: LaunchState): Handlers => ({
  launch: async () => {
    const { sample, recovered } = state
    const files = await Promise.all(state.files.map(readChosenFile))
    // What a command line asked for is opened once; a window loaded again starts empty and says why.
    Object.assign(state, { sample: false, files: [], recovered: false })
    return { sample, files, recovered }
  },

  openReadouts: async () => {
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
    const options = {
      title: 'Open one or two readouts',
      properties: ['openFile' as const, 'multiSelections' as const],
      filters: [
        { name: 'Readouts', extensions: ['txt', 'md', 'markdown', 'text'] },
        { name: 'All files', extensions: ['*'] }
      ]
    }
    const chosen = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
    return Promise.all(chosen.filePaths.map(readChosenFile))
  }
})
