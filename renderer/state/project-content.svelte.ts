import {
  unknownOf,
  type OpenStudy,
  type ProjectOutline,
  type StudyChanges,
  type StudyContent,
  type UnknownMembers
} from '../../engine/project/parts.ts'
import type { Project, Study } from '../../engine/project/project.ts'
import type { CodebookState } from './codebook.svelte.ts'
import { Studies } from './studies.svelte.ts'

/** What the content needs of the window around it. */
export interface ContentDesk {
  /** The study on screen as it stands now; null where there is none, or only the sample, untouched. */
  current: () => StudyChanges | null
  show: (study: Study) => void
  /** Nothing is on screen any more. */
  clear: () => void
  /** What is being typed becomes part of the work. */
  takeTyped: () => void
}

/** What is in a project: its studies and its codebook. Whoever changes it says so to the project. */
export class ProjectContent {
  readonly #desk: ContentDesk
  readonly #codebook: CodebookState
  readonly #studies = new Studies()
  /** Is to hear which contents there still are, to let go of others. */
  readonly #kept: (contents: readonly StudyContent[]) => void
  /** Members of the file that this version does not know. */
  #more: UnknownMembers = {}

  constructor(desk: ContentDesk, codebook: CodebookState, kept: (contents: readonly StudyContent[]) => void) {
    this.#desk = desk
    this.#codebook = codebook
    this.#kept = kept
  }

  get studies(): readonly OpenStudy[] {
    return this.#studies.all
  }
  /** Id of the study on screen. */
  get open(): string | null {
    return this.#studies.open
  }
  has(id: string | null): boolean {
    return this.#studies.has(id)
  }
  contents(): StudyContent[] {
    return this.studies.map(({ content }) => content)
  }
  outline(): ProjectOutline {
    const current = this.#desk.current()
    return {
      studies: this.studies.map(({ content, changes }) => (content.id === current?.id ? current : changes)),
      open: this.open,
      codebook: [...this.#codebook.codes],
      more: this.#more
    }
  }
  #tellKept(): void {
    this.#kept(this.contents())
  }

  begin(study: OpenStudy): void {
    this.#studies.begin(study)
    this.#tellKept()
  }
  renew(content: StudyContent): void {
    this.#studies.renew(content)
    this.#tellKept()
  }
  /**
   * The study on screen goes back among the others.
   *
   * @param letsGo one that nothing was done to is let go
   */
  putAway(letsGo: boolean): void {
    this.#desk.takeTyped()
    const current = this.#desk.current()
    const { entries, undone } = current?.edits ?? { entries: [], undone: [] }
    const isEmpty = !current || (letsGo && entries.length === 0 && undone.length === 0)
    this.#studies.putAway(isEmpty ? null : current)
  }
  /** Nothing is on screen any more. */
  close(): void {
    this.#studies.close()
    this.#tellKept()
  }
  switchTo(id: string): void {
    const study = this.#studies.switchTo(id)
    if (study) this.#desk.show(study)
  }
  /** Takes the study on screen out; the next one comes on screen. */
  removeOpen(): void {
    const next = this.#studies.removeOpen()
    this.#tellKept()
    if (next) this.#desk.show(next)
  }

  /** Brings a project on screen, in the place of what was there. */
  take(project: Project): void {
    this.#more = unknownOf(project)
    this.#codebook.show(project.codebook)
    this.#show(this.#studies.take(project.studies, project.open))
  }
  /** Nothing is in it any more. */
  empty(): void {
    this.#more = {}
    this.#codebook.show([])
    this.#show(this.#studies.take([], null))
  }
  #show(study: Study | undefined): void {
    this.#tellKept()
    if (study) this.#desk.show(study)
    else this.#desk.clear()
  }
}
