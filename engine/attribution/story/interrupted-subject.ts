import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import type { Lexicon } from '../../lexicon/lexicon.ts'
import type { Token } from '../../text/tokens.ts'
import type { Side } from '../../model.ts'
import { isNobodyInChinese } from './chinese.ts'
import { afterTime, BLANK, partEnd, partStart, type Clause } from './clause.ts'
import { HEADS, sideOf } from '../../entities/sides.ts'
import {
  elsewhereIn,
  explainsOutsider,
  isFormerOne,
  isOfThePast,
  outsiderIn,
  wordBefore
} from '../../entities/third-parties.ts'
import { OPENING, type Named, type Subjects } from './subject.ts'
import { verbsIn } from './verbs.ts'
import { matcherOf, wordSet } from '../../text/word-sets.ts'

/** Subjects that do not stand beside their verb, but behind words set in between. */

const RELATIVES = wordSet(cues.relatives)
const WORKING = wordSet(cues.working)
const DOCUMENTS = wordSet(cues.documents)
const PARTS = wordSet(cues.partsOfDocuments)
const BY = wordSet(cues.agent)
const LEADS = wordSet(cues.leads)
const PREPOSITIONS = wordSet(cues.prepositions)
/** Parts of a sentence that are looked through behind a verb without a subject of its own. */
const PARTS_BEHIND = 3
const ADVERBS = wordSet([...cues.afterAParty, ...cues.beforeBackground, ...cues.days])
/** Most words in which somebody's office is told behind the name; characters in Chinese. */
const APPOSITION = { en: 14, zh: 28 }
/** A text that is of neither alone. */
const BY_BOTH = matcherOf(cues.byBoth)
/** "declined to be drawn, *but* said": of the same subject. */
const BUT = wordSet(cues.but)
/** What opens a part with a subject of its own. */
const NEW_SUBJECT = wordSet([...cues.determiners, ...cues.pronouns, ...cues.setIn, ...cues.openers])
const isAdverb = (word: string): boolean =>
  ADVERBS.has(word) || BUT.has(word) || RELATIVES.has(word) || /(?:ly|ed)$/u.test(word)
/** Words between the words set in and the verb: "also", "later". */
const MOST_ADVERBS = 2

/** "Xi, who described his guest as an old friend, knows": no more than who he is, where no words are quoted. */
const isAside = (clause: Clause, verb: number): boolean => {
  const to = partEnd(clause, verb)
  const words = clause.text.slice(clause.tokens[verb]?.start, clause.tokens[to]?.start)
  return to < clause.tokens.length && !words.includes(BLANK)
}

/** "*due to meet* Bessent": an aim before anybody is named. */
const opensWithAim = (part: readonly Token[]): boolean =>
  part.findIndex(({ text }) => text === 'to') === 1 && part[0]?.capital === false

/** "Samuel Paparo, *who leads the command*, said": a body that speaks through him. */
const isLeader = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'who' && LEADS.has(tokens[at + 1]?.text ?? '')

/** "Ellen Marsh *and her host*, President Gao, agreed": both, and so neither. */
const isOneOfTwo = (subjects: Subjects, clause: Clause, from: number, side: Side): boolean => {
  const ahead = clause.tokens.slice(partStart(clause, from - 1), from)
  const other = ahead.some(({ text }) => text === 'and')
    ? subjects.onlySide({ ...clause, tokens: ahead })
    : null
  return other !== null && other !== side
}

/** "The No. 2 *at the U.S. Embassy*", "who oversees exports *at the Commerce Department*": where somebody works. */
const employerOf = (subjects: Subjects, clause: Clause, from: number, to: number): Named | null => {
  const part = clause.tokens.slice(from, to)
  if (outsiderIn(part) >= 0 || elsewhereIn(part, clause.text) >= 0) return null
  const body = subjects
    .within(clause, part)
    .all.find(
      (mention) =>
        (mention.kind === 'office' || HEADS.has(part[mention.to]?.text ?? '')) &&
        WORKING.has(wordBefore(part, mention.from)?.text ?? '')
    )
  const side = body && sideOf(body)
  return side ? { side, from } : null
}

