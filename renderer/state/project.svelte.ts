import type { DesktopApi } from '../../electron/contract/api.ts'
import type { OpenedProject, RecentProject } from '../../electron/contract/storage.ts'
import type { OpenStudy, StudyContent } from '../../engine/project/parts.ts'
import type { Tell } from '../../engine/progress.ts'
import { CodebookState } from './codebook.svelte.ts'
import { unlessStopped, type FilesClient } from './files.ts'
import { LeftBehind } from './left-behind.svelte.ts'
import { ProjectContent, type ContentDesk } from './project-content.svelte.ts'
import { FileState, type FileDesk, type ProjectFile } from './project-file.svelte.ts'
import { Safekeeping } from './safekeeping.svelte.ts'
import { Unsaved } from './unsaved.svelte.ts'
import { words } from '../words/words.ts'

/** What the project needs of the window around it. */
type Desk = FileDesk & ContentDesk

/** What became of a text that was to come on screen: `left` where the reader goes on with what is there. */
type Taken = 'taken' | 'refused' | 'left'

/** The researcher's project: its studies, codebook and file. Drafts of it are on disk within a second of a change. */
export class ProjectStore {
  readonly #desktop: DesktopApi
  readonly #files: FilesClient
  readonly #desk: Desk
  readonly #safe: Safekeeping
  readonly #saving: FileState
  readonly codebook: CodebookState
  readonly #content: ProjectContent
  readonly left: LeftBehind
  readonly #unsaved: Unsaved
  #recent = $state.raw<RecentProject[]>([])
  constructor(desktop: DesktopApi, files: FilesClient, desk: Desk) {
    this.#desktop = desktop
    this.#files = files
    this.#desk = desk
    this.left = new LeftBehind(desktop, desk)
    this.#saving = new FileState(desktop, desk)
    this.#safe = new Safekeeping(
      desktop,
      {
        failed: (message) => {
          desk.fail(message, 'keeping')
        },
        mended: () => {
          desk.mend('keeping')
        }
      },
      () =>
        this.isEdited
          ? {
              handle: this.file?.handle ?? null,
              name: this.#saving.name,
              outline: this.#content.outline(),
              contents: this.#content.contents()
            }
          : null
    )
    this.#unsaved = new Unsaved(desktop, this.#safe, {
      file: () => this.file,
      save: () => this.save(),
      takeTyped: () => {
        desk.takeTyped()
      },
      ask: (question) => desk.ask(question),
      mended: () => {
        desk.mend('keeping')
      }
    })
    this.codebook = new CodebookState(
      desktop,
      (bytes, name) =>
        this.#whileReading(words.status.readingCodebook, () => files.ask({ do: 'codebook', bytes, name })),
      () => {
        this.touch()
      }
    )
    this.#content = new ProjectContent(desk, this.codebook, (contents) => {
      // The worker that writes lets go of what was taken out or read anew.
      files.letGo(contents)
    })
    desktop.onProject((opened) => void this.#show(opened))
  }

  get file(): ProjectFile | null {
    return this.#saving.file
  }
  get savedAt(): string | null {
    return this.#saving.savedAt
  }
  /** Whether there is anything to save. */
  get hasContent(): boolean {
    return this.studies.length > 0 || this.codebook.codes.length > 0
  }
  /** Whether closing would lose something. */
  get isEdited(): boolean {
    return this.#unsaved.isEdited
  }
  /** Whether there is work that is not safe on disk although it should be by now. */
  get isUnsafe(): boolean {
    return this.#unsaved.isUnsafe
  }
  get recent(): readonly RecentProject[] {
    return this.#recent
  }
  get open(): string | null {
    return this.#content.open
  }
  get studies(): readonly OpenStudy[] {
    return this.#content.studies
  }

  async loadRecent(): Promise<void> {
    this.#recent = await this.#desktop.recentProjects()
  }

  /** A new study is on screen; the one before stays in the project if anything was done to it. */
  begin(study: OpenStudy): void {
    this.#putAway()
    this.#content.begin(study)
    if (this.studies.length > 1) this.touch()
  }
  /** The study on screen has another content: its texts were read again, or compared anew. */
  renew(content: StudyContent): void {
    this.#content.renew(content)
    if (this.isEdited || this.file !== null) this.touch()
  }
  /**
   * Nothing is on screen any more.
   *
   * @returns the id under which it stays in the project; null where nothing was done to it
   */
  leave(): string | null {
    const { open } = this
    this.#putAway()
    this.#content.close()
    return this.#content.has(open) ? open : null
  }

  /** Something was changed: it is on disk within a second. */
  touch(): void {
    this.#unsaved.touch()
  }

  /** The study on screen goes back among the others; one that nothing was done to is let go, unless it is in the file. */
  #putAway(): void {
    this.#content.putAway(this.file === null && !this.isEdited)
  }

  async switchTo(id: string): Promise<void> {
    if (id === this.open || !this.#content.has(id)) return
    await this.#safe.settle()
    this.#putAway()
    this.#content.switchTo(id)
    if (this.isEdited) this.touch()
  }

  /** Whether the study on screen may go: what was done to it goes with it, and no undo brings it back. */
  async mayTakeOut(): Promise<boolean> {
    this.#desk.takeTyped()
    const { edits, name = null } = this.#desk.current() ?? {}
    if (!edits || edits.entries.length === 0) return true
    return (await this.#desk.ask({ about: 'taking-out', name })) === 'discard'
  }
  /** Takes the study on screen out of the project; the next one comes on screen. */
  removeOpen(): void {
    this.#content.removeOpen()
    this.touch()
  }

  /** @returns whether it is saved */
  async save(): Promise<boolean> {
    const saved = await this.#save((write, draft) => this.#saving.save(write, draft))
    if (saved === 'theirs') await this.#openTheirs()
    return saved === true
  }
  async saveAs(): Promise<boolean> {
    return (await this.#save((write, draft) => this.#saving.saveAs(write, draft))) === true
  }
  async #save(
    how: (write: () => Promise<string>, draft: string) => Promise<boolean | 'theirs'>
  ): Promise<boolean | 'theirs'> {
    this.#desk.takeTyped()
    const draft = this.#safe.id
    let changes = -1
    const saved = await how(() => {
      this.#desk.takeTyped()
      changes = this.#safe.changes
      return this.#desk.during(
        'Saving',
        () => {
          this.#files.stopWriting()
        },
        (tell) => this.#files.write(this.#content.outline(), this.#content.contents(), tell)
      )
    }, draft)
    if (saved !== true) return saved
    if (changes === this.#safe.changes) this.#unsaved.settle()
    else this.#safe.ask()
    void this.loadRecent()
    return true
  }

  async saveAndClose(): Promise<void> {
    if (await this.save()) await this.#desktop.closeNow()
  }

  async openChosen(): Promise<void> {
    if (!(await this.#unsaved.mayLeave())) return
    const opened = await this.#desktop.openProject()
    if (opened) await this.#show(opened)
  }
  async openRecent(id: string): Promise<void> {
    if (await this.#unsaved.mayLeave()) await this.#show(await this.#desktop.openRecent(id))
  }
  async openDropped(file: globalThis.File): Promise<void> {
    if (await this.#unsaved.mayLeave()) await this.#show(await this.#desktop.openDropped(file))
  }
  async openLaunched(opened: OpenedProject): Promise<void> {
    await this.#show(opened)
  }
  /** What another program made of the file comes on screen, in the place of one's own changes. */
  async #openTheirs(): Promise<void> {
    const { file } = this
    if (!file) return
    this.#unsaved.agree()
    await this.#show(await this.#desktop.reloadProject(file.handle))
  }

  async #show(opened: OpenedProject): Promise<void> {
    if ('problem' in opened) {
      this.#desk.fail(opened.problem.message)
      return
    }
    const { handle, name, text, readOnly } = opened
    const file = { handle, name, readOnly: readOnly?.message ?? null }
    const taken = await this.#take(text, name, file)
    const isOpen = handle === this.file?.handle
    if (taken === 'refused') await this.left.offerCopiesOf(file, isOpen)
    else if (taken === 'left' && !isOpen) await this.#desktop.releaseProject(handle)
  }

  /** Offers what the file of this project held before it was saved. */
  async offerCopies(): Promise<void> {
    const { file } = this
    if (file && !(await this.left.offerCopiesOf(file, true)))
      this.#desk.announce(words.status.noEarlierCopies(file.name))
  }
  /** Opens an earlier copy of a file, to be saved under another name. */
  async openCopy(copy: string): Promise<void> {
    const { file, isOpen } = this.left.copies ?? {}
    if (!file || !(await this.#unsaved.mayLeave())) return
    const { handle, name } = file
    const read = await this.#desktop.readCopy({ handle, copy })
    if ('problem' in read) {
      this.#desk.fail(read.problem.message)
      return
    }
    const readOnly = isOpen ? words.status.isEarlierCopy(name) : words.status.isDamaged(name)
    if ((await this.#take(read.text, name, { handle, name, readOnly })) !== 'taken') return
    this.left.copyTaken()
    await this.#desktop.protectProject(handle)
    this.touch()
  }

  /** A work of the worker that reads, with its share on screen; null where the reader ended it. */
  #whileReading<T>(name: string, work: (tell: Tell) => Promise<T>): Promise<T | null> {
    const stop = (): void => {
      this.#files.stopReading()
    }
    return unlessStopped(this.#desk.during(name, stop, work))
  }

  /**
   * Brings a project on screen, with all that is of it; what was there before is gone.
   *
   * @param draft that it is taken up from, with its pieces where it is kept in such
   */
  async #take(
    text: string,
    name: string,
    file: ProjectFile | null,
    draft: { id: string; parts: Readonly<Record<string, string>> | null } | null = null
  ): Promise<Taken> {
    const read = await this.#whileReading(words.status.opening, (tell) =>
      this.#files.ask({ do: 'read', text, parts: draft?.parts ?? null }, tell)
    )
    if (read === null) {
      this.#desk.announce(words.status.stoppedNotOpened(name))
      return 'left'
    }
    if (!read.ok) {
      this.#desk.fail(words.status.cannotBeOpened(name, read.message))
      return 'refused'
    }
    // What was done while the text was read is part of what is on screen, and asked about like the rest.
    if (!(await this.#unsaved.mayLeaveNow())) return 'left'
    const { project, reason, lost, partOf } = read
    if (this.isEdited) this.#unsaved.settle()
    this.#safe.begin()
    this.#saving.show(file && { ...file, readOnly: file.readOnly ?? reason })
    this.#content.take(project)
    if (reason !== null) {
      if (file) await this.#desktop.protectProject(file.handle)
      this.#desk.fail(reason)
    }
    if (lost.length > 0) this.#desk.fail(words.status.damagedAndMissing(lost))
    if (draft) this.#safe.goOn(draft.id, this.#content.contents(), partOf)
    else void this.#safe.prepare(this.#content.contents())
    return 'taken'
  }

  /** An empty project, in the place of this one. @returns whether it is begun */
  async startNew(): Promise<boolean> {
    if (!(await this.#unsaved.mayLeave())) return false
    if (this.isEdited) this.#unsaved.settle()
    this.#safe.begin()
    this.#saving.show(null)
    this.#content.empty()
    return true
  }

  /** Takes up work that an ended app left unsaved. */
  async recover(id: string): Promise<void> {
    if (!(await this.#unsaved.mayLeave())) return
    const taken = await this.#desktop.takeDraft(id)
    if ('problem' in taken) {
      this.left.forget(id)
      this.#desk.fail(taken.problem.message)
      return
    }
    const { handle, name, readOnly, isChanged, text, parts } = taken
    const file = handle === null ? null : { handle, name, readOnly: readOnly?.message ?? null }
    if ((await this.#take(text, name, file, { id, parts })) !== 'taken') return
    this.left.forget(id)
    this.#saving.show(this.file, isChanged)
    this.touch()
    if (isChanged) this.#desk.fail(words.status.changedSince(name), 'saving')
  }
}
