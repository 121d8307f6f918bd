import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IpcMainInvokeEvent } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { callChannel, type Call } from '../../../../electron/contract/channels.ts'
import { LexiconFile } from '../../../../electron/main/lexicon-file.ts'
import type { OpenWindow, Windows } from '../../../../electron/main/windows.ts'

/** What the user would choose in the next dialog; null for nothing. */
let chosen: string | null = null
let asked: { defaultPath?: string; message?: string }[] = []
let mayReplace = true
vi.mock('electron', () => ({
  BrowserWindow: { fromWebContents: () => null },
  dialog: {
    showOpenDialog: () => Promise.resolve({ filePaths: chosen === null ? [] : [chosen] }),
    showSaveDialog: (options: { defaultPath: string }) => {
      asked.push(options)
      return Promise.resolve({ filePath: chosen ?? '' })
    },
    showMessageBox: (options: { message: string }) => {
      asked.push(options)
      return Promise.resolve({ response: mayReplace ? 0 : 1 })
    }
  }
}))
const { handlersFor } = await import('../../../../electron/main/handlers.ts')
const { setupIpc } = await import('../../../../electron/main/ipc.ts')
const { storageIn } = await import('../../../../electron/main/storage.ts')
const { safeName } = await import('../../../../electron/main/dialogs.ts')

const ONE = 1
const OTHER = 2
const TEXT = '{"format":"parallax"}'
const DRAFT = 'draft-of-the-talks'

let folder: string
let ask: (window: number, call: Call, ...args: unknown[]) => Promise<unknown>
let windows: Map<number, OpenWindow>
let events: string[]

const windowOf = (id: number): OpenWindow =>
  ({
    id,
    window: {
      setDocumentEdited: (isEdited: boolean) => events.push(`${id} edited ${String(isEdited)}`),
      close: () => events.push(`${id} closed`)
    },
    opening: { sample: false, files: [], project: null, recovered: false },
    hasLaunched: false,
    isEdited: false,
    mayClose: false
  }) as unknown as OpenWindow

/** The app's side as it is, started on the folder; only the windows and dialogs are not Electron's. */
const start = (): void => {
  windows = new Map([ONE, OTHER].map((id) => [id, windowOf(id)]))
  events = []
  const listeners = new Map<string, (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<unknown>>()
  const storage = storageIn(join(folder, 'data'), () => undefined)
  const some = {
    of: (id: number) => windows.get(id),
    showHolder: async (path: string, asking: number) => {
      const holder = await storage.projects.windowOf(path)
      if (holder !== null && holder !== asking) events.push(`${holder} shown`)
    },
    open: () => Promise.resolve(events.push('opened'))
  }
  setupIpc(
    { handle: (channel, listener) => listeners.set(channel, listener as never) },
    handlersFor(some as unknown as Windows, storage, new LexiconFile(folder), () =>
      events.push('list changed')
    ),
    null
  )
  ask = async (window, call, ...args) => {
    const event = { sender: { id: window }, senderFrame: { url: 'parallax://app/index.html', parent: null } }
    const reply = (await listeners.get(callChannel(call))?.(
      event as unknown as IpcMainInvokeEvent,
      ...args
    )) as {
      ok: boolean
      value?: unknown
      code?: string
    }
    return reply.ok ? reply.value : reply.code
  }
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-handlers-'))
  chosen = null
  asked = []
  mayReplace = true
  start()
})
afterEach(() => rm(folder, { recursive: true }))

const place = (name: string): string => join(folder, name)
const handleOf = (answer: unknown): string => (answer as { handle?: string }).handle ?? 'no handle'
const saveAs = async (
  window: number,
  name: string,
  text = TEXT,
  handle: string | null = null
): Promise<unknown> => {
  chosen = place(name)
  return ask(window, 'saveProjectAs', { text, suggestedName: 'Talks', handle })
}

