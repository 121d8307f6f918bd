import {
  chmod,
  link,
  mkdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile
} from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { MOST_PROJECT_BYTES } from '../../../../electron/contract/limits.ts'
import type { ChangedFile, OpenedProject, SavedProject } from '../../../../electron/contract/storage.ts'
import { Backups } from '../../../../electron/storage/backups.ts'
import { realDisk, type Disk } from '../../../../electron/storage/disk.ts'
import { Projects } from '../../../../electron/storage/projects.ts'
import { failingDisk, killedAt, useFolder } from './disks.ts'

const folder = useFolder()
const ONE = 1
const OTHER = 2
const OLD = '{"old":"旧"}'
const NEW = '{"new":"a longer text 新"}'

let path: string
let told: [window: number, file: ChangedFile][]
/** What the watcher of each file would call. */
let touched: Map<string, () => void>
beforeEach(async () => {
  path = join(folder(), 'talks.parallax')
  await writeFile(path, OLD)
  told = []
  touched = new Map()
})

const projectsOn = (disk: Disk = realDisk): Projects =>
  new Projects(
    new Backups(join(folder(), 'backups'), disk),
    (window, file) => told.push([window, file]),
    disk,
    (watched, onTouched) => {
      touched.set(watched, onTouched)
      return () => touched.delete(watched)
    }
  )

const opened = (project: OpenedProject): Extract<OpenedProject, { handle: string }> => {
  if (!('handle' in project)) throw new Error(project.problem.message)
  return project
}
const open = async (projects: Projects, window = ONE, at = path): Promise<string> =>
  opened(await projects.open(window, at)).handle
const codeOf = (answer: SavedProject | OpenedProject): string =>
  'problem' in answer ? answer.problem.code : 'none'
const content = (at = path): Promise<string | null> => readFile(at, 'utf8').catch(() => null)

describe('opening', () => {
  it('gives the text and a handle, and no path', async () => {
    const project = opened(await projectsOn().open(ONE, path))
    expect(project).toEqual({
      handle: expect.stringMatching(/^[0-9a-f-]{36}$/u) as string,
      name: 'talks.parallax',
      text: OLD,
      readOnly: null
    })
  })

  it.each([
    ['no file', 'missing.parallax', 'gone'],
    ['a folder that is not there', 'no/folder.parallax', 'gone'],
    ['a folder', '.', 'failed']
  ])('%s: told', async (_name, name, code) => {
    expect(codeOf(await projectsOn().open(ONE, join(folder(), name)))).toBe(code)
  })

  it('does not read one over the limit', async () => {
    await truncate(path, MOST_PROJECT_BYTES + 1)
    expect(codeOf(await projectsOn().open(ONE, path))).toBe('too-large')
  })

  it('tells one that may not be read from one that may not be written', async () => {
    expect(codeOf(await projectsOn(failingDisk('readFile', 'EACCES')).open(ONE, path))).toBe('no-permission')
    const { readOnly, text } = opened(await projectsOn(failingDisk('access', 'EACCES')).open(ONE, path))
    expect([readOnly?.code, text]).toEqual(['no-permission', OLD])
    const onDisc = opened(await projectsOn(failingDisk('access', 'EROFS')).open(ONE, path))
    expect(onDisc.readOnly?.code).toBe('read-only')
  })

  it('heeds that a file was marked, even where an administrator could write it', async () => {
    await chmod(path, 0o444)
    const projects = projectsOn()
    const { handle, readOnly } = opened(await projects.open(ONE, path))
    expect(readOnly?.code).toBe('read-only')
    expect(codeOf(await projects.save(ONE, handle, NEW, true))).toBe('read-only')
    await chmod(path, 0o644)
    expect(codeOf(await projects.save(ONE, handle, NEW, false))).toBe('none')
  })
})

