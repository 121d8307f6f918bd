import type { DesktopApi } from '../../electron/contract/api.ts'
import { FIRST_PREFERENCES, type Preferences } from '../../electron/contract/preferences.ts'
import { words } from '../words/words.ts'

/** What the reader chose in the settings: kept by the app for all projects, and taken up again by each window. */
export class PreferencesStore {
  readonly #desktop: Pick<DesktopApi, 'loadPreferences' | 'changePreferences'>
  readonly #fail: (message: string) => void
  #changes = 0
  #all = $state.raw<Preferences>(FIRST_PREFERENCES)

  constructor(
    desktop: Pick<DesktopApi, 'loadPreferences' | 'changePreferences'>,
    fail: (message: string) => void
  ) {
    this.#desktop = desktop
    this.#fail = fail
  }

  get all(): Preferences {
    return this.#all
  }

  /** Once more what is kept: another window may have changed it. */
  async load(): Promise<void> {
    const changes = this.#changes
    try {
      const kept = await this.#desktop.loadPreferences()
      // What was changed meanwhile is newer than what came back.
      if (changes === this.#changes) this.#all = kept
    } catch (error) {
      this.#fail(words.status.settingsNotRead(String(error)))
    }
  }

  /** Takes effect at once. */
  async change(changes: Partial<Preferences>): Promise<void> {
    this.#changes++
    this.#all = { ...this.#all, ...changes }
    try {
      await this.#desktop.changePreferences(changes)
    } catch (error) {
      this.#fail(words.status.settingsNotKept(String(error)))
    }
  }
}
