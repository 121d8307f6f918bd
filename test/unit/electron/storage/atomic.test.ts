import { execFileSync, spawnSync } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, join } from 'node:path'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sweep, writeAtomic } from '../../../../electron/storage/atomic.ts'
import { failingDisk, killedAt, recordingDisk, useFolder, type Step } from './disks.ts'

const folder = useFolder()
const OLD = 'old content 旧'
const NEW = 'new content, longer than the old 新'

describe('writing a file', () => {
  it('makes its content durable before it takes the place, and the folder after', async () => {
    const { disk, steps } = recordingDisk()
    await writeAtomic(join(folder(), 'a'), NEW, disk)
    const order: Step[] = [
      'open',
      'file.writeFile',
      'file.sync',
      'file.close',
      'rename',
      'open',
      'file.sync',
      'file.close'
    ]
    expect(steps.filter((step) => order.includes(step))).toEqual(order)
    expect(await readFile(join(folder(), 'a'), 'utf8')).toBe(NEW)
    expect(await readdir(folder())).toEqual(['a'])
  })

  it('takes bytes as they are, and keeps the permissions of the file before', async () => {
    const path = join(folder(), 'a')
    await writeFile(path, OLD)
    await chmod(path, 0o640)
    await writeAtomic(path, Uint8Array.of(0xff, 0, 0x0a))
    expect([...(await readFile(path))]).toEqual([0xff, 0, 0x0a])
    expect((await stat(path)).mode & 0o777).toBe(0o640)
  })

  it.each([
    ['over another file', OLD],
    ['where there was none', null]
  ])('killed at each step, %s: the old one or the new one, whole', async (_name, before) => {
    const seen = new Set<string | null>()
    for (let step = 0; ; step++) {
      const path = join(folder(), `killed-${step}`)
      if (before !== null) await writeFile(path, before)
      const { disk, wasKilled } = killedAt(step)
      await writeAtomic(path, NEW, disk).catch(() => undefined)
      const found = await readFile(path, 'utf8').catch(() => null)
      expect([before, NEW]).toContain(found)
      seen.add(found)
      if (!wasKilled()) break
    }
    // It was killed both before and after the one step that counts.
    expect([...seen]).toEqual([before, NEW])
  })

  it.each([
    ['open', 'EACCES'],
    ['open', 'EROFS'],
    ['file.writeFile', 'ENOSPC'],
    ['file.sync', 'EIO'],
    ['file.close', 'EDQUOT'],
    ['rename', 'EBUSY']
  ] as const)(
    'failing at %s with %s: told, the old file as it was, and nothing left behind',
    async (step, code) => {
      const path = join(folder(), 'a')
      await writeFile(path, OLD)
      await expect(writeAtomic(path, NEW, failingDisk(step, code))).rejects.toMatchObject({ code })
      expect(await readFile(path, 'utf8')).toBe(OLD)
      expect(await readdir(folder())).toEqual(['a'])
    }
  )

  it.each([
    ['file.chown', 'EPERM'],
    ['file.chmod', 'ENOTSUP']
  ] as const)('goes on where the system does not allow %s', async (step, code) => {
    const path = join(folder(), 'a')
    await writeFile(path, OLD)
    await writeAtomic(path, NEW, failingDisk(step, code))
    expect(await readFile(path, 'utf8')).toBe(NEW)
  })

  it.each([
    ['open', 'EISDIR'],
    ['file.sync', 'EINVAL']
  ] as const)('goes on where folders cannot be made durable (%s: %s)', async (step, code) => {
    const path = join(folder(), 'a')
    await writeAtomic(
      path,
      NEW,
      failingDisk(step, code, (where) => where === folder())
    )
    expect(await readFile(path, 'utf8')).toBe(NEW)
  })

  it('keeps the old file on a disk that is really full', async (test) => {
    const mount = join(folder(), 'full')
    await mkdir(mount)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', mount])
    test.skip(mounted.status !== 0, 'a small disk can be mounted by the administrator of a Linux alone')
    try {
      const path = join(mount, 'a')
      await writeFile(path, OLD)
      await expect(writeAtomic(path, 'x'.repeat(200_000))).rejects.toMatchObject({ code: 'ENOSPC' })
      expect(await readFile(path, 'utf8')).toBe(OLD)
      expect(await readdir(mount)).toEqual(['a'])
      await writeAtomic(path, NEW)
      expect(await readFile(path, 'utf8')).toBe(NEW)
    } finally {
      execFileSync('umount', [mount])
    }
  })
})

describe('what was left half written', () => {
  const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
  /** A process that has ended. */
  const dead = (): number => spawnSync(process.execPath, ['-e', '']).pid

  it('is taken away where its process has ended, and nothing else', async () => {
    const kept = [
      `.parallax-${host}-${process.pid}-00000000.tmp`,
      `.parallax-00000000-${dead()}-00000000.tmp`,
      'talks.parallax',
      '.parallax-notes.tmp'
    ]
    const left = `.parallax-${host}-${dead()}-0badf00d.tmp`
    for (const name of [...kept, left]) await writeFile(join(folder(), name), '')
    await sweep(folder())
    expect((await readdir(folder())).sort()).toEqual(kept.sort())
  })

  it('has the form that is looked for', async () => {
    const { disk } = killedAt(3)
    await writeAtomic(join(folder(), 'a'), NEW, disk).catch(() => undefined)
    const [name = ''] = await readdir(folder())
    expect(basename(name)).toMatch(new RegExp(`^\\.parallax-${host}-${process.pid}-[0-9a-f]{8}\\.tmp$`, 'u'))
  })

  it('is no trouble where there is no folder', async () => {
    await rm(folder(), { recursive: true })
    await expect(sweep(folder())).resolves.toBeUndefined()
  })
})
