/**
 * The names of what may cross between window and app. They stand apart from their schemas (api.ts) so that the
 * bridge, which runs before every page, carries names and no validation library.
 */

export const CALLS = [
  'launch',
  'openReadouts',
  'loadLexicon',
  'storeLexicon',
  'openLexicon',
  'saveLexiconCopy',
  'openCodebook',
  'copyText',
  'openProject',
  'openRecent',
  'openDropped',
  'reloadProject',
  'readProject',
  'recentProjects',
  'clearRecent',
  'saveProject',
  'saveProjectAs',
  'releaseProject',
  'protectProject',
  'keptCopies',
  'readCopy',
  'storeDraft',
  'storeDraftPart',
  'dropDraft',
  'drafts',
  'takeDraft',
  'setEdited',
  'closeNow',
  'newWindow',
  'exportFile',
  'printReport'
] as const
export type Call = (typeof CALLS)[number]

const MENU_COMMANDS = [
  'new',
  'open',
  'open-project',
  'save',
  'save-as',
  'earlier-copies',
  'export',
  'paste',
  'sample',
  'undo',
  'redo',
  'find',
  'swap',
  'view-texts',
  'view-topics',
  'view-findings',
  'palette',
  'history',
  'lexicon',
  'next',
  'previous',
  'guide',
  'shortcuts',
  /** Not in the menu: the user closes the window and wants its work saved. Answered by the call `closeNow`. */
  'save-and-close'
] as const
export type MenuCommand = (typeof MENU_COMMANDS)[number]

export const isMenuCommand = (value: unknown): value is MenuCommand =>
  MENU_COMMANDS.some((command) => command === value)

/** Channel of a call; the prefix keeps ours apart from Electron's own. */
export const callChannel = (call: Call): string => `parallax:${call}`

export const COMMAND_CHANNEL = 'parallax:command'
/** A file that the window holds was changed by another program. */
export const CHANGED_CHANNEL = 'parallax:changed-file'
/** A project for the window to show: the user opened it in the file manager or the menu. */
export const PROJECT_CHANNEL = 'parallax:project'
