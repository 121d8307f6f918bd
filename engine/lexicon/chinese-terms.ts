import data from './data/chinese-terms.json' with { type: 'json' }
import { PhraseMatcher } from '../text/phrases.ts'

/** What terms of Chinese readouts mean in English, each found where it stands. */
export const chineseTerms = new PhraseMatcher(
  Object.entries(data.terms).map(([phrase, value]) => ({ phrase, value }))
)
