import type { DesktopApi } from '../../electron/contract/api.ts'
import type { OpenedProject, RecentProject, SavedProject } from '../../electron/contract/storage.ts'
import type { Study } from '../../engine/project/project.ts'
import type { ProjectOutline, StudyContent } from '../files.ts'
import { now } from '../lib/words.ts'
import { Autosave } from './autosave.ts'
import { CodebookState } from './codebook.svelte.ts'
import type { FilesClient } from './files.ts'
import { LeftBehind, type ProjectFile } from './left-behind.svelte.ts'
import type { Answer, Question } from './question.svelte.ts'
import { Studies, type OpenStudy } from './studies.svelte.ts'

/** What the project needs of the window around it. */
interface Desk {
  /** The study on screen as it stands now; null where there is none, or only the sample, untouched. */
  current: () => OpenStudy | null
  show: (study: Study) => void
  /** What is being typed becomes part of the work. */
  takeTyped: () => void
  fail: (message: string) => void
  announce: (message: string) => void
  /** Asks before work would be lost or leave the window. */
  ask: (question: Question) => Promise<Answer>
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The researcher's project: its studies, codebook and file. Drafts of it are on disk within a second of a change. */
export class ProjectStore {
  readonly #desktop: DesktopApi
  readonly #files: FilesClient
  readonly #desk: Desk
  readonly #autosave: Autosave
  readonly codebook: CodebookState
  readonly #studies: Studies
  #file = $state.raw<ProjectFile | null>(null)
  #isEdited = $state(false)
  #recent = $state.raw<RecentProject[]>([])
  readonly left: LeftBehind
  /** The file on disk is no longer what was read or written. */
  #isChangedOnDisk = $state(false)
  /** ISO date and time. */
  #savedAt = $state<string | null>(null)
  #draftId: string = crypto.randomUUID()
  /** Counts the changes, so that one made while the file is written is known to be later than what was written. */
  #changes = 0

