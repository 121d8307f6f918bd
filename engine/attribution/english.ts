import data from '../lexicon/data/attribution-cues.json' with { type: 'json' }
import type { Mention } from '../entities/entity-index.ts'
import { isPinyinName } from '../entities/pinyin.ts'
import { standing } from '../entities/standing.ts'
import type { Span } from '../model.ts'
import { attributiveClause, englishClauses, type EnglishClause } from '../syntax/english-clauses.ts'
import { isPossessive, nounPhraseAt, type NounPhrase } from '../syntax/noun-phrases.ts'
import type { Word } from '../syntax/word.ts'
import type { DocumentSentence } from '../text/document.ts'
import { PhraseMatcher, type PhraseMatch } from '../text/phrases.ts'
import { overlaps } from '../text/spans.ts'
import type { Token } from '../text/tokens.ts'
import { NO_CLAUSE, type Clause, type Parts } from './clause.ts'
import type { Cue } from './cues.ts'
import { formBehind, isNameBehind, withNames } from './name-words.ts'
import { isAnother, namePhrases, placeOf, type Subject } from './subject.ts'

const COLLECTIVES = new Set(data.collectives.en)
const COUNTERPARTS = new Set(data.counterparts.en)
const QUANTIFIERS = new Set(['both', 'each', 'neither'])
const HOLDING = new Set(data.holding.en)
const HELD_TALKS = new Set(data.heldTalks.en)
const STANCES = new Set(data.stances.en)
const JOINT_BODIES = new Set(data.jointBodies.en)
const COUNTRIES = new Set(data.countries.en)
const HONORIFICS = new Set(data.honorifics.en)
const FIRST_PERSON = new Set(['i', 'we'])
/** Last words of offices: "president", "minister". */
const OFFICES = new Set(
  standing.flatMap(({ value, tokens = [] }) => (value.kind === 'office' ? [tokens.at(-1)?.text ?? ''] : []))
)
const LONGEST_NAME = 3
const IT = 'it'
const BE = 'be'
const OF = new Set(['of', 'from', 'on'])
/** Behind an article: "the *call* was". */
const ARTICLES = new Set(['the', 'a', 'an', 'this', 'that', 'their', 'his', 'her', 'both', 'today'])

const views = new PhraseMatcher(data.viewOf.en.map((phrase) => ({ phrase, value: true })))

/** One sentence as its grammar has it. */
class EnglishSentence {
  readonly #tokens: readonly Token[]
  readonly #parts: Parts
  readonly #names: readonly Mention[]
  readonly #words: readonly Word[]
  readonly #capitals: ReadonlySet<string>

  constructor(
    { tokens, words }: DocumentSentence,
    parts: Parts,
    capitals: ReadonlySet<string>,
    /** Where the sentence begins behind a label. */
    from: number
  ) {
    this.#capitals = capitals
    this.#tokens = tokens
    this.#parts = parts
    this.#names = namePhrases(parts.mentions, tokens)
    // "A: They were": the label is no part of what is said.
    this.#words = withNames(words, parts.mentions).filter(({ start }) => start >= from)
  }

