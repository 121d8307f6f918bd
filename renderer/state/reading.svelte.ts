import { FINDING_KINDS, type Finding, type Side } from '../../engine/model.ts'
import { TEXT_MARKS, type TextMark } from '../lib/layers.ts'
import { switched } from '../lib/lists.ts'
import { filtered, NO_FILTER, SIDE_FILTERS, type FindingFilter } from './findings.ts'
import type { Indexed } from './index.ts'
import type { PanelTab, SidePanel } from './side-panel.svelte.ts'

/** Where a text was left, in CSS pixels. */
export interface Place {
  /** Offset of the first sentence on screen. */
  start: number
  /** How far below the upper edge of its pane that stood. */
  y: number
  /** How far the text was scrolled, in a pane of this width. */
  top: number
  width: number
}

/** What takes the focus: a finding, or a passage with the sentence of it that was chosen. */
export type CameTo =
  | { on: 'finding'; id: string }
  | {
      on: 'passage'
      group: string | null
      sentence: string | null
      /** It takes the focus from the panel too, where the reader is at work otherwise. */
      isAsked?: true
    }

/** The place of something in its list, from 1. */
export interface Whereabouts {
  place: number
  of: number
}

export type View = 'texts' | 'topics' | 'findings'

/** Id of the next or previous in a list, round its end; null for an empty list. */
const neighbour = (list: readonly { id: string }[], current: string | null, by: 1 | -1): string | null => {
  const at = list.findIndex(({ id }) => id === current)
  const next = at < 0 ? (by === 1 ? 0 : list.length - 1) : (at + by + list.length) % list.length
  return list[next]?.id ?? null
}

const whereabouts = (list: readonly { id: string }[], current: string | null): Whereabouts | null => {
  const at = list.findIndex(({ id }) => id === current)
  return at < 0 ? null : { place: at + 1, of: list.length }
}

/** Where the reader is in the comparison: the view, what is selected, what is looked at. */
export class Reading {
  readonly #indexed: () => Indexed | null
  readonly #hidden: () => readonly string[]
  readonly #hide: (marks: readonly string[]) => void
  readonly #panel: Pick<SidePanel, 'shown' | 'show' | 'bring' | 'leave'>
  #view = $state<View>('texts')
  #selected = $state<string | null>(null)
  #sentence = $state<string | null>(null)
  #finding = $state<string | null>(null)
  #cameTo = $state.raw<CameTo | null>(null)
  #lit = $state<string | null>(null)
  #topic = $state<string | null>(null)
  #filter = $state.raw<FindingFilter>(NO_FILTER)
  #isLinked = $state(true)
  /** Where each text was left; null at its top. */
  places: Record<Side, Place | null> = { us: null, cn: null }

  /**
   * @param indexed the comparison on screen
   * @param hidden the marks that are switched off, by name
   * @param hide switches them off, and all others on
   * @param panel shows what is selected
   */
  constructor(
    indexed: () => Indexed | null,
    hidden: () => readonly string[],
    hide: (marks: readonly string[]) => void,
    panel: Pick<SidePanel, 'shown' | 'show' | 'bring' | 'leave'>
  ) {
    this.#indexed = indexed
    this.#hidden = hidden
    this.#hide = hide
    this.#panel = panel
  }

