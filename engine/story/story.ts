import { castOf, type Cast, type Mention } from '../attribute/cast.ts'
import cues from '../lexicon/data/story-cues.json' with { type: 'json' }
import { standardLexicon, type Lexicon } from '../lexicon/lexicon.ts'
import { parties } from '../lexicon/parties.ts'
import { PhraseMatcher } from '../match/phrases.ts'
import { tokenise, type Token } from '../match/tokens.ts'
import type { InputProblem, ReadoutText, Side, Span, StatementSource } from '../model.ts'
import { detectLanguage } from '../recognise/language.ts'
import { segment } from '../segment/segment.ts'

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

const words = (list: readonly string[]): ReadonlySet<string> =>
  new Set(list.map((word) => word.toLowerCase()))
const OUTSIDERS = words(cues.outsiders)
const OUTLETS = words(cues.outlets)
const PRONOUNS = words(cues.pronouns)
/** Before a verb: what a government has long been saying, and not what it said now. */
const BACKGROUND = words(cues.background)
const SPOKESPEOPLE = words(cues.spokespeople)
const ACCORDING = cues.accordingTo.map((phrase) => phrase.split(' '))
const CONNECTORS = new RegExp(`[,;，；]\\s*(?:${cues.connectors.join('|')})\\s+|[，；](?=而|但)`, 'giu')

/** A source stands at most so many tokens before its verb, or after it. */
const REACH = 9
/** A source opens its clause, but for a title, an article or a place in time before it. */
const OPENING = 8

/** Where quotation marks are open, for each offset asked; an unclosed one runs on into the next paragraph. */
const quotedParts = (text: string): Span[] =>
  [...text.matchAll(/“[^”]*(?:”|$)|"[^"\n]*(?:"|$)|「[^」]*(?:」|$)/gmu)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length
  }))

/** Stands where a quote was: neither letter nor punctuation mark. */
const BLANK = '\uFFFC'

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

/** In a story an issuer is a source as an office is: "the State Department said". */
const issuers = new PhraseMatcher(
  parties.flatMap(({ id, issuers: names }) => names.map((phrase) => ({ phrase, value: id })))
)
const mentionsIn = (cast: Cast, tokens: readonly Token[], text: string): Mention[] =>
  [
    ...cast.mentionsIn(tokens, text),
    ...issuers.findLongest(tokens).map(({ value, ...place }) => ({
      ...place,
      kind: 'office' as const,
      party: value,
      never: [],
      text: text.slice(place.start, place.end)
    }))
  ].sort((a, b) => a.from - b.from)

interface Source {
  side: Side
  said: string
}

const sideOf = ({ party, never }: Mention, last: Side | null): Side | null => {
  if (party === 'us' || party === 'cn') return party
  if (party !== null) return null
  if (never.includes('us')) return 'cn'
  if (never.includes('cn')) return 'us'
  return last
}

class Reading {
  readonly #text: string
  readonly #cast: Cast
  readonly #lexicon: Lexicon
  readonly #names: ReadonlyMap<string, Side>
  /** Who spoke last: what "he said" refers to, and "the spokesman". */
  last: Side | null = null

  constructor(text: string, cast: Cast, lexicon: Lexicon) {
    this.#text = text
    this.#cast = cast
    this.#lexicon = lexicon
    this.#names = this.#introduced()
  }

