import {
  joinStudy,
  splitStudy,
  type OpenStudy,
  type StudyChanges,
  type StudyContent
} from '../../engine/project/parts.ts'
import type { Study } from '../../engine/project/project.ts'
import { pairName } from '../../engine/wording/names.ts'

/** What a study is called: by its name, else by what is known of it. */
export const studyNameOf = ({ content: { comparison }, changes: { name } }: OpenStudy): string => {
  const { us, cn } = comparison.readouts
  return name ?? [us.date ?? cn.date, pairName(comparison.readouts), us.name].filter(Boolean).join(', ')
}

/** The studies of the project, of which one is on screen. */
export class Studies {
  /** Every study but the one on screen, and the one on screen as it was last put away. */
  #all = $state.raw<OpenStudy[]>([])
  #open = $state<string | null>(null)

  get all(): readonly OpenStudy[] {
    return this.#all
  }
  /** Id of the one on screen. */
  get open(): string | null {
    return this.#open
  }
  has(id: string | null): boolean {
    return this.#all.some(({ content }) => content.id === id)
  }

  /** A new one is on screen. */
  begin(study: OpenStudy): void {
    this.#open = study.content.id
    this.#all = [...this.#all, study]
  }
  /** Its texts were read again, or compared anew. */
  renew(content: StudyContent): void {
    this.#all = this.#all.map((study) => (study.content.id === content.id ? { ...study, content } : study))
  }
  /** The one on screen goes back among the others as it is now; null lets it go. */
  putAway(current: StudyChanges | null): void {
    const open = this.#open
    if (open === null) return
    this.#all = current
      ? this.#all.map(({ content, changes }) => ({
          content,
          changes: content.id === open ? current : changes
        }))
      : this.#all.filter(({ content }) => content.id !== open)
  }
  /** Nothing is on screen. */
  close(): void {
    this.#open = null
  }
  /** @returns the one that is to be on screen; undefined for one that is not there, or is there already */
  switchTo(id: string): Study | undefined {
    const study = this.#all.find(({ content }) => content.id === id)
    if (!study || id === this.#open) return undefined
    this.#open = id
    return joinStudy(study)
  }
  /** @returns the one that comes on screen in the place of the one that was; undefined where none is left */
  removeOpen(): Study | undefined {
    this.#all = this.#all.filter(({ content }) => content.id !== this.#open)
    this.#open = null
    const [next] = this.#all
    return next && this.switchTo(next.content.id)
  }

  /** Those of a project that was opened. @returns the one that is to be on screen; undefined where it has none */
  take(studies: readonly Study[], open: string | null): Study | undefined {
    this.#all = studies.map(splitStudy)
    const shown = studies.find(({ id }) => id === open) ?? studies[0]
    this.#open = shown?.id ?? null
    return shown
  }
}
