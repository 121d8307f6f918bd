import type { PhraseMatch } from '../text/phrases.ts'
import type { Token } from '../text/tokens.ts'
import type { Language, Span } from '../model.ts'
import type { Mention } from '../entities/entity-index.ts'
import { notBeforeASource, type Cue } from './cues.ts'

/** Who does what a sentence's verb says. */
export type Subject = Span & { from: number; to: number } & (
    | {
        kind: 'party'
        party: string | null
        never: readonly string[]
        chinese?: boolean
        named: 'person' | 'office' | 'party'
        /** People of a government, and not the country: "the U.S. *side*". */
        people?: boolean
      }
    | {
        kind: 'together'
        /** People, and not the countries: "the two *leaders*". */
        people?: boolean
      }
    | {
        kind: 'stranger'
        /** The name has the form of a Chinese one. */
        chinese: boolean
      }
    | { kind: 'pronoun' | 'plural' | 'speaker' | 'thing' | 'jointBody' | 'counterpart' | 'meetingNoun' }
  )

/** Chinese prepositions and conjunctions after which a name is not the subject. */
const NOT_BEFORE_CHINESE = new Set('同与和对向就在把被让为给由跟请邀使促望求')
const ARTICLES = new Set(['the', 'a', 'an', 'this', 'that', 'their', 'his', 'her', 'both'])
/** Words that may stand between two parts of one name: "Secretary of State Antony J. Blinken", "PRC Director". */
const NEAR = 2

const isPossessive = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 's' || tokens[at]?.text === '的'

const wordBefore = (tokens: readonly Token[], at: number): string => {
  let before = at - 1
  while (ARTICLES.has(tokens[before]?.text ?? '')) before--
  return tokens[before]?.text ?? ''
}

/** Joins the mentions of one noun phrase: country, office and name in a row make one source. */
export const namePhrases = (mentions: readonly Mention[], tokens: readonly Token[]): Mention[] => {
  const phrases: Mention[] = []
  for (const mention of mentions) {
    const last = phrases.at(-1)
    const between = last ? tokens.slice(last.to, mention.from).map(({ text }) => text) : []
    const joins =
      last !== undefined &&
      between.length <= NEAR &&
      between.every((word) => word === 's' || word === 'and') &&
      (mention.kind === 'person' || last.kind === 'party') &&
      last.kind !== 'person' &&
      !(mention.party !== null && last.never.includes(mention.party)) &&
      !(between.includes('and') && (last.kind === 'party' || mention.kind === 'party'))
    // Chinese puts the office after the name.
    if (last?.kind === 'person' && mention.kind === 'office' && between.length === 0)
      phrases[phrases.length - 1] = { ...last, end: mention.end, to: mention.to }
    else if (!joins) phrases.push({ ...mention })
    else
      phrases[phrases.length - 1] = {
        ...mention,
        party: mention.party ?? last.party,
        start: last.start,
        from: last.from
      }
  }
  return phrases
}

const isSourcePlace = (
  tokens: readonly Token[],
  phrase: { from: number; to: number },
  language: Language
): boolean =>
  language === 'zh'
    ? !NOT_BEFORE_CHINESE.has(tokens[phrase.from - 1]?.text ?? '') && !isPossessive(tokens, phrase.to)
    : !notBeforeASource.has(wordBefore(tokens, phrase.from)) && !isPossessive(tokens, phrase.to)

/** Whether two names are of different parties, as far as can be told. */
export const isOther = (
  first: Pick<Mention, 'party' | 'never'>,
  second: Pick<Mention, 'party' | 'never'>
): boolean =>
  first.party !== null && second.party !== null
    ? first.party !== second.party
    : first.never.join() !== second.never.join()

const joinedByAnd = (
  tokens: readonly Token[],
  first: Mention,
  second: Mention,
  language: Language
): boolean => {
  const words = tokens.slice(first.to, second.from).map(({ text }) => text)
  if (language === 'zh') return words.length === 1 && /^[和同与]$/u.test(words[0] ?? '')
  return words.includes('and') && words.length <= 1 + NEAR
}

/** Names, pronouns and "the two sides" before a token that no preposition or possessive governs, in order. */
const candidatesBefore = (
  tokens: readonly Token[],
  limit: number,
  mentions: readonly Mention[],
  cues: readonly PhraseMatch<Cue>[],
  language: Language
): Subject[] => {
  const named = namePhrases(
    mentions.filter((mention) => mention.to <= limit),
    tokens
  )
  const candidates: Subject[] = []
  for (const [at, phrase] of named.entries()) {
    const before = named[at - 1]
    if (before && isOther(before, phrase) && joinedByAnd(tokens, before, phrase, language)) {
      const place = { start: before.start, end: phrase.end, from: before.from, to: phrase.to }
      if (isSourcePlace(tokens, place, language)) {
        candidates.pop()
        candidates.push({ kind: 'together', ...place })
      }
    } else if (isSourcePlace(tokens, phrase, language)) {
      const { kind, start, end, from, to, party, never, chinese } = phrase
      const form = chinese === undefined ? {} : { chinese }
      candidates.push({ kind: 'party', named: kind, party, never, ...form, start, end, from, to })
    }
  }
  for (const { value, start, end, from, to } of cues) {
    if (to > limit || value === 'meeting') continue
    // "The call" and "their talks" are subjects of narration; "consultations on …" may be part of a statement.
    if (value === 'meetingNoun' && language === 'en' && !ARTICLES.has(tokens[from - 1]?.text ?? '')) continue
    if (isSourcePlace(tokens, { from, to }, language)) candidates.push({ kind: value, start, end, from, to })
  }
  return candidates.sort((a, b) => a.from - b.from)
}

/** A name this near its verb is its subject, even where another opens the sentence. */
const DIRECT = 2

/**
 * The subject of a clause: whoever stands right before its verb, else whoever opens the sentence. A country right
 * before a verb may be the object of the clause before ("... to contain China, and hopes ...").
 *
 * @param limit token index of the verb
 */
export const subjectBefore = (...args: Parameters<typeof candidatesBefore>): Subject | null => {
  const candidates = candidatesBefore(...args)
  const last = candidates.at(-1)
  if (!last) return null
  const isCountry = last.kind === 'party' && last.named === 'party'
  return !isCountry && args[1] - last.to <= DIRECT ? last : (candidates[0] ?? null)
}

/** The first candidate at the head of a Chinese sentence that has no reporting verb. */
export const firstSubject = (
  head: readonly Token[],
  mentions: readonly Mention[],
  cues: readonly PhraseMatch<Cue>[]
): Subject | null => candidatesBefore(head, head.length, mentions, cues, 'zh')[0] ?? null

/** Whether the second of two who are named together is another than the first. */
export const isAnother = (first: Subject, other: Subject): boolean => {
  if (first === other) return false
  if (first.kind === 'party' && other.kind === 'party') return isOther(first, other)
  return first.kind !== other.kind && first.kind !== 'meetingNoun' && other.kind !== 'meetingNoun'
}

/** Token indices of a part of the sentence. */
export const placeOf = (tokens: readonly Token[], { start, end }: Span): { from: number; to: number } => {
  const from = tokens.findIndex((token) => token.end > start)
  const after = tokens.findIndex((token) => token.start >= end)
  return { from: Math.max(0, from), to: after < 0 ? tokens.length : after }
}
