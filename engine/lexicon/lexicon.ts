import { PhraseMatcher, type PhraseMatch } from '../text/phrases.ts'
import type { Token } from '../text/tokens.ts'
import type { Comparison, Language, Span } from '../model.ts'
import { standardConcepts, type Concept, type ConceptEntry } from './concepts.ts'
import {
  standardVerbs,
  verbMatcher,
  type ReportingVerb,
  type VerbEntry,
  type VerbMatchers
} from './reporting-verbs.ts'
import type { OwnLexicon } from './schema.ts'
import { Sense, senseRows, type ReadWords } from './senses.ts'
import { standardTerms, type Term as ContestedTerm, type TermEntry, type TermUse } from './terms.ts'
import { topics as standardTopics, type Topic } from './topics.ts'
import { within } from '../text/spans.ts'

/** A concept as it stands in a sentence, with all its places there. */
export interface ConceptUse {
  concept: Concept
  spans: Span[]
}

/** A phrase that names a concept, or one in which its words mean something else. */
interface Term {
  concept: Concept
  names: boolean
  sense?: Sense
}

/** Terms that name a concept only in some surroundings, by the concept's id. */
const sensesOf = new Map<string, { phrase: string; sense: Sense }[]>()
for (const row of senseRows)
  sensesOf.set(row.concept, [
    ...(sensesOf.get(row.concept) ?? []),
    { phrase: row.pattern, sense: new Sense(row) }
  ])

/** The second level of a concept that a reader has added without one. */
const OWN_PART = 'own'

/** Keeps the longer of two overlapping places. */
const addSpan = (spans: Span[], { start, end }: PhraseMatch<Term>): void => {
  const last = spans.at(-1)
  if (last && start < last.end) last.end = Math.max(last.end, end)
  else spans.push({ start, end })
}

const termMatcher = (entries: readonly TermEntry[]): PhraseMatcher<Pick<TermUse, 'term' | 'wording'>> =>
  new PhraseMatcher(
    entries.flatMap(({ id, topic, signal, weight, wordings, apart }) => {
      const term: ContestedTerm = {
        id,
        topic,
        signal,
        weight,
        ...(apart ? { apart } : {})
      }
      return (['us', 'cn'] as const).flatMap((wording) =>
        [...wordings[wording].en, ...wordings[wording].zh].map((phrase) => ({
          phrase,
          value: { term, wording }
        }))
      )
    })
  )

/** Entries of the reader's own stand in for those of the same id and come after the others. */
const merged = <T>(
  standard: readonly T[],
  own: readonly T[],
  off: ReadonlySet<string>,
  keyOf: (entry: T) => string
): T[] => {
  const replaced = new Set(own.map(keyOf))
  return [...standard.filter((entry) => !replaced.has(keyOf(entry))), ...own].filter(
    (entry) => !off.has(keyOf(entry))
  )
}

/** By which `off` names an entry: a concept by its id, a contested term and a verb with their kind before it. */
export const conceptKey = ({ id }: { id: string }): string => id
export const termKey = ({ id }: { id: string }): string => `term:${id}`
export const verbKey = ({ lemma }: { lemma: string }): string => `verb:${lemma}`

const OFF_NONE: ReadonlySet<string> = new Set()
const verbsOf = (own: OwnLexicon | undefined, off: ReadonlySet<string>): VerbMatchers => {
  const of = (language: Language): PhraseMatcher<ReportingVerb> =>
    verbMatcher(merged<VerbEntry>(standardVerbs[language], own?.verbs?.[language] ?? [], off, verbKey))
  return { en: of('en'), zh: of('zh') }
}

/** The topics and concepts by which a comparison is made: those that ship, with the reader's own changes. */
export class Lexicon {
  readonly topics: readonly Topic[]
  /** All concepts with their terms. */
  readonly concepts: readonly ConceptEntry[]
  /** The terms that ship of concepts which the reader has switched off or replaced: what was learnt of them holds no more. */
  readonly withdrawn: readonly string[]
  /** What the reader has changed, for the record; undefined for the lexicon as it ships. */
  readonly own: Comparison['engine']['own']
  /** The reporting verbs of both languages. */
  readonly verbs: VerbMatchers
  readonly #topicsById: ReadonlyMap<string, Topic>
  readonly #matcher: PhraseMatcher<Term>
  readonly #found = new WeakMap<readonly Token[], ConceptUse[]>()
  readonly #termMatcher: PhraseMatcher<Pick<TermUse, 'term' | 'wording'>>

