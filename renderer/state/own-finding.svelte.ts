import { SIDES, type FindingKind, type Language, type Side, type Span } from '../../engine/model.ts'
import { overlaps } from '../../engine/text/spans.ts'
import { withEdgeMoved, type EdgeMove } from '../lib/word-edges.ts'
import type { Editing } from './editing.svelte.ts'
import type { SidePanel } from './side-panel.svelte.ts'

/** A finding of the reader's own while it is being made: words of either side, a kind, a sentence. */
export class OwnFinding {
  readonly #editing: Editing
  readonly #panel: SidePanel
  #spans = $state.raw<Record<Side, Span[]> | null>(null)
  kind = $state<FindingKind>('contested_term')
  topic = $state('')
  say = $state('')

  constructor(editing: Editing, panel: SidePanel) {
    this.#editing = editing
    this.#panel = panel
  }

  /** The words it rests on; null while none is being made. */
  get spans(): Record<Side, Span[]> | null {
    return this.#spans
  }
  get isComplete(): boolean {
    const spans = this.#spans
    return spans !== null && SIDES.some((side) => spans[side].length > 0) && this.say.trim() !== ''
  }

  /** Begins with these words, or adds them to the one that is being made. */
  take(side: Side, span: Span, topic: string): void {
    const spans = this.#spans ?? { us: [], cn: [] }
    if (!this.#spans) {
      this.topic = topic
      this.say = ''
    }
    this.#panel.hold('finding')
    const others = spans[side].filter((other) => !overlaps(other, span))
    this.#spans = { ...spans, [side]: [...others, span].sort((a, b) => a.start - b.start) }
  }
  /** The words with an edge of theirs moved by a word; undefined where it can go no farther or would meet other words. */
  moved(side: Side, span: Span, move: EdgeMove, text: string, language: Language): Span | undefined {
    const next = withEdgeMoved(text, span, move, language)
    const meetsOthers = this.#spans?.[side].some((other) => other !== span && next && overlaps(other, next))
    return meetsOthers ? undefined : next
  }
  replace(side: Side, span: Span, by: Span): void {
    const spans = this.#spans
    if (spans) this.#spans = { ...spans, [side]: spans[side].map((other) => (other === span ? by : other)) }
  }
  leaveOut(side: Side, span: Span): void {
    const spans = this.#spans
    if (spans) this.#spans = { ...spans, [side]: spans[side].filter((other) => other !== span) }
  }
  cancel(): void {
    if (this.#spans === null) return
    this.#spans = null
    this.#panel.letGo()
  }

  add(): void {
    const spans = this.#spans
    if (!spans || !this.isComplete) return
    const { kind, topic } = this
    if (this.#editing.do({ do: 'add-finding', kind, topic, spans, say: this.say.trim() })) this.cancel()
  }
}
