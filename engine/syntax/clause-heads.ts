import { nounPhraseAt, type NounPhrase } from './noun-phrases.ts'
import { isPastForm, verbGroupAt, type VerbGroup } from './verb-groups.ts'
import type { Word } from './word.ts'

/** The subject of a clause, with all that is attached to its nouns, up to its verb. */

export interface ClauseHead {
  subject: NounPhrase[]
  verb: VerbGroup
}

/** Most words of what is set into a subject: ", the first such visit in six years,". */
export const LONGEST_INSERTION = 40
const DASHES = new Set(['—', '–', '--'])
/** Words with which a clause is added to a noun. */
export const RELATIVES: ReadonlySet<string> = new Set(['who', 'which', 'that', 'whom', 'whose'])
/** Words that open what is said, asked or wondered. */
export const CONTENT = new Set(['that', 'whether', 'how', 'why', 'what'])
/** Words that join clauses. */
export const JOINING = new Set(['and', 'but', 'while', 'whereas', 'or', 'yet'])
const ALONE = new Set(['both', 'each', 'all', 'neither'])
export const is = (words: readonly Word[], at: number, text: string): boolean => words[at]?.text === text

/** Behind the preposition and its noun phrases: "*of* the Office *of* the Commission". */
export const behindPrepositions = (
  words: readonly Word[],
  from: number,
  starts: ReadonlySet<number>
): number => {
  let at = from
  for (;;) {
    const word = words[at]
    if (word?.pos !== 'ADP' && !(word?.text === 'to' && word.pos === 'PART')) return at
    const phrase = nounPhraseAt(words, at + 1, starts)
    // "the U.S. side *in particular*"
    if (!phrase) return words[at + 1]?.pos === 'ADJ' && verbGroupAt(words, at + 2, true) ? at + 2 : at
    at = behindNames(words, phrase, starts)
    // "for trade *and* security": goes on as long as no verb follows, which would have it for a subject.
    if (is(words, at, 'and')) {
      const next = nounPhraseAt(words, at + 1, starts)
      const areNames = next !== null && nameIn(phrase, starts) && nameIn(next, starts)
      if (next && (areNames || (words[at + 1]?.capital !== true && !verbGroupAt(words, next.to, true))))
        at = next.to
    }
  }
}

/** Behind "of Democracy, Human Rights, and Labor": a list of names with capitals goes on behind its commas. */
const behindNames = (words: readonly Word[], first: NounPhrase, starts: ReadonlySet<number>): number => {
  const isNamed = ({ head }: NounPhrase): boolean => words[head]?.capital === true
  if (!isNamed(first)) return first.to
  for (let at = first.to; is(words, at, ',');) {
    const joins = is(words, at + 1, 'and')
    const next = nounPhraseAt(words, at + (joins ? 2 : 1), starts)
    if (!next || !isNamed(next)) return first.to
    if (joins) return next.to
    at = next.to
    // "Trade, Energy *and* Labor"
    const last = is(words, at, 'and') ? nounPhraseAt(words, at + 1, starts) : null
    if (last) return isNamed(last) ? last.to : first.to
  }
  return first.to
}

/** Whether a phrase holds the beginning of a name: "the *United States*". */
const nameIn = ({ from, to }: NounPhrase, starts: ReadonlySet<number>): boolean => {
  for (let at = from; at < to; at++) if (starts.has(at)) return true
  return false
}

/** Behind what stands between commas, dashes or brackets from a place on, where a finite verb follows; else the place. */
const behindInsertion = (words: readonly Word[], from: number): number => {
  const mark = words[from]?.text ?? ''
  const closing = mark === '(' ? ')' : mark
  if (mark !== ',' && mark !== '(' && !DASHES.has(mark)) return from
  for (let at = from + 1; at < Math.min(words.length, from + LONGEST_INSERTION); at++) {
    const text = words[at]?.text ?? ''
    const closes = text === closing || (DASHES.has(mark) && DASHES.has(text))
    if (closes && verbGroupAt(words, at + 1, true)) return at + 1
    if (text === ';') return from
  }
  return from
}

