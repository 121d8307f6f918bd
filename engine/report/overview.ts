import { sentencesOf } from '../wording/names.ts'
import type { Comparison, Sentence, Side } from '../model.ts'

/** Figures and lists that every report is made of. */
export interface Overview {
  /** Share of each side's words that stand in a group, 0 to 1. */
  alignedWords: Record<Side, number>
  shared: number
  differing: number
  /** Sentences that only one side has, in the order of its text. */
  only: Record<Side, Sentence[]>
}

export const overviewOf = (comparison: Comparison): Overview => {
  const alone: Record<Side, readonly string[]> = { us: comparison.onlyUs, cn: comparison.onlyCn }
  const only = { us: sentencesOf(comparison, 'us', alone.us), cn: sentencesOf(comparison, 'cn', alone.cn) }
  const aligned = (side: Side): number => {
    const { words } = comparison.readouts[side]
    return words === 0 ? 0 : 1 - only[side].reduce((sum, sentence) => sum + sentence.words, 0) / words
  }
  return {
    alignedWords: { us: aligned('us'), cn: aligned('cn') },
    shared: comparison.groups.filter(({ relation }) => relation === 'shared').length,
    differing: comparison.groups.filter(({ relation }) => relation === 'differ').length,
    only
  }
}

export const percent = (share: number): string => `${Math.round(100 * share)}%`

/** The lexicon that made a comparison: its version, and the reader's own changes to it by number. */
export const lexiconName = ({ engine: { lexicon, own } }: Comparison): string => {
  if (!own) return lexicon
  const { name, topics, concepts, terms, verbs, off } = own
  const parts = Object.entries({ topics, concepts, terms, verbs, 'switched off': off })
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${what}`)
  return `${lexicon} with “${name}” (${parts.join(', ') || 'no changes'})`
}
