import { connectives } from '../lexicon/claim-cues.ts'
import type { Span } from '../model.ts'
import { type VerbGroup } from '../syntax/verb-groups.ts'
import type { Word } from '../syntax/word.ts'
import { contentAt, isNegated, mainVerb, QUOTES, tenseOf, textAt } from './english-verbs.ts'
import { openingsIn, type Opening } from './english-openings.ts'
import type { Part } from './part.ts'

/** Cuts an English sentence into the parts that each make a claim. Word indices, `to` exclusive. */

class EnglishParts {
  readonly #words: readonly Word[]
  readonly #lists: boolean

  constructor(words: readonly Word[], listsNouns: boolean) {
    this.#words = words
    this.#lists = listsNouns
  }

  parts(): Part[] {
    const words = this.#words
    if (words.length === 0) return []
    const openings = openingsIn(words, this.#lists)
    const begins = [0, ...[...openings.keys()].sort((a, b) => a - b)]
    let lead: Span | null = null
    let content: Opening | null = null
    let tense: Part['tense'] = null
    return begins.flatMap((from, index) => {
      const to = this.#end(begins[index + 1] ?? words.length)
      if (to <= from) return []
      const opening = openings.get(from) ?? 'clause'
      const part = this.#part(from, to)
      // Under "hopes that A, and that B" both are hoped for; a clause of its own says so for itself.
      const isGoverned =
        index > 0 &&
        (opening === 'that' ||
          opening === 'to' ||
          opening === 'base' ||
          opening === 'nouns' ||
          (opening === 'finite' &&
            content !== null &&
            part.lead.end <= part.lead.start &&
            // "Said that the policy *has* not changed, and *opposed* any change": a past behind what is none is the speaker's.
            (part.tense !== 'past' || tense === 'past')))
      const governor = isGoverned && lead && lead.end > lead.start ? lead : null
      if (!governor) {
        lead = part.governing
        content = part.lead.end > part.lead.start ? opening : null
        tense = part.tense
      }
      return [{ ...part, governor }]
    })
  }

  /** The end of a part before the next one, without what joins the two. */
  #end(next: number): number {
    const words = this.#words
    let to = next
    if (next >= words.length) {
      while (
        words[to - 1]?.pos === 'PUNCT' &&
        !QUOTES.has(textAt(words, to - 1)) &&
        textAt(words, to - 1) !== ')'
      )
        to--
      return to
    }
    for (;;) {
      const text = textAt(words, to - 1)
      if (text === ',' || text === ';' || text === ':' || connectives.en.includes(text)) to--
      else return to
    }
  }

  #span(from: number, to: number): Span {
    const start = this.#words[from]?.start ?? 0
    return { start, end: to > from ? (this.#words[to - 1]?.end ?? start) : start }
  }

  /** What governs a later item too: "The Secretary said that", "the U.S. side should", "they discussed". */
  #governing(from: number, content: number | null, verb: VerbGroup | undefined): Span {
    if (content !== null) return this.#span(from, content)
    if (!verb) return this.#span(from, from)
    return this.#span(from, verb.tense === 'future' || verb.tense === 'obliged' ? verb.head : verb.to)
  }

  #part(from: number, to: number): Part {
    const words = this.#words.slice(0, to)
    const first = mainVerb(words, from)
    const content = first ? contentAt(words, first.verb) : null
    const inner = content === null ? null : mainVerb(words, content)
    const said = inner ?? first
    const leadEnd = content ?? from
    const subject = said?.subject ?? null
    return {
      span: this.#span(from, to),
      governor: null,
      governing: this.#governing(from, content, first?.verb),
      lead:
        content === null
          ? { start: this.#span(from, to).start, end: this.#span(from, to).start }
          : this.#span(from, leadEnd),
      leading: this.#span(content === null ? from : (first?.subject?.[0] ?? from), leadEnd),
      subject: subject && subject[1] > subject[0] ? this.#span(subject[0], subject[1]) : null,
      tense: said ? tenseOf(words, said.verb) : null,
      negated: said !== null && isNegated(words, said),
      passive: said?.verb.passive ?? false
    }
  }
}

/**
 * The parts of an English sentence, in order, none overlapping another.
 *
 * @param listsNouns its verb is followed by a list of matters
 */
export const englishParts = (words: readonly Word[], listsNouns: boolean): Part[] =>
  new EnglishParts(words, listsNouns).parts()
