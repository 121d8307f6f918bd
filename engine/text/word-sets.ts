import { PhraseMatcher } from './phrases.ts'

/** A set of words as `tokenise` gives them. */
export const wordSet = (list: readonly string[]): ReadonlySet<string> =>
  new Set(list.map((word) => word.toLowerCase()))

/** A matcher of phrases that only tells where they are. */
export const matcherOf = (phrases: readonly string[]): PhraseMatcher<true> =>
  new PhraseMatcher(phrases.map((phrase) => ({ phrase, value: true })))
