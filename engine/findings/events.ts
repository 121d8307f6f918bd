import { clauseAt, verbAt } from '../claims/english-verbs.ts'
import { haveFigureInCommon } from '../claims/figures.ts'
import { otherSide, SIDES, type Figure, type Side } from '../model.ts'
import { addTo } from '../multimap.ts'
import { firstFrom } from '../syntax/word.ts'
import { countWords } from '../text/words.ts'
import { claimsOf, inTextOrder, quoteOf, type ClaimAt } from './claim-pairs.ts'
import { finding, wordsOf, type FindingDraft, type Quote } from './draft.ts'
import { sharedBetween } from './facing.ts'
import { fullClause } from './full-clause.ts'
import type { Material, Passage } from './material.ts'
import { tell } from './sentences.ts'
import { standOf, type Stance } from './stance.ts'
import { isDangling, pointsOutside } from './standing.ts'
import { saySame, voiceOf } from './stood.ts'
import { lengthsOf, longestThatWillDo } from './two-quotes.ts'
import { isQuestion, tellsOfMeeting } from './unmissed.ts'
import { voiced } from './voiced.ts'

/**
 * Clashes over what happened on a day before the meeting: each text tells of it in its own voice, and one of them finds fault,
 * denies or defends, or each has another side act. The day tells that both are on one event, however little else the two
 * accounts have in common.
 */

export const OF_EVENTS = 'clash:event'

/** What a text tells of a day: the words that name it, and what that sentence and those that go on from it claim. */
interface Account {
  day: Figure
  claims: readonly ClaimAt[]
}

/** A month with its day: "01-24". */
const DAY = /^\d\d-\d\d$/u
/** A day of more sentences than this in one text is no event that a sentence tells of. */
const MOST_TOLD = 3
/** Before a day that is a limit and not the day of an event: "by", "until". */
const LIMIT =
  /\b(?:by|until|till|before|from|since|after|through|to|between|starting|beginning|effective)\s+$/iu
/** Behind a day that is part of a name: "the May 4 *Declaration*". */
const NAMED = /^\s+\p{Lu}/u
/** What is still to be done is no event. */
const TO_COME = /^(?:will|shall|should|must)$/u

const isEvent = (material: Material, { passage, claim }: ClaimAt, day: Figure): boolean => {
  const { text } = material.sides[passage.side]
  return (
    day.kind === 'date' &&
    DAY.test(day.value) &&
    claim.kind !== 'commitment' &&
    claim.kind !== 'demand' &&
    !LIMIT.test(text.slice(claim.span.start, day.start)) &&
    !NAMED.test(text.slice(day.end, passage.sentence.end)) &&
    !passage.words.some(
      ({ text: word, start }) => start >= claim.span.start && start < claim.span.end && TO_COME.test(word)
    )
  )
}

/** Whether a text tells in a sentence, in its own voice, of something other than this meeting. */
const isAccount = (material: Material, passage: Passage): boolean =>
  !tellsOfMeeting(passage) &&
  !isQuestion(material, passage) &&
  (voiceOf(passage) === 'own' || passage.sentence.speaker === 'narrator')

/** So many sentences behind the one that names a day may go on with it. */
const MOST_GOING_ON = 2

/** The sentences that go on from one in its paragraph, from the same side and without a day of their own. */
const goingOn = (material: Material, all: readonly Passage[], at: number): Passage[] => {
  const found: Passage[] = []
  const first = all[at]
  for (const next of all.slice(at + 1, at + 1 + MOST_GOING_ON)) {
    const hasDay = (next.sentence.claims ?? []).some(({ figures }) =>
      figures.some(({ kind, value }) => kind === 'date' && DAY.test(value))
    )
    if (next.sentence.paragraph !== first?.sentence.paragraph || !isAccount(material, next) || hasDay) break
    found.push(next)
  }
  return found
}

