import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Disk } from '../../../../electron/storage/disk.ts'
import { draftText, readDraft, type DraftOrigin } from '../../../../electron/storage/draft-text.ts'
import { Drafts } from '../../../../electron/storage/drafts.ts'
import { failingDisk, killedAt, useFolder } from './disks.ts'

/** Hundreds of writings; a busy machine takes its time over them. */
const MANY_WRITINGS_MS = 600_000

const folder = useFolder()
const ONE = 1
const OTHER = 2
const ID = 'draft-of-the-talks'
const SECOND = 'draft-of-the-call'
const NEW: DraftOrigin = { name: 'Talks', path: null, base: null }

const drafts = (disk?: Disk, now?: () => Date): Drafts => new Drafts(join(folder(), 'drafts'), disk, now)
const ids = async (from: Drafts): Promise<string[]> => (await from.orphans()).map(({ id }) => id)
const taken = async (id = ID): Promise<string | null> => (await drafts().take(ONE, id))?.text ?? null

describe('a draft', () => {
  it('is there after the app has ended, with what it is a later state of', async () => {
    const base = { size: 3, mtimeMs: 5, sha256: 'ab' }
    const path = join(folder(), 'talks.parallax')
    await drafts(undefined, () => new Date(0)).store(
      ONE,
      ID,
      { name: 'Talks', path, base },
      'text\nof 旧 \ud83d'
    )
    const next = drafts()
    expect(await next.orphans()).toEqual([
      { id: ID, name: 'Talks', folder: folder(), stored: '1970-01-01T00:00:00.000Z', isDamaged: false }
    ])
    // Half a character does not go through UTF-8; all before it does.
    expect(await next.take(ONE, ID)).toMatchObject({
      text: 'text\nof 旧 \ufffd',
      header: { name: 'Talks', path, base, counter: 1, pid: process.pid }
    })
  })

  it('is the last that was stored, however often', async () => {
    const running = drafts()
    for (const text of ['1', '2', '3', '4', '5']) await running.store(ONE, ID, NEW, text)
    expect(await taken()).toBe('5')
    expect(await readdir(join(folder(), 'drafts'))).toHaveLength(2)
  })

  it('keeps the order in which it was stored, at once or not', async () => {
    const running = drafts()
    await Promise.all(['1', '2', '3'].map((text) => running.store(ONE, ID, NEW, text)))
    expect(await taken()).toBe('3')
  })

  it('is gone when it is dropped, and not written again by what came before', async () => {
    const running = drafts()
    const stored = running.store(ONE, ID, NEW, '1')
    await running.drop(ONE, ID)
    await stored
    expect(await ids(drafts())).toEqual([])
    expect(await readdir(join(folder(), 'drafts'))).toEqual([])
  })

  it('killed at each step of storing: the state before or the new one, whole', async () => {
    const seen = new Set<string | null>()
    for (let step = 0; ; step++) {
      await rm(join(folder(), 'drafts'), { recursive: true, force: true })
      const before = drafts()
      for (const text of ['1', '2']) await before.store(ONE, ID, NEW, text)
      const { disk, wasKilled } = killedAt(step)
      await drafts(disk)
        .store(ONE, ID, NEW, '3')
        .catch(() => undefined)
      const found = await taken()
      expect(['2', '3']).toContain(found)
      seen.add(found)
      if (!wasKilled()) break
    }
    expect([...seen]).toEqual(['2', '3'])
  })

  it('killed at each step of dropping: the last state or none, and never one before it', async () => {
    const seen = new Set<string | null>()
    for (let step = 0; ; step++) {
      const before = drafts()
      for (const text of ['1', '2', '3']) await before.store(ONE, ID, NEW, text)
      const { disk, wasKilled } = killedAt(step)
      await drafts(disk)
        .drop(ONE, ID)
        .catch(() => undefined)
      seen.add(await taken())
      if (!wasKilled()) break
    }
    expect([...seen]).toEqual(['3', null])
  })

  it(
    'torn at any byte gives the state before it',
    async () => {
      const running = drafts()
      await running.store(ONE, ID, NEW, 'first')
      await running.store(ONE, ID, NEW, 'second 新')
      const names = await readdir(join(folder(), 'drafts'))
      const contents = await Promise.all(names.map((name) => readFile(join(folder(), 'drafts', name))))
      const at = contents.findIndex((content) => content.includes('second'))
      const [path, whole] = [join(folder(), 'drafts', names[at] ?? ''), contents[at] ?? Buffer.of()]
      expect(whole.length).toBeGreaterThan(100)
      for (let length = 0; length < whole.length; length++) {
        await writeFile(path, whole.subarray(0, length))
        expect([length, await taken()]).toEqual([length, 'first'])
      }
      await writeFile(path, whole)
      expect(await taken()).toBe('second 新')
    },
    MANY_WRITINGS_MS
  )

  it('torn is written over next, and not the one before it', async () => {
    const running = drafts()
    await running.store(ONE, ID, NEW, 'first')
    await running.store(ONE, ID, NEW, 'second')
    const last = join(folder(), 'drafts', `${ID}.0.draft`)
    const other = join(folder(), 'drafts', `${ID}.1.draft`)
    const [torn, kept] = (await readFile(last, 'utf8')).includes('second') ? [last, other] : [other, last]
    await writeFile(torn, 'torn')
    const next = drafts()
    await next.take(ONE, ID)
    await next.store(ONE, ID, NEW, 'third')
    expect(await readFile(torn, 'utf8')).toContain('third')
    expect(await readFile(kept, 'utf8')).toContain('first')
  })

  it.each([
    ['its end', (text: string) => text.slice(0, -5), 'Talks'],
    ['all of it', () => 'torn', 'Unsaved work']
  ])(
    'torn in both places, %s: cannot be taken up, is left on disk and told of',
    async (_what, tear, name) => {
      const running = drafts()
      for (const text of ['1', '2']) await running.store(ONE, ID, NEW, text)
      const places = (await readdir(join(folder(), 'drafts'))).map((file) => join(folder(), 'drafts', file))
      for (const place of places) await writeFile(place, tear(await readFile(place, 'utf8')))
      expect(await drafts().orphans()).toEqual([
        {
          id: ID,
          name,
          folder: join(folder(), 'drafts'),
          stored: expect.stringMatching(/^[2-9]\d{3}-/u) as string,
          isDamaged: true
        }
      ])
      expect(await taken()).toBeNull()
      expect(await readdir(join(folder(), 'drafts'))).toHaveLength(2)
      await drafts().drop(ONE, ID)
      expect(await readdir(join(folder(), 'drafts'))).toEqual([])
    }
  )

  it('is the later one by number, though the clock was set back', async () => {
    await drafts(undefined, () => new Date('2030-01-01')).store(ONE, ID, NEW, 'before')
    const next = drafts(undefined, () => new Date('1990-01-01'))
    await next.take(ONE, ID)
    await next.store(ONE, ID, NEW, 'after')
    await next.store(ONE, SECOND, NEW, 'last')
    expect(await taken()).toBe('after')
    expect(await ids(drafts())).toEqual([SECOND, ID])
  })

  it.each([
    ['a full disk', 'file.writeFile', 'ENOSPC'],
    ['a folder that may not be written', 'open', 'EACCES']
  ] as const)('on %s: told, and the state before is there', async (_name, step, code) => {
    await drafts().store(ONE, ID, NEW, 'before')
    await expect(drafts(failingDisk(step, code)).store(ONE, ID, NEW, 'after')).rejects.toMatchObject({ code })
    expect(await taken()).toBe('before')
  })
})

