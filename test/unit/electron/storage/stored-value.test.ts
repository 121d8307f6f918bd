import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { RecentFiles } from '../../../../electron/storage/recent.ts'
import { FIRST_PREFERENCES } from '../../../../electron/contract/preferences.ts'
import { SettingsFile } from '../../../../electron/storage/settings.ts'
import { StoredValue } from '../../../../electron/storage/stored-value.ts'
import type { Disk } from '../../../../electron/storage/disk.ts'
import { failingDisk, killedAt, useFolder } from './disks.ts'

const folder = useFolder()
const value = (disk?: Disk): StoredValue<number[]> =>
  new StoredValue(folder(), 'list', 2, v.array(v.number()), [0], disk)
const file = (): string => join(folder(), 'list.json')
const add =
  (number: number) =>
  (list: number[]): number[] => [...list, number]

describe('a value of the app’s own', () => {
  it('is the initial one before it is first changed, and what it was changed to after', async () => {
    expect(await value().get()).toEqual([0])
    expect(await readdir(folder())).toEqual([])
    await value().change(add(1))
    expect(await value().get()).toEqual([0, 1])
  })

  it('keeps every change of those made at once', async () => {
    const stored = value()
    await Promise.all([1, 2, 3].map((number) => stored.change(add(number))))
    expect(await value().get()).toEqual([0, 1, 2, 3])
  })

  it.each([
    ['cut short', '{"version":2,"val'],
    ['of another form', '{"version":2,"value":["x"]}'],
    ['without a version', '[1,2]'],
    ['empty', '']
  ])('%s on disk is moved aside, never overwritten', async (_name, damaged) => {
    await writeFile(file(), damaged)
    await writeFile(join(folder(), 'list-kept-1.json'), 'of the time before')
    const stored = value()
    expect(await stored.get()).toEqual([0])
    await stored.change(add(1))
    expect((await readdir(folder())).sort()).toEqual(['list-kept-1.json', 'list-kept-2.json', 'list.json'])
    expect(await readFile(join(folder(), 'list-kept-2.json'), 'utf8')).toBe(damaged)
    expect(await readFile(join(folder(), 'list-kept-1.json'), 'utf8')).toBe('of the time before')
    expect(await value().get()).toEqual([0, 1])
  })

  it('of a newer version is left as it is, and changes hold for this run', async () => {
    const newer = '{"version":3,"value":{"of":"another form"}}'
    await writeFile(file(), newer)
    const stored = value()
    await stored.change(add(1))
    expect(await stored.get()).toEqual([0, 1])
    expect(await readFile(file(), 'utf8')).toBe(newer)
  })

  it('that may not be read is not written over', async () => {
    await value().change(add(1))
    const stored = value(failingDisk('readFile', 'EACCES'))
    await stored.change(add(2))
    expect(await stored.get()).toEqual([0, 2])
    expect(await value().get()).toEqual([0, 1])
  })

  it('that cannot be moved aside is not written over', async () => {
    await writeFile(file(), 'damaged')
    const stored = value(failingDisk('rename', 'EACCES'))
    await stored.change(add(1))
    expect(await readFile(file(), 'utf8')).toBe('damaged')
  })

  it('killed at each step is the old one or the new one', async () => {
    const seen = new Set<string>()
    for (let step = 0; ; step++) {
      await writeFile(file(), '{"version":2,"value":[7]}')
      const { disk, wasKilled } = killedAt(step)
      await value(disk)
        .change(add(8))
        .catch(() => undefined)
      seen.add(JSON.stringify(await value().get()))
      if (!wasKilled()) break
    }
    expect([...seen]).toEqual(['[7]', '[7,8]'])
  })
})

describe('recent files', () => {
  it('are the last ten, last first, each once, under the same id', async () => {
    const recent = new RecentFiles(folder())
    for (let number = 1; number <= 12; number++) await recent.add(join(folder(), `${number}.parallax`))
    const [before] = (await recent.list()).filter(({ name }) => name === '5.parallax')
    await recent.add(join(folder(), '5.parallax'))
    const names = (await new RecentFiles(folder()).list()).map(({ name }) => name)
    expect(names.map((name) => Number.parseInt(name, 10))).toEqual([5, 12, 11, 10, 9, 8, 7, 6, 4, 3])
    expect((await recent.list())[0]).toEqual(before)
    expect(await recent.pathOf(before?.id ?? '')).toBe(join(folder(), '5.parallax'))
    expect(await recent.pathOf('no-such-id')).toBeNull()
    await recent.clear()
    expect(await new RecentFiles(folder()).list()).toEqual([])
  })

  it('that cannot be kept are no reason to stop', async () => {
    const recent = new RecentFiles(folder(), failingDisk('open', 'ENOSPC'))
    await recent.add(join(folder(), 'a.parallax'))
    expect((await recent.list()).map(({ name }) => name)).toEqual(['a.parallax'])
  })
})

describe('settings', () => {
  it('are kept, and begin anew where they cannot be understood', async () => {
    const place = { x: 1, y: 2, width: 800, height: 600, isMaximised: true }
    await new SettingsFile(folder()).change({ window: place })
    expect(await new SettingsFile(folder()).get()).toMatchObject({ window: place })
    await writeFile(join(folder(), 'settings.json'), '{"version":1,"value":{"window":{"x":"left"}}}')
    expect(await new SettingsFile(folder()).get()).toMatchObject({ window: null })
    expect(await readdir(folder())).toEqual(['settings-kept-1.json'])
  })

  it('keep what the reader chose, also over a file of before there were any', async () => {
    await writeFile(join(folder(), 'settings.json'), '{"version":1,"value":{"window":null}}')
    expect((await new SettingsFile(folder()).get()).preferences).toEqual(FIRST_PREFERENCES)
    const settings = new SettingsFile(folder())
    await Promise.all([
      settings.changePreferences({ textSize: 20 }),
      settings.changePreferences({ appearance: 'dark' })
    ])
    await expect(settings.changePreferences({ textSize: undefined })).rejects.toThrow()
    expect((await new SettingsFile(folder()).get()).preferences).toEqual({
      ...FIRST_PREFERENCES,
      textSize: 20,
      appearance: 'dark'
    })
  })

  it('in a folder that is a file are those of the first day', async () => {
    await writeFile(join(folder(), 'no-folder'), '')
    await mkdir(join(folder(), 'there'))
    const settings = new SettingsFile(join(folder(), 'no-folder'))
    await settings.change({ window: null })
    expect(await settings.get()).toMatchObject({ window: null })
  })
})