  constructor(own?: OwnLexicon) {
    const off = new Set(own?.off ?? [])
    this.topics = merged<Topic>(standardTopics, own?.topics ?? [], OFF_NONE, conceptKey)
    this.#topicsById = new Map(this.topics.map((topic) => [topic.id, topic]))
    const added = (own?.concepts ?? []).map((concept) => ({ ...concept, sub: concept.sub ?? OWN_PART }))
    const concepts = merged<ConceptEntry>(standardConcepts, added, off, conceptKey)
    this.concepts = concepts
    const replaced = new Set(added.map(conceptKey))
    this.withdrawn = standardConcepts
      .filter(({ id }) => off.has(id) || replaced.has(id))
      .flatMap(({ en, zh }) => [...en, ...zh])
    this.#matcher = new PhraseMatcher<Term>(
      concepts.flatMap(({ id, topic, sub, weight, frame = false, catchAll = false, en, zh, never = [] }) => {
        const concept: Concept = { id, topic, sub, weight, frame, catchAll }
        return [
          ...[...en, ...zh].map((phrase) => ({ phrase, value: { concept, names: true } })),
          ...never.map((phrase) => ({ phrase, value: { concept, names: false } })),
          ...(replaced.has(id) ? [] : (sensesOf.get(id) ?? [])).map(({ phrase, sense }) => ({
            phrase,
            value: { concept, names: true, sense }
          }))
        ]
      })
    )
    const ownTerms = own?.terms ?? []
    this.#termMatcher = termMatcher(merged<TermEntry>(standardTerms, ownTerms, off, termKey))
    this.verbs = verbsOf(own, off)
    if (own)
      this.own = {
        name: own.name,
        topics: own.topics?.length ?? 0,
        concepts: added.length,
        terms: ownTerms.length,
        verbs: (own.verbs?.en?.length ?? 0) + (own.verbs?.zh?.length ?? 0),
        off: off.size
      }
  }

  /** Whether sharing this topic alone says little. */
  isGeneric(topic: string): boolean {
    return this.#topicsById.get(topic)?.generic ?? false
  }

  /** Whether governments mostly dispute a topic (1), mostly agree on it (-1), or either (0). */
  isDisputed(topic: string): number {
    return this.#topicsById.get(topic)?.disputed ?? 0
  }

  label(topic: string, language: Language = 'en'): string {
    return this.#topicsById.get(topic)?.label[language] ?? topic
  }

  /** The label of a second-level topic; undefined where it has none of its own. */
  partLabel(topic: string, part: string, language: Language = 'en'): string | undefined {
    return this.#topicsById.get(topic)?.parts.find(({ id }) => id === part)?.label[language]
  }

  /** Whether readouts have a second-level topic as a matter of course, so that it is no finding where one lacks it. */
  isIdle({ topic, sub }: Concept): boolean {
    return this.#topicsById.get(topic)?.parts.find(({ id }) => id === sub)?.idle ?? false
  }

  /** The contested terms of a sentence, in order; of two at one place the longer. */
  termsIn(tokens: readonly Token[]): TermUse[] {
    const matches = this.#termMatcher.findAll(tokens)
    return matches
      .filter(
        (match) =>
          !matches.some(
            (other) =>
              other.value.term === match.value.term &&
              other !== match &&
              within(match, other) &&
              other.end - other.start > match.end - match.start
          )
      )
      .map(({ value, start, end }) => ({ ...value, start, end }))
  }

  /**
   * The concepts of a sentence in the order of their first place; found once, however many steps ask.
   *
   * @param words its parts of speech, by which some terms are told apart; who asks first brings them
   */
  conceptsIn(tokens: readonly Token[], words?: ReadWords): readonly ConceptUse[] {
    const known = this.#found.get(tokens)
    if (known) return known
    const found = this.#findConcepts(tokens, words)
    this.#found.set(tokens, found)
    return found
  }

  #findConcepts(tokens: readonly Token[], words: ReadWords | undefined): ConceptUse[] {
    const uses = new Map<string, ConceptUse>()
    const matches = this.#matcher.findAll(tokens)
    const others = matches.filter(({ value }) => !value.names)
    for (const match of matches) {
      const { concept, names, sense } = match.value
      if (
        !names ||
        (sense && !sense.holds(match, tokens, words)) ||
        others.some((other) => other.value.concept === concept && within(match, other))
      )
        continue
      const use = uses.get(concept.id) ?? { concept, spans: [] }
      uses.set(concept.id, use)
      addSpan(use.spans, match)
    }
    return [...uses.values()]
  }
}

/** The lexicon as it ships. */
export const standardLexicon = new Lexicon()
