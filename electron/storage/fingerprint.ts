import { createHash } from 'node:crypto'
import type { Disk } from './disk.ts'

/** What a file is told by. The hash decides; size and time only spare reading a file that has not been touched. */
export interface Fingerprint {
  size: number
  mtimeMs: number
  sha256: string
}

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

const ATTEMPTS = 3

export interface Printed {
  content: Uint8Array
  print: Fingerprint
}

/**
 * A file's content with its fingerprint, of one moment: where it is written to while it is read, it is read again.
 *
 * @param most larger ones are not read
 * @throws the system's error
 */
export const readWithPrint = async (
  path: string,
  disk: Disk,
  most = Infinity
): Promise<Printed | 'too-large' | 'changing'> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await disk.stat(path)
    if (before.size > most) return 'too-large'
    const content = await disk.readFile(path)
    const { size, mtimeMs } = await disk.stat(path)
    if (size === content.byteLength && mtimeMs === before.mtimeMs)
      return { content, print: { size, mtimeMs, sha256: sha256(content) } }
  }
  return 'changing'
}
