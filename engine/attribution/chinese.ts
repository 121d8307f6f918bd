import data from '../lexicon/data/attribution-cues.json' with { type: 'json' }
import { isChineseName } from '../entities/chinese-name-ends.ts'
import { inChineseWords } from '../text/chinese-words.ts'
import { PhraseMatcher } from '../text/phrases.ts'
import type { Tense } from '../syntax/verb-groups.ts'
import type { Token } from '../text/tokens.ts'
import { NO_CLAUSE, type Clause, type Parts } from './clause.ts'
import { firstSubject, subjectBefore, type Subject } from './subject.ts'

/** A verb further from its subject than this, in characters, belongs to another clause. */
const REACH = 60
/** Where no verb reports anything, the subject is sought among so many characters at the beginning. */
const OPENING = 6
const SPEECH = 'inform'
/** Characters behind a subject in which its modal stands: 中方*将*, 美方也*应*. */
const MODAL_REACH = 3
/** 双方药品监管部门*将*: the two sides may have their bodies between. */
const LONG_MODAL_REACH = 9
const FUTURE = new Set(['将', '愿', '拟'])
const PERFECT = new Set(['已', '曾'])
/** 如果, 若, 只要: what holds only if something else does. */
const CONDITIONS = new Set(['果', '若', '如', '使'])
/** Not 答应, 应约, 应邀, 应美方要求, 主要, 要求: these are other words. */
const OBLIGED =
  /(?:(?<![答反回响供适相])应(?![约邀允答对])|必|须(?!知)|需(?!求)|(?<![主重需只])要(?!求|闻)|不得|不能)/u
/** Characters behind a word for a meeting in which its clause ends as one of time. */
const MEETING_REACH = 8
const TIMES = new Set(['时', '后', '前', '中', '上', '间'])
const describing = new PhraseMatcher(data.notMeetingBefore.zh.map((phrase) => ({ phrase, value: true })))

/** How a Chinese clause places what it tells, by what follows its subject. */
const tenseOf = (
  tokens: readonly Token[],
  { kind, from, to: at }: Subject,
  verb = Infinity
): Tense | null => {
  if (CONDITIONS.has(tokens[from - 1]?.text ?? '')) return 'possible'
  const reach = kind === 'together' ? LONG_MODAL_REACH : MODAL_REACH
  const behind = tokens.slice(at, Math.min(verb, at + reach)).map(({ text }) => text)
  if (behind.some((text) => PERFECT.has(text))) return 'perfect'
  if (behind.some((text) => FUTURE.has(text))) return 'future'
  return OBLIGED.test(behind.join('')) ? 'obliged' : null
}

/** Whether a word for a meeting is what its clause tells of, and does not describe another: 通话*共识*, 会谈*中*. */
const tellsOfMeeting = (tokens: readonly Token[], to: number): boolean => {
  let end = to
  while (tokens[end] && end < to + MEETING_REACH && tokens[end - 1]?.end === tokens[end]?.start) end++
  // 会见媒体*时*, 会谈*后*: when something else happened.
  const isTime = TIMES.has(tokens[end - 1]?.text ?? '') && end > to
  return !isTime && describing.findAll(tokens.slice(to, to + 2)).every(({ from }) => from > 0)
}

/** Characters from a subject to its verb, in a clause behind the first. */
const JOINED_REACH = 4

/** Clauses behind the first that begin with somebody of their own: “中方将……，*美方将*……”, “……，*美方表示*……”. */
const joined = (tokens: readonly Token[], { mentions, cues, verbs }: Parts, main: Clause): Clause[] =>
  tokens.flatMap((token, at): Clause[] => {
    const before = tokens[at - 1]
    if (!before || token.start === before.end) return []
    const named = mentions.find(({ from }) => from === at)
    if (!named || (main.subject && named.from < main.subject.to)) return []
    const subject = firstSubject(
      tokens.slice(0, named.to),
      [named],
      cues.filter(({ from }) => from >= at)
    )
    if (!subject) return []
    const tense = tenseOf(tokens, subject)
    const verb = verbs.find(({ from }) => from >= subject.to && from - subject.to <= JOINED_REACH) ?? null
    // What a statement says of the other side is its content: “中方表示，美方应……”.
    const isContent = main.verb?.value.act === SPEECH && verb?.value.act !== SPEECH
    return tense === 'future' || (verb && !isContent) ? [{ ...NO_CLAUSE, verb, subject, tense }] : []
  })

