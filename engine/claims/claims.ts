import type { AttributionContext } from '../attribution/stands-for.ts'
import type { SentenceDraft } from '../draft.ts'
import { claimCues, told, type ClaimCue } from '../lexicon/claim-cues.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { NARRATION_TOPIC } from '../lexicon/topics.ts'
import { otherSide, type Claim, type Language, type Span } from '../model.ts'
import type { Word } from '../syntax/word.ts'
import type { Document, DocumentSentence } from '../text/document.ts'
import type { PhraseMatch } from '../text/phrases.ts'
import { overlaps, within } from '../text/spans.ts'
import { Actors, type Actor } from './actors.ts'
import { chineseParts } from './chinese-parts.ts'
import { englishParts } from './english-parts.ts'
import { figuresIn } from './figures.ts'
import { readKind, subjectOf, type Reading } from './kinds.ts'
import type { Part } from './part.ts'

/** What a sentence says, as values. */

/** Words that a name covers are its words, whatever the tagger takes them for. */
const withNames = (words: readonly Word[], names: readonly Span[]): Word[] =>
  words.map((word) =>
    word.capital && word.pos !== 'PUNCT' && names.some((name) => overlaps(name, word))
      ? { ...word, pos: 'PROPN' }
      : word
  )

/** Behind a lead of Chinese no more than this many characters may stand: 王毅强调*说*. */
const LEAD_REST = 1

/** Two words with capitals, or an abbreviation, behind the first: a name. */
const NAMED = /^\S+\s.*(?:\p{Lu}\p{Ll}+ \p{Lu}|\p{Lu}{2,})|^\p{Lu}{2,}/u
/** Acts with which a clause leads in what is said: 强调, 指出. */
/** "Asked about the list, and *was told that*" */
const TOLD = new RegExp(`\\b(?:was|were) (?:\\p{Ll}+ )?(?:${told.join('|')}) that\\s*$`, 'u')
/** "*Should the mines not* be gone by May, …": an auxiliary ahead of its subject makes a condition. */
const INVERTED = /^(?:Should|Were|Had) (?!(?:be|been|have|not|only)\b)\p{L}/u
const LEADING = new Set(['inform', 'criticise', 'warn'])
const GOING_ON = new Set<Claim['kind']>(['demand', 'hope', 'commitment'])
const RULING = new Set<ClaimCue>(['demand', 'hope', 'commitment'])
/** What tells of an act tells of it in front of a subject, too, and then of nobody's who is the subject. */
const OF_ACTS = new Set<ClaimCue>(['demand', 'commitment'])

class SentenceClaims {
  readonly #sentence: DocumentSentence
  readonly #draft: SentenceDraft
  readonly #text: string
  readonly #language: Language
  readonly #context: AttributionContext
  readonly #lexicon: Lexicon
  readonly #cues: readonly PhraseMatch<ClaimCue>[]

  constructor(
    sentence: DocumentSentence,
    draft: SentenceDraft,
    { text, language }: Document,
    context: AttributionContext,
    lexicon: Lexicon
  ) {
    this.#sentence = sentence
    this.#draft = draft
    this.#text = text
    this.#language = language
    this.#context = context
    this.#lexicon = lexicon
    this.#cues = claimCues[language].findLongest(sentence.tokens)
  }

