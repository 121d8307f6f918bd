import { constants } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { MOST_PROJECT_BYTES } from '../contract/limits.ts'
import type { StorageProblem } from '../contract/storage.ts'
import { codeOf, type Disk } from './disk.ts'
import { readWithPrint, type Fingerprint, type Printed } from './fingerprint.ts'
import { readingFailed, readingProblem, writingFailed, writingProblem } from './problems.ts'

const ANYONE_MAY_WRITE = 0o222
/** Windows has no such bits; there `access` tells of the mark. */
const HAS_WRITE_BITS = process.platform !== 'win32'

export type Read =
  { ok: true; text: string; content: Uint8Array; print: Fingerprint } | { ok: false; problem: StorageProblem }

/** The one path of a file, through links; of one that is not there yet, in its folder. */
export const realPath = async (path: string, disk: Disk): Promise<string> => {
  try {
    return await disk.realpath(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    return join(await disk.realpath(dirname(path)), basename(path))
  }
}

/**
 * What a file with several names is told by, whichever it was opened under; null for one with a single name, whose path
 * is enough.
 */
export const linkedFile = async (path: string, disk: Disk): Promise<string | null> => {
  const { dev, ino, nlink } = await disk.stat(path)
  return nlink > 1 ? `${dev}:${ino}` : null
}

/** A project file's text, which is looked at by the window alone. Never throws. */
export const readProjectFile = async (path: string, disk: Disk): Promise<Read> => {
  const name = basename(path)
  try {
    const read = await readWithPrint(path, disk, MOST_PROJECT_BYTES)
    if (read === 'too-large') return { ok: false, problem: readingProblem('too-large', name) }
    if (read === 'changing') return { ok: false, problem: readingProblem('changed-on-disk', name) }
    return { ok: true, text: new TextDecoder().decode(read.content), ...read }
  } catch (error) {
    return { ok: false, problem: readingFailed(error, name) }
  }
}

/**
 * What stands at a path before something takes its place.
 *
 * @returns null where nothing does
 * @throws the system's error
 */
export const present = async (path: string, disk: Disk): Promise<Printed | 'changing' | null> => {
  try {
    const read = await readWithPrint(path, disk)
    return read === 'too-large' ? 'changing' : read
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Why a file cannot be saved to, as far as can be told without trying; null where it can. */
export const readOnlyReason = async (path: string, disk: Disk): Promise<StorageProblem | null> => {
  const name = basename(path)
  try {
    // An administrator may write anything; that the file was marked is heeded nevertheless.
    const { mode } = await disk.stat(path)
    if (HAS_WRITE_BITS && (mode & ANYONE_MAY_WRITE) === 0) return writingProblem('read-only', name)
    await disk.access(path, constants.W_OK)
    await disk.access(dirname(path), constants.W_OK)
    return null
  } catch (error) {
    return writingFailed(error, name)
  }
}
