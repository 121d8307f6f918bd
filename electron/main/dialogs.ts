import { access } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import type { Caller } from './ipc.ts'

/** The system's dialogs, each belonging to the window that asked for it. */

export const chooseFiles = async (from: Caller, options: OpenDialogOptions): Promise<string[]> => {
  const window = BrowserWindow.fromWebContents(from)
  const chosen = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  return chosen.filePaths
}

const choosePlace = async (from: Caller, options: SaveDialogOptions): Promise<string | null> => {
  const window = BrowserWindow.fromWebContents(from)
  const { filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options))
  return filePath || null
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false
  )

const mayReplace = async (from: Caller, path: string): Promise<boolean> => {
  const window = BrowserWindow.fromWebContents(from)
  const question = {
    type: 'question' as const,
    message: `“${basename(path)}” already exists. Replace it?`,
    buttons: ['Replace', 'Cancel'],
    defaultId: 1,
    cancelId: 1
  }
  const { response } = await (window
    ? dialog.showMessageBox(window, question)
    : dialog.showMessageBox(question))
  return response === 0
}

/** What no system has in a name, and what would lead elsewhere. */
const NOT_IN_NAMES = /[\p{Cc}\s\\/:*?"<>|]+/gu
const HIDING = /^[.\s]+/u
const LONGEST_NAME = 100

/** A name of the page's as the name of a file. */
export const safeName = (name: string): string =>
  name.replace(NOT_IN_NAMES, ' ').replace(HIDING, '').slice(0, LONGEST_NAME).trim() || 'Untitled'

const endsIn = (name: string, extension: string): boolean => name.toLowerCase().endsWith(`.${extension}`)

const withoutEnding = (name: string, extension: string): string =>
  endsIn(name, extension) ? name.slice(0, -extension.length - 1) : name

interface Place {
  title: string
  /** Suggested, with its ending or without. */
  name: string
  /** Suggested; the system's own choice where absent. */
  folder?: string | undefined
  kind: { name: string; extension: string }
}

/**
 * A place to save to, always with the ending of its kind. The dialog asks before a file is replaced, except where the
 * ending was added afterwards, as on Linux.
 */
export const chooseSavePlace = async (
  from: Caller,
  { title, name, folder, kind: { name: kind, extension } }: Place
): Promise<string | null> => {
  const suggested = `${safeName(withoutEnding(name, extension))}.${extension}`
  const chosen = await choosePlace(from, {
    title,
    defaultPath: folder === undefined ? suggested : join(folder, suggested),
    filters: [{ name: kind, extensions: [extension] }]
  })
  if (chosen === null || endsIn(chosen, extension)) return chosen
  const path = join(dirname(chosen), `${basename(chosen)}.${extension}`)
  return (await exists(path)) && !(await mayReplace(from, path)) ? null : path
}
