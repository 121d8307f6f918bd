import { SIDES, type Side } from '../../engine/model.ts'
import type { Slots } from '../analysis.ts'

/** A stretch of a news story: a statement of one side with the words of its source, or, with null, narration. */
export interface StoryPart {
  side: Side | null
  text: string
  attributedTo: string
}

/**
 * The whole news story that the texts were taken from, in its order; null where none was. Of two stories the first: a
 * reader may have put one side's text of a second story beside it.
 */
export const storyParts = (slots: Slots): StoryPart[] | null => {
  const story = SIDES.map((side) => slots[side]?.story).find((found) => found !== undefined)
  if (!story) return null
  const statements = SIDES.flatMap((side) => {
    const own = slots[side]?.story
    return own?.text === story.text ? own.sources.map((source) => ({ ...source, side })) : []
  }).sort((a, b) => a.start - b.start)
  const parts: StoryPart[] = []
  let at = 0
  const narrate = (to: number): void => {
    if (to > at) parts.push({ side: null, text: story.text.slice(at, to), attributedTo: '' })
  }
  for (const { start, end, side, attributedTo } of statements) {
    narrate(start)
    parts.push({ side, text: story.text.slice(start, end), attributedTo })
    at = end
  }
  narrate(story.text.length)
  return parts
}
