import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import { PhraseMatcher } from '../../text/phrases.ts'
import { tokenise } from '../../text/tokens.ts'
import type { ReadoutText } from '../../model.ts'
import { readStory } from './story.ts'

/** What a journalist names as a source and no issuer does in a text of its own: spokespeople, readouts, reporters. */
const sources = new PhraseMatcher(cues.sources.map((phrase) => ({ phrase, value: true })))

/** Statements of each side, attributions to such sources, and statements in quotation marks that a story has at least. */
const LEAST_OF_A_SIDE = 3
const LEAST_SOURCES = 3
const LEAST_QUOTES = 3
/** So many of them that no issuer's own text has, whatever its sources: a feature quotes people by name. */
const MANY_QUOTES = 8
/** What stands in quotation marks and is somebody's words, not a term; Chinese needs fewer characters. */
const QUOTE = /[“"「](?:[^”"」]{12,}|[^”"」]*\p{Script=Han}{6,})/u
/** Longer than any news story: not looked at. */
const LONGEST_STORY = 60_000

/**
 * Whether a text is a news story that quotes both sides, and not an issuer's own readout. Official readouts report both
 * sides in the third person too, but from nowhere: they name no spokesperson, no statement and no reporters for it.
 */
export const looksLikeStory = (text: ReadoutText): boolean => {
  if (text.text.length > LONGEST_STORY) return false
  const story = readStory(text)
  if (!story.ok) return false
  const { statements } = story
  const of = (side: 'us' | 'cn'): number => statements.filter((statement) => statement.side === side).length
  const quoting = statements.filter(({ start, end }) => QUOTE.test(text.text.slice(start, end))).length
  const attributed = statements.filter(
    ({ attributedTo }) => sources.findLongest(tokenise(attributedTo)).length > 0
  ).length
  return (
    Math.min(of('us'), of('cn')) >= LEAST_OF_A_SIDE &&
    ((attributed >= LEAST_SOURCES && quoting >= LEAST_QUOTES) || quoting >= MANY_QUOTES)
  )
}
