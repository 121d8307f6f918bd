import type { MenuCommand } from '../../electron/contract/channels.ts'
import { isField } from '../lib/keys.ts'
import { panelSaid, whereSaid } from '../lib/where.ts'
import type { Action } from './actions.ts'
import type { Workspace } from './workspace.svelte.ts'
import { words } from '../words/words.ts'

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
  const say = words.actions
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
      name: say.next,
      section: 'Go',
      keys: ['j'],
      menuKeys: 'Ctrl/Cmd ↓',
      isPossible,
      run: () => {
        go(1)
      }
    },
    previous: {
      name: say.previous,
      section: 'Go',
      keys: ['k'],
      menuKeys: 'Ctrl/Cmd ↑',
      isPossible,
      run: () => {
        go(-1)
      }
    },
    find: {
      name: say.find,
      section: 'Go',
      menuKeys: 'Ctrl/Cmd F',
      isPossible,
      run: () => {
        dialogs.open('find', true)
      }
    },
    palette: {
      name: say.palette,
      section: 'Go',
      menuKeys: 'Ctrl/Cmd K',
      run: () => {
        dialogs.open('palette', true)
      }
    },
    'view-texts': view('texts', words.shell.texts, '1'),
    'view-topics': view('topics', words.shell.topics, '2'),
    'view-findings': view('findings', words.shell.findingsView, '3'),
    swap: {
      name: say.swap,
      section: 'View',
      keys: ['s'],
      isPossible,
      run: () => void workspace.comparing.swap()
    },
    undo: {
      name: say.undo,
      section: 'Correct',
      menuKeys: 'Ctrl/Cmd Z',
      run: () => {
        if (!inField('undo')) editing.undo()
      }
    },
    redo: {
      name: say.redo,
      section: 'Correct',
      menuKeys: 'Ctrl Y, Cmd Shift Z',
      run: () => {
        if (!inField('redo')) editing.redo()
      }
    },
    history: {
      name: say.history,
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
      say.new,
      () => {
        workspace.comparing.clear()
      },
      'Ctrl/Cmd N'
    ),
    'new-project': file(say['new-project'], () => void workspace.newProject()),
    open: file(say.open, () => void workspace.intake.open(), 'Ctrl/Cmd O'),
    paste: file(
      say.paste,
      () => {
        dialogs.open('paste', 'any')
      },
      'Ctrl/Cmd Shift V'
    ),
    sample: file(say.sample, () => void workspace.comparing.openSample()),
    'open-project': file(say['open-project'], () => void project.openChosen(), 'Ctrl/Cmd Shift O'),
    save: {
      ...file(say.save, () => void project.save(), 'Ctrl/Cmd S'),
      isPossible: () => project.hasContent
    },
    'save-as': {
      ...file(say['save-as'], () => void project.saveAs(), 'Ctrl/Cmd Shift S'),
      isPossible: () => project.hasContent
    },
    'earlier-copies': {
      ...file(say['earlier-copies'], () => void project.offerCopies()),
      isPossible: () => project.file !== null
    },
    'save-and-close': {
      ...file(say['save-and-close'], () => void project.saveAndClose()),
      isPossible: () => project.hasContent
    },
    export: {
      ...file(
        say.export,
        () => {
          dialogs.open('export', true)
        },
        'Ctrl/Cmd E'
      ),
      isPossible
    },
    lexicon: file(
      say.lexicon,
      () => {
        dialogs.open('lexicon', true)
      },
      'Ctrl/Cmd L'
    ),
    settings: file(
      say.settings,
      () => {
        dialogs.open('settings', true)
      },
      'Ctrl/Cmd ,'
    ),
    tour: {
      name: say.tour,
      section: 'Help',
      run: () => void workspace.takeTour()
    },
    guide: {
      name: say.guide,
      section: 'Help',
      run: () => {
        dialogs.open('guide', true)
      }
    },
    shortcuts: {
      name: say.shortcuts,
      section: 'Help',
      keys: ['?'],
      menuKeys: 'F1',
      run: () => {
        dialogs.toggle('shortcuts')
      }
    }
  }
}
