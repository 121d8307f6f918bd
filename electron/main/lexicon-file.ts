import { copyFile, mkdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { LoadedLexicon } from '../contract/api.ts'
import { MOST_LEXICON_CHARACTERS } from '../contract/limits.ts'
import { writeAtomic } from '../storage/atomic.ts'

const NAME = 'lexicon.json'

/** Where a file that could not be used is kept before another takes its place: by the second, so that none is lost. */
const keptPath = (path: string, now: Date): string =>
  path.replace(/\.json$/u, `-kept-${now.toISOString().replace(/[:.]/gu, '-')}.json`)

/** The reader's own lexicon on disk. Its content is text here; the window checks it. */
export class LexiconFile {
  readonly #path: string

  /** @param folder the app's folder for the user's data */
  constructor(folder: string) {
    this.#path = join(folder, NAME)
  }

  /** Its text; null where there is none; or what is wrong with it. Never throws. */
  async load(): Promise<LoadedLexicon> {
    try {
      const { size } = await stat(this.#path)
      if (size > 4 * MOST_LEXICON_CHARACTERS) return { json: null, problem: 'It is too large.' }
      return { json: await readFile(this.#path, 'utf8'), problem: null }
    } catch (error) {
      const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
      return { json: null, problem: isAbsent ? null : String(error) }
    }
  }

  /**
   * Writes it whole or not at all.
   *
   * @param keepOld what is there could not be used, and is kept under another name
   * @throws where the disk does not take it
   */
  async store(json: string, keepOld: boolean): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true })
    if (keepOld) await copyFile(this.#path, keptPath(this.#path, new Date()))
    await writeAtomic(this.#path, json)
  }
}