  /**
   * Names that the story gives with an office of one side: "Foreign Minister Gu Mingche", later "Gu". Of two or three
   * words either end may be the surname; one that both sides have tells nothing.
   */
  #introduced(): Map<string, Side> {
    const names = new Map<string, Side>()
    const both = new Set<string>()
    const tokens = tokenise(this.#text)
    const mentions = mentionsIn(this.#cast, tokens, this.#text)
    const isParty = new Set(
      mentions.flatMap(({ kind, from, to }) => (kind === 'party' ? tokens.slice(from, to) : []))
    )
    for (const { kind, party, to } of mentions) {
      if ((party !== 'us' && party !== 'cn') || kind === 'person') continue
      let at = to
      // "Foreign Ministry spokesperson, Tang Lian,"
      while (at < to + 2 && SPOKESPEOPLE.has(tokens[at]?.text ?? '')) at++
      const name = []
      for (let index = at; index < at + 3; index++) {
        const token = tokens[index]
        const gap = this.#text.slice(tokens[index - 1]?.end ?? 0, token?.start ?? 0)
        if (
          !token?.capital ||
          isParty.has(token) ||
          !/^\s+(?:\p{Lu}\.\s+)?$|^, $/u.test(gap) ||
          (index > at && gap === ', ')
        )
          break
        name.push(token.text)
      }
      if (name.length < 2) continue
      for (const word of [name[0], name.at(-1)])
        if (word !== undefined) {
          if (names.has(word) && names.get(word) !== party) both.add(word)
          names.set(word, party)
        }
    }
    for (const word of both) names.delete(word)
    return names
  }

  /** Who is named between two tokens as a source; null for nobody, or somebody who speaks for neither side. */
  #named(plain: string, tokens: readonly Token[], from: number, to: number): Side | null {
    const part = tokens.slice(from, to)
    const [first, final] = [part[0], part.at(-1)]
    if (!first || !final) return null
    if (part.some(({ text }) => OUTSIDERS.has(text))) return null
    const phrase = plain.slice(first.start, final.end)
    const mentions = mentionsIn(this.#cast, part, plain)
    // Another government's office is nobody's here: "Japan's foreign ministry".
    const [opening] = mentions
    if (opening?.party && opening.party !== 'us' && opening.party !== 'cn') return null
    const telling = mentions.find(({ party }) => party !== null) ?? mentions[0]
    if (telling) return sideOf(telling, this.last)
    const surname = part.find(({ text, capital }) => capital && this.#names.has(text))
    if (surname) return this.#names.get(surname.text) ?? null
    const alone = part.filter(({ text }) => text !== 'the' && text !== 'a' && text !== 'also')
    if (alone.some(({ text }) => PRONOUNS.has(text)) && alone.length <= 2) return this.last
    if (
      alone.some(({ text }) => SPOKESPEOPLE.has(text) || OUTLETS.has(text)) &&
      !/\p{Lu}\p{L}+\s+\p{Lu}/u.test(phrase)
    )
      return this.last
    return null
  }

  /** The first source in a clause: "according to …", a subject before its verb, or one after it ("…,” said Blinken"). */
  #sourceIn(plain: string): Source | null {
    const tokens = tokenise(plain)
    for (const phrase of ACCORDING)
      for (const [at] of tokens.entries())
        if (phrase.every((word, offset) => tokens[at + offset]?.text === word)) {
          const from = at + phrase.length
          const side = this.#named(plain, tokens, from, from + REACH)
          if (side) return { side, said: this.#cut(plain, tokens, at, from + REACH) }
        }
    const language = /\p{Script=Han}/u.test(plain) ? 'zh' : 'en'
    for (const verb of this.#lexicon.verbs[language].findLongest(tokens)) {
      if ([verb.from - 1, verb.from].some((at) => BACKGROUND.has(tokens[at]?.text ?? ''))) continue
      const before = this.#clauseStart(plain, tokens, verb.from)
      const side = this.#named(plain, tokens, Math.max(before, verb.from - REACH), verb.from)
      if (side)
        return { side, said: plain.slice(tokens[Math.max(before, verb.from - REACH)]?.start ?? 0, verb.end) }
      // The subject lies behind words set in: "Blinken, who arrived on Sunday, said".
      const opening =
        before > 0
          ? this.#named(plain, tokens, 0, Math.min(OPENING, this.#clauseEnd(plain, tokens, 0)))
          : null
      const setIn = before > 0 && /[,，]\s*$/u.test(plain.slice(0, tokens[verb.from]?.start ?? 0))
      if (opening && setIn) return { side: opening, said: plain.slice(tokens[0]?.start ?? 0, verb.end) }
      // After a quote the verb may come first.
      if (/\uFFFC[\s,，]*$/u.test(plain.slice(0, verb.start))) {
        const to = Math.min(verb.to + REACH, this.#clauseEnd(plain, tokens, verb.to))
        const after = this.#named(plain, tokens, verb.to, to)
        if (after) return { side: after, said: this.#cut(plain, tokens, verb.from, to) }
      }
    }
    return null
  }

  #cut(plain: string, tokens: readonly Token[], from: number, to: number): string {
    const start = tokens[from]?.start ?? 0
    const end = tokens[Math.min(to, this.#clauseEnd(plain, tokens, from)) - 1]?.end ?? plain.length
    return plain.slice(start, end)
  }

  /** Index of the first token of the clause that a token stands in. */
  #clauseStart(plain: string, tokens: readonly Token[], at: number): number {
    for (let index = at; index > 0; index--) {
      const between = plain.slice(tokens[index - 1]?.end ?? 0, tokens[index]?.start ?? 0)
      if (/[,;:，；：\uFFFC—]/u.test(between)) return index
    }
    return 0
  }
  #clauseEnd(plain: string, tokens: readonly Token[], at: number): number {
    for (let index = at + 1; index < tokens.length; index++) {
      const between = plain.slice(tokens[index - 1]?.end ?? 0, tokens[index]?.start ?? 0)
      if (/[,;:，；：\uFFFC—]/u.test(between)) return index
    }
    return tokens.length
  }

  /** A sentence cut where another side's statement begins inside it. */
  #clauses({ start, end }: Span, quotes: readonly Span[]): { span: Span; source: Source | null }[] {
    const plain = unquoted(this.#text.slice(start, end), start, quotes)
    for (const match of plain.matchAll(CONNECTORS)) {
      const before = this.#sourceIn(plain.slice(0, match.index))
      const after = this.#sourceIn(plain.slice(match.index + match[0].length))
      if (before && after && before.side !== after.side)
        return [
          { span: { start, end: start + match.index + 1 }, source: before },
          { span: { start: start + match.index + match[0].length, end }, source: after }
        ]
    }
    return [{ span: { start, end }, source: this.#sourceIn(plain) }]
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
          if (covered > 0 || tokenise(own).some(({ text }) => OUTSIDERS.has(text))) this.last = null
          continue
        }
        before = {
          ...span,
          side: found.side,
          attributedTo: found.said.replaceAll(BLANK, '').trim(),
          paragraph
        }
        statements.push(before)
        this.last = found.side
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
  const { statements, narration } = new Reading(story.text, castOf([story.text]), lexicon).statements()
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
