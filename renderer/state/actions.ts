import type { MenuCommand } from '../../electron/contract/channels.ts'
import { isField } from '../lib/keys.ts'
import type { Workspace } from './workspace.svelte.ts'

/**
 * All that the reader can ask for, in one list: the keyboard, the application menu, the command palette and the list of
 * shortcuts are made of it, so that none of them can know something that the others do not.
 */

export const ACTION_SECTIONS = ['Go', 'View', 'Correct', 'Annotate', 'File', 'Help'] as const
export type ActionSection = (typeof ACTION_SECTIONS)[number]

export interface Action {
  /** That of its menu command, where it has one. */
  id: string
  name: string
  section: ActionSection
  /** Keys without Ctrl or Cmd, as KeyboardEvent names them. */
  keys?: readonly string[]
  /** The keys that the application menu listens to; shown only. */
  menuKeys?: string
  /** Whether it makes sense now; absent where it always does. */
  isPossible?: () => boolean
  run: () => void
}

const KEY_NAMES: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' }
export const keyNames = ({ keys = [], menuKeys }: Action): string[] => [
  ...keys.map((key) => KEY_NAMES[key] ?? key),
  ...(menuKeys === undefined ? [] : [menuKeys])
]

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
const menuActions = (workspace: Workspace): Record<MenuCommand, Entry> => {
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
      keys: ['j', 'ArrowDown'],
      menuKeys: 'Ctrl/Cmd ↓',
      isPossible,
      run: () => {
        reading.step(1)
      }
    },
    previous: {
      name: 'Previous passage or finding',
      section: 'Go',
      keys: ['k', 'ArrowUp'],
      menuKeys: 'Ctrl/Cmd ↑',
      isPossible,
      run: () => {
        reading.step(-1)
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
      run: () => void workspace.swap()
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
        dialogs.toggle('history')
      }
    },
    new: file(
      'New comparison',
      () => {
        workspace.clear()
      },
      'Ctrl/Cmd N'
    ),
    open: file('Open readouts…', () => void workspace.intake.open(), 'Ctrl/Cmd O'),
    paste: file(
      'Paste a readout…',
      () => {
        dialogs.open('paste', 'any')
      },
      'Ctrl/Cmd Shift V'
    ),
    sample: file('Open the sample', () => void workspace.openSample()),
    'open-project': file('Open a project…', () => void project.openChosen(), 'Ctrl/Cmd Shift O'),
    save: {
      ...file('Save the project', () => void project.save(), 'Ctrl/Cmd S'),
      isPossible: () => project.hasContent
    },
    'save-as': {
      ...file('Save the project as…', () => void project.saveAs(), 'Ctrl/Cmd Shift S'),
      isPossible: () => project.hasContent
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

/** Actions that no menu has. */
const pageActions = (workspace: Workspace): Action[] => {
  const { dialogs, reading, editing, linking } = workspace
  const hasComparison = (): boolean => workspace.indexed !== null
  /** The sentence that has the focus, else the selected one. */
  const sentence = (): string | null =>
    document.activeElement?.closest<HTMLElement>('[data-sentence]')?.dataset['sentence'] ?? reading.sentence
  const hasSelection = (): boolean =>
    reading.selected !== null || reading.sentence !== null || reading.finding !== null
  return [
    {
      id: 'clear-selection',
      name: 'Select nothing',
      section: 'Go',
      keys: ['Escape'],
      isPossible: hasComparison,
      run: () => {
        if (linking.from !== null) linking.cancel()
        else reading.select(null)
      }
    },
    {
      id: 'scroll-together',
      name: 'Scroll the texts together or apart',
      section: 'View',
      keys: ['p'],
      isPossible: hasComparison,
      run: () => {
        reading.toggleLinked()
      }
    },
    {
      id: 'link',
      name: 'Link this sentence with one of the other side',
      section: 'Correct',
      keys: ['l'],
      isPossible: () => sentence() !== null,
      run: () => {
        const from = sentence()
        if (from !== null) linking.start(from)
      }
    },
    {
      id: 'unlink',
      name: 'Take the sentence out of its passage, or part the passage',
      section: 'Correct',
      keys: ['u'],
      isPossible: () => reading.selected !== null,
      run: () => {
        workspace.unlink()
      }
    },
    {
      id: 'accept',
      name: 'Accept the finding',
      section: 'Correct',
      keys: ['Enter'],
      isPossible: () => reading.finding !== null,
      run: () => {
        if (reading.finding !== null) workspace.judge(reading.finding, 'accepted')
      }
    },
    {
      id: 'dismiss',
      name: 'Dismiss the finding',
      section: 'Correct',
      keys: ['x'],
      isPossible: () => reading.finding !== null,
      run: () => {
        if (reading.finding !== null) workspace.judge(reading.finding, 'dismissed')
      }
    },
    {
      id: 'verify',
      name: 'Mark the passage as verified',
      section: 'Correct',
      keys: ['v'],
      isPossible: () => reading.selected !== null,
      run: () => {
        const group = reading.selected
        if (group !== null) editing.do({ do: 'verify', group, verified: !editing.isVerified(group) })
      }
    },
    {
      id: 'own-finding',
      name: 'Make a finding of your own on this sentence',
      section: 'Correct',
      keys: ['f'],
      isPossible: () => sentence() !== null,
      run: () => {
        const id = sentence()
        if (id !== null) workspace.ownFindingOn(id)
      }
    },
    {
      id: 'compare-again',
      name: 'Compare again, with today’s engine and lexicon',
      section: 'Correct',
      isPossible: hasComparison,
      run: () => void workspace.compareAgain()
    },
    {
      id: 'note',
      name: 'Write a note on what is selected',
      section: 'Annotate',
      keys: ['n'],
      isPossible: hasSelection,
      run: () => {
        document.querySelector<HTMLElement>('aside.panel textarea[data-note]')?.focus()
      }
    },
    {
      id: 'note-on-whole',
      name: 'Write a note on the whole comparison',
      section: 'Annotate',
      isPossible: hasComparison,
      run: () => {
        dialogs.open('about', true)
      }
    },
    {
      id: 'copy',
      name: 'Copy what is selected, with its citation',
      section: 'Annotate',
      keys: ['c'],
      isPossible: hasSelection,
      run: () => void workspace.output.copySelected()
    },
    {
      id: 'codebook',
      name: 'Codebook: tags of your own…',
      section: 'Annotate',
      run: () => {
        dialogs.open('codebook', true)
      }
    },
    {
      id: 'coder',
      name: 'Compare with a second coder’s file…',
      section: 'Annotate',
      isPossible: hasComparison,
      run: () => {
        dialogs.open('coder', true)
      }
    },
    {
      id: 'about',
      name: 'About this comparison: name, sources, note…',
      section: 'File',
      isPossible: hasComparison,
      run: () => {
        dialogs.open('about', true)
      }
    }
  ]
}

export const actionsOf = (workspace: Workspace): Action[] => [
  ...Object.entries(menuActions(workspace)).map(([id, action]) => ({ id, ...action })),
  ...pageActions(workspace)
]
