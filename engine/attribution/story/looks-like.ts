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

/** A dateline with its agency: "GENEVA, March 3 (AFX) —", "Jan. 22 (ANP) --". */
const AGENCY = /^.{0,60}\(\p{Lu}[\p{L} .]{1,25}\)\s*(?:--|[—–-])/mu
const DAYS = new RegExp(`\\b(?:${cues.weekdays.join('|')})\\b`, 'giu')
const REPORTERS = new RegExp(`\\b(?:${cues.audience.join('|')})\\b`, 'iu')
/** An interpreter's or a press office's record of questions and answers. */
const RECORD = /^(?:Q|QUESTION|问)\s*[:：]/mu
/** So much of a text is its head. */
const HEAD = 400

/** How much in a text's form says that a journalist wrote it, as a sum of signs; less than nothing for an issuer's form. */
const newsSigns = (text: string): number => {
  const head = text.slice(0, HEAD).toLowerCase()
  const days = new Set(Array.from(text.matchAll(DAYS), ([day]) => day.toLowerCase())).size
  const signs: [boolean, number][] = [
    [AGENCY.test(text.slice(0, 2 * HEAD)), 3],
    [cues.newsCredits.some((credit) => text.includes(credit)), 2],
    [days > 0, 1],
    [days > 1, 1],
    [REPORTERS.test(text), 1],
    [cues.officialHeads.some((words) => head.includes(words)), -4],
    [RECORD.test(text), -4]
  ]
  return signs.reduce((sum, [is, weight]) => sum + (is ? weight : 0), 0)
}

/** Signs of form that make up for few sources: a wire story is short. */
const ENOUGH_SIGNS = 3
/** And so many, where a spokesperson is named or words are quoted. */
const FEW_SIGNS = 2

/**
 * Whether a text is a news story that quotes both sides, and not an issuer's own readout. Official readouts report both
 * sides in the third person too, but from nowhere: they name no spokesperson, no statement and no reporters for it. A
 * short story of an agency names few, but has the agency's form.
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
  const isLong =
    Math.min(of('us'), of('cn')) >= LEAST_OF_A_SIDE &&
    ((attributed >= LEAST_SOURCES && quoting >= LEAST_QUOTES) || quoting >= MANY_QUOTES)
  const signs = newsSigns(text.text)
  const isShort = signs >= FEW_SIGNS && (attributed > 0 || quoting > 1)
  const isFeature = signs > 0 && attributed > 1 && quoting >= LEAST_QUOTES
  return isLong || signs >= ENOUGH_SIGNS || isShort || isFeature
}
