import type { DesktopApi } from '../../electron/contract/api.ts'
import type { KeptCopy, OrphanedDraft } from '../../electron/contract/storage.ts'
import type { FileDesk, ProjectFile } from './project-file.svelte.ts'

/** Earlier copies of a file that are offered. */
interface Copies {
  file: ProjectFile
  copies: KeptCopy[]
  /** Whether it is the file of the project on screen, and not one that could not be opened. */
  isOpen: boolean
}

/** What can be taken up again: work that an ended app left unsaved, and earlier copies of a file. */
export class LeftBehind {
  readonly #desktop: DesktopApi
  readonly #desk: Pick<FileDesk, 'ask'>
  #drafts = $state.raw<readonly OrphanedDraft[]>([])
  #copies = $state.raw<Copies | null>(null)

  constructor(desktop: DesktopApi, desk: Pick<FileDesk, 'ask'>) {
    this.#desktop = desktop
    this.#desk = desk
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
    if ((await this.#desk.ask({ about: 'throwing-away', name })) !== 'discard') return
    await this.#desktop.dropDraft(id)
    this.forget(id)
  }

  get copies(): Copies | null {
    return this.#copies
  }
  /**
   * What a file held before, as far as the app keeps it; one that is not open is held as long as copies are offered.
   *
   * @returns whether there are any
   */
  async offerCopiesOf(file: ProjectFile, isOpen: boolean): Promise<boolean> {
    const copies = await this.#desktop.keptCopies(file.handle)
    if (copies.length > 0) this.#copies = { file, copies, isOpen }
    else if (!isOpen) await this.#desktop.releaseProject(file.handle)
    return copies.length > 0
  }
  /** One of the copies was opened; the file stays held. */
  copyTaken(): void {
    this.#copies = null
  }
  async leaveCopies(): Promise<void> {
    const { file, isOpen } = this.#copies ?? {}
    this.#copies = null
    if (file && isOpen !== true) await this.#desktop.releaseProject(file.handle)
  }
}
