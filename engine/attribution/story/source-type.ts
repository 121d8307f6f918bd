import type { Side } from '../../model.ts'

/** Who a clause of a news story names as the source of what it reports. */
export interface Source {
  side: Side
  /** The words that name it: "Blinken said", "according to a Foreign Ministry readout". */
  said: string
}

/** A source stands at most so many tokens before its verb, or after it; a Chinese one so many characters. */
export const REACH = { en: 9, zh: 28 }
