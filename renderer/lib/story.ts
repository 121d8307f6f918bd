import { SIDES, type Side } from '../../engine/model.ts'
import type { OpenStudy } from '../../engine/project/parts.ts'
import type { Slots } from '../analysis.ts'

/** A stretch of a news story: a statement of one side, or of both, with the words of its source, or, with null, narration. */
export interface StoryPart {
  side: Side | 'both' | null
  text: string
  attributedTo: string
  /** Of several meetings the one that it belongs to, counted from 1; null for none, undefined where there is one alone. */
  meeting?: number | null
  /** It is in the texts that are compared. */
  isCompared: boolean
}

/**
 * The whole news story that the texts were taken from, in its order; null where none was. Of two stories the first: a
 * reader may have put one side's text of a second story beside it.
 */
export const storyParts = (slots: Slots): StoryPart[] | null => {
  const story = SIDES.map((side) => slots[side]?.story).find((found) => found !== undefined)
  if (!story) return null
  const ofSides = SIDES.flatMap((side) => {
    const own = slots[side]?.story
    if (own?.text !== story.text) return []
    const sources = own.sources.map((source) => ({ ...source, side, isCompared: true }))
    // Of a story whose one meeting is compared the other statements are shown as well.
    const others = [...(own.meetings ?? []).flatMap((meeting) => meeting.statements), ...(own.ofNone ?? [])]
      .filter(({ start }) => !sources.some((source) => source.start === start))
      .map((span) => ({ ...span, side, attributedTo: '', isCompared: false }))
    const meetingAt = (start: number): number | null => {
      const at = own.meetings?.findIndex((meeting) => meeting.statements.some((span) => span.start === start))
      return at === undefined || at < 0 ? null : at + 1
    }
    return [...sources, ...others].map((statement) => ({
      ...statement,
      ...(own.meetings ? { meeting: meetingAt(statement.start) } : {})
    }))
  }).sort((a, b) => a.start - b.start)
  // What both said together stands in the text of each, and in the story once.
  const statements = ofSides.flatMap((statement, index) => {
    if (ofSides[index - 1]?.start === statement.start) return []
    const isOfBoth = ofSides[index + 1]?.start === statement.start
    return [isOfBoth ? { ...statement, side: 'both' as const } : statement]
  })
  const parts: StoryPart[] = []
  let at = 0
  const narrate = (to: number): void => {
    if (to > at)
      parts.push({ side: null, text: story.text.slice(at, to), attributedTo: '', isCompared: false })
  }
  for (const { start, end, side, attributedTo, meeting, isCompared } of statements) {
    narrate(start)
    const words = { side, text: story.text.slice(start, end), attributedTo, isCompared }
    parts.push(meeting === undefined ? words : { ...words, meeting })
    at = end
  }
  narrate(story.text.length)
  return parts
}

/** The study of a news story, of one of its meetings or, with null, of all its statements; undefined where there is none. */
export const studyOfStory = (
  studies: readonly OpenStudy[],
  story: string,
  meeting: string | null
): string | undefined =>
  studies.find(
    ({ content: { comparison } }) =>
      comparison.story === story && (comparison.meetings?.compared ?? null) === meeting
  )?.content.id
