import type { Mention } from '../../entities/entity-index.ts'
import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import type { Side } from '../../model.ts'
import { isSetInChinese } from './chinese.ts'
import { afterTime, cut, isSetIn, partEnd, type Clause } from './clause.ts'
import { cleftIn, concernedIn } from './cleft.ts'
import { organAtHead } from './state-media.ts'
import { elsewhereIn, outsiderIn } from '../../entities/third-parties.ts'
import { isHeOrShe, isPerson } from './reference.ts'
import { isStranger, tellsOfStranger } from './third-party-names.ts'
import { OPENING, type Named, type Subjects } from './subject.ts'
import { wordSet } from '../../text/word-sets.ts'

/** Whom a sentence is about that reports no statement, for what is said after it: "Rubio paused." */

const ROLES = wordSet(cues.roles)
const PASSIVE = wordSet(cues.passive)
const BUT = wordSet(cues.but)
const PLURALS = wordSet(cues.plurals)
const AUDIENCE = wordSet(cues.audience)

interface About extends Named {
  said: string
}

/** "A phrase that American officials tried to explain": who "one of them" is in the next sentence. */
const tellOfOfficials = (subjects: Subjects, { tokens }: Clause, all: readonly Mention[]): void => {
  for (const { kind, party, to } of all)
    if (kind === 'party' && (party === 'us' || party === 'cn') && PLURALS.has(tokens[to]?.text ?? ''))
      subjects.tellOf(party)
}

/** Where the subject of a part begins: "By the evening *Mr. Rowan* had changed his mind", "Then *he* paused". */
const subjectFrom = (subjects: Subjects, clause: Clause, from: number, end: number): number => {
  const at = subjects.isSetIn(clause.tokens[from]) ? afterTime(clause, from, end) : from
  return BUT.has(clause.tokens[at]?.text ?? '') && isHeOrShe(clause.tokens[at + 1]) ? at + 1 : at
}

/** "When a reporter asked Renner, *she* shook her head." */
const whoWasAsked = (subjects: Subjects, clause: Clause, at: number): Side | null => {
  const ahead = clause.tokens.slice(0, at)
  const isAsked = at > 0 && isHeOrShe(clause.tokens[at]) && ahead.some(({ text }) => AUDIENCE.has(text))
  return isAsked ? subjects.onlySide({ ...clause, tokens: ahead }) : null
}

/** Whom a part is about; undefined where no person is. */
const aboutPart = (
  subjects: Subjects,
  clause: Clause,
  from: number,
  end: number,
  all: readonly Mention[]
): About | null | undefined => {
  const { tokens, text, language } = clause
  const whole = tokens.slice(from, Math.min(end, from + OPENING[language]))
  const outsider = outsiderIn(whole)
  // "Xinhua published a commentary": the party’s own voice, for "the commentary said".
  const organ = isSetIn(whole[0]) ? null : organAtHead(whole, outsider)
  if (organ) return { side: 'cn', from, said: cut(clause, from, from + organ.to) }
  if (isStranger(clause, from, end, subjects.names, all)) return null
  // In Chinese an outsider stands behind his country: "中国社科院*专家*".
  const isCountryOnly =
    language === 'zh' &&
    outsider > 0 &&
    all.every(({ kind, from: at }) => kind === 'party' || at < from || at >= from + outsider)
  if (isCountryOnly) return null
  // "Rubio called in the reporters": he was named before them.
  const part = outsider > 0 ? whole.slice(0, outsider) : whole
  const to = from + part.length
  if (part.length === 0 || subjects.isSetIn(part[0])) return undefined
  // "The official Xinhua News Agency": what stands right before a name is of that name.
  const isOfOutsider = outsider > 0 && whole[outsider]?.capital === true && ROLES.has(part.at(-1)?.text ?? '')
  if (outsider === 0 || isOfOutsider || elsewhereIn(part, text) === 0) return null
  const asked = whoWasAsked(subjects, clause, from)
  if (asked) return { side: asked, from, said: cut(clause, from, to) }
  const isOfAPerson = isPerson(subjects.within(clause, part))
  const named = isOfAPerson ? subjects.named(clause, from, to) : null
  if (named) {
    // "The ambassador, Wang Di, put down his glass."
    subjects.learn(clause, end, partEnd(clause, end), named.side)
    return { ...named, said: cut(clause, named.from, to) }
  }
  // Somebody else, of whom "he" is said from here on; but "It is a phrase that American officials tried to explain" is
  // about a thing.
  return outsider > 0 || (isOfAPerson && tokens[0]?.text !== 'it') ? null : undefined
}

/** Undefined where a sentence is about no person, null where about somebody of neither side. */
export const aboutIn = (subjects: Subjects, clause: Clause): About | null | undefined => {
  const { tokens } = clause
  const all = subjects.mentionsOf(clause)
  tellOfOfficials(subjects, clause, all)
  const cleft = cleftIn(subjects, clause)
  if (cleft !== undefined) return cleft
  // "It closed by inviting the commander": what was heard last, whoever is named behind it.
  if (tokens[0]?.text === 'it' && !PASSIVE.has(tokens[1]?.text ?? ''))
    return subjects.last ? { side: subjects.last, from: 0, said: cut(clause, 0, 2) } : undefined
  for (let from = 0; from < tokens.length;) {
    const end = partEnd(clause, from)
    // "被问到中方作何回应时，这名官员停顿了片刻"
    const isSkipped = end < tokens.length && isSetInChinese(clause, from, end)
    const found = isSkipped
      ? undefined
      : aboutPart(subjects, clause, subjectFrom(subjects, clause, from, end), end, all)
    if (found !== undefined) return found
    from = end
  }
  return concernedIn(subjects, clause) ?? (tellsOfStranger(clause, subjects.names, all) ? null : undefined)
}
