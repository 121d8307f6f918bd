import { isPersonalPronoun, nounPhraseAt, type NounPhrase } from './noun-phrases.ts'
import { isPastForm, verbGroupAt, type VerbGroup } from './verb-groups.ts'
import type { Word } from './word.ts'

/** A finite clause of the first level: who does what. Word indices, `to` exclusive. */
export interface EnglishClause {
  from: number
  to: number
  /** The coordinated noun phrases of its subject: "the Secretary *and* the Director" are two. */
  subject: NounPhrase[]
  verb: VerbGroup
  /** Who does what is done, in the passive: "will be deferred *by the United States*"; null where nobody is named. */
  agent: NounPhrase | null
  /** Where what is said begins ("that the call was long"); null for a verb with no clause of its own behind it. */
  content: number | null
  /** Another clause's content stands before it: whether it goes on with that or begins anew, grammar cannot tell. */
  afterContent: boolean
  /** It holds only if something else does: "If …, the two countries will benefit". */
  conditional: boolean
  /** It begins where a clause may; else it was taken for want of a better one. */
  opens: boolean
}

interface Found {
  subject: NounPhrase[]
  verb: VerbGroup
}

/** Most words of what is set into a subject: ", the first such visit in six years,". */
const LONGEST_INSERTION = 40
/** Words from a verb to "that" behind it: "told the minister that", "made clear to his hosts that". */
const CONTENT_REACH = 9
const DASHES = new Set(['—', '–', '--'])
const QUOTES = new Set(['“', '”', '"', '‘', '’', "'", '«', '»'])
const RELATIVES = new Set(['who', 'which', 'that', 'whom', 'whose'])
const CONTENT = new Set(['that', 'whether', 'how', 'why', 'what'])
const JOINING = new Set(['and', 'but', 'while', 'whereas', 'or', 'yet'])
/** What the tagger often takes for an adverb or a preposition: "*Once* the shipments have fallen, …". */
const SUBORDINATORS = new Set([
  'once',
  'when',
  'if',
  'unless',
  'although',
  'though',
  'because',
  'until',
  'as',
  'while',
  'whereas'
])
const ALONE = new Set(['both', 'each', 'all', 'neither'])
const CONDITIONS = new Set(['if', 'unless', 'should', 'were'])
const CONTRASTING = new Set(['while', 'whereas', 'but'])

const is = (words: readonly Word[], at: number, text: string): boolean => words[at]?.text === text

