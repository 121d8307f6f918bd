import { dirname } from 'node:path'
import type { OrphanedDraft } from '../contract/storage.ts'
import { realDisk, type Disk } from './disk.ts'
import { DraftFiles, PLACES, type Place } from './draft-files.ts'
import type { Draft, DraftOrigin } from './draft-text.ts'
import { sha256 } from './fingerprint.ts'

/** A draft as it is taken up; `parts` are those of its pieces that are whole, null where it is not in pieces. */
export type TakenDraft = Draft & { parts: Record<string, string> | null }

/** What is known of a draft that a window has. */
interface Known {
  /** Where its last whole state is; undefined for none. */
  last: Place | undefined
  /** The pieces that the state at each place names. */
  parts: [string[], string[]]
}

/**
 * Work in progress, on disk within a second of each change, until it is saved or given up.
 *
 * Of the two states of a draft that are kept, the one with the higher number is the later; the clock is not asked. What
 * is large and seldom changes is kept in pieces, which a state names.
 */
export class Drafts {
  readonly #files: DraftFiles
  readonly #disk: Disk
  readonly #now: () => Date
  /** Window of each draft; what is on disk and not here is an orphan. */
  readonly #owners = new Map<string, number>()
  readonly #known = new Map<string, Known>()
  #counter: number | null = null
  #turn: Promise<unknown> = Promise.resolve()

  constructor(folder: string, disk: Disk = realDisk, now: () => Date = () => new Date()) {
    this.#files = new DraftFiles(folder, disk)
    this.#disk = disk
    this.#now = now
  }

  /**
   * Writes a state of a window's work; it is durable when this is done.
   *
   * @param parts names of the pieces that belong to it; null where the text is that of a project file
   * @throws the system's error; the state before is then still there
   */
  store(
    window: number,
    id: string,
    origin: DraftOrigin,
    text: string,
    parts: readonly string[] | null = null
  ): Promise<void> {
    return this.#inTurn(async () => {
      this.#claim(window, id)
      this.#counter ??= await this.#lastCounter()
      const known = await this.#knownOf(id)
      const place: Place = known.last === 0 ? 1 : 0
      const header = {
        draft: parts ? (2 as const) : (1 as const),
        id,
        ...origin,
        counter: ++this.#counter,
        time: this.#now().toISOString(),
        pid: process.pid,
        ...(parts ? { parts: [...parts] } : {})
      }
      await this.#files.write(place, { header, text })
      // A whole text names none, and is followed by states that go on to name them.
      const dropped = parts ? known.parts[place] : []
      known.last = place
      if (parts) known.parts[place] = [...parts]
      const named = new Set(known.parts.flat())
      await this.#files
        .removeParts(
          id,
          dropped.filter((part) => !named.has(part))
        )
        .catch(() => undefined)
    })
  }

  /**
   * Writes a piece that later states name.
   *
   * @throws the system's error
   */
  storePart(window: number, id: string, part: string, text: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#claim(window, id)
      await this.#files.writePart(id, part, text)
    })
  }

  /** Takes a draft away: its own window's, or one that is nobody's. */
  drop(window: number, id: string): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#isFor(window, id)) await this.#remove(id)
    })
  }

  /** The work is saved: its states go, its pieces stay for what the window does next. */
  saved(window: number, id: string): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#isFor(window, id)) return
      const known = await this.#knownOf(id)
      await this.#files.removeStates(id, known.last)
      known.last = undefined
    })
  }

  /** Takes away all of a window's drafts: the user does not want its work saved. */
  dropAll(window: number): Promise<void> {
    return this.#inTurn(async () => {
      for (const [id, owner] of [...this.#owners]) if (owner === window) await this.#remove(id)
    })
  }

  /** The window is gone, or its page is: what it stored is nobody's; pieces that no state names are nothing. */
  release(window: number): Promise<void> {
    return this.#inTurn(async () => {
      for (const [id, owner] of [...this.#owners])
        if (owner === window) {
          this.#owners.delete(id)
          this.#known.delete(id)
        }
      await this.#removeLooseParts()
    })
  }

  /**
   * Drafts that no window has, last stored first. One whose file holds the same by now has nothing to give and is taken
   * away; what is torn in both places is left alone, and told of.
   */
  orphans(): Promise<OrphanedDraft[]> {
    return this.#inTurn(async () => {
      await this.#removeLooseParts()
      const found: Draft[] = []
      const damaged: OrphanedDraft[] = []
      for (const id of (await this.#files.ids()).states) {
        if (this.#owners.has(id)) continue
        const latest = await this.#files.latest(id)
        if (!latest) {
          const { name, stored } = await this.#files.remains(id)
          damaged.push({
            id,
            name: name ?? 'Unsaved work',
            folder: this.#files.folder,
            stored,
            isDamaged: true
          })
        } else if (await this.#isSaved(latest.draft)) await this.#remove(id)
        else found.push(latest.draft)
      }
      const whole = found
        .sort((one, other) => other.header.counter - one.header.counter)
        .map(({ header: { id, name, path, time } }) => ({
          id,
          name,
          folder: path === null ? null : dirname(path),
          stored: time,
          isDamaged: false
        }))
      return [...whole, ...damaged]
    })
  }

  /** Gives an orphan to a window; null where there is none, or where another window was quicker. */
  take(window: number, id: string): Promise<TakenDraft | null> {
    return this.#inTurn(async () => {
      if (!this.#isFor(window, id)) return null
      const latest = await this.#files.latest(id)
      if (!latest) return null
      this.#owners.set(id, window)
      this.#known.delete(id)
      const { parts } = latest.draft.header
      return { ...latest.draft, parts: parts ? await this.#files.readParts(id, parts) : null }
    })
  }

  #isFor(window: number, id: string): boolean {
    const owner = this.#owners.get(id)
    return owner === undefined || owner === window
  }
  #claim(window: number, id: string): void {
    if (!this.#isFor(window, id)) throw new Error('This draft is of another window.')
    this.#owners.set(id, window)
  }

  async #knownOf(id: string): Promise<Known> {
    const known = this.#known.get(id)
    if (known) return known
    const [one, other] = await Promise.all(PLACES.map((place) => this.#files.read(id, place)))
    const loaded: Known = {
      last: (await this.#files.latest(id))?.place,
      parts: [one?.header.parts ?? [], other?.header.parts ?? []]
    }
    this.#known.set(id, loaded)
    return loaded
  }

  async #remove(id: string): Promise<void> {
    const { last } = await this.#knownOf(id)
    await this.#files.removeStates(id, last)
    await this.#files.removeParts(id)
    this.#known.delete(id)
    this.#owners.delete(id)
  }

  async #removeLooseParts(): Promise<void> {
    for (const id of (await this.#files.ids()).partsOnly)
      if (!this.#owners.has(id)) await this.#files.removeParts(id)
  }

  async #isSaved({ header: { path, parts }, text }: Draft): Promise<boolean> {
    if (path === null || parts) return false
    try {
      return sha256(await this.#disk.readFile(path)) === sha256(text)
    } catch {
      return false
    }
  }

  async #lastCounter(): Promise<number> {
    let last = 0
    for (const id of (await this.#files.ids()).states)
      last = Math.max(last, (await this.#files.latest(id))?.draft.header.counter ?? 0)
    return last
  }

  /** One thing after another, so that what is dropped is not written again by what came before. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => undefined)
    return done
  }
}
