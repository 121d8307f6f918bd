import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import { aboutIn } from './sentence-topic.ts'
import { tokenise } from '../../text/tokens.ts'
import type { Side } from '../../model.ts'
import { BLANK, cut, partEnd, partStart, type Clause } from './clause.ts'
import { organBehind, stateOrgan } from './state-media.ts'
import { namesOutsider } from '../../entities/third-parties.ts'
import { REACH, type Source } from './source-type.ts'
import type { Subjects } from './subject.ts'
import { isBackground } from './verbs.ts'
import { matcherOf, wordSet } from '../../text/word-sets.ts'

/** Who reports a whole sentence, whatever else is said in it: “according to …”, “…, the official said, …”. */

const ACCORDING = cues.accordingTo.map((phrase) => tokenise(phrase).map(({ text }) => text))
const FIGURES = wordSet(cues.figures)
const IF = wordSet(cues.believed.if)
const BELIEVED = matcherOf(cues.believed.ends)
const THAT = wordSet(cues.wording.that)
const FROM = wordSet(cues.wording.from)
const TELLING = wordSet(cues.telling)
const WORDINGS = wordSet(cues.wording.words)
const BE = wordSet(cues.wording.be)
const AS_TOLD = matcherOf(cues.asTold)
const HE_OR_SHE = wordSet(cues.heOrShe)
const OF_HIM = wordSet([...cues.gendered.he, ...cues.gendered.she])
const PREPOSITIONS = wordSet(cues.prepositions)
const ATTACHED = wordSet(cues.attached)
const HIM = wordSet(cues.him)
const BODIES_OF_A_PERSON = wordSet(cues.bodiesOfAPerson)
const POSSESSIVES = wordSet(cues.possessives.filter((word) => word !== 'the'))
const RELATIVES = wordSet(cues.relatives)
const STATE_MEDIA = matcherOf(cues.stateMedia)
/** Whoever reports what others have said. */
const TAGS = matcherOf([...cues.speech, ...cues.tags])
const PRESS = matcherOf([...cues.press, ...cues.stateMedia])
const LEAD_INS = matcherOf(cues.leadIns)
const BUT = wordSet([...cues.but, ...cues.connectors])
/** What may stand between "the official said" and the mark behind it. */
const AFTER_A_TAG = wordSet([...cues.days, ...cues.afterATag])
/** Most words before the verb of "the official said". */
const TAG = 6
/** Behind it, in the middle of a sentence or at its end; no quote, which would be what is said. */
const TAG_END = /^\s*(?:[,.;:—]|$)|^\s[-–]/u
/** What opens with a quote, or introduces it: the quote is of whoever does. */
const COLON_QUOTE = /^\uFFFC|:\s*\uFFFC/u

/** Somebody of a side or, null, of neither. */
interface Named {
  side: Side | null
  said: string
  /** Whether it is surely of neither, and no thing: "according to the plan". */
  isOutsider: boolean
}

/** Whom “according to …” names. */
const accordingTo = (subjects: Subjects, clause: Clause): Named | undefined => {
  const { tokens, language } = clause
  for (const phrase of ACCORDING)
    for (const at of tokens.keys()) {
      if (!phrase.every((word, offset) => tokens[at + offset]?.text === word)) continue
      const from = at + phrase.length
      const to = Math.min(from + REACH[language], partEnd(clause, from))
      const next = Math.min(to + REACH[language], partEnd(clause, to))
      const part = tokens.slice(from, to)
      // "According to Treasury data": counted, and not said.
      if (FIGURES.has(part[0]?.text ?? '') || FIGURES.has(part.at(-1)?.text ?? '')) continue
      // "According to her"
      const isPronoun = to === from + 1 && HIM.has(tokens[from]?.text ?? '')
      const side = isPronoun
        ? subjects.last
        : (subjects.named(clause, from, to) ?? subjects.explained(clause, from, to, next))?.side
      const said = cut(clause, at, to)
      if (side) return { side, said, isOutsider: false }
      if (PRESS.findLongest(part).length > 0) continue
      const isSomebody = namesOutsider(part) || part.some(({ capital }) => capital)
      if (language === 'en' && isSomebody) return { side: null, said, isOutsider: namesOutsider(part) }
    }
  return undefined
}

