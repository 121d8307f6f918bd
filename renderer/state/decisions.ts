import type { Editing } from './editing.svelte.ts'
import type { Indexed } from './index.ts'
import type { OwnFinding } from './own-finding.svelte.ts'
import type { Reading } from './reading.svelte.ts'

/** What the decisions are about. */
interface Desk {
  editing: Editing
  reading: Reading
  own: OwnFinding
  indexed: () => Indexed | null
}

/** What the reader decides about that which is selected. */
export class Decisions {
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** Judges a finding; the same judgement again takes it back. A dismissed one makes room for the next. */
  judge(finding: string, judgement: 'accepted' | 'dismissed'): void {
    const { editing, reading, indexed } = this.#desk
    const before = indexed()?.comparison.findings.find(({ id }) => id === finding)?.judged
    const isBack = before === judgement
    if (judgement === 'dismissed' && !isBack && reading.finding === finding) reading.step(1)
    editing.do({ do: 'judge', finding, judgement: isBack ? null : judgement })
  }
  /** Judges a finding of the list, and goes on to the next; taken back, the judgement leaves the reader where he is. */
  judgeAndGoOn(finding: string, judgement: 'accepted' | 'dismissed'): void {
    const { editing, reading, indexed } = this.#desk
    const before = indexed()?.comparison.findings.find(({ id }) => id === finding)?.judged
    const next = before === judgement ? finding : reading.nextTo(finding)
    const isSelected = reading.finding === finding
    editing.do({ do: 'judge', finding, judgement: before === judgement ? null : judgement })
    if (isSelected) reading.selectFinding(next)
    reading.comeTo(next)
  }
  /** Takes the selected sentence out of its passage, or dissolves the selected passage. */
  unlink(): void {
    const { editing, reading, indexed } = this.#desk
    const { selected, sentence } = reading
    const group = selected === null ? undefined : indexed()?.groups.get(selected)
    if (!group) return
    const members = [...group.us, ...group.cn]
    const sentences = sentence !== null && members.includes(sentence) ? [sentence] : members
    editing.do({ do: 'unlink', group: group.id, sentences })
  }
  /** Begins a finding of the reader's own on a whole sentence, or adds the sentence to the one that is being made. */
  ownFindingOn(id: string): void {
    const { reading, own, indexed } = this.#desk
    const sentence = indexed()?.sentences.get(id)
    const side = indexed()?.sideOf.get(id)
    if (!sentence || !side) return
    reading.show('texts')
    own.take(side, { start: sentence.start, end: sentence.end }, sentence.topics[0]?.id ?? '')
  }
}
