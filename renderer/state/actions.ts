import { menuActions } from './menu-actions.ts'
import { pageActions } from './page-actions.ts'
import { panelActions } from './panel-actions.ts'
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

const KEY_NAMES: Record<string, string> = { Escape: 'Esc' }
export const keyNames = ({ keys = [], menuKeys }: Action): string[] => [
  ...keys.map((key) => KEY_NAMES[key] ?? key),
  ...(menuKeys === undefined ? [] : [menuKeys])
]

export const actionsOf = (workspace: Workspace): Action[] => [
  ...Object.entries(menuActions(workspace)).map(([id, action]) => ({ id, ...action })),
  ...pageActions(workspace),
  ...panelActions(workspace)
]
