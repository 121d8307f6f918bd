import { randomUUID } from 'node:crypto'
import { basename, dirname } from 'node:path'
import * as v from 'valibot'
import type { RecentProject } from '../contract/storage.ts'
import { realDisk, type Disk } from './disk.ts'
import { StoredValue } from './stored-value.ts'

const MOST = 10

const schema = v.array(v.strictObject({ id: v.string(), path: v.string() }))
type Recent = v.InferOutput<typeof schema>

/** Project files that were opened or saved, last first. */
export class RecentFiles {
  readonly #stored: StoredValue<Recent>

  constructor(folder: string, disk: Disk = realDisk) {
    this.#stored = new StoredValue<Recent>(folder, 'recent', 1, schema, [], disk)
  }

  async list(): Promise<RecentProject[]> {
    const list = await this.#stored.get()
    return list.map(({ id, path }) => ({ id, name: basename(path), folder: dirname(path) }))
  }

  async pathOf(id: string): Promise<string | null> {
    return (await this.#stored.get()).find((recent) => recent.id === id)?.path ?? null
  }

  /** Never throws: that the list is not kept is no reason to stop. */
  async add(path: string): Promise<void> {
    await this.#change((list) => {
      const known = list.find((recent) => recent.path === path)
      return [known ?? { id: randomUUID(), path }, ...list.filter((recent) => recent !== known)].slice(
        0,
        MOST
      )
    })
  }

  async clear(): Promise<void> {
    await this.#change(() => [])
  }

  async #change(how: (list: Recent) => Recent): Promise<void> {
    await this.#stored.change(how).catch(() => undefined)
  }
}