describe('what a window may send', () => {
  it.each([
    ['openRecent', ['../../etc/passwd']],
    ['openRecent', []],
    ['saveProject', [{ handle: '/home/a.parallax', text: TEXT }]],
    ['saveProject', [{ handle: '12345678', text: TEXT, path: '/home/a' }]],
    ['saveProject', [{ handle: '12345678', text: 5 }]],
    ['saveProjectAs', [{ text: TEXT, suggestedName: 'x'.repeat(2000), handle: null }]],
    ['storeDraft', [{ id: '../../../draft', handle: null, name: 'x', text: TEXT }]],
    ['storeDraft', [{ id: 'UPPER-CASE', handle: null, name: 'x', text: TEXT }]],
    ['takeDraft', ['a/b/c/d/e']],
    ['dropDraft', ['..']],
    ['readCopy', [{ handle: '12345678', copy: '../copy' }]],
    ['setEdited', ['yes']],
    ['exportFile', [{ name: 'x', kind: 'exe', content: '' }]],
    ['exportFile', [{ name: 'x', kind: 'pdf', content: [1, 2] }]],
    ['closeNow', [true]]
  ] as [Call, unknown[]][])('%s with %j: refused', async (call, args) => {
    expect(await ask(ONE, call, ...args)).toBe('malformed')
  })
})

describe('project files', () => {
  it('are saved where the user chooses, under their ending, and saved again without asking', async () => {
    const saved = await saveAs(ONE, 'talks')
    expect(saved).toMatchObject({ name: 'talks.parallax', notKept: null })
    expect(await readFile(place('talks.parallax'), 'utf8')).toBe(TEXT)
    expect(await ask(ONE, 'saveProject', { handle: handleOf(saved), text: 'second' })).toEqual(saved)
    expect(await readFile(place('talks.parallax'), 'utf8')).toBe('second')
    expect(asked).toHaveLength(1)
  })

  it('are not saved where the user chooses nothing', async () => {
    expect(await ask(ONE, 'saveProjectAs', { text: TEXT, suggestedName: 'Talks', handle: null })).toBeNull()
  })

  it('replace another only where the user says so, when the dialog could not ask', async () => {
    await writeFile(place('talks.parallax'), 'other')
    mayReplace = false
    expect(await saveAs(ONE, 'talks')).toBeNull()
    expect(await readFile(place('talks.parallax'), 'utf8')).toBe('other')
    mayReplace = true
    expect(await saveAs(ONE, 'talks')).toMatchObject({ name: 'talks.parallax' })
    // Chosen with its ending, the dialog itself has asked.
    expect(asked.filter(({ message }) => message !== undefined)).toHaveLength(2)
    expect(await saveAs(ONE, 'talks.parallax', 'third')).toMatchObject({ name: 'talks.parallax' })
    expect(asked.filter(({ message }) => message !== undefined)).toHaveLength(2)
  })

  it('are suggested beside the one before, under a name that is one', async () => {
    const handle = handleOf(await saveAs(ONE, 'talks.parallax'))
    await ask(ONE, 'saveProjectAs', { text: TEXT, suggestedName: '../a/b: “c”?.parallax', handle })
    expect(asked[1]?.defaultPath).toBe(place('a b “c”.parallax'))
  })

  it('are opened by choice or from the list of recent ones, which begins with the last', async () => {
    await saveAs(ONE, 'talks.parallax', TEXT)
    await saveAs(ONE, 'call.parallax', 'call')
    const recent = (await ask(OTHER, 'recentProjects')) as { id: string; name: string }[]
    expect(recent.map(({ name }) => name)).toEqual(['call.parallax', 'talks.parallax'])
    start()
    expect(await ask(OTHER, 'openRecent', recent[1]?.id)).toMatchObject({
      name: 'talks.parallax',
      text: TEXT
    })
    chosen = place('call.parallax')
    expect(await ask(OTHER, 'openProject')).toMatchObject({
      name: 'call.parallax',
      text: 'call',
      readOnly: null
    })
    expect(await ask(OTHER, 'clearRecent')).toBeNull()
    expect(await ask(OTHER, 'recentProjects')).toEqual([])
    expect(await ask(OTHER, 'openRecent', recent[1]?.id)).toMatchObject({ problem: { code: 'gone' } })
    expect(events).toContain('list changed')
  })

  it('that another window has are shown there, and told here', async () => {
    await saveAs(ONE, 'talks.parallax')
    chosen = place('talks.parallax')
    expect(await ask(OTHER, 'openProject')).toMatchObject({ problem: { code: 'locked' } })
    expect(events).toContain('1 shown')
    expect(await ask(ONE, 'openProject')).toMatchObject({ text: TEXT })
  })

  it('are opened when dropped, and nothing else is', async () => {
    await writeFile(place('talks.parallax'), TEXT)
    await writeFile(place('secret.txt'), 'secret')
    expect(await ask(ONE, 'openDropped', place('talks.parallax'))).toMatchObject({ text: TEXT })
    for (const path of [place('secret.txt'), 'talks.parallax', ''])
      expect(await ask(ONE, 'openDropped', path)).toMatchObject({ problem: { code: 'failed' } })
  })

  it('are looked at without being held', async () => {
    await saveAs(ONE, 'talks.parallax')
    chosen = place('talks.parallax')
    expect(await ask(OTHER, 'readProject')).toEqual({ name: 'talks.parallax', text: TEXT })
  })

  it('that cannot be trusted are left as they are; earlier ones are offered', async () => {
    const handle = handleOf(await saveAs(ONE, 'talks.parallax', 'first'))
    await ask(ONE, 'saveProject', { handle, text: 'second' })
    const [copy] = (await ask(ONE, 'keptCopies', handle)) as { id: string }[]
    expect(await ask(ONE, 'readCopy', { handle, copy: copy?.id })).toEqual({
      name: 'talks.parallax',
      text: 'first'
    })
    await ask(ONE, 'protectProject', handle)
    expect(await ask(ONE, 'saveProject', { handle, text: 'third', force: true })).toMatchObject({
      problem: { code: 'read-only' }
    })
    expect(await ask(ONE, 'reloadProject', handle)).toMatchObject({ text: 'second' })
  })
})

