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
  'printReport'
] as const
export type Call = (typeof CALLS)[number]

const MENU_COMMANDS = [
  'new',
  'open',
  'paste',
  'sample',
  'swap',
  'view-texts',
  'view-topics',
  'view-findings',
  'lexicon',
  'next',
  'previous',
  'shortcuts'
] as const
export type MenuCommand = (typeof MENU_COMMANDS)[number]

export const isMenuCommand = (value: unknown): value is MenuCommand =>
  MENU_COMMANDS.some((command) => command === value)

/** Channel of a call; the prefix keeps ours apart from Electron's own. */
export const callChannel = (call: Call): string => `parallax:${call}`

export const COMMAND_CHANNEL = 'parallax:command'
