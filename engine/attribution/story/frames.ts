import { attributiveClause, englishClauses, invertedClause } from '../../syntax/english-clauses.ts'
import { nounPhraseAt, type NounPhrase } from '../../syntax/noun-phrases.ts'
import { verbGroupAt, type VerbGroup } from '../../syntax/verb-groups.ts'
import { firstFrom, type Word } from '../../syntax/word.ts'
import { BLANK } from './clause.ts'

/** Where in a sentence of a story somebody does something. */
export interface Frame {
  /** The first clause, one joined to it, or one that names whose the words before it are: "…, he noted", "…, sneered Gao". */
  place: 'main' | 'also' | 'behind' | 'inverted'
  subject: readonly NounPhrase[]
  verb: VerbGroup
  /** A clause of its own follows, or stands before it. */
  hasContent: boolean
}

const COMMA: Word = { text: ',', pos: 'PUNCT', lemma: ',', capital: false, start: 0, end: 0 }
/** Where a quote ends and other words follow. */
const AFTER_QUOTE = new RegExp(`${BLANK}[,.]?\\s*(?=[^${BLANK}\\s])`, 'u')
/** Words between a comma and the verb of an interrupted subject: "in turn". */
const ADVERBS = 4
const ASIDE = /^(?:who|which|that|,)$/u

const startsOf = (words: readonly Word[]): Set<number> =>
  new Set(words.flatMap(({ capital, pos }, at) => (capital && pos !== 'PUNCT' ? [at] : [])))

const shifted = (
  { subject, verb }: Pick<Frame, 'subject' | 'verb'>,
  by: number
): Pick<Frame, 'subject' | 'verb'> => ({
  subject: subject.map(({ from, to, head }) => ({ from: from + by, to: to + by, head: head + by })),
  verb: { ...verb, from: verb.from + by, to: verb.to + by, head: verb.head + by }
})

/** "“…,” *he said aboard his plane*", "“…,” *countered Wei*": what stands right behind a quote. */
const behindQuote = (words: readonly Word[], text: string): Frame[] => {
  const quote = AFTER_QUOTE.exec(text)
  const from = quote ? firstFrom(words, quote.index + quote[0].length) : -1
  if (from < 0) return []
  const rest = words.slice(from)
  const [clause] = englishClauses(rest, startsOf(rest))
  if (clause?.from === 0) return [{ place: 'behind', ...shifted(clause, from), hasContent: true }]
  const led = [COMMA, ...rest]
  const inverted = invertedClause(led, startsOf(led))
  return inverted ? [{ place: 'inverted', ...shifted(inverted, from - 1), hasContent: true }] : []
}

/** "China’s delegate, Vice Minister Yan, *in turn characterized*": a subject whose verb stands behind a comma. */
const interrupted = (words: readonly Word[]): Frame[] => {
  const subject = nounPhraseAt(words, 0, startsOf(words))
  if (!subject) return []
  for (let comma = subject.to; comma < words.length; comma++) {
    if (words[comma]?.text !== ',') continue
    for (let at = comma + 1; at <= comma + ADVERBS && !ASIDE.test(words[at]?.text ?? ','); at++) {
      const verb = verbGroupAt(words, at, true)
      if (verb && words[verb.head]?.pos === 'VERB')
        return [{ place: 'main', subject: [{ ...subject, to: comma }], verb, hasContent: false }]
    }
  }
  return []
}

/** Where a name at the head of a sentence ends. */
const IN_NAME = new Set(['PROPN', 'DET', 'CCONJ', 'ADJ'])
/** What an object or a clause opens with, and no noun stands before. */
const BEHIND_VERB = new Set(['DET', 'PRON', 'PART', 'SCONJ'])

/** "Washington *regards* the clause", "Brandvold and Peng *plan* to": what was taken for a noun, where no verb was found. */
const withVerb = (words: readonly Word[]): readonly Word[] => {
  const at = words.findIndex(({ pos }) => !IN_NAME.has(pos))
  const isVerb =
    words[at]?.pos === 'NOUN' && words[at - 1]?.pos === 'PROPN' && BEHIND_VERB.has(words[at + 1]?.pos ?? '')
  return isVerb ? words.map((word, index) => (index === at ? { ...word, pos: 'VERB' } : word)) : words
}

/** The frames of an English sentence whose quotes are blanked. */
export const framesOf = (tagged: readonly Word[], text: string): Frame[] => {
  const starts = startsOf(tagged)
  const found = englishClauses(tagged, starts)
  const words = found.length > 0 ? tagged : withVerb(tagged)
  const clauses = words === tagged ? found : englishClauses(words, starts)
  const quote = behindQuote(words, text)
  const behind = quote.length > 0 ? null : attributiveClause(words, starts)
  const inverted = quote.length > 0 ? null : invertedClause(words, starts)
  return [
    ...(clauses.length === 0 ? interrupted(words) : []),
    ...clauses.slice(0, 2).map(({ subject, verb, content }, at) => ({
      place: at === 0 ? ('main' as const) : ('also' as const),
      subject,
      verb,
      hasContent: content !== null
    })),
    ...quote,
    ...(behind ? [{ place: 'behind' as const, ...behind, hasContent: true }] : []),
    ...(inverted ? [{ place: 'inverted' as const, ...inverted, hasContent: true }] : [])
  ]
}