describe('drafts', () => {
  const store = (window: number, text: string, handle: string | null = null): Promise<unknown> =>
    ask(window, 'storeDraft', { id: DRAFT, handle, name: 'Talks', text })

  it('are offered after the app has ended, with the file they are a later state of', async () => {
    const handle = handleOf(await saveAs(ONE, 'talks.parallax', 'saved'))
    expect(await store(ONE, 'later', handle)).toBeNull()
    expect(await ask(OTHER, 'drafts')).toEqual([])
    start()
    expect(await ask(ONE, 'launch')).toMatchObject({ drafts: [{ id: DRAFT, name: 'Talks', folder }] })
    const taken = await ask(ONE, 'takeDraft', DRAFT)
    expect(taken).toMatchObject({ name: 'Talks', text: 'later', readOnly: null, isChanged: false })
    expect(await ask(ONE, 'saveProject', { handle: handleOf(taken), text: 'later' })).toMatchObject({
      name: 'talks.parallax'
    })
    await ask(ONE, 'dropDraft', DRAFT)
    expect(await ask(OTHER, 'launch')).toMatchObject({ drafts: [] })
  })

  it('of a file that is another by now do not go over it unasked', async () => {
    const handle = handleOf(await saveAs(ONE, 'talks.parallax', 'saved'))
    await store(ONE, 'later', handle)
    await writeFile(place('talks.parallax'), 'of a colleague')
    start()
    const taken = await ask(ONE, 'takeDraft', DRAFT)
    expect(taken).toMatchObject({ text: 'later', isChanged: true })
    expect(await ask(ONE, 'saveProject', { handle: handleOf(taken), text: 'later' })).toMatchObject({
      problem: { code: 'changed-on-disk' }
    })
    expect(await readFile(place('talks.parallax'), 'utf8')).toBe('of a colleague')
  })

  it('are dropped by the saving of their work, and kept where it fails', async () => {
    const handle = handleOf(await saveAs(ONE, 'talks.parallax', 'saved'))
    await store(ONE, 'later', handle)
    await writeFile(place('talks.parallax'), 'of a colleague')
    const save = { handle, text: 'last', draft: DRAFT }
    expect(await ask(ONE, 'saveProject', save)).toMatchObject({ problem: { code: 'changed-on-disk' } })
    start()
    expect(await ask(ONE, 'drafts')).toMatchObject([{ id: DRAFT }])
    const taken = await ask(ONE, 'takeDraft', DRAFT)
    expect(taken).toMatchObject({ text: 'last', isChanged: true })
    await ask(ONE, 'saveProject', { ...save, handle: handleOf(taken), force: true })
    start()
    expect(await ask(ONE, 'drafts')).toEqual([])
    expect(await readFile(place('talks.parallax'), 'utf8')).toBe('last')
  })

  it('of what is saved elsewhere are of that file from the start', async () => {
    await store(ONE, 'new')
    chosen = place('no/folder/talks.parallax')
    const save = { text: 'last', suggestedName: 'Talks', handle: null, draft: DRAFT }
    expect(await ask(ONE, 'saveProjectAs', save)).toMatchObject({ problem: { code: 'gone' } })
    start()
    expect(await ask(ONE, 'takeDraft', DRAFT)).toMatchObject({ text: 'last', handle: null })
    chosen = place('talks.parallax')
    expect(await ask(ONE, 'saveProjectAs', save)).toMatchObject({ name: 'talks.parallax' })
    start()
    expect(await ask(ONE, 'drafts')).toEqual([])
  })

  it('that hold what their file holds are not offered', async () => {
    const handle = handleOf(await saveAs(ONE, 'talks.parallax', 'saved'))
    await store(ONE, 'later', handle)
    // As if the app had ended between the writing of the file and the dropping of the draft.
    await ask(ONE, 'saveProject', { handle, text: 'later' })
    start()
    expect(await ask(ONE, 'launch')).toMatchObject({ drafts: [] })
  })

  it('of a file that is gone are there all the same', async () => {
    const handle = handleOf(await saveAs(ONE, 'talks.parallax', 'saved'))
    await store(ONE, 'later', handle)
    await rm(place('talks.parallax'))
    start()
    expect(await ask(ONE, 'takeDraft', DRAFT)).toMatchObject({ text: 'later', handle: null, isChanged: true })
  })

  it('of work that was never saved have no file', async () => {
    await store(ONE, 'new')
    start()
    expect(await ask(ONE, 'takeDraft', DRAFT)).toEqual({
      id: DRAFT,
      name: 'Talks',
      text: 'new',
      parts: null,
      handle: null,
      readOnly: null,
      isChanged: false
    })
    expect(await ask(OTHER, 'takeDraft', DRAFT)).toMatchObject({ problem: { code: 'gone' } })
  })

  it('of a page that was loaded again are offered to it', async () => {
    await store(ONE, 'before the page died')
    expect(await ask(ONE, 'launch')).toMatchObject({ drafts: [{ id: DRAFT }] })
  })

  it('that cannot be stored are told, and the next one is tried', async () => {
    await writeFile(place('data'), 'a file in the place of the folder')
    expect(await store(ONE, 'text')).toMatchObject({ code: expect.any(String) as string })
    await rm(place('data'))
    expect(await store(ONE, 'text')).toBeNull()
  })
})

