import * as v from 'valibot'
import { realDisk, type Disk } from './disk.ts'
import { StoredValue } from './stored-value.ts'

const schema = v.strictObject({
  /** Where the last window was; null before there was one. */
  window: v.nullable(
    v.strictObject({
      x: v.number(),
      y: v.number(),
      width: v.number(),
      height: v.number(),
      isMaximised: v.boolean()
    })
  )
})
export type Settings = v.InferOutput<typeof schema>
export type WindowPlace = NonNullable<Settings['window']>

/** What the app remembers of how it was left. */
export class SettingsFile {
  readonly #stored: StoredValue<Settings>

  constructor(folder: string, disk: Disk = realDisk) {
    this.#stored = new StoredValue<Settings>(folder, 'settings', 1, schema, { window: null }, disk)
  }

  get(): Promise<Settings> {
    return this.#stored.get()
  }

  /** Never throws: that it is not kept is no reason to stop. */
  async change(changes: Partial<Settings>): Promise<void> {
    await this.#stored.change((before) => ({ ...before, ...changes })).catch(() => undefined)
  }
}
