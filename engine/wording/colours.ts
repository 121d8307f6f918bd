import data from '../lexicon/data/colours.json' with { type: 'json' }
import type { Comparison, Side } from '../model.ts'

/**
 * The one palette of the window and of all that is exported. Topics stay apart from each other and from the parties for
 * readers who do not tell red from green, or blue from yellow, too; white and the text's ink are read on each.
 */

/** A colour as plain hexadecimal, on light and on dark ground. */
export interface Colour {
  light: string
  dark: string
}
/** Which of the two parties' colours a side has. */
export type PartyColour = 'first' | 'second'

export const PARTY_COLOURS: Readonly<Record<PartyColour, Colour>> = data.sides
export const TOPIC_COLOURS: ReadonlyMap<string, Colour> = new Map(Object.entries(data.topics))

const OTHER = { first: 'second', second: 'first' } as const
const fixed = new Map<string, PartyColour>(
  Object.entries(data.parties).map(([party, which]) => [party, which === 'first' ? 'first' : 'second'])
)

/**
 * The colour of each side. It is the party's and not the place's, so that it stays when the sides are exchanged: some
 * parties have one of their own, their counterpart has the other; of two that have none the first by name has the first.
 */
export const partyColours = ({ readouts }: Pick<Comparison, 'readouts'>): Record<Side, PartyColour> => {
  const [us, cn] = [readouts.us.recognition.party, readouts.cn.recognition.party]
  const [own, others] = [fixed.get(us ?? ''), fixed.get(cn ?? '')]
  const byName = us === null || cn === null || us <= cn ? 'first' : 'second'
  const left = own ?? (others === undefined ? byName : OTHER[others])
  return { us: left, cn: OTHER[left] }
}

/** A topic of the reader's own has the colour of one that ships, always the same. */
export const topicColourOf = (topic: string): Colour => {
  const colours = [...TOPIC_COLOURS.values()]
  let hash = 0
  for (const letter of topic) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return TOPIC_COLOURS.get(topic) ?? colours[hash % colours.length] ?? PARTY_COLOURS.first
}