  constructor(desktop: DesktopApi, files: FilesClient, desk: Desk) {
    this.#desktop = desktop
    this.#files = files
    this.#desk = desk
    this.#studies = new Studies((content) => void files.ask({ do: 'keep', content }))
    this.left = new LeftBehind(desktop, (name) => desk.ask({ about: 'throwing-away', name }))
    this.#autosave = new Autosave(() => this.#storeDraft())
    this.codebook = new CodebookState(desktop, () => {
      this.touch()
    })
    desktop.onChangedFile(({ handle, what }) => {
      if (handle !== this.#file?.handle) return
      this.#isChangedOnDisk = true
      desk.fail(
        what === 'gone'
          ? `“${this.#file.name}” was moved or deleted by another program. Save to write it again.`
          : `“${this.#file.name}” was changed by another program. Save under another name to keep both, or save again to write over it.`
      )
    })
    desktop.onProject((opened) => void this.#show(opened))
  }

  get file(): ProjectFile | null {
    return this.#file
  }
  /** Whether there is anything to save. */
  get hasContent(): boolean {
    return this.studies.length > 0 || this.codebook.codes.length > 0
  }
  /** Whether closing would lose something. */
  get isEdited(): boolean {
    return this.#isEdited
  }
  get savedAt(): string | null {
    return this.#savedAt
  }
  get recent(): readonly RecentProject[] {
    return this.#recent
  }
  get open(): string | null {
    return this.#studies.open
  }
  get studies(): readonly OpenStudy[] {
    return this.#studies.all
  }

  async loadRecent(): Promise<void> {
    this.#recent = await this.#desktop.recentProjects()
  }

  /** A new study is on screen; the one before stays in the project if anything was done to it. */
  begin(study: OpenStudy): void {
    this.#putAway()
    this.#studies.begin(study)
    if (this.studies.length > 1) this.touch()
  }
  /** The study on screen has another content: its texts were read again, or compared anew. */
  renew(content: StudyContent): void {
    this.#studies.renew(content)
    if (this.#isEdited || this.#file !== null) this.touch()
  }
  /**
   * Nothing is on screen any more.
   *
   * @returns what became of it, for the reader; empty where nothing was done to it
   */
  leave(): string[] {
    const { open } = this.#studies
    this.#putAway()
    this.#studies.close()
    return this.#studies.has(open)
      ? ['The comparison before stays in the project, with all that was done to it.']
      : []
  }

  /** Something was changed: it is on disk within a second. */
  touch(): void {
    this.#changes++
    if (!this.#isEdited) {
      this.#isEdited = true
      void this.#desktop.setEdited(true)
    }
    this.#autosave.ask()
  }

  /** The study on screen goes back among the others; one that nothing was done to is let go, unless it is in the file. */
  #putAway(): void {
    this.#desk.takeTyped()
    const current = this.#desk.current()
    const isEmpty =
      !current ||
      (current.changes.edits.entries.length === 0 &&
        current.changes.edits.undone.length === 0 &&
        this.#file === null &&
        !this.#isEdited)
    this.#studies.putAway(isEmpty ? null : current)
  }

  async switchTo(id: string): Promise<void> {
    if (id === this.open || !this.#studies.has(id)) return
    await this.#autosave.settle()
    this.#putAway()
    const study = this.#studies.switchTo(id)
    if (study) this.#desk.show(study)
    if (this.#isEdited) this.touch()
  }

  /** Whether the study on screen may go: what was done to it goes with it, and no undo brings it back. */
  async mayTakeOut(): Promise<boolean> {
    this.#desk.takeTyped()
    const { changes } = this.#desk.current() ?? {}
    if (!changes || changes.edits.entries.length === 0) return true
    return (await this.#desk.ask({ about: 'taking-out', name: changes.name })) === 'discard'
  }
  /** Takes the study on screen out of the project; the next one comes on screen. */
  removeOpen(): void {
    const next = this.#studies.removeOpen()
    if (next) this.#desk.show(next)
    this.touch()
  }

  #outline(): ProjectOutline {
    const current = this.#desk.current()
    return {
      studies: this.studies.map(({ content, changes }) =>
        content.id === current?.content.id ? current.changes : changes
      ),
      open: this.open,
      codebook: [...this.codebook.codes]
    }
  }
  #text(): Promise<string> {
    return this.#files.ask({ do: 'write', outline: this.#outline() })
  }
  #name(): string {
    return this.#file?.name ?? 'Unsaved project'
  }

  async #storeDraft(): Promise<void> {
    if (!this.#isEdited) return
    try {
      const handle = this.#file?.handle ?? null
      const text = await this.#text()
      const problem = await this.#desktop.storeDraft({ id: this.#draftId, handle, name: this.#name(), text })
      if (problem) this.#desk.fail(`Your work could not be kept safe: ${problem.message}`)
    } catch (error) {
      this.#desk.fail(`Your work could not be kept safe: ${messageOf(error)}`)
    }
  }

  /** @returns whether it is saved */
  async save(): Promise<boolean> {
    this.#desk.takeTyped()
    const file = this.#file
    // Not to a file that has another content than this window knows: under another name.
    if (file?.readOnly !== null) return this.saveAs()
    const changes = this.#changes
    try {
      const text = await this.#text()
      const saved = await this.#desktop.saveProject({
        handle: file.handle,
        text,
        draft: this.#draftId,
        ...(this.#isChangedOnDisk ? { force: true } : {})
      })
      return this.#noteSaved(saved, changes)
    } catch (error) {
      this.#desk.fail(messageOf(error))
      return false
    }
  }
  async saveAs(): Promise<boolean> {
    this.#desk.takeTyped()
    const changes = this.#changes
    try {
      const text = await this.#text()
      const handle = this.#file?.handle ?? null
      const saved = await this.#desktop.saveProjectAs({
        text,
        suggestedName: this.#file?.name ?? 'Comparison.parallax',
        handle,
        draft: this.#draftId
      })
      return saved !== null && this.#noteSaved(saved, changes)
    } catch (error) {
      this.#desk.fail(messageOf(error))
      return false
    }
  }
  /** @param changes so many had been made when the text was written */
  #noteSaved(saved: SavedProject, changes: number): boolean {
    if ('problem' in saved) {
      if (saved.problem.code === 'changed-on-disk') this.#isChangedOnDisk = true
      this.#desk.fail(saved.problem.message)
      return false
    }
    this.#file = { handle: saved.handle, name: saved.name, readOnly: null }
    this.#savedAt = now()
    this.#isChangedOnDisk = false
    if (changes === this.#changes) this.#settle()
    else this.#autosave.ask()
    this.#desk.announce(`Saved as “${saved.name}”.`)
    if (saved.notKept) this.#desk.fail(saved.notKept.message)
    void this.loadRecent()
    return true
  }
  /** Nothing is unsaved. */
  #settle(): void {
    this.#isEdited = false
    this.#autosave.cancel()
    void this.#desktop.setEdited(false)
  }

