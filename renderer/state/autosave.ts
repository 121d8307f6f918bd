/** Pauses of this length in the work are used to keep it safe; work without a pause is kept this often. */
const PAUSE_MS = 100
const LONGEST_MS = 200

/**
 * Runs a task soon after it is asked for: after a pause, or, where the asking goes on, after at most so long. A task that
 * is asked for while it runs runs again.
 */
export class Autosave {
  readonly #task: () => Promise<void>
  #timer: ReturnType<typeof setTimeout> | undefined
  #askedSince: number | null = null
  #running: Promise<void> | null = null

  constructor(task: () => Promise<void>) {
    this.#task = task
  }

  ask(): void {
    this.#askedSince ??= performance.now()
    clearTimeout(this.#timer)
    const wait = Math.max(0, Math.min(PAUSE_MS, this.#askedSince + LONGEST_MS - performance.now()))
    this.#timer = setTimeout(() => void this.#run(), wait)
  }
  cancel(): void {
    clearTimeout(this.#timer)
    this.#askedSince = null
  }
  /** Done when nothing is asked for and nothing runs. */
  async settle(): Promise<void> {
    if (this.#askedSince !== null) await this.#run()
    await this.#running
  }

  async #run(): Promise<void> {
    if (this.#running) {
      // What is asked for meanwhile comes after it, one at a time; whoever ran it hears if it failed.
      await this.#running.catch(() => undefined)
      if (this.#askedSince === null) return
    }
    this.cancel()
    this.#running = this.#task().finally(() => {
      this.#running = null
    })
    await this.#running
  }
}
