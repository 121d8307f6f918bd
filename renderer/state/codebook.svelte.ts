import { version } from '../../package.json'
import type { DesktopApi } from '../../electron/contract/api.ts'
import type { Code } from '../../engine/codebook/code.ts'
import { codebookToCsv } from '../../engine/codebook/csv.ts'
import { readCodebook } from '../../engine/codebook/read.ts'
import { codebookToRefi } from '../../engine/codebook/refi.ts'

/** The researcher's tags, and their ways in and out. */
export class CodebookState {
  readonly #desktop: Pick<DesktopApi, 'openCodebook' | 'exportFile'>
  readonly #changed: () => void
  #codes = $state.raw<readonly Code[]>([])

  /** @param changed hears that the researcher changed something of it */
  constructor(desktop: Pick<DesktopApi, 'openCodebook' | 'exportFile'>, changed: () => void) {
    this.#desktop = desktop
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

  /** @returns what is wrong with the file; null where it was taken, or none was chosen */
  async import(): Promise<string | null> {
    const file = await this.#desktop.openCodebook()
    if (!file) return null
    if ('problem' in file) return file.problem
    const read = readCodebook(file.bytes, file.name)
    if (!read.ok) return read.message
    const { codes } = read
    this.set([...this.#codes.filter(({ id }) => !codes.some((code) => code.id === id)), ...codes])
    return null
  }

  /** @returns why it could not be written; null where it was, or no place was chosen */
  async export(kind: 'csv' | 'qdc'): Promise<string | null> {
    const content =
      kind === 'csv' ? codebookToCsv(this.#codes) : codebookToRefi(this.#codes, `Parallax ${version}`)
    const exported = await this.#desktop.exportFile({ name: `codebook.${kind}`, kind, content })
    return exported && 'problem' in exported ? exported.problem.message : null
  }
}