/** Most characters of a name that opens a sentence. */
const LONGEST_NAME = 8
const IN_NO_NAME = /[应该要谁是的在将就对与和各方也还不能这那]/u

/** Whether characters are one word of the language. */
const isWord = (text: string): boolean => [...inChineseWords(text)].length === 1

const charactersOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('')

/** 佩泽希齐扬*表示*: what opens a sentence right before a verb of speech, and is no word of the language, is a name. */
const strangerBefore = (tokens: readonly Token[], verb: number): Subject | null => {
  const [first, last] = [tokens[0], tokens[verb - 1]]
  if (!first || !last || verb < 2 || verb > LONGEST_NAME || last.end - first.start !== verb) return null
  const name = charactersOf(tokens.slice(0, verb))
  const chinese = isChineseName(name)
  if (!/^\p{Script=Han}+$/u.test(name) || IN_NO_NAME.test(name) || (!chinese && (verb === 2 || isWord(name))))
    return null
  return { kind: 'stranger', chinese, start: first.start, end: last.end, from: 0, to: verb }
}

/** *卡拉韦*总统: an office that many have, behind a name that is no Chinese one. */
const withName = (tokens: readonly Token[], subject: Subject): Subject => {
  if (subject.kind !== 'party' || subject.named !== 'office' || subject.party !== null) return subject
  let from = subject.from
  while (from > 0 && subject.from - from < LONGEST_NAME && tokens[from - 1]?.end === tokens[from]?.start)
    from--
  const name = charactersOf(tokens.slice(from, subject.from))
  if (name.length < 2 || IN_NO_NAME.test(name)) return subject
  const { start, end, to } = subject
  return {
    kind: 'stranger',
    chinese: isChineseName(name),
    start: tokens[from]?.start ?? start,
    end,
    from,
    to
  }
}

const NOT_A_SIDE = new Set(data.notASide)

/** 墨*方*将: a government by one character, whichever it is. */
const sideAt = (tokens: readonly Token[], mentions: Parts['mentions']): Subject | null => {
  const [first, second] = tokens
  if (second?.text !== '方' || !first || NOT_A_SIDE.has(first.text)) return null
  if (mentions.some(({ from }) => from === 0)) return null
  return { kind: 'counterpart', start: first.start, end: second.end, from: 0, to: 2 }
}

/** The first verb that reports speech or tells of the meeting, with its subject. */
const mainClause = (tokens: readonly Token[], { mentions, cues: allCues, verbs }: Parts): Clause => {
  const cues = allCues.filter(({ value, to }) => value !== 'meetingNoun' || tellsOfMeeting(tokens, to))
  const subjectAt = (limit: number): Subject | null => {
    const subject = subjectBefore(tokens, limit, mentions, cues, 'zh')
    return subject && limit - subject.to <= REACH ? withName(tokens, subject) : null
  }
  const meetings = cues.filter(({ value, to }) => value === 'meeting' && tellsOfMeeting(tokens, to))
  for (const verb of verbs) {
    const subject =
      subjectAt(verb.from) ??
      sideAt(tokens, mentions) ??
      (verb.value.act === SPEECH ? strangerBefore(tokens, verb.from) : null)
    const meeting = meetings.find(({ from }) => from <= verb.from)
    const host = meeting ? subjectAt(meeting.from) : null
    if (host) return { ...NO_CLAUSE, subject: host, meeting: true }
    if (subject) {
      const tense = tenseOf(tokens, subject, verb.from)
      return { ...NO_CLAUSE, verb, subject, tense, meeting: subject.kind === 'meetingNoun' }
    }
  }
  const meeting = meetings[0]
  if (meeting) return { ...NO_CLAUSE, subject: subjectAt(meeting.from), meeting: true }
  const named = firstSubject(tokens.slice(0, OPENING), mentions, cues)
  // “希望美方……”: whoever stands behind a verb is its object.
  const opening =
    sideAt(tokens, mentions) ??
    (named && verbs.every(({ from }) => from >= named.from) ? withName(tokens, named) : null)
  return {
    ...NO_CLAUSE,
    tense: opening ? tenseOf(tokens, opening) : null,
    subject: opening,
    meeting: opening?.kind === 'meetingNoun' && opening.from <= 2
  }
}

/** The clauses of a Chinese sentence that name whoever does what they tell. */
export const readChinese = (tokens: readonly Token[], parts: Parts): Clause[] => {
  const main = mainClause(tokens, parts)
  return main.meeting ? [main] : [main, ...joined(tokens, parts, main)]
}
