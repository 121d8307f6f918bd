import type { DesktopApi } from '../../electron/contract/api.ts'
import type { ChangedFile, SavedProject } from '../../electron/contract/storage.ts'
import { now } from '../lib/words.ts'
import { Stopped } from './files.ts'
import type { Answer, Question } from './question.svelte.ts'
import type { Status } from './status.svelte.ts'
import { words } from '../words/words.ts'

/** The file that a project is saved in. */
export interface ProjectFile {
  handle: string
  name: string
  /** Why nothing can be saved to it; null where it can. */
  readOnly: string | null
}

/** What the file needs of the window around it. */
export interface FileDesk {
  /** @param about what it is about, by which it is taken back when that is mended */
  fail: (message: string, about?: 'saving' | 'keeping') => void
  mend: (about: 'saving' | 'keeping') => void
  announce: (message: string) => void
  ask: (question: Question) => Promise<Answer>
  during: Status['during']
  /** What a project that was never saved is called, fit for every file system. */
  suggestedName: () => string
}

/** The file of the project on screen: whether it is as this window knows it, and saving to it. */
export class FileState {
  readonly #desktop: DesktopApi
  readonly #desk: FileDesk
  #file = $state.raw<ProjectFile | null>(null)
  /** What another program made of the file since it was read or written; null for nothing. */
  #foreign = $state<ChangedFile['what'] | null>(null)
  /** ISO date and time. */
  #savedAt = $state<string | null>(null)

  constructor(desktop: DesktopApi, desk: FileDesk) {
    this.#desktop = desktop
    this.#desk = desk
    desktop.onChangedFile(({ handle, what }) => {
      if (handle !== this.#file?.handle) return
      this.#foreign = what
      desk.fail(
        what === 'gone'
          ? words.status.movedByOther(this.#file.name)
          : words.status.changedByOther(this.#file.name),
        'saving'
      )
    })
  }

  get file(): ProjectFile | null {
    return this.#file
  }
  get savedAt(): string | null {
    return this.#savedAt
  }
  get name(): string {
    return this.#file?.name ?? words.project.unsavedProject
  }
  get isChanged(): boolean {
    return this.#foreign === 'changed'
  }

  /** @param isChanged it is no longer what it was when the work began */
  show(file: ProjectFile | null, isChanged = false): void {
    const before = this.#file
    if (before && before.handle !== file?.handle) void this.#desktop.releaseProject(before.handle)
    this.#file = file
    this.#foreign = isChanged ? 'changed' : null
    this.#savedAt = null
  }

  /**
   * Saves to the file; where another program changed it, the reader says what becomes of that.
   *
   * @param write the text as it stands when it is asked for
   * @returns whether it is saved; `theirs` where what is in the file is to come on screen
   */
  async save(write: () => Promise<string>, draft: string): Promise<boolean | 'theirs'> {
    const file = this.#file
    // Not to a file that has another content than this window knows: under another name.
    if (file?.readOnly !== null) return this.saveAs(write, draft)
    try {
      for (;;) {
        if (this.#foreign === 'changed') {
          const answer = await this.#desk.ask({ about: 'changed-on-disk', name: file.name })
          if (answer === 'beside') return await this.saveAs(write, draft)
          if (answer === 'discard') return 'theirs'
          if (answer === 'cancel') return false
        }
        const text = await write()
        const force = this.#foreign !== null
        const saved = await this.#desktop.saveProject({ handle: file.handle, text, draft, force })
        const code = 'problem' in saved ? saved.problem.code : null
        if (code === 'gone') this.#foreign = 'gone'
        // Not heard of before: asked now.
        if (code !== 'changed-on-disk' || force) return this.#note(saved)
        this.#foreign = 'changed'
      }
    } catch (error) {
      return this.#failed(error)
    }
  }

  /** Saves where the reader chooses. @returns whether it is saved */
  async saveAs(write: () => Promise<string>, draft: string): Promise<boolean> {
    try {
      const text = await write()
      const saved = await this.#desktop.saveProjectAs({
        text,
        suggestedName: this.#file?.name ?? `${this.#desk.suggestedName()}.parallax`,
        handle: this.#file?.handle ?? null,
        draft
      })
      return saved !== null && this.#note(saved)
    } catch (error) {
      return this.#failed(error)
    }
  }

  #note(saved: SavedProject): boolean {
    if ('problem' in saved) {
      this.#desk.fail(saved.problem.message, 'saving')
      return false
    }
    const wasForeign = this.#foreign === 'changed' && saved.handle === this.#file?.handle
    this.#file = { handle: saved.handle, name: saved.name, readOnly: null }
    this.#savedAt = now()
    this.#foreign = null
    this.#desk.mend('saving')
    this.#desk.announce(words.status.savedAs(saved.name, wasForeign))
    if (saved.notKept) this.#desk.fail(saved.notKept.message, 'saving')
    return true
  }
  #failed(error: unknown): false {
    if (error instanceof Stopped) {
      this.#desk.announce(words.status.stoppedNothingSaved)
      return false
    }
    this.#desk.fail(error instanceof Error ? error.message : String(error), 'saving')
    return false
  }
}
