import {
  clauseAt,
  contentAt,
  finiteAt,
  isBase,
  nextVerb,
  openedBefore,
  OPENING,
  verbAt
} from '../claims/english-verbs.ts'
import { wanting } from '../lexicon/claim-cues.ts'
import type { Span } from '../model.ts'
import { LONGEST_INSERTION } from '../syntax/clause-heads.ts'
import { firstFrom, type Word } from '../syntax/word.ts'

/** Where an English clause may end before its end, and begin behind its beginning, so that what is left is a clause. */

export interface Cut {
  /** Where the words that are kept end. */
  end: number
  /** What is lost with the rest: 0 for a clause of its own, more for what belongs to a noun that is kept. */
  cost: number
}

const JOINING = new Set(['and', 'but', 'or', 'yet', 'nor'])
/** Words with which something is added that the clause does not need. */
const ADDING = new Set(['while', 'whereas', 'because', 'including'])
/** The same behind a comma. */
const ADDING_BEHIND_COMMA = new Set([
  ...ADDING,
  ...['which', 'who', 'whose', 'where', 'so', 'as', 'since', 'with', 'thanks', 'not', 'from']
])
/** Of two words: "such as", "as well as", "in order to". */
const ADDING_PAIRS = new Set(['such as', 'as well', 'in order', 'so as', 'so that', 'in light'])
/** What a condition begins with: cut off, a clause says more than was said. */
const CONDITIONS = new Set([
  'if',
  'unless',
  'once',
  'until',
  'provided',
  'should',
  'only',
  'when',
  'before',
  'after',
  'without'
])
/** "None of whom", "two of them". */
const PARTITIVE = /^\S+ of (?:whom|which|them)$/u

const text = (words: readonly Word[], at: number): string => words[at]?.text ?? ''

/** Whether a comma parts the items of a list or of a row of adjectives. */
const isListComma = (words: readonly Word[], comma: number): boolean => {
  const next = words[comma + 1]
  if (!next) return false
  if (JOINING.has(next.text)) return !startsClause(words, comma + 2) && words[comma + 2]?.pos !== 'ADP'
  if (!/^(?:NOUN|PROPN|ADJ|DET|NUM)$/u.test(next.pos)) return false
  for (let at = comma + 1; at < Math.min(words.length, comma + 12); at++) {
    if (JOINING.has(text(words, at))) return true
    if (verbAt(words, at)) return false
  }
  return false
}

/** Whether a verb, or a subject with its verb, stands at a word. */
const startsClause = (words: readonly Word[], at: number): boolean =>
  finiteAt(words, at) !== null ||
  isBase(words, at) ||
  (text(words, at) === 'to' && words[at + 1]?.pos === 'VERB') ||
  clauseAt(words, at) !== null

/** Behind an insertion that begins at a comma: at the word after the comma that closes it, where the clause's verb follows. */
const behindInsertion = (words: readonly Word[], comma: number): number | null => {
  for (let at = comma + 2; at < Math.min(words.length, comma + LONGEST_INSERTION); at++)
    if (text(words, at) === ',' && verbAt(words, at + 1)) return at + 1
  return null
}

/** The index of the verb of a clause that begins at a word: what stands between commas has another. */
const verbOf = (words: readonly Word[], from: number, to: number): number => {
  for (let at = from; at < to; at++) {
    if (text(words, at) === ',' && at > from) {
      const behind = behindInsertion(words, at)
      if (behind !== null && behind < to) return finiteAt(words, behind)?.head ?? behind
    }
    // "*What China does* through cooperation is voluntary": the clause is a subject.
    if (at === from && text(words, at) === 'what') {
      const own = nextVerb(words, at + 1, to)
      if (own) at = own.to - 1
      continue
    }
    // "Any bank, *wherever it sits, which clears payments for it* puts …"
    if (text(words, at) === ',' && INSERTING.test(text(words, at + 1))) {
      const inserted = nextVerb(words, at + 1, to)
      if (inserted) at = inserted.to - 1
      continue
    }
    const verb = verbAt(words, at)
    if (!verb) continue
    // What is said has the verb that counts: "warned *that any bank … puts*".
    const content = contentAt(words, verb)
    return content !== null && content < to ? verbOf(words, content, to) : verb.head
  }
  return from
}

