import * as v from 'valibot'

/**
 * All that the window and the app may ask of each other, with a schema for each payload.
 *
 * Both ends derive from this one list: the app's handlers (main/ipc.ts) must cover every call or they do not
 * compile, the bridge (preload) offers every call and nothing else, and what crosses is checked at run time on
 * the app's side, where trust ends. To add a call: add its name to channels.ts, its schemas here, and its handler
 * in main/handlers.ts; the compiler leads through the rest.
 */

import type { Call, MenuCommand } from './channels.ts'
import { MOST_COPIED, MOST_LEXICON_CHARACTERS, MOST_REPORT_CHARACTERS } from './limits.ts'
import {
  openedProject,
  orphanedDrafts,
  storageCalls,
  type ChangedFile,
  type OpenedProject
} from './storage.ts'

/** A file as read from disk, or why it could not be; never parsed outside the window's worker. */
const openedFile = v.union([
  v.strictObject({ name: v.string(), bytes: v.instance(Uint8Array) }),
  v.strictObject({ name: v.string(), problem: v.string() })
])
export type OpenedFile = v.InferOutput<typeof openedFile>

const launch = v.strictObject({
  /** Open the sample comparison at once. */
  sample: v.boolean(),
  /** Readouts named on the command line. */
  files: v.array(openedFile),
  /** The project that this window was opened for: by the command line, the file manager or the menu. */
  project: v.nullable(openedProject),
  /** Work of before that is nobody's. */
  drafts: orphanedDrafts,
  /** The window's process ended unexpectedly and this is a new one. */
  recovered: v.boolean()
})

const loadedLexicon = v.strictObject({
  /** Text of the reader's own lexicon; null where there is none. */
  json: v.nullable(v.string()),
  /** Why it could not be read. */
  problem: v.nullable(v.string())
})
export type LoadedLexicon = v.InferOutput<typeof loadedLexicon>
const lexiconText = v.pipe(v.string(), v.maxLength(MOST_LEXICON_CHARACTERS))

/** Arguments (as a tuple) and answer of each call. */
export const contract = {
  launch: { arguments: v.strictTuple([]), answer: launch },
  openReadouts: { arguments: v.strictTuple([]), answer: v.array(openedFile) },
  loadLexicon: { arguments: v.strictTuple([]), answer: loadedLexicon },
  /** The text, and whether what is on disk could not be used and is to be kept under another name. */
  storeLexicon: { arguments: v.strictTuple([lexiconText, v.boolean()]), answer: v.null() },
  /** A file that the user chooses; null where they choose none. */
  openLexicon: { arguments: v.strictTuple([]), answer: v.nullable(openedFile) },
  /** Whether the user chose a place. */
  saveLexiconCopy: { arguments: v.strictTuple([lexiconText]), answer: v.boolean() },
  /** A codebook that the user chooses; null where they choose none. */
  openCodebook: { arguments: v.strictTuple([]), answer: v.nullable(openedFile) },
  /** Puts words on the clipboard, which a page without permissions cannot. */
  copyText: { arguments: v.strictTuple([v.pipe(v.string(), v.maxLength(MOST_COPIED))]), answer: v.null() },
  /** The PDF of a report's page; `exportFile` writes it where the user chooses. */
  printReport: {
    arguments: v.strictTuple([v.pipe(v.string(), v.maxLength(MOST_REPORT_CHARACTERS))]),
    answer: v.instance(Uint8Array)
  },
  ...storageCalls
} satisfies Record<Call, { arguments: v.GenericSchema<unknown[]>; answer: v.GenericSchema }>

type Contract = typeof contract
export type CallArguments<C extends Call> = v.InferOutput<Contract[C]['arguments']>
export type CallAnswer<C extends Call> = v.InferOutput<Contract[C]['answer']>

/** What crosses back: errors travel as data, since Electron keeps only the message of a thrown one. */
export type Reply<C extends Call> =
  | { ok: true; value: CallAnswer<C> }
  | { ok: false; code: 'forbidden' | 'malformed' | 'busy' | 'failed'; message: string }

type Calls = { [C in Call]: (...args: CallArguments<C>) => Promise<CallAnswer<C>> }

/** The desktop as the window sees it, at `window.parallax`. */
export interface DesktopApi extends Omit<Calls, 'openDropped'> {
  /** Opens a project file that was dropped on the window. */
  openDropped: (file: File) => Promise<OpenedProject>
  /**
   * Hears the commands of the application menu.
   *
   * @returns a function that stops the listening
   */
  onCommand: (handler: (command: MenuCommand) => void) => () => void
  /** Hears that a file which this window holds was changed or taken away by another program. */
  onChangedFile: (handler: (file: ChangedFile) => void) => () => void
  /** Hears of a project to be shown in this window, which has nothing to lose. */
  onProject: (handler: (project: OpenedProject) => void) => () => void
}
