import type { Span } from '../model.ts'
import type { Tense } from '../syntax/verb-groups.ts'

/** A part of a sentence that makes one claim, before it is known what claim that is. Offsets are into the text. */
export interface Part {
  span: Span
  /** Words of an earlier part that govern this one too. */
  governor: Span | null
  /** The words before what is said: "The Secretary said that"; empty where nothing leads in. */
  lead: Span
  /** The same from its own subject on, without what is put before that: "Asked to withdraw it, *she replied that*". */
  leading: Span
  /** What governs later items too: "The Secretary said that", "the U.S. side should". */
  governing: Span
  /** The subject of what is said; null where it has none of its own. */
  subject: Span | null
  /** Null where no verb was found. */
  tense: Tense | null
  negated: boolean
  passive: boolean
}