const INSERTING = /^(?:who|which|whose|whom|where|wherever|whatever|however|whichever|as|if)$/u

/** "The resumption, by the end of January, of the line": a comma behind which "of" follows. */
const nextComma = (words: readonly Word[], comma: number): number => {
  for (let at = comma + 1; at < Math.min(words.length, comma + LONGEST_INSERTION); at++)
    if (text(words, at) === ',') return at
  return words.length
}

/** "Called on the PRC*,* as a buyer, to use its weight", "will*,* by law, examine": what the clause needs goes on behind the next comma. */
const isInsertion = (words: readonly Word[], comma: number): boolean => {
  const before = words[comma - 1]
  // "Is willing to send*,* together with China, a signal": what is sent is still to come.
  if (before?.pos === 'AUX' || isBase(words, comma - 1)) return true
  const behind = nextComma(words, comma) + 1
  const next = words[behind]
  if (!next) return false
  // "Boarded*,* in accordance with law, a vessel".
  if (isBeforeObject(words, comma, behind)) return true
  // "Was described as useful, and the exercise*,* which closed two routes, as destabilizing".
  if (next.text === 'as' && /^(?:which|who|whose)$/u.test(text(words, comma + 1))) return true
  return (next.text === 'to' && words[behind + 1]?.pos === 'VERB') || verbAt(words, behind) !== null
}

/** Whether a verb stands before a comma whose object is behind the next one. */
const isBeforeObject = (words: readonly Word[], comma: number, behind: number): boolean =>
  words[comma - 1]?.pos === 'VERB' &&
  words[comma + 1]?.pos === 'ADP' &&
  verbAt(words, comma - 1)?.passive === false &&
  words[behind]?.pos === 'DET'

/** Whether a comma closes what is set in between a verb and its object. */
const closesBeforeObject = (words: readonly Word[], comma: number): boolean => {
  for (let at = comma - 1; at > Math.max(0, comma - LONGEST_INSERTION); at--)
    if (text(words, at) === ',') return isBeforeObject(words, at, comma + 1)
  return false
}

/** "Manufacturers *that* applied have received": a verb behind the clause that adds to a noun is the noun's own. */
const isOfSubject = (words: readonly Word[], that: number): boolean => {
  const own = finiteAt(words, that + 1)
  const next = own && nextVerb(words, own.to, words.length)
  return next
    ? words.slice(own.to, next.from).every(({ pos }) => !/^(?:PUNCT|CCONJ|SCONJ|PART)$/u.test(pos))
    : false
}

const costAt = (words: readonly Word[], at: number): number | null => {
  const word = text(words, at)
  const next = text(words, at + 1)
  if (word === ';' || word === '—' || word === '–') return 0
  if (word === ',') {
    if (isListComma(words, at) || isInsertion(words, at) || closesBeforeObject(words, at)) return null
    if (CONDITIONS.has(next)) return null
    // "Were described as useful, …, *as* destabilizing".
    if (next === 'as' && words.slice(0, at).some((word) => word.text === 'as')) return null
    if (next === 'of' || text(words, nextComma(words, at) + 1) === 'of') return null
    if (JOINING.has(next)) return words[at + 2]?.pos === 'ADP' ? 0.15 : 0
    if (PARTITIVE.test(`${next} ${text(words, at + 2)} ${text(words, at + 3)}`)) return 0.1
    if (next === 'that' || clauseAt(words, at + 1)) return 0.05
    if (ADDING_BEHIND_COMMA.has(next)) return 0.1
    const behind = words[at + 1]
    // A finite verb behind a comma goes with the subject before it.
    if (verbAt(words, at + 1)) return null
    if (behind?.pos === 'VERB') return 0.1
    if (behind?.pos === 'ADP' || behind?.pos === 'DET' || behind?.pos === 'ADV') return 0.2
    return null
  }
  // "Anyone who *stalks or threatens* dissidents": verbs of one object.
  if (JOINING.has(word) && words[at - 1]?.pos === 'VERB' && verbAt(words, at - 1) !== null) return null
  if (JOINING.has(word) && text(words, at - 1) !== ',' && startsClause(words, at + 1))
    return word === 'or' ? null : 0.1
  if (text(words, at - 1) === ',') return null
  if (ADDING_PAIRS.has(`${word} ${next}`)) return 0.3
  if (ADDING.has(word)) return 0.4
  if (word === 'that' && /^(?:NOUN|PROPN)$/u.test(words[at - 1]?.pos ?? '') && finiteAt(words, at + 1))
    return isOfSubject(words, at) ? null : 0.6
  return null
}

