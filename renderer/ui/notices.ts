import { createContext } from 'svelte'

/** A work that takes long, as it is shown. */
export interface LongWork {
  /** What is done, as "Comparing". */
  name: string
  /** How much of it is done, 0 to 1. */
  share: number
  /** Ends it. */
  stop: () => void
}

/** What just happened, shown for a while, with the way back where there is one. */
export interface Toast {
  message: string
  back?: { label: string; run: () => void }
}

/** What a window tells of itself: a dialog that lies over it says itself what goes wrong or takes long. */
export interface Notices {
  readonly problem: string | null
  readonly work: LongWork | null
  dismissProblem: () => void
  /** The rest of the window is covered. @returns what ends that */
  cover: () => () => void
}

export const [noticesOfWindow, giveNotices] = createContext<Notices>()