describe('saving', () => {
  it('replaces the file, again and again', async () => {
    const projects = projectsOn()
    const handle = await open(projects)
    for (const text of [NEW, OLD, NEW]) {
      expect(await projects.save(ONE, handle, text, false)).toEqual({
        handle,
        name: 'talks.parallax',
        notKept: null
      })
      expect(await content()).toBe(text)
    }
  })

  it('killed at each step leaves the old file or the new one whole, and the old one somewhere', async () => {
    const seen = new Set<string | null>()
    for (let step = 0; ; step++) {
      await writeFile(path, OLD)
      await rm(join(folder(), 'backups'), { recursive: true, force: true })
      const { disk, wasKilled } = killedAt(step)
      const answer = await projectsOn(disk).saveAs(ONE, path, NEW, null)
      const found = await content()
      expect([OLD, NEW]).toContain(found)
      seen.add(found)
      const after = projectsOn()
      const handle = await open(after)
      const kept = await Promise.all(
        (await after.copies(ONE, handle)).map(({ id }) => after.copy(ONE, handle, id))
      )
      expect(kept.every((copy) => 'text' in copy && copy.text === OLD)).toBe(true)
      if (found === NEW) expect(kept).toHaveLength(1)
      if (wasKilled()) continue
      expect([codeOf(answer), found]).toEqual(['none', NEW])
      break
    }
    expect([...seen]).toEqual([OLD, NEW])
  })

  it.each([
    ['a full disk', 'file.writeFile', 'ENOSPC', 'disk-full'],
    ['a full quota', 'file.sync', 'EDQUOT', 'disk-full'],
    ['a folder that may not be written', 'open', 'EACCES', 'no-permission'],
    ['a disc that is read-only', 'open', 'EROFS', 'read-only'],
    ['a file in use', 'rename', 'EBUSY', 'locked'],
    ['a disk that fails', 'file.sync', 'EIO', 'failed']
  ] as const)(
    '%s: told, the file as it was, and it can be saved when that is over',
    async (_name, step, code, ours) => {
      let isBroken = true
      const broken = failingDisk(step, code, (where) => isBroken && !where.includes('backups'))
      const projects = projectsOn(broken)
      const handle = await open(projects)
      const answer = await projects.save(ONE, handle, NEW, false)
      expect(codeOf(answer)).toBe(ours)
      expect('problem' in answer ? answer.problem.message : '').toMatch(/talks\.parallax.*\. /u)
      expect(await content()).toBe(OLD)
      isBroken = false
      expect(codeOf(await projects.save(ONE, handle, NEW, false))).toBe('none')
      expect(await content()).toBe(NEW)
    }
  )

  it('refuses what could not be opened again', async () => {
    const projects = projectsOn()
    const handle = await open(projects)
    expect(codeOf(await projects.save(ONE, handle, '旧'.repeat(MOST_PROJECT_BYTES / 3 + 1), true))).toBe(
      'too-large'
    )
    expect(await content()).toBe(OLD)
  })

  it('writes to where a link leads, and leaves the link', async () => {
    const link = join(folder(), 'link.parallax')
    await symlink(path, link)
    const projects = projectsOn()
    const handle = await open(projects, ONE, link)
    await projects.save(ONE, handle, NEW, false)
    expect(await content()).toBe(NEW)
    expect(await content(link)).toBe(NEW)
  })

  it('saves what comes while it is saving after that, and ends with the last', async () => {
    const projects = projectsOn()
    const handle = await open(projects)
    const answers = await Promise.all(['1', '2', '3'].map((text) => projects.save(ONE, handle, text, false)))
    expect(answers.map(codeOf)).toEqual(['none', 'none', 'none'])
    expect(await content()).toBe('3')
  })

  it('goes on, and says so, where the copy of the file before cannot be kept', async () => {
    const projects = projectsOn(failingDisk('mkdir', 'ENOSPC'))
    const handle = await open(projects)
    const answer = await projects.save(ONE, handle, NEW, false)
    expect('notKept' in answer && answer.notKept?.code).toBe('disk-full')
    expect(await content()).toBe(NEW)
  })
})

describe('saving elsewhere', () => {
  it('has the new file from then on, and lets the old one go', async () => {
    const projects = projectsOn()
    const before = await open(projects)
    const elsewhere = join(folder(), 'copy.parallax')
    const saved = await projects.saveAs(ONE, elsewhere, NEW, before)
    const handle = 'handle' in saved ? saved.handle : ''
    expect(await Promise.all([content(), content(elsewhere)])).toEqual([OLD, NEW])
    expect(await projects.save(ONE, before, NEW, true)).toMatchObject({ problem: { code: 'failed' } })
    expect(codeOf(await projects.save(ONE, handle, OLD, false))).toBe('none')
    expect(codeOf(await projects.open(OTHER, path))).toBe('none')
  })

  it('that fails keeps the file it had', async () => {
    const projects = projectsOn(
      failingDisk('rename', 'ENOSPC', (where) => where.startsWith(join(folder(), '.')))
    )
    const before = await open(projects)
    expect(codeOf(await projects.saveAs(ONE, join(folder(), 'b.parallax'), NEW, before))).toBe('disk-full')
    expect(projects.heldBy(ONE, before)?.path).toBe(path)
    expect(await projects.windowOf(join(folder(), 'b.parallax'))).toBeNull()
  })

  it('keeps what it takes the place of', async () => {
    const projects = projectsOn()
    const saved = await projects.saveAs(ONE, path, NEW, null)
    const handle = 'handle' in saved ? saved.handle : ''
    const [copy] = await projects.copies(ONE, handle)
    expect(await projects.copy(ONE, handle, copy?.id ?? '')).toEqual({ name: 'talks.parallax', text: OLD })
  })

  it('into a folder that is not there is told', async () => {
    expect(codeOf(await projectsOn().saveAs(ONE, join(folder(), 'no/a.parallax'), NEW, null))).toBe('gone')
  })
})

