import { randomUUID } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { MOST_PROJECT_BYTES } from '../contract/limits.ts'
import type {
  ChangedFile,
  KeptCopy,
  OpenedProject,
  ReadText,
  SavedProject,
  StorageProblem
} from '../contract/storage.ts'
import { sweep, writeAtomic } from './atomic.ts'
import type { Backups } from './backups.ts'
import { codeOf, realDisk, type Disk } from './disk.ts'
import { sha256, type Fingerprint } from './fingerprint.ts'
import { readingFailed, writingFailed, writingProblem } from './problems.ts'
import { linkedFile, present, readOnlyReason, readProjectFile, realPath } from './project-file.ts'
import { watchFile } from './watch.ts'

/** A project file that a window has open. */
interface Held {
  readonly handle: string
  readonly window: number
  readonly path: string
  /** The file itself, where it has several names. */
  linked: string | null
  /** What the window knows the file to be; null for one that it is about to make. */
  known: Fingerprint | null
  /** The content could not be read for certain, and is not written over. */
  isProtected: boolean
  /** What the window was last told of the file: the hash of another content, or that it is gone. */
  told: string | null
  /** Reading and writing of this file, one after another. */
  turn: Promise<unknown>
  stopWatching: () => void
}

const elsewhere = (name: string): StorageProblem => ({
  code: 'locked',
  message: `“${name}” is open in another window. Go on there, or save under another name here.`
})

const notHeld: StorageProblem = {
  code: 'failed',
  message: 'This window no longer has the file. Save under a name of your choice.'
}

const isProtected = (name: string): StorageProblem => ({
  code: 'read-only',
  message: `“${name}” could not be read for certain and is left as it is. Save under another name.`
})

type Tell = (window: number, file: ChangedFile) => void

/** The project files that windows have open. A window names them by handles, which hold for it alone. */
export class Projects {
  readonly #disk: Disk
  readonly #backups: Backups
  readonly #tell: Tell
  readonly #watch: typeof watchFile
  readonly #held = new Map<string, Held>()

  /** @param tell hears what another program does to a file that a window has */
  constructor(backups: Backups, tell: Tell, disk: Disk = realDisk, watch: typeof watchFile = watchFile) {
    this.#backups = backups
    this.#tell = tell
    this.#disk = disk
    this.#watch = watch
  }

