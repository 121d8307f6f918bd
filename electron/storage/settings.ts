import * as v from 'valibot'
import {
  FIRST_PREFERENCES,
  preferences,
  type PreferenceChanges,
  type Preferences
} from '../contract/preferences.ts'
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
  ),
  /** What the reader chose; absent from files of the first version. */
  preferences: v.optional(preferences, FIRST_PREFERENCES)
})
/** 2: preferences. 3: width of the side panel, and whether the topics are folded. */
const VERSION = 3

export type Settings = v.InferOutput<typeof schema>
export type WindowPlace = NonNullable<Settings['window']>

/** What the app remembers of how it was left. */
export class SettingsFile {
  readonly #stored: StoredValue<Settings>

  constructor(folder: string, disk: Disk = realDisk) {
    const initial = { window: null, preferences: FIRST_PREFERENCES }
    this.#stored = new StoredValue<Settings>(folder, 'settings', VERSION, schema, initial, disk)
  }

  get(): Promise<Settings> {
    return this.#stored.get()
  }

  /** What the reader changed in the settings. @throws the system's error; for this run it is changed nevertheless */
  async changePreferences(changes: PreferenceChanges): Promise<Preferences> {
    await this.#stored.change((before) => ({
      ...before,
      preferences: v.parse(preferences, { ...before.preferences, ...changes })
    }))
    return (await this.get()).preferences
  }

  /** Never throws: that it is not kept is no reason to stop. */
  async change(changes: Partial<Settings>): Promise<void> {
    await this.#stored.change((before) => ({ ...before, ...changes })).catch(() => undefined)
  }
}
