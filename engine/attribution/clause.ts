import type { EntityIndex, Mention } from '../entities/entity-index.ts'
import type { ReportingVerb, VerbMatchers } from '../lexicon/reporting-verbs.ts'
import type { Language } from '../model.ts'
import type { Tense } from '../syntax/verb-groups.ts'
import type { DocumentSentence } from '../text/document.ts'
import type { PhraseMatch } from '../text/phrases.ts'
import { overlaps } from '../text/spans.ts'
import type { Token } from '../text/tokens.ts'
import { cues, type Cue } from './cues.ts'
import type { Subject } from './subject.ts'

/** After these a word that could be a verb is a noun: "the demand", 总统的承诺, 有关承诺. */
const BEFORE_NOUN = new Set([
  'a',
  'an',
  'the',
  'its',
  'his',
  'her',
  'their',
  'our',
  'this',
  'that',
  'of',
  'no',
  'in',
  '的',
  '关'
])
const NOT_ACTIVE = new Set(['is', 'are', 'be'])

/** What a clause of a sentence's first level says of its source. */
export interface Clause {
  /** The reporting verb of the lexicon; null where the clause has another verb, or none. */
  verb: PhraseMatch<ReportingVerb> | null
  subject: Subject | null
  /** Whom its verb has for an object. */
  object: Subject | null
  /** It tells of the meeting itself. */
  meeting: boolean
  /** Null where no verb was found. */
  tense: Tense | null
  passive: boolean
  /** Its verb is a form of "be" alone. */
  isCopula: boolean
  /** A clause of its own follows: "…, that the call was long". */
  hasContent: boolean
  /** It stands behind another clause's content, and may be more of that. */
  afterContent: boolean
  /** The subject is a name that nobody knows. */
  isStranger: boolean
  /** Dictionary form of its verb; null where no verb was found. */
  predicate: string | null
  /** Dictionary form of the noun that its subject is; null where no subject was found. */
  topic: string | null
  /** Party id of the government whose thing the subject is: "*American* export controls"; null for none. */
  about: string | null
}

/** What is known of a sentence without a verb. */
export const NO_CLAUSE: Clause = {
  verb: null,
  subject: null,
  object: null,
  meeting: false,
  tense: null,
  passive: false,
  isCopula: false,
  hasContent: false,
  afterContent: false,
  isStranger: false,
  predicate: null,
  topic: null,
  about: null
}

/** What a sentence is made of, as far as attribution can tell. */
export interface Parts {
  mentions: readonly Mention[]
  cues: PhraseMatch<Cue>[]
  /** Reporting verbs, in order. */
  verbs: PhraseMatch<ReportingVerb>[]
}

export const partsOf = (
  { tokens }: DocumentSentence,
  text: string,
  language: Language,
  entities: EntityIndex,
  reportingVerbs: VerbMatchers
): Parts => {
  const mentions = entities.mentionsIn(tokens, text)
  return {
    mentions,
    cues: cues[language].findLongest(tokens),
    verbs: reportingVerbs[language].findLongest(tokens).filter((verb) => isVerb(verb, tokens, mentions))
  }
}

/** Not a participle, not a noun ("the demand"), not a part of a name ("United States"). */
const isVerb = (
  { from, start, end }: PhraseMatch<ReportingVerb>,
  tokens: readonly Token[],
  mentions: readonly Mention[]
): boolean =>
  !(tokens[from]?.text.endsWith('ing') ?? false) &&
  !BEFORE_NOUN.has(tokens[from - 1]?.text ?? '') &&
  !NOT_ACTIVE.has(tokens[from - 1]?.text ?? '') &&
  !mentions.some((mention) => overlaps(mention, { start, end }))
