import type { DesktopApi } from '../../electron/contract/api.ts'
import type { KeptCopy, OrphanedDraft } from '../../electron/contract/storage.ts'
import type { Answer } from './question.svelte.ts'

/** The file that a project is saved in. */
export interface ProjectFile {
  handle: string
  name: string
  /** Why nothing can be saved to it; null where it can. */
  readOnly: string | null
}

/** What can be taken up again: work that an ended app left unsaved, and earlier copies of a file that cannot be opened. */
export class LeftBehind {
  readonly #desktop: DesktopApi
  readonly #askToThrowAway: (name: string | null) => Promise<Answer>
  #drafts = $state.raw<readonly OrphanedDraft[]>([])
  #copies = $state.raw<{ file: ProjectFile; copies: KeptCopy[] } | null>(null)

  constructor(desktop: DesktopApi, askToThrowAway: (name: string | null) => Promise<Answer>) {
    this.#desktop = desktop
    this.#askToThrowAway = askToThrowAway
  }

  get drafts(): readonly OrphanedDraft[] {
    return this.#drafts
  }
  offerDrafts(drafts: readonly OrphanedDraft[]): void {
    this.#drafts = drafts
  }
  /** Somebody took a draft up, or it is gone. */
  forget(id: string): void {
    this.#drafts = this.#drafts.filter((draft) => draft.id !== id)
  }
  /** Throws a draft away, after asking. */
  async discard(id: string): Promise<void> {
    const name = this.#drafts.find((draft) => draft.id === id)?.name ?? null
    if ((await this.#askToThrowAway(name)) !== 'discard') return
    await this.#desktop.dropDraft(id)
    this.forget(id)
  }

  get copies(): { file: ProjectFile; copies: KeptCopy[] } | null {
    return this.#copies
  }
  /** What a file that cannot be opened held before, as far as the app keeps it; offered as long as the file is held. */
  async offerCopiesOf(file: ProjectFile): Promise<void> {
    const copies = await this.#desktop.keptCopies(file.handle)
    if (copies.length > 0) this.#copies = { file, copies }
    else await this.#desktop.releaseProject(file.handle)
  }
  /** One of the copies was opened; the file stays held. */
  copyTaken(): void {
    this.#copies = null
  }
  async leaveCopies(): Promise<void> {
    const { file } = this.#copies ?? {}
    this.#copies = null
    if (file) await this.#desktop.releaseProject(file.handle)
  }
}
