import cues from '../lexicon/data/story-cues.json' with { type: 'json' }
import { wordSet } from '../text/word-sets.ts'

/** What stands between an office and a name, or before a name alone: "Minister of Defense *General* Pan". */
export const RANKS = wordSet(cues.ranks)