describe('a file changed by another program', () => {
  it('is not overwritten, even where its size and time are the same', async () => {
    const projects = projectsOn()
    const handle = await open(projects)
    const { atime, mtime } = await stat(path)
    await writeFile(path, OLD.replace('old', 'odd'))
    await utimes(path, atime, mtime)
    expect(codeOf(await projects.save(ONE, handle, NEW, false))).toBe('changed-on-disk')
    expect(await content()).toBe(OLD.replace('old', 'odd'))
  })

  it('that was only touched is as it was, at whatever time: a clock set back does not matter', async () => {
    const projects = projectsOn()
    const handle = await open(projects)
    await utimes(path, new Date(0), new Date(0))
    expect(codeOf(await projects.save(ONE, handle, NEW, false))).toBe('none')
  })

  it('is overwritten where the user wants it, and what it held is kept', async () => {
    const projects = projectsOn()
    const handle = await open(projects)
    await writeFile(path, 'of a colleague')
    expect(codeOf(await projects.save(ONE, handle, NEW, true))).toBe('none')
    const [copy] = await projects.copies(ONE, handle)
    expect(await projects.copy(ONE, handle, copy?.id ?? '')).toMatchObject({ text: 'of a colleague' })
  })

  it('that is gone with its folder is put back with it', async () => {
    const inner = join(folder(), 'talks')
    const at = join(inner, 'talks.parallax')
    await mkdir(inner)
    await writeFile(at, OLD)
    const projects = projectsOn()
    const handle = await open(projects, ONE, at)
    await rm(inner, { recursive: true })
    expect(codeOf(await projects.save(ONE, handle, NEW, false))).toBe('gone')
    expect(codeOf(await projects.save(ONE, handle, NEW, true))).toBe('none')
    expect(await content(at)).toBe(NEW)
    // It is watched where it is now.
    await writeFile(at, 'of a colleague')
    touched.get(at)?.()
    await projects.check(ONE)
    expect(told).toEqual([[ONE, { handle, what: 'changed' }]])
  })

  it('that is gone is not put back unasked', async () => {
    const projects = projectsOn()
    const handle = await open(projects)
    await rm(path)
    expect(codeOf(await projects.save(ONE, handle, NEW, false))).toBe('gone')
    expect(await content()).toBeNull()
    expect(codeOf(await projects.save(ONE, handle, NEW, true))).toBe('none')
    expect(await content()).toBe(NEW)
  })

  it('is told once for each change, and read again under its handle', async () => {
    const projects = projectsOn()
    const handle = await open(projects)
    await projects.check(ONE)
    expect(told).toEqual([])
    await writeFile(path, NEW)
    await projects.check(ONE)
    await projects.check(ONE)
    expect(told).toEqual([[ONE, { handle, what: 'changed' }]])
    expect(await projects.reload(ONE, handle)).toMatchObject({ handle, text: NEW })
    await projects.check(ONE)
    await rm(path)
    await projects.check(ONE)
    expect(told.slice(1)).toEqual([[ONE, { handle, what: 'gone' }]])
    expect(codeOf(await projects.reload(ONE, handle))).toBe('gone')
  })

  it('is not told of one’s own saving', async () => {
    const projects = projectsOn()
    const handle = await open(projects)
    await projects.save(ONE, handle, NEW, false)
    touched.get(path)?.()
    await projects.check(ONE)
    expect(told).toEqual([])
  })

  it('is watched as long as it is open', async () => {
    const projects = projectsOn()
    const handle = await open(projects)
    expect([...touched.keys()]).toEqual([path])
    projects.release(ONE, handle)
    expect([...touched.keys()]).toEqual([])
  })
})

