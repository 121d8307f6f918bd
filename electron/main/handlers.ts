import { clipboard, nativeTheme } from 'electron'
import { writeAtomic } from '../storage/atomic.ts'
import { chooseFiles, chooseSavePlace } from './dialogs.ts'
import { readChosenFile } from './files.ts'
import type { Handlers } from './ipc.ts'
import type { LexiconFile } from './lexicon-file.ts'
import { storageHandlers } from './storage-handlers.ts'
import type { Storage } from './storage.ts'
import type { Windows } from './windows.ts'
import { pdfOf } from './print.ts'

/** Suggested by the dialog; what a file is its content tells. */
const READOUT_FILES = 'txt md markdown text html htm xhtml mhtml mht pdf docx odt rtf eml'.split(' ')
const LEXICONS = { name: 'Lexicons', extension: 'json' }

/** The app's answer to each call of the contract. */
export const handlersFor = (
  windows: Windows,
  storage: Storage,
  lexicon: LexiconFile,
  onRecentChanged: () => void
): Handlers => ({
  ...storageHandlers(windows, storage, onRecentChanged),

  openReadouts: async (from) => {
    const paths = await chooseFiles(from, {
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

  openLexicon: async (from) => {
    const [path] = await chooseFiles(from, {
      title: 'Read a lexicon',
      properties: ['openFile'],
      filters: [{ name: LEXICONS.name, extensions: [LEXICONS.extension] }]
    })
    return path === undefined ? null : readChosenFile(path)
  },

  openCodebook: async (from) => {
    const [path] = await chooseFiles(from, {
      title: 'Import a codebook',
      properties: ['openFile'],
      filters: [{ name: 'Codebooks', extensions: ['csv', 'qdc'] }]
    })
    return path === undefined ? null : readChosenFile(path)
  },

  copyText: async (text) => {
    await clipboard.writeText(text)
    return null
  },

  loadPreferences: async () => (await storage.settings.get()).preferences,

  changePreferences: async (changes) => {
    if (changes.appearance) nativeTheme.themeSource = changes.appearance
    return storage.settings.changePreferences(changes)
  },

  saveLexiconCopy: async (json, from) => {
    const path = await chooseSavePlace(from, {
      title: 'Save a copy of the lexicon',
      name: 'parallax-lexicon',
      kind: LEXICONS
    })
    if (path !== null) await writeAtomic(path, json)
    return path !== null
  },

  printReport: async (html) => new Uint8Array(await pdfOf(html))
})
