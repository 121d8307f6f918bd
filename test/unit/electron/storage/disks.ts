import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { realDisk, type Disk, type DiskFile } from '../../../../electron/storage/disk.ts'

/** A fresh folder for each test, gone after it. */
export const useFolder = (): (() => string) => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parallax-storage-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  return () => folder
}

export const systemError = (code: string): Error => Object.assign(new Error(`${code}: as told`), { code })

export type Step = keyof Disk | `file.${keyof DiskFile}`

/**
 * The real file system with a word before each step.
 *
 * @param before hears each step with its path; what it throws is the step's failure
 */
const listening = (before: (step: Step, path: string) => void): Disk => {
  const around =
    <A extends [string, ...unknown[]], R>(step: keyof Disk, run: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      before(step, args[0])
      return run(...args)
    }
  const file = (real: DiskFile, path: string): DiskFile => {
    const one =
      <A extends unknown[], R>(step: keyof DiskFile, run: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        before(`file.${step}`, path)
        return run(...args)
      }
    return {
      writeFile: async (data) => {
        // Half of it is on disk when it fails.
        await real.writeFile(data.subarray(0, data.length >> 1))
        before('file.writeFile', path)
        await real.writeFile(data.subarray(data.length >> 1))
      },
      chmod: one('chmod', (mode) => real.chmod(mode)),
      chown: one('chown', (user, group) => real.chown(user, group)),
      sync: one('sync', () => real.sync()),
      close: async () => {
        // The system closes what a process leaves open.
        await real.close()
        before('file.close', path)
      }
    }
  }
  return {
    open: around('open', async (path, flags, mode) => file(await realDisk.open(path, flags, mode), path)),
    rename: around('rename', realDisk.rename),
    unlink: around('unlink', realDisk.unlink),
    readFile: around('readFile', realDisk.readFile),
    readdir: around('readdir', realDisk.readdir),
    mkdir: around('mkdir', realDisk.mkdir),
    stat: around('stat', realDisk.stat),
    realpath: around('realpath', realDisk.realpath),
    access: around('access', realDisk.access)
  }
}

/** One that answers a step with a system error, wherever `where` says. */
export const failingDisk = (step: Step, code: string, where: (path: string) => boolean = () => true): Disk =>
  listening((now, path) => {
    if (now === step && where(path)) throw systemError(code)
  })

/** One under which the process ends at a step, by number: from there on nothing is done any more. */
export const killedAt = (count: number): { disk: Disk; wasKilled: () => boolean } => {
  let left = count
  return {
    disk: listening(() => {
      if (left-- <= 0) throw new Error('killed')
    }),
    wasKilled: () => left < 0
  }
}

/** One that keeps the steps it was asked for. */
export const recordingDisk = (): { disk: Disk; steps: Step[] } => {
  const steps: Step[] = []
  return { disk: listening((step) => void steps.push(step)), steps }
}