describe('two windows', () => {
  it('do not have one file, by whatever name it is opened', async () => {
    const link = join(folder(), 'link.parallax')
    await symlink(path, link)
    const projects = projectsOn()
    const handle = await open(projects)
    expect(codeOf(await projects.open(OTHER, link))).toBe('locked')
    expect(codeOf(await projects.saveAs(OTHER, link, NEW, null))).toBe('locked')
    expect(await projects.windowOf(link)).toBe(ONE)
    expect(await content()).toBe(OLD)
    projects.releaseAll(ONE)
    expect(projects.heldBy(ONE, handle)).toBeNull()
    expect(codeOf(await projects.open(OTHER, path))).toBe('none')
  })

  it('that open it at the same moment: one has it', async () => {
    const projects = projectsOn()
    const both = await Promise.all([projects.open(ONE, path), projects.open(OTHER, path)])
    expect(both.map(codeOf).sort()).toEqual(['locked', 'none'])
  })

  it('cannot use each other’s handles', async () => {
    const projects = projectsOn()
    const handle = await open(projects)
    expect(await projects.save(OTHER, handle, NEW, true)).toMatchObject({ problem: { code: 'failed' } })
    expect(await projects.reload(OTHER, handle)).toMatchObject({ problem: { code: 'failed' } })
    expect(await projects.copies(OTHER, handle)).toEqual([])
    expect(projects.heldBy(OTHER, handle)).toBeNull()
    projects.release(OTHER, handle)
    expect(projects.hasAny(ONE)).toBe(true)
    expect(await content()).toBe(OLD)
  })

  it('that is the same one may open its file again', async () => {
    const projects = projectsOn()
    const first = await open(projects)
    const second = await open(projects)
    // It may stay with what it has, which is still its own.
    expect(second).toBe(first)
    expect(codeOf(await projects.save(ONE, second, NEW, false))).toBe('none')
  })

  it('know a file by whichever of its names', async () => {
    const other = join(folder(), 'linked.parallax')
    await link(path, other)
    const projects = projectsOn()
    const handle = await open(projects)
    expect(await projects.windowOf(other)).toBe(ONE)
    expect(codeOf(await projects.open(OTHER, other))).toBe('locked')
    expect(codeOf(await projects.saveAs(OTHER, other, NEW, null))).toBe('locked')
    // What is saved is a file of its own, and the other name keeps what was there.
    expect(codeOf(await projects.save(ONE, handle, NEW, false))).toBe('none')
    expect(await content(other)).toBe(OLD)
    expect(codeOf(await projects.open(OTHER, other))).toBe('none')
  })

  it('of two apps: the later one to save is told that the file is another', async () => {
    const [here, there] = [projectsOn(), projectsOn()]
    const [mine, theirs] = [await open(here), await open(there)]
    expect(codeOf(await here.save(ONE, mine, NEW, false))).toBe('none')
    expect(codeOf(await there.save(ONE, theirs, 'theirs', false))).toBe('changed-on-disk')
    expect(await content()).toBe(NEW)
  })
})

describe('a file that could not be read for certain', () => {
  it('is not written over in any way, until it is read again', async () => {
    const projects = projectsOn()
    const handle = await open(projects)
    projects.protect(ONE, handle)
    expect(codeOf(await projects.save(ONE, handle, NEW, true))).toBe('read-only')
    expect(codeOf(await projects.saveAs(ONE, path, NEW, handle))).toBe('read-only')
    expect(await content()).toBe(OLD)
    await projects.reload(ONE, handle)
    expect(codeOf(await projects.save(ONE, handle, NEW, false))).toBe('none')
  })
})

describe('earlier states of a file', () => {
  it('are the last three, last first, none of them twice', async () => {
    const projects = projectsOn()
    const handle = await open(projects)
    for (const text of ['1', '1', '2', '3', '4']) await projects.save(ONE, handle, text, false)
    const copies = await projects.copies(ONE, handle)
    const texts = await Promise.all(copies.map(({ id }) => projects.copy(ONE, handle, id)))
    expect(texts.map((copy) => ('text' in copy ? copy.text : ''))).toEqual(['3', '2', '1'])
  })

  it('are kept apart for files of one name', async () => {
    const projects = projectsOn()
    const there = join(folder(), 'there', 'talks.parallax')
    await mkdir(join(folder(), 'there'))
    await writeFile(there, 'there')
    const [handle, other] = [await open(projects), await open(projects, ONE, there)]
    await projects.save(ONE, handle, NEW, false)
    expect(await projects.copies(ONE, other)).toEqual([])
    expect(await projects.copies(ONE, handle)).toHaveLength(1)
  })

  it('cannot be asked for by anything but their name', async () => {
    const projects = projectsOn()
    const handle = await open(projects)
    expect(await projects.copy(ONE, handle, '../../talks')).toMatchObject({ problem: { code: 'failed' } })
    expect(await projects.copy(ONE, handle, 'copy-00000009')).toMatchObject({ problem: { code: 'gone' } })
  })
})
