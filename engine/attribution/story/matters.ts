import { standardLexicon, type ConceptUse } from '../../lexicon/lexicon.ts'
import type { Token } from '../../text/tokens.ts'
import type { Clause } from './clause.ts'

/** Where a clause names matters that governments talk about. */
export const mattersIn = ({ tokens }: Clause): readonly ConceptUse[] =>
  standardLexicon.conceptsIn(tokens).filter(({ concept }) => !concept.frame && !concept.catchAll)

/** Whether tokens of a clause name one of the matters. */
export const namesMatter = (matters: readonly ConceptUse[], tokens: readonly Token[]): boolean => {
  const [first, last] = [tokens[0], tokens.at(-1)]
  return (
    first !== undefined &&
    last !== undefined &&
    matters.some(({ spans }) => spans.some(({ start }) => start >= first.start && start < last.end))
  )
}
