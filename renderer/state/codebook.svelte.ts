import { version } from '../../package.json'
import type { DesktopApi } from '../../electron/contract/api.ts'
import type { Code } from '../../engine/codebook/code.ts'
import type { CodebookRead } from '../../engine/codebook/codebook.ts'
import { codebookToCsv } from '../../engine/codebook/csv.ts'
import { mergeCodes } from '../../engine/codebook/merge.ts'
import { codebookToRefi } from '../../engine/codebook/refi.ts'
import { words } from '../words/words.ts'

/** What is wrong, or what was done. */
export type Told = { problem: string } | { said: string }

/** The researcher's tags, and their ways in and out. */
export class CodebookState {
  readonly #desktop: Pick<DesktopApi, 'openCodebook' | 'exportFile'>
  readonly #read: (bytes: Uint8Array, name: string) => Promise<CodebookRead | null>
  readonly #changed: () => void
  #codes = $state.raw<readonly Code[]>([])

  /**
   * @param read reads a codebook's file; null where the reader ended that
   * @param changed hears that the researcher changed something of it
   */
  constructor(
    desktop: Pick<DesktopApi, 'openCodebook' | 'exportFile'>,
    read: (bytes: Uint8Array, name: string) => Promise<CodebookRead | null>,
    changed: () => void
  ) {
    this.#desktop = desktop
    this.#read = read
    this.#changed = changed
  }

  get codes(): readonly Code[] {
    return this.#codes
  }
  /** The codes of a project that was opened. */
  show(codes: readonly Code[]): void {
    this.#codes = codes
  }
  set(codes: readonly Code[]): void {
    this.#codes = codes
    this.#changed()
  }

  /** @returns what became of it; null where no file was chosen */
  async import(): Promise<Told | null> {
    const file = await this.#desktop.openCodebook()
    if (!file) return null
    if ('problem' in file) return { problem: file.problem }
    const read = await this.#read(file.bytes, file.name)
    if (read === null) return { said: words.status.stoppedNothingTaken }
    if (!read.ok) return { problem: read.message }
    const merged = mergeCodes(this.#codes, read.codes)
    if (!merged.ok) return { problem: merged.message }
    this.set(merged.codes)
    return { said: [merged.say, read.say].filter(Boolean).join(' ') }
  }

  /** @returns why it could not be written; null where it was, or no place was chosen */
  async export(kind: 'csv' | 'qdc'): Promise<Told | null> {
    const content =
      kind === 'csv' ? codebookToCsv(this.#codes) : codebookToRefi(this.#codes, `Parallax ${version}`)
    const exported = await this.#desktop.exportFile({ name: `codebook.${kind}`, kind, content })
    return exported && 'problem' in exported ? { problem: exported.problem.message } : null
  }
}
