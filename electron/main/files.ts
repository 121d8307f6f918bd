import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { MAX_INPUT_BYTES, tooLarge } from '../../engine/ingest/limits.ts'
import type { OpenedFile } from '../contract/api.ts'

/** What the system's error codes mean to a reader. */
const REASONS: Record<string, string> = {
  ENOENT: 'There is no file of this name any more.',
  EACCES: 'This account may not read the file.',
  EPERM: 'This account may not read the file.',
  EISDIR: 'This is a folder. Open the text files in it instead.'
}

const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? `The file could not be read (${code || String(error)}).`
}

/**
 * Reads a file that the user chose, whole and unparsed.
 *
 * @param path absolute path
 * @returns its bytes, or in `problem` what is wrong and what to do; never throws
 */
export const readChosenFile = async (path: string): Promise<OpenedFile> => {
  const name = basename(path)
  try {
    const handle = await open(path, 'r')
    try {
      const { size } = await handle.stat()
      if (size > MAX_INPUT_BYTES) return { name, problem: tooLarge(name, size).message }
      return { name, bytes: new Uint8Array(await handle.readFile()) }
    } finally {
      await handle.close()
    }
  } catch (error) {
    return { name, problem: reasonOf(error) }
  }
}