/** "Such rows are old, according to Dr. Moe": words of neither side's, whoever else is named in them. */
export const isAccordingToOthers = (subjects: Subjects, clause: Clause): boolean =>
  accordingTo(subjects, clause)?.side === null

/** "Wang made the demand at the talks, *according to Xinhua*": the organ's, where nobody else speaks. */
export const organAccordingTo = (clause: Clause): Source | null => {
  const { tokens } = clause
  for (const phrase of ACCORDING)
    for (const at of tokens.keys())
      if (phrase.every((word, offset) => tokens[at + offset]?.text === word)) {
        const organ = organBehind(clause, { from: at, to: at + phrase.length })
        if (organ) return organ
      }
  return null
}

/** "According to the Chinese account, the talks went differently.": how, and not what; whose account it is. */
export const leadIn = (subjects: Subjects, clause: Clause): Source | null => {
  if (LEAD_INS.findLongest(clause.tokens).length === 0 || clause.text.includes(BLANK)) return null
  const { side = null, said = '' } = accordingTo(subjects, clause) ?? {}
  return side && { side, said }
}

/**
 * "Teller was ready to work with China, *the broadcaster reported*", "Wang read from notes, *the official said*, and
 * left"; null for somebody of neither side, or nobody known.
 */
const tag = (subjects: Subjects, clause: Clause): Source | null | undefined => {
  const { tokens, language, text } = clause
  if (language !== 'en') return undefined
  for (const verb of TAGS.findLongest(tokens)) {
    const from = partStart(clause, verb.from)
    const to = partEnd(clause, verb.from)
    const part = tokens.slice(from, verb.from)
    const [opening] = part
    if (from === 0 || !opening || part.length > TAG) continue
    if (!tokens.slice(verb.to, to).every(({ text }) => AFTER_A_TAG.has(text))) continue
    if (BUT.has(opening.text) || RELATIVES.has(opening.text)) continue
    // "“…,” Xi replied, the official said": the quote is Xi's in any case.
    if (COLON_QUOTE.test(text.slice(0, verb.start)) || !TAG_END.test(text.slice(tokens[to - 1]?.end)))
      continue
    if (isBackground(clause, verb)) continue
    const organ = stateOrgan(clause, verb)
    if (organ) return organ
    if (subjects.isSetIn(opening) || STATE_MEDIA.findLongest(part).length > 0) continue
    // "Mr. Rowan asked for it back, two aides said": those of whom the sentence is about.
    const isHisBody =
      POSSESSIVES.has(opening.text) && part.slice(1).some(({ text }) => BODIES_OF_A_PERSON.has(text))
    const isByAides = isHisBody || part.some(({ text }) => ATTACHED.has(text))
    const principal = isByAides ? aboutIn(subjects, { ...clause, tokens: tokens.slice(0, from) }) : null
    // "Greer told Wang that it would end, his office said": the office of whom the sentence is about.
    const side =
      isHisBody && principal
        ? null
        : (subjects.pronoun(clause, from, verb.from) ?? subjects.named(clause, from, verb.from))?.side
    const aides = isByAides ? (principal?.side ?? subjects.last) : null
    const source = side ?? aides
    return source && { side: source, said: cut(clause, from, to) }
  }
  return undefined
}

/** Undefined where nobody is set in so; null where it is somebody of neither side, and so nobody's statement. */
export const outerSource = (subjects: Subjects, clause: Clause): Source | null | undefined => {
  const according = accordingTo(subjects, clause)
  if (!according || (according.side === null && !according.isOutsider)) return tag(subjects, clause)
  const { side, said } = according
  // "“The sea is wide,” the general said, according to two people who were there": the words are his.
  if (side === null && clause.text.startsWith(BLANK)) return undefined
  return side === null || leadIn(subjects, clause) ? null : { side, said }
}

/** "As Renner told it, …", "To hear Gao tell it, …": whose words the rest of the sentence is. */
const asTold = (subjects: Subjects, clause: Clause, to: number): Source | null => {
  const { tokens } = clause
  const [lead] = AS_TOLD.findLongest(tokens.slice(0, to))
  if (lead?.from !== 0 || tokens[to - 1]?.text !== 'it') return null
  const side =
    to === lead.to + 3 && HE_OR_SHE.has(tokens[lead.to]?.text ?? '')
      ? subjects.last
      : subjects.named(clause, lead.to, to - 2)?.side
  return side ? { side, said: cut(clause, 0, to) } : null
}

