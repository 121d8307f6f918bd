import { MOST_PROJECT_BYTES } from '../contract/limits.ts'
import type { StorageProblem } from '../contract/storage.ts'
import { codeOf } from './disk.ts'

type Code = StorageProblem['code']

const CODES: Record<string, Code> = {
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EBUSY: 'locked',
  ETXTBSY: 'locked'
}

const BYTES_PER_MB = 1_000_000

/** What to do about a file that cannot be written; “Save as” is always there, and so is the draft. */
const WRITING: Record<Code, (name: string) => string> = {
  'read-only': (name) => `“${name}” may only be read. Save under another name or in another folder.`,
  'disk-full': (name) =>
    `The disk is full: “${name}” was not saved, and the file is as it was before. Make room and save again, or save to another disk.`,
  'changed-on-disk': (name) =>
    `“${name}” was changed by another program since it was opened here. Save under another name to keep both, or save over it.`,
  'no-permission': (name) =>
    `This account may not write “${name}” or its folder. Save under another name in another folder.`,
  gone: (name) =>
    `“${name}” or its folder is no longer there. Save again to put it back, or save it elsewhere.`,
  locked: (name) => `“${name}” is in use by another program. Close it there and save again.`,
  'too-large': (name) =>
    `“${name}” would have more than ${MOST_PROJECT_BYTES / BYTES_PER_MB} MB, and could not be opened again. Move some of its comparisons to another project.`,
  failed: (name) => `“${name}” could not be saved. Save under another name or in another folder.`
}

const READING: Record<Code, (name: string) => string> = {
  'read-only': (name) => `“${name}” may only be read.`,
  'disk-full': (name) => `“${name}” could not be read: the disk is full.`,
  'changed-on-disk': (name) => `“${name}” was changed while it was read. Open it again.`,
  'no-permission': (name) => `This account may not read “${name}”.`,
  gone: (name) => `“${name}” is no longer there. Look for it under another name or in another folder.`,
  locked: (name) => `“${name}” is in use by another program. Close it there and open it again.`,
  'too-large': (name) =>
    `“${name}” has more than ${MOST_PROJECT_BYTES / BYTES_PER_MB} MB, which no project has. Check that it is the right file.`,
  failed: (name) => `“${name}” could not be read.`
}

const about =
  (says: Record<Code, (name: string) => string>) =>
  (code: Code, name: string): StorageProblem => ({ code, message: says[code](name) })

/** @param name the file, as the user knows it */
export const writingProblem = about(WRITING)
export const readingProblem = about(READING)

const fromError =
  (problem: typeof writingProblem) =>
  (error: unknown, name: string): StorageProblem => {
    const code = codeOf(error)
    const { code: ours, message } = problem(CODES[code] ?? 'failed', name)
    const detail = code || (error instanceof Error ? error.message : String(error))
    return { code: ours, message: ours === 'failed' ? `${message} (${detail})` : message }
  }

/** What a failed step of writing means to the user. */
export const writingFailed = fromError(writingProblem)
export const readingFailed = fromError(readingProblem)
