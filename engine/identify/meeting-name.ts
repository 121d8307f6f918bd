import { calledShortly, isOfList, type Official } from '../entities/officials.ts'
import type { Comparison, ReadoutText, Side } from '../model.ts'
import { comparedMeeting } from '../meetings-of-story.ts'
import { factsOf } from './facts.ts'

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** The surname of those whom everybody knows by it. */
const shortOf = (official: Official): string =>
  isOfList(official) && official.name.startsWith(`${official.surname} `)
    ? official.surname
    : calledShortly(official)

/** "spokesperson Tang Lian": who tells of a meeting, and was not who met. */
const SPOKESMAN = /(?:\bspokes(?:person|man|woman),?\s+|发言人)$/iu
const isSpokesman = ({ name }: Official, { text }: ReadoutText): boolean => {
  const at = text.indexOf(name)
  return at >= 0 && SPOKESMAN.test(text.slice(Math.max(0, at - 20), at))
}

/** Where a text says that the meeting was: of a news story all of it, since what its sources say is about other places too. */
const placeOf = (text: ReadoutText, ownPlace: string | null): string | null =>
  text.story ? (factsOf({ name: text.name, text: text.story.text })?.place ?? null) : ownPlace

/**
 * What a meeting is called until the researcher names it: who met, where and when, as far as either text says so.
 *
 * @returns such as "Biden–Xi, Lima, 16 November 2024"; the parties' names where it is not known who spoke for both
 */
export const meetingName = (
  { readouts, meetings }: Comparison,
  texts: Readonly<Record<Side, ReadoutText>>
): string => {
  const compared = comparedMeeting(meetings)
  if (compared) return compared.name
  const facts = { us: factsOf(texts.us), cn: factsOf(texts.cn) }
  const isParty = (official: Official): boolean =>
    !isSpokesman(official, texts.us) && !isSpokesman(official, texts.cn)
  const namedIn = (side: Side): Official[] => (facts[side]?.officials ?? []).filter(isParty)
  const named = [...namedIn('us'), ...namedIn('cn')]
  const titles = `${readouts.us.title ?? ''} ${readouts.cn.title ?? ''}`
  const speaker = (side: Side): string | undefined => {
    const party = facts[side]?.party
    const all = named.filter((candidate) => party && candidate.party === party)
    // Of whom its own text does not say whose official he is.
    const unknown = namedIn(side).filter(
      (candidate) => candidate.party === null && candidate.name.includes(' ')
    )
    // By the name that English has for him, where either text has one.
    const inLatin = all.filter(({ surname }) => /\p{Script=Latin}/u.test(surname))
    const own = inLatin.length > 0 ? inLatin : all
    // A title names who met; others may be named more often.
    const official = own.find(({ surname }) => titles.includes(surname)) ?? own[0] ?? unknown[0]
    return official && shortOf(official)
  }
  const [one, other] = [speaker('us'), speaker('cn')]
  const who =
    one !== undefined && other !== undefined && one !== other
      ? `${one}–${other}`
      : `${readouts.us.partyName}–${readouts.cn.partyName}`
  const date = readouts.us.date ?? readouts.cn.date
  const place = placeOf(texts.us, facts.us?.place ?? null) ?? placeOf(texts.cn, facts.cn?.place ?? null)
  return [who, place, date === null ? null : DATE.format(new Date(date))]
    .filter((part) => part !== null)
    .join(', ')
}
