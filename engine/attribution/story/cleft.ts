import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import { cut, partEnd, type Clause } from './clause.ts'
import { elsewhereIn, outsiderIn } from '../../entities/third-parties.ts'
import { OPENING, type Named, type Subjects } from './subject.ts'
import { wordSet } from '../../text/word-sets.ts'

/** Whom a sentence is about that does not begin with him. */

const PASSIVE = wordSet(cues.passive)
const CONCERNED = wordSet(cues.concerned)
const RELATIVES = wordSet(cues.relatives)

/** "In the end *it was Rubio who* broke the silence"; null where it was somebody of neither side. */
export const cleftIn = (
  subjects: Subjects,
  clause: Clause
): (Named & { said: string }) | null | undefined => {
  const { tokens } = clause
  const it = tokens.findIndex(({ text }, at) => text === 'it' && PASSIVE.has(tokens[at + 1]?.text ?? ''))
  const who = tokens.findIndex(({ text }, at) => at > it && RELATIVES.has(text))
  if (it < 0 || who < 0 || who > it + OPENING.en || partEnd(clause, it) <= who) return undefined
  const part = tokens.slice(it + 2, who)
  if (elsewhereIn(part, clause.text) >= 0 || outsiderIn(part) >= 0) return null
  const named = subjects.named(clause, it + 2, who)
  return named ? { ...named, said: cut(clause, named.from, who) } : undefined
}

/** "For Mr. Rowan, the visit was a homecoming.", "To Li, it was something else: “…,” he said." */
export const concernedIn = (subjects: Subjects, clause: Clause): (Named & { said: string }) | undefined => {
  if (!CONCERNED.has(clause.tokens[0]?.text ?? '')) return undefined
  const to = partEnd(clause, 0)
  const named = subjects.named(clause, 1, to)
  return named ? { ...named, said: cut(clause, named.from, to) } : undefined
}
