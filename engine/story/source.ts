import cues from '../lexicon/data/story-cues.json' with { type: 'json' }
import type { Lexicon } from '../lexicon/lexicon.ts'
import { PhraseMatcher, type PhraseMatch } from '../match/phrases.ts'
import { tokenise } from '../match/tokens.ts'
import type { Side } from '../model.ts'
import { BLANK, clauseOf, cut, isSetIn, partEnd, partStart, type Clause } from './clause.ts'
import { elsewhereIn, namesOutsider } from './outsiders.ts'
import { OPENING, Subjects, type Named } from './subject.ts'
import { wordSet } from './words.ts'

/** Who a clause of a news story names as the source of what it reports. */
export interface Source {
  side: Side
  /** The words that name it: "Blinken said", "according to a Foreign Ministry readout". */
  said: string
}

type Place = Omit<PhraseMatch<unknown>, 'value'>

const matcherOf = (phrases: readonly string[]): PhraseMatcher<true> =>
  new PhraseMatcher(phrases.map((phrase) => ({ phrase, value: true })))

const AFTER_A_QUOTE = /\uFFFC[\s,，]*$/u
/** Quotation marks around more than a term. */
const QUOTED_WORDS = /\uFFFC{20,}/u
/** "Rubio was blunter: “…”" */
const BEFORE_A_QUOTE = /[:：]\s*\uFFFC/u

/** Right before a verb: what a government has long been saying, and not what it said now; a noun in Chinese. */
const BACKGROUND = wordSet(cues.background)
/** Between that word and the verb: "has *repeatedly* denied". */
const BEFORE_BACKGROUND = wordSet(cues.beforeBackground)
/** Before a subject: what follows tells when or why, and is nobody's statement. */
const SUBORDINATORS = wordSet(cues.subordinators)
const QUOTING = wordSet(cues.quoting)
const RELATIVES = wordSet(cues.relatives)
const PREPOSITIONS = wordSet(cues.prepositions)
const WITH = wordSet(cues.with)
const HIM = wordSet(cues.him)
const HE_OR_SHE = wordSet(cues.heOrShe)
const STATE_MEDIA = matcherOf(cues.stateMedia)
/** "China claims the island as its own": a position of long standing, told by the journalist. */
const HOLDING = wordSet(cues.holdingAs.verbs)
const AS = wordSet(cues.holdingAs.as)
/** "announced sanctions last month": a deed of the past, and no statement of the day. */
const DEEDS = matcherOf(cues.deeds)
const PAST = matcherOf(cues.past)
const SPEECH = matcherOf(cues.speech)

/** What a verb of a story does: it reports, it reports only beside a quote ("continued"), or not at all ("called off"). */
type Reports = 'always' | 'quotes' | 'never'
/** What reports a statement in a story and in no readout ("complained"), and what only seems to. */
const storyVerbs = (['en', 'zh'] as const).map((language) => {
  const of = (phrases: readonly string[], value: Reports) => phrases.map((phrase) => ({ phrase, value }))
  return new PhraseMatcher<Reports>([
    ...of(cues.verbs[language], 'always'),
    ...of(cues.quoteVerbs[language], 'quotes'),
    ...of(cues.notReporting[language], 'never')
  ])
})
const verbsIn = ({ text, tokens, language }: Clause, lexicon: Lexicon): Place[] => {
  const hasQuote = text.includes(BLANK)
  const own = storyVerbs[language === 'en' ? 0 : 1]?.findLongest(tokens) ?? []
  const standard = lexicon.verbs[language]
    .findLongest(tokens)
    .filter(({ from, to }) =>
      own.every((other) => other.value === 'quotes' || other.to <= from || other.from >= to)
    )
  const reporting = own.filter(({ value }) => value === 'always' || (value === 'quotes' && hasQuote))
  return [...standard, ...reporting].sort((a, b) => a.from - b.from)
}
const ACCORDING = cues.accordingTo.map((phrase) => tokenise(phrase).map(({ text }) => text))

