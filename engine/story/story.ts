import cues from '../lexicon/data/story-cues.json' with { type: 'json' }
import { standardLexicon, type Lexicon } from '../lexicon/lexicon.ts'
import { tokenise } from '../match/tokens.ts'
import type { InputProblem, ReadoutText, Side, Span, StatementSource } from '../model.ts'
import { detectLanguage } from '../recognise/language.ts'
import { segment } from '../segment/segment.ts'
import { namesOutsider } from './names.ts'
import { BLANK, Sources, type Source } from './source.ts'

/**
 * A news story that reports what two sides said, taken apart: the sentences that report a statement of one side, direct
 * or indirect, become that side's text; the journalist's own narration and everyone else's words stay out.
 */

/** A statement that the story reports; offsets into the story. */
export interface Statement extends Span {
  side: Side
  /** The words that name its source: "Blinken said", "according to a Foreign Ministry readout". */
  attributedTo: string
  paragraph: number
}

export type Story =
  | { ok: true; texts: Record<Side, ReadoutText>; statements: Statement[]; narration: Span[] }
  | { ok: false; problem: InputProblem }

const CONNECTORS = new RegExp(`[,;，；]\\s*(?:${cues.connectors.join('|')})\\s+|[，；](?=而|但)`, 'giu')

/** Where quotation marks are open, for each offset asked; an unclosed one runs on into the next paragraph. */
const quotedParts = (text: string): Span[] =>
  [...text.matchAll(/“[^”]*(?:”|$)|"[^"\n]*(?:"|$)|「[^」]*(?:」|$)/gmu)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length
  }))

/** The same text with what is inside quotation marks blanked, so that no verb in a quote reports anything. */
const unquoted = (sentence: string, start: number, quotes: readonly Span[]): string => {
  let plain = sentence
  for (const quote of quotes) {
    const from = Math.max(0, quote.start - start)
    const to = Math.min(sentence.length, quote.end - start)
    if (from < to) plain = plain.slice(0, from) + BLANK.repeat(to - from) + plain.slice(to)
  }
  return plain
}

/** One reading of a story, from its beginning to its end. */
class Reading {
  readonly #text: string
  readonly #sources: Sources

  constructor(text: string, lexicon: Lexicon) {
    this.#text = text
    this.#sources = new Sources(text, lexicon)
  }

  /** A sentence cut where another side's statement begins inside it. */
  #clauses({ start, end }: Span, quotes: readonly Span[]): { span: Span; source: Source | null }[] {
    const plain = unquoted(this.#text.slice(start, end), start, quotes)
    for (const match of plain.matchAll(CONNECTORS)) {
      const before = this.#sources.find(plain.slice(0, match.index))
      const after = this.#sources.find(plain.slice(match.index + match[0].length))
      if (before && after && before.side !== after.side)
        return [
          { span: { start, end: start + match.index + 1 }, source: before },
          { span: { start: start + match.index + match[0].length, end }, source: after }
        ]
    }
    return [{ span: { start, end }, source: this.#sources.find(plain) }]
  }

  statements(): { statements: Statement[]; narration: Span[] } {
    const { sentences } = segment(this.#text, detectLanguage(this.#text))
    const quotes = quotedParts(this.#text)
    const statements: Statement[] = []
    const narration: Span[] = []
    let before: Statement | null = null
    for (const { paragraph, ...sentence } of sentences) {
      for (const { span, source } of this.#clauses(sentence, quotes)) {
        const inside = quotes.find(({ start, end }) => start <= span.start && end > span.start)
        const covered = quotes.reduce(
          (sum, { start, end }) => sum + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)),
          0
        )
        const quoted = inside !== undefined && covered > 0.7 * (span.end - span.start)
        // A quote that goes on, from the sentence or the paragraph before, is the same speaker's.
        const goesOn: boolean = quoted && before !== null && paragraph - before.paragraph <= 1
        const found: Source | null =
          source ?? (goesOn && before ? { side: before.side, said: before.attributedTo } : null)
        if (!found) {
          narration.push(span)
          before = null
          // Somebody else's words: "she said" after them is not the side's.
          const own = this.#text.slice(span.start, span.end)
          if (covered > 0 || namesOutsider(tokenise(own))) this.#sources.last = null
          continue
        }
        before = {
          ...span,
          side: found.side,
          attributedTo: found.said.replaceAll(BLANK, '').trim(),
          paragraph
        }
        statements.push(before)
        this.#sources.last = found.side
      }
    }
    return { statements, narration }
  }
}

const textOfSide = (story: ReadoutText, statements: readonly Statement[]): ReadoutText => {
  let text = ''
  let paragraph: number | undefined
  const sources: StatementSource[] = []
  for (const { start, end, attributedTo, paragraph: own } of statements) {
    if (text !== '') text += own === paragraph ? ' ' : '\n\n'
    paragraph = own
    sources.push({ at: text.length, start, end, attributedTo })
    text += story.text.slice(start, end)
  }
  return {
    name: story.name,
    text,
    story: { text: story.text, sources },
    ...(story.report ? { report: story.report } : {})
  }
}

/**
 * Takes a story apart into the two sides' statements.
 *
 * @returns each side's statements as a text of its own, in the order of the story; or, where one side is not quoted at
 *   all, what is wrong with it
 */
export const readStory = (story: ReadoutText, lexicon: Lexicon = standardLexicon): Story => {
  const { statements, narration } = new Reading(story.text, lexicon).statements()
  const of = (side: Side): Statement[] => statements.filter((statement) => statement.side === side)
  if (of('us').length === 0 || of('cn').length === 0)
    return {
      ok: false,
      problem: {
        code: 'one-sided-story',
        name: story.name,
        message: `“${story.name}” does not report statements of both sides. Choose a story that quotes the United States and China, or compare two readouts.`
      }
    }
  return {
    ok: true,
    texts: { us: textOfSide(story, of('us')), cn: textOfSide(story, of('cn')) },
    statements,
    narration
  }
}
