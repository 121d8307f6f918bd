import type { DesktopApi } from '../../electron/contract/api.ts'
import type { OwnLexicon } from '../../engine/lexicon/schema.ts'
import { words } from '../words/words.ts'

type LexiconDesktop = Pick<DesktopApi, 'loadLexicon' | 'storeLexicon' | 'openLexicon' | 'saveLexiconCopy'>

const NONE: OwnLexicon = { name: 'own changes' }

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Checks the text of a lexicon; loaded when first needed, since most readers have none of their own. */
const check = async (json: string) => (await import('../../engine/lexicon/own.ts')).readOwnLexicon(json)

/** The reader's own changes to the lexicon, kept on disk with each change. */
export class LexiconStore {
  readonly #desktop: LexiconDesktop
  #own = $state.raw<OwnLexicon>(NONE)
  #problem = $state<string | null>(null)
  /** What is on disk could not be used; it is kept under another name when something else is stored. */
  #isDamaged = false

  constructor(desktop: LexiconDesktop) {
    this.#desktop = desktop
  }

  get own(): OwnLexicon {
    return this.#own
  }
  /** What went wrong with reading or storing, to be shown. */
  get problem(): string | null {
    return this.#problem
  }
  /** The text for the engine; undefined for the lexicon as it ships. */
  get json(): string | undefined {
    return this.#own === NONE ? undefined : JSON.stringify(this.#own)
  }

  async load(): Promise<void> {
    const { json, problem } = await this.#desktop.loadLexicon()
    if (problem !== null) this.#refuse(problem)
    if (json === null) return
    const read = await check(json)
    if (read.ok) this.#own = read.own
    else this.#refuse(read.message)
  }

  #refuse(why: string): void {
    this.#isDamaged = true
    this.#problem = words.status.lexiconNotUsed(why)
  }

  /**
   * Takes a changed lexicon and stores it.
   *
   * @returns what is wrong with it; null where it was taken
   */
  async change(own: OwnLexicon): Promise<string | null> {
    const json = JSON.stringify(own, null, 2)
    const read = await check(json)
    if (!read.ok) return read.message
    this.#own = read.own
    try {
      await this.#desktop.storeLexicon(json, this.#isDamaged)
      this.#isDamaged = false
      this.#problem = null
    } catch (error) {
      this.#problem = words.status.lexiconNotStored(messageOf(error))
    }
    return null
  }

  /** Reads a file in the place of all changes; the same answer as of a change, and null where none is chosen. */
  async read(): Promise<string | null> {
    const file = await this.#desktop.openLexicon()
    if (!file) return null
    if ('problem' in file) return file.problem
    const read = await check(new TextDecoder().decode(file.bytes))
    return read.ok ? this.change(read.own) : words.status.cannotBeUsed(file.name, read.message)
  }

  async saveCopy(): Promise<void> {
    try {
      await this.#desktop.saveLexiconCopy(`${JSON.stringify(this.#own, null, 2)}\n`)
    } catch (error) {
      this.#problem = words.status.copyNotSaved(messageOf(error))
    }
  }
}