  claims(): Claim[] {
    const actors = new Actors(this.#sentence, this.#text, this.#language, this.#context)
    const verbs = this.#context.verbs[this.#language].findLongest(this.#sentence.tokens)
    const claims: Claim[] = []
    let inherited: Actor | null = null
    for (const part of this.#parts()) {
      const before = claims.at(-1)
      const ruling = part.governor ?? part.leading
      // "*Pressed* on it, the General committed to a call": what is put before whoever acts rules nothing.
      const own = { start: part.subject?.start ?? part.span.start, end: part.span.end }
      const verb =
        verbs.find((match) => within(match, ruling)) ??
        verbs.find((match) => within(match, own)) ??
        verbs.find((match) => within(match, part.span))
      const content = { start: Math.max(part.lead.end, part.span.start), end: part.span.end }
      const cuesIn = (span: Span): PhraseMatch<ClaimCue>[] => this.#cues.filter((cue) => within(cue, span))
      const figures = figuresIn(this.#text, part.span, this.#language)
      const about = this.#concepts(part.span)
      const { attribution } = this.#draft
      const speaker = this.#speakerOf(part)
      const addressee = attribution.addressee?.speaker ?? null
      const condition = this.#condition(part) ?? this.#conditionAhead(before, part)
      const act = verb?.value.act ?? null
      const reading: Reading = {
        part,
        speaker,
        act,
        outer: [...(part.governor ? cuesIn(part.governor) : []), ...cuesIn(part.leading)],
        inner: cuesIn(content).filter(
          (cue) =>
            (condition === null || !within(cue, condition)) &&
            (cue.start >= own.start || !OF_ACTS.has(cue.value))
        ),
        actors,
        issuer: this.#context.side,
        inherited,
        addressee,
        hasFigure: figures.length > 0,
        isNamedOther:
          part.subject !== null && NAMED.test(this.#text.slice(part.subject.start, part.subject.end)),
        isChinese: this.#language === 'zh',
        tellsOfMeeting: about.topics.includes(NARRATION_TOPIC) || attribution.how === 'assumed',
        content: condition?.start === content.start ? { start: condition.end, end: content.end } : content
      }
      const read = readKind(reading)
      inherited = subjectOf(reading)
      // An item of a list is of the kind of the first: "to stop the sales, *lift the duties*".
      const isBare = part.tense === null && part.subject === null && before !== undefined
      const isItem = isBare && (part.governor !== null || this.#goesOn(reading, before))
      const governor = part.governor ?? (isItem ? this.#governing(before.span, before.governor) : null)
      claims.push({
        span: part.span,
        ...(part.lead.end > part.lead.start ? { lead: part.lead } : {}),
        ...(governor ? { governor } : {}),
        speaker,
        addressee,
        act: isItem ? before.act : act,
        ...(isItem ? { kind: before.kind, polarity: before.polarity, actor: before.actor } : read),
        topics: about.topics,
        concepts: about.concepts,
        figures,
        condition
      })
    }
    return claims
  }

  /** "Qin raised arms sales, and *the President told him* that …": whoever speaks in a part, where that is not whom its sentence is reported of. */
  #speakerOf({ span, lead, governor }: Part): Claim['speaker'] {
    const { speaker, attribution } = this.#draft
    const { source, within: other } = attribution
    // "*They were told that* the list stays": by those across the table.
    const isToldTo = [lead, governor].some(
      (words) => words && TOLD.test(this.#text.slice(words.start, words.end))
    )
    if (isToldTo && (speaker === 'us' || speaker === 'cn')) return otherSide(speaker)
    return other && source && within(other.source, span) && !within(source, span) ? other.speaker : speaker
  }

  /** Whether a Chinese clause that says nothing of itself goes on with a demand, a hope or a commitment before it. */
  #goesOn({ isChinese, inner, actors, content, part }: Reading, { kind }: Claim): boolean {
    return (
      isChinese &&
      GOING_ON.has(kind) &&
      actors.subjectIn(content) === null &&
      inner.every(({ value }) => value === 'demand' || value === 'condition') &&
      part.lead.end === part.lead.start
    )
  }

  /** The beginning of a Chinese clause to the word that asks, hopes or promises: 希望, 美方应. */
  #governing(span: Span, before: Span | undefined): Span | null {
    if (before) return before
    const last = this.#cues.find((cue) => within(cue, span) && RULING.has(cue.value))
    return last ? { start: span.start, end: last.end } : null
  }

  #parts(): Part[] {
    if (this.#language === 'en') {
      const { verb } = this.#draft.attribution
      const names = this.#context.entities.mentionsIn(this.#sentence.tokens, this.#text)
      return englishParts(withNames(this.#sentence.words, names), verb?.act === 'raise')
    }
    const verbs = this.#context.verbs.zh.findLongest(this.#sentence.tokens)
    return chineseParts(this.#text, this.#sentence, this.#sentence.tokens, (piece) =>
      verbs.some(
        (verb) =>
          verb.end <= piece.end &&
          verb.end >= piece.end - LEAD_REST &&
          LEADING.has(verb.value.act) &&
          !this.#cues.some((cue) => (cue.value === 'oppose' || cue.value === 'view') && within(cue, piece)) &&
          verb.start >= piece.start
      )
    )
  }

  #concepts(span: Span): Pick<Claim, 'topics' | 'concepts'> {
    const uses = this.#lexicon
      .conceptsIn(this.#sentence.tokens)
      .filter(({ spans }) => spans.some((place) => within(place, span)))
    return {
      topics: [...new Set(uses.map(({ concept }) => concept.topic))],
      concepts: uses.map(({ concept }) => concept.id)
    }
  }

  /**
   * "*If the mines are not gone by May 1,* the two will clear them *and escort* ships": a clause of its own, and a condition
   * of the next, and of what goes on with that one's subject.
   */
  #conditionAhead(before: Claim | undefined, { span, subject, governor }: Part): Span | null {
    if (!before?.condition || governor) return null
    const { start, end } = before.span
    const { condition } = before
    const gap = this.#text.slice(end, span.start)
    if (condition.start === start && condition.end === end) return /^[,，]\s*$/u.test(gap) ? condition : null
    const isFronted = condition.start <= start && condition.end < end
    return isFronted && subject === null && /^(?:[,，]\s*)?(?:(?:and|but)\s+)?$/u.test(gap) ? condition : null
  }

  /** From the word that makes a condition to the end of its clause. */
  #condition({ span, lead }: Part): Span | null {
    if (INVERTED.test(this.#text.slice(span.start, span.end))) {
      const comma = this.#text.indexOf(',', span.start)
      if (comma > 0 && comma <= span.end) return { start: span.start, end: comma }
    }
    const cue = this.#cues.find(
      ({ value, start, end }) =>
        value === 'condition' && start >= span.start && end <= span.end && start >= lead.start
    )
    if (!cue) return null
    const rest = this.#text.slice(cue.end, span.end)
    const stop = rest.search(/[,;，；]/u)
    return { start: cue.start, end: stop < 0 ? span.end : cue.end + stop }
  }
}

/**
 * What a sentence says, one value a claim, in the order of its words: whole clauses that do not overlap, with joining
 * words between them.
 */
export const claimsOf = (
  sentence: DocumentSentence,
  draft: SentenceDraft,
  document: Document,
  context: AttributionContext,
  lexicon: Lexicon
): Claim[] => new SentenceClaims(sentence, draft, document, context, lexicon).claims()
