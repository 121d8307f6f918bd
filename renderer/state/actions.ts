import type { MenuCommand } from '../../electron/contract/channels.ts'
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

type MenuAction = Action & { id: MenuCommand }

const menuActions = (workspace: Workspace): MenuAction[] => {
  const { dialogs } = workspace
  const hasComparison = (): boolean => workspace.indexed !== null
  return [
    {
      id: 'next',
      name: 'Next passage or finding',
      section: 'Go',
      keys: ['j', 'ArrowDown'],
      menuKeys: 'Ctrl/Cmd ↓',
      isPossible: hasComparison,
      run: () => {
        workspace.reading.step(1)
      }
    },
    {
      id: 'previous',
      name: 'Previous passage or finding',
      section: 'Go',
      keys: ['k', 'ArrowUp'],
      menuKeys: 'Ctrl/Cmd ↑',
      isPossible: hasComparison,
      run: () => {
        workspace.reading.step(-1)
      }
    },
    {
      id: 'view-texts',
      name: 'Texts',
      section: 'View',
      keys: ['1'],
      isPossible: hasComparison,
      run: () => {
        workspace.reading.show('texts')
      }
    },
    {
      id: 'view-topics',
      name: 'Topics',
      section: 'View',
      keys: ['2'],
      isPossible: hasComparison,
      run: () => {
        workspace.reading.show('topics')
      }
    },
    {
      id: 'view-findings',
      name: 'Findings',
      section: 'View',
      keys: ['3'],
      isPossible: hasComparison,
      run: () => {
        workspace.reading.show('findings')
      }
    },
    {
      id: 'swap',
      name: 'Swap the sides',
      section: 'View',
      keys: ['s'],
      isPossible: hasComparison,
      run: () => void workspace.swap()
    },
    {
      id: 'new',
      name: 'New comparison',
      section: 'File',
      menuKeys: 'Ctrl/Cmd N',
      run: () => {
        workspace.clear()
      }
    },
    {
      id: 'open',
      name: 'Open readouts…',
      section: 'File',
      menuKeys: 'Ctrl/Cmd O',
      run: () => void workspace.open()
    },
    {
      id: 'paste',
      name: 'Paste a readout…',
      section: 'File',
      menuKeys: 'Ctrl/Cmd Shift V',
      run: () => {
        dialogs.open('paste', 'any')
      }
    },
    { id: 'sample', name: 'Open the sample', section: 'File', run: () => void workspace.openSample() },
    {
      id: 'lexicon',
      name: 'Lexicon…',
      section: 'File',
      menuKeys: 'Ctrl/Cmd L',
      run: () => {
        dialogs.open('lexicon', true)
      }
    },
    {
      id: 'shortcuts',
      name: 'Keyboard shortcuts',
      section: 'Help',
      keys: ['?'],
      menuKeys: 'F1',
      run: () => {
        dialogs.toggle('shortcuts')
      }
    }
  ]
}

/** Actions that no menu has. */
const pageActions = (workspace: Workspace): Action[] => [
  {
    id: 'clear-selection',
    name: 'Select nothing',
    section: 'Go',
    keys: ['Escape'],
    isPossible: () => workspace.indexed !== null,
    run: () => {
      workspace.reading.select(null)
    }
  },
  {
    id: 'scroll-together',
    name: 'Scroll the texts together or apart',
    section: 'View',
    keys: ['p'],
    isPossible: () => workspace.indexed !== null,
    run: () => {
      workspace.reading.toggleLinked()
    }
  }
]

export const actionsOf = (workspace: Workspace): Action[] => [
  ...menuActions(workspace),
  ...pageActions(workspace)
]
