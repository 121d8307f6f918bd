import { comparedMeeting } from '../meetings-of-story.ts'
import { SIDES, type Comparison } from '../model.ts'

/** Said wherever a comparison is shown whose texts are no official ones; null where both are. */
export const storyNote = ({
  readouts,
  meetings
}: Pick<Comparison, 'readouts' | 'meetings'>): string | null => {
  const from = SIDES.filter((side) => readouts[side].fromStory)
  const [side] = from
  if (!side) return null
  const compared = comparedMeeting(meetings)
  if (compared && meetings)
    return `The source is a news story of ${meetings.all.length} meetings: compared is what it reports the two sides to have said of one, ${compared.name}.`
  if (meetings)
    return `The source is a news story of ${meetings.all.length} meetings: compared is all that it reports the two sides to have said.`
  return from.length === SIDES.length
    ? 'The source is a news story: compared is what it reports the two sides to have said.'
    : `The text of ${readouts[side].partyInText} is from a news story: compared is what it reports that side to have said.`
}
