import type { Word } from './word.ts'

/** How a clause places what it tells: as done, as so, as to come, as owed, or as merely possible. */
export type Tense = 'past' | 'present' | 'perfect' | 'future' | 'obliged' | 'possible'

/** A verb with its auxiliaries: "will not be lifted". Word indices, `to` exclusive. */
export interface VerbGroup {
  from: number
  to: number
  /** The verb that carries the meaning: "lifted". */
  head: number
  tense: Tense
  passive: boolean
  negated: boolean
}

const FUTURE = new Set(['will', "'ll", '’ll', 'shall', 'wo', 'intends'])
const OBLIGED = new Set(['should', 'must', 'ought', 'needs', 'need'])
const POSSIBLE = new Set(['would', 'could', 'can', 'ca', 'may', 'might', "'d", '’d'])
const PERFECT = new Set(['has', 'have', 'had', "'ve", '’ve'])
const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', "'s", '’s', "'re", '’re'])
const PRESENT_BE = new Set(['is', 'are', "'s", '’s', "'re", '’re'])
const NOT_FINITE = new Set(['be', 'been', 'being', 'having'])
const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'neither', 'nor'])
const IRREGULAR_PARTICIPLE = /(?:ed|en|wn|ught|ade|aid|eld|ut|et|one|ld|un|ent|ost|eft|elt|egun)$/u

const isVerbal = (word: Word | undefined): boolean => word?.pos === 'VERB' || word?.pos === 'AUX'

/** Past tense or past participle: what is not the dictionary form, nor in -s, nor in -ing. */
export const isPastForm = ({ text, lemma }: Word): boolean =>
  text !== lemma ? !/(?:ing|[^s]s)$/u.test(text) || /^(?:was|is)$/u.test(text) : UNCHANGED.has(text)
/** Verbs whose past is their dictionary form. */
const UNCHANGED = new Set([
  'put',
  'set',
  'cut',
  'let',
  'hit',
  'cast',
  'read',
  'spread',
  'shut',
  'quit',
  'bid'
])

/** A form in -ed behind a subject that the tagger takes for an adjective, with an object behind it: "Both stressed the importance". */
const isDisguised = (words: readonly Word[], at: number): boolean => {
  const word = words[at]
  const next = words[at + 1]
  return (
    word?.pos === 'ADJ' &&
    word.text.endsWith('ed') &&
    !word.capital &&
    next !== undefined &&
    !/^(?:PUNCT|AUX|VERB|CCONJ)$/u.test(next.pos)
  )
}

/**
 * The finite verb group that begins at a word, adverbs before it passed over; null where none does. Past participles
 * without an auxiliary are taken for a past tense: only the place can tell.
 */
export const verbGroupAt = (
  words: readonly Word[],
  start: number,
  afterSubject = false
): VerbGroup | null => {
  let at = start
  while (words[at]?.pos === 'ADV' || NEGATIONS.has(words[at]?.text ?? '')) at++
  const from = at
  const first = words[at]
  if (!first) return null
  const disguised = afterSubject && isDisguised(words, at)
  if (!isVerbal(first) && !disguised) return null
  if (NOT_FINITE.has(first.text) || first.text.endsWith('ing')) return null
  let head = at
  let passive = false
  let negated = false
  const aux: string[] = []
  for (let last = at; last < words.length; last++) {
    const word = words[last]
    if (!word) break
    if (NEGATIONS.has(word.text)) negated = true
    else if (word.pos === 'AUX') {
      aux.push(word.text)
      head = last
    } else if (word.pos === 'VERB' || (last === at && disguised)) {
      passive = aux.some((text) => BE.has(text)) && (isPastForm(word) || IRREGULAR_PARTICIPLE.test(word.text))
      head = last
      at = last + 1
      // "is to put off", "has to lift", "needs to stop"
      const isToDo = words[at]?.text === 'to' && OBLIGED.has(word.text)
      if (!isToDo) break
      aux.push(word.text)
      continue
    } else if (
      word.text === 'to' &&
      (words[last + 1]?.pos === 'VERB' || words[last + 1]?.pos === 'AUX') &&
      aux.length > 0
    ) {
      // "has to lift", "is to lift": owed.
      aux.push('should')
    } else if (word.text === 'better' && words[last - 1]?.text === 'had') {
      // "had better *look* in the mirror": taken for a noun behind an adjective.
      aux.push('should')
      const verb = words[last + 1]
      if (verb && /^(?:NOUN|VERB)$/u.test(verb.pos) && verb.text === verb.lemma) {
        head = last + 1
        at = head + 1
        break
      }
    } else if (word.pos !== 'ADV') break
    at = last + 1
  }
  const group = { from, to: Math.max(at, head + 1), head, passive, negated }
  return { ...group, tense: tenseOf(aux, words[head], first) }
}

const tenseOf = (aux: readonly string[], head: Word | undefined, first: Word): Tense => {
  if (aux.some((text) => OBLIGED.has(text))) return 'obliged'
  if (aux.some((text) => FUTURE.has(text))) return 'future'
  if (aux.some((text) => POSSIBLE.has(text))) return 'possible'
  if (aux.some((text) => PERFECT.has(text)) && head?.pos === 'VERB') return 'perfect'
  if (aux.some((text) => PRESENT_BE.has(text) || text === 'do' || text === 'does')) return 'present'
  if (aux.length > 0) return 'past'
  return isPastForm(first) ? 'past' : 'present'
}

/**
 * Whether a finite verb begins in the next words, so that "that" opens a clause and is not "that issue".
 *
 * @param reach number of words that are looked at
 */
export const verbFollows = (words: readonly Word[], from: number, reach: number): boolean => {
  for (let at = from; at < Math.min(words.length, from + reach); at++) if (verbGroupAt(words, at)) return true
  return false
}
