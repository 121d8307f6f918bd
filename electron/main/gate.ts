import type { Call } from '../contract/channels.ts'

/**
 * Bounds what one window may ask for: its page is ours, but what a page can do three hundred times a second must not
 * hold up the app, fill its memory or cover the screen with dialogs.
 */

/** Calls of one window that are not answered yet, those that wait among them. */
const MOST_OPEN = 64
/** Bytes or characters that these hold. */
const MOST_OPEN_SIZE = 200_000_000
/** More than these in a second wait for the next. */
const MOST_A_SECOND = 100
const SECOND_MS = 1_000

/** What has a dialog, makes a window or takes long: a second one is refused while the first is under way. */
const ONE_AT_A_TIME: ReadonlySet<Call> = new Set<Call>([
  'openReadouts',
  'openLexicon',
  'saveLexiconCopy',
  'openCodebook',
  'openProject',
  'readProject',
  'saveProjectAs',
  'exportFile',
  'printReport',
  'newWindow'
])

/** A new window comes at once; a page could make one again and again. */
const BETWEEN_WINDOWS_MS = 500

interface Asked {
  /** Calls under way; a call may be there more than once. */
  calls: Call[]
  size: number
  /** When those of the last second were let in. */
  times: number[]
  /** When the last new window was. */
  lastWindow: number
}

export class Gate {
  /** By window; their number is bounded, and that of what is kept of each. */
  readonly #asked = new Map<number, Asked>()
  readonly #now: () => number

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /**
   * Does a call of a window when its turn has come.
   *
   * @returns null where it is refused
   */
  async through<T>(window: number, call: Call, size: number, work: () => Promise<T>): Promise<T | null> {
    const asked = this.#asked.get(window) ?? { calls: [], size: 0, times: [], lastWindow: -Infinity }
    this.#asked.set(window, asked)
    const isTaken = ONE_AT_A_TIME.has(call) && asked.calls.includes(call)
    if (isTaken || asked.calls.length >= MOST_OPEN || asked.size + size > MOST_OPEN_SIZE) return null
    if (call === 'newWindow') {
      if (this.#now() - asked.lastWindow < BETWEEN_WINDOWS_MS) return null
      asked.lastWindow = this.#now()
    }
    asked.calls.push(call)
    asked.size += size
    try {
      const wait = this.#wait(asked)
      if (wait > 0) await new Promise((done) => setTimeout(done, wait))
      return await work()
    } finally {
      asked.calls.splice(asked.calls.indexOf(call), 1)
      asked.size -= size
    }
  }

  /** So long until the next call may be made, which is then counted. */
  #wait({ times }: Asked): number {
    const now = this.#now()
    while (times[0] !== undefined && times[0] <= now - SECOND_MS) times.shift()
    const before = times[times.length - MOST_A_SECOND]
    const at = before === undefined ? now : Math.max(now, before + SECOND_MS)
    times.push(at)
    return at - now
  }
}
