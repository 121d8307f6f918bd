import { access, mkdir, open, readdir, readFile, realpath, rename, stat, unlink } from 'node:fs/promises'

/** A file open for writing, as far as storage needs one. */
export interface DiskFile {
  writeFile: (data: Uint8Array) => Promise<void>
  chmod: (mode: number) => Promise<void>
  chown: (user: number, group: number) => Promise<void>
  sync: () => Promise<void>
  close: () => Promise<void>
}

export interface DiskStat {
  size: number
  mode: number
  uid: number
  gid: number
  mtimeMs: number
  /** The file itself, whatever its names, and how many it has. */
  dev: number
  ino: number
  nlink: number
}

/**
 * The file system as far as storage needs it. It is handed in, so that tests can let each step fail or the process
 * end at it.
 */
export interface Disk {
  open: (path: string, flags: string, mode?: number) => Promise<DiskFile>
  rename: (from: string, to: string) => Promise<void>
  unlink: (path: string) => Promise<void>
  readFile: (path: string) => Promise<Uint8Array>
  readdir: (path: string) => Promise<string[]>
  mkdir: (path: string) => Promise<void>
  stat: (path: string) => Promise<DiskStat>
  /** The one name of a file that may have several. */
  realpath: (path: string) => Promise<string>
  access: (path: string, mode: number) => Promise<void>
}

export const realDisk: Disk = {
  open,
  rename,
  unlink,
  readFile: (path) => readFile(path),
  readdir: (path) => readdir(path),
  mkdir: async (path) => {
    await mkdir(path, { recursive: true })
  },
  stat: (path) => stat(path),
  realpath: (path) => realpath(path),
  access
}

/** Code of a system error (`ENOENT`, ...); empty for others. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''