  /** The window that has a file; null for none. */
  async windowOf(path: string): Promise<number | null> {
    const real = await realPath(path, this.#disk).catch(() => path)
    const linked = await linkedFile(real, this.#disk).catch(() => null)
    return this.#at(real, linked)?.window ?? null
  }

  /** Where the file of a handle is, and what the window knows it to be. */
  heldBy(window: number, handle: string): { path: string; known: Fingerprint | null } | null {
    return this.#of(window, handle)
  }

  hasAny(window: number): boolean {
    return this.#heldBy(window).length > 0
  }

  /** Opens a file that the user chose. Never throws. */
  async open(window: number, path: string): Promise<OpenedProject> {
    const name = basename(path)
    try {
      const real = await realPath(path, this.#disk)
      const read = await readProjectFile(real, this.#disk)
      if (!read.ok) return { name, problem: read.problem }
      const readOnly = await readOnlyReason(real, this.#disk)
      const linked = await linkedFile(real, this.#disk)
      const other = this.#at(real, linked)
      if (other && other.window !== window) return { name, problem: elsewhere(name) }
      // The window may stay with what it has, and keeps the handle of that.
      const held = other ?? this.#hold(window, real, read.print)
      Object.assign(held, { known: read.print, linked, told: null, isProtected: false })
      const { handle } = held
      void sweep(dirname(real), this.#disk)
      return { handle, name: basename(real), text: read.text, readOnly }
    } catch (error) {
      return { name, problem: readingFailed(error, name) }
    }
  }

  /** Reads a file that is only looked at. Never throws. */
  async read(path: string): Promise<ReadText> {
    const name = basename(path)
    const read = await readProjectFile(path, this.#disk)
    return read.ok ? { name, text: read.text } : { name, problem: read.problem }
  }

  /** What is on disk now, under the handle that the window has. Never throws. */
  reload(window: number, handle: string): Promise<OpenedProject> {
    const held = this.#of(window, handle)
    if (!held) return Promise.resolve({ name: '', problem: notHeld })
    const name = basename(held.path)
    return this.#inTurn(held, async () => {
      const read = await readProjectFile(held.path, this.#disk)
      if (!read.ok) return { name, problem: read.problem }
      Object.assign(held, { known: read.print, told: null, isProtected: false })
      return { handle, name, text: read.text, readOnly: await readOnlyReason(held.path, this.#disk) }
    })
  }

  /**
   * Saves to the file that the window has. Never throws.
   *
   * @param force over what another program made of it, or where it was taken away
   */
  save(window: number, handle: string, text: string, force: boolean): Promise<SavedProject> {
    const held = this.#of(window, handle)
    if (!held) return Promise.resolve({ problem: notHeld })
    return this.#inTurn(held, () => this.#write(held, text, force))
  }

  /**
   * Saves to a place that the user chose, which the window has from then on. Never throws.
   *
   * @param before handle of the file that the window had, which is let go when all is done
   */
  async saveAs(window: number, path: string, text: string, before: string | null): Promise<SavedProject> {
    const name = basename(path)
    try {
      const real = await realPath(path, this.#disk)
      const linked = await linkedFile(real, this.#disk).catch(() => null)
      const other = this.#at(real, linked)
      if (other && other.window !== window) return { problem: elsewhere(name) }
      const held = other ?? this.#hold(window, real, null)
      const answer = await this.#inTurn(held, () => this.#write(held, text, true))
      const left = 'problem' in answer ? held : this.#of(window, before ?? '')
      if (left && left !== other) this.#letGo(left)
      return answer
    } catch (error) {
      return { problem: writingFailed(error, name) }
    }
  }

  release(window: number, handle: string): void {
    const held = this.#of(window, handle)
    if (held) this.#letGo(held)
  }

  releaseAll(window: number): void {
    for (const held of this.#heldBy(window)) this.#letGo(held)
  }

  /** From now on nothing is saved over this file, whose content could not be read for certain. */
  protect(window: number, handle: string): void {
    const held = this.#of(window, handle)
    if (held) held.isProtected = true
  }

  /** The window's work began with this state of the file, which may be another by now. */
  expect(window: number, handle: string, known: Fingerprint): void {
    const held = this.#of(window, handle)
    if (held) held.known = known
  }

  /** Looks at the files of a window; what another program did to one is told once. Never throws. */
  async check(window: number): Promise<void> {
    await Promise.all(this.#heldBy(window).map((held) => this.#check(held)))
  }

  async copies(window: number, handle: string): Promise<KeptCopy[]> {
    const held = this.#of(window, handle)
    return held ? this.#backups.list(held.path) : []
  }

  async copy(window: number, handle: string, id: string): Promise<ReadText> {
    const held = this.#of(window, handle)
    const name = held ? basename(held.path) : ''
    if (!held) return { name, problem: notHeld }
    try {
      return { name, text: await this.#backups.read(held.path, id) }
    } catch (error) {
      return { name, problem: readingFailed(error, name) }
    }
  }

  #check(held: Held): Promise<void> {
    return this.#inTurn(held, async () => {
      const now = await this.#stateOf(held)
      if (now === null || now === held.told || !this.#held.has(held.handle)) return
      held.told = now === held.known?.sha256 ? null : now
      if (held.told === null) return
      this.#tell(held.window, { handle: held.handle, what: now === 'gone' ? 'gone' : 'changed' })
    })
  }

  async #write(held: Held, text: string, force: boolean): Promise<SavedProject> {
    const { handle, path } = held
    const name = basename(path)
    const content = Buffer.from(text)
    if (held.isProtected) return { problem: isProtected(name) }
    if (content.byteLength > MOST_PROJECT_BYTES) return { problem: writingProblem('too-large', name) }
    try {
      const there = await present(path, this.#disk)
      if (there === 'changing') return { problem: writingProblem('changed-on-disk', name) }
      const isKnown = there?.print.sha256 === held.known?.sha256
      if (!force && !isKnown) return { problem: writingProblem(there ? 'changed-on-disk' : 'gone', name) }
      const readOnly = there && (await readOnlyReason(path, this.#disk))
      if (readOnly) return { problem: readOnly }
      const notKept = there && (await this.#keep(path, there.content))
      // Taken away with its folder: both are put back.
      if (!there) await this.#disk.mkdir(dirname(path))
      await writeAtomic(path, content, this.#disk)
      const { mtimeMs } = await this.#disk.stat(path).catch(() => ({ mtimeMs: NaN }))
      held.known = { size: content.byteLength, mtimeMs, sha256: sha256(content) }
      // What was written is a file of its own, even where the one before had other names.
      Object.assign(held, { told: null, linked: null })
      // A folder that was made anew is another one than was watched.
      if (!there) this.#follow(held)
      return { handle, name, notKept }
    } catch (error) {
      return { problem: writingFailed(error, name) }
    }
  }

  /** That the copy cannot be kept is told, and is no reason not to save. */
  async #keep(path: string, content: Uint8Array): Promise<StorageProblem | null> {
    try {
      await this.#backups.keep(path, content)
      return null
    } catch (error) {
      return writingFailed(error, `the previous ${basename(path)}`)
    }
  }

  /** Hash of what is on disk, or that nothing is; null where that cannot be told now. */
  async #stateOf({ path, known }: Held): Promise<string | null> {
    try {
      const { size, mtimeMs } = await this.#disk.stat(path)
      if (known?.size === size && known.mtimeMs === mtimeMs) return known.sha256
      const there = await present(path, this.#disk)
      return there === 'changing' ? null : (there?.print.sha256 ?? 'gone')
    } catch (error) {
      return codeOf(error) === 'ENOENT' ? 'gone' : null
    }
  }

  #of(window: number, handle: string): Held | null {
    const held = this.#held.get(handle)
    return held?.window === window ? held : null
  }

  #heldBy(window: number): Held[] {
    return [...this.#held.values()].filter((held) => held.window === window)
  }

  #at(path: string, linked: string | null): Held | undefined {
    return [...this.#held.values()].find(
      (held) => held.path === path || (linked !== null && held.linked === linked)
    )
  }

  #hold(window: number, path: string, known: Fingerprint | null): Held {
    const held: Held = {
      handle: randomUUID(),
      window,
      path,
      linked: null,
      known,
      isProtected: false,
      told: null,
      turn: Promise.resolve(),
      stopWatching: () => undefined
    }
    this.#held.set(held.handle, held)
    this.#follow(held)
    return held
  }

  #follow(held: Held): void {
    held.stopWatching()
    held.stopWatching = this.#watch(held.path, () => void this.#check(held))
  }

  #letGo(held: Held): void {
    held.stopWatching()
    this.#held.delete(held.handle)
  }

  #inTurn<T>(held: Held, work: () => Promise<T>): Promise<T> {
    const done = held.turn.then(work)
    held.turn = done.catch(() => undefined)
    return done
  }
}
