/** Colours of what is printed: those of the window's light scheme, as plain hexadecimal, which every program knows. */
export const INK = '#22201c'
export const QUIET = '#5d5a53'
export const RULE = '#d5d0c4'
export const SIDE_COLOURS = { us: '#1a6870', cn: '#934825' } as const
/** Behind contested terms and named differences; each has an underline too, for prints without colour. */
export const TERM_PAPER = '#fbe7b0'

/** Of like darkness, so that white figures are read on each of them. */
const TOPIC_COLOURS =
  '#4a6491 #8a4f2f #3f7360 #7d4b82 #7c6420 #2f6f86 #9a4456 #5d6b2e #5b5699 #8a5a12 #377048 #6b5f58'.split(' ')

/** By the number of a topic in the picture; 0 for one that has none. */
export const topicColour = (number: number): string =>
  number === 0 ? QUIET : (TOPIC_COLOURS[(number - 1) % TOPIC_COLOURS.length] ?? QUIET)
