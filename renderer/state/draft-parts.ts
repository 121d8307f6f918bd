import type { DesktopApi } from '../../electron/contract/api.ts'
import type { StudyContent } from '../../engine/project/parts.ts'

/** The contents of studies in one draft, each written once. */
export class DraftParts {
  readonly #bridge: Pick<DesktopApi, 'storeDraftPart'>
  readonly draft: string
  /** Names of those that are on disk, or on their way there; of a content that nothing else holds, nothing is kept. */
  readonly #names = new WeakMap<StudyContent, Promise<string>>()

  /** @param draft its id */
  constructor(bridge: Pick<DesktopApi, 'storeDraftPart'>, draft: string = crypto.randomUUID()) {
    this.#bridge = bridge
    this.draft = draft
  }

  /** This one is on disk already, under a name. */
  note(content: StudyContent, name: string): void {
    this.#names.set(content, Promise.resolve(name))
  }

  /**
   * The name of a content that is on disk when this is done.
   *
   * @throws where it could not be written, with a message for the reader
   */
  nameOf(content: StudyContent): Promise<string> {
    const before = this.#names.get(content)
    if (before) return before
    const stored = this.#store(content)
    this.#names.set(content, stored)
    stored.catch(() => this.#names.delete(content))
    return stored
  }

  async #store(content: StudyContent): Promise<string> {
    const part = crypto.randomUUID()
    const text = JSON.stringify(content)
    const problem = await this.#bridge.storeDraftPart({ draft: this.draft, part, text })
    if (problem) throw new Error(problem.message)
    return part
  }
}