/** A source stands at most so many tokens before its verb, or after it; a Chinese one so many characters. */
const REACH = { en: 9, zh: 28 }
/** Parts of a sentence that are looked through behind a verb without a subject of its own. */
const PARTS_BEHIND = 3
const ADVERBS = wordSet([...cues.afterAParty, ...cues.beforeBackground, ...cues.days])
const isAdverb = (word: string): boolean =>
  ADVERBS.has(word) || RELATIVES.has(word) || /(?:ly|ed)$/u.test(word)
/** Words between the words set in and the verb: "also", "later". */
const MOST_ADVERBS = 2

/** "Xi, who described his guest as an old friend, knows": no more than who he is, where no words are quoted. */
const isAside = (clause: Clause, verb: number): boolean => {
  const to = partEnd(clause, verb)
  const words = clause.text.slice(clause.tokens[verb]?.start, clause.tokens[to]?.start)
  return to < clause.tokens.length && !words.includes(BLANK)
}

/** Finds the sources in a story, read from its beginning: pronouns refer to whoever spoke last. */
export class Sources {
  readonly #lexicon: Lexicon
  readonly #subjects: Subjects

  constructor(story: string, lexicon: Lexicon) {
    this.#lexicon = lexicon
    this.#subjects = new Subjects(story)
  }

  /** Somebody spoke; or, null, somebody else did, and "she said" after that is neither side's. */
  heard(side: Side | null): void {
    this.#subjects.last = side
  }

  /** The first source in a clause: "according to …", a subject before its verb, or one after it ("…,” said Blinken"). */
  find(text: string): Source | null {
    const clause = clauseOf(text)
    return this.#accordingTo(clause) ?? this.#reporting(clause) ?? this.#introducing(clause)
  }

  /**
   * The source of a whole sentence; of one without a reporting verb, whom it is about: "Sullivan defended them as
   * “measures that …”". Quoted words are whose sentence it is, if nobody else speaks in it.
   */
  findWhole(text: string): Source | null {
    const source = this.find(text)
    if (source || !QUOTED_WORDS.test(text) || this.#speaks(clauseOf(text))) return source
    return this.about(text) ?? null
  }

  /** The source in the second half of a sentence: "the ministry gave no figure, but *it said* …". */
  findAfter(before: Source | null, text: string): Source | null {
    return before ? this.#subjects.withLast(before.side, () => this.find(text)) : this.find(text)
  }

  /** Whom a sentence without a source is about, as `Subjects.about` tells it; null too where somebody else speaks. */
  about(text: string): Source | null | undefined {
    const clause = clauseOf(text)
    const about = this.#subjects.about(clause)
    return about === undefined && (text.includes(BLANK) || this.#speaks(clause)) ? null : about
  }

  #speaks({ tokens }: Clause): boolean {
    return SPEECH.findLongest(tokens).length > 0
  }

  #accordingTo(clause: Clause): Source | null {
    const { tokens, language } = clause
    for (const phrase of ACCORDING)
      for (const at of tokens.keys())
        if (phrase.every((word, offset) => tokens[at + offset]?.text === word)) {
          const from = at + phrase.length
          const to = Math.min(from + REACH[language], partEnd(clause, from))
          const named = this.#subjects.named(clause, from, to)
          if (named) return { side: named.side, said: cut(clause, at, to) }
        }
    return null
  }