/** "*If Renner is to be believed*, the Chinese blinked first." */
const asBelieved = (subjects: Subjects, clause: Clause, to: number): Source | null => {
  const ends = BELIEVED.findLongest(clause.tokens.slice(0, to)).find((phrase) => phrase.to === to)
  if (!ends || !IF.has(clause.tokens[0]?.text ?? '')) return null
  const side =
    ends.from === 2 && HE_OR_SHE.has(clause.tokens[1]?.text ?? '')
      ? subjects.last
      : subjects.named(clause, 1, ends.from)?.side
  return side ? { side, said: cut(clause, 0, to) } : null
}

const inTellingFrom = (subjects: Subjects, clause: Clause, from: number): Source | null => {
  const to = partEnd(clause, from)
  if (!PREPOSITIONS.has(clause.tokens[from]?.text ?? '') || !TELLING.has(clause.tokens[to - 1]?.text ?? ''))
    return null
  // "In her telling"
  const isOfLast = to === from + 3 && OF_HIM.has(clause.tokens[from + 1]?.text ?? '')
  const side = isOfLast ? subjects.last : subjects.named(clause, from + 1, to)?.side
  return side ? { side, said: cut(clause, from, to) } : null
}

/** Where the parts of a clause begin. */
const partsOf = (clause: Clause): number[] => {
  const starts: number[] = []
  for (let from = 0; from < clause.tokens.length; from = partEnd(clause, from)) starts.push(from)
  return starts
}

/** "In Beijing's telling, the day was Mr. Xi's.", "The day was Mr. Xi's, in Beijing's telling." */
export const inTelling = (subjects: Subjects, clause: Clause): Source | null =>
  asTold(subjects, clause, partEnd(clause, 0)) ??
  asBelieved(subjects, clause, partEnd(clause, 0)) ??
  partsOf(clause)
    .map((from) => inTellingFrom(subjects, clause, from))
    .find((source) => source !== null) ??
  null

/** "Washington's message was simple: stop the chemicals", "his verdict was “…”": the words behind it, quoted or not. */
export const worded = (subjects: Subjects, clause: Clause): Source | null => {
  const { tokens, text, language } = clause
  if (language === 'zh') return null
  const colon = text.indexOf(':')
  const at = tokens.findIndex(({ text: word, start }, index) => {
    const be = tokens[index + 1]
    const isBeside = BE.has(be?.text ?? '') && (start < colon || /^\s*\uFFFC/u.test(text.slice(be?.end)))
    return isBeside && WORDINGS.has(word)
  })
  if (at < 1 || partStart(clause, at) > 0) return null
  const [opening] = tokens
  if (POSSESSIVES.has(opening?.text ?? ''))
    return subjects.last && { side: subjects.last, said: cut(clause, 0, at + 2) }
  const possessive = tokens.findIndex(({ text: word }, index) => index < at && word === 's')
  const named = subjects.named(clause, 0, possessive < 0 ? at : possessive)
  return named && { side: named.side, said: cut(clause, 0, at + 2) }
}

/** Most words from "that" to "was": "That, at least, was". */
const THAT_REACH = 4

/** "“There is no siege.” *That was Renner's answer*.": whose the quote before is. */
export const wordedBehind = (subjects: Subjects, clause: Clause): Source | null => {
  const { tokens, language } = clause
  if (language === 'zh' || !THAT.has(tokens[0]?.text ?? '')) return null
  const be = tokens.findIndex(({ text }, at) => at > 0 && at < THAT_REACH && BE.has(text))
  const word = tokens.findIndex(({ text }, at) => be > 0 && at > be && WORDINGS.has(text))
  if (be < 0 || word < 0 || partEnd(clause, be) <= word) return null
  const isFrom = FROM.has(tokens[word + 1]?.text ?? '')
  const named =
    (isFrom ? subjects.named(clause, word + 2, partEnd(clause, word)) : null) ??
    subjects.named(clause, be + 1, word)
  return named && { side: named.side, said: cut(clause, 0, word + 1) }
}