/** Behind "who met her in Oslo": to the finite verb after the clause's own; else the place. */
const behindRelative = (words: readonly Word[], from: number): number => {
  if (!RELATIVES.has(words[from]?.text ?? '')) return from
  // "The cooperation *that China conducts* is …": of a noun the clause may have its own subject.
  const other = words[from - 1]?.pos === 'NOUN' ? nounPhraseAt(words, from + 1) : null
  const own = verbGroupAt(words, from + 1) ?? (other && verbGroupAt(words, other.to))
  if (!own) return from
  for (let at = own.to; at < Math.min(words.length, own.to + LONGEST_INSERTION); at++) {
    const text = words[at]?.text ?? ''
    // "That China conducts with Iran *and other countries* is …": a list goes on.
    const next = text === 'and' && words[at - 1]?.pos !== 'VERB' ? nounPhraseAt(words, at + 1) : null
    if (next && !verbGroupAt(words, next.to)) {
      at = next.to - 1
      continue
    }
    if (text === ',' || text === ';' || CONTENT.has(text) || JOINING.has(text)) return from
    const group = is(words, at - 1, 'to') ? null : verbGroupAt(words, at)
    if (group && (words[group.head]?.pos === 'VERB' || words[group.head]?.pos === 'AUX')) return at
  }
  return from
}

/** A participle behind its noun, and not the clause's verb: "the agreement *reached in Busan* will". */
const behindParticiple = (words: readonly Word[], from: number, starts: ReadonlySet<number>): number => {
  const word = words[from]
  if (word?.pos !== 'VERB') return from
  const isIng = word.text.endsWith('ing')
  if (!isIng && !isPastForm(word)) return from
  let at = from + 1
  if (isIng) at = nounPhraseAt(words, at, starts)?.to ?? at
  while (words[at]?.pos === 'ADV') at++
  const behind = behindPrepositions(words, at, starts)
  if (behind === at && !isIng) return from
  return verbGroupAt(words, behind) ? behind : from
}

const NO_NAMES: ReadonlySet<number> = new Set()

/** The subject and the finite verb of a clause that begins at a word; null where none does. */
export const clauseHead = (
  words: readonly Word[],
  from: number,
  starts: ReadonlySet<number> = NO_NAMES
): ClauseHead | null => {
  const subject: NounPhrase[] = []
  let at = from
  for (;;) {
    const phrase = nounPhraseAt(words, at, starts)
    if (!phrase) return null
    subject.push(phrase)
    at = behindPrepositions(words, phrase.to, starts)
    const behind = behindParticiple(words, at, starts)
    if (behind > at) at = behind
    at = behindRelative(words, at)
    // "Wang, member of the Bureau *and* minister, met": an apposition before it is a list.
    const inserted = behindInsertion(words, at)
    if (inserted > at) {
      at = inserted
      break
    }
    const joins =
      is(words, at, 'and') || is(words, at, 'or') || (is(words, at, ',') && isList(words, at, starts))
    if (!joins) break
    at += is(words, at, ',') && (is(words, at + 1, 'and') || is(words, at + 1, 'or')) ? 2 : 1
    if (is(words, at, 'both')) at++
  }
  const verb = verbGroupAt(words, at, true) ?? quantifiedVerb(words, subject)
  return verb && agrees(words, subject, verb) ? { subject, verb } : null
}

/** "Both *welcomed* plans": a quantifier alone before what the tagger takes for an adjective of the noun behind it. */
const quantifiedVerb = (words: readonly Word[], subject: NounPhrase[]): VerbGroup | null => {
  const [phrase] = subject
  if (!phrase || subject.length > 1 || !ALONE.has(words[phrase.from]?.text ?? '')) return null
  const verb = verbGroupAt(words, phrase.from + 1, true)
  if (verb) subject[0] = { from: phrase.from, to: phrase.from + 1, head: phrase.from }
  return verb
}

/** "France, Japan *and* the United States": commas of a list and not of an insertion. */
const isList = (words: readonly Word[], comma: number, starts: ReadonlySet<number>): boolean => {
  let at = comma
  for (;;) {
    if (!is(words, at, ',')) return false
    if (is(words, at + 1, 'and')) return nounPhraseAt(words, at + 2, starts) !== null
    const phrase = nounPhraseAt(words, at + 1, starts)
    if (!phrase) return false
    at = behindPrepositions(words, phrase.to, starts)
    if (is(words, at, 'and')) return nounPhraseAt(words, at + 1, starts) !== null
  }
}

/** A dictionary form has no third person singular as its subject: "trade talks *resume*" may, "China *trade*" may not. */
const agrees = (
  words: readonly Word[],
  subject: readonly NounPhrase[],
  { head, from, tense }: VerbGroup
): boolean => {
  const word = words[head]
  const [only] = subject
  if (tense !== 'present' || from !== head || subject.length !== 1 || !only || word?.pos !== 'VERB')
    return true
  const noun = words[only.head]
  const isPlural =
    noun?.pos === 'PRON' ||
    (noun?.text ?? '').endsWith('s') ||
    ['both', 'all', 'each'].includes(noun?.text ?? '')
  return word.text !== word.lemma || isPlural || noun?.pos === 'NOUN'
}
