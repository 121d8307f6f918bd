import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import { isSetIn, type Clause } from './clause.ts'
import { isOneOfThem, memberOf } from './definite-descriptions.ts'
import { isHeOrShe } from './reference.ts'
import { matcherOf, wordSet } from '../../text/word-sets.ts'

/** Where in a subject the words stand that name it: "one of *the American officials* who briefed reporters". */

const BUT = wordSet(cues.but)
const BELONGING = wordSet(cues.belonging)
const OPENERS_ZH = matcherOf(cues.openersZh)
const SOME = wordSet(cues.some)
const NEITHER = wordSet(cues.neither)
const RELATIVES = wordSet(cues.relatives)

/** Tokens of a clause. */
interface Range {
  from: number
  to: number
}

/** Null where nobody is the subject: "neither of them". */
export const headOf = (clause: Clause, from: number, end: number): Range | null => {
  const { tokens } = clause
  if (NEITHER.has(tokens[from]?.text ?? '')) return null
  // What tells of the subject is none of it: "an official *who briefed reporters*".
  const relative = tokens.findIndex(({ text }, at) => at > from && at < end && RELATIVES.has(text))
  // "a longer text, *in which* Xi said"
  if (relative === from + 1 && isSetIn(tokens[from])) return headOf(clause, relative + 1, end)
  const to = relative < 0 ? end : relative
  const part = tokens.slice(from, to)
  if (part.length === 0) return null
  // "*不过*他也说"
  const [opener] = clause.language === 'zh' ? OPENERS_ZH.findLongest(part) : []
  if (opener?.from === 0 && opener.to < part.length) return headOf(clause, from + opener.to, to)
  // "…, *and he* smiled before answering"
  if (BUT.has(part[0]?.text ?? '') && isHeOrShe(part[1])) return headOf(clause, from + 1, end)
  // "One of the American officials": of what they are.
  if (SOME.has(part[0]?.text ?? '') && part[1]?.text === 'of' && !isOneOfThem(part))
    return headOf(clause, from + 2, to)
  // "The readout from Beijing says so; *the one from Washington* does not."
  if (part[0]?.text === 'the' && part[1]?.text === 'one' && BELONGING.has(part[2]?.text ?? ''))
    return headOf(clause, from + 3, to)
  // "A person in the Chinese delegation": of the delegation.
  const body = memberOf(part)
  return body > 0 ? headOf(clause, from + body, to) : { from, to }
}