/** Behind the preposition and its noun phrases: "*of* the Office *of* the Commission". */
const behindPrepositions = (words: readonly Word[], from: number, starts: ReadonlySet<number>): number => {
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
  const own = verbGroupAt(words, from + 1)
  if (!own) return from
  for (let at = own.to; at < Math.min(words.length, own.to + LONGEST_INSERTION); at++) {
    const text = words[at]?.text ?? ''
    if (text === ',' || text === ';' || CONTENT.has(text) || JOINING.has(text)) return from
    const group = verbGroupAt(words, at)
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

/** The subject and the finite verb of a clause that begins at a word; null where none does. */
const clauseHead = (words: readonly Word[], from: number, starts: ReadonlySet<number>): Found | null => {
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

/** Where the clause's content begins: behind "that", or at a subject and verb of its own right behind the verb. */
const contentOf = (words: readonly Word[], { verb }: Found, starts: ReadonlySet<number>): number | null => {
  const end = Math.min(words.length, verb.to + CONTENT_REACH)
  for (let at = verb.to; at < end; at++) {
    const word = words[at]
    if (!word || word.text === ';') break
    if (
      CONTENT.has(word.text) &&
      (word.pos === 'SCONJ' || word.pos === 'PRON' || word.pos === 'DET' || word.pos === 'ADV')
    )
      if (word.text !== 'that' || verbFollows(words, at + 1)) return at
  }
  const bare = clauseHead(words, verb.to, starts)
  return bare?.subject.length === 1 ? verb.to : null
}

/** Words from a passive verb to "by". */
const AGENT_REACH = 4

/** "An assurance was given *by the PRC side*", also behind a short phrase: "was opened today by both". */
const agentOf = (words: readonly Word[], { verb }: Found, starts: ReadonlySet<number>): NounPhrase | null => {
  if (!verb.passive) return null
  for (let at = verb.to; at < Math.min(words.length, verb.to + AGENT_REACH); at++) {
    const word = words[at]
    if (!word || word.pos === 'PUNCT' || word.pos === 'VERB') return null
    // "by March 1", "by sending": when or how, and not who.
    if (word.text === 'by') {
      const phrase = nounPhraseAt(words, at + 1, starts)
      return phrase && words.slice(phrase.from, phrase.to).every(({ pos }) => pos !== 'NUM') ? phrase : null
    }
  }
  return null
}

/** Whether a finite verb stands in the next words, so that "that" opens a clause and is not "that issue". */
const verbFollows = (words: readonly Word[], from: number): boolean => {
  for (let at = from; at < Math.min(words.length, from + LONGEST_INSERTION); at++)
    if (verbGroupAt(words, at)) return true
  return false
}

/** Where a sentence begins to say something: behind its number, its mark of quotation, its label ("Tariffs: …"). */
const opening = (words: readonly Word[], starts: ReadonlySet<number>): number => {
  let at = 0
  while (words[at]?.pos === 'PUNCT' || words[at]?.pos === 'SYM' || QUOTES.has(words[at]?.text ?? '')) at++
  if (words[at]?.pos === 'NUM' && /^[.)]$/u.test(words[at + 1]?.text ?? '')) at += 2
  const label = nounPhraseAt(words, at, starts)
  const colon = label ? behindPrepositions(words, label.to, starts) : at + 1
  return is(words, colon, ':') && words[colon + 1] ? colon + 1 : at
}

/** Whether a clause may begin at a word: behind a mark or, where the sentence opens with a phrase of time or place, at a name. */
const mayOpen = (words: readonly Word[], at: number, first: number, starts: ReadonlySet<number>): boolean => {
  if (at === first) return true
  const before = words[at - 1]
  if (!before) return false
  if (before.pos === 'PUNCT' && !/^[-–‑(]$/u.test(before.text)) return true
  const lead = words[first]?.pos
  const adverbial = lead === 'ADP' || lead === 'ADV'
  const isName =
    starts.has(at) || isPersonalPronoun(words[at]) || /^(?:DET|PROPN)$/u.test(words[at]?.pos ?? '')
  return adverbial && isName && /^(?:NOUN|PROPN|NUM|ADV)$/u.test(before.pos)
}

/**
 * Where no clause begins at a place that may open one, as in "Beginning in May the PRC will receive …": the first noun
 * phrase that has a finite verb behind it.
 */
const anyClause = (
  words: readonly Word[],
  first: number,
  starts: ReadonlySet<number>
): EnglishClause | null => {
  for (let at = first; at < words.length; at++) {
    const before = words[at - 1]
    if (at > first && (before?.pos === 'ADJ' || before?.pos === 'DET' || before?.pos === 'ADP')) continue
    const found = clauseHead(words, at, starts)
    if (found) return { ...toClause(words, at, found, false, starts), opens: false }
  }
  return null
}

/**
 * The clauses of the first level of an English sentence, in order: the main clause, and those joined to it by a
 * semicolon or a conjunction that have a subject of their own.
 *
 * @param starts word indices at which a name begins
 */
export const englishClauses = (words: readonly Word[], starts: ReadonlySet<number>): EnglishClause[] => {
  const clauses: EnglishClause[] = []
  const first = opening(words, starts)
  // "While the one side said, *the other* …": what a conjunction opens is no clause of the first level.
  const subordinate = words[first]?.pos === 'SCONJ' || SUBORDINATORS.has(words[first]?.text ?? '')
  let at = first
  if (subordinate) while (at < words.length && !is(words, at, ',')) at++
  for (; at < words.length && clauses.length === 0; at++) {
    if (!mayOpen(words, at, first, starts)) continue
    const found = clauseHead(words, at, starts)
    if (found) clauses.push(toClause(words, at, found, false, starts))
  }
  const lone = clauses.length === 0 ? anyClause(words, first, starts) : null
  if (lone) clauses.push(lone)
  const main = clauses[0]
  if (!main) return []
  main.conditional = CONDITIONS.has(words[first]?.text ?? '')
  let content = main.content !== null
  for (at = main.verb.to; at < words.length; at++) {
    const word = words[at]
    const ends = word?.text === ';'
    const joined = word !== undefined && (ends || JOINING.has(word.text))
    if (!joined) continue
    const begin = ends && JOINING.has(words[at + 1]?.text ?? '') ? at + 2 : at + 1
    const found = clauseHead(words, begin, starts) ?? behindAdverbial(words, begin, starts)
    if (!found || found.verb.to <= at) continue
    const last = clauses.at(-1)
    if (last) last.to = at
    const clause = toClause(words, begin, found, content && !ends && !CONTRASTING.has(word.text), starts)
    clauses.push(clause)
    content ||= clause.content !== null
    at = clause.verb.to
  }
  return clauses
}

/**
 * The clause that names its sentence's source behind what is said: "…, *the President proposed*", "…, *she noted*, pressing
 * for more"; null where none does.
 */
export const attributiveClause = (
  words: readonly Word[],
  starts: ReadonlySet<number>
): EnglishClause | null => {
  for (let at = 1; at < words.length; at++) {
    const mark = words[at - 1]?.text ?? ''
    if (mark !== ',' && !QUOTES.has(mark)) continue
    const found = clauseHead(words, at, starts)
    const next = found ? words[found.verb.to] : undefined
    if (!found || found.verb.head !== found.verb.from || (next && next.pos !== 'PUNCT')) continue
    return { ...toClause(words, at, found, false, starts), content: 0 }
  }
  return null
}

/** "…, *sneered a US official*": a verb before its subject, behind what is said; null where none stands so. */
export const invertedClause = (
  words: readonly Word[],
  starts: ReadonlySet<number>
): Pick<EnglishClause, 'subject' | 'verb'> | null => {
  for (let at = 1; at < words.length; at++) {
    const before = words[at - 1]
    if (before?.pos !== 'PUNCT' && before?.pos !== 'X') continue
    const verb = verbGroupAt(words, at)
    const word = words[at]
    if (verb?.head !== at || word?.pos !== 'VERB' || verb.tense !== 'past') continue
    const phrase = nounPhraseAt(words, verb.to, starts)
    const end = phrase ? words[behindPrepositions(words, phrase.to, starts)] : undefined
    if (phrase && (end === undefined || end.pos === 'PUNCT')) return { subject: [phrase], verb }
  }
  return null
}

/** "; *in return,* the U.S. side will": a short adverbial before the subject. */
const behindAdverbial = (words: readonly Word[], from: number, starts: ReadonlySet<number>): Found | null => {
  if (words[from]?.pos !== 'ADP' && words[from]?.pos !== 'ADV') return null
  for (let at = from + 1; at < Math.min(words.length, from + CONTENT_REACH); at++)
    if (is(words, at, ',')) return clauseHead(words, at + 1, starts)
  return null
}

const toClause = (
  words: readonly Word[],
  from: number,
  found: Found,
  afterContent: boolean,
  starts: ReadonlySet<number>
): EnglishClause => ({
  ...found,
  from,
  to: words.length,
  agent: agentOf(words, found, starts),
  content: contentOf(words, found, starts),
  afterContent,
  conditional: false,
  opens: true
})
