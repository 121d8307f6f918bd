import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import { tokenise, type Token } from '../../text/tokens.ts'
import { wordSet } from '../../text/word-sets.ts'

/** Stands where a quote was: neither letter nor punctuation mark. */
export const BLANK = '\uFFFC'
/** A hyphen or a short dash between spaces is a dash: "GENEVA - Rubio said". */
const CLAUSE_END = /[,;:，；：—\uFFFC]|\s[-–]{1,2}\s/u
const TIMES = wordSet([...cues.times, ...cues.days])
const ARTICLES = wordSet(cues.articles)
const PLACING = wordSet(cues.placing)
const SET_IN = wordSet(cues.setIn)
/** Names that end as a participle does: "Beijing, for its part". */
const NOT_SET_IN = wordSet(cues.notSetIn)

/** A sentence, or a part of one, with its quotes blanked. */
export interface Clause {
  text: string
  tokens: Token[]
  language: 'en' | 'zh'
}

/** "ROTTERDAM, March 11 (Meridian) - The two …": whence and when a story is reported. */
const DATELINE = {
  en: /^\p{Lu}[\p{Lu}.’' /-]{2,}(?:,[^—–-]{1,30})?(?:\s*\([^)]{1,30}\))?\s*(?:[—–]|\s-{1,2})\s+/u,
  // "（北京／华盛顿综合讯）", "【本报记者 林一】", "新华社维也纳5月17日电（记者 林一）"
  zh: /^\s*(?:[（(【[][^（()）【】[\]。，]{2,30}(?:[电電讯訊]|报导|报道|報導|記者[^）)】\]]{0,12}|记者[^）)】\]]{0,12})[）)】\]]|[^，。：:“”]{2,24}日[^，。：:“”]{0,2}[电電讯訊](?:\s*[（(][^）)]{1,30}[）)])?)\s*(?:[-–—]+\s*)?/u
}

/** A sentence of a story with its quotes blanked, and its dateline: the place in it names nobody. */
export const clauseOf = (text: string): Clause => {
  const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
  const plain = text.replace(DATELINE[language], (line) => ' '.repeat(line.length))
  return { text: plain, tokens: tokenise(plain), language }
}

const ends = ({ text, tokens }: Clause, after: number): boolean =>
  CLAUSE_END.test(text.slice(tokens[after]?.end ?? 0, tokens[after + 1]?.start ?? text.length))

/** Index of the first token of the part between two marks that a token stands in. */
export const partStart = (clause: Clause, at: number): number => {
  let index = at
  while (index > 0 && !ends(clause, index - 1)) index--
  return index
}

/** Index after the last token of that part. */
export const partEnd = (clause: Clause, at: number): number => {
  let index = at
  while (index < clause.tokens.length && !ends(clause, index)) index++
  return Math.min(index + 1, clause.tokens.length)
}

/** Most words of a time that opens a sentence: "In the same month". */
const TIME_REACH = 3

/** Most words of a place that opens a sentence: "In Kuala Lumpur". */
const PLACE_REACH = 4

/** "In Vienna *the Americans*": behind a place without a comma; -1 for none. */
const afterPlace = (tokens: readonly Token[], from: number, to: number): number => {
  if (!PLACING.has(tokens[from]?.text ?? '')) return -1
  const at = tokens.findIndex(({ text }, index) => index > from + 1 && index < to && ARTICLES.has(text))
  const isPlace =
    at > 0 && at <= from + PLACE_REACH && tokens.slice(from + 1, at).every(({ capital }) => capital)
  return isPlace ? at : -1
}

/**
 * Where a subject begins behind a time or a place that opens its part: "By the evening *Rubio*", "In Vienna *the
 * Americans*"; the end where none does.
 */
export const afterTime = ({ tokens }: Clause, from: number, to: number): number => {
  const place = afterPlace(tokens, from, to)
  if (place >= 0) return place
  const time = tokens.findIndex(({ text }, at) => at > from && at < to && TIMES.has(text))
  return time >= 0 &&
    time <= from + TIME_REACH &&
    (tokens[time + 1]?.capital === true || ARTICLES.has(tokens[time + 1]?.text ?? ''))
    ? time + 1
    : to
}

export const cut = (clause: Clause, from: number, to: number): string =>
  clause.text.slice(clause.tokens[from]?.start ?? 0, clause.tokens[to - 1]?.end ?? clause.text.length)

/** Whether a part that opens so tells of the subject and is not it: "who spoke in Beijing", "flanked by aides". */
export const isSetIn = (token: Token | undefined): boolean =>
  token !== undefined &&
  !NOT_SET_IN.has(token.text) &&
  (SET_IN.has(token.text) || /^(?!\p{Lu}\p{Ll}+\s\p{Lu})\p{L}{2,}(?:ing|ed)$/u.test(token.text))
