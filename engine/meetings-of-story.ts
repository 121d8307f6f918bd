import { SIDES, type MeetingsOfStory, type ReadoutText, type Side, type Span } from './model.ts'

/**
 * The meetings of the news story that both texts were taken from, with each side's statements.
 *
 * @returns null where they are of no story, of two, or of one that tells of a single meeting
 */
export const meetingsOfStory = (texts: Readonly<Record<Side, ReadoutText>>): MeetingsOfStory | null => {
  const { us, cn } = { us: texts.us.story, cn: texts.cn.story }
  if (!us?.meetings || !cn?.meetings || us.text !== cn.text || us.meeting !== cn.meeting) return null
  const statementsOf = (side: Side, id: string): Span[] =>
    texts[side].story?.meetings?.find((meeting) => meeting.id === id)?.statements ?? []
  return {
    all: us.meetings.map(({ id, name }) => ({
      id,
      name,
      statements: { us: statementsOf('us', id), cn: statementsOf('cn', id) }
    })),
    ofNone: { us: us.ofNone ?? [], cn: cn.ofNone ?? [] },
    ...(us.meeting === undefined ? {} : { compared: us.meeting })
  }
}

/** The meeting that alone is compared, of several that a story tells of. */
export const comparedMeeting = (
  meetings: MeetingsOfStory | null | undefined
): MeetingsOfStory['all'][number] | undefined => meetings?.all.find(({ id }) => id === meetings.compared)

/** Whether both sides are quoted on a meeting, so that there is something to compare. */
export const isComparable = ({ statements }: MeetingsOfStory['all'][number]): boolean =>
  SIDES.every((side) => statements[side].length > 0)
