import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import type { Side } from '../../model.ts'
import { aboutIn } from './sentence-topic.ts'
import { clauseOf, cut, type Clause } from './clause.ts'
import { REACH, type Source } from './source-type.ts'
import type { Subjects } from './subject.ts'
import { VENUES } from './venues.ts'
import type { Place } from './verbs.ts'
import { wordSet } from '../../text/word-sets.ts'

/** Sources that are no subject of their verb: who is quoted by another, described by, or introduced with a colon. */

/** "Rubio was blunter: “…”" */
const BEFORE_A_QUOTE = /[:：]\s*\uFFFC/u
const QUOTING = wordSet(cues.quoting)
const PASSIVE = wordSet(cues.passive)
const AGENT = wordSet(cues.agent)
const AS = wordSet(cues.holdingAs.as)
const HIM = wordSet(cues.him)
const HE_OR_SHE = wordSet(cues.heOrShe)
const BUT = wordSet(cues.but)

/** "Xi took no questions, but state media quoted *him*": whom the sentence has told of, or the last. */
const him = (subjects: Subjects, clause: Clause, before: number): { side: Side } | null => {
  const told = aboutIn(subjects, { ...clause, tokens: clause.tokens.slice(0, before) })
  const side = told?.side ?? subjects.last
  return side && { side }
}

/** "Beijing’s account quoted Mr. Xi as telling his guest": whoever is quoted is the source. */
export const quotedIn = (subjects: Subjects, clause: Clause, verb: Place): Source | null => {
  if (!QUOTING.has(clause.tokens[verb.from]?.text ?? '')) return null
  // "Mr. Xi *was quoted* by Xinhua as saying": the subject of it.
  if (PASSIVE.has(clause.tokens[verb.from - 1]?.text ?? '')) return null
  const as = clause.tokens.findIndex(({ text }, at) => at >= verb.to && AS.has(text))
  if (as < 0 || as > verb.to + REACH[clause.language]) return null
  const named = HIM.has(clause.tokens[verb.to]?.text ?? '')
    ? him(subjects, clause, verb.from)
    : subjects.named(clause, verb.to, as)
  return named && { side: named.side, said: cut(clause, verb.from, as + 2) }
}

/** "The talks *were described by the White House as* “productive”": whoever did so. */
export const agentIn = (subjects: Subjects, clause: Clause, verb: Place): Source | null => {
  const { tokens, text, language } = clause
  if (!AGENT.has(tokens[verb.to]?.text ?? '') || !PASSIVE.has(tokens[verb.from - 1]?.text ?? '')) return null
  const as = tokens.findIndex((token, at) => at > verb.to && AS.has(token.text))
  const isBeforeQuote = /^\s*\uFFFC/u.test(text.slice(tokens[as]?.end))
  if (as < 0 || as > verb.to + REACH[language] || !isBeforeQuote) return null
  const named = subjects.named(clause, verb.to + 1, as)
  return named && { side: named.side, said: cut(clause, verb.from, as) }
}

/** "*中方的说法*则不同：“……”": whose account is told of. */
const accountIn = (subjects: Subjects, clause: Clause): Source | undefined => {
  const named = clause.language === 'zh' ? subjects.named(clause, 0, clause.tokens.length) : null
  return named ? { side: named.side, said: cut(clause, 0, clause.tokens.length) } : undefined
}

/** A colon and a quote say that somebody speaks, whatever the verb: "Rubio was blunter: “…”" */
export const introducedIn = (subjects: Subjects, clause: Clause): Source | null => {
  const { index } = BEFORE_A_QUOTE.exec(clause.text) ?? { index: -1 }
  if (index < 0) return null
  const ahead = clauseOf(clause.text.slice(0, index))
  const about = aboutIn(subjects, ahead)
  const named = about === undefined ? accountIn(subjects, ahead) : about
  // "The president, posting on *Truth Social*, was in no doubt: “…”": whichever president is told of.
  const [venue] = VENUES.findLongest(ahead.tokens)
  if (named && venue) return { ...named, side: venue.value }
  if (named !== undefined) return named
  const { last } = subjects
  // "“This is a tax,” said Gao. *And then*: “…”"
  if (last && ahead.tokens.length > 0 && ahead.tokens.every(({ text }) => BUT.has(text)))
    return { side: last, said: cut(ahead, 0, ahead.tokens.length) }
  // "Climate was the other matter she raised: “…”"
  const told = ahead.tokens.findIndex(({ text }) => HE_OR_SHE.has(text))
  return last && told >= 0 ? { side: last, said: cut(ahead, told, ahead.tokens.length) } : null
}
