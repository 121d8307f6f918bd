import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IpcMainInvokeEvent } from 'electron'
import { afterEach, beforeEach, vi } from 'vitest'
import { callChannel, type Call } from '../../../../electron/contract/channels.ts'
import { LexiconFile } from '../../../../electron/main/lexicon-file.ts'
import type { OpenWindow, Windows } from '../../../../electron/main/windows.ts'

/** What a test has of the app's side, and what it says for the user. */
export const desk = {
  /** What the user would choose in the next dialog; null for nothing. */
  chosen: null as string | null,
  asked: [] as { defaultPath?: string; message?: string }[],
  mayReplace: true,
  folder: '',
  windows: new Map<number, OpenWindow>(),
  events: [] as string[]
}
vi.mock('electron', () => ({
  BrowserWindow: { fromWebContents: () => null },
  dialog: {
    showOpenDialog: () => Promise.resolve({ filePaths: desk.chosen === null ? [] : [desk.chosen] }),
    showSaveDialog: (options: { defaultPath: string }) => {
      desk.asked.push(options)
      return Promise.resolve({ filePath: desk.chosen ?? '' })
    },
    showMessageBox: (options: { message: string }) => {
      desk.asked.push(options)
      return Promise.resolve({ response: desk.mayReplace ? 0 : 1 })
    }
  }
}))
const { handlersFor } = await import('../../../../electron/main/handlers.ts')
const { setupIpc } = await import('../../../../electron/main/ipc.ts')
const { storageIn } = await import('../../../../electron/main/storage.ts')

export const ONE = 1
export const OTHER = 2
export const TEXT = '{"format":"parallax"}'

let asking: (window: number, call: Call, ...args: unknown[]) => Promise<unknown>

const windowOf = (id: number): OpenWindow =>
  ({
    id,
    window: {
      setDocumentEdited: (isEdited: boolean) => desk.events.push(`${id} edited ${String(isEdited)}`),
      close: () => desk.events.push(`${id} closed`)
    },
    opening: { sample: false, files: [], project: null, recovered: false },
    hasLaunched: false,
    isEdited: false,
    mayClose: false
  }) as unknown as OpenWindow

/** The app's side as it is, started on the desk.folder; only the windows and dialogs are not Electron's. */
export const start = (): void => {
  desk.windows = new Map([ONE, OTHER].map((id) => [id, windowOf(id)]))
  desk.events = []
  const listeners = new Map<string, (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<unknown>>()
  const storage = storageIn(join(desk.folder, 'data'), () => undefined)
  const some = {
    of: (id: number) => desk.windows.get(id),
    showHolder: async (path: string, asking: number) => {
      const holder = await storage.projects.windowOf(path)
      if (holder !== null && holder !== asking) desk.events.push(`${holder} shown`)
    },
    open: () => Promise.resolve(desk.events.push('opened'))
  }
  setupIpc(
    { handle: (channel, listener) => listeners.set(channel, listener as never) },
    handlersFor(some as unknown as Windows, storage, new LexiconFile(desk.folder), () =>
      desk.events.push('list changed')
    ),
    null
  )
  asking = async (window, call, ...args) => {
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

/** Asks the app's side as a window does. */
export const ask = (window: number, call: Call, ...args: unknown[]): Promise<unknown> =>
  asking(window, call, ...args)

beforeEach(async () => {
  desk.folder = await mkdtemp(join(tmpdir(), 'parallax-handlers-'))
  desk.chosen = null
  desk.asked = []
  desk.mayReplace = true
  start()
})
afterEach(() => rm(desk.folder, { recursive: true }))

export const place = (name: string): string => join(desk.folder, name)
export const handleOf = (answer: unknown): string => (answer as { handle?: string }).handle ?? 'no handle'
export const saveAs = async (
  window: number,
  name: string,
  text = TEXT,
  handle: string | null = null
): Promise<unknown> => {
  desk.chosen = place(name)
  return ask(window, 'saveProjectAs', { text, suggestedName: 'Talks', handle })
}