  async saveAndClose(): Promise<void> {
    if (await this.save()) await this.#desktop.closeNow()
  }

  async openChosen(): Promise<void> {
    if (!(await this.#mayLeave())) return
    const opened = await this.#desktop.openProject()
    if (opened) await this.#show(opened)
  }
  async openRecent(id: string): Promise<void> {
    if (await this.#mayLeave()) await this.#show(await this.#desktop.openRecent(id))
  }
  async openDropped(file: globalThis.File): Promise<void> {
    if (await this.#mayLeave()) await this.#show(await this.#desktop.openDropped(file))
  }
  async openLaunched(opened: OpenedProject): Promise<void> {
    await this.#show(opened)
  }

  async #mayLeave(): Promise<boolean> {
    this.#desk.takeTyped()
    if (!this.#isEdited) return true
    const answer = await this.#desk.ask({ about: 'leaving', name: this.#file?.name ?? null })
    if (answer === 'save') return this.save()
    return answer === 'discard'
  }

  async #show(opened: OpenedProject): Promise<void> {
    if ('problem' in opened) {
      this.#desk.fail(opened.problem.message)
      return
    }
    const { handle, name, text, readOnly } = opened
    const file = { handle, name, readOnly: readOnly?.message ?? null }
    if (!(await this.#take(text, name, file))) await this.left.offerCopiesOf(file)
  }

  /** Opens an earlier copy of a damaged file, to be saved under another name. */
  async openCopy(copy: string): Promise<void> {
    const { file } = this.left.copies ?? {}
    if (!file || !(await this.#mayLeave())) return
    const { handle, name } = file
    const read = await this.#desktop.readCopy({ handle, copy })
    if ('problem' in read) {
      this.#desk.fail(read.problem.message)
      return
    }
    await this.#desktop.protectProject(handle)
    this.left.copyTaken()
    const readOnly = `“${name}” is damaged and left as it is. Save under another name.`
    if (await this.#take(read.text, name, { handle, name, readOnly })) this.touch()
  }

  /** @returns whether the text is that of a project */
  async #take(text: string, name: string, file: ProjectFile | null): Promise<boolean> {
    const read = await this.#files.ask({ do: 'read', text })
    if (!read.ok) {
      this.#desk.fail(`“${name}” cannot be opened. ${read.message}`)
      return false
    }
    const { project, reason } = read
    const before = this.#file?.handle
    if (before !== undefined && file?.handle !== before) void this.#desktop.releaseProject(before)
    if (this.#isEdited) {
      this.#settle()
      void this.#desktop.dropDraft(this.#draftId)
    }
    this.#draftId = crypto.randomUUID()
    this.#file = file && { ...file, readOnly: file.readOnly ?? reason }
    this.#savedAt = null
    this.#isChangedOnDisk = false
    this.codebook.show(project.codebook)
    const open = this.#studies.take(project.studies, project.open)
    if (open) this.#desk.show(open)
    if (reason !== null) {
      if (file) await this.#desktop.protectProject(file.handle)
      this.#desk.fail(reason)
    }
    return true
  }

  /** Takes up work that an ended app left unsaved. */
  async recover(id: string): Promise<void> {
    if (!(await this.#mayLeave())) return
    const taken = await this.#desktop.takeDraft(id)
    this.left.forget(id)
    if ('problem' in taken) {
      this.#desk.fail(taken.problem.message)
      return
    }
    const { handle, name, readOnly, isChanged } = taken
    const file = handle === null ? null : { handle, name, readOnly: readOnly?.message ?? null }
    if (!(await this.#take(taken.text, name, file))) return
    this.#draftId = id
    this.#isChangedOnDisk = isChanged
    this.touch()
    if (isChanged)
      this.#desk.fail(
        `“${name}” was changed since. Save under another name to keep both, or save again to write over it.`
      )
  }
}
