import { createHash, randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { codeOf, realDisk, type Disk, type DiskFile } from './disk.ts'

/**
 * Writing a file whole or not at all, whatever happens meanwhile.
 *
 * The new content is written beside the file, made durable, and takes its place by a rename, which a file system does
 * at once or not at all; then the folder is made durable, without which a power cut could bring the old file back.
 */

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8)
const HOST = short(hostname())
const PERMISSIONS = 0o777
/** What systems answer where a folder cannot be opened or made durable: nothing is to be done about it there. */
const NO_FOLDER_SYNC = new Set(['EISDIR', 'EINVAL', 'EPERM', 'EACCES', 'ENOTSUP', 'EBADF'])

/** Its name tells which process of which machine made it, so that one left behind can be told from one in use. */
const temporaryName = (): string => `.parallax-${HOST}-${process.pid}-${randomBytes(4).toString('hex')}.tmp`
const TEMPORARY = /^\.parallax-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}\.tmp$/u

const syncFolder = async (folder: string, disk: Disk): Promise<void> => {
  let handle: DiskFile
  try {
    handle = await disk.open(folder, 'r')
  } catch (error) {
    if (NO_FOLDER_SYNC.has(codeOf(error))) return
    throw error
  }
  try {
    await handle.sync()
  } catch (error) {
    if (!NO_FOLDER_SYNC.has(codeOf(error))) throw error
  } finally {
    await handle.close()
  }
}

/** The new file gets the old one's permissions, and its owner where that is ours to give. */
const likeBefore = async (file: DiskFile, path: string, disk: Disk): Promise<void> => {
  try {
    const { mode, uid, gid } = await disk.stat(path)
    await file.chmod(mode & PERMISSIONS)
    await file.chown(uid, gid)
  } catch {
    // A new file, or one of a file system or an owner that has it otherwise: the content matters more.
  }
}

/**
 * @param path of a file or of none yet; not a link, which would be replaced by a file
 * @throws the system's error; the file is then as it was before
 */
export const writeAtomic = async (
  path: string,
  content: string | Uint8Array,
  disk: Disk = realDisk
): Promise<void> => {
  const temporary = join(dirname(path), temporaryName())
  const file = await disk.open(temporary, 'wx', 0o666)
  try {
    try {
      await file.writeFile(typeof content === 'string' ? Buffer.from(content) : content)
      await likeBefore(file, path, disk)
      await file.sync()
    } finally {
      await file.close()
    }
    await disk.rename(temporary, path)
  } catch (error) {
    await disk.unlink(temporary).catch(() => undefined)
    throw error
  }
  await syncFolder(dirname(path), disk)
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}

/** Takes away what processes of this machine left half written in a folder when they were ended. Never throws. */
export const sweep = async (folder: string, disk: Disk = realDisk): Promise<void> => {
  try {
    for (const name of await disk.readdir(folder)) {
      const [, host, pid] = TEMPORARY.exec(basename(name)) ?? []
      if (host === HOST && !isAlive(Number(pid))) await disk.unlink(join(folder, name))
    }
  } catch {
    // It is only tidying.
  }
}
