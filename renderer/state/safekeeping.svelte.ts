import { version } from '../../package.json'
import type { DesktopApi } from '../../electron/contract/api.ts'
import type { StorageProblem } from '../../electron/contract/storage.ts'
import { writeDraft } from '../../engine/project/draft.ts'
import type { ProjectOutline, StudyContent } from '../../engine/project/parts.ts'
import { now } from '../lib/words.ts'
import { Autosave } from './autosave.ts'
import { DraftParts } from './draft-parts.ts'
import { words } from '../words/words.ts'

/** What is to be kept safe, as it stands now. */
export interface Kept {
  /** Of the file that it is a later state of; null where it was never saved. */
  handle: string | null
  name: string
  outline: ProjectOutline
  contents: readonly StudyContent[]
}

type Bridge = Pick<DesktopApi, 'storeDraft' | 'storeDraftPart' | 'dropDraft'>

interface Listener {
  /** Work could not be kept safe; why. */
  failed: (message: string) => void
  /** What was said of that holds no longer. */
  mended: () => void
}

/** Work is safe within this time; where it is not, the window says so. */
const SAFE_WITHIN_MS = 1_000
/** A draft that could not be written is tried again after this time, whether or not the work goes on. */
const AGAIN_AFTER_MS = 3_000

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/**
 * Keeps drafts of the work. What an edit changes is small and written after each; the content of a study is written
 * once, since it would take seconds to write a large project after each key.
 */
export class Safekeeping {
  readonly #bridge: Bridge
  readonly #listener: Listener
  readonly #current: () => Kept | null
  readonly #autosave: Autosave
  #parts: DraftParts
  /** Counts the changes, so that one made while something is written is known to be later. */
  #changes = 0
  #late: ReturnType<typeof setTimeout> | undefined
  #again: ReturnType<typeof setTimeout> | undefined
  #isLate = $state(false)

  /** @param current the work as it stands; null where nothing is unsaved */
  constructor(bridge: Bridge, listener: Listener, current: () => Kept | null) {
    this.#bridge = bridge
    this.#parts = new DraftParts(bridge)
    this.#listener = listener
    this.#current = current
    this.#autosave = new Autosave(() => this.#store())
  }

  /** Id of the draft. */
  get id(): string {
    return this.#parts.draft
  }
  get changes(): number {
    return this.#changes
  }
  /** Whether there is work that has not been safe for longer than it should be. */
  get isLate(): boolean {
    return this.#isLate
  }

  /** Something was changed: it is on disk within a second. */
  touch(): void {
    this.#changes++
    this.ask()
  }
  /** What is there is kept soon, changed or not. */
  ask(): void {
    this.#late ??= setTimeout(() => {
      this.#isLate = true
    }, SAFE_WITHIN_MS)
    this.#autosave.ask()
  }
  settle(): Promise<void> {
    return this.#autosave.settle()
  }
  /** Nothing is unsaved. */
  rest(): void {
    clearTimeout(this.#again)
    this.#autosave.cancel()
    this.#isSafe()
  }

  /** Other work comes on screen. What is kept of the one before is thrown away: it is saved, or not wanted. */
  begin(): void {
    this.rest()
    void this.#bridge.dropDraft(this.id)
    this.#parts = new DraftParts(this.#bridge)
  }
  /**
   * Goes on with a draft that was taken up.
   *
   * @param partOf names of the contents that it has on disk, by study
   */
  goOn(id: string, contents: readonly StudyContent[], partOf: ReadonlyMap<string, string>): void {
    this.#parts = new DraftParts(this.#bridge, id)
    for (const content of contents) {
      const part = partOf.get(content.id)
      if (part !== undefined) this.#parts.note(content, part)
    }
  }

  /** Writes the contents ahead, one after another, so that the first change need not wait for all of them. */
  async prepare(contents: readonly StudyContent[]): Promise<void> {
    const parts = this.#parts
    for (const content of contents) {
      if (parts !== this.#parts) return
      // Where it fails, the first draft tries it again and tells of it.
      await parts.nameOf(content).catch(() => undefined)
    }
  }

  async #store(): Promise<void> {
    clearTimeout(this.#again)
    const { id } = this
    const kept = this.#current()
    if (!kept) return
    const changes = this.#changes
    const problem = await this.#write(kept).catch((error: unknown): Pick<StorageProblem, 'message'> => {
      return { message: messageOf(error) }
    })
    // Other work has come on screen meanwhile.
    if (id !== this.id) return
    if (problem) {
      this.#listener.failed(words.status.notKeptSafe(problem.message))
      this.#again = setTimeout(() => {
        this.ask()
      }, AGAIN_AFTER_MS)
      return
    }
    this.#listener.mended()
    this.#isSafe()
    if (changes !== this.#changes) this.ask()
  }

  /** @returns what went wrong; null where it is on disk, or other work has come on screen before it was */
  async #write({ handle, name, outline, contents }: Kept): Promise<StorageProblem | null> {
    const parts = this.#parts
    const names: Record<string, string> = {}
    // One after another: the app's side takes only so much at once.
    for (const content of contents) names[content.id] = await parts.nameOf(content)
    if (parts !== this.#parts) return null
    const text = writeDraft(outline, { app: version, saved: now() }, (study) => names[study] ?? '')
    return this.#bridge.storeDraft({ id: parts.draft, handle, name, text, parts: Object.values(names) })
  }

  #isSafe(): void {
    clearTimeout(this.#late)
    this.#late = undefined
    this.#isLate = false
  }
}
