import type { Comparison, Side } from '../model.ts'
import { PARTY_COLOURS, partyColours } from '../wording/colours.ts'

/** Colours of what is printed: those of the window's light scheme, as plain hexadecimal, which every program knows. */
export const INK = '#22201c'
export const QUIET = '#5d5a53'
export const RULE = '#d5d0c4'
/** Behind contested terms and named differences; each has an underline too, for prints without colour. */
export const TERM_PAPER = '#fbe7b0'

/** What stands for each side in print. */
export const sideColours = (comparison: Pick<Comparison, 'readouts'>): Record<Side, string> => {
  const { us, cn } = partyColours(comparison)
  return { us: PARTY_COLOURS[us].light, cn: PARTY_COLOURS[cn].light }
}
