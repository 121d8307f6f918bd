import { otherSide, type Side, type Speaker } from '../model.ts'
import type { Clause } from './clause.ts'
import { roleOf, type Actor } from './signs.ts'
import { isSpeech, speakerOfSubject, type Antecedents, type AttributionContext } from './stands-for.ts'
import type { Subject } from './subject.ts'

/** "*She* thanked the Chinese side": whoever a pronoun means, it is not whom the same verb has for an object. */
const notOneself = (speaker: Speaker | null, object: Speaker | null, { subject }: Clause): Speaker | null =>
  subject?.kind === 'pronoun' && speaker !== null && isSpeech(speaker) && speaker === object
    ? otherSide(speaker)
    : speaker

/** Whom the subjects of a sentence's clauses stand for, given who was named before. */
export const actorsOf = (
  clauses: readonly Clause[],
  before: Antecedents,
  context: AttributionContext,
  pronoun: (subject: Subject, person: Side | null) => Side | null
): Actor[] => {
  const standsFor = (subject: Subject): Speaker | null =>
    subject.kind === 'pronoun' ? pronoun(subject, before.person) : speakerOfSubject(subject, before, context)
  return clauses.map((clause) => {
    const object = clause.object && standsFor(clause.object)
    const speaker = clause.subject && standsFor(clause.subject)
    const who = notOneself(speaker, object, clause)
    return {
      clause,
      role: who ? roleOf(who, context.side) : null,
      object: object ? roleOf(object, context.side) : null
    }
  })
}
