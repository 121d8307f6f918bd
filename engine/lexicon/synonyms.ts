import data from './data/synonyms.json' with { type: 'json' }
import { PhraseMatcher } from '../text/phrases.ts'
import type { Token } from '../text/tokens.ts'

const matcher = new PhraseMatcher<string>(
  data.sets.flatMap(({ id, en, zh }) => [...en, ...zh].map((phrase) => ({ phrase, value: id })))
)

/** Sets of synonyms of which a sentence has a word, each as often as it has one. */
export const synonymSetsIn = (tokens: readonly Token[]): string[] =>
  matcher.findLongest(tokens).map(({ value }) => value)
