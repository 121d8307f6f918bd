import type { MenuCommand } from '../../electron/contract/channels.ts'
import type { Workspace } from './workspace.svelte.ts'

const nothingYet = (): void => undefined

/** What each command of the application menu does. */
export const commandsOf = (workspace: Workspace): Record<MenuCommand, () => void> => ({
  new: () => {
    workspace.clear()
  },
  open: () => void workspace.open(),
  paste: () => {
    workspace.openPaste('any')
  },
  sample: () => void workspace.openSample(),
  swap: () => void workspace.swap(),
  'view-texts': () => {
    workspace.show('texts')
  },
  'view-topics': () => {
    workspace.show('topics')
  },
  'view-findings': () => {
    workspace.show('findings')
  },
  lexicon: () => {
    workspace.openLexicon()
  },
  next: () => {
    workspace.step(1)
  },
  previous: () => {
    workspace.step(-1)
  },
  shortcuts: () => {
    workspace.toggleShortcuts()
  },
  'open-project': nothingYet,
  save: nothingYet,
  'save-as': nothingYet,
  export: nothingYet,
  undo: nothingYet,
  redo: nothingYet,
  find: nothingYet,
  palette: nothingYet,
  history: nothingYet,
  'save-and-close': nothingYet
})
