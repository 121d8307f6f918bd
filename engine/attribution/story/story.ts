import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import { standardLexicon, type Lexicon } from '../../lexicon/lexicon.ts'
import { inSimplified } from '../../text/fold.ts'
import {
  SIDES,
  type InputProblem,
  type Language,
  type ReadoutText,
  type Side,
  type Span,
  type StatementSource,
  type StoryMeeting,
  type StoryOrigin
} from '../../model.ts'
import { detectLanguage } from '../../text/language.ts'
import { segment, type SentenceSpan } from '../../text/segment.ts'
import { BLANK } from './clause.ts'
import { meetingsIn, type PartOfStory, type StoryRead } from './meetings.ts'
import type { Told, Unit } from './signs.ts'
import type { Source } from './source-type.ts'
import { isQuoted, quotedParts, unquoted } from './quotes.ts'
import { Sources } from './source.ts'
import { likeliestStory } from './story-roles.ts'

/**
 * A news story that reports what two sides said, taken apart: the sentences that report a statement of one side, direct
 * or indirect, become that side's text; the journalist's own narration and everyone else's words stay out.
 */

/** A statement that the story reports; offsets into the story. */
export interface Statement extends Span {
  /** Of both where the two sides made it together: it stands in the text of each. */
  side: Side | 'both'
  /** The words that name its source: "Blinken said", "according to a Foreign Ministry readout". */
  attributedTo: string
  paragraph: number
  /** The meeting that it belongs to, where the story tells of several; null for one that belongs to none of them. */
  meeting: string | null
}

type Meeting = Pick<StoryMeeting, 'id' | 'name'>

export type Story =
  | {
      ok: true
      texts: Record<Side, ReadoutText>
      statements: Statement[]
      narration: Span[]
      /** The meetings that it tells of, the chief one first; none where there is nothing to tell apart. */
      meetings: Meeting[]
    }
  | { ok: false; problem: InputProblem }

const NAME_AND_PARTICIPLE = '(?=(?:\\p{Lu}[\\p{L}.]* ){1,4}(?:\\p{Ll}+ly )?\\p{Ll}+ing\\b)'
/** Where the first of the two begins, behind what happened. */
const AT_THE_TIME = new RegExp(`, (?=with ${NAME_AND_PARTICIPLE})`, 'u')
/** "with Biden saying no *and* Xi warning of more": two who did something at the time. */
const TWO_AT_THE_TIME = ` and ${NAME_AND_PARTICIPLE}`
const CONNECTORS = new RegExp(
  `[,;，；${BLANK}]\\s*(?:${cues.connectors.join('|')})\\s+|[，；](?=而|但|[^，。；]{2,6}则)|;\\s+(?=\\p{Lu})|${TWO_AT_THE_TIME}`,
  'gu'
)

/** "*While* Renner said the list was short, Gao said it was long": what opens a sentence that sets two against each other. */
const SET_AGAINST = new RegExp(`^(?:${cues.setAgainst.join('|')})\\b`, 'iu')
const COMMA = /,\s+/gu

/** Most paragraphs of a quote that are looked through for its attribution. */
const MOST_PARTS = 12

/** The quote that a sentence opens and that goes on at least as long. */
const quoteFrom = (quotes: readonly Span[], sentence: Span): Span | undefined =>
  quotes.find(({ start, end }) => start === sentence.start && end >= sentence.end)

const CLOSING = new RegExp(`(?:${cues.closing.join('|')})。$`, 'u')

/** Chinese ends a quote with a stop of its own and names the speaker after it: “……。”他说。 The two are one. */
const withAttributions = (text: string, sentences: readonly SentenceSpan[]): SentenceSpan[] => {
  const whole: SentenceSpan[] = []
  for (const sentence of sentences) {
    const before = whole.at(-1)
    const isAttribution =
      before?.end === sentence.start &&
      /[”」]$/u.test(text.slice(0, before.end)) &&
      CLOSING.test(text.slice(sentence.start, sentence.end))
    if (before && isAttribution) whole[whole.length - 1] = { ...before, end: sentence.end }
    else whole.push(sentence)
  }
  return whole
}

