/** A text that has not moved for so long stands still. */
const STANDS_AFTER_MS = 150

/**
 * What of the texts is under the pointer. A text that is scrolled passes by beneath a pointer that rests: nothing of it is
 * pointed at, for the eye's sake and since each mark that comes and goes has its lines laid out anew. What is there once
 * the text stands still is.
 */
export class Pointing {
  readonly #changed: (id: string | null) => void
  #under: string | null = null
  #told: string | null = null
  #timer: ReturnType<typeof setTimeout> | null = null

  /** @param changed hears what is pointed at now */
  constructor(changed: (id: string | null) => void) {
    this.#changed = changed
  }

  /** @param id null where the pointer left it */
  over(id: string | null): void {
    this.#under = id
    if (this.#timer === null) this.#tell()
  }
  /** A text moves, by whatever moves it. */
  moves(): void {
    this.end()
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#tell()
    }, STANDS_AFTER_MS)
  }
  /** Where nothing changed, what else lit a sentence, such as the focus, goes on. */
  #tell(): void {
    if (this.#told === this.#under) return
    this.#told = this.#under
    this.#changed(this.#under)
  }
  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }
}