  clauses(): Clause[] {
    const starts = new Set(
      this.#names.map(({ start }) => this.#words.findIndex((word) => word.start === start))
    )
    // "Present at the talks were …"
    if (this.#parts.cues.some(({ value, from }) => value === 'meeting' && from === 0))
      return this.#ofTheMeeting()
    const behind = attributiveClause(this.#words, starts)
    const source = behind ? this.#clause(behind) : null
    if (source?.subject && source.verb) return [source]
    const view = this.#inTheViewOf()
    if (view) return [view]
    const clauses = englishClauses(this.#words, starts).map((clause) => this.#clause(clause))
    return clauses.length > 0 ? clauses : this.#withoutGrammar()
  }

  /** "*In the view of the Chinese side*, the sanctions should be adjusted" */
  #inTheViewOf(): Clause | null {
    const [phrase] = views.findLongest(this.#tokens)
    if (phrase?.from !== 0) return null
    const name = this.#names.find(({ from }) => from >= phrase.to && from <= phrase.to + 1)
    if (!name) return null
    const { kind, ...rest } = name
    return {
      ...NO_CLAUSE,
      subject: { ...rest, kind: 'party', named: kind, people: true },
      tense: 'past',
      hasContent: true
    }
  }

  /** Where no clause is understood: a sentence that tells of the meeting does so whatever its form. */
  #withoutGrammar(): Clause[] {
    const isOfMeeting =
      this.#parts.verbs.length === 0 && this.#parts.cues.some(({ value }) => value === 'meeting')
    return isOfMeeting ? this.#ofTheMeeting() : []
  }

  #ofTheMeeting(): Clause[] {
    // "What took place last month" may be part of a speech.
    const isAsking = /^(?:PRON|DET|ADV)$/u.test(this.#words[0]?.pos ?? '')
    return [{ ...NO_CLAUSE, meeting: true, isStranger: !isAsking }]
  }

  #span(from: number, to: number): Span {
    return { start: this.#words[from]?.start ?? 0, end: this.#words[to - 1]?.end ?? 0 }
  }

  #clause(clause: EnglishClause): Clause {
    const { verb, content, afterContent } = clause
    const group = this.#span(verb.from, verb.to)
    const within = <T>({ start }: PhraseMatch<T>): boolean => start >= group.start && start < group.end
    const subject = this.#subject(clause)
    const isNoun = subject?.kind === 'meetingNoun'
    const isOfMeeting = this.#parts.cues.some((cue) => cue.value === 'meeting' && within(cue))
    return {
      subject,
      object: verb.passive || content !== null ? null : this.#object(verb),
      verb: this.#parts.verbs.find(within) ?? this.#joinedVerb(clause),
      meeting: isOfMeeting || isNoun || this.#holdsTalks(verb),
      tense: clause.conditional ? 'possible' : verb.tense,
      passive: verb.passive && clause.agent === null,
      isCopula: this.#words[verb.head]?.lemma === BE,
      hasContent: content !== null,
      afterContent,
      predicate: this.#words[verb.head]?.lemma ?? null,
      topic: this.#words[clause.subject[0]?.head ?? -1]?.lemma ?? null,
      isStranger: subject === null && this.#isProper(clause.subject[0]),
      about: subject === null ? this.#owner(clause.subject[0]) : null
    }
  }

  /** Whoever stands right behind the verb: "thanked *the Chinese side*". */
  #object({ to }: EnglishClause['verb']): Subject | null {
    const phrase = nounPhraseAt(this.#words, to)
    return phrase && this.#member(phrase, phrase.to, false)
  }

  /** "held two rounds of consultations" */
  #holdsTalks({ head, to, tense }: EnglishClause['verb']): boolean {
    if (tense !== 'past' || !HOLDING.has(this.#words[head]?.lemma ?? '')) return false
    const object = nounPhraseAt(this.#words, to)
    return object !== null && HELD_TALKS.has(this.#words[object.head]?.text ?? '')
  }

  /** "sat down with the minister *and urged* restraint": a reporting verb joined to one that is none. */
  #joinedVerb({ verb, to, content }: EnglishClause): Clause['verb'] {
    if (content !== null) return null
    const { start, end } = this.#span(verb.to, to)
    return (
      this.#parts.verbs.find(
        (match) => match.start >= start && match.end <= end && this.#tokens[match.from - 1]?.text === 'and'
      ) ?? null
    )
  }

  /** Whom the noun phrases of a subject stand for. */
  #subject({ subject, verb, content, agent }: EnglishClause): Subject | null {
    if (agent) return this.#member(agent, agent.to, false)
    // "It was agreed that …", "it is the view of both that …": nobody.
    const [only] = subject
    const isBeing = this.#words[verb.head]?.lemma === BE
    if (only && this.#words[only.head]?.text === IT && (verb.passive || isBeing) && content !== null)
      return isBeing ? this.#holderOf(this.#span(verb.to, content)) : null
    const members = subject.map((phrase, at) =>
      this.#member(phrase, subject[at + 1]?.from ?? verb.from, subject.length > 1)
    )
    const known = members.filter((member) => member !== null)
    const [first] = known
    const own = known.find(({ kind }) => kind === 'speaker')
    // "*The Minister and I* agreed"
    if (own) return members.length > 1 ? { ...own, kind: 'together', people: true } : own
    const other = members.length > 1 ? known.find(({ kind }) => kind === 'counterpart') : undefined
    if (other && subject[0]) {
      const { start } = this.#span(subject[0].from, subject[0].to)
      return {
        ...other,
        kind: 'together',
        people: true,
        start,
        from: placeOf(this.#tokens, { start, end: start + 1 }).from
      }
    }
    // "*He and Special Envoy Ye* found": whoever he is, the other is another.
    const isPair = first?.kind === 'pronoun' && members.length > 1
    if (isPair) return { ...first, kind: 'together', people: true }
    if (!first || known.length === 1 || members.length !== known.length) return first ?? null
    const last = known.at(-1) ?? first
    const span = { start: first.start, end: last.end, from: first.from, to: last.to }
    return known.some((member) => isAnother(first, member))
      ? { kind: 'together', ...span }
      : { ...first, ...span }
  }

  /** "It was the view *of both sides* that crews should keep their distance" */
  #holderOf(span: Span): Subject | null {
    const isHolder = ({ start, end, from }: PhraseMatch<unknown>): boolean =>
      start >= span.start && end <= span.end && this.#tokens[from - 1]?.text === 'of'
    const both = this.#parts.cues.find((cue) => cue.value === 'together' && isHolder(cue))
    if (!both) return null
    const { start, end, from, to } = both
    return { kind: 'together', people: true, start, end, from, to }
  }

  /** Whom one noun phrase stands for; null for a thing or a stranger. */
  #member(phrase: NounPhrase, end: number, isJoined: boolean): Subject | null {
    const span = this.#span(phrase.from, phrase.to)
    const head = this.#words[phrase.head]
    const first = this.#words[phrase.from]
    if (!head || !first) return null
    const at = { ...span, ...placeOf(this.#tokens, span) }
    if (FIRST_PERSON.has(head.text) && head.pos === 'PRON') return { kind: 'speaker', ...at }
    if (head.text === IT) return { kind: 'thing', ...at }
    if (COUNTERPARTS.has(head.text)) return { kind: 'counterpart', ...at }
    const cue = this.#parts.cues.find(
      (match) => overlaps(match, head) && match.value !== 'meeting' && match.start >= span.start
    )
    if (QUANTIFIERS.has(first.text) && (phrase.head === phrase.from || COLLECTIVES.has(head.text)))
      return { kind: 'together', people: !COUNTRIES.has(head.text), ...at }
    const name = this.#name(span, head, end)
    // "The presidents affirmed": several who hold one office.
    if (
      first.pos === 'DET' &&
      phrase.to - phrase.from === 2 &&
      OFFICES.has(head.lemma) &&
      head.text !== head.lemma
    )
      return { kind: 'together', people: true, ...at }
    const hasTwo = this.#words.slice(phrase.from, phrase.head).some(({ text }) => text === 'two')
    const arePeople = COLLECTIVES.has(head.text) || (name?.kind === 'party' && name.named === 'office')
    if (hasTwo && arePeople) return { kind: 'together', people: !COUNTRIES.has(head.text), ...at }
    if (this.#isOfBoth(phrase, end)) return { kind: 'together', ...at }
    if (name) return name
    const body = COLLECTIVES.has(head.text) ? this.#bodyBehind(phrase, end) : null
    if (body) return body
    if (JOINT_BODIES.has(head.text) && cue?.value !== 'meetingNoun') return { kind: 'jointBody', ...at }
    if (cue) return this.#cue(cue, at, isJoined)
    return this.#stranger(phrase, at)
  }

  /** "*Haldane* opened with": a name of somebody who was introduced by no office that is known. */
  #stranger({ from, to }: NounPhrase, at: Span & { from: number; to: number }): Subject | null {
    const words = this.#words
      .slice(from, to)
      .filter(({ pos, text }) => pos !== 'PUNCT' && !HONORIFICS.has(text))
    // "*Mr.* Haldane" is a name wherever it stands.
    const isTitled = words.length > 0 && HONORIFICS.has(this.#words[from]?.text ?? '')
    if (words.length === 0 || (!isTitled && this.#hasCapitalAnyhow(from, words.length))) return null
    if (words.length > LONGEST_NAME || !words.every(({ pos, capital }) => pos === 'PROPN' && capital))
      return null
    return { kind: 'stranger', chinese: isPinyinName(words.map(({ text }) => text)), ...at }
  }

  /** "Views were exchanged", "Cooperation is": what opens a sentence has its capital anyhow. */
  #hasCapitalAnyhow(from: number, words: number): boolean {
    const [first, before] = [this.#words[from], this.#words[from - 1]]
    const opens = from === 0 || before?.text === ':' || before?.text === '•'
    return opens && words === 1 && first !== undefined && !this.#capitals.has(first.text)
  }

  #isProper(phrase: NounPhrase | undefined): boolean {
    const head = phrase && this.#words[phrase.head]
    if (!phrase || head?.pos !== 'PROPN' || !head.capital) return false
    return !this.#hasCapitalAnyhow(phrase.from, phrase.to - phrase.from)
  }

  /** Whose thing a noun phrase names: "*American* export controls". */
  #owner(phrase: NounPhrase | undefined): string | null {
    if (!phrase) return null
    const span = this.#span(phrase.from, phrase.to)
    const owner = this.#names.find((name) => name.kind === 'party' && overlaps(name, span))
    return owner?.party ?? null
  }

  /** "Regulators *on both sides*", "the authorities *of the two governments*" */
  #isOfBoth({ head, to }: NounPhrase, end: number): boolean {
    const next = this.#words[to]
    const isPerson = COLLECTIVES.has(this.#words[head]?.text ?? '')
    if (!isPerson || next?.pos !== 'ADP') return false
    const behind = this.#span(to, end)
    return this.#parts.cues.some((cue) => cue.value === 'together' && overlaps(cue, behind))
  }

  /** "Members *of the PRC delegation*": whose people they are. */
  #bodyBehind({ to }: NounPhrase, end: number): Subject | null {
    if (!OF.has(this.#words[to]?.text ?? '')) return null
    const phrase = nounPhraseAt(this.#words, to + 1)
    const head = phrase && this.#words[phrase.head]
    return head && phrase.to <= end ? this.#name(this.#span(phrase.from, phrase.to), head, end) : null
  }

  /** A name, an office or a government that the phrase is, or whose people it is: "the *U.S.* side". */
  #name(span: Span, head: Word, end: number): Subject | null {
    const limit = this.#words[end]?.start ?? Infinity
    const names = this.#names.filter((name) => name.start >= span.start && name.start < span.end)
    const named =
      names.find((name) => name.end >= head.end && name.start <= head.start) ??
      names.find((name) => name.kind === 'office' && isNameBehind(this.#words, name, head)) ??
      (COLLECTIVES.has(head.text) || this.#isStance(head)
        ? names.find((name) => name.end <= head.start)
        : undefined)
    if (!named || named.start > limit) return null
    const { party, never, kind, start, from } = named
    const chinese = named.chinese ?? formBehind(this.#words, named, head)
    const to = Math.max(named.to, placeOf(this.#tokens, head).to)
    const people = COLLECTIVES.has(head.text)
    return {
      kind: 'party',
      named: kind,
      party,
      never,
      ...(chinese === undefined ? {} : { chinese }),
      start,
      from,
      end: Math.max(named.end, head.end),
      to,
      people
    }
  }

  /** "China’s *position*" */
  #isStance(head: Word): boolean {
    const at = this.#words.indexOf(head)
    return STANCES.has(head.text) && isPossessive(this.#words[at - 1])
  }

  #cue(
    { value }: PhraseMatch<Cue>,
    at: Span & { from: number; to: number },
    isJoined: boolean
  ): Subject | null {
    if (value === 'meeting') return null
    // "The call" and "their talks" are subjects of narration; "consultations on …" may be part of a statement.
    if (value === 'meetingNoun' && (isJoined || !ARTICLES.has(this.#tokens[at.from]?.text ?? ''))) return null
    const head = this.#words.findLast((word) => word.end <= at.end)
    if (value === 'together') return { kind: value, people: !COUNTRIES.has(head?.text ?? ''), ...at }
    return { kind: value, ...at }
  }
}

/** The clauses of the first level of an English sentence, with whoever is the subject of each. */
export const readEnglish = (
  sentence: DocumentSentence,
  parts: Parts,
  capitals: ReadonlySet<string>,
  from = sentence.start
): Clause[] => new EnglishSentence(sentence, parts, capitals, from).clauses()
