import { detectLanguage, LANGUAGE_NAMES } from '../engine/text/language.ts'
import { isOneReadout } from '../engine/identify/one-readout.ts'
import { placeOfText, placeTexts } from '../engine/identify/assign-sides.ts'
import type { Lexicon } from '../engine/lexicon/lexicon.ts'
import type { InputProblem, ReadoutText, Side } from '../engine/model.ts'
import { looksLikeStory } from '../engine/attribution/story/looks-like.ts'
import { readStory } from '../engine/attribution/story/story.ts'
import type { Job, Slots } from './analysis.ts'
import { words } from './words/words.ts'

export interface Placing {
  slots: Slots
  /** What was decided without being asked, for the reader. */
  notes: string[]
}

/** A text with the same side's text in the other language, the first to be compared. */
const withOther = (first: ReadoutText, { name, text }: ReadoutText): ReadoutText => ({
  ...first,
  inOtherLanguage: { name, text }
})

const noteOn = (kept: ReadoutText): string =>
  words.intake.bothLanguages(kept.name, LANGUAGE_NAMES[detectLanguage(kept.text)])

/** Of three texts the two that are one readout in two languages, the English to be compared; null where there are none. */
const placeThree = (texts: readonly ReadoutText[]): Placing | null => {
  for (const rest of texts) {
    const [one, other] = texts.filter((text) => text !== rest)
    if (!one || !other || !isOneReadout(one, other)) continue
    const [english, chinese] = detectLanguage(one.text) === 'en' ? [one, other] : [other, one]
    const { us, cn } = placeTexts(rest, withOther(english, chinese))
    return { slots: { us, cn }, notes: [noteOn(chinese)] }
  }
  return null
}

const placeOne = (text: ReadoutText, { side, present, keepsCompared }: Job): Placing => {
  const recognised = placeOfText(text)
  const free = (['us', 'cn'] as const).find((candidate) => present[candidate] === undefined)
  // Where the text itself does not tell, it fills the place that waits.
  const target = side ?? recognised.side ?? free ?? 'us'
  const [reason] = recognised.reasons
  const notes =
    side === undefined && recognised.side && reason ? [words.intake.recognised(text.name, reason)] : []
  const there = present[target]
  if (!there || !isOneReadout(there, text)) return { slots: { ...present, [target]: text }, notes }
  const [first, other] = keepsCompared ? [there, text] : [text, there]
  return { slots: { ...present, [target]: withOther(first, other) }, notes: [...notes, noteOn(other)] }
}

/**
 * Puts new texts in their places.
 *
 * @returns null where three texts are not two readouts, one of them in two languages
 */
export const place = (texts: readonly ReadoutText[], job: Job): Placing | null => {
  const { side, present, encoding } = job
  const [first, second, third] = texts
  if (!first) return { slots: present, notes: [] }
  // The same document read anew takes the place of what was read before.
  if (!second && side && encoding) return { slots: { ...present, [side]: first }, notes: [] }
  if (!second) return placeOne(first, job)
  if (third) return placeThree(texts)
  const { us, cn } = placeTexts(first, second)
  return { slots: { us, cn }, notes: [] }
}

/** Two texts made of one news story; a story that does not quote both sides is refused. */
export const placeStory = (
  text: ReadoutText,
  lexicon: Lexicon,
  meeting?: string
): Placing | { problem: InputProblem } => {
  const story = readStory(text, lexicon, meeting)
  return story.ok ? { slots: story.texts, notes: [] } : { problem: story.problem }
}

/**
 * Whether a source is taken apart as a news story: where the reader says so; where it looks like one and no other text
 * is there; where it is a story's document read anew.
 */
export const isTakenApart = (text: ReadoutText, { as, side, present, encoding }: Job): boolean => {
  if (as !== undefined) return as === 'story'
  if (encoding !== undefined) return side !== undefined && present[side]?.story !== undefined
  return !present.us && !present.cn && looksLikeStory(text)
}

/** Compares a side by its text in the other language from now on. */
export const switchLanguage = (slots: Slots, side: Side): Slots => {
  const text = slots[side]
  return text?.inOtherLanguage ? { ...slots, [side]: withOther(text.inOtherLanguage, text) } : slots
}