const partBehind = (subjects: Subjects, clause: Clause, start: number): Named | null => {
  let to = start
  for (let parts = 0; parts < PARTS_BEHIND && to > 0; parts++) {
    const from = partStart(clause, to - 1)
    // "In the same month Rubio, at a rally, described": behind a time the subject begins.
    const time = isLeader(clause.tokens, from)
      ? from + 2
      : subjects.isSetIn(clause.tokens[from])
        ? afterTime(clause, from, to)
        : from
    const explanation = clause.tokens.slice(from, to)
    // "Katayama, due to meet Bessent, said": what is set in tells of the subject, and names none.
    if (from > 0 && isOfThePast(explanation)) return null
    // "The statement, released by both governments, said": of neither alone.
    if (from > 0 && BY_BOTH.findLongest(explanation).length > 0) return null
    // "Mike Pompeo, *the former secretary of state*, called": no office of his.
    const isNone = opensWithAim(explanation) || isFormerOne(explanation)
    if (time < to && !(from > 0 && isNone)) {
      const end = Math.min(to, time + (from > 0 ? APPOSITION : OPENING)[clause.language])
      const employer = from > 0 ? employerOf(subjects, clause, time, end) : null
      const named = employer ?? subjects.named(clause, time, end)
      // "Lin Chia-lung, *the foreign minister*, told": so names are written in Taipei.
      const isOfTaipei = from > 0 && subjects.isOfTaipei(clause, partStart(clause, from - 1), from)
      if (isOfTaipei || (named && from > 0 && isOneOfTwo(subjects, clause, from, named.side))) return null
      if (named) {
        subjects.learn(clause, partStart(clause, from - 1), from, named.side)
        // "Renner’s spokesman, Carl Mott, said"
        subjects.learn(clause, to, partEnd(clause, to), named.side)
        return named
      }
      const ahead = partStart(clause, from - 1)
      const isToldOf = from > 0 && subjects.isKnownName(clause, ahead, from)
      if (explainsOutsider(explanation) && !isToldOf) return null
    }
    to = from
  }
  return null
}

/** "… in the Chinese readout until *its last sentence, which* noted": whose text it is a part of. */
const ofItsText = (subjects: Subjects, clause: Clause, from: number, to: number): Named | null => {
  if (!PARTS.has(clause.tokens[to - 1]?.text ?? '')) return null
  const lead = clause.tokens.slice(from, to)
  const text = lead.findLastIndex((token) => DOCUMENTS.has(token.text))
  if (text < 0) return null
  const after = lead.slice(0, text).findLastIndex((token) => PREPOSITIONS.has(token.text))
  return subjects.named(clause, from + after + 1, from + text + 1)
}

/** "It was missing from the Chinese summary, *which said*": whoever stands right before it. */
const antecedent = (subjects: Subjects, lexicon: Lexicon, clause: Clause, start: number): Named | null => {
  const from = partStart(clause, start - 1)
  const lead = clause.tokens.slice(from, start)
  const after = lead.findLastIndex(({ text }) => PREPOSITIONS.has(text))
  const verb = verbsIn({ ...clause, tokens: lead }, lexicon).at(-1)?.to ?? 0
  const nearest = from + Math.max(after + 1, verb)
  // "a diplomat in Beijing, who said": where he is, and not who; but "condemned by Beijing, which said".
  const isPlace = !BY.has(lead[after]?.text ?? '') && subjects.isPlace(clause, nearest, start)
  return ofItsText(subjects, clause, from, start) ?? subjects.named(clause, isPlace ? from : nearest, start)
}

/** "The readout, released hours later, *did not use the word but* noted": the verb before has the same subject. */
const goesOn = (lead: readonly Token[]): boolean => {
  const [first] = lead
  return (
    first !== undefined && !first.capital && !NEW_SUBJECT.has(first.text) && BUT.has(lead.at(-1)?.text ?? '')
  )
}

/** The subject lies behind words set in: "Blinken, who arrived on Sunday, said"; the verb has none beside it. */
export const subjectBehind = (
  subjects: Subjects,
  lexicon: Lexicon,
  clause: Clause,
  start: number,
  verb: number
): Named | null => {
  const lead = clause.tokens.slice(start, verb)
  const isBeside =
    lead.length <= MOST_ADVERBS && (clause.language === 'zh' || lead.every(({ text }) => isAdverb(text)))
  // "……，双方讨论了关税"
  if (clause.language === 'zh' && isNobodyInChinese(lead, clause.text)) return null
  const ahead = clause.text.slice(0, clause.tokens[start]?.start)
  // "chose the word “professional,” *saying* that": in America the comma stands inside the quote.
  const isBehindQuote =
    lead.length === 0 && clause.tokens[verb]?.text.endsWith('ing') === true && /\uFFFC\s*$/u.test(ahead)
  if (
    start === 0 ||
    !(isBeside || goesOn(lead)) ||
    !(isBehindQuote || /[,，—]\s*$|\s[-–]{1,2}\s$/u.test(ahead))
  )
    return null
  if (RELATIVES.has(clause.tokens[start]?.text ?? ''))
    return isAside(clause, verb) ? null : antecedent(subjects, lexicon, clause, start)
  // "Sullivan, the national security adviser, said": a name counts for more than a role that may be anybody's.
  return (
    subjects.withLast(null, () => partBehind(subjects, clause, start)) ?? partBehind(subjects, clause, start)
  )
}
