import { basename, extname, join } from 'node:path'
import type { KeptCopy } from '../contract/storage.ts'
import { writeAtomic } from './atomic.ts'
import { codeOf, realDisk, type Disk } from './disk.ts'
import { sha256 } from './fingerprint.ts'

/** Copies kept of each file. */
const MOST = 3
const COPY = /^copy-(\d{8,})$/u
const ENDING = '.parallax'

const numberOf = (id: string): number => Number(COPY.exec(id)?.[1] ?? -1)

/** The folder of a file's copies: its name for people, its path for the app. */
const folderName = (path: string): string => {
  const name = basename(path, extname(path)).replace(/[^\p{L}\p{N}]+/gu, '-')
  return `${name.slice(0, 40)}-${sha256(path).slice(0, 16)}`
}

/** What project files held before something else took its place; kept among the user's data, the last ones of each. */
export class Backups {
  readonly #folder: string
  readonly #disk: Disk

  constructor(folder: string, disk: Disk = realDisk) {
    this.#folder = folder
    this.#disk = disk
  }

  /**
   * Keeps a copy of what is about to be replaced; one that is kept already is not kept twice.
   *
   * @throws the system's error
   */
  async keep(path: string, content: Uint8Array): Promise<void> {
    const folder = join(this.#folder, folderName(path))
    await this.#disk.mkdir(folder)
    const ids = await this.#ids(path)
    const [last] = ids
    if (last !== undefined && sha256(await this.#read(path, last)) === sha256(content)) return
    // By number and not by time: a clock may be set back.
    const id = `copy-${String(last === undefined ? 1 : numberOf(last) + 1).padStart(8, '0')}`
    await writeAtomic(join(folder, id + ENDING), content, this.#disk)
    for (const old of ids.slice(MOST - 1)) await this.#disk.unlink(join(folder, old + ENDING))
  }

  /** Last first; none where they cannot be read. */
  async list(path: string): Promise<KeptCopy[]> {
    const folder = join(this.#folder, folderName(path))
    const copies: KeptCopy[] = []
    for (const id of await this.#ids(path)) {
      const { mtimeMs } = await this.#disk.stat(join(folder, id + ENDING))
      copies.push({ id, replaced: new Date(mtimeMs).toISOString() })
    }
    return copies
  }

  /** @throws the system's error */
  async read(path: string, id: string): Promise<string> {
    if (!COPY.test(id)) throw new Error('There is no such copy.')
    return new TextDecoder().decode(await this.#read(path, id))
  }

  #read(path: string, id: string): Promise<Uint8Array> {
    return this.#disk.readFile(join(this.#folder, folderName(path), id + ENDING))
  }

  async #ids(path: string): Promise<string[]> {
    try {
      const names = await this.#disk.readdir(join(this.#folder, folderName(path)))
      return names
        .map((name) => basename(name, ENDING))
        .filter((id) => COPY.test(id))
        .sort((one, other) => numberOf(other) - numberOf(one))
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return []
      throw error
    }
  }
}