describe('a window', () => {
  it('opens what it was opened for, once', async () => {
    await writeFile(place('talks.parallax'), TEXT)
    const open = windows.get(ONE)
    if (open) open.opening = { sample: false, files: [], project: place('talks.parallax'), recovered: true }
    expect(await ask(ONE, 'launch')).toMatchObject({ project: { text: TEXT }, recovered: true })
    expect(await ask(ONE, 'launch')).toMatchObject({ project: null, recovered: false })
  })

  it('says whether it has anything to lose, and closes when it has saved it', async () => {
    await ask(ONE, 'setEdited', true)
    expect(windows.get(ONE)?.isEdited).toBe(true)
    await ask(ONE, 'closeNow')
    expect(windows.get(ONE)?.mayClose).toBe(true)
    await ask(ONE, 'newWindow')
    expect(events).toEqual(['1 edited true', '1 closed', 'opened'])
  })
})

describe('an exported file', () => {
  it.each([
    ['text', 'csv', 'a,“é”,中', Buffer.from('a,“é”,中')],
    ['bytes', 'png', Uint8Array.of(0x89, 0x50), Buffer.of(0x89, 0x50)]
  ])('of %s is written as it is, under its ending', async (_name, kind, content, bytes) => {
    chosen = place('findings')
    expect(await ask(ONE, 'exportFile', { name: `Talks.${kind}`, kind, content })).toEqual({
      name: `findings.${kind}`
    })
    expect(asked[0]?.defaultPath).toBe(`Talks.${kind}`)
    expect(await readFile(place(`findings.${kind}`))).toEqual(bytes)
  })

  it('that cannot be written is told; none is written where no place is chosen', async () => {
    chosen = place('no/folder/findings.md')
    expect(await ask(ONE, 'exportFile', { name: 'x', kind: 'md', content: '' })).toMatchObject({
      problem: { code: 'gone' }
    })
    chosen = null
    expect(await ask(ONE, 'exportFile', { name: 'x', kind: 'md', content: '' })).toBeNull()
  })
})

describe('the name of a file', () => {
  it.each([
    ['Talks, 1 March', 'Talks, 1 March'],
    ['../../etc/passwd', 'etc passwd'],
    ['王毅会见：“要点”', '王毅会见：“要点”'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['.hidden', 'hidden'],
    ['', 'Untitled'],
    ['\u0000\n', 'Untitled'],
    ['x'.repeat(300), 'x'.repeat(100)]
  ])('%j: %j', (name, safe) => {
    expect(safeName(name)).toBe(safe)
  })
})
