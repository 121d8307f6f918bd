import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron'
import writeFileAtomic from 'write-file-atomic'
import { readChosenFile } from './files.ts'
import type { Handlers } from './ipc.ts'
import type { LaunchArguments } from './launch.ts'
import type { LexiconFile } from './lexicon-file.ts'
import { printReport } from './print.ts'

/** What the window may know of how it came to be; `recovered` is told once. */
export interface LaunchState extends LaunchArguments {
  recovered: boolean
}

/** What a dialog belongs to; without a window it stands by itself. */
const owner = () => BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]

const choose = async (options: OpenDialogOptions): Promise<string[]> => {
  const window = owner()
  const chosen = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  return chosen.filePaths
}

/** Suggested by the dialog; what a file is its content tells. */
const READOUT_FILES = 'txt md markdown text html htm xhtml mhtml mht pdf docx odt rtf eml'.split(' ')
const JSON_FILES = { name: 'Lexicons', extensions: ['json'] }

/** The app's answer to each call of the contract. */
export const handlersFor = (state: LaunchState, lexicon: LexiconFile): Handlers => ({
  launch: async () => {
    const { sample, recovered } = state
    const files = await Promise.all(state.files.map(readChosenFile))
    // What a command line asked for is opened once; a window loaded again starts empty and says why.
    Object.assign(state, { sample: false, files: [], recovered: false })
    return { sample, files, recovered }
  },

  openReadouts: async () => {
    const paths = await choose({
      title: 'Open one or two readouts',
      properties: ['openFile', 'multiSelections'],
      filters: [
        { name: 'Readouts', extensions: READOUT_FILES },
        { name: 'All files', extensions: ['*'] }
      ]
    })
    return Promise.all(paths.map(readChosenFile))
  },

  loadLexicon: () => lexicon.load(),

  storeLexicon: async (json, keepOld) => {
    await lexicon.store(json, keepOld)
    return null
  },

  openLexicon: async () => {
    const [path] = await choose({
      title: 'Read a lexicon',
      properties: ['openFile'],
      filters: [JSON_FILES]
    })
    return path === undefined ? null : readChosenFile(path)
  },

  saveLexiconCopy: async (json) => {
    const window = owner()
    const options = {
      title: 'Save a copy of the lexicon',
      defaultPath: 'parallax-lexicon.json',
      filters: [JSON_FILES]
    }
    const { filePath } = await (window
      ? dialog.showSaveDialog(window, options)
      : dialog.showSaveDialog(options))
    if (!filePath) return false
    await writeFileAtomic(filePath, json)
    return true
  },

  printReport: ({ html, name }) => printReport(html, name)
})
