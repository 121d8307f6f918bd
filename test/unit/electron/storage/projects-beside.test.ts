import { link, mkdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  NEW,
  OLD,
  ONE,
  OTHER,
  codeOf,
  content,
  open,
  path,
  projectsOn,
  told,
  touched,
  useProjectFile
} from './project-file.ts'

const folder = useProjectFile()
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