  #reporting(clause: Clause): Source | null {
    const { text, tokens, language } = clause
    /** Up to where the words of a speaker go who is nobody's: "a trader said that Rubio had told him …". */
    let heard = 0
    /** From where a part is read on that opened with a state's media. */
    let onward = 0
    for (const verb of verbsIn(clause, this.#lexicon)) {
      if (verb.from < heard || this.#isBackground(clause, verb)) continue
      const quoted = this.#quoted(clause, verb)
      if (quoted) return quoted
      // "Xinhua quoted Xi as saying": whose words they are stands between.
      const quoting = tokens.findLastIndex(({ text }, at) => at < verb.from && QUOTING.has(text))
      const opening = Math.max(partStart(clause, verb.from), quoting + 1, onward)
      // "with Biden saying he had been candid"
      const isWith = WITH.has(tokens[opening]?.text ?? '') && (tokens[verb.from]?.text ?? '').endsWith('ing')
      const start = isWith ? opening + 1 : opening
      const from = Math.max(start, verb.from - REACH[language])
      if (tokens.slice(from, verb.from).some((token) => SUBORDINATORS.has(token.text))) continue
      // "Mexico’s foreign ministry said in a statement that it hoped": whatever follows is not the sides'.
      if (elsewhereIn(tokens.slice(start, verb.from), text) === 0) continue
      const pronoun = this.#subjects.pronoun(clause, start, verb.from)
      // "put sanctions on firms *it says* have helped": what tells of a word reports nothing.
      if (!pronoun && language === 'en' && this.#subjects.isPronounInside(clause, start, verb.from)) continue
      const before =
        pronoun ??
        (from > start ? this.#opening(clause, start, verb.from) : null) ??
        this.#subjects.named(clause, from, verb.from)
      if (before) {
        // A subject that reaches back as far as one looks is cut where its source is named.
        const first = from > start ? before.from : from
        return { side: before.side, said: cut(clause, first, verb.to) }
      }
      const behind = this.#behind(clause, start, verb.from)
      if (behind) return { side: behind.side, said: cut(clause, behind.from, verb.to) }
      // After a quote the verb may come first.
      if (AFTER_A_QUOTE.test(text.slice(0, verb.start))) {
        const to = Math.min(verb.to + REACH[language], partEnd(clause, verb.to))
        // "…,” said Matthew Miller, the State Department spokesman"
        const next = Math.min(to + REACH[language], partEnd(clause, to))
        const after =
          this.#subjects.named(clause, verb.to, to) ?? this.#subjects.explained(clause, verb.to, to, next)
        if (after) return { side: after.side, said: cut(clause, verb.from, to) }
      }
      const isSpeech = SPEECH.findLongest(tokens.slice(verb.from, verb.to)).length > 0
      // "Xinhua said that Mr. Xi had told his guest": of what a state's media report the official is the source.
      const isByMedia = STATE_MEDIA.findLongest(tokens.slice(0, verb.from)).length > 0
      if (isSpeech && isByMedia) onward = verb.to + (RELATIVES.has(tokens[verb.to]?.text ?? '') ? 1 : 0)
      else if (language === 'en' && isSpeech) heard = partEnd(clause, verb.from)
    }
    return null
  }

  /** "Beijing’s account quoted Mr. Xi as telling his guest": whoever is quoted is the source. */
  #quoted(clause: Clause, verb: Place): Source | null {
    if (!QUOTING.has(clause.tokens[verb.from]?.text ?? '')) return null
    const as = clause.tokens.findIndex(({ text }, at) => at >= verb.to && AS.has(text))
    if (as < 0 || as > verb.to + REACH[clause.language]) return null
    const named = HIM.has(clause.tokens[verb.to]?.text ?? '')
      ? this.#him(clause, verb.from)
      : this.#subjects.named(clause, verb.to, as)
    return named && { side: named.side, said: cut(clause, verb.from, as + 2) }
  }

  /** "Xi took no questions, but state media quoted *him*": whom the sentence has told of, or the last. */
  #him(clause: Clause, before: number): { side: Side } | null {
    const told = this.#subjects.about({ ...clause, tokens: clause.tokens.slice(0, before) })
    const side = told?.side ?? this.#subjects.last
    return side && { side }
  }

  /** "President Rowan emerged from a meeting with his rival proclaiming that …": the subject opens a long part. */
  #opening(clause: Clause, start: number, verb: number): Named | null {
    const to = Math.min(start + OPENING[clause.language], verb)
    return isSetIn(clause.tokens[start]) ? null : this.#subjects.named(clause, start, to)
  }

