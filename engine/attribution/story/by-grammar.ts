import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import { attributiveClause, englishClauses, invertedClause } from '../../syntax/english-clauses.ts'
import { tagEnglish } from '../../syntax/english-tagger.ts'
import type { VerbGroup } from '../../syntax/verb-groups.ts'
import type { Word } from '../../syntax/word.ts'
import type { NounPhrase } from '../../syntax/noun-phrases.ts'
import { BLANK, cut, type Clause } from './clause.ts'
import type { Source } from './source-type.ts'
import type { Subjects } from './subject.ts'
import { wordSet } from '../../text/word-sets.ts'

/** Verbs with a clause of their own that say nothing: "Renner learned that", "Gao made sure that". */
const NOT_SAYING = wordSet(cues.notSaying)
/** Quotation marks around more than a term. */
const QUOTED = new RegExp(`${BLANK}{20,}`, 'u')

interface Frame {
  subject: readonly NounPhrase[]
  verb: VerbGroup
}

/** Whether the verb's own words are quoted: "Gao fumed at “…”". */
const hasQuote = (clause: Clause, words: readonly Word[], { verb }: Frame): boolean =>
  QUOTED.test(clause.text.slice(words[verb.to - 1]?.end ?? 0))

/**
 * The places in which any verb reports, as grammar has them: with a clause of its own ("Renner posited that …"), behind
 * what is said ("…, Gao bristled", "…, sneered a US official"), or before the words it quotes.
 */
const framesOf = (clause: Clause, words: readonly Word[]): Frame[] => {
  const starts = new Set(words.flatMap(({ capital, pos }, at) => (capital && pos !== 'PUNCT' ? [at] : [])))
  const clauses = englishClauses(words, starts).filter(({ opens }) => opens)
  const [main] = clauses
  const saysThat = main?.content !== null && words[main?.content ?? -1]?.pos === 'SCONJ'
  const attributive = attributiveClause(words, starts)
  // "Pressed on it, he bristled": nothing is said before.
  const saysBefore = attributive !== null && main !== undefined && main.from < attributive.from
  const inverted = invertedClause(words, starts)
  const isSomebody =
    inverted?.subject.some(({ from, to }) => words.slice(from, to).some(({ capital }) => capital)) ?? false
  return [
    ...(attributive && (saysBefore || QUOTED.test(clause.text)) ? [attributive] : []),
    ...(inverted && isSomebody && (QUOTED.test(clause.text) || main !== undefined) ? [inverted] : []),
    ...(main && (saysThat || hasQuote(clause, words, main)) ? [main] : [])
  ]
}

/** The source of a clause whose verb no list has; null where grammar gives no verb the place of a reporting one. */
export const byGrammar = (subjects: Subjects, clause: Clause): Source | null => {
  if (clause.language !== 'en') return null
  const words = tagEnglish(clause.text)
  const tokenAt = (place: number): number => {
    const at = clause.tokens.findIndex(({ end }) => end > place)
    return at < 0 ? clause.tokens.length : at
  }
  for (const { subject, verb } of framesOf(clause, words)) {
    const head = words[verb.head]
    const [first, last] = [subject[0], subject.at(-1)]
    if (!head || !first || !last || NOT_SAYING.has(head.lemma) || verb.negated || verb.passive) continue
    if (verb.tense !== 'past' && verb.tense !== 'present') continue
    const from = tokenAt(words[first.from]?.start ?? 0)
    const to = tokenAt((words[last.to - 1]?.end ?? 1) - 1) + 1
    const verbAt = tokenAt(head.start)
    const named = subjects.named(
      clause,
      from,
      Math.max(to, verbAt > from ? Math.min(verbAt, to + SET_IN) : to)
    )
    const source = named ?? subjects.pronoun(clause, from, verbAt)
    if (source)
      return { side: source.side, said: cut(clause, Math.min(from, verbAt), Math.max(to, verbAt + 1)) }
  }
  return null
}

/** Words between a subject's name and its verb that may belong to it: "the minister *of commerce*". */
const SET_IN = 6