/** Words that open a clause within a clause. */
const SUBORDINATING = new Set([...OPENING, 'until', 'once', 'unless'])

/** Whether a clause within the clause has had no verb before a place: "until a just, lasting | and binding agreement is reached". */
const isUnfinished = (words: readonly Word[], before: number, from: number): boolean => {
  const opened = openedBefore(words, before, from, SUBORDINATING)
  return opened !== null && words[opened]?.pos !== 'DET' && nextVerb(words, before, words.length) !== null
}

/** Where the clause itself begins behind a condition or an opening phrase; null where a condition has no clause behind it. */
const mainFrom = (words: readonly Word[], from: number, to: number): number | null => {
  const isCondition = CONDITIONS.has(text(words, from))
  if (!isCondition && !isOpener(words[from])) return from
  for (let at = from + 1; at < to; at++) if (text(words, at) === ',' && clauseAt(words, at + 1)) return at + 1
  return isCondition ? null : from
}

const MODAL = /^(?:will|would|shall|should|must|can|could|may|might)$/u

/** "*Will*, in accordance with laws and regulations, *facilitate*": a modal has its verb behind what is set in. */
const behindModal = (words: readonly Word[], verb: number, to: number): number => {
  if (!MODAL.test(text(words, verb)) || text(words, verb + 1) !== ',') return verb
  for (let at = verb + 1; at < to; at++) if (words[at]?.pos === 'VERB') return at
  return verb
}

/** All places where the clause in a span may end earlier, in their order, each behind the clause's own verb. */
export const cutsIn = (words: readonly Word[], span: Span): Cut[] => {
  const from = firstFrom(words, span.start)
  const behind = firstFrom(words, span.end)
  const to = behind < 0 ? words.length : behind
  if (from < 0 || to <= from) return []
  const main = mainFrom(words, from, to)
  if (main === null) return []
  const verb = behindModal(words, verbOf(words, main, to), to)
  const cuts: Cut[] = []
  for (let at = Math.max(from + 1, verb + 1); at < to; at++) {
    const cost = costAt(words, at)
    const last = words[at - 1]
    if (cost === null || !last || wanting.has(last.text) || at - 1 === verb) continue
    if (isUnfinished(words, at, from)) continue
    cuts.push({ end: last.end, cost })
  }
  return cuts
}

/** Where the clause itself begins behind what opens it: "*Following the launch of February 26,* they reaffirmed"; null where nothing does. */
export const openingIn = (words: readonly Word[], span: Span, isNamedToo = false): number | null => {
  const from = firstFrom(words, span.start)
  if (from < 0 || CONDITIONS.has(text(words, from)) || !isOpener(words[from])) return null
  // "*As to the soybean trade,* purchases are …": what the clause is about.
  if (!isNamedToo && NAMING.test(`${text(words, from)} ${text(words, from + 1)} `)) return null
  for (let at = from + 1; at < Math.min(words.length, from + LONGEST_INSERTION); at++) {
    if ((words[at]?.start ?? 0) >= span.end || CONDITIONS.has(text(words, at))) return null
    if (verbAt(words, at) && text(words, at - 1) === ',') return null
    if (text(words, at) !== ',') continue
    const main = clauseAt(words, at + 1)
    if (main) return words[at + 1]?.start ?? null
  }
  return null
}

const NAMING = /^(?:on|regarding|concerning|as (?:to|for|regards)|with regard|with respect) /u

/** A preposition or a participle, with which what is put in front of a clause begins. */
const isOpener = (word: Word | undefined): boolean =>
  word !== undefined &&
  (word.pos === 'ADP' ||
    word.pos === 'SCONJ' ||
    (word.pos === 'VERB' && word.text.endsWith('ing')) ||
    /^(?:contrary|following|recalling|regarding|turning|today|asked|pressed|instead|to)$/u.test(word.text))
