import { screen, webContents, type BrowserWindow } from 'electron'
import { CHANGED_CHANNEL, PROJECT_CHANNEL } from '../contract/channels.ts'
import { MOST_WINDOWS } from '../contract/limits.ts'
import type { ChangedFile } from '../contract/storage.ts'
import { placeOn } from './bounds.ts'
import { askBeforeClosing } from './closing.ts'
import type { LaunchArguments } from './launch.ts'
import type { Storage } from './storage.ts'
import { openWindow } from './window.ts'

/** What a window is opened with; told to its page once. */
export interface Opening {
  sample: boolean
  /** Readouts, by path. */
  files: string[]
  /** Path of a project. */
  project: string | null
  recovered: boolean
}

/** A window that is open. */
export interface OpenWindow {
  readonly window: BrowserWindow
  /** Id of its page, by which calls, files and drafts know it; kept since a dead page cannot be asked. */
  readonly id: number
  opening: Opening
  /** Its page has asked what it was opened with, and hears what it is told. */
  hasLaunched: boolean
  isEdited: boolean
  /** The user was asked, or all is saved. */
  mayClose: boolean
}

export const NOTHING_TO_OPEN: Opening = { sample: false, files: [], project: null, recovered: false }

/** @param window id of its page */
export const tellOfChange = (window: number, file: ChangedFile): void => {
  webContents.fromId(window)?.send(CHANGED_CHANNEL, file)
}

const show = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** What the end of the app needs to hear of. */
export interface WindowHooks {
  /** The user called the end of the app off. */
  onCancelClosing: () => void
  onClosed: () => void
}

/** The windows of the app. */
export class Windows {
  readonly #open = new Map<number, OpenWindow>()
  readonly #storage: Storage
  readonly #page: { development: string | null; developer: boolean }
  readonly #hooks: WindowHooks
  #turn: Promise<unknown> = Promise.resolve()

  constructor(
    storage: Storage,
    page: { development: string | null; developer: boolean },
    hooks: WindowHooks
  ) {
    this.#storage = storage
    this.#page = page
    this.#hooks = hooks
  }

  /** @param id of its page */
  of(id: number): OpenWindow | undefined {
    return this.#open.get(id)
  }

  /** @throws where there are so many already, with a message for the reader */
  async open(opening: Partial<Opening> = {}): Promise<void> {
    if (this.#open.size >= MOST_WINDOWS)
      throw new Error(`${MOST_WINDOWS} windows are open. Close one of them first.`)
    const { window: last } = await this.#storage.settings.get()
    const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()]
    const place = placeOn(
      last,
      displays.map(({ workArea }) => workArea),
      this.#open.size === 0
    )
    const window = openWindow({
      ...this.#page,
      place,
      isMaximised: last?.isMaximised ?? false,
      onRecover: () => {
        open.opening = { ...NOTHING_TO_OPEN, recovered: true }
      }
    })
    const open: OpenWindow = {
      window,
      id: window.webContents.id,
      opening: { ...NOTHING_TO_OPEN, ...opening },
      hasLaunched: false,
      isEdited: false,
      mayClose: false
    }
    this.#open.set(open.id, open)
    this.#follow(open)
  }

  /** Opens what a command line or the file manager asks for: the first project here, each other in its own window. */
  async openAll({ sample, files, projects }: LaunchArguments): Promise<void> {
    const [first = null, ...others] = projects
    await this.open({ sample, files, project: first })
    for (const project of others) await this.open({ project })
  }

  /**
   * Shows a project: in the window that has it, in one that has nothing to lose, or in a new one. One after another,
   * so that two do not take the same window.
   */
  bring(path: string): Promise<void> {
    const done = this.#turn.then(async () => {
      const holder = this.#open.get((await this.#storage.projects.windowOf(path)) ?? -1)
      if (holder) {
        show(holder.window)
        return
      }
      const free = [...this.#open.values()].find((open) => this.#isFree(open))
      if (!free) {
        await this.open({ project: path })
        return
      }
      const project = await this.#storage.projects.open(free.id, path)
      if ('handle' in project) await this.#storage.recent.add(path)
      free.window.webContents.send(PROJECT_CHANNEL, project)
      show(free.window)
    })
    this.#turn = done.catch(() => undefined)
    return done
  }

  /** Brings the window forward that has a file; whether there is one beside the one that asks. */
  async showHolder(path: string, asking: number): Promise<boolean> {
    const id = await this.#storage.projects.windowOf(path)
    const holder = id === null || id === asking ? undefined : this.#open.get(id)
    if (holder) show(holder.window)
    return holder !== undefined
  }

  /** Brings some window forward, or opens one where there is none. */
  async showAny(): Promise<void> {
    const [open] = this.#open.values()
    if (open) show(open.window)
    else await this.open()
  }

  #isFree({ id, isEdited, hasLaunched }: OpenWindow): boolean {
    return hasLaunched && !isEdited && !this.#storage.projects.hasAny(id)
  }

  #follow(open: OpenWindow): void {
    const { window, id } = open
    const { projects, drafts, settings } = this.#storage
    askBeforeClosing(open, {
      onDiscard: () => drafts.dropAll(id),
      onCancel: this.#hooks.onCancelClosing
    })
    window.on('focus', () => void projects.check(id))
    window.on('close', () => {
      const place = { ...window.getNormalBounds(), isMaximised: window.isMaximized() }
      void settings.change({ window: place })
    })
    window.on('closed', () => {
      this.#open.delete(id)
      projects.releaseAll(id)
      void drafts.release(id)
      this.#hooks.onClosed()
    })
  }
}