/** "What did Beijing say?": a question of the journalist's own. */
const isQuestion = (plain: string): boolean => /[?？]\s*$/u.test(plain) && !plain.includes(BLANK)

/** Lines of a summary or a headline over a part: no sentences, whatever verbs are in them. */
const isHeading = (sentence: string): boolean =>
  !/[\p{Ll}\p{Lo}]/u.test(sentence) ||
  !/[.!?…。！？,:;，：；—–-]["'”’」』)）\]]*\s*$|["”’」』]\s*$/u.test(sentence)

/** "Renner: We made progress.": whose words a paragraph gives, as interviews are printed. */
const LABEL = /^([\p{L}\p{M}. ’'-]{2,40})[:：](?=\s|["“「]|\p{Script=Han})/u

/** Letters of a sentence that somebody wrote to be read; what is longer is looked for no source. */
const LONGEST_SENTENCE = 1500

/** A sentence of a story, or a part of one in which a statement of another side begins. */
export interface Part extends Span {
  paragraph: number
  /** Place of its sentence in the story. */
  sentence: number
  /** Null for a heading, a question and silence. */
  unit: Unit | null
  /** The words that name its source. */
  attributedTo: string
}

/** How a part without a source of its own is somebody's: by what stands at the end of its quote, or by what was heard. */
const howWithout = (atItsEnd: Source | null | undefined, found: Source | null): Told['how'] => {
  if (atItsEnd === null) return 'of a third'
  if (atItsEnd) return 'at its end'
  return found ? 'goes on' : 'none'
}

/** One reading of a story, from its beginning to its end. */
class Reading {
  /** As it stands, and as it is read: in simplified characters. */
  readonly #original: string
  readonly #text: string
  readonly #sources: Sources

  constructor(text: string, lexicon: Lexicon) {
    this.#original = text
    this.#text = inSimplified(text)
    this.#sources = new Sources(this.#text, lexicon)
  }

  /** The words that name a source, as they stand in the story, but for what is quoted between them. */
  #wordsOf(said: string, plain: string, start: number): string {
    const at = plain.indexOf(said)
    const words =
      at < 0
        ? said.replaceAll(BLANK, '')
        : Array.from({ length: said.length }, (_, index) =>
            said.charAt(index) === BLANK ? '' : this.#original.charAt(start + at + index)
          ).join('')
    return words.trim()
  }

  /** A sentence cut where another side's statement begins inside it. */
  #clauses({ start, end }: Span, quotes: readonly Span[]): { span: Span; source: Source | null }[] {
    const plain = unquoted(this.#text.slice(start, end), start, quotes)
    for (const match of [
      ...plain.matchAll(CONNECTORS),
      ...(SET_AGAINST.test(plain) ? plain.matchAll(COMMA) : [])
    ]) {
      // "U.S. officials have long said the curbs are narrow, while China calls them “…”": a source beside the other's quote.
      const before = this.#sources.find(plain.slice(0, match.index)) ?? this.#sources.find(plain)
      const after = this.#sources.findAfter(before, plain.slice(match.index + match[0].length))
      if (!before || !after || before.side === after.side) continue
      const isAtTheTime = match[0].startsWith(' ')
      const lead = AT_THE_TIME.exec(plain.slice(0, match.index))?.index ?? -1
      const happened = lead > 0 && this.#sources.find(plain.slice(0, lead)) === null ? lead + 1 : 0
      return [
        ...(happened > 0 ? [{ span: { start, end: start + happened }, source: null }] : []),
        {
          span: {
            start: start + (happened > 0 ? happened + 1 : 0),
            end: start + match.index + (isAtTheTime ? 0 : 1)
          },
          source: before
        },
        { span: { start: start + match.index + match[0].length, end }, source: after }
      ]
    }
    return [{ span: { start, end }, source: this.#sources.findWhole(plain) }]
  }

  /** Whoever a paragraph is labelled with, if it is somebody of a side by name. */
  #labelled(words: string): Source | null {
    const label = LABEL.exec(words)?.[1]
    return label === undefined ? null : this.#sources.named(label)
  }

  /**
   * "“We waited. *We were patient,” Renner said.*": whose the first sentence of a quote is that is attributed at its end;
   * null where somebody of neither side is, undefined where nobody.
   */
  #atItsEnd(from: number, sentences: readonly Span[], quotes: readonly Span[]): Source | null | undefined {
    let at = from
    for (let parts = 0; parts < MOST_PARTS; parts++) {
      const sentence = sentences[at]
      const quote = sentence && quoteFrom(quotes, sentence)
      if (!quote) return undefined
      const first = at
      while (at < sentences.length && (sentences[at]?.end ?? 0) < quote.end) at++
      // A quote of several paragraphs is closed at the end of the last of them; each opens with a mark of its own.
      const isOpen = !/[”"」]/u.test(this.#text.charAt(quote.end - 1))
      if (isOpen) at++
      const last = sentences[at]
      const next = sentences[at + 1]
      const told =
        !isOpen && next && last?.end === quote.end
          ? this.#sources.ofQuoteBefore(this.#text.slice(next.start, next.end))
          : null
      if (told) return told
      if (!last || at === first || (isOpen && !quotes.some(({ start }) => start === last.start)))
        return undefined
      const behind = unquoted(this.#text.slice(last.start, last.end), last.start, quotes)
      const source = this.#sources.find(behind)
      if (source) return source
      if (this.#sources.speaks(behind)) return null
    }
    return undefined
  }

  /** The story with all whom it names, once its parts are read. */
  whole(): StoryRead {
    const isChinese = detectLanguage(this.#text) === 'zh'
    return { ...this.#sources.people(), quotes: quotedParts(this.#text), isChinese }
  }

  /** The parts of the story in order, each with whose it is by rule; null for those that are nobody's whatever they show. */
  parts(): Part[] {
    const sentences = withAttributions(this.#text, segment(this.#text, detectLanguage(this.#text)).sentences)
    const quotes = quotedParts(this.#text)
    const parts: Part[] = []
    let position = 0
    let lastParagraph = -1
    /** Whose words the paragraph gives by its label. */
    let labelled: Source | null = null
    /** Who was heard, or told of, in the sentence before: whose a quote without any attribution is. */
    let before: (Source & { paragraph: number }) | null = null
    for (const [at, { paragraph, ...sentence }] of sentences.entries()) {
      const words = this.#text.slice(sentence.start, sentence.end)
      const isNoSentence = words.length > LONGEST_SENTENCE || isHeading(words)
      if (isNoSentence || isQuestion(unquoted(words, sentence.start, quotes))) {
        parts.push({ ...sentence, paragraph, sentence: at, unit: null, attributedTo: '' })
        continue
      }
      if (paragraph !== lastParagraph) labelled = this.#labelled(words)
      const clauses = labelled ? [{ span: sentence, source: labelled }] : this.#clauses(sentence, quotes)
      for (const { span, source } of clauses) {
        const isQuote = isQuoted(span, quotes)
        const plain = unquoted(this.#text.slice(span.start, span.end), span.start, quotes)
        const atItsEnd =
          source === null && isQuote && span.start === sentence.start
            ? this.#atItsEnd(at, sentences, quotes)
            : undefined
        const goesOn: boolean =
          isQuote &&
          atItsEnd === undefined &&
          before !== null &&
          paragraph - before.paragraph <= 1 &&
          !this.#sources.speaks(plain)
        const found: Source | null = source ?? atItsEnd ?? (goesOn ? before : null)
        position = paragraph === lastParagraph ? position + 1 : 0
        lastParagraph = paragraph
        const how = labelled ? 'labelled' : source ? 'named' : howWithout(atItsEnd, found)
        const unit = this.#sources.unitOf(plain, { side: found?.side ?? null, how, position })
        const said = found?.said ?? unit?.source ?? ''
        const attributedTo = this.#wordsOf(said, plain, span.start)
        parts.push({ ...span, paragraph, sentence: at, unit, attributedTo })
        if (!found) {
          const about = this.#sources.about(plain)
          // Somebody else's words: "she said" after them is not the side's.
          if (about !== undefined) this.#sources.heard(about?.side ?? null, about?.said, plain)
          before = about ? { ...about, paragraph } : null
          continue
        }
        before = { side: found.side, said: found.said, paragraph }
        this.#sources.heard(found.side, found.said, plain)
      }
    }
    return parts
  }
}

/** The parts of a story, for whatever weighs them. */
export const partsOfStory = (text: string, lexicon: Lexicon = standardLexicon): Part[] =>
  new Reading(text, lexicon).parts()

/** The parts of a story, each with whose statement it is by what it shows. */
const toldIn = (parts: readonly Part[], language: Language): PartOfStory[] => {
  const roles = likeliestStory(
    parts.flatMap(({ unit }) => unit ?? []),
    language
  )
  let at = 0
  return parts.map(({ unit, ...part }) => {
    const role = unit ? (roles[at++] ?? 'nobody') : 'nobody'
    return { ...part, isAside: unit === null, side: role === 'nobody' ? null : role }
  })
}

/** A side's statements as a text of its own, in the order of the story. */
const textOfSide = (
  { text: story, name, report, sha256 }: ReadoutText,
  statements: readonly Statement[],
  meetings: Pick<StoryOrigin, 'meetings' | 'ofNone' | 'meeting'>
): ReadoutText => {
  let text = ''
  let paragraph: number | undefined
  const sources: StatementSource[] = []
  for (const { start, end, attributedTo, paragraph: own, meeting } of statements) {
    if (text !== '') text += own === paragraph ? ' ' : '\n\n'
    paragraph = own
    sources.push({ at: text.length, start, end, attributedTo, ...(meeting === null ? {} : { meeting }) })
    text += story.slice(start, end)
  }
  return {
    name,
    text,
    story: { text: story, sources, ...meetings },
    ...(report && { report }),
    ...(sha256 !== undefined && { sha256 })
  }
}

/** What is wrong with a story, or a meeting that it tells of, of which one side is not quoted. */
const oneSided = (name: string, meeting: Meeting | undefined): Story => ({
  ok: false,
  problem: {
    code: 'one-sided-story',
    name,
    message: meeting
      ? `“${name}” does not report statements of both sides on the meeting ${meeting.name}. Choose another meeting, or compare the whole story.`
      : `“${name}” does not report statements of both sides. Choose a story that quotes the United States and China, or compare two readouts.`
  }
})

/**
 * Takes a story apart into the two sides' statements.
 *
 * @param chosen id of the meeting whose statements alone are wanted, of a story that tells of several; one that it does
 *   not tell of is as none
 * @returns each side's statements as a text of its own, in the order of the story; or, where one side is not quoted at
 *   all, what is wrong with it
 */
export const readStory = (story: ReadoutText, lexicon: Lexicon = standardLexicon, chosen?: string): Story => {
  const reading = new Reading(story.text, lexicon)
  const parts = toldIn(reading.parts(), detectLanguage(story.text))
  const { meetings, of } = meetingsIn(parts, reading.whole())
  const statements = parts.flatMap(({ start, end, side, attributedTo, paragraph }, at): Statement[] =>
    side ? [{ start, end, side, attributedTo, paragraph, meeting: meetings[of[at] ?? -1]?.id ?? null }] : []
  )
  const narration = parts.flatMap(({ start, end, side }) => (side ? [] : [{ start, end }]))
  const compared = meetings.find(({ id }) => id === chosen)
  const texts = { us: textOf('us'), cn: textOf('cn') }
  return SIDES.some((side) => texts[side].text === '')
    ? oneSided(story.name, compared)
    : { ok: true, texts, statements, narration, meetings }

  function textOf(place: Side): ReadoutText {
    const own = statements.filter(({ side }) => side === place || side === 'both')
    const spansOf = (id: string | null): Span[] =>
      own.filter(({ meeting }) => meeting === id).map(({ start, end }) => ({ start, end }))
    const told = meetings.map(({ id, name }) => ({ id, name, statements: spansOf(id) }))
    return textOfSide(story, compared ? own.filter(({ meeting }) => meeting === compared.id) : own, {
      ...(told.length > 0 ? { meetings: told, ofNone: spansOf(null) } : {}),
      ...(compared ? { meeting: compared.id } : {})
    })
  }
}
