import type { MenuCommand } from '../../electron/contract/channels.ts'
import { isField } from '../lib/keys.ts'
import { panelSaid, whereSaid } from '../lib/where.ts'
import type { Action } from './actions.ts'
import type { Workspace } from './workspace.svelte.ts'

type Entry = Omit<Action, 'id'>

/** In a text field its own typing is undone, elsewhere what was done to the comparison. */
const inField = (command: 'undo' | 'redo'): boolean => {
  const { activeElement } = document
  if (!isField(activeElement)) return false
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- a page has no other way to the field's own history
  document.execCommand(command)
  return true
}

/** One for each command of the application menu; a missing one does not compile. */
export const menuActions = (workspace: Workspace): Record<MenuCommand, Entry> => {
  const { dialogs, reading, editing, project } = workspace
  const isPossible = (): boolean => workspace.indexed !== null
  const view = (name: 'texts' | 'topics' | 'findings', title: string, key: string): Entry => ({
    name: title,
    section: 'View',
    keys: [key],
    menuKeys: `Ctrl/Cmd ${key}`,
    isPossible,
    run: () => {
      reading.show(name)
    }
  })
  /** To the next or the one before, with a word of which that is. */
  const go = (by: 1 | -1): void => {
    const said = whereSaid(workspace.indexed, reading, reading.step(by))
    if (said !== null) workspace.status.announce(said)
  }
  const file = (name: string, run: () => void, menuKeys?: string): Entry => ({
    name,
    section: 'File',
    run,
    ...(menuKeys === undefined ? {} : { menuKeys })
  })
  return {
    next: {
      name: 'Next passage or finding',
      section: 'Go',
      keys: ['j'],
      menuKeys: 'Ctrl/Cmd ↓',
      isPossible,
      run: () => {
        go(1)
      }
    },
    previous: {
      name: 'Previous passage or finding',
      section: 'Go',
      keys: ['k'],
      menuKeys: 'Ctrl/Cmd ↑',
      isPossible,
      run: () => {
        go(-1)
      }
    },
    find: {
      name: 'Find in both texts',
      section: 'Go',
      menuKeys: 'Ctrl/Cmd F',
      isPossible,
      run: () => {
        dialogs.open('find', true)
      }
    },
    palette: {
      name: 'Any command…',
      section: 'Go',
      menuKeys: 'Ctrl/Cmd K',
      run: () => {
        dialogs.open('palette', true)
      }
    },
    'view-texts': view('texts', 'Texts', '1'),
    'view-topics': view('topics', 'Topics', '2'),
    'view-findings': view('findings', 'Findings', '3'),
    swap: {
      name: 'Swap the sides',
      section: 'View',
      keys: ['s'],
      isPossible,
      run: () => void workspace.comparing.swap()
    },
    undo: {
      name: 'Undo',
      section: 'Correct',
      menuKeys: 'Ctrl/Cmd Z',
      run: () => {
        if (!inField('undo')) editing.undo()
      }
    },
    redo: {
      name: 'Redo',
      section: 'Correct',
      menuKeys: 'Ctrl Y, Cmd Shift Z',
      run: () => {
        if (!inField('redo')) editing.redo()
      }
    },
    history: {
      name: 'History of changes',
      section: 'Correct',
      keys: ['h'],
      menuKeys: 'Ctrl/Cmd Shift H',
      isPossible,
      run: () => {
        workspace.panel.toggleTab('history')
        workspace.status.announce(panelSaid(workspace.panel.shown))
      }
    },
    new: file(
      'New meeting in this project',
      () => {
        workspace.comparing.clear()
      },
      'Ctrl/Cmd N'
    ),
    'new-project': file('New project', () => void workspace.newProject()),
    open: file('Open readouts…', () => void workspace.intake.open(), 'Ctrl/Cmd O'),
    paste: file(
      'Paste a readout…',
      () => {
        dialogs.open('paste', 'any')
      },
      'Ctrl/Cmd Shift V'
    ),
    sample: file('Open the sample', () => void workspace.comparing.openSample()),
    'open-project': file('Open a project…', () => void project.openChosen(), 'Ctrl/Cmd Shift O'),
    save: {
      ...file('Save the project', () => void project.save(), 'Ctrl/Cmd S'),
      isPossible: () => project.hasContent
    },
    'save-as': {
      ...file('Save the project as…', () => void project.saveAs(), 'Ctrl/Cmd Shift S'),
      isPossible: () => project.hasContent
    },
    'earlier-copies': {
      ...file('Earlier copies of this project’s file…', () => void project.offerCopies()),
      isPossible: () => project.file !== null
    },
    'save-and-close': {
      ...file('Save and close the window', () => void project.saveAndClose()),
      isPossible: () => project.hasContent
    },
    export: {
      ...file(
        'Export a report…',
        () => {
          dialogs.open('export', true)
        },
        'Ctrl/Cmd E'
      ),
      isPossible
    },
    lexicon: file(
      'Lexicon…',
      () => {
        dialogs.open('lexicon', true)
      },
      'Ctrl/Cmd L'
    ),
    settings: file(
      'Settings…',
      () => {
        dialogs.open('settings', true)
      },
      'Ctrl/Cmd ,'
    ),
    tour: {
      name: 'Tour in three steps',
      section: 'Help',
      run: () => void workspace.takeTour()
    },
    guide: {
      name: 'Guide, with pictures',
      section: 'Help',
      run: () => {
        dialogs.open('guide', true)
      }
    },
    shortcuts: {
      name: 'Keyboard shortcuts',
      section: 'Help',
      keys: ['?'],
      menuKeys: 'F1',
      run: () => {
        dialogs.toggle('shortcuts')
      }
    }
  }
}
