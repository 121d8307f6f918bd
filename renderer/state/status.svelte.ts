import type { Tell } from '../../engine/progress.ts'
import type { LongWork, Notices, Toast } from '../ui/notices.ts'
import { words } from '../words/words.ts'

/** How something is taken back, or done again. */
export interface Back {
  label: string
  run: () => void
}

interface Work extends LongWork {
  id: number
  isShown: boolean
}
/** Work that takes longer than this is shown. */
const SHOWN_AFTER_MS = 400

/** What the window tells its reader: what is wrong, what looks wrong, what just happened, what it is busy with. */
export class Status implements Notices {
  #problem = $state<string | null>(null)
  /** What the problem is about, where something can mend it. */
  #about: string | null = null
  #doubt = $state<string | null>(null)
  #announcement = $state('')
  #toast = $state.raw<Toast | null>(null)
  /** Works under way; a newer one may begin before an older has ended. */
  #works = $state.raw<readonly Work[]>([])
  #lastWork = 0
  /** Dialogs that lie over the window. */
  #covers = $state(0)

  get problem(): string | null {
    return this.#problem
  }
  /** What looks wrong with a text that was taken all the same. */
  get doubt(): string | null {
    return this.#doubt
  }
  /** For screen readers: what just happened. */
  get announcement(): string {
    return this.#announcement
  }
  /** The last thing that was done, while it is shown. */
  get toast(): Toast | null {
    return this.#toast
  }
  get isBusy(): boolean {
    return this.#works.length > 0
  }
  /** The latest work that has taken so long that it is shown; null for none. */
  get work(): LongWork | null {
    return this.#works.findLast(({ isShown }) => isShown) ?? null
  }

  /** Whether a dialog lies over the window, and says in its place what is wrong. */
  get isCovered(): boolean {
    return this.#covers > 0
  }
  /** @returns what ends it */
  cover(): () => void {
    this.#covers++
    return () => {
      this.#covers--
    }
  }

  /**
   * Says what is wrong; what is on screen stays.
   *
   * @param about by which it is taken back when that is mended
   */
  fail(message: string, about: string | null = null): void {
    this.#problem = message
    this.#about = about
  }
  /** What was wrong with this is so no longer. */
  mend(about: string): void {
    if (this.#about === about) this.dismissProblem()
  }
  reportFault(message: string): void {
    this.fail(words.status.windowFault(message))
  }
  doubtIt(message: string | null): void {
    this.#doubt = message
  }
  announce(message: string): void {
    this.#announcement = message
  }
  /** Says to every reader what was just done, and offers the way back. */
  tell(message: string, back?: Back): void {
    this.#announcement = message
    this.#toast = back ? { message, back } : { message }
  }
  dismissToast(): void {
    this.#toast = null
  }
  dismissProblem(): void {
    this.#problem = null
    this.#about = null
  }
  dismissDoubt(): void {
    this.#doubt = null
  }
  /** Nothing is wrong with what is on screen now. */
  clear(): void {
    this.dismissProblem()
    this.#doubt = null
    this.#toast = null
  }

  /**
   * While a long work is done: the reader sees how far it is, and can end it.
   *
   * @param name what is done, as "Comparing"
   * @param stop ends it
   * @returns its answer
   */
  async during<T>(name: string, stop: () => void, work: (tell: Tell) => Promise<T>): Promise<T> {
    const id = ++this.#lastWork
    const change = (part: Partial<Work>): void => {
      this.#works = this.#works.map((one) => (one.id === id ? { ...one, ...part } : one))
    }
    this.#works = [...this.#works, { id, name, share: 0, isShown: false, stop }]
    const shown = setTimeout(() => {
      change({ isShown: true })
    }, SHOWN_AFTER_MS)
    try {
      return await work((done, total) => {
        change({ share: total > 0 ? Math.min(1, done / total) : 0 })
      })
    } finally {
      clearTimeout(shown)
      this.#works = this.#works.filter((one) => one.id !== id)
    }
  }
}
