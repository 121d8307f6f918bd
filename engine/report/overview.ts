import { answersOf } from '../matters/answers.ts'
import { ANSWER_NAMES } from '../wording/names.ts'
import { ANSWERS, type Comparison, type Side } from '../model.ts'

/** How the sentences of a side stand to the other readout: "26 sentences: 4 alike, 17 differ, 1 partly answered, 4 only here". */
export const countsOf = (comparison: Comparison, side: Side): string => {
  const { length } = comparison.readouts[side].sentences
  return `${length} ${length === 1 ? 'sentence' : 'sentences'}: ${standingParts(comparison, side).join(', ')}`
}

/** The same, a part for each way to stand: "4 alike". */
export const standingParts = (comparison: Comparison, side: Side): string[] => {
  const counts = answersOf(comparison).counts[side]
  return ANSWERS.map((answer) => `${counts[answer]} ${ANSWER_NAMES[answer].counted(counts[answer])}`)
}

/** A share for the reader; one that is not nothing is never shown as nothing. */
export const percent = (share: number): string =>
  share > 0 && share < 0.005 ? '<1%' : `${Math.round(100 * share)}%`

/** The lexicon that made a comparison: its version, and the reader's own changes to it by number. */
export const lexiconName = ({ engine: { lexicon, own } }: Comparison): string => {
  if (!own) return lexicon
  const { name, topics, concepts, terms, verbs, off } = own
  const parts = Object.entries({ topics, concepts, terms, verbs, 'switched off': off })
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${what}`)
  return `${lexicon} with “${name}” (${parts.join(', ') || 'no changes'})`
}
