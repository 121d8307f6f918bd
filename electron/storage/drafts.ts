import { dirname, join } from 'node:path'
import type { OrphanedDraft } from '../contract/storage.ts'
import { writeAtomic } from './atomic.ts'
import { codeOf, realDisk, type Disk } from './disk.ts'
import { sha256 } from './fingerprint.ts'
import { draftText, readDraft, type Draft, type DraftOrigin } from './draft-text.ts'

/**
 * Work in progress, on disk within a second of each change, until it is saved or given up.
 *
 * Each draft has two places, written in turn: while one is written the other holds the state before. Of those that are
 * whole the one with the higher number is the later; the clock is not asked.
 */
const PLACES = [0, 1] as const
type Place = (typeof PLACES)[number]

const FILE = /^([a-z0-9-]{8,64})\.[01]\.draft$/u

interface Found {
  draft: Draft
  place: Place
}

export class Drafts {
  readonly #folder: string
  readonly #disk: Disk
  readonly #now: () => Date
  /** Window of each draft; what is on disk and not here is an orphan. */
  readonly #owners = new Map<string, number>()
  /** Where the last whole state of each draft is. */
  readonly #places = new Map<string, Place>()
  #counter: number | null = null
  #turn: Promise<unknown> = Promise.resolve()

  constructor(folder: string, disk: Disk = realDisk, now: () => Date = () => new Date()) {
    this.#folder = folder
    this.#disk = disk
    this.#now = now
  }

  /**
   * Writes a state of a window's work; it is durable when this is done.
   *
   * @throws the system's error; the state before is then still there
   */
  store(window: number, id: string, origin: DraftOrigin, text: string): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#isFor(window, id)) throw new Error('This draft is of another window.')
      await this.#disk.mkdir(this.#folder)
      this.#counter ??= await this.#lastCounter()
      const last = this.#places.get(id) ?? (await this.#latest(id))?.place
      const place: Place = last === 0 ? 1 : 0
      const header = {
        draft: 1 as const,
        id,
        ...origin,
        counter: ++this.#counter,
        time: this.#now().toISOString(),
        pid: process.pid
      }
      await writeAtomic(this.#path(id, place), draftText(header, text), this.#disk)
      this.#places.set(id, place)
      this.#owners.set(id, window)
    })
  }

  /** Takes a draft away: its own window's, or one that is nobody's. */
  drop(window: number, id: string): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#isFor(window, id)) await this.#remove(id)
    })
  }

  /** Takes away all of a window's drafts: the user does not want its work saved. */
  dropAll(window: number): Promise<void> {
    return this.#inTurn(async () => {
      for (const [id, owner] of [...this.#owners]) if (owner === window) await this.#remove(id)
    })
  }

  /** The window is gone, or its page is: what it stored is nobody's. */
  release(window: number): Promise<void> {
    return this.#inTurn(() => {
      for (const [id, owner] of [...this.#owners]) if (owner === window) this.#owners.delete(id)
      return Promise.resolve()
    })
  }

  /**
   * Drafts that no window has, last stored first. One whose file holds the same by now has nothing to give and is taken
   * away; what is torn in both places is left alone.
   */
  orphans(): Promise<OrphanedDraft[]> {
    return this.#inTurn(async () => {
      const found: Draft[] = []
      for (const id of await this.#ids()) {
        const latest = this.#owners.has(id) ? null : await this.#latest(id)
        if (latest && (await this.#isSaved(latest.draft))) await this.#remove(id)
        else if (latest) found.push(latest.draft)
      }
      return found
        .sort((one, other) => other.header.counter - one.header.counter)
        .map(({ header: { id, name, path, time } }) => ({
          id,
          name,
          folder: path === null ? null : dirname(path),
          stored: time
        }))
    })
  }

  /** Gives an orphan to a window; null where there is none, or where another window was quicker. */
  take(window: number, id: string): Promise<Draft | null> {
    return this.#inTurn(async () => {
      if (!this.#isFor(window, id)) return null
      const latest = await this.#latest(id)
      if (!latest) return null
      this.#owners.set(id, window)
      this.#places.set(id, latest.place)
      return latest.draft
    })
  }

  #isFor(window: number, id: string): boolean {
    const owner = this.#owners.get(id)
    return owner === undefined || owner === window
  }

  #path(id: string, place: number): string {
    return join(this.#folder, `${id}.${place}.draft`)
  }

  /** The state before goes first: if the app ends between the two, what is left is the last one. */
  async #remove(id: string): Promise<void> {
    const last = this.#places.get(id) ?? (await this.#latest(id))?.place
    for (const place of last === 0 ? [1, 0] : [0, 1])
      await this.#disk.unlink(this.#path(id, place)).catch((error: unknown) => {
        if (codeOf(error) !== 'ENOENT') throw error
      })
    this.#places.delete(id)
    this.#owners.delete(id)
  }

  async #isSaved({ header: { path }, text }: Draft): Promise<boolean> {
    if (path === null) return false
    try {
      return sha256(await this.#disk.readFile(path)) === sha256(text)
    } catch {
      return false
    }
  }

  async #ids(): Promise<string[]> {
    try {
      const names = await this.#disk.readdir(this.#folder)
      return [...new Set(names.flatMap((name) => FILE.exec(name)?.[1] ?? []))]
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return []
      throw error
    }
  }

  /** The later of a draft's whole states. */
  async #latest(id: string): Promise<Found | null> {
    let latest: Found | null = null
    for (const place of PLACES) {
      const draft = await this.#read(id, place)
      if (draft && (!latest || draft.header.counter > latest.draft.header.counter)) latest = { draft, place }
    }
    return latest
  }

  async #read(id: string, place: Place): Promise<Draft | null> {
    try {
      const draft = readDraft(new TextDecoder().decode(await this.#disk.readFile(this.#path(id, place))))
      return draft?.header.id === id ? draft : null
    } catch {
      return null
    }
  }

  async #lastCounter(): Promise<number> {
    let last = 0
    for (const id of await this.#ids())
      last = Math.max(last, (await this.#latest(id))?.draft.header.counter ?? 0)
    return last
  }

  /** One thing after another, so that what is dropped is not written again by what came before. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => undefined)
    return done
  }
}