/** What a text tells of days other than that of the meeting, by the day. */
const accountsIn = (material: Material, side: Side): Map<string, Account[]> => {
  const { passages, readout } = material.sides[side]
  const held = readout.date?.slice('2026-'.length)
  const accounts = new Map<string, Account[]>()
  for (const [place, passage] of passages.entries()) {
    if (!isAccount(material, passage)) continue
    const day = claimsOf(material, passage)
      .flatMap((at) => at.claim.figures.filter((figure) => isEvent(material, at, figure)))
      .find(({ value }) => value !== held)
    if (!day) continue
    const further = goingOn(material, passages, place).flatMap((one) => claimsOf(material, one))
    const claims = [...claimsOf(material, passage), ...further.filter(({ claim }) => claim.kind === 'fact')]
    addTo(accounts, day.value, { day, claims })
  }
  return accounts
}

/** How much it tells that a claim finds fault, denies or defends; to have raised a matter tells nothing of it. */
const STANCES: Partial<Record<Stance, number>> = {
  blames: 0.8,
  rejects: 0.8,
  denies: 0.8,
  defends: 0.5,
  asks: -0.4
}
const GESTURE = -0.8
const MEASURED = 0.6
/** What claims that do not name the day must have in common with the other account. */
const LEAST_SHARED = 0.2
/** What two accounts must come to. */
const LEAST_AGAINST = 0.4
/** What it counts that a claim names the day itself. */
const NAMES_DAY = 0.5

const worthOf = (material: Material, at: ClaimAt): number =>
  (STANCES[standOf(material.sides[at.passage.side].text, at).stance] ?? 0) +
  (at.claim.kind === 'talks' || isGesture(at) ? GESTURE : 0)

/** "Raised the September 29 intercept": a claim of one verb, which is what was done at the meeting. */
const isGesture = ({ claim, passage: { words, sentence } }: ClaimAt): boolean => {
  const { verb } = sentence.attribution
  const verbs = words.filter(
    ({ start, pos }, at) =>
      start >= claim.span.start && start < claim.span.end && pos === 'VERB' && verbAt(words, at) !== null
  )
  return words.length > 0 && verbs.every(({ start }) => start === verb?.start)
}

const isMeasured = ({ claim }: ClaimAt): boolean =>
  claim.figures.some(({ kind }) => kind === 'number' || kind === 'period')

/** Whether each tells of the other's act: each text has another side do something. */
const haveOtherDoers = ({ claim: one }: ClaimAt, { claim: other }: ClaimAt): boolean =>
  one.actor !== other.actor && one.actor !== 'both' && other.actor !== 'both'

/** Whether a claim names the day itself. */
const namesDay = ({ claim: { figures } }: ClaimAt, day: string): boolean =>
  figures.some(({ value }) => value === day)

/** How much two claims of one event tell against each other. */
const againstOf = (material: Material, us: ClaimAt, cn: ClaimAt): number =>
  worthOf(material, us) +
  worthOf(material, cn) +
  Math.min(1, sharedBetween(material, us, cn)) +
  (haveOtherDoers(us, cn) ? DOERS : 0) +
  (isMeasured(us) && isMeasured(cn) && !haveFigureInCommon(us.claim.figures, cn.claim.figures) ? MEASURED : 0)
const DOERS = 0.4

/** So many words of an account are quoted, as many as the sentence has room for. */
const LENGTHS = lengthsOf([30, 26, 22, 18, 14])
const LONGEST = 54
const LEAST_TELLING = 6
const WEIGHT = 0.86
/** Words that open a clause in which an event is told: "near the shoal, *where* water cannon injured three on April 2". */
const OPENING = /^(?:where|when|that)$/u

/** Of a long claim what it tells of its day: from the clause, or the noun, that the day stands in. */
const nearDay = ({ passage, claim }: ClaimAt): Quote | null => {
  const { words } = passage
  const day = claim.figures.find(({ kind, value }) => kind === 'date' && DAY.test(value))
  const at = day ? firstFrom(words, day.start) : -1
  const from = (start: number | undefined): Quote | null =>
    start === undefined ? null : { passage, span: { start, end: claim.span.end } }
  for (let before = at - 1; before > 0 && (words[before]?.start ?? 0) > claim.span.start; before--)
    if (OPENING.test(words[before]?.text ?? '') && clauseAt(words, before + 1))
      return from(words[before + 1]?.start)
  const behind = day && words[firstFrom(words, day.end)]
  return words[at - 1]?.pos === 'DET' && behind?.pos === 'NOUN' ? from(words[at - 1]?.start) : null
}

