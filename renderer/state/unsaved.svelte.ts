import type { DesktopApi } from '../../electron/contract/api.ts'
import type { ProjectFile } from './project-file.svelte.ts'
import type { Asking } from './question.svelte.ts'
import type { Safekeeping } from './safekeeping.svelte.ts'

/** What it needs of the project whose changes they are. */
interface Owner {
  file: () => ProjectFile | null
  save: () => Promise<boolean>
  takeTyped: () => void
  ask: Asking['ask']
  /** All is saved: what was said of keeping it holds no longer. */
  mended: () => void
}

/** Whether there are changes that are not in the project's file, and whether they may go. */
export class Unsaved {
  readonly #desktop: Pick<DesktopApi, 'setEdited'>
  readonly #safe: Safekeeping
  readonly #owner: Owner
  #isEdited = $state(false)
  /** With so many changes the reader agreed that what is on screen may go. */
  #agreedTo = 0

  constructor(desktop: Pick<DesktopApi, 'setEdited'>, safe: Safekeeping, owner: Owner) {
    this.#desktop = desktop
    this.#safe = safe
    this.#owner = owner
  }

  /** Whether closing would lose something. */
  get isEdited(): boolean {
    return this.#isEdited
  }
  /** Whether there is work that is not safe on disk although it should be by now. */
  get isUnsafe(): boolean {
    return this.#isEdited && this.#safe.isLate
  }

  /** Something was changed: it is on disk within a second. */
  touch(): void {
    if (!this.#isEdited) {
      this.#isEdited = true
      void this.#desktop.setEdited(true)
    }
    this.#safe.touch()
  }
  /** Nothing is unsaved. */
  settle(): void {
    this.#isEdited = false
    this.#safe.rest()
    this.#owner.mended()
    void this.#desktop.setEdited(false)
  }

  /** The reader agrees that what is on screen may go as it is now. */
  agree(): void {
    this.#agreedTo = this.#safe.changes
  }
  /** Whether what is on screen may go, after asking where something would be lost. */
  async mayLeave(): Promise<boolean> {
    this.#owner.takeTyped()
    const may = !this.#isEdited || (await this.#mayGo())
    if (may) this.agree()
    return may
  }
  /** The same, where the reader may have agreed already and has gone on since. */
  async mayLeaveNow(): Promise<boolean> {
    this.#owner.takeTyped()
    return !this.#isEdited || this.#agreedTo === this.#safe.changes || (await this.mayLeave())
  }
  async #mayGo(): Promise<boolean> {
    const answer = await this.#owner.ask({ about: 'leaving', name: this.#owner.file()?.name ?? null })
    return answer === 'save' ? this.#owner.save() : answer === 'discard'
  }
}