  /** A colon and a quote say that somebody speaks, whatever the verb: "Rubio was blunter: “…”" */
  #introducing(clause: Clause): Source | null {
    const { index } = BEFORE_A_QUOTE.exec(clause.text) ?? { index: -1 }
    if (index < 0) return null
    const about = this.#subjects.about(clauseOf(clause.text.slice(0, index)))
    if (about !== undefined) return about
    // "Climate was the other matter she raised: “…”"
    const { last } = this.#subjects
    const words = clauseOf(clause.text.slice(0, index))
    const told = words.tokens.findIndex(({ text }) => HE_OR_SHE.has(text))
    return last && told >= 0 ? { side: last, said: cut(words, told, words.tokens.length) } : null
  }

  /** The subject lies behind words set in: "Blinken, who arrived on Sunday, said"; the verb has none beside it. */
  #behind(clause: Clause, start: number, verb: number): Named | null {
    if (
      start === 0 ||
      verb - start > MOST_ADVERBS ||
      (clause.language === 'en' && !clause.tokens.slice(start, verb).every(({ text }) => isAdverb(text))) ||
      !/[,，]\s*$/u.test(clause.text.slice(0, clause.tokens[start]?.start))
    )
      return null
    if (RELATIVES.has(clause.tokens[start]?.text ?? ''))
      return isAside(clause, verb) ? null : this.#antecedent(clause, start)
    // "Sullivan, the national security adviser, said": a name counts for more than a role that may be anybody's.
    return (
      this.#subjects.withLast(null, () => this.#partBehind(clause, start)) ?? this.#partBehind(clause, start)
    )
  }

  #partBehind(clause: Clause, start: number): Named | null {
    let to = start
    for (let parts = 0; parts < PARTS_BEHIND && to > 0; parts++) {
      const from = partStart(clause, to - 1)
      if (!isSetIn(clause.tokens[from])) {
        const named = this.#subjects.named(clause, from, Math.min(to, from + OPENING[clause.language]))
        if (named) {
          this.#subjects.learn(clause, partStart(clause, from - 1), from, named.side)
          return named
        }
        if (namesOutsider(clause.tokens.slice(from, to))) return null
      }
      to = from
    }
    return null
  }

  /** "It was missing from the Chinese summary, *which said*": whoever stands right before it. */
  #antecedent(clause: Clause, start: number): Named | null {
    const from = partStart(clause, start - 1)
    const lead = clause.tokens.slice(from, start)
    const after = lead.findLastIndex(({ text }) => PREPOSITIONS.has(text))
    const verb = verbsIn({ ...clause, tokens: lead }, this.#lexicon).at(-1)?.to ?? 0
    const nearest = from + Math.max(after + 1, verb)
    // "a diplomat in Beijing, who said": where he is, and not who.
    return this.#subjects.named(
      clause,
      this.#subjects.isPlace(clause, nearest, start) ? from : nearest,
      start
    )
  }

  /** What has long been said, held or done is no statement of the day, unless its words are quoted. */
  #isBackground(clause: Clause, verb: Place): boolean {
    const { text, tokens } = clause
    let before = verb.from - 1
    while (BEFORE_BACKGROUND.has(tokens[before]?.text ?? '')) before--
    if ([before, verb.from].some((at) => BACKGROUND.has(tokens[at]?.text ?? ''))) return !text.includes(BLANK)
    if (HOLDING.has(tokens[verb.from]?.text ?? ''))
      return tokens.slice(verb.to, partEnd(clause, verb.to)).some(({ text }) => AS.has(text))
    const isDeed = DEEDS.findLongest(tokens.slice(verb.from, verb.to))[0]?.from === 0
    return isDeed && !text.includes(BLANK) && PAST.findLongest(tokens).length > 0
  }
}
