import { expect } from 'playwright/test'
import { runChild } from '../../electron/runtime/child.ts'

/** What a person at the display sees and does: windows by their titles, keys that are pressed. No part of the app. */
export class Screen {
  readonly display: string

  constructor(display: string) {
    this.display = display
  }

  async #xdotool(...words: string[]): Promise<string> {
    const { output } = await runChild('xdotool', words, {
      limitMs: 30_000,
      env: { ...process.env, DISPLAY: this.display }
    })
    return output.trim()
  }

  /** Ids of the windows on the screen with a title. */
  async windows(title: RegExp): Promise<string[]> {
    const ids = (await this.#xdotool('search', '--onlyvisible', '--name', '.')).split('\n')
    const names = await Promise.all(
      ids
        .filter((id) => /^\d+$/u.test(id))
        .map(async (id) => [id, await this.#xdotool('getwindowname', id)] as const)
    )
    return names.flatMap(([id, name]) => (title.test(name) ? [id] : []))
  }

  /** Waits for a window and gives it the keyboard, as there is no window manager that would. */
  async focus(title: RegExp): Promise<void> {
    let id: string | undefined
    await expect
      .poll(async () => ([id] = await this.windows(title)).length, { message: `a window ${String(title)}` })
      .toBeGreaterThan(0)
    await this.#xdotool('windowfocus', '--sync', id ?? '')
  }

  async press(...keys: string[]): Promise<void> {
    await this.#xdotool('key', '--clearmodifiers', ...keys)
  }

  async type(text: string): Promise<void> {
    await this.#xdotool('type', '--delay', '5', text)
  }
}
