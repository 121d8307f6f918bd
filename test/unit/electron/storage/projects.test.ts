import { chmod, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MOST_PROJECT_BYTES } from '../../../../electron/contract/limits.ts'
import { failingDisk, killedAt } from './disks.ts'
import {
  NEW,
  OLD,
  ONE,
  OTHER,
  codeOf,
  content,
  open,
  opened,
  path,
  projectsOn,
  useProjectFile
} from './project-file.ts'

const folder = useProjectFile()

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