describe('a draft in pieces', () => {
  const [A, B, C] = ['piece-of-a', 'piece-of-b', 'piece-of-c'] as const
  const pieces = async (): Promise<string[]> =>
    (await readdir(join(folder(), 'drafts'))).filter((name) => name.endsWith('.part')).sort()
  const file = (part: string): string => `${ID}.${part}.part`
  const stored = async (running = drafts()): Promise<Drafts> => {
    await running.storePart(ONE, ID, A, 'of a 甲')
    await running.storePart(ONE, ID, B, 'of b')
    await running.store(ONE, ID, NEW, 'both', [A, B])
    return running
  }

  it('is taken up with them', async () => {
    await stored()
    expect(await drafts().take(ONE, ID)).toMatchObject({
      text: 'both',
      header: { draft: 2, parts: [A, B] },
      parts: { [A]: 'of a 甲', [B]: 'of b' }
    })
  })

  it('goes without those that are torn or gone', async () => {
    await stored()
    await writeFile(join(folder(), 'drafts', file(A)), 'torn')
    await rm(join(folder(), 'drafts', file(B)))
    expect(await drafts().take(ONE, ID)).toMatchObject({ text: 'both', parts: {} })
  })

  it('keeps each as long as a state names it, or one may yet', async () => {
    const running = await stored()
    await running.storePart(ONE, ID, C, 'of c')
    await running.store(ONE, ID, NEW, 'a gone', [B, C])
    expect(await pieces()).toEqual([A, B, C].map(file))
    await running.store(ONE, ID, NEW, 'a gone twice', [B, C])
    expect(await pieces()).toEqual([B, C].map(file))
  })

  it('keeps them for what comes after saving, and none after the window', async () => {
    const running = await stored()
    await running.store(ONE, ID, NEW, 'the file')
    await running.saved(ONE, ID)
    expect(await ids(drafts())).toEqual([])
    expect(await readdir(join(folder(), 'drafts'))).toEqual([])
    const again = await stored()
    await again.store(ONE, ID, NEW, 'the file')
    await again.saved(ONE, ID)
    expect(await pieces()).toEqual([A, B].map(file))
    await again.store(ONE, ID, NEW, 'more', [A, B])
    expect((await drafts().take(ONE, ID))?.parts).toEqual({ [A]: 'of a 甲', [B]: 'of b' })
    await again.saved(ONE, ID)
    await again.release(ONE)
    expect(await pieces()).toEqual([])
  })

  it('is dropped with them, and those of an app that ended before any state are nothing', async () => {
    await (await stored()).drop(ONE, ID)
    expect(await readdir(join(folder(), 'drafts'))).toEqual([])
    await drafts().storePart(ONE, ID, A, 'of a')
    expect(await ids(drafts())).toEqual([])
    expect(await pieces()).toEqual([])
  })

  it('killed at each step of storing has all that its state names', async () => {
    for (let step = 0; ; step++) {
      await rm(join(folder(), 'drafts'), { recursive: true, force: true })
      const before = await stored()
      await before.store(ONE, ID, NEW, 'both again', [A, B])
      const { disk, wasKilled } = killedAt(step)
      const killed = drafts(disk)
      for (const act of [
        () => killed.storePart(ONE, ID, C, 'of c'),
        () => killed.store(ONE, ID, NEW, 'third', [B, C]),
        () => killed.store(ONE, ID, NEW, 'fourth', [C])
      ])
        await act().catch(() => undefined)
      const found = await drafts().take(ONE, ID)
      expect(Object.keys(found?.parts ?? {})).toEqual(found?.header.parts)
      if (!wasKilled()) break
    }
  })

  it('is written by its window alone', async () => {
    const running = await stored()
    await expect(running.storePart(OTHER, ID, C, 'mine')).rejects.toThrow(/another window/u)
  })
})