  get view(): View {
    return this.#view
  }
  /** Id of the selected group; one that is gone is not selected. */
  get selected(): string | null {
    return this.#selected !== null && this.#indexed()?.groups.has(this.#selected) ? this.#selected : null
  }
  /** Id of the selected sentence. */
  get sentence(): string | null {
    return this.#sentence !== null && this.#indexed()?.sentences.has(this.#sentence) ? this.#sentence : null
  }
  /** Id of the selected finding. */
  get finding(): string | null {
    return this.#finding
  }
  /** What the reader came to by a key or a decision, and what takes the focus; each time anew. */
  get cameTo(): CameTo | null {
    return this.#cameTo
  }
  /** Id of the sentence under the pointer or the focus. */
  get lit(): string | null {
    return this.#lit
  }
  /** The topic that the reader looks at; null for all. */
  get topic(): string | null {
    return this.#topic
  }
  get filter(): FindingFilter {
    return this.#filter
  }
  /** The findings that pass the filter, in their order. */
  get shownFindings(): Finding[] {
    return filtered(this.#indexed()?.comparison.findings ?? [], this.#filter, this.#topic)
  }
  /** The marks that are switched on in the texts. */
  get marks(): readonly TextMark[] {
    const hidden = this.#hidden()
    return TEXT_MARKS.filter((mark) => !hidden.includes(mark))
  }
  /** Whether the two texts scroll together. */
  get isLinked(): boolean {
    return this.#isLinked
  }

  show(view: View): void {
    this.#view = view
    this.#cameTo = null
  }
  /** A finding of the reader's own is made in the texts; other views have room for what is selected there. */
  #bring(tab: PanelTab): void {
    if (this.#view === 'texts') this.#panel.bring(tab)
    else this.#panel.show(tab)
  }
  /** Selects a group, a sentence, or both; a passage and a finding are not selected at once. */
  select(group: string | null, sentence: string | null = null): void {
    this.#selected = group
    this.#sentence = sentence
    this.#finding = null
    this.#panel.leave('finding')
    if (group === null && sentence === null) this.#panel.leave('passage')
    else this.#bring('passage')
  }
  selectFinding(finding: string | null): void {
    this.select(null)
    this.#finding = finding
    if (finding !== null) this.#bring('finding')
  }
  /** Selects a group, or nothing where it is the one that is seen in the panel. */
  toggle(group: string): void {
    this.select(group === this.selected && this.#panel.shown === 'passage' ? null : group)
  }
  /** Selects a finding, or nothing where it is the one that is seen in the panel. */
  toggleFinding(finding: string): void {
    this.selectFinding(finding === this.#finding && this.#panel.shown === 'finding' ? null : finding)
  }
  /** Goes to the words of a finding. */
  showInTexts(finding: string): void {
    this.selectFinding(finding)
    this.#view = 'texts'
  }
  /** The focus goes to this finding. */
  comeTo(finding: string | null): void {
    this.#cameTo = finding === null ? null : { on: 'finding', id: finding }
  }
  /** Goes to a sentence in the texts, with the focus. */
  seek(sentence: string): void {
    this.show('texts')
    this.#cameTo = { on: 'passage', group: null, sentence, isAsked: true }
  }
  /** The focus goes back to what is selected. */
  returnFocus(): void {
    const { selected: group } = this
    const [sentence, finding] = [this.sentence, this.#finding]
    if (finding !== null) this.#cameTo = { on: 'finding', id: finding }
    else if (group !== null || sentence !== null) this.#cameTo = { on: 'passage', group, sentence }
  }
  /** The one after a finding in the list, or the one before it where it is the last; null where it is the only one. */
  nextTo(finding: string): string | null {
    const list = this.shownFindings
    const at = list.findIndex(({ id }) => id === finding)
    return at < 0 ? null : (list[at + 1]?.id ?? list[at - 1]?.id ?? null)
  }
  light(sentence: string | null): void {
    this.#lit = sentence
  }
  /** Looks at one topic; the same topic again shows all. */
  chooseTopic(topic: string): void {
    this.#topic = this.#topic === topic ? null : topic
  }
  /** Narrows the list of findings; values that are none are left out. */
  filterFindings({ kind, side, weight }: { kind?: string; side?: string; weight?: number }): void {
    this.#filter = {
      ...this.#filter,
      kind:
        FINDING_KINDS.find((candidate) => candidate === kind) ?? (kind === 'any' ? 'any' : this.#filter.kind),
      side: SIDE_FILTERS.find((candidate) => candidate === side) ?? this.#filter.side,
      weight: weight ?? this.#filter.weight
    }
  }
  /** Shows those that were dismissed too, or leaves them out. */
  toggleDismissed(): void {
    this.#filter = { ...this.#filter, dismissed: !this.#filter.dismissed }
  }
  clearFilters(): void {
    this.#filter = NO_FILTER
    this.#topic = null
  }
  toggleMark(mark: TextMark): void {
    this.#hide(switched(this.#hidden(), mark))
  }
  toggleLinked(): void {
    this.#isLinked = !this.#isLinked
  }

  /**
   * Selects the next (1) or previous (-1): among the findings on screen in their view, or while one is selected; else
   * among the groups of the chosen topic. The focus goes there.
   *
   * @returns where in its list that is; null for an empty one
   */
  step(by: 1 | -1): Whereabouts | null {
    if (this.#view === 'findings' || this.#finding !== null) {
      const list = this.shownFindings
      this.selectFinding(neighbour(list, this.#finding, by))
      this.comeTo(this.#finding)
      return whereabouts(list, this.#finding)
    }
    const groups =
      this.#indexed()?.comparison.groups.filter(
        ({ topic }) => this.#topic === null || topic === this.#topic
      ) ?? []
    this.select(neighbour(groups, this.#selected, by))
    this.returnFocus()
    return whereabouts(groups, this.#selected)
  }

  /** Another comparison is on screen: other texts begin at their top, the same ones stay where they are. */
  forget(texts: 'other' | 'same' | 'exchanged'): void {
    const { us, cn } = this.places
    if (texts === 'other') this.places = { us: null, cn: null }
    if (texts === 'exchanged') this.places = { us: cn, cn: us }
    this.selectFinding(null)
    this.#filter = NO_FILTER
    this.#cameTo = null
    this.#lit = null
    this.#topic = null
  }
}
