import { cues as attributionCues, type Cue } from '../attribution/cues.ts'
import { sideOf, type AttributionContext } from '../attribution/stands-for.ts'
import type { Mention } from '../entities/entity-index.ts'
import { everyone } from '../lexicon/claim-cues.ts'
import { thirds } from '../lexicon/framing.ts'
import type { Claim, Language, Side, Span } from '../model.ts'
import type { DocumentSentence } from '../text/document.ts'
import type { PhraseMatch } from '../text/phrases.ts'
import type { Token } from '../text/tokens.ts'

/** Who does, did or is to do what a claim tells. */

export type Actor = Claim['actor']

/** Somebody named in a sentence, or the two sides. */
interface Named extends Span {
  actor: Actor
  /** Another name behind it makes "both". */
  joins: boolean
}

/** Characters between two names that are joined: " and the ". */
const JOINED_WITHIN = { en: 9, zh: 1 } as const
const JOINED = { en: /\band\b/u, zh: /[和同与、]/u } as const
const OBJECT_ZH = /[同与向对和就由给予为把被让使]$/u
/** Behind so many characters at most a name still opens a Chinese clause: 去年*两国*. */
const OPENING_ZH = 2

/** Everyone whom a sentence names, in order. */
export class Actors {
  readonly #named: readonly Named[]
  readonly #text: string
  readonly #language: Language

  constructor(sentence: DocumentSentence, text: string, language: Language, context: AttributionContext) {
    this.#text = text
    this.#language = language
    const { tokens } = sentence
    const mentions = context.entities
      .mentionsIn(tokens, text)
      .filter(({ from }) => !isOneOf(tokens, from))
      .map((mention) => namedBy(mention, context))
    const together = attributionCues[language]
      .findLongest(sentence.tokens)
      .filter((cue): cue is PhraseMatch<Cue> => cue.value === 'together')
      .map(({ start, end }): Named => ({ start, end, actor: 'both', joins: false }))
    const others = [
      ...thirds.findLongest(tokens).map(({ start, end }) => ({ start, end, value: 'other' as const })),
      ...everyone.findLongest(tokens)
    ].map(({ start, end, value }): Named => ({ start, end, actor: value, joins: false }))
    const all = [...together, ...mentions, ...others].sort((a, b) => a.start - b.start || b.end - a.end)
    this.#named = this.#joined(all)
  }

  /** "The Secretary *and* the Minister" are both. */
  #joined(all: readonly Named[]): Named[] {
    const kept: Named[] = []
    for (const named of all) {
      const last = kept.at(-1)
      const between = last && named.start >= last.end ? this.#text.slice(last.end, named.start) : null
      const isPair =
        last !== undefined &&
        between !== null &&
        last.joins &&
        named.joins &&
        last.actor !== named.actor &&
        between.length <= JOINED_WITHIN[this.#language] &&
        JOINED[this.#language].test(between)
      if (isPair) kept[kept.length - 1] = { start: last.start, end: named.end, actor: 'both', joins: false }
      else if (!last || named.start >= last.end) kept.push(named)
    }
    return kept
  }

  /** Whoever is named first in a part of the sentence; null where nobody is. */
  firstIn({ start, end }: Span): Actor | null {
    return this.#named.find((named) => named.start >= start && named.start < end)?.actor ?? null
  }

  /** Whoever is named first who is not this one. */
  otherThan(actor: Actor | 'narrator', { start, end }: Span): Actor | null {
    return (
      this.#named.find((named) => named.actor !== actor && named.start >= start && named.start < end)
        ?.actor ?? null
    )
  }

  /** Whether a part names both sides. */
  namesBoth(span: Span): boolean {
    const first = this.firstIn(span)
    return (
      first === 'both' ||
      (first === 'us' && this.#has('cn', span)) ||
      (first === 'cn' && this.#has('us', span))
    )
  }

  #has(actor: Actor, { start, end }: Span): boolean {
    return this.#named.some((named) => named.actor === actor && named.start >= start && named.start < end)
  }

  /** Whoever a Chinese clause begins with, behind no preposition. */
  subjectIn({ start, end }: Span): Actor | null {
    const found = this.#named.find((named) => {
      if (named.start < start || named.start >= end) return false
      const before = this.#text.slice(start, named.start)
      const clause = before.slice(before.lastIndexOf('，') + 1)
      return clause.length <= OPENING_ZH && !OBJECT_ZH.test(clause)
    })
    return found?.actor ?? null
  }
}

/** "*One* China", 一个中国: a principle by its name, and nobody who acts. */
const isOneOf = (tokens: readonly Token[], from: number): boolean =>
  tokens[from - 1]?.text === 'one' || (tokens[from - 2]?.text === '一' && tokens[from - 1]?.text === '个')

const namedBy = (mention: Mention, context: AttributionContext): Named => {
  const { start, end } = mention
  const isThird = mention.party !== null && !Object.values(context.parties).includes(mention.party)
  const side: Side | null = isThird ? null : sideOf(mention, context)
  return { start, end, actor: side ?? 'other', joins: side !== null }
}