describe('drafts of several windows', () => {
  it('are each their window’s, and nobody’s when that is gone', async () => {
    const running = drafts()
    await running.store(ONE, ID, NEW, 'one')
    await running.store(OTHER, SECOND, NEW, 'other')
    expect(await ids(running)).toEqual([])
    await expect(running.store(OTHER, ID, NEW, 'mine')).rejects.toThrow(/another window/u)
    await running.drop(OTHER, ID)
    expect(await running.take(OTHER, ID)).toBeNull()
    await running.release(ONE)
    expect(await ids(running)).toEqual([ID])
    expect((await running.take(OTHER, ID))?.text).toBe('one')
  })

  it('that are nobody’s are given to the window that is first', async () => {
    await drafts().store(ONE, ID, NEW, 'text')
    const next = drafts()
    const both = await Promise.all([next.take(ONE, ID), next.take(OTHER, ID)])
    expect(both.map((draft) => draft?.text)).toEqual(['text', undefined])
    expect(await ids(next)).toEqual([])
  })

  it('are taken away together where the user does not want the work saved', async () => {
    const running = drafts()
    await running.store(ONE, ID, NEW, 'one')
    await running.store(OTHER, SECOND, NEW, 'other')
    await running.dropAll(ONE)
    expect(await ids(drafts())).toEqual([SECOND])
  })

  it('released while one is being written are nobody’s all the same', async () => {
    const running = drafts()
    const stored = running.store(ONE, ID, NEW, 'text')
    await running.release(ONE)
    await stored
    expect(await ids(running)).toEqual([ID])
  })
})

describe('the text of a draft', () => {
  const header = { draft: 1 as const, id: ID, ...NEW, counter: 3, time: '', pid: 1 }

  it('may hold anything, an end mark too', () => {
    const text = draftText(header, 'x')
    expect(readDraft(draftText(header, text))?.text).toBe(text)
    expect(readDraft(draftText(header, ''))?.text).toBe('')
  })

  it('with one character changed is torn', () => {
    const text = draftText(header, 'content')
    for (let at = 0; at < text.length; at++)
      expect(readDraft(`${text.slice(0, at)}\u0001${text.slice(at + 1)}`)).toBeNull()
  })

  it('of another form is none', () => {
    expect(readDraft('')).toBeNull()
    expect(readDraft(draftText({ ...header, draft: 3 } as unknown as typeof header, 'x'))).toBeNull()
  })
})