/** "*In it,* a fighter came within twenty feet": what only points back to the event. */
const POINTING_BACK = /^(?:In|During|After|On|At|Of) (?:it|this|that|which), /u

/** What breaks off behind the day: "it is clear: on the morning of August 9". */
const ONLY_DAY = /: [^:]{3,40}\d$/u

/** What is quoted of a claim in so many words at most; null where it cannot be quoted by itself. */
const quoteIn = (material: Material, at: ClaimAt, most: number): Quote | null => {
  const { text } = material.sides[at.passage.side]
  const isTelling = (quote: Quote | null): quote is Quote => {
    if (!quote || pointsOutside(quote)) return false
    const words = wordsOf(material, quote)
    const length = countWords(words)
    return length >= LEAST_TELLING && length <= most && !ONLY_DAY.test(words)
  }
  return (
    [fullClause(material, at, at.claim.figures[0], most), nearDay(at), quoteOf(material, at)]
      .map((quote) => quote && fromAct(text, quote))
      .find(isTelling) ?? null
  )
}

const fromAct = (text: string, { passage, span: { start, end } }: Quote): Quote => ({
  passage,
  span: { start: start + (POINTING_BACK.exec(text.slice(start, end))?.[0].length ?? 0), end }
})

/** Tells two accounts of a day with as much of each as is soon read; null where either cannot be quoted by itself. */
const findingOf = (material: Material, day: string, us: ClaimAt, cn: ClaimAt): FindingDraft | null => {
  const told = { us, cn }
  const side = material.firstInTie
  const shown = longestThatWillDo(
    material,
    LENGTHS,
    (one, most) => quoteIn(material, told[one], most),
    (quotes) =>
      tell(material, 'clash:event', side, {
        day,
        said: voiced(material, [quotes[side]]),
        answer: voiced(material, [quotes[otherSide(side)]])
      }),
    (say) => countWords(say) <= LONGEST && !isDangling(say)
  )
  return (
    shown &&
    finding(material, {
      kind: 'clash',
      rule: OF_EVENTS,
      quotes: { us: [shown.quotes.us], cn: [shown.quotes.cn] },
      say: shown.say,
      weight: WEIGHT
    })
  )
}

/** What both texts tell of one day, where one of them finds fault, denies or defends. */
export const clashesOverEvents = (material: Material): FindingDraft[] => {
  const accounts = { us: accountsIn(material, 'us'), cn: accountsIn(material, 'cn') }
  return [...accounts.us].flatMap(([value, ours]) => {
    const theirs = accounts.cn.get(value) ?? []
    if (theirs.length === 0 || [ours, theirs].some(({ length }) => length > MOST_TOLD)) return []
    const day = dayIn(material, ours, theirs)
    const worth = ({ us, cn, against }: Record<Side, ClaimAt> & { against: number }): number =>
      against + NAMES_DAY * [us, cn].filter((at) => namesDay(at, value)).length
    const pairs = ours
      .flatMap(({ claims }) => claims)
      .flatMap((us) => theirs.flatMap(({ claims }) => claims).map((cn) => ({ us, cn })))
      .filter(
        ({ us, cn }) =>
          !saySame(us, cn) &&
          ((namesDay(us, value) && namesDay(cn, value)) || sharedBetween(material, us, cn) >= LEAST_SHARED)
      )
      .map(({ us, cn }) => ({ us, cn, against: againstOf(material, us, cn) }))
      .filter(({ against }) => against >= LEAST_AGAINST)
      .sort((a, b) => worth(b) - worth(a) || inTextOrder(material, a, b))
    for (const { us, cn } of pairs) {
      const found = findingOf(material, day, us, cn)
      if (found) return [found]
    }
    return []
  })
}

/** How a day is called in the sentence: as an English text has it, if there is one. */
const dayIn = (
  { sides, firstInTie }: Material,
  ours: readonly Account[],
  theirs: readonly Account[]
): string => {
  const told = { us: ours[0]?.day, cn: theirs[0]?.day }
  const english = SIDES.filter((side) => sides[side].readout.language === 'en')
  const side = english.includes(firstInTie) ? firstInTie : (english[0] ?? firstInTie)
  const day = told[side]
  return day ? sides[side].text.slice(day.start, day.end).replace(/,.*$/u, '') : ''
}
